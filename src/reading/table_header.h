/* The header of a table: which columns it has, told by the words in it, in any order, with accents or without. */
#ifndef READING_TABLE_HEADER_H
#define READING_TABLE_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "reading/table.h"
#include "reading/table_text.h"

struct table_header {
	uint32_t n_columns;
	enum table_column columns[TABLE_MAX_COLUMNS];
};

/* A header that begins at line `line` of a flow of lines: wrapped as it may be, with a row of column numbers below where there
 * is one. *ret_end is the line after it. */
bool table_header_in_lines(const struct table_text *text, uint32_t line, struct table_header *ret, uint32_t *ret_end);

/* Whether the words of the header in lines first … first_end - 1 stand at line `line` again, wrapped as they may be. *ret_end is
 * the line after them. */
bool table_header_repeats(const struct table_text *text, uint32_t first, uint32_t first_end, uint32_t line, uint32_t *ret_end);

/* Whether a DOCUMENT_ROW is a header. One column for each cell, in order. */
bool table_header_in_row(const struct table_text *text, const struct document_block *row, struct table_header *ret);

/* Whether all that a row says is the number of its column: "(1) | (2) | (3)". */
bool table_header_is_numbering(const struct table_text *text, const struct document_block *row);

/* Whether rows below such a header are tasks. */
bool table_header_is_of_tasks(const struct table_header *header);

bool table_header_has(const struct table_header *header, enum table_column column);

bool table_header_same(const struct table_header *a, const struct table_header *b);

#endif
