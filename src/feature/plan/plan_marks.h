/* The source of a plan as pages show it: numbered lines, each cut into plain pieces and pieces that a field was read from. */
#ifndef FEATURE_PLAN_PLAN_MARKS_H
#define FEATURE_PLAN_PLAN_MARKS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "feature/plan/plan.h"

/* A range of the source that a field was read from. */
struct plan_marks_mark {
	int64_t begin, end;
	struct str field; /* "t12-title", "h-number" */
	struct str place; /* id of the place; empty: not the field's first */
	int64_t task_id;  /* 0: of the header */
	bool unsure;
};
VEC_OF(plan_marks_mark, struct plan_marks_mark);

struct plan_marks_piece {
	struct str text;
	const struct plan_marks_mark *mark; /* NULL: plain words */
	bool first;                         /* the mark begins in this piece */
	const struct plan_change *change;   /* NULL: as the file has it */
};
VEC_OF(plan_marks_piece, struct plan_marks_piece);

struct plan_marks_cell {
	struct plan_marks_piece_vec pieces;
};
VEC_OF(plan_marks_cell, struct plan_marks_cell);

struct plan_marks_line {
	int64_t number; /* from 1 */
	bool page_before, row;
	struct plan_marks_cell_vec cells; /* one, or those of a table's row */
};
VEC_OF(plan_marks_line, struct plan_marks_line);

/* Puts the marks in the order of the source and cuts away what overlaps an earlier one; empty ones go. */
void plan_marks_sort(struct plan_marks_mark_vec *marks);

/* The lines from `first` on, at most `most`; blank lines and the rules between a Markdown table's rows are left out but count.
 * `marks` and `changes`, the words that were restored, must be in the order of the source. *ret_total: lines in all. */
void plan_marks_lines(struct arena *arena, struct str source, const struct plan_marks_mark_vec *marks,
                      const struct plan_change_vec *changes, int64_t first, int64_t most, struct plan_marks_line_vec *ret,
                      int64_t *ret_total);

#endif
