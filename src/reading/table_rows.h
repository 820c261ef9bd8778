/* From the rows of a grid to those of a table: which begin a task, which go on with one, which are headings over others. */
#ifndef READING_TABLE_ROWS_H
#define READING_TABLE_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/vec.h"
#include "reading/counts.h"
#include "reading/table.h"
#include "reading/table_cell.h"
#include "reading/table_header.h"
#include "reading/table_text.h"

/* A row as its source gives it. Bits stand for columns. */
struct table_raw_row {
	struct table_cell_run_vec cells[TABLE_MAX_COLUMNS];
	uint32_t wide;    /* the cell that begins there covers several columns */
	uint32_t covered; /* a cell of a row above covers it; its words stand here too */
	uint32_t doubted; /* where its words end was hard to tell */
	bool after_cut;   /* a page begins with it */
	bool emphasised;
};
VEC_OF(table_raw_row, struct table_raw_row);

/* Fills the table's rows. `is_whole`: cells have no line breaks, so their paragraphs are looked for inside (table_cell.h).
 * RC_LIMIT, with what was read in *table, past READING_MAX_TASKS rows; RC_CANCELLED. */
enum rc table_rows_read(struct arena *arena, struct table_text *text, const struct counts *pairs,
                        const struct table_header *header, const struct table_raw_row_vec *rows, bool is_whole,
                        reading_progress progress, void *context, struct table *table) MUST_USE;

#endif
