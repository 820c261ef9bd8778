#include "viet/nfc.h"

#include <stdlib.h>
#include <uninorm.h>

#include "base/utf8.h"

/* Ranges in which every character has NFC_Quick_Check=Yes and combines with nothing before it. They hold all of composed
 * Vietnamese, the punctuation of office texts and the private-use bullets that PDF files leave behind. */
static const struct {
	uint32_t first, last;
} sure_ranges[] = {
    {0x0000, 0x02ff}, {0x1e00, 0x1eff}, {0x2010, 0x2029}, {0x202f, 0x205e}, {0x2070, 0x20cf},
    {0x2190, 0x2328}, {0x25a0, 0x27bf}, {0xe000, 0xf8ff}, {0xfeff, 0xfeff}, {0xfffd, 0xfffd},
};

static bool is_sure(uint32_t c)
{
	for (size_t i = 0; i < sizeof sure_ranges / sizeof sure_ranges[0]; i++)
		if (c >= sure_ranges[i].first && c <= sure_ranges[i].last)
			return true;
	return false;
}

bool viet_nfc_is_sure(struct str s)
{
	size_t at = 0;
	while (at < s.len) {
		unsigned char byte = (unsigned char)s.ptr[at];
		/* Two-byte characters below U+0300 begin with C2…CB. */
		if (byte < 0x80)
			at++;
		else if (byte < 0xcc && at + 1 < s.len)
			at += 2;
		else if (!is_sure(utf8_next(s, &at)))
			return false;
	}
	return true;
}

struct str viet_nfc(struct arena *arena, struct str s)
{
	if (viet_nfc_is_sure(s))
		return s;
	size_t len = 0;
	uint8_t *normal = u8_normalize(UNINORM_NFC, (const uint8_t *)s.ptr, s.len, NULL, &len);
	if (normal == NULL) /* only for want of memory, which aborts everywhere else too */
		abort();
	struct str ret = str_dup(arena, (struct str){.ptr = (const char *)normal, .len = len});
	free(normal);
	return ret;
}
