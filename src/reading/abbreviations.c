#include "reading/abbreviations.h"

#include "viet/fold.h"

enum { MOST_LETTERS = 10 };

/* How many words before word `end` begin with the letters of the abbreviation, one each; 0 where they do not. */
static size_t words_meant(struct arena *arena, const struct words *words, size_t end, struct str letters)
{
	if (letters.len < 2 || letters.len > MOST_LETTERS || letters.len > end)
		return 0;
	for (size_t i = 0; i < letters.len; i++) {
		const struct word *word = &words->at[end - letters.len + i];
		struct str folded = viet_fold(arena, word->key);
		if (word->kind != WORD_LETTERS || folded.len == 0 || folded.ptr[0] != letters.ptr[i])
			return 0;
	}
	return letters.len;
}

static bool is_known(const struct reading_abbreviation_vec *all, struct str abbreviation)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->at[i].abbreviation, abbreviation))
			return true;
	return false;
}

static void read_paragraph(struct arena *arena, const struct lines_paragraph *p, struct reading_abbreviation_vec *all)
{
	const struct words *words = &p->words;
	for (size_t i = 0; i + 2 < words->n; i++) {
		if (!words_is(words, i, "(") || !words->at[i + 1].all_capitals || !words_is(words, i + 2, ")"))
			continue;
		struct str abbreviation = words_text(words, i + 1, i + 2);
		size_t n = words_meant(arena, words, i, viet_fold(arena, abbreviation));
		if (n == 0 || is_known(all, abbreviation))
			continue;
		struct reading_abbreviation one = {.abbreviation = abbreviation};
		one.meaning = lines_field(arena, p, words->at[i - n].begin, words->at[i - 1].end, 95);
		VEC_PUSH(arena, all, one);
	}
}

struct reading_abbreviation_vec abbreviations_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs)
{
	struct reading_abbreviation_vec all = {0};
	for (size_t i = 0; i < paragraphs->n; i++)
		read_paragraph(arena, &paragraphs->at[i], &all);
	return all;
}
