/* Writes what stands on pages into a document: its text, its blocks, and where each word stands. */
#ifndef FORMAT_PAGE_WRITER_H
#define FORMAT_PAGE_WRITER_H

#include "base/buf.h"
#include "document/document.h"
#include "format/page.h"
#include "format/page_grid.h"
#include "format/page_line.h"

struct page_writer {
	struct arena *arena;
	struct document *document;
	struct buf text;
	uint32_t line;        /* being written, from 1 */
	uint32_t page_number; /* from 1 */
	const struct page *page;
	bool page_before; /* nothing was written on this page yet, and it is not the first */
};

/* A writer for a document of zero bytes. */
void page_writer_init(struct page_writer *writer, struct arena *arena, struct document *document);

/* The words of what follows stand on this page; the pages of a document come in order. */
void page_writer_begin_page(struct page_writer *writer, const struct page *page);

void page_writer_add_line(struct page_writer *writer, const struct page_line *line, uint32_t blank_before, uint32_t indent);

/* A row of a table: `cells` are the cells that begin in it, in order; `lines` are the lines of each. */
void page_writer_add_row(struct page_writer *writer, const struct page_cell *cells, const struct page_line_vec *lines, uint32_t n,
                         uint32_t blank_before);

/* Gives the document its text. RC_LIMIT where it is longer than a document may be. */
enum rc page_writer_finish(struct page_writer *writer) MUST_USE;

#endif
