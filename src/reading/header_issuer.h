/* Who issues a document: the agencies named in the letterhead, as running text writes their names. */
#ifndef READING_HEADER_ISSUER_H
#define READING_HEADER_ISSUER_H

#include <stdbool.h>

#include "base/arena.h"
#include "reading/lines.h"
#include "reading/words.h"

enum { HEADER_ISSUER_NOWHERE = 0x7FFFFFFF };

struct header_issuer {
	struct reading_field issuer, parent; /* no text where not told */
};

/* `kind`: the paragraph with the kind of document, HEADER_ISSUER_NOWHERE without one; `body`: where the body begins. */
struct header_issuer header_issuer_find(struct arena *arena, const struct lines_paragraph_vec *paragraphs, size_t kind,
                                        size_t body);

/* "Trường X xây dựng kế hoạch …" at word `i`: a unit, then what it does. How many words the unit has, 0 where it is none. */
size_t header_issuer_acts(const struct words *words, size_t i);

/* The word at which the state's name or motto begins in a line; words->n without them. */
size_t header_issuer_motto(const struct words *words);

/* "V/v triển khai …": what an official letter, which has no kind of its own, is about; it stands below the issuer. */
bool header_issuer_is_subject(struct str text);

#endif
