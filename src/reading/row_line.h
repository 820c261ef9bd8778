/* The lines of a row before it is split: where pieces may begin in each, and what is the same of them whatever the column. */
#ifndef READING_ROW_LINE_H
#define READING_ROW_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "reading/cell_model.h"
#include "reading/flow_line.h"

enum { ROW_LINE_MOST_STARTS = 16 };

struct row_line {
	uint32_t starts[ROW_LINE_MOST_STARTS + 1]; /* words; the last is the line's end */
	uint32_t n_starts;
	float inside[ROW_LINE_MOST_STARTS]; /* the score of any cell beginning at the start, inside the line */
	float leave, going_on;              /* of any cell ending with the line; of its text going on in the next */
	bool is_bound;                      /* its last word and the first of the next are one expression */
};

/* One for each of the lines; in `scratch`. `is_first`: no page break stands before them, so that no cell goes on with the first.
 */
struct row_line *row_line_prepare(const struct cell_model *model, struct arena *scratch, const struct flow_line *lines,
                                  uint32_t n_lines, bool is_first);

#endif
