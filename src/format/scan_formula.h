/* Sets right the lines that stand in every official document, word for word. */
#ifndef FORMAT_SCAN_FORMULA_H
#define FORMAT_SCAN_FORMULA_H

#include "base/arena.h"
#include "format/page.h"

/* Changes words of the pages that are scans: where most of a formula stands ("GỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), and the rest
 * of it differs by a letter or two. */
void scan_formula_mend(struct arena *arena, struct page *pages, size_t n);

#endif
