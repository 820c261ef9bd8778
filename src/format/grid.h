/* A table as it is gathered from a file, cell by cell, before it becomes blocks of a document.
 *
 * A table that only sets text side by side (the head of an official document, its signature) becomes lines, cell after cell; any
 * other becomes rows, in which a merged cell stands once, where it begins. */
#ifndef FORMAT_GRID_H
#define FORMAT_GRID_H

#include "format/builder.h"

struct grid_cell {
	struct str text; /* "\n" ends a paragraph */
	bool bold;
	bool continues; /* only goes on with the cell above */
	uint32_t column, n_columns, n_rows;
};
VEC_OF(grid_cell, struct grid_cell);

struct grid_row {
	struct grid_cell_vec cells;
};
VEC_OF(grid_row, struct grid_row);

/* Where the cell that covers a column of the grid began. */
struct grid_cover {
	uint32_t row, cell, until_row;
};

struct grid {
	struct arena *arena;
	struct grid_row_vec rows;
	bool ruled; /* lines are drawn between its cells */
	bool page_before;
	uint32_t next_column, n_cells;
	struct grid_cover covers[BUILDER_MAX_COLUMNS];
};

void grid_init(struct grid *grid, struct arena *arena);
void grid_begin_row(struct grid *grid);
/* Leaves out columns at the beginning of a row. */
void grid_skip(struct grid *grid, uint32_t n_columns);
/* Puts the next cell of the row; its column is told by the cells before it and those that reach down from above. 0 columns or
 * rows are one. */
void grid_add_cell(struct grid *grid, struct grid_cell cell);

/* Whether there are more cells than a document may have; what follows is left out. */
bool grid_is_full(const struct grid *grid);

/* Where the next cell of the row would stand. */
uint32_t grid_next_column(const struct grid *grid);

void grid_write(const struct grid *grid, struct builder *builder);
/* As rows, whatever it looks like. */
void grid_write_rows(const struct grid *grid, struct builder *builder);

#endif
