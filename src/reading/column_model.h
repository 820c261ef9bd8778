/* What kind of column each of a grid is, told by all its cells together, where the header does not tell. */
#ifndef READING_COLUMN_MODEL_H
#define READING_COLUMN_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "reading/table_header.h"
#include "reading/table_rows.h"
#include "reading/table_text.h"

/* Names the columns that the header's words left untold, each kind once. What looks like none of them stays a note. */
void column_model_tell(struct table_text *text, const struct table_raw_row_vec *rows, struct table_header *header);

/* Names all columns of a grid that has no header: rows are `rows`, with n_columns each. False where they do not look like tasks.
 */
bool column_model_tell_bare(struct table_text *text, const struct table_raw_row_vec *rows, uint32_t n_columns,
                            struct table_header *ret);

#endif
