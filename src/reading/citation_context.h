/* What stands around the number or name of a document: its date, issuer and title ("trích yếu"), behind it or before it. */
#ifndef READING_CITATION_CONTEXT_H
#define READING_CITATION_CONTEXT_H

#include "base/arena.h"
#include "reading/reading.h"
#include "reading/words.h"

/* Reads date and issuer in any order behind word *at ("ngày 15/7/2021 của Chính phủ", "(ngày …) do … ban hành", "năm 2022"), and
 * then the title ("về …", "ban hành …"), which is not stepped over. *at: the word behind date and issuer. */
void citation_context_behind(const struct words *words, size_t *at, struct reading_citation *citation);

/* Reads what stands before the kind of document at word `begin`: "Ngày 15/7/2021, Chính phủ ban hành". Fills only what is
 * missing. */
void citation_context_before(const struct words *words, size_t begin, struct reading_citation *citation);

/* Between the kind of document and a number at word `i`: "của Chính phủ số", "ngày 02/9/2021 số". *ret_kind_end: the word where
 * the kind ends; false where nothing stands between. */
bool citation_context_between(const struct words *words, size_t i, struct reading_citation *citation, size_t *ret_kind_end);

#endif
