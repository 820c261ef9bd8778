#include "format/scan_formula.h"

#include "base/utf8.h"
#include "format/scan_word.h"

enum { LONGEST = 8, MOST_LETTERS = 16, MOST_WRONG = 2 };

/* As they are printed, without the signs around the words; a dash alone is an empty word. */
static const struct {
	const char *words[LONGEST + 1];
} formulas[] = {
    {{"CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM", NULL}},
    {{"CỘNG", "HOÀ", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM", NULL}},
    {{"Độc", "lập", "", "Tự", "do", "", "Hạnh", "phúc", NULL}},
    {{"ĐẢNG", "CỘNG", "SẢN", "VIỆT", "NAM", NULL}},
    {{"Lưu", "VT", NULL}},
};

static uint32_t least_of(uint32_t a, uint32_t b, uint32_t c)
{
	uint32_t least = a < b ? a : b;
	return least < c ? least : c;
}

/* How many letters must be put in, taken out or changed to make one of the other; more than MOST_LETTERS where one is too long.
 */
static uint32_t distance(struct str a, struct str b)
{
	uint32_t row[MOST_LETTERS + 1];
	size_t n = utf8_count(b);
	if (n > MOST_LETTERS || utf8_count(a) > MOST_LETTERS)
		return MOST_LETTERS + 1;
	for (uint32_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t at = 0; at < a.len;) {
		uint32_t c = utf8_next(a, &at), corner = row[0]++;
		for (size_t in = 0, j = 1; in < b.len; j++) {
			uint32_t changed = corner + (utf8_next(b, &in) != c);
			corner = row[j];
			row[j] = least_of(row[j] + 1, row[j - 1] + 1, changed);
		}
	}
	return row[n];
}

static bool is_near(struct str read, struct str meant)
{
	size_t letters = utf8_count(meant), wrong = distance(read, meant);
	return wrong <= MOST_WRONG && 2 * wrong <= letters;
}

/* Whether a formula stands in a line from word `at` on: *ret_wrong of its words not as they should be. */
static bool stands_at(const struct page_word_vec *words, size_t at, const char *const *formula, uint32_t *ret_wrong)
{
	uint32_t n = 0;
	*ret_wrong = 0;
	for (; formula[n] != NULL; n++) {
		if (at + n >= words->n || words->at[at + n].box.top != words->at[at].box.top)
			return false;
		struct str core = scan_word_core(words->at[at + n].text), meant = str_of(formula[n]);
		if (str_eq(core, meant) || (meant.len == 0 && utf8_count(core) <= 1))
			continue;
		if (!is_near(core, meant))
			return false;
		++*ret_wrong;
	}
	return 2 * *ret_wrong <= n;
}

static void mend_at(struct arena *arena, struct page_word_vec *words, size_t at)
{
	for (size_t f = 0; f < sizeof formulas / sizeof *formulas; f++) {
		const char *const *formula = formulas[f].words;
		uint32_t wrong;
		if (!stands_at(words, at, formula, &wrong))
			continue;
		for (uint32_t i = 0; wrong > 0 && formula[i] != NULL; i++) {
			struct page_word *word = &words->at[at + i];
			struct str core = scan_word_core(word->text);
			if (formula[i][0] != '\0' && !str_eq(core, str_of(formula[i])))
				scan_word_put_core(arena, word, core, str_of(formula[i]));
		}
		return;
	}
}

void scan_formula_mend(struct arena *arena, struct page *pages, size_t n)
{
	for (size_t p = 0; p < n; p++)
		for (size_t i = 0; pages[p].is_scan && i < pages[p].words.n; i++)
			mend_at(arena, &pages[p].words, i);
}
