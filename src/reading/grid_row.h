/* A DOCUMENT_ROW as a row of its table's grid: which cell stands in which column, merged cells in the first they cover. */
#ifndef READING_GRID_ROW_H
#define READING_GRID_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "reading/table.h"

struct grid_row {
	const struct document_cell *cells[TABLE_MAX_COLUMNS]; /* NULL: none begins there */
	uint32_t n_columns;                                   /* up to the last that a cell covers */
	uint32_t n_fitting; /* of the row's cells; those after them stand beyond TABLE_MAX_COLUMNS */
};

/* False where the block is no row. */
bool grid_row_of_block(const struct document_block *block, struct grid_row *ret);

#endif
