#include "viet/tone.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/letter.h"

static bool is_base(struct viet_letter letter, char base)
{
	return viet_letter_base(letter) == base &&
	       viet_letter_compose((struct viet_letter){.letter = letter.letter}) == (uint32_t)base;
}

/* Whether `first` and `second` are an open oa, oe or uy with its tone on the second vowel. */
static bool is_new_style(struct viet_letter first, struct viet_letter second)
{
	if (first.tone != VIET_TONE_NGANG || second.tone == VIET_TONE_NGANG)
		return false;
	return (is_base(first, 'o') && (is_base(second, 'a') || is_base(second, 'e'))) ||
	       (is_base(first, 'u') && is_base(second, 'y'));
}

static struct viet_letter letter_at(struct str s, size_t *at)
{
	return *at < s.len ? viet_letter_of(utf8_next(s, at)) : (struct viet_letter){0};
}

/* Whether a syllable may end before `at`: no letter follows, and no mark that its last letter has in excess. */
static bool is_end(struct str s, size_t at)
{
	if (at >= s.len)
		return true;
	uint32_t c = utf8_next(s, &at);
	return viet_letter_of(c).letter == 0 && (c < 0x0300 || c > 0x036f);
}

/* Where the next pair to change begins, at or after `from`; SIZE_MAX where there is none. */
static size_t find_pair(struct str s, size_t from)
{
	for (size_t at = from; at < s.len; at++) {
		char c = s.ptr[at];
		bool may_begin = c == 'o' || c == 'O' || c == 'u' || c == 'U';
		if (!may_begin || (at > 0 && (s.ptr[at - 1] == 'q' || s.ptr[at - 1] == 'Q')))
			continue;
		size_t next = at;
		struct viet_letter first = letter_at(s, &next), second = letter_at(s, &next);
		if (is_new_style(first, second) && is_end(s, next))
			return at;
	}
	return SIZE_MAX;
}

struct str viet_tone_old_style(struct arena *arena, struct str s)
{
	size_t pair = find_pair(s, 0);
	if (pair == SIZE_MAX)
		return s;
	struct buf out;
	buf_init(&out, arena, s.len * 2);
	size_t done = 0;
	for (; pair != SIZE_MAX; pair = find_pair(s, done)) {
		buf_add(&out, str_part(s, done, pair - done));
		done = pair;
		struct viet_letter first = letter_at(s, &done), second = letter_at(s, &done);
		first.tone = second.tone;
		second.tone = VIET_TONE_NGANG;
		buf_add_code_point(&out, viet_letter_compose(first));
		buf_add_code_point(&out, viet_letter_compose(second));
	}
	buf_add(&out, str_from(s, done));
	return buf_str(&out);
}
