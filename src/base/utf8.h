/* UTF-8 as RFC 3629 has it: no surrogates, no overlong forms, nothing above U+10FFFF. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_INVALID UINT32_MAX

/* The same for a character that is not ASCII. */
uint32_t utf8_next_wide(struct str s, size_t *at);

/* The code point at byte *at of `s` (at < s.len); moves *at past it. An invalid byte gives UTF8_INVALID and moves by one. */
static inline uint32_t utf8_next(struct str s, size_t *at)
{
	unsigned char first = (unsigned char)s.ptr[*at];
	if (first >= 0x80)
		return utf8_next_wide(s, at);
	*at += 1;
	return first;
}

bool utf8_is_valid(struct str s);

/* Where the first invalid byte is; s.len where there is none. */
size_t utf8_find_invalid(struct str s);

/* How many code points (an invalid byte counts as one). */
size_t utf8_count(struct str s);

/* The longest beginning of at most `max` bytes that does not cut a character. */
struct str utf8_cut(struct str s, size_t max);

#endif
