/* The mark hỏi above â, ê and ô is easily taken for sắc, not the other way round. A word with sắc is compared with the one with
 * hỏi by the words beside it, of which pairs the document has more, and by how rare each is in official texts. */
#include "format/scan_vote.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "format/scan_word.h"
#include "viet/letter.h"
#include "viet/lower.h"
#include "viet/syllable.h"

enum {
	SURE = 97,       /* percent: nothing that was read so surely is changed */
	OFTEN = 2,       /* times that the better pair must be there */
	TIMES = 4,       /* as often as the pair it replaces */
	SHORT_FORMS = 3, /* times that a short form must be there */
	UNSURE = 85,     /* percent: a short form that was read less surely may have a letter too many */
	SHORTEST = 3,
	UTF8_ROOM = 8,
	RARER = 25,       /* of viet_syllable_cost(): twelve times as rare */
	UNSURE_MARK = 95, /* percent: a mark that was read less surely may be another */
};

/* A word without what stands around it. */
struct vote {
	struct page_word *word;
	struct str core, lower;
	uint32_t form; /* number of `lower` among all */
};
VEC_OF(vote, struct vote);

struct form {
	struct str text;
};

struct election {
	struct arena *arena;
	struct vote_vec votes; /* in the order of the text */
	struct form *forms;    /* in lower case, sorted */
	uint32_t n_forms;
	uint64_t *pairs; /* of forms side by side, sorted, each as often as it is there */
	size_t n_pairs;
};

static int compare_forms(const void *a, const void *b)
{
	return str_compare(((const struct form *)a)->text, ((const struct form *)b)->text);
}

static int compare_pairs(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return (x > y) - (x < y);
}

/* --- counting --- */

static void collect(struct election *e, struct page *pages, size_t n)
{
	for (size_t p = 0; p < n; p++)
		for (size_t i = 0; pages[p].is_scan && i < pages[p].words.n; i++) {
			struct page_word *word = &pages[p].words.at[i];
			struct vote vote = {.word = word, .core = scan_word_core(word->text)};
			vote.lower = viet_lower(e->arena, vote.core);
			VEC_PUSH(e->arena, &e->votes, vote);
		}
}

/* UINT32_MAX where the document does not have it. */
static uint32_t find_form(const struct election *e, struct str lower)
{
	struct form form = {lower};
	const struct form *found = bsearch(&form, e->forms, e->n_forms, sizeof form, compare_forms);
	return found != NULL ? (uint32_t)(found - e->forms) : UINT32_MAX;
}

static void number_forms(struct election *e)
{
	e->forms = ARENA_ARRAY(e->arena, struct form, e->votes.n);
	for (size_t i = 0; i < e->votes.n; i++)
		e->forms[i].text = e->votes.at[i].lower;
	qsort(e->forms, e->votes.n, sizeof *e->forms, compare_forms);
	for (size_t i = 0; i < e->votes.n; i++)
		if (i == 0 || !str_eq(e->forms[i].text, e->forms[e->n_forms - 1].text))
			e->forms[e->n_forms++] = e->forms[i];
	for (size_t i = 0; i < e->votes.n; i++)
		e->votes.at[i].form = find_form(e, e->votes.at[i].lower);
}

static uint64_t pair_of(uint32_t first, uint32_t second)
{
	return (uint64_t)first << 32 | second;
}

static void count_pairs(struct election *e)
{
	e->pairs = ARENA_ARRAY(e->arena, uint64_t, e->votes.n + 1);
	for (size_t i = 0; i + 1 < e->votes.n; i++)
		e->pairs[e->n_pairs++] = pair_of(e->votes.at[i].form, e->votes.at[i + 1].form);
	qsort(e->pairs, e->n_pairs, sizeof *e->pairs, compare_pairs);
}

