#include "viet/lower.h"

#include <unicase.h>

#include "base/utf8.h"
#include "viet/letter.h"
#include "viet/nfc.h"
#include "viet/writer.h"

struct str viet_lower(struct arena *arena, struct str s)
{
	s = viet_nfc(arena, s);
	struct viet_writer w = viet_writer_for(arena, s);
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		struct viet_letter letter = viet_letter_of(c);
		if (letter.upper) {
			letter.upper = false;
			viet_writer_add(&w, viet_letter_compose(letter));
		} else if (c == 0xd0 || c == 0xf0 || c == 0x189) { /* the Icelandic and the African letter, typed for Đ */
			viet_writer_add(&w, U'đ');
		} else if (letter.letter != 0 || c < 0x80) {
			viet_writer_add(&w, c);
		} else if (c != UTF8_INVALID) {
			viet_writer_add(&w, uc_tolower(c));
		}
	}
	return (struct str){.ptr = w.ptr, .len = w.len};
}
