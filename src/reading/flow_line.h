/* The lines of one table in a flow of lines: without the headers that pages repeat, page numbers and other furniture. */
#ifndef READING_FLOW_LINE_H
#define READING_FLOW_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "reading/table_header.h"
#include "reading/table_text.h"

struct flow_line {
	uint32_t first, end; /* words */
	uint32_t line;       /* of the text */
	uint8_t gap;         /* blank lines before */
	bool cut_before;     /* a page break stands before it: cells may go on from the page before */
};
VEC_OF(flow_line, struct flow_line);

/* Gathers the lines of the table whose header stands in lines first … line - 1. *ret_end is the line after the last that may
 * belong to it: the end of the document, a header of other columns, a row of cells, or what never stands in a table (recipients,
 * signature, an appendix). */
void flow_line_gather(struct arena *arena, const struct table_text *text, uint32_t first, uint32_t line,
                      const struct table_header *header, struct flow_line_vec *ret, uint32_t *ret_end);

/* Whether a line never stands in a table: recipients, signature, an appendix. */
bool flow_line_ends_table(const struct table_text *text, uint32_t line);

/* The number of a section: "III." before a heading; 0 where the line begins with none. */
int flow_line_section(const struct table_text *text, uint32_t line);

/* The section in which a table stands: of the last heading before it, where one is near; else 0. */
int flow_line_section_before(const struct table_text *text, uint32_t line);

/* Drops the numbers of pages whose headers are not repeated: numbers alone in their lines that stand apart from the lines above,
 * count with each other, and begin no row (is_row, one for each line). There too a cell may be cut. True where it dropped any. */
bool flow_line_drop_feet(const struct table_text *text, struct flow_line_vec *lines, const bool *is_row);

#endif
