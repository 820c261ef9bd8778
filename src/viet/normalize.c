#include "viet/normalize.h"

#include "base/utf8.h"
#include "viet/letter.h"
#include "viet/nfc.h"
#include "viet/punctuation.h"
#include "viet/space.h"
#include "viet/tone.h"
#include "viet/writer.h"

static void normalize_rare(struct viet_writer *w, uint32_t c)
{
	char plain = viet_punctuation_plain(c);
	if (plain != 0)
		viet_writer_add(w, (uint32_t)plain);
	else if (c == 0x00d0)
		viet_writer_add(w, 0x0110); /* Ð is Đ */
	else if (c == UTF8_INVALID || viet_punctuation_is_invisible(c))
		return;
	else if (viet_space_is(c))
		viet_writer_add_space(w);
	else
		viet_writer_add(w, c);
}

struct str viet_normalize(struct arena *arena, struct str s)
{
	/* What is invisible goes first: it may stand between a letter and its mark, or within a syllable. */
	struct viet_writer w = viet_writer_for(arena, s);
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		if (viet_letter_of(c).letter != 0)
			viet_writer_add(&w, c);
		else if (c < 0x80 && viet_space_is(c))
			viet_writer_add_space(&w);
		else
			normalize_rare(&w, c);
	}
	return viet_tone_old_style(arena, viet_nfc(arena, viet_writer_str(&w)));
}
