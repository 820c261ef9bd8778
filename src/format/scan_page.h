/* Reads a picture of a page: its rules, then its words, those of a table cell by cell. */
#ifndef FORMAT_SCAN_PAGE_H
#define FORMAT_SCAN_PAGE_H

#include "format/ocr.h"
#include "format/page.h"
#include "format/scan_picture.h"

/* Fills `ret`. RC_LIMIT where it took the processor longer than `seconds`, with what was read until then. */
enum rc scan_page_read(struct arena *arena, struct ocr *ocr, const struct scan_picture *picture, uint32_t seconds,
                       struct page *ret) MUST_USE;

#endif
