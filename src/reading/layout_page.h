/* One page of a table that came as lines with its columns told by spaces ("pdftotext -layout"): where the columns are, and which
 * words of each line stand in which. */
#ifndef READING_LAYOUT_PAGE_H
#define READING_LAYOUT_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "reading/table.h"
#include "reading/table_text.h"

/* Where a word stands in its line, in characters. */
struct layout_word {
	uint32_t begin, end;
	float bond; /* to the word before: a cost of parting the two */
};

struct layout_line {
	uint32_t line;  /* of the text */
	uint32_t first; /* word of the text; words[i] is word first + i */
	uint32_t n;
	struct layout_word *words;
	bool has_mark;       /* begins with what may be an ordinal */
	bool has_group_mark; /* which is none of a row: "II", "A" */
	uint32_t n_segments; /* pieces with a gap of two spaces or more between */
};
VEC_OF(layout_line, struct layout_line);

/* The right ends of all columns but the last. Lines are set a few characters off them where their words stand close: which words
 * belong to a column is told by the gaps near its ends. */
struct layout_columns {
	uint32_t n;
	uint32_t ends[TABLE_MAX_COLUMNS];
	bool begins_with_ordinal; /* the first holds a number or nothing */
};

/* The words of a cell in one line: first == end where it has none. */
struct layout_cell {
	uint32_t first, end;
};

/* Takes a line apart. `pairs`: the words that stand side by side in the document; NULL where none are counted yet. */
struct layout_line layout_page_line(struct arena *arena, const struct table_text *text, const struct counts *pairs,
                                    uint32_t line);

/* Finds the columns by their heads, whose words in lines 0 … n_head - 1 stand apart, and by the gaps in all lines. False where no
 * two columns stand apart, or more than TABLE_MAX_COLUMNS do. */
bool layout_page_find_columns(const struct layout_line *lines, size_t n, size_t n_head, struct layout_columns *ret);

/* Fills cells[0 … columns->n - 1]. */
void layout_page_split(const struct layout_line *line, const struct layout_columns *columns, struct layout_cell *cells);

/* Whether the line goes over the columns as if there were none: prose, or a heading over rows. */
bool layout_page_spans(const struct layout_line *line, const struct layout_columns *columns);

#endif
