/* Reads a table that comes column after column: the text layer of a page with all cells of its first column, then all of its
 * second ("pdftotext" without options). Heads stand apart from each other, each over its column or over nothing. */
#ifndef READING_TABLE_COLUMNS_H
#define READING_TABLE_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "reading/counts.h"
#include "reading/table.h"
#include "reading/table_header.h"
#include "reading/table_text.h"

/* Whether such a table begins at the line; its header. Lines looked at in vain are taken off *effort, which the caller begins
 * with some times as many as the document has, so that heads without tables cost no more than that. */
bool table_columns_begins(struct arena *arena, const struct table_text *text, uint32_t line, size_t *effort,
                          struct table_header *ret_header);

/* The table that begins at the line; fills its rows and warnings. *ret_end is the line after its last. RC_LIMIT, with what was
 * read in *table, past READING_MAX_TASKS rows; RC_CANCELLED. */
enum rc table_columns_read(struct arena *arena, struct table_text *text, const struct counts *pairs, uint32_t line,
                           reading_progress progress, void *context, struct table *table, struct table_header *ret_header,
                           uint32_t *ret_end) MUST_USE;

#endif
