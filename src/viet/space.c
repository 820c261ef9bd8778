#include "viet/space.h"

#include "base/utf8.h"

bool viet_space_is(uint32_t code_point)
{
	if (code_point < 0x80)
		return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
	switch (code_point) {
	case 0x0085: /* next line */
	case 0x00a0: /* no-break space */
	case 0x1680:
	case 0x2028: /* line separator */
	case 0x2029: /* paragraph separator */
	case 0x202f: /* narrow no-break space */
	case 0x205f:
	case 0x2060: /* word joiner */
	case 0x3000:
	case 0xfeff: /* zero-width no-break space, a stray byte order mark */
		return true;
	default:
		return code_point >= 0x2000 && code_point <= 0x200d; /* en quad … zero-width joiner */
	}
}

size_t viet_space_leading(struct str s)
{
	size_t at = 0;
	while (at < s.len) {
		size_t next = at;
		if (!viet_space_is(utf8_next(s, &next)))
			break;
		at = next;
	}
	return at;
}

/* Where the last character of `s`, which is not empty, begins. */
static size_t last_character(struct str s)
{
	size_t at = s.len - 1;
	while (at > 0 && s.len - at < 4 && ((unsigned char)s.ptr[at] & 0xc0) == 0x80)
		at--;
	return at;
}

struct str viet_space_trim(struct str s)
{
	s = str_from(s, viet_space_leading(s));
	while (s.len > 0) {
		size_t last = last_character(s), next = last;
		if (!viet_space_is(utf8_next(s, &next)) || next != s.len)
			break;
		s.len = last;
	}
	return s;
}
