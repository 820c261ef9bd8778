/* The recipients ("Nơi nhận") and who signs, below them or in a column beside them. */
#ifndef READING_SIGNATURE_H
#define READING_SIGNATURE_H

#include "base/arena.h"
#include "reading/lines.h"
#include "reading/reading.h"

/* Paragraph `at` begins with "Nơi nhận"; none from `limit` on belongs to the signature. Fills the header's recipients and
 * signer. */
void signature_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, size_t at, size_t limit,
                    struct reading_header *header);

#endif
