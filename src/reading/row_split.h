/* Splits the lines of one row of a flowing table into its cells: the most likely way, found by dynamic programming.
 *
 * Cells come in column order; a cell begins at the begin of a line, or inside one where the source joined two cells; after a
 * page break every cell may go on; after the last cells of a part an earlier column may begin the next part of the task. */
#ifndef READING_ROW_SPLIT_H
#define READING_ROW_SPLIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "reading/cell_model.h"
#include "reading/flow_line.h"

/* `has_ordinals`: the lines are one row, whose ordinal is not among them. Otherwise they are rows one after another: a part that
 * begins with a title is a row of its own. Pieces come in the order of the text. `weigh`: their
 * margins are told, at about twice the cost. */
void row_split(const struct cell_model *model, struct arena *scratch, const struct flow_line *lines, size_t n_lines,
               bool has_ordinals, bool weigh, struct arena *arena, struct cell_piece_vec *ret);

#endif
