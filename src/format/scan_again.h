/* Reads a doubtful word of a scan again, by itself and in several sizes, and takes what most of the readings agree on: a reader
 * of lines that stumbles over one word ("NÑQ" for "NQ") seldom stumbles twice in the same way. */
#ifndef FORMAT_SCAN_AGAIN_H
#define FORMAT_SCAN_AGAIN_H

#include "base/arena.h"
#include "format/ocr.h"
#include "format/page.h"

/* Whether a word is worth another look: it was read with doubt, and is no number, which has nothing that could tell its readings
 * apart. */
bool scan_again_is_wanted(const struct page_word *word);

/* Sets the text and the confidence of `word`, which stands in `box` (pixels) of the grey `picture`. The reader's picture is
 * another one then. */
void scan_again_read(struct arena *arena, struct ocr *ocr, PIX *picture, int32_t dpi, const struct page_box *box,
                     int32_t milliseconds, struct page_word *word);

#endif
