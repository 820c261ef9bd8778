#include "viet/punctuation.h"

char viet_punctuation_plain(uint32_t code_point)
{
	switch (code_point) {
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015: /* hyphens and dashes */
	case 0x2043: /* hyphen bullet */
	case 0x2212: /* minus */
	case 0xfe58:
	case 0xff0d:
		return '-';
	case 0x2018:
	case 0x2019:
	case 0x201a:
	case 0x201b:
	case 0x2032: /* prime */
		return '\'';
	case 0x201c:
	case 0x201d:
	case 0x201e:
	case 0x201f:
	case 0x2033:
		return '"';
	default:
		return 0;
	}
}

bool viet_punctuation_is_invisible(uint32_t code_point)
{
	return code_point == 0x00ad || (code_point >= 0x200b && code_point <= 0x200f) || code_point == 0x2060 || code_point == 0xfeff;
}
