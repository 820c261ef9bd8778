/* What stands before and after the body of an official document: issuer, number, place and date, kind and title, what it is
 * based on; recipients and signer (Nghị định 30/2020/NĐ-CP, Phụ lục I). Works for a bare appendix too. */
#ifndef READING_HEADER_H
#define READING_HEADER_H

#include "base/arena.h"
#include "reading/lines.h"
#include "reading/reading.h"

/* Where the body's paragraphs are: from `first` up to, not including, `end`, where recipients and signature begin; and, where a
 * document promulgates a plan that follows its signature, from `resume` to the last paragraph. */
struct header_body {
	size_t first, end, resume;
};

struct reading_header header_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                  struct header_body *ret_body);

#endif
