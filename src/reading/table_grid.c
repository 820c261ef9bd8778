#include "reading/table_grid.h"

#include <string.h>

#include "reading/flow_ordinal.h"
#include "reading/table_cell.h"
#include "reading/table_row.h"

enum { REPORT_EVERY = 100 };

/* Scores are as in cell_model.h: above 0 a row without an ordinal goes on with the row before it. */
static const float cut_by_page = 2.0F, same_page = -1.5F, title_goes_on = 3.0F, new_title = -2.0F, cell_is_new = -1.5F,
                   small_letter = 2.0F, unfinished = 2.0F, finished = -0.7F, whole_schedule = -2.0F, capital = -0.5F,
                   seen_together = 0.7F;

/* A row in the making: its cells as runs of words. */
struct raw_row {
	struct table_cell_run_vec cells[TABLE_MAX_COLUMNS];
	struct str mark;
	struct document_span mark_span;
	bool is_group, continues;
};
VEC_OF(raw_row, struct raw_row);

struct grid {
	struct arena *arena;
	struct table_text *text;
	const struct counts *pairs;
	const struct table_header *header;
	const struct cell_lexicon *lexicon;
	struct raw_row_vec rows;
	uint32_t first_row; /* of the part of a task, or task, that a row may go on with */
};

static const struct table_line *cell_at(const struct grid *grid, uint32_t block, uint32_t column)
{
	static const struct table_line none = {0};
	if (column >= grid->text->document->blocks.at[block].n_cells)
		return &none;
	return &grid->text->cells.at[grid->text->cell_of_block[block] + column];
}

/* Whether a cell of a row above reaches down to the row in this column. */
static bool is_covered(const struct grid *grid, uint32_t block, uint32_t column)
{
	const struct document_block *row = &grid->text->document->blocks.at[block];
	return column < row->n_cells && row->cells[column].is_covered;
}

static bool is_empty(const struct table_line *cell)
{
	return cell->first == cell->end;
}

static uint32_t find_column(const struct grid *grid, enum table_column kind)
{
	for (uint32_t c = 0; c < grid->header->n_columns; c++)
		if (grid->header->columns[c] == kind)
			return c;
	return TABLE_MAX_COLUMNS;
}

/* --- does a row go on with the one before? --- */

static float score_cell(const struct grid *grid, uint32_t column, const struct table_cell_run_vec *before,
                        const struct table_line *cell)
{
	const struct table_word *words = grid->text->words.at;
	uint16_t first = words[cell->first].flags;
	bool bullet = first & TABLE_WORD_BULLET, small = (first & TABLE_WORD_LOWER) && !bullet;
	if (before->n == 0)
		return small ? 0 : cell_is_new;
	const struct table_cell_run *last = &before->at[before->n - 1];
	uint16_t end = words[last->end - 1].flags;
	float score = small ? small_letter : 0;
	if (end & (TABLE_WORD_OPEN | TABLE_WORD_COMMA))
		score += unfinished;
	else if ((end & TABLE_WORD_STOPS) && !bullet)
		score += finished;
	if (!small && !bullet)
		score += capital;
	if (counts_get(grid->pairs, table_text_pair_of(words[last->end - 1].exact, words[cell->first].exact)) > 0)
		score += seen_together;
	static const float surely = 1.5F;
	enum table_column kind = grid->header->columns[column];
	if (kind == TABLE_SCHEDULE && cell_lexicon_score_start(grid->lexicon, grid->text, kind, cell->first, cell->end) > surely &&
	    !small)
		score += whole_schedule;
	return score;
}

static bool goes_on(const struct grid *grid, uint32_t block, bool after_cut)
{
	const struct raw_row *before = &grid->rows.at[grid->rows.n - 1];
	float score = after_cut ? cut_by_page : same_page;
	bool has_ordinals = find_column(grid, TABLE_ORDINAL) < TABLE_MAX_COLUMNS;
	for (uint32_t c = 0; c < grid->header->n_columns; c++) {
		const struct table_line *cell = cell_at(grid, block, c);
		if (is_empty(cell) || grid->header->columns[c] == TABLE_ORDINAL)
			continue;
		bool small = grid->text->words.at[cell->first].flags & TABLE_WORD_LOWER;
		if (grid->header->columns[c] == TABLE_TITLE && after_cut)
			score += has_ordinals || small ? title_goes_on : new_title;
		score += score_cell(grid, c, &before->cells[c], cell);
	}
	return score > 0;
}

/* --- rows --- */

/* Why cells are added to a row. */
enum adding {
	ADD_ROW,   /* they are its own */
	ADD_CUT,   /* they go on with what a page cut */
	ADD_LISTS, /* they are further products of its task */
};

