/* How rare the commoner syllables of official Vietnamese are: counts from 19 million syllables of legal texts, as data. */
#ifndef VIET_SYLLABLE_COSTS_H
#define VIET_SYLLABLE_COSTS_H

#include <stddef.h>
#include <stdint.h>

struct viet_syllable_cost_entry {
	char syllable[15]; /* lower case, NFC, tone marks in the old place */
	uint8_t cost;      /* ten times the negative natural logarithm of its share */
};

/* Ascending by strcmp. */
extern const struct viet_syllable_cost_entry viet_syllable_costs[];
extern const size_t viet_syllable_costs_n;

#endif
