/* Short things named anywhere in a plan: indices, addresses on the web, targets in percent. */
#ifndef READING_LISTS_H
#define READING_LISTS_H

#include "base/arena.h"
#include "base/strs.h"
#include "reading/lines.h"
#include "reading/reading.h"

/* Adds the indices of public administration that the text names ("PAR Index", "SIPAS", …), each once. */
void lists_add_indices(struct arena *arena, const struct words *words, struct str_vec *out);

/* Adds the addresses in the text, each once: with a scheme, with "www.", or a bare name of a site ("tinh.gov.vn"). What wrapping
 * did to them is undone. */
void lists_add_urls(struct arena *arena, struct str text, struct str_vec *out);

/* Adds the sentences that set targets in percent: each percentage of a sentence is one. */
void lists_add_targets(struct arena *arena, const struct lines_paragraph *paragraph, struct reading_target_vec *out);

/* The same for the percentages among words from..to-1, whose target is told by `text`. */
void lists_add_percentages(struct arena *arena, const struct words *words, size_t from, size_t to,
                           const struct reading_field *text, struct reading_target_vec *out);

#endif
