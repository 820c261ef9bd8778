/* Reads a table that comes as a flow of lines, one cell after the other. */
#ifndef READING_TABLE_FLOW_H
#define READING_TABLE_FLOW_H

#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "reading/counts.h"
#include "reading/table.h"
#include "reading/table_header.h"
#include "reading/table_text.h"

/* The table whose header stands in lines first … line - 1; fills its rows and warnings. *ret_end is the line after its last.
 * RC_LIMIT, with what was read in *table, past READING_MAX_TASKS rows; RC_CANCELLED. */
enum rc table_flow_read(struct arena *arena, struct table_text *text, const struct counts *pairs, uint32_t first, uint32_t line,
                        const struct table_header *header, reading_progress progress, void *context, struct table *table,
                        uint32_t *ret_end) MUST_USE;

#endif
