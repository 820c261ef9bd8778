/* Reads a table whose rows and cells the source tells apart. */
#ifndef READING_TABLE_GRID_H
#define READING_TABLE_GRID_H

#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "reading/cell_lexicon.h"
#include "reading/counts.h"
#include "reading/table.h"
#include "reading/table_header.h"
#include "reading/table_text.h"

/* The table whose first row below its header is DOCUMENT_ROW `block`; fills its rows and warnings, and tells the columns that the
 * header's words left untold. *ret_end is the block after its last. RC_LIMIT, with what was read in *table, past
 * READING_MAX_TASKS rows; RC_CANCELLED. */
enum rc table_grid_read(struct arena *arena, struct table_text *text, const struct counts *pairs, uint32_t block,
                        struct table_header *header, reading_progress progress, void *context, struct table *table,
                        uint32_t *ret_end) MUST_USE;

/* The columns of a grid that begins at `block` without a header, told by its cells alone. False where they are no tasks. */
bool table_grid_tell_bare(struct arena *arena, struct table_text *text, uint32_t block, struct table_header *ret);

#endif
