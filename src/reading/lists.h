/* Short things named anywhere in a plan: indices, addresses on the web. */
#ifndef READING_LISTS_H
#define READING_LISTS_H

#include "base/arena.h"
#include "base/strs.h"
#include "reading/words.h"

/* Adds the indices of public administration that the text names ("PAR Index", "SIPAS", …), each once. */
void lists_add_indices(struct arena *arena, const struct words *words, struct str_vec *out);

/* Adds the addresses in the text, each once: with a scheme, with "www.", or a bare name of a site ("tinh.gov.vn"). What wrapping
 * did to them is undone. */
void lists_add_urls(struct arena *arena, struct str text, struct str_vec *out);

#endif
