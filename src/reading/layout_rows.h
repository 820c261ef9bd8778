/* Where one row of a page ends and the next begins: cells are set from the top of their row or in its middle, one of them fills
 * it, an ordinal stands once in each. */
#ifndef READING_LAYOUT_ROWS_H
#define READING_LAYOUT_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "reading/layout_page.h"
#include "reading/table_header.h"

struct layout_rows {
	const struct table_text *text;
	const struct table_header *header;
	const struct layout_cell *cells; /* [line * header->n_columns + column] */
	const bool *is_heading;          /* of each line: over rows, a row by itself */
	uint32_t n_lines;
	bool goes_on; /* the first row may have begun on the page before */
};

/* begins[l]: a row begins with line l. */
void layout_rows_find(struct arena *scratch, const struct layout_rows *page, bool *begins);

#endif
