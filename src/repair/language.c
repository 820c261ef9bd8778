#include "repair/language.h"

static const uint32_t not_found = UINT32_MAX;

struct repair_context repair_language_start(void)
{
	return (struct repair_context){.at = {REPAIR_START}, .n = 1};
}

bool repair_language_same(const struct repair_context *a, const struct repair_context *b)
{
	if (a->n != b->n)
		return false;
	for (unsigned i = 0; i < a->n; i++)
		if (a->at[i] != b->at[i])
			return false;
	return true;
}

/* The place, among the longer ones of the n-gram at `at` of level `below`, of the one that ends in `word`. */
static uint32_t find(const struct repair_model *model, size_t below, uint32_t at, unsigned word)
{
	const struct repair_level *from = &model->level[below], *level = &model->level[below + 1];
	if (at >= from->n)
		return not_found;
	uint32_t low = from->start[at], high = from->start[at + 1], end = high;
	if (low > high || high > level->n)
		return not_found;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (level->word[middle] < word)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end && level->word[low] == word ? low : not_found;
}

int repair_language_step(const struct repair_model *model, const struct repair_context *context, unsigned word,
                         struct repair_context *ret_next)
{
	if (word >= model->words_n)
		word = REPAIR_UNKNOWN;
	struct repair_context next = {.at = {word}, .n = 1, .before = context->n > 0 ? (uint16_t)context->at[0] : REPAIR_UNKNOWN};
	int cost = model->level[0].cost[word] * REPAIR_BYTE_COST;
	for (unsigned n = 0; n < context->n; n++) {
		uint32_t at = find(model, n, context->at[n], word);
		bool found = at != not_found;
		if (found)
			cost = model->level[n + 1].cost[at] * REPAIR_BYTE_COST;
		else if (context->at[n] < model->level[n].n)
			cost += model->level[n].bow[context->at[n]] * REPAIR_BYTE_COST;
		if (n + 2 < model->levels_n) {
			next.at[n + 1] = at;
			if (found)
				next.n = (uint8_t)(n + 2);
		}
	}
	*ret_next = next;
	return cost;
}

int repair_language_end(const struct repair_model *model, const struct repair_context *context)
{
	struct repair_context after;
	bool nothing = context->at[0] == REPAIR_START || (context->at[0] == REPAIR_NUMBER && context->before == REPAIR_START);
	return nothing ? 0 : repair_language_step(model, context, REPAIR_END, &after);
}

size_t repair_language_bigram(const struct repair_model *model, unsigned first, unsigned second)
{
	uint32_t at = find(model, 0, first, second);
	return at == not_found ? SIZE_MAX : at;
}
