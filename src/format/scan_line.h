/* Makes the lines of a scanned page as high as each other, and their words bold where their strokes are thick. */
#ifndef FORMAT_SCAN_LINE_H
#define FORMAT_SCAN_LINE_H

#include <leptonica/allheaders.h>

#include "base/arena.h"
#include "format/page.h"

/* The ink of a line reaches as high and as low as its letters do, so that the way from line to line would not show which lines
 * stand apart. Afterwards the boxes of words are as high as most lines are, and stand on their line. */
void scan_line_settle(struct arena *arena, struct page *page);

/* Sets `stroke` of the page's words by its picture, one bit a pixel. */
void scan_line_measure_strokes(PIX *black, int32_t dpi, struct page *page);

/* Sets `bold` of the words of scans by how thick their strokes are, against the thin ones of the document. */
void scan_line_find_bold(struct arena *arena, struct page *pages, size_t n);

#endif
