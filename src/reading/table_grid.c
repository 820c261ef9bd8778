#include "reading/table_grid.h"

#include "reading/column_model.h"
#include "reading/flow_ordinal.h"
#include "reading/grid_row.h"
#include "reading/table_rows.h"

struct grid {
	struct arena *arena;
	struct table_text *text;
	struct table_header *header;
	struct table_raw_row_vec rows;
};

static void add_run(struct grid *grid, uint32_t block, uint32_t cell, struct table_cell_run_vec *into)
{
	const struct table_line *words = &grid->text->cells.at[grid->text->cell_of_block[block] + cell];
	if (words->first < words->end)
		VEC_PUSH(grid->arena, into, (struct table_cell_run){.first = words->first, .end = words->end, .begins_item = true});
}

static void add_row(struct grid *grid, uint32_t block, bool after_cut)
{
	const struct document_block *b = &grid->text->document->blocks.at[block];
	struct table_raw_row row = {.after_cut = after_cut, .emphasised = b->emphasised};
	struct grid_row cells;
	uint32_t n = grid->header->n_columns;
	if (!grid_row_of_block(b, &cells))
		return;
	for (uint32_t c = 0; c < n; c++) {
		const struct document_cell *cell = cells.cells[c];
		if (cell == NULL)
			continue;
		add_run(grid, block, (uint32_t)(cell - b->cells), &row.cells[c]);
		row.wide |= cell->n_columns > 1 && cell->n_columns * 2 > n ? 1u << c : 0;
		row.covered |= cell->is_covered ? 1u << c : 0;
	}
	/* what stands beyond the last column of the header belongs to it */
	for (uint32_t c = n; c < TABLE_MAX_COLUMNS; c++)
		if (cells.cells[c] != NULL && !cells.cells[c]->is_covered)
			add_run(grid, block, (uint32_t)(cells.cells[c] - b->cells), &row.cells[n - 1]);
	for (uint32_t i = cells.n_fitting; i < b->n_cells; i++)
		add_run(grid, block, i, &row.cells[n - 1]);
	VEC_PUSH(grid->arena, &grid->rows, row);
}

static bool has_words(const struct grid *grid, uint32_t block)
{
	uint32_t first = grid->text->cell_of_block[block];
	for (uint32_t i = 0; i < grid->text->document->blocks.at[block].n_cells; i++)
		if (grid->text->cells.at[first + i].first < grid->text->cells.at[first + i].end)
			return true;
	return false;
}

/* Whether the blocks from `block` on, lines between two rows, are only the foot and head of pages: few, and short. *ret is the
 * row after them. */
static bool is_furniture(const struct table_text *text, uint32_t block, uint32_t *ret)
{
	enum { MOST_LINES = 2, MOST_WORDS = 3 };
	const struct document *document = text->document;
	uint32_t b = block;
	for (; b < document->blocks.n && document->blocks.at[b].kind == DOCUMENT_LINE; b++) {
		const struct table_line *line = &text->lines.at[text->line_of_block[b]];
		bool numbers = text->words.at[line->first].flags & TABLE_WORD_DIGIT;
		if (b - block == MOST_LINES || line->block != b || line->end - line->first > MOST_WORDS || !numbers)
			return false;
	}
	*ret = b;
	return b < document->blocks.n;
}

/* --- lines between rows, where a source knows no row of one cell --- */

static const struct table_line *line_at(const struct grid *grid, uint32_t block)
{
	return &grid->text->lines.at[grid->text->line_of_block[block]];
}

/* Whether the row after the line is one of this table. */
static bool goes_on_below(const struct grid *grid, uint32_t block)
{
	const struct document *document = grid->text->document;
	struct table_header other;
	uint32_t end;
	return block + 1 < document->blocks.n && document->blocks.at[block + 1].kind == DOCUMENT_ROW &&
	       document->blocks.at[block + 1].n_cells == grid->header->n_columns &&
	       !table_header_in_rows(grid->text, block + 1, &other, &end);
}

/* A heading over rows that stands in a line of its own: "II. NÂNG CAO CHẤT LƯỢNG". */
static bool add_heading(struct grid *grid, uint32_t block)
{
	enum { MOST_WORDS = 40 };
	const struct table_line *line = line_at(grid, block);
	const struct table_word *words = grid->text->words.at;
	struct flow_ordinal_mark mark;
	struct table_raw_row row = {.emphasised = true};
	uint32_t first = line->first, title = 0;
	bool marked = flow_ordinal_parse(table_text_word(grid->text, first), &mark) && mark.kind != ORDINAL_NUMBER;
	bool may_be = marked || (words[first].flags & TABLE_WORD_CAPS) || grid->text->document->blocks.at[block].emphasised;
	if (!may_be || line->end - first > MOST_WORDS)
		return false;
	for (uint32_t c = 0; c < grid->header->n_columns; c++) {
		title = grid->header->columns[c] == TABLE_TITLE ? c : title;
		if (grid->header->columns[c] == TABLE_ORDINAL && marked && line->end > first + 1) {
			VEC_PUSH(grid->arena, &row.cells[c], (struct table_cell_run){.first = first, .end = first + 1});
			first++;
		}
	}
	VEC_PUSH(grid->arena, &row.cells[title], (struct table_cell_run){.first = first, .end = line->end, .begins_item = true});
	row.wide = 1u << title;
	VEC_PUSH(grid->arena, &grid->rows, row);
	return true;
}