/* What a cell above says for several rows it says for each, but for the title of a task that they are parts of. */
static void add_cells(struct grid *grid, struct raw_row *row, uint32_t block, enum adding adding)
{
	for (uint32_t c = 0; c < grid->header->n_columns; c++) {
		const struct table_line *cell = cell_at(grid, block, c);
		bool is_title = grid->header->columns[c] == TABLE_TITLE;
		bool again = is_covered(grid, block, c) && (adding != ADD_ROW || row->is_group || (is_title && row->continues));
		if (is_empty(cell) || again || grid->header->columns[c] == TABLE_ORDINAL)
			continue;
		bool bullet = grid->text->words.at[cell->first].flags & TABLE_WORD_BULLET;
		VEC_PUSH(grid->arena, &row->cells[c],
		         (struct table_cell_run){.first = cell->first, .end = cell->end, .begins_item = adding != ADD_CUT || bullet});
	}
	/* what stands beyond the last column of the header belongs to it */
	for (uint32_t c = grid->header->n_columns; c < grid->text->document->blocks.at[block].n_cells; c++) {
		const struct table_line *cell = cell_at(grid, block, c);
		if (!is_empty(cell) && !is_covered(grid, block, c))
			VEC_PUSH(grid->arena, &row->cells[grid->header->n_columns - 1],
			         (struct table_cell_run){.first = cell->first, .end = cell->end});
	}
}

static bool is_all_capitals(const struct grid *grid, const struct table_line *cell)
{
	for (uint32_t w = cell->first; w < cell->end; w++) {
		uint16_t flags = grid->text->words.at[w].flags;
		if ((flags & TABLE_WORD_LETTERS) && !(flags & TABLE_WORD_CAPS))
			return false;
	}
	return cell->end >= cell->first + 2;
}

/* A heading over rows: one text alone in its row (or repeated in each cell, as merged cells come), numbered as groups are, or in
 * capitals or bold. */
static bool is_group_row(const struct grid *grid, uint32_t block, bool has_mark, const struct flow_ordinal_mark *mark)
{
	const struct document_block *row = &grid->text->document->blocks.at[block];
	const struct table_line *text = NULL;
	for (uint32_t c = 0; c < row->n_cells; c++) {
		const struct table_line *cell = cell_at(grid, block, c);
		bool is_ordinal = c < grid->header->n_columns && grid->header->columns[c] == TABLE_ORDINAL && has_mark;
		if (is_empty(cell) || is_ordinal || row->cells[c].is_covered)
			continue;
		if (text != NULL &&
		    !str_eq(document_span_text(grid->text->document, row->cells[c].span),
		            document_span_text(grid->text->document, grid->text->words.at[text->first].span)) &&
		    !(cell->end - cell->first == text->end - text->first &&
		      grid->text->words.at[cell->first].key == grid->text->words.at[text->first].key &&
		      grid->text->words.at[cell->end - 1].key == grid->text->words.at[text->end - 1].key))
			return false;
		text = cell;
	}
	if (text == NULL)
		return false;
	return (has_mark && mark->kind != ORDINAL_NUMBER) || is_all_capitals(grid, text) || row->emphasised;
}

static void add_row(struct grid *grid, uint32_t block, struct raw_row row)
{
	add_cells(grid, &row, block, ADD_ROW);
	if (row.is_group) {
		/* the text of a heading is its title, in whichever cell it stands, and once */
		uint32_t title = find_column(grid, TABLE_TITLE);
		struct table_cell_run_vec first = {0};
		for (uint32_t c = 0; c < grid->header->n_columns; c++) {
			if (first.n == 0)
				first = row.cells[c];
			row.cells[c] = (struct table_cell_run_vec){0};
		}
		row.cells[title] = first;
	}
	VEC_PUSH(grid->arena, &grid->rows, row);
}

/* Whether all that a row has of its own is products or the like of the task that reaches down to it. */
static bool only_lists(const struct grid *grid, uint32_t block)
{
	for (uint32_t c = 0; c < grid->header->n_columns; c++) {
		enum table_column kind = grid->header->columns[c];
		if (kind != TABLE_PRODUCT && kind != TABLE_CHANNEL && !is_covered(grid, block, c) && !is_empty(cell_at(grid, block, c)))
			return false;
	}
	return true;
}

/* Goes on with the last row where the words say so, or merged cells. */
static bool join_row(struct grid *grid, uint32_t block, bool has_title, bool after_cut)
{
	uint32_t ordinal = find_column(grid, TABLE_ORDINAL), title = find_column(grid, TABLE_TITLE);
	bool covered = title < TABLE_MAX_COLUMNS && is_covered(grid, block, title);
	bool may_join = covered ? only_lists(grid, block) : after_cut || !has_title || ordinal < TABLE_MAX_COLUMNS;
	if (!may_join || (!covered && !goes_on(grid, block, after_cut)))
		return false;
	add_cells(grid, &grid->rows.at[grid->rows.n - 1], block, covered ? ADD_LISTS : ADD_CUT);
	return true;
}

