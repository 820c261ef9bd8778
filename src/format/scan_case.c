#include "format/scan_case.h"

#include <string.h>

#include "base/utf8.h"
#include "format/scan_word.h"
#include "viet/letter.h"
#include "viet/lower.h"
#include "viet/syllable.h"

/* What a word's letters allow. */
enum kind {
	OTHER,     /* it has a capital with a shape of its own, or none but the first */
	ALL_ALIKE, /* capitals, all of which have the shape of their small letters */
	MIXED,     /* a capital inside, with such a shape, beside small letters */
};

static bool is_alike(struct viet_letter letter)
{
	return letter.letter != 0 && strchr("cosuvwxz", viet_letter_base(letter)) != NULL;
}

static enum kind kind_of(struct str core)
{
	struct scan_word_cases cases = scan_word_cases_of(core);
	bool first = true, inside = false;
	if (cases.capitals + cases.small < 2)
		return OTHER;
	for (size_t at = 0; at < core.len; first = false) {
		struct viet_letter letter = viet_letter_of(utf8_next(core, &at));
		if (letter.letter == 0 || (letter.upper && !is_alike(letter) && !(first && cases.small > 0)))
			return OTHER;
		inside = inside || (letter.upper && !first);
	}
	return !inside ? OTHER : cases.small > 0 ? MIXED : ALL_ALIKE;
}

static bool ends_sentence(struct str s)
{
	return s.len > 0 && strchr(".;:!?", s.ptr[s.len - 1]) != NULL;
}

/* The next word with letters from `at` on in a direction that is no word of capitals with the shape of small letters; NULL where
 * a sentence, or the page, ends before it. */
static const struct page_word *neighbour(const struct page *page, size_t at, int step)
{
	for (size_t i = at;;) {
		if ((step < 0 && i == 0) || (step > 0 && (i + 1 >= page->words.n || ends_sentence(page->words.at[i].text))))
			return NULL;
		i = step < 0 ? i - 1 : i + 1;
		const struct page_word *word = &page->words.at[i];
		if (step < 0 && ends_sentence(word->text))
			return NULL;
		struct str core = scan_word_core(word->text);
		struct scan_word_cases cases = scan_word_cases_of(core);
		if (cases.capitals + cases.small > 0 && kind_of(core) != ALL_ALIKE)
			return word;
	}
}

static bool is_small(const struct page_word *word)
{
	return scan_word_cases_of(word->text).small > 0;
}

/* Whether the words around one in capitals are not in capitals: the one before at least, which must be there. */
static bool is_among_small(const struct page *page, size_t at)
{
	const struct page_word *before = neighbour(page, at, -1), *behind = neighbour(page, at, 1);
	return before != NULL && is_small(before) && (behind == NULL || is_small(behind));
}

void scan_case_mend(struct arena *arena, struct page *pages, size_t n)
{
	for (size_t p = 0; p < n; p++)
		for (size_t i = 0; pages[p].is_scan && i < pages[p].words.n; i++) {
			struct page_word *word = &pages[p].words.at[i];
			struct str core = scan_word_core(word->text), small = viet_lower(arena, core);
			enum kind kind = kind_of(core);
			if (kind == OTHER || !viet_syllable_is_possible(small) || (kind == ALL_ALIKE && !is_among_small(&pages[p], i)))
				continue;
			size_t first = 0;
			bool keeps_first = kind == MIXED && !is_alike(viet_letter_of(utf8_next(core, &first)));
			scan_word_put_core(arena, word, keeps_first ? str_from(core, first) : core,
			                   keeps_first ? viet_lower(arena, str_from(core, first)) : small);
		}
}
