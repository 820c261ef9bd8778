/* Leaves out what a page carries besides its text: its number, and heads and feet that repeat. */
#ifndef FORMAT_PAGE_FURNITURE_H
#define FORMAT_PAGE_FURNITURE_H

#include "base/arena.h"
#include "format/page.h"
#include "format/page_line.h"

/* The lines outside the tables of every page, in reading order; those that are furniture are taken out. */
void page_furniture_drop(struct arena *arena, const struct page *pages, struct page_line_vec *lines, size_t n_pages);

#endif
