#include "reading/table_rows.h"

#include "reading/cell_lexicon.h"
#include "reading/flow_ordinal.h"
#include "reading/table_row.h"
#include "reading/torn_text.h"

enum { REPORT_EVERY = 100 };

/* Scores are as in cell_model.h: above 0 a row without an ordinal goes on with the row before it. */
static const float cut_by_page = 2.0F, same_page = -1.5F, title_goes_on = 3.0F, new_title = -2.0F, cell_is_new = -1.5F,
                   small_letter = 2.0F, unfinished = 2.0F, finished = -0.7F, whole_schedule = -2.0F, capital = -0.5F,
                   seen_together = 0.7F, torn = 6.0F;

/* A row in the making. */
struct row {
	struct table_cell_run_vec cells[TABLE_MAX_COLUMNS];
	struct str mark;
	struct document_span mark_span;
	bool is_group, continues;
	uint32_t doubted; /* columns, one bit each */
};
VEC_OF(row, struct row);

struct reader {
	struct arena *arena;
	struct table_text *text;
	const struct counts *pairs;
	const struct table_header *header;
	const struct cell_lexicon *lexicon;
	uint32_t ordinal, title; /* columns; TABLE_MAX_COLUMNS where there is none */
	bool is_whole;
	struct row_vec rows;
};

static uint32_t find_column(const struct table_header *header, enum table_column kind)
{
	for (uint32_t c = 0; c < header->n_columns; c++)
		if (header->columns[c] == kind)
			return c;
	return TABLE_MAX_COLUMNS;
}

static uint16_t flags_of(const struct reader *r, uint32_t word)
{
	return r->text->words.at[word].flags;
}

static bool is_covered(const struct table_raw_row *row, uint32_t column)
{
	return column < TABLE_MAX_COLUMNS && (row->covered >> column & 1u) != 0;
}

/* --- does a row go on with the one before? --- */

static float score_cell(const struct reader *r, uint32_t column, const struct table_cell_run_vec *before,
                        const struct table_cell_run_vec *cell)
{
	const struct table_cell_run *first = &cell->at[0];
	bool bullet = flags_of(r, first->first) & TABLE_WORD_BULLET;
	bool small = (flags_of(r, first->first) & TABLE_WORD_LOWER) && !bullet;
	if (before->n == 0)
		return small ? 0 : cell_is_new;
	uint32_t last = before->at[before->n - 1].end - 1;
	uint16_t end = flags_of(r, last);
	float score = small ? small_letter : 0;
	if (torn_text_is_year(table_text_word(r->text, last), table_text_word(r->text, first->first)))
		score += torn;
	if (end & (TABLE_WORD_OPEN | TABLE_WORD_COMMA))
		score += unfinished;
	else if ((end & TABLE_WORD_STOPS) && !bullet)
		score += finished;
	if (!small && !bullet)
		score += capital;
	const struct table_word *words = r->text->words.at;
	if (counts_get(r->pairs, table_text_pair_of(words[last].exact, words[first->first].exact)) > 0)
		score += seen_together;
	static const float surely = 1.5F;
	enum table_column kind = r->header->columns[column];
	if (kind == TABLE_SCHEDULE && !small &&
	    cell_lexicon_score_start(r->lexicon, r->text, kind, first->first, first->end) > surely)
		score += whole_schedule;
	return score;
}

static bool goes_on(const struct reader *r, const struct table_raw_row *row)
{
	const struct row *before = &r->rows.at[r->rows.n - 1];
	float score = row->after_cut ? cut_by_page : same_page;
	bool has_ordinals = r->ordinal < TABLE_MAX_COLUMNS;
	for (uint32_t c = 0; c < r->header->n_columns; c++) {
		const struct table_cell_run_vec *cell = &row->cells[c];
		if (cell->n == 0 || c == r->ordinal || is_covered(row, c))
			continue;
		bool small = flags_of(r, cell->at[0].first) & TABLE_WORD_LOWER;
		if (c == r->title && row->after_cut)
			score += has_ordinals || small ? title_goes_on : new_title;
		score += score_cell(r, c, &before->cells[c], cell);
	}
	return score > 0;
}

/* --- headings over rows --- */

static bool is_all_capitals(const struct reader *r, const struct table_cell_run_vec *cell)
{
	uint32_t n = 0;
	for (size_t i = 0; i < cell->n; i++)
		for (uint32_t w = cell->at[i].first; w < cell->at[i].end; w++, n++)
			if ((flags_of(r, w) & TABLE_WORD_LETTERS) && !(flags_of(r, w) & TABLE_WORD_CAPS))
				return false;
	return n >= 2;
}

