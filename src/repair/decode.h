/* The words that a run of tokens most likely was: a beam search over the options of each piece with the language model. */
#ifndef REPAIR_DECODE_H
#define REPAIR_DECODE_H

#include "repair/memory.h"
#include "repair/option.h"

enum { REPAIR_ALTERNATIVES = 3 };

/* What one piece was. */
struct repair_choice {
	struct repair_option option;
	enum repair_case written;
	bool begins;                                           /* a sentence, whatever stands before it */
	int cost;                                              /* in its context */
	uint8_t confidence;                                    /* percent */
	struct repair_option alternative[REPAIR_ALTERNATIVES]; /* the likeliest others; filled where they were asked for */
	uint8_t likelihood[REPAIR_ALTERNATIVES];               /* percent; 0: there is none */
};

/* The choice for each piece, in the arena. *context is the one before the first piece, and becomes the one after the last. */
struct repair_choice *repair_decode(struct arena *arena, struct repair_search *search, const struct repair_memory *memory,
                                    enum repair_way way, struct str text, const struct repair_piece_vec *pieces,
                                    struct repair_context *context, bool alternatives);

#endif
