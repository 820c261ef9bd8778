#include "viet/upper.h"

#include "base/utf8.h"
#include "viet/letter.h"
#include "viet/writer.h"

struct str viet_upper(struct arena *arena, struct str s)
{
	struct viet_writer w = viet_writer_for(arena, s);
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		struct viet_letter letter = viet_letter_of(c);
		letter.upper = true;
		if (c != UTF8_INVALID)
			viet_writer_add(&w, letter.letter != 0 ? viet_letter_compose(letter) : c);
	}
	return (struct str){.ptr = w.ptr, .len = w.len};
}
