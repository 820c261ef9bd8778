/* Sets right what is often read wrong, by looking at the picture again: how many strokes a Roman numeral has; and by
 * what stands beside it: the quarter of a year. */
#ifndef FORMAT_SCAN_MEND_H
#define FORMAT_SCAN_MEND_H

#include <leptonica/allheaders.h>

#include "base/arena.h"
#include "format/page.h"

/* `words` have their boxes in pixels of `black`, a picture of one bit a pixel. */
void scan_mend_numerals(struct arena *arena, PIX *black, struct page_word_vec *words);

#endif
