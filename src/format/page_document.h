/* Makes a document of pages: lines in reading order, tables as rows, the page's furniture left out. */
#ifndef FORMAT_PAGE_DOCUMENT_H
#define FORMAT_PAGE_DOCUMENT_H

#include "base/arena.h"
#include "base/rc.h"
#include "document/document.h"
#include "format/page.h"

/* Fills `ret`, which may have warnings already. Words that are empty, or whose boxes are, are left out. RC_LIMIT where there is
 * too much text. */
enum rc page_document_write(struct arena *arena, struct page *pages, size_t n, struct document *ret) MUST_USE;

#endif
