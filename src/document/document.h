/* One model of any document: its text once, and blocks that point into it.
 *
 * The text is NFC UTF-8 with "\n" line ends. A span is a range of its bytes, so every field that is read from it knows its
 * place. Readers of every form of file fill the model; reading/ does not know them apart. Where the source has pages, each word
 * knows its page and its box on it as well. */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"
#include "base/vec.h"

/* U+2028, in the text of a cell: a paragraph ends here, and the next one begins. */
#define DOCUMENT_PARAGRAPH_END "\xe2\x80\xa8"

struct document_span {
	uint32_t begin, end; /* bytes of document.text; begin == end: nowhere */
};

enum document_block_kind {
	DOCUMENT_LINE, /* one line of text as the source broke it; never blank */
	DOCUMENT_ROW,  /* one row of a table whose cells are told apart by the source */
};

struct document_cell {
	struct document_span span; /* without the white space around */
	uint16_t column;           /* of the table's grid, from 0 */
	uint16_t n_columns;        /* of the grid that it covers; 0 and 1: one */
	uint16_t n_rows;           /* that it covers, this one first; 0 and 1: one. The rows below have no cell in its place */
	bool is_covered;           /* it stands in a row above and reaches down to this one: only as document_grid_align() makes it */
};

struct document_block {
	enum document_block_kind kind;
	struct document_span span; /* of a line: without the white space around */
	uint32_t line;             /* in the source, from 1 */
	uint32_t blank_before;     /* blank lines between this and the block before */
	uint32_t indent;           /* white space before a line, in characters */
	bool page_before;          /* a form feed or another sure sign of a new page stands before it */
	bool emphasised;           /* bold in the source (Markdown **…**, marks not part of the span) */
	uint32_t n_cells;          /* DOCUMENT_ROW */
	struct document_cell *cells;
};
VEC_OF(document_block, struct document_block);

/* A page as it is shown, turned upright. */
struct document_page {
	uint32_t width, height; /* hundredths of a point */
	bool is_scan;           /* its words were read from a picture */
};
VEC_OF(document_page, struct document_page);

/* Where a word, or a piece of text without white space, stands: in ten-thousandths of the page's width and height from its top
 * left. */
struct document_word {
	struct document_span span;
	uint32_t page; /* from 1 */
	uint16_t left, top, right, bottom;
	uint8_t confidence; /* percent: how sure its letters are */
};
VEC_OF(document_word, struct document_word);

struct document {
	struct str text;
	struct document_block_vec blocks;
	struct document_page_vec pages; /* none where the source has none */
	struct document_word_vec words; /* in the order of the text; none where the source has no pages */
	struct message_vec warnings;
};

/* What the source said, at a place. */
struct str document_span_text(const struct document *document, struct document_span span);

#endif
