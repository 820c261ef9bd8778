/* What the language model says of a word after the words before it. */
#ifndef REPAIR_LANGUAGE_H
#define REPAIR_LANGUAGE_H

#include <stdint.h>

#include "repair/model.h"

/* The words before, as the model knows them: for 1, 2 … words the place of their n-gram in its level, and how many there are. */
struct repair_context {
	uint32_t at[REPAIR_ORDER - 1];
	uint16_t before; /* the last word but one; REPAIR_UNKNOWN where there is none */
	uint8_t n;
};

/* The context where a sentence begins. */
struct repair_context repair_language_start(void);

/* The cost of a sentence's ending in the context; of an item's number, which begins a list's item, nothing. */
int repair_language_end(const struct repair_model *model, const struct repair_context *context);

bool repair_language_same(const struct repair_context *a, const struct repair_context *b);

/* The cost of `word` in the context; *ret_next is the context after it. */
int repair_language_step(const struct repair_model *model, const struct repair_context *context, unsigned word,
                         struct repair_context *ret_next);

/* The place of the two words' n-gram, of which the first ends the context; SIZE_MAX where the model has none. */
size_t repair_language_bigram(const struct repair_model *model, unsigned first, unsigned second);

#endif
