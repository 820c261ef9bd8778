/* What a page of a PDF file shows: its words, from the text layer, and its rules; or its picture.
 *
 * A page whose text runs sideways or upside down is turned upright first. */
#ifndef FORMAT_PDF_PAGE_H
#define FORMAT_PDF_PAGE_H

#include "base/arena.h"
#include "format/page.h"
#include "format/pdf_poppler.h"

/* Fills the words and rules of `ret`. Without any text layer there are no words, and rules are not looked for. */
void pdf_page_read(struct arena *arena, PopplerPage *page, struct page *ret);

/* How often a page must be turned clockwise by a quarter for its text to stand upright. */
int pdf_page_turns(PopplerPage *page);

/* The page as drawn at `dpi` (of hundredths), a byte a pixel: 0 is black. NULL where it does not fit into memory. The caller
 * frees it with cairo_surface_destroy(). It is not turned. */
cairo_surface_t *pdf_page_draw(PopplerPage *page, double dpi);

#endif