static bool same_words(const struct reader *r, const struct table_cell_run_vec *a, const struct table_cell_run_vec *b)
{
	const struct table_word *words = r->text->words.at;
	const struct table_cell_run *x = &a->at[0], *y = &b->at[0];
	if (a->n != b->n || x->end - x->first != y->end - y->first)
		return false;
	for (uint32_t i = 0; i < x->end - x->first; i++)
		if (words[x->first + i].key != words[y->first + i].key)
			return false;
	return true;
}

/* A heading over rows: one text alone in its row (or repeated in each cell, as merged cells come), numbered as groups are or
 * above the numbers of parts, in capitals, bold, or over several columns. */
static bool is_group(const struct reader *r, const struct table_raw_row *row, bool has_mark, const struct flow_ordinal_mark *mark,
                     bool is_parent)
{
	const struct table_cell_run_vec *text = NULL;
	bool wide = false;
	for (uint32_t c = 0; c < r->header->n_columns; c++) {
		const struct table_cell_run_vec *cell = &row->cells[c];
		if (cell->n == 0 || (c == r->ordinal && has_mark) || is_covered(row, c))
			continue;
		if (text != NULL && !same_words(r, text, cell))
			return false;
		wide = wide || text != NULL || (row->wide >> c & 1u) != 0;
		text = cell;
	}
	if (text == NULL)
		return false;
	bool numbered = has_mark && (mark->kind != ORDINAL_NUMBER || is_parent);
	return numbered || is_all_capitals(r, text) || row->emphasised || wide;
}

/* The text of a heading is its title, in whichever cell it stands, and once. */
static void move_to_title(const struct reader *r, const struct table_raw_row *raw, struct row *row)
{
	for (uint32_t c = 0; c < r->header->n_columns; c++)
		row->cells[c] = (struct table_cell_run_vec){0};
	for (uint32_t c = 0; c < r->header->n_columns; c++) {
		bool is_mark = c == r->ordinal && row->mark.ptr != NULL;
		if (raw->cells[c].n == 0 || is_mark || is_covered(raw, c))
			continue;
		row->cells[r->title < TABLE_MAX_COLUMNS ? r->title : 0] = raw->cells[c];
		return;
	}
}

/* --- rows --- */

/* Why cells are added to a row. */
enum adding {
	ADD_ROW,   /* they are its own */
	ADD_CUT,   /* they go on with what a page cut */
	ADD_LISTS, /* they are further products of its task */
};

/* What a cell above says for several rows it says for each. */
static void add_cells(struct reader *r, const struct table_raw_row *from, enum adding adding, struct row *row)
{
	row->doubted |= from->doubted;
	for (uint32_t c = 0; c < r->header->n_columns; c++) {
		if (c == r->ordinal || (adding != ADD_ROW && is_covered(from, c)))
			continue;
		for (size_t i = 0; i < from->cells[c].n; i++) {
			struct table_cell_run run = from->cells[c].at[i];
			bool bullet = flags_of(r, run.first) & TABLE_WORD_BULLET;
			if (i == 0)
				run.begins_item = adding != ADD_CUT || bullet;
			VEC_PUSH(r->arena, &row->cells[c], run);
		}
	}
}

/* In a programme of months the time stands before the work, and once for all works of the month. */
static void take_schedule_from_above(struct reader *r, struct row *row)
{
	uint32_t schedule = find_column(r->header, TABLE_SCHEDULE);
	if (r->ordinal < TABLE_MAX_COLUMNS || schedule >= r->title || r->rows.n == 0 || row->cells[schedule].n > 0)
		return;
	row->cells[schedule] = r->rows.at[r->rows.n - 1].cells[schedule];
}

/* Whether all that a row has of its own is products or the like of the task that reaches down to it. */
static bool only_lists(const struct reader *r, const struct table_raw_row *row)
{
	for (uint32_t c = 0; c < r->header->n_columns; c++) {
		enum table_column kind = r->header->columns[c];
		if (kind != TABLE_PRODUCT && kind != TABLE_CHANNEL && !is_covered(row, c) && row->cells[c].n > 0)
			return false;
	}
	return true;
}

/* Whether the row belongs to the last one: merged cells say so, or its words. */
static bool joins(const struct reader *r, const struct table_raw_row *row, bool part, bool has_title)
{
	if (part)
		return only_lists(r, row);
	return (row->after_cut || !has_title || r->ordinal < TABLE_MAX_COLUMNS) && goes_on(r, row);
}

