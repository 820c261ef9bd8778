/* Text cut into tokens, which white space parts, and tokens into the pieces that stand for one word of the language model each.
 */
#ifndef REPAIR_TOKEN_H
#define REPAIR_TOKEN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

enum repair_kind {
	REPAIR_WORD_PIECE,   /* letters, or what was read in their place */
	REPAIR_NUMBER_PIECE, /* digits and signs */
	REPAIR_MIXED_PIECE,  /* digits and letters: a damaged word, "11a", "O6" */
	REPAIR_CODE_PIECE,   /* a number of a document and the like, left to repair/code.h */
};

/* Whether a sentence may have ended before a piece; where one surely did, the piece is fresh. */
enum repair_gap {
	REPAIR_NO_GAP,
	REPAIR_LINE_GAP, /* a line begins with a capital */
	REPAIR_SIGN_GAP, /* after ";" and ":" */
};

struct repair_piece {
	size_t from, to;       /* bytes of the text, without punctuation at the edges */
	size_t token;          /* its place among the tokens */
	uint8_t before, after; /* bytes of punctuation beside it in its token that may be a misread part of it */
	uint8_t kind;          /* enum repair_kind */
	uint8_t gap;           /* enum repair_gap, before it */
	bool fresh;            /* a sentence begins here */
	bool opens;            /* the first word of a sentence or a list's item: a capital is expected */
	bool marker;           /* begins an item of a list or a heading: "1.", "a)", "II." */
	bool capitals;         /* stands among words in capitals */
	bool name;             /* in title case inside a sentence, beside another such, and without marks */
};

struct repair_token {
	size_t from, to;
	size_t piece, pieces_n; /* none for punctuation alone */
	size_t line;            /* counted from the batch's first */
};

VEC_OF(repair_piece, struct repair_piece);
VEC_OF(repair_token, struct repair_token);

struct repair_tokens {
	struct repair_token_vec tokens;
	struct repair_piece_vec pieces;
};

/* The tokens of `text` from *at on: whole lines up to about `max` tokens, or a part of a longer line; *at moves behind them.
 * False at the end. `after_stop`: whether a sentence ended before *at; it is kept up to date. */
bool repair_token_next(struct arena *arena, struct str text, size_t *at, bool *after_stop, size_t max, struct repair_tokens *ret);

#endif
