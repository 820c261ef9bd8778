/* The documents that a text cites: "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ", "Luật Thi đua, khen thưởng năm 2022",
 * "Đề án 06". Numbers of the state (NN/YYYY/TYPE-ORG, NN/TYPE-ORG, NN/ORG-UNIT), of the National Assembly (NN/YYYY/QH15) and of
 * the Party (NN-TYPE/ORG); laws and projects by name. */
#ifndef READING_CITATION_H
#define READING_CITATION_H

#include "base/arena.h"
#include "reading/lines.h"
#include "reading/reading.h"

struct citation_finder;

struct citation_finder *citation_finder_new(struct arena *arena);

/* Looks through a text that was taken apart. Mentions of one document are counted together; date and issuer come from the
 * fullest. `paragraph`, where not NULL, tells the places of the text's parts; else every mention is placed at `span`. */
void citation_finder_add(struct citation_finder *finder, const struct words *words, const struct lines_paragraph *paragraph,
                         struct document_span span);

/* The documents found, in the order of their first mention. */
struct reading_citation_vec citation_finder_finish(struct citation_finder *finder);

#endif
