/* What a piece of text may be, each with the cost of its having been read as it stands: words of the model, or the text itself.
 */
#ifndef REPAIR_OPTION_H
#define REPAIR_OPTION_H

#include "repair/candidates.h"
#include "repair/token.h"

struct repair_option {
	uint16_t word;               /* for the language model; REPAIR_UNKNOWN, REPAIR_NUMBER, REPAIR_CODE where `text` stands */
	uint16_t cost[REPAIR_CASES]; /* by how it is written; for a text the same in each */
	bool as_read;                /* a word that stands there with no letter changed */
	uint8_t before, after;       /* bytes of punctuation beside the piece that were a part of the word */
	struct str text;             /* not a word of the model: what it is */
	int total;                   /* what it costs in the case that suits it best; set by the decoder */
};

enum { REPAIR_OPTIONS = 32 };

struct repair_options {
	struct repair_option at[REPAIR_OPTIONS];
	size_t n;
};

enum repair_way {
	REPAIR_DAMAGE,  /* read by a machine that does not know Vietnamese */
	REPAIR_ACCENTS, /* typed without marks */
};

/* What the punctuation at both sides of a piece costs where it is no part of the word. */
int repair_option_signs(struct str text, const struct repair_piece *piece);

/* The least cost of an option in any case. */
unsigned repair_option_cost(const struct repair_option *option);

/* The options of a piece, at least one: itself. What is not borrowed from `text` lies in the arena. */
void repair_option_list(struct arena *arena, struct repair_search *search, enum repair_way way, struct str text,
                        const struct repair_piece *piece, struct repair_options *ret);

#endif
