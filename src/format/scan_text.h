/* Sets right what the words of scanned pages were read as, by all that is known of the text that they make: the rest of the
 * document, the formulas of official documents, Vietnamese. What only the picture can tell is done before, page by page. */
#ifndef FORMAT_SCAN_TEXT_H
#define FORMAT_SCAN_TEXT_H

#include "base/arena.h"
#include "format/page.h"
#include "repair/model.h"

/* Changes words of the pages that are scans. `model` NULL: the language is not asked. */
void scan_text_mend(struct arena *arena, const struct repair_model *model, struct page *pages, size_t n);

#endif
