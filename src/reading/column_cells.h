/* Cuts the columns of one page, each a sequence of lines, into the cells of the same rows. */
#ifndef READING_COLUMN_CELLS_H
#define READING_COLUMN_CELLS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "reading/cell_model.h"
#include "reading/table_rows.h"

struct column_line {
	uint32_t first, end; /* words */
	bool apart;          /* a gap stands before it */
};
VEC_OF(column_line, struct column_line);

struct column_cells {
	const struct cell_model *model;
	struct column_line_vec lines[TABLE_MAX_COLUMNS];
	bool after_cut; /* first cells may go on from the page before */
};

/* Adds the rows: as many as the page has ordinals, or as most of its surer columns have cells. */
void column_cells_align(struct arena *arena, const struct column_cells *cells, struct table_raw_row_vec *rows);

#endif
