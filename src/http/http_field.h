/* Names with values as they come in an address or a form: a=1&b=2, percent-encoded. Pure functions. */
#ifndef HTTP_HTTP_FIELD_H
#define HTTP_HTTP_FIELD_H

#include "http/http.h"

enum http_field_rule {
	HTTP_FIELD_STRICT,  /* a '%' without two hexadecimal digits is RC_INVALID: programs do not write that */
	HTTP_FIELD_LENIENT, /* it stays as it is: people type addresses */
};

/* Decodes %XX, and '+' as a space where asked. RC_INVALID by the rule above. Returns `s` itself where nothing is encoded. */
enum rc http_field_decode(struct arena *arena, struct str s, bool plus_is_space, enum http_field_rule rule,
                          struct str *ret) MUST_USE;

/* Adds the fields of a=1&b=2 to the list. RC_INVALID by the rule; RC_LIMIT where the list would hold more than `max` fields. */
enum rc http_field_parse(struct arena *arena, struct str encoded, enum http_field_rule rule, size_t max,
                         struct http_field_vec *fields) MUST_USE;

#endif
