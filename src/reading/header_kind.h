/* The kinds of official documents (Nghị định 30/2020/NĐ-CP, Điều 7). */
#ifndef READING_HEADER_KIND_H
#define READING_HEADER_KIND_H

#include "reading/words.h"

/* The kind that stands at word `i`, as running text writes it ("Kế hoạch"), and its words in *ret_words; no text for none. */
struct str header_kind_at(const struct words *words, size_t i, size_t *ret_words);

#endif
