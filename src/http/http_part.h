/* The header lines of one part of a multipart form, and parameters such as name="value". Pure functions. */
#ifndef HTTP_HTTP_PART_H
#define HTTP_HTTP_PART_H

#include "http/http.h"

struct http_part {
	struct str name;
	bool is_file;
	struct str file_name; /* without folders; empty where the browser's field was left empty */
	struct str media_type;
};

/* Takes one `; name=value` or `; name="value"` off the front. The value is as it stands between the quotes. False where nothing
 * is left; RC_INVALID in *ret_rc where it is none. */
bool http_part_parameter(struct str *rest, struct str *ret_name, struct str *ret_value, enum rc *ret_rc);

/* Reads the lines of a part, without the empty line behind them: Content-Disposition and Content-Type; others are ignored.
 * Browsers write %22 for a quotation mark in a name. RC_INVALID where there is no name, or a control character in one. */
enum rc http_part_parse(struct arena *arena, struct str lines, struct http_part *ret) MUST_USE;

#endif
