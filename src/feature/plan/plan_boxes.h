/* Where a stretch of a document stands on its pages: the boxes around its words, one for each line of each column. */
#ifndef FEATURE_PLAN_PLAN_BOXES_H
#define FEATURE_PLAN_PLAN_BOXES_H

#include "document/document.h"

/* In ten-thousandths of the page's width and height from its top left, as words have it. */
struct plan_box {
	uint32_t page; /* from 1 */
	uint16_t left, top, right, bottom;
};
VEC_OF(plan_box, struct plan_box);

/* Adds the boxes of the words that lie in the bytes from `begin` to `end`. Words without a place give none. */
void plan_boxes_add(struct arena *arena, const struct document *document, int64_t begin, int64_t end, struct plan_box_vec *boxes);

#endif
