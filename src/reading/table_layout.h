/* Reads a table whose columns are told by spaces, as "pdftotext -layout" prints them. */
#ifndef READING_TABLE_LAYOUT_H
#define READING_TABLE_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "reading/counts.h"
#include "reading/table.h"
#include "reading/table_header.h"
#include "reading/table_text.h"

/* Whether such a table, of tasks, begins at line `line`: *ret_header are its columns. */
bool table_layout_begins(struct arena *arena, const struct table_text *text, uint32_t line, struct table_header *ret_header);

/* Reads it; *ret_end is the line after its last. RC_LIMIT, with what was read in *table, past READING_MAX_TASKS rows;
 * RC_CANCELLED. */
enum rc table_layout_read(struct arena *arena, struct table_text *text, const struct counts *pairs, uint32_t line,
                          reading_progress progress, void *context, struct table *table, struct table_header *ret_header,
                          uint32_t *ret_end) MUST_USE;

#endif
