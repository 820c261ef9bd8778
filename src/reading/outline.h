/* The numbered headings and paragraphs of a body, and the section that each paragraph stands in. */
#ifndef READING_OUTLINE_H
#define READING_OUTLINE_H

#include "base/arena.h"
#include "reading/header.h"
#include "reading/lines.h"
#include "reading/reading.h"

/* Where a paragraph stands: "III.2", and the titles that lead to it. */
struct outline_place {
	struct str section;
	size_t top;     /* the paragraph that opens the first-level section; SIZE_MAX before the first */
	size_t heading; /* the nearest numbered paragraph at or before it; SIZE_MAX before the first */
	int level;      /* of a numbered paragraph; 0 of others */
};
VEC_OF(outline_place, struct outline_place);

/* The headings; *ret_places has one place per paragraph of the body (places->at[i] is of paragraph body.first + i). */
struct reading_heading_vec outline_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                        struct header_body body, struct outline_place_vec *ret_places);

#endif
