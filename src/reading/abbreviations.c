#include "reading/abbreviations.h"

#include "reading/unit_name.h"
#include "viet/fold.h"

enum { MOST_LETTERS = 10, MOST_NAME_WORDS = 24, MOST_SHORT_WORDS = 6, MOST = 100 };

/* How many words before word `end` begin with the letters of the abbreviation, one each, but for an "và" that it leaves out; 0
 * where they do not. */
static size_t words_meant(struct arena *arena, const struct words *words, size_t end, struct str letters)
{
	size_t at = end;
	if (letters.len < 2 || letters.len > MOST_LETTERS)
		return 0;
	for (size_t i = letters.len; i > 0; i--) {
		if (at > 0 && i < letters.len && words_is(words, at - 1, "và") && letters.ptr[i - 1] != 'v')
			at--;
		if (at == 0 || words->at[at - 1].kind != WORD_LETTERS)
			return 0;
		struct str folded = viet_fold(arena, words->at[--at].key);
		if (folded.len == 0 || folded.ptr[0] != letters.ptr[i - 1])
			return 0;
	}
	return end - at;
}

static bool is_known(const struct reading_abbreviation_vec *all, struct str abbreviation)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->at[i].abbreviation, abbreviation))
			return true;
	return false;
}

static void add(struct arena *arena, const struct lines_paragraph *p, struct str abbreviation, size_t from, size_t to,
                struct reading_abbreviation_vec *all)
{
	if (all->n == MOST || is_known(all, abbreviation))
		return;
	struct reading_abbreviation one = {.abbreviation = abbreviation};
	one.meaning = lines_field(arena, p, p->words.at[from].begin, p->words.at[to - 1].end, 95);
	VEC_PUSH(arena, all, one);
}

/* "(CCHC)" at word `open`. */
static bool read_letters(struct arena *arena, const struct lines_paragraph *p, size_t open, struct reading_abbreviation_vec *all)
{
	const struct words *words = &p->words;
	if (!words->at[open + 1].all_capitals || !words_is(words, open + 2, ")"))
		return false;
	struct str abbreviation = words_text(words, open + 1, open + 2);
	size_t n = words_meant(arena, words, open, viet_fold(arena, abbreviation));
	if (n > 0)
		add(arena, p, abbreviation, open - n, open, all);
	return n > 0;
}

/* The first word of the unit's name that ends before word `end`: the longest; `end` where there is none. */
static size_t name_before(const struct words *words, size_t end)
{
	for (size_t from = end > MOST_NAME_WORDS ? end - MOST_NAME_WORDS : 0; from < end; from++)
		if (words->at[from].capital && unit_name_at(words, from) >= end - from)
			return from;
	return end;
}

/* "(sau đây viết tắt là Sở VHTT)", "(gọi tắt là Ban Chỉ đạo)" at word `open`, behind the name of a unit or words that begin with
 * its letters. */
static void read_said(struct arena *arena, const struct lines_paragraph *p, size_t open, struct reading_abbreviation_vec *all)
{
	static const char *const saying[] = {"viết tắt là", "gọi tắt là", "viết tắt", "gọi tắt", "gọi chung là", "gọi là"};
	const struct words *words = &p->words;
	size_t at = open + 1, said = 0, close;
	at += words_match(words, at, "sau đây");
	at += words_is(words, at, "được") ? 1 : 0;
	said = words_longest(words, at, saying, sizeof saying / sizeof saying[0]);
	at += said;
	at += words_is(words, at, ":") ? 1 : 0;
	for (close = at; close < words->n && close < at + MOST_SHORT_WORDS && !words_is(words, close, ")"); close++)
		;
	if (said == 0 || close == at || !words_is(words, close, ")"))
		return;
	struct str abbreviation = words_text(words, at, close);
	size_t from = name_before(words, open), n = 0;
	if (from == open && close == at + 1)
		n = words_meant(arena, words, open, viet_fold(arena, abbreviation));
	from = from == open ? open - n : from;
	if (from < open)
		add(arena, p, abbreviation, from, open, all);
}

static void read_paragraph(struct arena *arena, const struct lines_paragraph *p, struct reading_abbreviation_vec *all)
{
	for (size_t i = 0; i + 2 < p->words.n; i++)
		if (words_is(&p->words, i, "(") && !read_letters(arena, p, i, all))
			read_said(arena, p, i, all);
}

static bool is_between_words(struct str text, size_t at, size_t len)
{
	return (at == 0 || text.ptr[at - 1] == ' ') && (at + len == text.len || text.ptr[at + len] == ' ');
}

/* What a unit is called in full, the longest abbreviation in it written out; no text where it has none. */
static struct str spelled_out(struct arena *arena, const struct reading_abbreviation_vec *all, struct str unit)
{
	const struct reading_abbreviation *best = NULL;
	size_t at = 0;
	for (size_t i = 0; i < all->n; i++) {
		struct str short_form = all->at[i].abbreviation;
		size_t found = str_find(unit, short_form, 0);
		if (found == SIZE_MAX || !is_between_words(unit, found, short_form.len) || str_contains(all->at[i].meaning.text, unit) ||
		    (best != NULL && short_form.len <= best->abbreviation.len))
			continue;
		best = &all->at[i];
		at = found;
	}
	if (best == NULL)
		return (struct str){0};
	struct str before = str_part(unit, 0, at), after = str_from(unit, at + best->abbreviation.len);
	return str_format(arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(best->meaning.text), STR_ARG(after));
}

void abbreviations_spell_out(struct arena *arena, struct reading *reading)
{
	for (size_t t = 0; t < reading->tasks.n && reading->abbreviations.n > 0; t++)
		for (size_t k = 0; k < reading->tasks.at[t].parts.n; k++) {
			struct reading_assignment_vec *units = &reading->tasks.at[t].parts.at[k].assignments;
			for (size_t i = 0; i < units->n; i++)
				units->at[i].in_full = spelled_out(arena, &reading->abbreviations, units->at[i].unit);
		}
}

struct reading_abbreviation_vec abbreviations_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs)
{
	struct reading_abbreviation_vec all = {0};
	for (size_t i = 0; i < paragraphs->n; i++)
		read_paragraph(arena, &paragraphs->at[i], &all);
	return all;
}
