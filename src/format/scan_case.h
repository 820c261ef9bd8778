/* Sets right letters of a scan whose capital has the shape of the small one: "cơ SỞ", "CụC". */
#ifndef FORMAT_SCAN_CASE_H
#define FORMAT_SCAN_CASE_H

#include "base/arena.h"
#include "format/page.h"

/* Changes words of the pages that are scans: syllables of such letters alone, in capitals among words that are not. */
void scan_case_mend(struct arena *arena, struct page *pages, size_t n);

#endif
