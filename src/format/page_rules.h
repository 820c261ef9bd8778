/* Finds the rules drawn on a page in its picture: thin, straight, dark lines across and down. */
#ifndef FORMAT_PAGE_RULES_H
#define FORMAT_PAGE_RULES_H

#include "base/arena.h"
#include "format/page.h"

struct page_picture {
	const uint8_t *dark; /* a byte a pixel, 255 is black */
	int32_t width, height;
	int32_t dpi;   /* 100 does for a clean one, 200 for a rough one */
	bool is_rough; /* from a scanner: lines waver by a pixel and have holes */
};

/* Adds what it finds to `ret`, up to PAGE_MAX_RULES, the pieces of one line joined. */
void page_rules_find(struct arena *arena, const struct page_picture *picture, struct page_rule_vec *ret);

#endif
