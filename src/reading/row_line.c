#include "reading/row_line.h"

#include "reading/torn_text.h"

/* Scores are as in cell_model.h. */
static const float new_line = -0.75F;  /* a cell begins with a line */
static const float list_begins = 2.5F; /* a bullet inside a line, and one at the begin of the next */
static const float in_quotes = -6.0F;  /* a cell ends inside what is quoted */
static const float torn = 9.0F;        /* two lines are one word or date */

struct preparer {
	const struct cell_model *model;
	struct arena *scratch;
	bool is_first;
	uint32_t first_word, end_word;
	float joined; /* a line holds the end of one cell and the begin of the next */
	bool *quoted; /* by word: a quotation goes on from the word before */
};

static uint16_t flags_of(const struct preparer *p, uint32_t word)
{
	return p->model->text->words.at[word].flags;
}

static bool may_start(const struct preparer *p, uint32_t word)
{
	bool any_open = !p->is_first;
	return any_open || (flags_of(p, word) & (TABLE_WORD_UPPER | TABLE_WORD_BULLET | TABLE_WORD_DIGIT));
}

/* Where pieces may begin: with the line, and where a word could begin a cell. A bare bullet begins with itself. */
static void find_starts(const struct preparer *p, const struct flow_line *line, struct row_line *ret)
{
	ret->n_starts = 0;
	ret->starts[ret->n_starts++] = line->first;
	for (uint32_t w = line->first + 1; w < line->end && ret->n_starts < ROW_LINE_MOST_STARTS; w++) {
		uint16_t before = flags_of(p, w - 1);
		bool after_bullet = (before & TABLE_WORD_BULLET) && !(before & TABLE_WORD_LETTERS);
		if (!after_bullet && may_start(p, w))
			ret->starts[ret->n_starts++] = w;
	}
	ret->starts[ret->n_starts] = line->end;
}

/* Of any cell ending before the word, inside a line. */
static float inside_score(const struct preparer *p, uint32_t word)
{
	return p->joined + cell_model_score_unit(p->model, word, p->end_word) - cell_model_score_bound(p->model, word - 1, word) -
	       cell_model_score_going_on_inside(p->model, word - 1, word) + (p->quoted[word - p->first_word] ? in_quotes : 0);
}

static bool is_torn(const struct preparer *p, uint32_t last, uint32_t next)
{
	const struct table_text *text = p->model->text;
	return torn_text_is_one(table_text_word(text, last), table_text_word(text, next));
}

/* What is the same whatever the column, so that it is looked up once. */
static void score_line(const struct preparer *p, const struct flow_line *line, const struct flow_line *next, struct row_line *ret)
{
	bool list = next != NULL && (flags_of(p, next->first) & TABLE_WORD_BULLET);
	for (uint32_t i = 1; i < ret->n_starts; i++) {
		ret->inside[i] = inside_score(p, ret->starts[i]);
		ret->inside[i] += list && (flags_of(p, ret->starts[i]) & TABLE_WORD_BULLET) ? list_begins : 0;
	}
	if (next == NULL)
		return;
	uint32_t last = line->end - 1;
	bool alone = last == line->first;
	float bound = alone && is_torn(p, last, next->first) ? torn : cell_model_score_bound(p->model, last, next->first);
	ret->is_bound = bound > 0;
	ret->leave = new_line + cell_model_score_gap(p->model, next->gap) - bound;
	ret->leave += p->quoted[next->first - p->first_word] ? in_quotes : 0;
	ret->going_on = cell_model_score_going_on(p->model, last, next->first);
}

/* Marks the words inside quotations that are closed again before long. */
static void find_quotations(struct preparer *p)
{
	enum { MOST_WORDS = 40 };
	const struct str open = STR("“"), close = STR("”");
	p->quoted = ARENA_ARRAY(p->scratch, bool, p->end_word - p->first_word + 1);
	uint32_t begin = UINT32_MAX;
	for (uint32_t w = p->first_word; w < p->end_word; w++) {
		if (!(flags_of(p, w) & TABLE_WORD_QUOTES))
			continue;
		struct str word = table_text_word(p->model->text, w);
		if (str_contains(word, open))
			begin = w;
		if (begin == UINT32_MAX || !str_contains(word, close))
			continue;
		for (uint32_t i = begin + 1; i <= w && w - begin < MOST_WORDS; i++)
			p->quoted[i - p->first_word] = true;
		begin = UINT32_MAX;
	}
}

struct row_line *row_line_prepare(const struct cell_model *model, struct arena *scratch, const struct flow_line *lines,
                                  uint32_t n_lines, bool is_first)
{
	struct preparer p = {.model = model, .scratch = scratch, .is_first = is_first, .joined = cell_model_score_joined(model)};
	struct row_line *all = ARENA_ARRAY(scratch, struct row_line, n_lines);
	p.first_word = lines[0].first;
	p.end_word = lines[n_lines - 1].end;
	find_quotations(&p);
	for (uint32_t l = 0; l < n_lines; l++) {
		find_starts(&p, &lines[l], &all[l]);
		score_line(&p, &lines[l], l + 1 < n_lines ? &lines[l + 1] : NULL, &all[l]);
	}
	return all;
}
