#include "reading/targets.h"

#include <string.h>

#include "reading/words.h"

/* What speaks for a percentage being a target, in percent (docs/confidence.md). */
enum evidence {
	UNDER_AIMS = 95,   /* in a section of aims */
	AIMED_AT = 86,     /* with a word that aims at it: "phấn đấu", "ít nhất" */
	IN_A_PRODUCT = 80, /* of a task */
	ONLY_NAMED = 75,   /* it may be a result, or a share */
};

struct finder {
	struct arena *arena;
	struct reading_target_vec out;
	unsigned aims; /* one bit for each level of headings: the one that is open speaks of aims */
};

/* The percentage whose sign is word `i` ("100%", "99,5 %"); no text where it is none. */
static struct str percentage_at(struct arena *arena, const struct words *words, size_t from, size_t i)
{
	if (i <= from || !words_is(words, i, "%") || words_number(words, i - 1) < 0)
		return (struct str){0};
	size_t begin = i - 1;
	bool decimal = begin >= from + 2 && (words_is(words, begin - 1, ",") || words_is(words, begin - 1, ".")) &&
	               words_number(words, begin - 2) >= 0 && !words->at[begin].space_before && !words->at[begin - 1].space_before;
	return str_format(arena, "%.*s%%", STR_ARG(words_text(words, decimal ? begin - 2 : begin, i)));
}

/* Adds each percentage among words from..to-1 once; `text` says what it is of. */
static void add_all(struct finder *f, const struct words *words, size_t from, size_t to, const struct reading_field *text)
{
	size_t first = f->out.n;
	for (size_t i = from; i < to; i++) {
		struct str value = percentage_at(f->arena, words, from, i);
		bool again = false;
		for (size_t k = first; k < f->out.n; k++)
			again = again || str_eq(f->out.at[k].value, value);
		if (value.len > 0 && !again)
			VEC_PUSH(f->arena, &f->out, (struct reading_target){.text = *text, .value = value});
	}
}

static bool has_any(const struct words *words, size_t from, size_t to, const char *const *phrases, size_t n)
{
	for (size_t i = from; i < to; i++)
		if (words_longest(words, i, phrases, n) > 0)
			return true;
	return false;
}

static uint8_t evidence_of(const struct finder *f, const struct words *words, size_t from, size_t to)
{
	static const char *const aiming[] = {"phấn đấu", "bảo đảm", "đảm bảo", "tối thiểu", "ít nhất", "đạt",
	                                     "trên",     "trở lên", "giảm",    "tăng",      "nâng",    "hoàn thành"};
	if (f->aims != 0)
		return UNDER_AIMS;
	return has_any(words, from, to, aiming, sizeof aiming / sizeof aiming[0]) ? AIMED_AT : ONLY_NAMED;
}

static void read_paragraph(struct finder *f, const struct lines_paragraph *p)
{
	const struct words *words = &p->words;
	size_t from = lines_first_word(p);
	if (memchr(p->text.ptr, '%', p->text.len) == NULL)
		return;
	for (size_t i = from; i < words->n; i++) {
		bool last = i + 1 == words->n;
		bool ends = (words_is(words, i, ".") || words_is(words, i, ";")) && !last && words->at[i + 1].space_before &&
		            words->at[i + 1].capital;
		if (!ends && !last)
			continue;
		uint8_t confidence = evidence_of(f, words, from, i + 1);
		struct reading_field text = lines_field(f->arena, p, words->at[from].begin, words->at[i].end, confidence);
		add_all(f, words, from, i + 1, &text);
		from = i + 1;
	}
}

/* Remembers whether the heading at `level` speaks of aims; those below it are closed. */
static void enter(struct finder *f, const struct lines_paragraph *p, int level)
{
	enum { MAX_HEADING = 16 };
	static const char *const aims[] = {"mục tiêu", "chỉ tiêu", "mục đích", "yêu cầu", "kết quả cần đạt"};
	size_t from = lines_first_word(p), to = p->words.n < from + MAX_HEADING ? p->words.n : from + MAX_HEADING;
	f->aims &= (1u << level) - 1;
	if (has_any(&p->words, from, to, aims, sizeof aims / sizeof aims[0]))
		f->aims |= 1u << level;
}

static void read_products(struct finder *f, const struct reading_field_vec *products)
{
	for (size_t i = 0; i < products->n; i++) {
		struct reading_field text = products->at[i];
		if (!str_contains(text.text, STR("%")))
			continue;
		struct words words = words_of(f->arena, text.text);
		text.confidence = text.confidence < IN_A_PRODUCT ? text.confidence : IN_A_PRODUCT;
		add_all(f, &words, 0, words.n, &text);
	}
}

struct reading_target_vec targets_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, struct header_body body,
                                       const struct outline_place_vec *places, const struct reading_task_vec *tasks)
{
	struct finder f = {.arena = arena};
	for (size_t i = 0; i < paragraphs->n; i++) {
		const struct lines_paragraph *p = &paragraphs->at[i];
		const struct outline_place *place = i >= body.first && i - body.first < places->n ? &places->at[i - body.first] : NULL;
		if (place == NULL || place->top == SIZE_MAX)
			f.aims = 0;
		else if (place->level > 0)
			enter(&f, p, place->level);
		read_paragraph(&f, p);
	}
	for (size_t i = 0; i < tasks->n; i++)
		for (size_t k = 0; k < tasks->at[i].parts.n; k++)
			read_products(&f, &tasks->at[i].parts.at[k].products);
	return f.out;
}
