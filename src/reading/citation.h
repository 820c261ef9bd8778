/* The documents that a text cites: "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ", "Luật Thi đua, khen thưởng năm 2022",
 * "Đề án 06". By number (citation_number.h) or by name (citation_name.h); a later short mention ("Kế hoạch số 12") counts for the
 * document that it means, "Nghị quyết này" for none. */
#ifndef READING_CITATION_H
#define READING_CITATION_H

#include "base/arena.h"
#include "reading/lines.h"
#include "reading/reading.h"

struct citation_finder;

struct citation_finder *citation_finder_new(struct arena *arena);

/* Looks through a text that was taken apart. Mentions of one document are counted together; date, issuer and title come from the
 * fullest, and the role is the strongest: READING_MENTION is the weakest. `paragraph`, where not NULL, tells the places of the
 * text's parts; else every mention is placed at `span`. */
void citation_finder_add(struct citation_finder *finder, const struct words *words, const struct lines_paragraph *paragraph,
                         struct document_span span, enum reading_citation_role role);

/* The documents found, in the order of their first mention. */
struct reading_citation_vec citation_finder_finish(struct citation_finder *finder);

#endif
