/* Gathers words to lines by where they stand. */
#ifndef FORMAT_PAGE_LINE_H
#define FORMAT_PAGE_LINE_H

#include "base/arena.h"
#include "format/page.h"

/* Words that follow each other on one line, from left to right. */
struct page_line {
	uint32_t *words; /* of the page */
	uint32_t n;
	struct page_box box;
	bool bold; /* every word with a letter is */
};
VEC_OF(page_line, struct page_line);

/* The lines of `words[0 … n-1]` (numbers of the page's words), from the top down, those at one height from left to right. A gap
 * of more than `gap_percent` of the line's height ends a line; 0: none does. */
struct page_line_vec page_line_find(struct arena *arena, const struct page *page, const uint32_t *words, uint32_t n,
                                    int32_t gap_percent);

/* Whether two boxes stand at one height: over half of the lower one beside the other. */
bool page_line_is_beside(const struct page_box *a, const struct page_box *b);

#endif
