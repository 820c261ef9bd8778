#include "document/document_grid.h"

enum { MOST_COLUMNS = 1000 };

/* What a row has at a stretch of the grid: a cell of its own, or one from above. */
struct stretch {
	uint32_t begin, end; /* columns of the grid */
	struct document_cell cell;
};
VEC_OF(stretch, struct stretch);

/* A column as it is seen. */
struct column {
	uint32_t begin, end;
};

struct table {
	struct arena *arena;
	const struct document_block *rows;
	size_t n_rows;
	struct stretch_vec *stretches; /* of each row */
	struct column *columns;
	size_t n_columns;
};

static uint32_t columns_of(const struct document_cell *cell)
{
	uint32_t n = cell->n_columns > 0 ? cell->n_columns : 1;
	return cell->column + n <= MOST_COLUMNS ? n : 1;
}

/* ---- What each row has ---- */

/* The cell that reaches down to each column of the grid, and how many rows more. */
struct reach {
	struct document_cell cell;
	uint32_t rows;
};

/* Adds the cells from above that stand before grid column `until`. */
static uint32_t add_reaching(const struct table *table, struct reach *reaches, uint32_t column, uint32_t until,
                             struct stretch_vec *stretches)
{
	while (column < until) {
		struct reach *reach = &reaches[column];
		if (reach->rows == 0) {
			column++;
			continue;
		}
		uint32_t end = column + 1;
		while (end < until && reaches[end].rows > 0 && reaches[end].cell.column == reach->cell.column)
			end++;
		struct stretch stretch = {.begin = column, .end = end, .cell = reach->cell};
		stretch.cell.is_covered = true;
		VEC_PUSH(table->arena, stretches, stretch);
		for (uint32_t c = column; c < end; c++)
			reaches[c].rows--;
		column = end;
	}
	return column;
}

static void lay_out_row(struct table *table, size_t r, struct reach *reaches)
{
	const struct document_block *row = &table->rows[r];
	struct stretch_vec *stretches = &table->stretches[r];
	uint32_t column = 0;
	for (uint32_t i = 0; i < row->n_cells; i++) {
		const struct document_cell *cell = &row->cells[i];
		if (cell->column < column || cell->column >= MOST_COLUMNS)
			continue;
		column = add_reaching(table, reaches, column, cell->column, stretches);
		struct stretch stretch = {.begin = cell->column, .end = cell->column + columns_of(cell), .cell = *cell};
		VEC_PUSH(table->arena, stretches, stretch);
		for (column = stretch.begin; column < stretch.end; column++)
			reaches[column] = (struct reach){.cell = *cell, .rows = cell->n_rows > 1 ? cell->n_rows - 1u : 0};
	}
	(void)add_reaching(table, reaches, column, MOST_COLUMNS, stretches);
}

static void lay_out(struct table *table)
{
	struct reach *reaches = ARENA_ARRAY(table->arena, struct reach, MOST_COLUMNS);
	table->stretches = ARENA_ARRAY(table->arena, struct stretch_vec, table->n_rows);
	for (size_t r = 0; r < table->n_rows; r++)
		lay_out_row(table, r, reaches);
}

/* The columns are those of the first row that has the most. */
static void find_columns(struct table *table)
{
	const struct stretch_vec *most = &table->stretches[0];
	for (size_t r = 1; r < table->n_rows; r++)
		most = table->stretches[r].n > most->n ? &table->stretches[r] : most;
	table->n_columns = most->n;
	table->columns = ARENA_ARRAY(table->arena, struct column, most->n);
	for (size_t i = 0; i < most->n; i++)
		table->columns[i] = (struct column){most->at[i].begin, most->at[i].end};
}

/* ---- Rows of one cell a column ---- */

static uint32_t overlap_of(const struct column *column, const struct stretch *stretch)
{
	uint32_t begin = column->begin > stretch->begin ? column->begin : stretch->begin;
	uint32_t end = column->end < stretch->end ? column->end : stretch->end;
	return end > begin ? end - begin : 0;
}

/* The column, from `from` on, that the stretch stands in: the first of several that lie wholly in it, else the one that it shares
 * most with. */
