/* How often each 64-bit key was seen: a hash table that grows, in an arena. Keys are below UINT64_MAX. */
#ifndef READING_COUNTS_H
#define READING_COUNTS_H

#include <stdint.h>

#include "base/arena.h"

struct counts {
	struct arena *arena;
	uint64_t *keys;
	uint32_t *values;
	uint32_t n, n_slots;
};

void counts_init(struct counts *counts, struct arena *arena);

/* Adds `by`, which may be negative; the count stays at zero or above. */
void counts_add(struct counts *counts, uint64_t key, int32_t by);

uint32_t counts_get(const struct counts *counts, uint64_t key);

#endif
