/* Sets right words of a scan whose marks were taken for others ("kiếm tra" for "kiểm tra"), by what Vietnamese texts say between
 * the words around them. */
#ifndef FORMAT_SCAN_LANGUAGE_H
#define FORMAT_SCAN_LANGUAGE_H

#include "base/arena.h"
#include "format/page.h"
#include "repair/model.h"

/* Changes words of the pages that are scans, and makes them less sure. Their letters stay, only marks change. `model` NULL:
 * nothing is done. */
void scan_language_mend(struct arena *arena, const struct repair_model *model, struct page *pages, size_t n);

#endif
