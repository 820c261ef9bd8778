/* The header of a table: which columns it has, told by the words in it, in any order, with accents or without. */
#ifndef READING_TABLE_HEADER_H
#define READING_TABLE_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "reading/table.h"
#include "reading/table_text.h"

/* What the cells of a column of no kind of its own (TABLE_NOTE) hold, where its head says it. */
enum table_look {
	LOOK_TEXT,
	LOOK_AMOUNT,   /* a number, with what it counts or without: "75", "24 video" */
	LOOK_AUDIENCE, /* whom the work is for: "Người dân" */
	LOOK_PLACE,    /* where it is done: "Hội trường" */
	LOOK_STATE,    /* how far the work has come: "Đang triển khai" */
};

struct table_header {
	uint32_t n_columns;
	enum table_column columns[TABLE_MAX_COLUMNS];
	enum table_look looks[TABLE_MAX_COLUMNS];
	bool is_told[TABLE_MAX_COLUMNS]; /* in a grid: by its words; the others only their cells can tell */
};

/* What a header says above each column of a grid: in one row, or in two, of which the first may span several columns. */
struct table_header_cells {
	struct str above[TABLE_MAX_COLUMNS], below[TABLE_MAX_COLUMNS]; /* of a header of one row all stand in `above` */
	bool spans[TABLE_MAX_COLUMNS];                                 /* what stands above spans this and others */
	uint32_t n;
};

/* A header that begins at line `line` of a flow of lines: wrapped as it may be, with a row of column numbers below where there
 * is one. *ret_end is the line after it. */
bool table_header_in_lines(const struct table_text *text, uint32_t line, struct table_header *ret, uint32_t *ret_end);

/* What one cell of a header says (cells->above[0]): its kind and look become column 0. False where it says nothing by itself. */
bool table_header_tell_cell(const struct table_text *text, const struct table_header_cells *cells, struct table_header *ret);

/* Whether the words of the header in lines first … first_end - 1 stand at line `line` again, wrapped as they may be. *ret_end is
 * the line after them. */
bool table_header_repeats(const struct table_text *text, uint32_t first, uint32_t first_end, uint32_t line, uint32_t *ret_end);

/* Whether a header of one or two DOCUMENT_ROWs begins at `block`. One column for each of the grid's. *ret_end is the block after
 * it. */
bool table_header_in_rows(const struct table_text *text, uint32_t block, struct table_header *ret, uint32_t *ret_end);

/* Whether such cells are a header. */
bool table_header_of_cells(const struct table_text *text, const struct table_header_cells *cells, struct table_header *ret);

/* How many words a text has, and how many of them headers are made of. */
uint32_t table_header_count_words(const struct table_text *text, struct str s, uint32_t *ret_known);

/* Whether all that a row says is the number of its column: "(1) | (2) | (3)". */
bool table_header_is_numbering(const struct table_text *text, const struct document_block *row);

/* Whether rows below such a header are tasks. */
bool table_header_is_of_tasks(const struct table_header *header);

bool table_header_has(const struct table_header *header, enum table_column column);

bool table_header_same(const struct table_header *a, const struct table_header *b);

#endif
