/* Fields put together from several places. */
#ifndef READING_READING_FIELD_H
#define READING_READING_FIELD_H

#include "base/arena.h"
#include "reading/reading.h"

/* The less sure of two confidences. */
static inline uint8_t reading_field_less_sure(uint8_t a, uint8_t b)
{
	return a < b ? a : b;
}

/* Adds `more` behind *into, with the text `between`: its words, its places; the whole is as sure as the less sure of the two. An
 * absent *into becomes `more`. */
void reading_field_add(struct arena *arena, struct reading_field *into, const struct reading_field *more, const char *between);

#endif