/* The first pair that is not below `pair`. */
static size_t lower_bound(const struct election *e, uint64_t pair)
{
	size_t low = 0, high = e->n_pairs;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (e->pairs[middle] < pair)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t count_pair(const struct election *e, uint64_t pair)
{
	return lower_bound(e, pair + 1) - lower_bound(e, pair);
}

/* How often a form stands beside the words that stand beside word `at`. */
static size_t support(const struct election *e, size_t at, uint32_t form)
{
	size_t before = at > 0 ? count_pair(e, pair_of(e->votes.at[at - 1].form, form)) : 0;
	size_t behind = at + 1 < e->votes.n ? count_pair(e, pair_of(form, e->votes.at[at + 1].form)) : 0;
	return before > behind ? before : behind;
}

/* --- marks --- */

static void put_core(struct election *e, struct vote *vote, struct str core)
{
	size_t before = (size_t)(vote->core.ptr - vote->word->text.ptr);
	scan_word_put_core(e->arena, vote->word, vote->core, core);
	vote->core = str_part(vote->word->text, before, core.len);
}

/* The word with hỏi for sắc above its â, ê or ô; no text where it has none. */
static struct str with_other_mark(struct arena *arena, struct str core)
{
	struct buf buf;
	bool any = false;
	buf_init(&buf, arena, core.len + UTF8_ROOM);
	for (size_t at = 0; at < core.len;) {
		uint32_t c = utf8_next(core, &at);
		struct viet_letter letter = viet_letter_of(c), plain = letter;
		plain.tone = VIET_TONE_NGANG;
		plain.upper = false;
		uint32_t vowel = letter.letter != 0 ? viet_letter_compose(plain) : 0;
		if (letter.tone == VIET_TONE_SAC && (vowel == U'â' || vowel == U'ê' || vowel == U'ô')) {
			letter.tone = VIET_TONE_HOI;
			c = viet_letter_compose(letter);
			any = true;
		}
		buf_add_code_point(&buf, c);
	}
	return any && !buf.overflowed ? buf_str(&buf) : (struct str){0};
}

static void vote_on_mark(struct election *e, size_t at)
{
	struct vote *vote = &e->votes.at[at];
	struct str other = with_other_mark(e->arena, vote->core);
	struct str lower = other.len > 0 ? viet_lower(e->arena, other) : (struct str){0};
	if (other.len == 0 || !viet_syllable_is_possible(lower))
		return;
	uint32_t form = find_form(e, lower);
	size_t own = support(e, at, vote->form), found = form != UINT32_MAX ? support(e, at, form) : 0;
	int rarer = viet_syllable_cost(vote->lower) - viet_syllable_cost(lower);
	bool is_wrong = rarer >= 2 * RARER || (rarer >= RARER && (own <= 1 || found >= own));
	bool wins = found >= OFTEN && found >= TIMES * own;
	if (wins || (is_wrong && vote->word->confidence < UNSURE_MARK))
		put_core(e, vote, other);
}

/* --- short forms --- */

struct run {
	struct str text;
};
VEC_OF(run, struct run);

static int compare_runs(const void *a, const void *b)
{
	return str_compare(((const struct run *)a)->text, ((const struct run *)b)->text);
}

/* The end of the capitals that begin at `at`. */
static size_t capitals_end(struct arena *arena, struct str s, size_t at)
{
	while (at < s.len) {
		size_t next = at;
		utf8_next(s, &next);
		struct str letter = str_part(s, at, next - at);
		if (str_eq(viet_lower(arena, letter), letter))
			break;
		at = next;
	}
	return at;
}

/* The next run of capitals of a word from `at` on; false where there is none. */
static bool next_run(struct arena *arena, struct str s, size_t at, struct str *ret)
{
	while (at < s.len) {
		size_t end = capitals_end(arena, s, at);
		if (end - at >= 2) {
			*ret = str_part(s, at, end - at);
			return true;
		}
		if (end > at)
			at = end;
		else
			utf8_next(s, &at);
	}
	return false;
}

static size_t count_runs(const struct run_vec *runs, struct str text)
{
	size_t low = 0, high = runs->n, n = 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_compare(runs->at[middle].text, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < runs->n && str_eq(runs->at[low].text, text); low++)
		n++;
	return n;
}

static struct run_vec collect_runs(struct election *e)
{
	struct run_vec runs = {0};
	for (size_t i = 0; i < e->votes.n; i++) {
		struct str core = e->votes.at[i].core, run;
		for (size_t at = 0; next_run(e->arena, core, at, &run); at = (size_t)(run.ptr - core.ptr) + run.len)
			VEC_PUSH(e->arena, &runs, (struct run){run});
	}
	if (runs.n > 0)
		qsort(runs.at, runs.n, sizeof *runs.at, compare_runs);
	return runs;
}

/* What is left of a run without one of its letters, where the document has that often; else no text. */
static struct str without_a_letter(struct arena *arena, const struct run_vec *runs, struct str run)
{
	for (size_t at = 0; at < run.len;) {
		size_t next = at;
		utf8_next(run, &next);
		struct str shorter = str_format(arena, "%.*s%.*s", STR_ARG(str_part(run, 0, at)), STR_ARG(str_from(run, next)));
		if (utf8_count(shorter) >= 2 && count_runs(runs, shorter) >= SHORT_FORMS)
			return shorter;
		at = next;
	}
	return (struct str){0};
}

static void vote_on_short_form(struct election *e, const struct run_vec *runs, struct vote *vote)
{
	struct str run, core = vote->core;
	for (size_t at = 0; next_run(e->arena, core, at, &run); at = (size_t)(run.ptr - core.ptr) + run.len) {
		struct str shorter =
		    utf8_count(run) >= SHORTEST && count_runs(runs, run) == 1 ? without_a_letter(e->arena, runs, run) : (struct str){0};
		if (shorter.len == 0)
			continue;
		size_t begin = (size_t)(run.ptr - core.ptr);
		put_core(e, vote,
		         str_format(e->arena, "%.*s%.*s%.*s", STR_ARG(str_part(core, 0, begin)), STR_ARG(shorter),
		                    STR_ARG(str_from(core, begin + run.len))));
		return;
	}
}

void scan_vote(struct arena *arena, struct page *pages, size_t n)
{
	struct election election = {.arena = arena};
	collect(&election, pages, n);
	if (election.votes.n == 0)
		return;
	number_forms(&election);
	count_pairs(&election);
	struct run_vec runs = collect_runs(&election);
	for (size_t i = 0; i < election.votes.n; i++) {
		struct vote *vote = &election.votes.at[i];
		if (vote->core.len == 0 || vote->word->confidence >= SURE)
			continue;
		vote_on_mark(&election, i);
		if (vote->word->confidence < UNSURE)
			vote_on_short_form(&election, &runs, vote);
	}
}
