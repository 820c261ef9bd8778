/* What templates write through. tools/htmlc.py compiles x_page.html to x_page_html.c with a typed struct and one function;
 * text is escaped by where it stands, and there is no way to write it raw. */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/message.h"
#include "base/str.h"

/* The page being written. */
struct html {
	struct buf *out;
	const struct message_catalogue *words; /* the reader's language, for {{t …}} */
	struct str form_token;                 /* for {{form_token}}, which every <form method="post"> must hold */
};

/* An address that may stand in href, src and action: made only by the functions below. */
struct html_url {
	struct str text;
};

/* A path of this server: must begin with one '/', not two; anything else gives "/". */
struct html_url html_url_path(struct str path);

/* The same by printf; every %s given must be URL-safe already (ids, dates, words made by html_url_escape). */
__attribute__((format(printf, 2, 3))) struct html_url html_url_format(struct arena *arena, const char *format, ...);

/* An address elsewhere: http, https and mailto only; anything else gives "#". */
struct html_url html_url_external(struct str address);

/* Percent-encodes all but the unreserved characters of RFC 3986. */
struct str html_url_escape(struct arena *arena, struct str s);

/* Content for a template's slot: a page inside its layout. */
struct html_slot {
	void (*render)(struct html *html, const void *data);
	const void *data;
};

/* ---- What compiled templates call ---- */
void html_raw(struct html *html, const char *literal, size_t len);
void html_text(struct html *html, struct str s); /* escaped for text and quoted attributes */
void html_int(struct html *html, int64_t value);
void html_url(struct html *html, struct html_url url);
void html_words(struct html *html, const char *id);                  /* a sentence of the catalogue, escaped */
void html_message(struct html *html, const struct message *message); /* the same with its arguments, escaped */
void html_slot(struct html *html, struct html_slot slot);

#endif
