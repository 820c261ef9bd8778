#include "repair/memory.h"

#include <math.h>

enum {
	SLOTS = 1 << 18,
	WORDS = 1 << 16,
	NAMES = 1 << 13, /* readings that are told apart, by their hash */
	FULL = SLOTS * 3 / 4,
	LEFT_OUT = 1,
	LEAST_WORDS = 200, /* a text is taken to have so many at least */
};

/* How much of the probability the memory may get, at most, by how often it has seen the context; words alone always. */
static const double pair_share = 0.25, triple_share = 0.4, word_share = 0.04, doubt = 2;

/* A key below, of words + 1 in 16 bits each, the last lowest, and above it how often; 0: empty. */
enum { TIMES_BIT = 48, MOST_TIMES = UINT16_MAX };

static const uint64_t one_time = (uint64_t)1 << TIMES_BIT;

struct repair_memory {
	size_t n;
	uint8_t names[NAMES];
	uint32_t words_n;
	uint16_t word_times[WORDS];
	uint16_t word_cost[WORDS];   /* by their share of the text; 0: none that counts */
	uint64_t sketch[SLOTS / 64]; /* a bit for each pair by its hash: most that are asked for are not there */
	uint64_t slots[SLOTS];
};

struct repair_memory *repair_memory_new(struct arena *arena)
{
	return ARENA_NEW(arena, struct repair_memory);
}

static uint64_t key_of(unsigned first, unsigned second, unsigned third)
{
	return (((uint64_t)first << 32 | (uint64_t)second << 16 | third) + 1) % one_time;
}

static size_t hash_of(uint64_t key)
{
	return key * 0x9e3779b97f4a7c15ULL >> 46;
}

static size_t slot_of(const struct repair_memory *memory, uint64_t key)
{
	size_t at = hash_of(key);
	while (memory->slots[at] != 0 && memory->slots[at] % one_time != key)
		at = (at + 1) % SLOTS;
	return at;
}

static void count(struct repair_memory *memory, uint64_t key, unsigned times)
{
	size_t at = slot_of(memory, key);
	if (memory->slots[at] == 0) {
		if (memory->n >= FULL)
			return;
		memory->n++;
		memory->slots[at] = key;
	}
	uint64_t sum = (memory->slots[at] >> TIMES_BIT) + times;
	memory->slots[at] = key | (sum < MOST_TIMES ? sum : MOST_TIMES) << TIMES_BIT;
}

static uint32_t times_of(const struct repair_memory *memory, uint64_t key)
{
	uint32_t times = (uint32_t)(memory->slots[slot_of(memory, key)] >> TIMES_BIT);
	return times > LEFT_OUT ? times - LEFT_OUT : 0;
}

static size_t name_slot(struct str read)
{
	uint64_t hash = 0xcbf29ce484222325ULL;
	for (size_t i = 0; i < read.len; i++)
		hash = (hash ^ (unsigned char)read.ptr[i]) * 0x100000001b3ULL;
	return (hash ^ hash >> 32) % NAMES;
}

void repair_memory_add_name(struct repair_memory *memory, struct str read)
{
	uint8_t *times = &memory->names[name_slot(read)];
	*times = *times < UINT8_MAX ? *times + 1 : UINT8_MAX;
}

unsigned repair_memory_name_times(const struct repair_memory *memory, struct str read)
{
	return memory->names[name_slot(read)];
}

/* Contexts are kept as n-grams that end in a word that there is not. */
enum { ANY = UINT16_MAX };

void repair_memory_add(struct repair_memory *memory, unsigned first, unsigned second, unsigned third, unsigned times)
{
	size_t hash = hash_of(key_of(ANY, second, third));
	memory->sketch[hash / 64] |= (uint64_t)1 << hash % 64;
	count(memory, key_of(ANY, second, third), times);
	count(memory, key_of(ANY, second, ANY), times);
	if (first == REPAIR_UNKNOWN)
		return;
	count(memory, key_of(first, second, third), times);
	count(memory, key_of(first, second, ANY), times);
}

void repair_memory_add_word(struct repair_memory *memory, unsigned word)
{
	if (word >= WORDS || memory->word_times[word] == UINT16_MAX)
		return;
	memory->word_times[word]++;
	memory->words_n++;
}

void repair_memory_weigh(struct repair_memory *memory)
{
	for (size_t i = 0; i < WORDS; i++) {
		double times = memory->word_times[i] > LEFT_OUT ? memory->word_times[i] - LEFT_OUT : 0;
		double share = times * word_share / fmax(memory->words_n, LEAST_WORDS);
		memory->word_cost[i] = share > 0 ? (uint16_t)lrint(-log(share) * REPAIR_NAT) : 0;
	}
}

/* The cost by the share of the word in the text, and by what the model says. */
static int blend_word(const struct repair_memory *memory, unsigned word, int cost)
{
	enum { FAR = 3 * REPAIR_NAT };
	int here = memory->word_cost[word % WORDS];
	if (here == 0 || here > cost + FAR)
		return cost;
	double both = exp(-(double)cost / REPAIR_NAT) + exp(-(double)here / REPAIR_NAT);
	return (int)lrint(-log(both) * REPAIR_NAT);
}

int repair_memory_blend(const struct repair_memory *memory, const struct repair_context *context, unsigned word, int cost)
{
	if (word == REPAIR_UNKNOWN || memory->n == 0 || context->n == 0)
		return cost;
	cost = blend_word(memory, word, cost);
	unsigned before = context->at[0];
	uint64_t key = key_of(ANY, before, word);
	size_t hash = hash_of(key);
	bool may_be_there = memory->sketch[hash / 64] >> hash % 64 & 1;
	uint32_t pair = may_be_there ? times_of(memory, key) : 0;
	if (pair == 0)
		return cost;
	double seen = times_of(memory, key_of(ANY, before, ANY));
	double p = exp(-(double)cost / REPAIR_NAT);
	double weight = pair_share * seen / (seen + doubt);
	double mixed = (1 - weight) * p + weight * pair / fmax(seen, pair);
	uint32_t triple = context->before != REPAIR_UNKNOWN ? times_of(memory, key_of(context->before, before, word)) : 0;
	if (triple > 0) {
		seen = times_of(memory, key_of(context->before, before, ANY));
		weight = triple_share * seen / (seen + doubt);
		mixed = (1 - weight) * mixed + weight * triple / fmax(seen, triple);
	}
	int blended = (int)lrint(-log(mixed) * REPAIR_NAT);
	return blended < cost ? blended : cost;
}
