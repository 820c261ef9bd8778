/* The multipart half of http_form.h: for http_form.c alone. */
#ifndef HTTP_HTTP_MULTIPART_H
#define HTTP_HTTP_MULTIPART_H

#include "http/http_form.h"

/* Reads the boundary of a multipart/form-data type. RC_INVALID where it has none. */
enum rc http_multipart_init(struct http_form *form, struct str parameters) MUST_USE;

enum rc http_multipart_feed(struct http_form *form, struct str bytes) MUST_USE;

enum rc http_multipart_finish(struct http_form *form) MUST_USE;

#endif
