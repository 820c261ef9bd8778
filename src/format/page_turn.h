/* Turns a page with all that is on it by quarters, clockwise. */
#ifndef FORMAT_PAGE_TURN_H
#define FORMAT_PAGE_TURN_H

#include "format/page.h"

void page_turn(struct page *page, int turns);

#endif
