/* Which lines of a flow begin the rows of a table: the ordinals, as a sequence, so that a stray number is no row. */
#ifndef READING_FLOW_ORDINAL_H
#define READING_FLOW_ORDINAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "reading/flow_line.h"

struct flow_ordinal {
	uint32_t line;   /* of the flow */
	struct str mark; /* "1", "1.1", "II", "A": without dot and brackets */
	bool is_group;   /* numbers a heading over rows */
};
VEC_OF(flow_ordinal, struct flow_ordinal);

/* The most likely sequence of ordinals: 1, 2, 3 … , with groups I, II … or A, B … over them, numbered on or anew in each, or
 * 1.1, 1.2 … Empty where the table has none. */
void flow_ordinal_find(struct arena *arena, const struct table_text *text, const struct flow_line_vec *lines,
                       struct flow_ordinal_vec *ret);

/* Reads one ordinal: "1", "01.", "1.2", "(3)", "IV.", "A)". False where the text is none. `ret_major` and `ret_minor`: 0 where
 * there is none; roman numbers and letters are group marks. */
struct flow_ordinal_mark {
	struct str text;
	int major, minor;
	enum { ORDINAL_NUMBER, ORDINAL_ROMAN, ORDINAL_LETTER } kind;
	bool marked; /* with a dot or bracket */
};
bool flow_ordinal_parse(struct str s, struct flow_ordinal_mark *ret);

#endif