static size_t column_for(const struct table *table, const struct stretch *stretch, size_t from)
{
	size_t best = from, whole = 0, first_whole = from;
	uint32_t most = 0;
	for (size_t c = from; c < table->n_columns; c++) {
		uint32_t overlap = overlap_of(&table->columns[c], stretch);
		if (overlap > most) {
			most = overlap;
			best = c;
		}
		if (overlap == table->columns[c].end - table->columns[c].begin && whole++ == 0)
			first_whole = c;
	}
	return whole > 1 ? first_whole : best;
}

static struct document_block align_row(const struct table *table, size_t r)
{
	struct document_block row = table->rows[r];
	size_t next = 0;
	row.cells = ARENA_ARRAY(table->arena, struct document_cell, table->n_columns);
	row.n_cells = (uint32_t)table->n_columns;
	for (size_t c = 0; c < table->n_columns; c++)
		row.cells[c].column = (uint16_t)c;
	for (size_t i = 0; i < table->stretches[r].n && next < table->n_columns; i++) {
		const struct stretch *stretch = &table->stretches[r].at[i];
		size_t column = column_for(table, stretch, next), covered = column;
		while (covered + 1 < table->n_columns && table->columns[covered + 1].end <= stretch->end)
			covered++;
		row.cells[column] = stretch->cell;
		row.cells[column].column = (uint16_t)column;
		row.cells[column].n_columns = (uint16_t)(covered + 1 - column);
		next = column + 1;
	}
	return row;
}

static bool has_words(const struct document_cell *cell)
{
	return cell->span.end > cell->span.begin;
}

/* Whether the first two rows are one head: some of its cells reach over both, and another stands above several. */
static bool has_two_row_head(const struct table *table)
{
	bool reaches = false, spans = false;
	if (table->n_rows < 2)
		return false;
	for (size_t i = 0; i < table->stretches[0].n; i++) {
		const struct stretch *above = &table->stretches[0].at[i];
		size_t below = 0;
		reaches = reaches || above->cell.n_rows == 2;
		for (size_t k = 0; k < table->stretches[1].n && above->cell.n_rows < 2; k++) {
			const struct stretch *stretch = &table->stretches[1].at[k];
			below += stretch->begin >= above->begin && stretch->end <= above->end && has_words(&stretch->cell);
		}
		spans = spans || below >= 2;
	}
	return reaches && spans;
}

/* Puts the names of the lower row in place of those above. */
static void join_head(struct document_block *head, const struct document_block *lower)
{
	for (uint32_t c = 0; c < head->n_cells; c++) {
		if (!lower->cells[c].is_covered && has_words(&lower->cells[c]))
			head->cells[c] = lower->cells[c];
		head->cells[c].n_rows = 1;
	}
}

static void align_table(struct table *table, struct document_block_vec *blocks)
{
	lay_out(table);
	find_columns(table);
	struct document_block head = align_row(table, 0);
	size_t first = 1;
	if (has_two_row_head(table)) {
		struct document_block lower = align_row(table, 1);
		join_head(&head, &lower);
		head.span.end = lower.span.end;
		first = 2;
	}
	VEC_PUSH(table->arena, blocks, head);
	for (size_t r = first; r < table->n_rows; r++)
		VEC_PUSH(table->arena, blocks, align_row(table, r));
}

/* ---- The document ---- */

static bool has_merged_cells(const struct document_block *rows, size_t n)
{
	for (size_t r = 0; r < n; r++)
		for (uint32_t c = 0; c < rows[r].n_cells; c++)
			if (rows[r].cells[c].n_columns > 1 || rows[r].cells[c].n_rows > 1 || rows[r].cells[c].column != c)
				return true;
	return false;
}

void document_grid_align(struct arena *arena, const struct document *document, struct document *ret)
{
	struct document_block_vec blocks = {0};
	const struct document_block_vec *from = &document->blocks;
	for (size_t i = 0, end; i < from->n; i = end) {
		end = i + 1;
		while (from->at[i].kind == DOCUMENT_ROW && end < from->n && from->at[end].kind == DOCUMENT_ROW)
			end++;
		struct table table = {.arena = arena, .rows = &from->at[i], .n_rows = end - i};
		if (from->at[i].kind == DOCUMENT_ROW && has_merged_cells(table.rows, table.n_rows))
			align_table(&table, &blocks);
		else
			for (size_t k = i; k < end; k++)
				VEC_PUSH(arena, &blocks, from->at[k]);
	}
	*ret = *document;
	ret->blocks = blocks;
}