/* A further paragraph of the last cell: text pasted from a word processor breaks the row there. */
static bool add_paragraph(struct grid *grid, uint32_t block)
{
	const struct table_line *line = line_at(grid, block);
	uint16_t flags = grid->text->words.at[line->first].flags;
	if (grid->rows.n == 0 || !(flags & (TABLE_WORD_BULLET | TABLE_WORD_LOWER)))
		return false;
	struct table_raw_row *row = &grid->rows.at[grid->rows.n - 1];
	struct table_cell_run run = {.first = line->first, .end = line->end, .begins_item = flags & TABLE_WORD_BULLET};
	for (uint32_t c = grid->header->n_columns; c-- > 0;)
		if (row->cells[c].n > 0) {
			VEC_PUSH(grid->arena, &row->cells[c], run);
			return true;
		}
	return false;
}

/* Takes a line that stands between two rows of the table; false where it does not belong to it. */
static bool add_line(struct grid *grid, uint32_t block)
{
	bool has_words = line_at(grid, block)->block == block;
	return has_words && goes_on_below(grid, block) && (add_paragraph(grid, block) || add_heading(grid, block));
}

/* Whether the table's head is repeated at the block: in one row or, where only both of its rows together are the same, in two. */
static bool repeats_head(const struct grid *grid, uint32_t block, const struct table_header *again, uint32_t *end)
{
	struct table_header below;
	uint32_t below_end;
	if (table_header_same(again, grid->header))
		return true;
	bool two =
	    *end == block + 1 && *end < grid->text->document->blocks.n && table_header_in_rows(grid->text, *end, &below, &below_end);
	if (!two || !table_header_same(&below, grid->header))
		return false;
	*end = below_end;
	return true;
}

static void gather_rows(struct grid *grid, uint32_t block, uint32_t *ret_end)
{
	const struct document *document = grid->text->document;
	bool cut = false;
	uint32_t b = block, header_end;
	*ret_end = b;
	while (b < document->blocks.n) {
		const struct document_block *row = &document->blocks.at[b];
		struct table_header again;
		if (row->kind == DOCUMENT_LINE) {
			bool taken = add_line(grid, b);
			if (!taken && !is_furniture(grid->text, b, &b))
				return;
			cut = cut || !taken;
			b += taken;
			continue;
		}
		if (table_header_in_rows(grid->text, b, &again, &header_end)) {
			if (!repeats_head(grid, b, &again, &header_end))
				return;
			cut = true;
			*ret_end = b = header_end;
			continue;
		}
		if (!table_header_is_numbering(grid->text, row) && has_words(grid, b)) {
			add_row(grid, b, cut || row->page_before || row->blank_before > 0);
			cut = false;
		}
		*ret_end = ++b;
	}
}

enum rc table_grid_read(struct arena *arena, struct table_text *text, const struct counts *pairs, uint32_t block,
                        struct table_header *header, reading_progress progress, void *context, struct table *table,
                        uint32_t *ret_end)
{
	struct grid grid = {.arena = arena, .text = text, .header = header};
	gather_rows(&grid, block, ret_end);
	column_model_tell(text, &grid.rows, header);
	if (!table_header_is_of_tasks(header))
		return RC_OK;
	return table_rows_read(arena, text, pairs, header, &grid.rows, true, progress, context, table);
}

bool table_grid_tell_bare(struct arena *arena, struct table_text *text, uint32_t block, struct table_header *ret)
{
	enum { MOST_ROWS = 40 };
	const struct document_block_vec *blocks = &text->document->blocks;
	struct grid_row first, row;
	struct table_header other;
	uint32_t header_end;
	if (!grid_row_of_block(&blocks->at[block], &first) || first.n_columns == 0)
		return false;
	struct table_header columns = {.n_columns = first.n_columns};
	struct grid grid = {.arena = arena, .text = text, .header = &columns};
	for (uint32_t b = block; b < blocks->n && b < block + MOST_ROWS && grid_row_of_block(&blocks->at[b], &row); b++) {
		if (row.n_columns > first.n_columns || table_header_in_rows(text, b, &other, &header_end))
			return false;
		add_row(&grid, b, false);
	}
	return column_model_tell_bare(text, &grid.rows, first.n_columns, ret);
}
