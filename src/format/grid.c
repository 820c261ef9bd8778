#include "format/grid.h"

#include "viet/fold.h"
#include "viet/space.h"

void grid_init(struct grid *grid, struct arena *arena)
{
	*grid = (struct grid){.arena = arena};
}

bool grid_is_full(const struct grid *grid)
{
	return grid->n_cells > BUILDER_MAX_CELLS;
}

void grid_begin_row(struct grid *grid)
{
	grid->next_column = 0;
	VEC_PUSH(grid->arena, &grid->rows, (struct grid_row){0});
}

static bool is_covered(const struct grid *grid, uint32_t column)
{
	return column < BUILDER_MAX_COLUMNS && grid->covers[column].until_row >= grid->rows.n;
}

void grid_skip(struct grid *grid, uint32_t n_columns)
{
	grid->next_column += n_columns < BUILDER_MAX_COLUMNS ? n_columns : BUILDER_MAX_COLUMNS;
}

/* The cell above grows by the one that only goes on with it. False where there is none. */
static bool grow_above(struct grid *grid, uint32_t column)
{
	if (column >= BUILDER_MAX_COLUMNS || grid->rows.n < 2 || grid->covers[column].until_row + 1 != grid->rows.n)
		return false;
	struct grid_cover cover = grid->covers[column];
	struct grid_cell *owner = &grid->rows.at[cover.row].cells.at[cover.cell];
	owner->n_rows++;
	for (uint32_t c = owner->column; c < owner->column + owner->n_columns && c < BUILDER_MAX_COLUMNS; c++)
		grid->covers[c].until_row = (uint32_t)grid->rows.n;
	return true;
}

uint32_t grid_next_column(const struct grid *grid)
{
	uint32_t column = grid->next_column;
	while (is_covered(grid, column))
		column++;
	return column;
}

void grid_add_cell(struct grid *grid, struct grid_cell cell)
{
	uint32_t row = (uint32_t)grid->rows.n;
	if (row == 0 || grid_is_full(grid))
		return;
	cell.column = grid->next_column = grid_next_column(grid);
	cell.n_columns = cell.n_columns > 0 ? cell.n_columns : 1;
	cell.n_columns = cell.n_columns < BUILDER_MAX_COLUMNS ? cell.n_columns : BUILDER_MAX_COLUMNS;
	cell.n_rows = cell.n_rows > 0 ? cell.n_rows : 1;
	grid->next_column += cell.n_columns;
	grid->n_cells++;
	if (cell.column >= BUILDER_MAX_COLUMNS || (cell.continues && grow_above(grid, cell.column)))
		return;
	struct grid_cell_vec *cells = &grid->rows.at[row - 1].cells;
	for (uint32_t c = cell.column; c < cell.column + cell.n_columns && c < BUILDER_MAX_COLUMNS; c++)
		grid->covers[c] = (struct grid_cover){.row = row - 1, .cell = (uint32_t)cells->n, .until_row = row + cell.n_rows - 1};
	VEC_PUSH(grid->arena, cells, cell);
}

/* ---- Lines or rows? ---- */

static uint32_t count_columns(const struct grid *grid)
{
	size_t most = 0;
	for (size_t r = 0; r < grid->rows.n; r++)
		most = grid->rows.at[r].cells.n > most ? grid->rows.at[r].cells.n : most;
	return (uint32_t)most;
}

/* Whether the first cell is the head of a column of ordinals. */
static bool has_ordinals(const struct grid *grid)
{
	for (size_t r = 0; r < grid->rows.n; r++) {
		if (grid->rows.at[r].cells.n == 0)
			continue;
		struct str folded = viet_fold(grid->arena, grid->rows.at[r].cells.at[0].text);
		return str_eq(folded, STR("stt")) || str_eq(folded, STR("tt")) || str_eq(folded, STR("so tt"));
	}
	return false;
}

/* Text set side by side: one column; or few, with few rows and no lines between. */
static bool is_layout(const struct grid *grid)
{
	enum { SIDE_BY_SIDE = 2, LAYOUT_COLUMNS = 3, LAYOUT_ROWS = 4 };
	uint32_t columns = count_columns(grid);
	if (columns <= 1)
		return true;
	if (has_ordinals(grid) || grid->rows.n > LAYOUT_ROWS)
		return false;
	return columns <= SIDE_BY_SIDE || (columns <= LAYOUT_COLUMNS && !grid->ruled);
}

static void write_lines(const struct grid *grid, struct builder *builder)
{
	for (size_t r = 0; r < grid->rows.n; r++) {
		const struct grid_cell_vec *cells = &grid->rows.at[r].cells;
		for (size_t c = 0; c < cells->n; c++) {
			if (viet_space_trim(cells->at[c].text).len == 0)
				continue;
			builder_add_blank(builder);
			builder_add_lines(builder, cells->at[c].text, cells->at[c].bold);
		}
	}
	builder_add_blank(builder);
}

void grid_write_rows(const struct grid *grid, struct builder *builder)
{
	builder_add_blank(builder);
	for (size_t r = 0; r < grid->rows.n && !builder_is_full(builder); r++) {
		const struct grid_cell_vec *from = &grid->rows.at[r].cells;
		struct builder_cell *cells = ARENA_ARRAY(grid->arena, struct builder_cell, from->n + 1);
		bool has_bold = false, has_plain = false;
		for (size_t c = 0; c < from->n; c++) {
			const struct grid_cell *cell = &from->at[c];
			bool empty = viet_space_trim(cell->text).len == 0;
			has_bold = has_bold || (cell->bold && !empty);
			has_plain = has_plain || (!cell->bold && !empty);
			cells[c] = (struct builder_cell){cell->text, cell->column, cell->n_columns, cell->n_rows};
		}
		builder_add_row(builder, cells, from->n, has_bold && !has_plain);
	}
	builder_add_blank(builder);
}

void grid_write(const struct grid *grid, struct builder *builder)
{
	if (grid->page_before)
		builder_add_page(builder);
	if (is_layout(grid)) {
		write_lines(grid, builder);
		return;
	}
	grid_write_rows(grid, builder);
}
