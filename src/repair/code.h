/* The numbers of documents, dates and figures, which have a grammar of their own: "683/QD-UBND" was "683/QĐ-UBND", "72-QB/TU" was
 * "72-QĐ/TU". Their abbreviations are words of the model, in sentences that begin with REPAIR_PIECES; those that only one body
 * uses are looked for among the initials of the text: "CDKTCN" was "CĐKTCN" where a "Cao đẳng Kỹ thuật Công nghệ" stands. */
#ifndef REPAIR_CODE_H
#define REPAIR_CODE_H

#include "base/arena.h"
#include "repair/candidates.h"

enum { REPAIR_INITIALS = 8192 /* the latest words */ };

/* The first letters of the words of a text. */
struct repair_initials {
	char at[REPAIR_INITIALS];
	size_t n;
};

void repair_code_initials_add(struct repair_initials *initials, struct str word);

/* An abbreviation of three letters and more with those of its D that are Đ in the text; itself where the text has no such words.
 */
struct str repair_code_expand(struct arena *arena, const struct repair_initials *initials, struct str abbreviation);

/* A code with its misread pieces restored; `code` itself where nothing changes. */
struct str repair_code_restore(struct arena *arena, struct repair_search *search, const struct repair_initials *initials,
                               struct str code);

/* The number that a text of digits and letters was where every letter looks like a digit ("O6", "l5"): all digits. No text where
 * it cannot be one. */
struct str repair_code_digits(struct arena *arena, struct str text);

/* The National Assembly's term as it stands at the end of codes: "UBTVQHIS" was "UBTVQH15". No text where there is none. */
struct str repair_code_term(struct arena *arena, struct str text);

#endif
