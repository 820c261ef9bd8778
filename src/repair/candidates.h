/* Which words a damaged one may have been: a best-first search through the trie of all words, along the units of the channel.
 * What it finds is exact, cheapest first; nothing is compared with the whole lexicon. */
#ifndef REPAIR_CANDIDATES_H
#define REPAIR_CANDIDATES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "repair/model.h"

enum repair_case { REPAIR_SMALL, REPAIR_TITLE, REPAIR_CAPITALS, REPAIR_CASES };

struct repair_candidate {
	uint16_t word;
	uint16_t cost[REPAIR_CASES]; /* of being read so when written so; UINT16_MAX: too much */
};

enum {
	REPAIR_CANDIDATES = 24,   /* the most that are found for a word */
	REPAIR_WORD_LETTERS = 24, /* longer words have none */
	REPAIR_CANDIDATE_NONE = UINT16_MAX,
};

struct repair_candidates {
	struct repair_candidate at[REPAIR_CANDIDATES];
	uint16_t n;
};

/* The room of a search, for one thread; it remembers what it found for the latest words. */
struct repair_search;

struct repair_search *repair_candidates_search_new(struct arena *arena, const struct repair_model *model);

const struct repair_model *repair_candidates_model(const struct repair_search *search);

/* The candidates for what was read in place of one word, likeliest first; `capitals`: it stands among capitals. They are lent
 * until the next call. */
const struct repair_candidates *repair_candidates_find(struct repair_search *search, struct str read, bool capitals);

/* The same for a text that has lost marks and nothing else: those words that are `read` where their marks are taken off, each at
 * cost 0. A mark that is there stays. */
const struct repair_candidates *repair_candidates_find_accents(struct repair_search *search, struct str read);

#endif
