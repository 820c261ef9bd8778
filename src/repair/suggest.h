/* Spelling suggestions for text that a person types: which of its words cannot be right, or hardly are where they stand, and what
 * was meant. Made for the fields of forms; the same words and language model as for damaged text, but another channel: people
 * take a wrong mark or miss a letter, and their names and abbreviations are their own. */
#ifndef REPAIR_SUGGEST_H
#define REPAIR_SUGGEST_H

#include "base/arena.h"
#include "base/vec.h"
#include "repair/candidates.h"

enum { REPAIR_SUGGESTIONS = 5 };

struct repair_suggestion {
	struct str text; /* in place of the word, in its case */
	uint8_t percent;
};

/* A word that is doubted. */
struct repair_suspect {
	size_t from, to; /* bytes of the text, without the punctuation beside it */
	bool known;      /* it is a word, but unlikely where it stands */
	struct repair_suggestion at[REPAIR_SUGGESTIONS];
	size_t n; /* at least one, likeliest first */
};

VEC_OF(repair_suspect, struct repair_suspect);

/* The doubtful words of `text`, in its order. What ret points to lies in the arena. Names inside a sentence, abbreviations,
 * numbers and codes are never doubted, nor is a word for which nothing better is known. */
struct repair_suspect_vec repair_suggest(struct arena *arena, struct repair_search *search, struct str text);

#endif
