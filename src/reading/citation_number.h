/* The numbers of documents: of the state ("76/NQ-CP", "30/2020/NĐ-CP", "66.22/2026/NQ-CP", "60/UBND-TH"), of the National
 * Assembly ("55/2022/QH15"), of the Party ("09-NQ/TW") and of standards ("QCVN 102:2016/BTTTT"). Spaces and odd dashes inside one
 * are mended, Ð is Đ. What only looks like a number (24/7, 04/2025, a telephone number, "Mẫu số 02/…") is none. */
#ifndef READING_CITATION_NUMBER_H
#define READING_CITATION_NUMBER_H

#include "base/arena.h"
#include "reading/words.h"

struct citation_number {
	struct str text;  /* tidied: no spaces, "-" for every dash */
	struct str plain; /* its first figures without leading zeros: "9" of "09-NQ/TW" */
	struct str code;  /* "NQ" of "76/NQ-CP", "UBND" of "60/UBND-TH", "QH15" */
	struct str body;  /* the letters that mean who issued it: "CP", "UBND", "TW" */
	size_t end;       /* word behind it */
	bool is_mended;   /* it was not printed so */
};

/* The number that begins at word `i`; false where none does. */
bool citation_number_at(struct arena *arena, const struct words *words, size_t i, struct citation_number *ret);

/* The same for a technical regulation or standard; the code is "QCVN" or "TCVN". */
bool citation_number_of_standard(struct arena *arena, const struct words *words, size_t i, struct citation_number *ret);

#endif
