/* What both readers of tables do with a row: cells put in their columns, warnings. */
#ifndef READING_TABLE_ROW_H
#define READING_TABLE_ROW_H

#include "base/arena.h"
#include "reading/table.h"
#include "reading/table_text.h"

/* Puts a cell in the row; where the column has one already the two are joined with " - ". An empty cell changes nothing. */
void table_row_put(struct arena *arena, struct table_row *row, enum table_column column, const struct table_cell *cell);

/* A field of one word of the source, without a dot or brackets around it. */
struct reading_field table_row_ordinal(struct document_span span, struct str mark, uint8_t confidence);

/* The span of all cells, from the first word to the last. */
void table_row_measure(struct table_row *row);

/* Adds warnings for what the finished rows let suspect: ordinals that are skipped or come twice, a last row cut off. */
void table_row_check(struct arena *arena, struct table *table);

#endif
