/* Rebuilds ruled tables from the rules of a page: where the cells are, and which are merged. */
#ifndef FORMAT_PAGE_GRID_H
#define FORMAT_PAGE_GRID_H

#include "base/arena.h"
#include "format/page.h"

enum { PAGE_GRID_MAX_COLUMNS = 40, PAGE_GRID_MAX_ROWS = 400 };

struct page_cell {
	struct page_box box;
	uint16_t row, column, n_rows, n_columns; /* of the grid */
};
VEC_OF(page_cell, struct page_cell);

struct page_grid {
	struct page_box box;
	uint16_t n_rows, n_columns;
	struct page_cell_vec cells; /* by rows, then columns; they cover the grid and do not overlap */
};
VEC_OF(page_grid, struct page_grid);

/* The tables of two columns or more, from the top down. Rules that frame one text, or underline it, make none. */
struct page_grid_vec page_grid_find(struct arena *arena, const struct page *page);

#endif
