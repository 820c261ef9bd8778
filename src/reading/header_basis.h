/* What a document says it carries out, between its title and its first heading: "Thực hiện Kế hoạch số 12/KH-UBND …, Sở Nội vụ
 * xây dựng kế hoạch như sau:". */
#ifndef READING_HEADER_BASIS_H
#define READING_HEADER_BASIS_H

#include "base/arena.h"
#include "reading/lines.h"
#include "reading/reading.h"

/* Whether a paragraph begins as a basis does: "Căn cứ", "Thực hiện", "Xét đề nghị". */
bool header_basis_begins(const struct words *words);

/* Adds the documents named from paragraph `from` on to *out, each as printed up to where the issuer says what it does; laws are
 * left out. Returns the paragraph behind the last of them. */
size_t header_basis_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, size_t from,
                         struct reading_field_vec *out);

#endif
