/* The paragraphs of a document outside its tables: wrapped lines joined, page furniture left out.
 *
 * A paragraph's text is borrowed from the document where it is one line, and else a copy with one space between lines (none
 * after the hyphen of a number that was cut, "76/NQ-" "CP", or inside an address). lines_field() leads any part of it back to
 * its places. */
#ifndef READING_LINES_H
#define READING_LINES_H

#include "base/arena.h"
#include "base/vec.h"
#include "document/document.h"
#include "reading/lines_mark.h"
#include "reading/reading.h"
#include "reading/table.h"
#include "reading/words.h"

struct lines_piece {
	uint32_t at; /* in the paragraph's text */
	struct document_span span;
};
VEC_OF(lines_piece, struct lines_piece);

struct lines_paragraph {
	struct str text;
	struct words words; /* of the text: taken apart once for all grammars */
	enum lines_mark mark;
	struct str number; /* "I", "1", "1.2", "a", "Chương II"; of "Điều 1" "1"; no text for plain ones and bullets */
	uint32_t content;  /* where the words after the mark begin */
	struct lines_piece_vec pieces;
	uint32_t first_block; /* of document.blocks */
	bool capitals;        /* every letter after the mark is upper-case */
	bool emphasised;      /* its first line is bold in the source */
	bool page_before;
	bool gap_before; /* more blank lines before it than the document has between its lines */
	uint32_t n_lines;
};
VEC_OF(lines_paragraph, struct lines_paragraph);

struct lines {
	struct lines_paragraph_vec paragraphs;
	struct str_vec loose_urls; /* of lines that hold an address only and interrupt a paragraph: link notes of PDF files */
};

/* Reads the paragraphs. Blocks from..to-1 of each table are left out. */
struct lines lines_of(struct arena *arena, const struct document *document, const struct table_vec *tables);

/* The part begin..end-1 of a paragraph as a field, with its places. Without white space around. */
struct reading_field lines_field(struct arena *arena, const struct lines_paragraph *paragraph, size_t begin, size_t end,
                                 uint8_t confidence);

/* The words after the mark: as text, and the first of them. */
size_t lines_first_word(const struct lines_paragraph *paragraph);
struct str lines_content(const struct lines_paragraph *paragraph);

#endif
