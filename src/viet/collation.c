#include "viet/collation.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/letter.h"
#include "viet/nfc.h"
#include "viet/space.h"

/* First bytes of a character's weight, in ascending order. A level ends with a byte below all of them, so that a shorter text
 * sorts first. */
enum {
	LEVEL_END = ' ',
	WEIGHT_SPACE = '!',
	WEIGHT_PUNCTUATION = '"', /* and the character itself */
	WEIGHT_LETTER = '@',      /* plus its place in the alphabet; digits are their own weights, below */
	WEIGHT_OTHER = '~',       /* and the code point in base 64 */
	WEIGHT_BYTES = 5,
};

static void add_primary(struct buf *out, uint32_t c, struct viet_letter letter)
{
	if (letter.letter != 0) {
		buf_add_char(out, (char)(WEIGHT_LETTER + letter.letter));
	} else if (c >= '0' && c <= '9') {
		buf_add_char(out, (char)c);
	} else if (c < 0x80) {
		buf_add_char(out, WEIGHT_PUNCTUATION);
		buf_add_char(out, (char)(c < ' ' ? ' ' : c));
	} else {
		buf_add_char(out, WEIGHT_OTHER);
		for (int shift = 18; shift >= 0; shift -= 6)
			buf_add_char(out, (char)('0' + (c >> shift & 0x3f)));
	}
}

/* Adds one digit a character, without those at the end that say nothing. */
static void add_level(struct buf *out, const uint8_t *digits, size_t n)
{
	while (n > 0 && digits[n - 1] == 0)
		n--;
	buf_add_char(out, LEVEL_END);
	for (size_t i = 0; i < n; i++)
		buf_add_char(out, (char)('1' + digits[i]));
}

struct str viet_collation_key(struct arena *arena, struct str s)
{
	s = viet_space_trim(viet_nfc(arena, s));
	uint8_t *tones = arena_alloc(arena, s.len + 1), *cases = arena_alloc(arena, s.len + 1);
	struct buf out;
	buf_init(&out, arena, s.len * (WEIGHT_BYTES + 2) + 2);
	size_t n = 0;
	bool was_space = false;
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		bool is_space = c != UTF8_INVALID && viet_space_is(c);
		if (c == UTF8_INVALID || (is_space && was_space))
			continue;
		was_space = is_space;
		struct viet_letter letter = viet_letter_of(c);
		if (is_space)
			buf_add_char(&out, WEIGHT_SPACE);
		else
			add_primary(&out, c, letter);
		tones[n] = letter.tone;
		cases[n++] = letter.upper;
	}
	add_level(&out, tones, n);
	add_level(&out, cases, n);
	return buf_str(&out);
}

struct str viet_collation_name_key(struct arena *arena, struct str name)
{
	name = viet_space_trim(name);
	size_t given = name.len;
	while (given > 0 && name.ptr[given - 1] != ' ')
		given--;
	struct str first = viet_collation_key(arena, str_from(name, given)), whole = viet_collation_key(arena, name);
	return str_format(arena, "%.*s%c%.*s", STR_ARG(first), LEVEL_END, STR_ARG(whole));
}