/* The ordinal of a row; false where it has none. */
static bool find_mark(const struct reader *r, const struct table_raw_row *raw, struct flow_ordinal_mark *ret)
{
	const struct table_cell_run_vec *cell = r->ordinal < TABLE_MAX_COLUMNS ? &raw->cells[r->ordinal] : NULL;
	return cell != NULL && cell->n == 1 && cell->at[0].end == cell->at[0].first + 1 && !is_covered(raw, r->ordinal) &&
	       flow_ordinal_parse(table_text_word(r->text, cell->at[0].first), ret);
}

/* Whether the row after "1" is "1.1". */
static bool is_parent(const struct reader *r, const struct flow_ordinal_mark *mark, const struct table_raw_row *next)
{
	struct flow_ordinal_mark below;
	return mark->kind == ORDINAL_NUMBER && mark->minor == 0 && next != NULL && find_mark(r, next, &below) &&
	       below.kind == ORDINAL_NUMBER && below.major == mark->major && below.minor > 0;
}

/* `next`: the row after it; NULL for the last. */
static void read_row(struct reader *r, const struct table_raw_row *raw, const struct table_raw_row *next)
{
	struct flow_ordinal_mark mark = {0};
	struct row row = {0};
	bool has_mark = find_mark(r, raw, &mark);
	row.is_group = is_group(r, raw, has_mark, &mark, has_mark && is_parent(r, &mark, next));
	if (has_mark) {
		row.mark = mark.text;
		row.mark_span = r->text->words.at[raw->cells[r->ordinal].at[0].first].span;
	}
	bool part = is_covered(raw, r->title); /* of the task above, whose title covers it */
	bool has_title = r->title < TABLE_MAX_COLUMNS && raw->cells[r->title].n > 0 && !part;
	bool may_go_on = !has_mark && !row.is_group && r->rows.n > 0 && !r->rows.at[r->rows.n - 1].is_group;
	if (may_go_on && joins(r, raw, part, has_title)) {
		add_cells(r, raw, part ? ADD_LISTS : ADD_CUT, &r->rows.at[r->rows.n - 1]);
		return;
	}
	row.continues = may_go_on && !has_title;
	add_cells(r, raw, ADD_ROW, &row);
	if (row.is_group)
		move_to_title(r, raw, &row);
	else if (part)
		row.cells[r->title] = (struct table_cell_run_vec){0};
	else
		take_schedule_from_above(r, &row);
	VEC_PUSH(r->arena, &r->rows, row);
}

/* --- to cells --- */

static uint8_t confidence_of(const struct table_cell_run_vec *runs, bool is_whole, bool is_doubted)
{
	enum { SURE = 98, CUT = 92, LAID_OUT = 93, DOUBTED = 80 };
	return is_doubted ? DOUBTED : !is_whole ? LAID_OUT : runs->n > 1 ? CUT : SURE;
}

static void compose(struct reader *r, const struct row *row, struct table *table)
{
	enum { SURE = 98 };
	struct table_row out = {.is_group = row->is_group, .continues = row->continues};
	for (uint32_t c = 0; c < r->header->n_columns; c++) {
		struct table_cell cell;
		table_cell_compose(r->arena, r->text, &row->cells[c], r->is_whole,
		                   confidence_of(&row->cells[c], r->is_whole, (row->doubted >> c & 1u) != 0), &cell);
		table_row_put(r->arena, &out, r->header->columns[c], &cell);
	}
	if (row->mark.ptr != NULL)
		out.cells[TABLE_ORDINAL].text = table_row_ordinal(row->mark_span, row->mark, SURE);
	table_row_measure(&out);
	if (out.span.end > 0)
		VEC_PUSH(r->arena, &table->rows, out);
}

enum rc table_rows_read(struct arena *arena, struct table_text *text, const struct counts *pairs,
                        const struct table_header *header, const struct table_raw_row_vec *rows, bool is_whole,
                        reading_progress progress, void *context, struct table *table)
{
	enum { ALL = 100 };
	struct reader r = {.arena = arena, .text = text, .pairs = pairs, .header = header, .is_whole = is_whole};
	r.lexicon = cell_lexicon_new(arena, text);
	r.ordinal = find_column(header, TABLE_ORDINAL);
	r.title = find_column(header, TABLE_TITLE);
	for (size_t i = 0; i < rows->n; i++)
		read_row(&r, &rows->at[i], i + 1 < rows->n ? &rows->at[i + 1] : NULL);
	for (size_t i = 0; i < r.rows.n; i++) {
		if (progress != NULL && i % REPORT_EVERY == 0 && progress(context, (int)(i * ALL / r.rows.n)))
			return RC_CANCELLED;
		if (table->rows.n >= READING_MAX_TASKS)
			return RC_LIMIT;
		compose(&r, &r.rows.at[i], table);
	}
	return RC_OK;
}
