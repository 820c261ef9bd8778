/* What a page shows, before anyone reads it: words where they stand, and the rules drawn between them.
 *
 * Lengths are hundredths of a point from the page's top left, turned upright. A form that has pages fills them;
 * page_document_write() makes the document of them. */
#ifndef FORMAT_PAGE_H
#define FORMAT_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

/* Readers keep these limits: what is more is left out. */
enum { PAGE_MAX_WORDS = 20000, PAGE_MAX_RULES = 4000, PAGE_MAX_LENGTH = 20 * 1000 * 1000 };

enum { PAGE_POINT = 100 };

struct page_box {
	int32_t left, top, right, bottom;
};

struct page_word {
	struct str text;     /* NFC, without white space */
	struct page_box box; /* from the line's ascenders to its descenders, so that the words of a line are about as high */
	int32_t baseline;    /* where its letters stand, from the top; of scans alone, 0 where it is not known */
	uint16_t stroke;     /* how thick its upright strokes are; of scans alone, 0 where it is not known */
	uint8_t confidence;  /* percent */
	bool bold;
};
VEC_OF(page_word, struct page_word);

/* A line drawn straight across or down, thin. */
struct page_rule {
	int32_t at;       /* from the top; of a vertical one, from the left */
	int32_t from, to; /* along it */
	bool is_vertical;
};
VEC_OF(page_rule, struct page_rule);

struct page {
	int32_t width, height;
	bool is_scan;
	struct page_word_vec words;
	struct page_rule_vec rules;
};
VEC_OF(page, struct page);

static inline int32_t page_box_width(const struct page_box *box)
{
	return box->right - box->left;
}

static inline int32_t page_box_height(const struct page_box *box)
{
	return box->bottom - box->top;
}

static inline int32_t page_box_middle(const struct page_box *box)
{
	return box->top + (box->bottom - box->top) / 2;
}

#endif
