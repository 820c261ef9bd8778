/* The forms of file that can be read: a registry, in which each form says by the first bytes how likely it is the one.
 *
 * The bytes are foreign. This folder alone links the libraries that parse them, and only the program sauro-reader links this
 * folder: it runs with limits and without rights, and its death is a message. A reader never trusts a length, a count or a name
 * that the file gives. */
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"
#include "document/document.h"
#include "repair/model.h"

/* Called as pages (or other equal parts) are done; returning true cancels the reading. */
typedef bool (*format_progress)(void *context, uint32_t done, uint32_t all);

struct format_input {
	struct str bytes;         /* the whole file */
	const char *path;         /* where it lies, for libraries that want a file; NULL: only in memory */
	uint32_t max_pages;       /* more are not read, with a warning */
	uint32_t seconds_a_page;  /* a page that takes longer is left out, with a warning */
	format_progress progress; /* may be NULL */
	void *context;
	const struct repair_model *model; /* what Vietnamese texts say, for what was read from pictures; NULL: it is not there */
};

struct format {
	const char *name;               /* "docx", "pdf" */
	int (*score)(struct str bytes); /* 0: not this; 100: surely this */
	/* RC_INVALID (damaged, encrypted, empty), RC_LIMIT, RC_UNSUPPORTED (something must be installed first), with *ret_problem
	 * saying what is wrong and what to do; RC_CANCELLED. */
	enum rc (*read)(struct arena *arena, const struct format_input *input, struct document *ret, struct message *ret_problem);
	/* The picture of a page (from 1), `width` pixels wide, as PNG. NULL: the form has no pages. RC_NOT_FOUND: no such page. */
	enum rc (*draw_page)(struct arena *arena, const struct format_input *input, uint32_t page, uint32_t width,
	                     struct str *ret_png, struct message *ret_problem);
	bool opens_files; /* while it reads or draws: fonts, language data. All others may open none */
	bool by_office;   /* an office program must make DOCX of it first: `read` and `draw_page` are NULL */
};

#endif
