/* Puts the words of one cell together: wrapped lines joined, paragraphs told apart, their bullets dropped. */
#ifndef READING_TABLE_CELL_H
#define READING_TABLE_CELL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "reading/table.h"
#include "reading/table_text.h"

/* Words first … end - 1, which stand side by side in one line of the source. */
struct table_cell_run {
	uint32_t first, end;
	bool begins_item; /* a new paragraph, told by the lines */
};
VEC_OF(table_cell_run, struct table_cell_run);

/* `is_whole`: the source gave the cell as one text without its line breaks, so paragraphs are looked for inside it. */
void table_cell_compose(struct arena *arena, const struct table_text *text, const struct table_cell_run_vec *runs, bool is_whole,
                        uint8_t confidence, struct table_cell *ret);

#endif
