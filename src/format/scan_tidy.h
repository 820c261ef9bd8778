/* Puts the words of a scanned page in order after they were read: specks go, and codes that were torn are whole. */
#ifndef FORMAT_SCAN_TIDY_H
#define FORMAT_SCAN_TIDY_H

#include "base/arena.h"
#include "format/page.h"

/* Leaves out words that are specks of dirt, underlines or the marks of letters in the next line, and joins "07-C" with "T/TU". */
void scan_tidy(struct arena *arena, struct page *page);

#endif
