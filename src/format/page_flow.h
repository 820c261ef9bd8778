/* The order in which the lines of a page are read: from the top down, and where two columns stand side by side, as in the head
 * and the foot of an official document, the left one before the right. */
#ifndef FORMAT_PAGE_FLOW_H
#define FORMAT_PAGE_FLOW_H

#include "base/arena.h"
#include "format/page.h"
#include "format/page_line.h"

/* The lines of `words[0 … n-1]` (numbers of the page's words) in reading order. */
struct page_line_vec page_flow_order(struct arena *arena, const struct page *page, const uint32_t *words, uint32_t n);

#endif