static void read_row(struct grid *grid, uint32_t block, bool after_cut)
{
	uint32_t ordinal = find_column(grid, TABLE_ORDINAL), title = find_column(grid, TABLE_TITLE);
	const struct table_line *cell = cell_at(grid, block, ordinal);
	struct flow_ordinal_mark mark = {0};
	bool has_mark = ordinal < TABLE_MAX_COLUMNS && !is_covered(grid, block, ordinal) && cell->end == cell->first + 1 &&
	                flow_ordinal_parse(table_text_word(grid->text, cell->first), &mark);
	struct raw_row row = {0};
	row.is_group = is_group_row(grid, block, has_mark, &mark);
	if (has_mark) {
		row.mark = mark.text;
		row.mark_span = grid->text->words.at[cell->first].span;
	}
	bool has_title = title < TABLE_MAX_COLUMNS && !is_covered(grid, block, title) && !is_empty(cell_at(grid, block, title));
	bool may_go_on = !has_mark && !row.is_group && grid->rows.n > 0 && !grid->rows.at[grid->rows.n - 1].is_group;
	if (may_go_on && join_row(grid, block, has_title, after_cut))
		return;
	row.continues = may_go_on && !has_title;
	add_row(grid, block, row);
}

static bool has_words(const struct grid *grid, uint32_t block)
{
	for (uint32_t c = 0; c < grid->text->document->blocks.at[block].n_cells; c++)
		if (!is_empty(cell_at(grid, block, c)) && !is_covered(grid, block, c))
			return true;
	return false;
}

/* --- where the table ends --- */

/* Whether the blocks from `block` on, lines between two rows, are only the foot and head of pages: few, and short. *ret is the
 * row after them. */
static bool is_furniture(const struct grid *grid, uint32_t block, uint32_t *ret)
{
	enum { MOST_LINES = 2, MOST_WORDS = 3 };
	const struct document *document = grid->text->document;
	uint32_t b = block;
	for (; b < document->blocks.n && document->blocks.at[b].kind == DOCUMENT_LINE; b++) {
		const struct table_line *line = &grid->text->lines.at[grid->text->line_of_block[b]];
		bool numbers = grid->text->words.at[line->first].flags & TABLE_WORD_DIGIT;
		if (b - block == MOST_LINES || line->block != b || line->end - line->first > MOST_WORDS || !numbers)
			return false;
	}
	*ret = b;
	return b < document->blocks.n;
}

static void read_rows(struct grid *grid, uint32_t block, uint32_t *ret_end)
{
	const struct document *document = grid->text->document;
	bool cut = false;
	uint32_t b = block + 1;
	*ret_end = b;
	while (b < document->blocks.n) {
		const struct document_block *row = &document->blocks.at[b];
		struct table_header again;
		if (row->kind == DOCUMENT_LINE) {
			if (!is_furniture(grid, b, &b))
				return;
			cut = true;
			continue;
		}
		if (table_header_in_row(grid->text, row, &again)) {
			if (!table_header_same(&again, grid->header))
				return;
			cut = true;
		} else if (!table_header_is_numbering(grid->text, row) && has_words(grid, b)) {
			read_row(grid, b, cut || row->page_before || row->blank_before > 0);
			cut = false;
		}
		*ret_end = ++b;
	}
}

/* --- to cells --- */

static uint8_t confidence_of(const struct table_cell_run_vec *runs)
{
	enum { SURE = 98, CUT = 92 };
	return runs->n > 1 ? CUT : SURE;
}

static void compose(struct grid *grid, const struct raw_row *row, struct table *table)
{
	enum { SURE = 98 };
	struct table_row out = {.is_group = row->is_group, .continues = row->continues};
	for (uint32_t c = 0; c < grid->header->n_columns; c++) {
		struct table_cell cell;
		table_cell_compose(grid->arena, grid->text, &row->cells[c], true, confidence_of(&row->cells[c]), &cell);
		table_row_put(grid->arena, &out, grid->header->columns[c], &cell);
	}
	if (row->mark.ptr != NULL)
		out.cells[TABLE_ORDINAL].text = table_row_ordinal(row->mark_span, row->mark, SURE);
	table_row_measure(&out);
	if (out.span.end > 0)
		VEC_PUSH(grid->arena, &table->rows, out);
}

enum rc table_grid_read(struct arena *arena, struct table_text *text, const struct counts *pairs, uint32_t block,
                        const struct table_header *header, reading_progress progress, void *context, struct table *table,
                        uint32_t *ret_end)
{
	enum { ALL = 100 };
	struct grid grid = {.arena = arena, .text = text, .pairs = pairs, .header = header};
	grid.lexicon = cell_lexicon_new(arena, text);
	read_rows(&grid, block, ret_end);
	for (size_t r = 0; r < grid.rows.n; r++) {
		if (progress != NULL && r % REPORT_EVERY == 0 && progress(context, (int)(r * ALL / grid.rows.n)))
			return RC_CANCELLED;
		if (table->rows.n >= READING_MAX_TASKS)
			return RC_LIMIT;
		compose(&grid, &grid.rows.at[r], table);
	}
	return RC_OK;
}
