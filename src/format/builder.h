/* Builds a document block by block, for forms that know their paragraphs and tables. Text may come as it is in the file: it is
 * brought to NFC, and characters that are none are left out. Limits are remembered; builder_finish() tells of them. */
#ifndef FORMAT_BUILDER_H
#define FORMAT_BUILDER_H

#include "base/buf.h"
#include "document/document.h"

enum {
	BUILDER_MAX_BYTES = 64 * 1024 * 1024,
	BUILDER_MAX_BLOCKS = 200 * 1000,
	BUILDER_MAX_CELLS = 500 * 1000,
	BUILDER_MAX_COLUMNS = 200, /* of a table; what lies beyond is left out */
};

struct builder {
	struct arena *arena;
	struct document document;
	struct buf out;
	uint32_t line, blank;
	bool page;
	size_t n_cells;
	const char *limit; /* message id; NULL: none was passed */
	uint32_t limit_number;
};

/* A cell of a row: its text, in which "\n" ends a paragraph, and what it covers of the grid. */
struct builder_cell {
	struct str text;
	uint32_t column, n_columns, n_rows;
};
VEC_OF(builder_cell, struct builder_cell);

void builder_init(struct builder *builder, struct arena *arena);

/* Lines of text, each ended by "\n" or the end; a blank one counts as such. */
void builder_add_lines(struct builder *builder, struct str text, bool emphasised);
void builder_add_blank(struct builder *builder);
/* What comes next begins a page. */
void builder_add_page(struct builder *builder);
/* A row of a table; cells in the order of their columns. One whose cells are all empty is left out. */
void builder_add_row(struct builder *builder, const struct builder_cell *cells, size_t n, bool emphasised);

/* Whether no more is wanted: a limit was passed. */
bool builder_is_full(const struct builder *builder);

void builder_warn(struct builder *builder, struct message warning);

/* RC_LIMIT where something was too much, RC_INVALID where there is no text at all, with *ret_problem. */
enum rc builder_finish(struct builder *builder, struct document *ret, struct message *ret_problem) MUST_USE;

#endif
