#include "reading/counts.h"

#include <string.h>

enum { FIRST_SLOTS = 256 };

static uint32_t slot_of(const struct counts *counts, uint64_t key)
{
	uint32_t at = (uint32_t)((key * 0x9E3779B97F4A7C15u) >> 32) & (counts->n_slots - 1);
	while (counts->keys[at] != UINT64_MAX && counts->keys[at] != key)
		at = (at + 1) & (counts->n_slots - 1);
	return at;
}

static void make_slots(struct counts *counts, uint32_t n_slots)
{
	counts->n_slots = n_slots;
	counts->keys = arena_alloc(counts->arena, n_slots * sizeof *counts->keys);
	memset(counts->keys, 0xFF, n_slots * sizeof *counts->keys);
	counts->values = ARENA_ARRAY(counts->arena, uint32_t, n_slots);
}

void counts_init(struct counts *counts, struct arena *arena)
{
	*counts = (struct counts){.arena = arena};
	make_slots(counts, FIRST_SLOTS);
}

static void grow(struct counts *counts)
{
	struct counts old = *counts;
	make_slots(counts, old.n_slots * 2);
	for (uint32_t i = 0; i < old.n_slots; i++) {
		if (old.keys[i] == UINT64_MAX)
			continue;
		uint32_t at = slot_of(counts, old.keys[i]);
		counts->keys[at] = old.keys[i];
		counts->values[at] = old.values[i];
	}
}

void counts_add(struct counts *counts, uint64_t key, int32_t by)
{
	uint32_t at = slot_of(counts, key);
	if (counts->keys[at] == UINT64_MAX) {
		if (by <= 0)
			return;
		if ((counts->n + 1) * 2 > counts->n_slots) {
			grow(counts);
			at = slot_of(counts, key);
		}
		counts->keys[at] = key;
		counts->n++;
	}
	if (by < 0 && counts->values[at] < (uint32_t)-by)
		counts->values[at] = 0;
	else
		counts->values[at] += (uint32_t)by;
}

uint32_t counts_get(const struct counts *counts, uint64_t key)
{
	return counts->values[slot_of(counts, key)];
}
