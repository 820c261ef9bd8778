#include "format/page_damage.h"

#include <string.h>

#include "viet/syllable.h"

enum {
	ENOUGH = 30, /* words that say something about a page */
	DAMAGED_PERCENT = 22,
	ENGLISH_PERCENT = 8, /* every fifth word of a sentence is one of those below, and hardly one of any other text */
	SHORT = 6,           /* bytes of capitals that may be an abbreviation: "UBND" */
};

/* The commonest words of English that are no Vietnamese syllable, with its marks or without. */
static const struct str english[] = {
    STR_INIT("and"), STR_INIT("are"),  STR_INIT("as"),   STR_INIT("by"),   STR_INIT("for"),   STR_INIT("from"),
    STR_INIT("has"), STR_INIT("have"), STR_INIT("is"),   STR_INIT("must"), STR_INIT("of"),    STR_INIT("or"),
    STR_INIT("not"), STR_INIT("that"), STR_INIT("this"), STR_INIT("was"),  STR_INIT("which"), STR_INIT("with"),
};

static bool is_english(struct str word)
{
	for (size_t i = 0; i < sizeof english / sizeof *english; i++)
		if (str_eq_nocase(word, english[i]))
			return true;
	return false;
}

static struct str without_signs(struct str word)
{
	while (word.len > 0 && strchr(".,;:!?)\"'", word.ptr[word.len - 1]) != NULL)
		word.len--;
	while (word.len > 0 && strchr("(\"'", word.ptr[0]) != NULL)
		word = str_from(word, 1);
	return word;
}

/* Whether a word is of letters alone, and no abbreviation. */
static bool says_something(struct str word)
{
	bool capitals = true;
	for (size_t i = 0; i < word.len; i++) {
		unsigned char c = (unsigned char)word.ptr[i], lower = c | 0x20;
		if (c < 0x80 && (lower < 'a' || lower > 'z'))
			return false;
		capitals = capitals && (c < 'a' || c > 'z');
	}
	return word.len > 1 && (!capitals || word.len >= SHORT);
}

bool page_damage_is_likely(const struct page *page)
{
	size_t words = 0, impossible = 0, foreign = 0;
	for (size_t i = 0; i < page->words.n; i++) {
		struct str word = without_signs(page->words.at[i].text);
		if (!says_something(word))
			continue;
		words++;
		impossible += !viet_syllable_is_possible(word);
		foreign += is_english(word);
	}
	return words >= ENOUGH && impossible * 100 >= words * DAMAGED_PERCENT && foreign * 100 < words * ENGLISH_PERCENT;
}
