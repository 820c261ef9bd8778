#include "viet/punctuation.h"

#include <stddef.h>

/* Ranges of code points, ascending. */
static const struct {
	uint16_t first, last;
	char plain;
} ranges[] = {
    {0x2010, 0x2015, '-'},  /* hyphens and dashes */
    {0x2018, 0x201b, '\''}, /* single quotes */
    {0x201c, 0x201f, '"'},  /* double quotes */
    {0x2032, 0x2032, '\''}, /* prime */
    {0x2033, 0x2033, '"'},  /* double prime */
    {0x2043, 0x2043, '-'},  /* hyphen bullet */
    {0x2212, 0x2212, '-'},  /* minus */
    {0xfe58, 0xfe58, '-'},  /* small dash */
    {0xff0d, 0xff0d, '-'},  /* full-width hyphen */
};

char viet_punctuation_plain(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof ranges / sizeof ranges[0] && code_point >= ranges[i].first; i++)
		if (code_point <= ranges[i].last)
			return ranges[i].plain;
	return 0;
}

bool viet_punctuation_is_invisible(uint32_t code_point)
{
	return code_point == 0x00ad || (code_point >= 0x200b && code_point <= 0x200f) || code_point == 0x2060 || code_point == 0xfeff;
}
