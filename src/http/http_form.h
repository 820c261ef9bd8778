/* The body of a POST, taken in as it arrives: application/x-www-form-urlencoded, or multipart/form-data (RFC 7578).
 *
 * Strict, because browsers are: what they do not write is refused, not guessed at. Pure but for the sink, where the bytes of
 * uploads go. Every size has a limit. After a refusal nothing more is taken in. */
#ifndef HTTP_HTTP_FORM_H
#define HTTP_HTTP_FORM_H

#include "base/buf.h"
#include "http/http.h"

struct http_form_limits {
	size_t max_bytes;  /* of the names and values together, decoded */
	size_t max_fields; /* in number */
	int64_t max_upload_bytes;
	size_t max_uploads;
};

/* Where uploads go: begin, any number of writes, end; one after the other. What fails here fails the form. */
struct http_form_sink {
	void *context;
	enum rc (*begin)(void *context, struct http_upload *upload); /* sets temporary_path */
	enum rc (*write)(void *context, struct str bytes);
	enum rc (*end)(void *context);
};

enum {
	HTTP_FORM_BOUNDARY_BYTES = 70,    /* RFC 2046, 5.1.1 */
	HTTP_FORM_PART_HEAD_BYTES = 4096, /* of the header lines of one part */
};

enum http_form_state {
	HTTP_FORM_URLENCODED,
	/* multipart: */
	HTTP_FORM_BEFORE,  /* the first delimiter must come */
	HTTP_FORM_BEHIND,  /* behind a delimiter: a line break or "--" */
	HTTP_FORM_HEAD,    /* the header lines of a part */
	HTTP_FORM_CONTENT, /* its content, up to the next delimiter */
	HTTP_FORM_AFTER,   /* behind the last delimiter: one line break at most */
};

struct http_form {
	/* What was read: complete when http_form_finish() says so. */
	struct http_field_vec fields;
	struct http_upload_vec uploads;

	/* The rest is of http_form.c and http_multipart.c alone. */
	struct arena *arena;
	struct http_form_limits limits;
	struct http_form_sink sink;
	enum http_form_state state;
	enum rc refused;
	size_t used;                                  /* of limits.max_bytes */
	struct buf collected;                         /* urlencoded: the body; in HEAD: the lines; in CONTENT: the value of a field */
	char delimiter[HTTP_FORM_BOUNDARY_BYTES + 4]; /* CR LF "--" and the boundary */
	size_t delimiter_size, matched;               /* how much of it stands at the end of what was read */
	char behind[2];
	size_t n_behind;
	bool part_is_file, part_has_begun;
	struct http_field part_field;
	struct http_upload part_upload;
};

/* Begins a form of this Content-Type. RC_INVALID where it is neither of the two, or has no proper boundary. */
enum rc http_form_init(struct http_form *form, struct arena *arena, struct str content_type,
                       const struct http_form_limits *limits, const struct http_form_sink *sink) MUST_USE;

/* Takes the next bytes. RC_INVALID: malformed; RC_LIMIT; what the sink fails with. Later calls return the same again. */
enum rc http_form_feed(struct http_form *form, struct str bytes) MUST_USE;

/* Says that the body is complete. RC_INVALID where it is cut short. */
enum rc http_form_finish(struct http_form *form) MUST_USE;

#endif
