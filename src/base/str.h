/* Text with a length: borrowed, never owned, not necessarily ended by a zero byte.
 *
 * A str with ptr NULL and len 0 is "no text"; functions treat it as empty. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct str {
	const char *ptr;
	size_t len;
};

/* A str of a string literal. */
#define STR(literal) ((struct str){.ptr = "" literal, .len = sizeof(literal) - 1})
#define STR_INIT(literal)                                                                                                        \
	{                                                                                                                            \
		.ptr = "" literal, .len = sizeof(literal) - 1                                                                            \
	}

/* For printf: printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).len, (s).ptr != NULL ? (s).ptr : ""

/* What is asked of nearly every word of a text is written here, so that it costs no call. */

/* Borrows a zero-terminated string; NULL gives no text. */
static inline struct str str_of(const char *cstr)
{
	return (struct str){.ptr = cstr, .len = cstr != NULL ? strlen(cstr) : 0};
}

static inline bool str_is_empty(struct str s)
{
	return s.len == 0;
}

static inline bool str_eq(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* The same where the letters A-Z may be in either case. */
bool str_eq_nocase(struct str a, struct str b);
/* Byte order, as memcmp; a prefix sorts first. */
int str_compare(struct str a, struct str b);

/* The part from byte `from` on, and the part of `len` bytes from there; both are cut to what exists. */
static inline struct str str_from(struct str s, size_t from)
{
	return from >= s.len ? (struct str){0} : (struct str){.ptr = s.ptr + from, .len = s.len - from};
}

static inline struct str str_part(struct str s, size_t from, size_t len)
{
	struct str rest = str_from(s, from);
	return rest.len > len ? (struct str){.ptr = rest.ptr, .len = len} : rest;
}

static inline bool str_has_prefix(struct str s, struct str prefix)
{
	return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool str_has_suffix(struct str s, struct str suffix)
{
	return s.len >= suffix.len && (suffix.len == 0 || memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len) == 0);
}

/* Where `needle` first stands in `s` at or after `from`; SIZE_MAX where it does not. */
size_t str_find(struct str s, struct str needle, size_t from);
bool str_contains(struct str s, struct str needle);

/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);

/* Takes the text up to `separator` off the front of *rest into *part, and the separator with it. False when nothing is left. */
bool str_split(struct str *rest, char separator, struct str *part);

/* A copy in the arena; str_cstr's ends with a zero byte. */
struct str str_dup(struct arena *arena, struct str s);
const char *str_cstr(struct arena *arena, struct str s);

__attribute__((format(printf, 2, 3))) struct str str_format(struct arena *arena, const char *format, ...);

/* A whole decimal number with an optional minus sign and nothing else. False where it is not one or does not fit. */
bool str_parse_int(struct str s, int64_t *ret);

#endif
