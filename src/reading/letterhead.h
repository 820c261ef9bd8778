/* The head of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I): who issues it, number on the left; the state's name
 * and motto, place and date on the right. Text layers give its two columns one after the other, or side by side in one line with
 * a gap between. */
#ifndef READING_LETTERHEAD_H
#define READING_LETTERHEAD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "document/document.h"

/* Whether a line is a part of its own, that never goes on with the lines around: number, place and date, motto, the kind of
 * document in capitals. */
bool letterhead_stands_alone(struct str line);

/* A letterhead whose columns stand side by side: blocks 0 … end_block - 1. end_block 0: the document has none. */
struct letterhead {
	uint32_t end_block;
	uint32_t column; /* where the right column begins at the earliest, in characters */
};

struct letterhead letterhead_find(const struct document *document);

/* The end of a document that begins with block `first`, "Nơi nhận:", and has the signature beside the recipients: up to
 * end_block; 0 where the two do not stand side by side. */
struct letterhead letterhead_find_closing(const struct document *document, uint32_t first);

/* What a line of it has in the left and in the right column; begin == end where nothing. */
void letterhead_split(const struct document *document, const struct letterhead *head, uint32_t block,
                      struct document_span ret[2]);

#endif
