#include "viet/fold.h"

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/utf8.h"
#include "viet/letter.h"
#include "viet/punctuation.h"
#include "viet/space.h"
#include "viet/writer.h"

/* The last base of a character that is none of Vietnamese: "ç" gives "c". */
static uint32_t strip_marks(uint32_t c)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	for (;;) {
		int n = uc_canonical_decomposition(c, parts);
		/* A Korean syllable comes apart into letters, not marks, and stays whole. */
		if (n < 1 || (n > 1 && !uc_is_general_category(parts[1], UC_NON_SPACING_MARK)))
			break;
		c = parts[0];
	}
	return c == 0x00f0 || c == 0x00d0 ? 'd' : c; /* Icelandic eth stands for đ in damaged text */
}

/* Folds a character outside ASCII and the Vietnamese alphabet. */
static void fold_rare(struct viet_writer *w, uint32_t c)
{
	char plain = viet_punctuation_plain(c);
	if (plain != 0) {
		viet_writer_add(w, (uint32_t)plain);
	} else if (c == 0x2026) { /* … */
		for (int i = 0; i < 3; i++)
			viet_writer_add(w, '.');
	} else if (c == UTF8_INVALID || viet_punctuation_is_invisible(c) || uc_is_general_category(c, UC_NON_SPACING_MARK)) {
		return;
	} else if (viet_space_is(c)) {
		viet_writer_add_space(w);
	} else {
		viet_writer_add(w, uc_tolower(strip_marks(c)));
	}
}

struct str viet_fold(struct arena *arena, struct str s)
{
	struct viet_writer w = viet_writer_for(arena, s);
	for (size_t at = 0; at < s.len;) {
		unsigned char byte = (unsigned char)s.ptr[at];
		if (byte < 0x80) {
			at++;
			if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
				viet_writer_add_space(&w);
			else
				w.ptr[w.len++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte);
			continue;
		}
		uint32_t c = utf8_next(s, &at);
		struct viet_letter letter = viet_letter_of(c);
		if (letter.letter != 0)
			w.ptr[w.len++] = viet_letter_base(letter);
		else
			fold_rare(&w, c);
	}
	return viet_writer_str(&w);
}
