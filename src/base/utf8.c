#include "base/utf8.h"

static bool is_continuation(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

uint32_t utf8_next_wide(struct str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.ptr + *at;
	size_t left = s.len - *at, n;
	uint32_t code_point, least;
	if ((p[0] & 0xe0) == 0xc0) {
		n = 2, code_point = p[0] & 0x1f, least = 0x80;
	} else if ((p[0] & 0xf0) == 0xe0) {
		n = 3, code_point = p[0] & 0x0f, least = 0x800;
	} else if ((p[0] & 0xf8) == 0xf0) {
		n = 4, code_point = p[0] & 0x07, least = 0x10000;
	} else {
		*at += 1;
		return UTF8_INVALID;
	}
	for (size_t i = 1; i < n; i++) {
		if (i >= left || !is_continuation(p[i])) {
			*at += 1;
			return UTF8_INVALID;
		}
		code_point = code_point << 6 | (p[i] & 0x3f);
	}
	if (code_point < least || code_point > 0x10ffff || (code_point >= 0xd800 && code_point <= 0xdfff)) {
		*at += 1;
		return UTF8_INVALID;
	}
	*at += n;
	return code_point;
}

size_t utf8_find_invalid(struct str s)
{
	size_t at = 0;
	while (at < s.len) {
		size_t before = at;
		if (utf8_next(s, &at) == UTF8_INVALID)
			return before;
	}
	return s.len;
}

bool utf8_is_valid(struct str s)
{
	return utf8_find_invalid(s) == s.len;
}

size_t utf8_count(struct str s)
{
	size_t n = 0;
	for (size_t at = 0; at < s.len; n++)
		(void)utf8_next(s, &at);
	return n;
}

struct str utf8_cut(struct str s, size_t max)
{
	if (s.len <= max)
		return s;
	while (max > 0 && is_continuation((unsigned char)s.ptr[max]))
		max--;
	return str_part(s, 0, max);
}
