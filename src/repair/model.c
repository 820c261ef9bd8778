#include "repair/model.h"

#include <string.h>

#include "base/log.h"
#include "base/utf8.h"

static const char magic[] = "SAUROVN1";

enum {
	HEAD = 16,
	ENTRY = 8,
	FIXED_SECTIONS = 15,
	MAX_SECTIONS = FIXED_SECTIONS + REPAIR_ORDER * 4,
};

/* Sections in the order of the file, taken one after the other. */
struct sections {
	struct str bytes;
	uint32_t n, next;
	bool broken;
};

static uint32_t number_at(struct str bytes, size_t at)
{
	uint32_t n;
	memcpy(&n, bytes.ptr + at, sizeof n);
	return n;
}

/* The next section as an array of elements of `size` bytes; *ret_n is how many. */
static const void *take(struct sections *sections, size_t size, size_t *ret_n)
{
	*ret_n = 0;
	if (sections->next >= sections->n) {
		sections->broken = true;
		return NULL;
	}
	size_t entry = HEAD + ENTRY * (size_t)sections->next++;
	size_t at = number_at(sections->bytes, entry), len = number_at(sections->bytes, entry + 4);
	if (at % 8 != 0 || at > sections->bytes.len || len > sections->bytes.len - at || len % size != 0) {
		sections->broken = true;
		return NULL;
	}
	*ret_n = len / size;
	return sections->bytes.ptr + at;
}

/* The same where there must be `n` elements. */
static const void *take_exactly(struct sections *sections, size_t size, size_t n)
{
	size_t got;
	const void *array = take(sections, size, &got);
	if (got != n)
		sections->broken = true;
	return array;
}

static void take_words(struct sections *sections, struct repair_model *model)
{
	size_t n;
	model->text_at = take(sections, sizeof *model->text_at, &n);
	model->words_n = n > 0 ? n - 1 : 0;
	model->text.ptr = take(sections, 1, &model->text.len);
	model->case_cost = take_exactly(sections, 1, model->words_n * 3);
	model->symbols = take(sections, sizeof *model->symbols, &model->symbols_n);
	model->small = take_exactly(sections, 1, model->symbols_n);
	model->child = take(sections, sizeof *model->child, &n);
	model->nodes_n = n > 0 ? n - 1 : 0;
	model->symbol = take_exactly(sections, 1, model->nodes_n);
	model->word = take_exactly(sections, sizeof *model->word, model->nodes_n);
}

static void take_channel(struct sections *sections, struct repair_model *model)
{
	model->read = take(sections, sizeof *model->read, &model->reads_n);
	model->units = take_exactly(sections, sizeof *model->units, model->reads_n + 1);
	model->letters = take(sections, sizeof *model->letters, &model->units_n);
	model->unit_cost = take_exactly(sections, sizeof *model->unit_cost, model->units_n);
	model->lost = take(sections, sizeof *model->lost, &model->lost_n);
	model->lost_cost = take_exactly(sections, sizeof *model->lost_cost, model->lost_n);
}

static void take_levels(struct sections *sections, struct repair_model *model)
{
	size_t bigrams;
	model->bigram_title = take(sections, 1, &bigrams);
	for (size_t i = 0; i < model->levels_n; i++) {
		struct repair_level *level = &model->level[i];
		level->word = take(sections, sizeof *level->word, &level->n);
		level->cost = take_exactly(sections, 1, level->n);
		if (i + 1 < model->levels_n) {
			level->bow = take_exactly(sections, 1, level->n);
			level->start = take_exactly(sections, sizeof *level->start, level->n + 1);
		}
	}
	if (model->level[0].n != model->words_n || model->level[1].n != bigrams)
		sections->broken = true;
}

enum rc repair_model_open(struct str bytes, struct repair_model *ret)
{
	struct repair_model model = {.bytes = bytes};
	if (bytes.len < HEAD || (uintptr_t)bytes.ptr % 8 != 0 || memcmp(bytes.ptr, magic, sizeof magic - 1) != 0)
		return log_fail(RC_CORRUPT, "no model for repairing text");
	struct sections sections = {.bytes = bytes, .n = number_at(bytes, 8)};
	model.levels_n = number_at(bytes, 12);
	if (sections.n > MAX_SECTIONS || HEAD + ENTRY * (size_t)sections.n > bytes.len || model.levels_n < 2 ||
	    model.levels_n > REPAIR_ORDER)
		return log_fail(RC_CORRUPT, "the model for repairing text has a broken head");
	take_words(&sections, &model);
	take_channel(&sections, &model);
	take_levels(&sections, &model);
	if (sections.broken || model.words_n <= REPAIR_FIRST_WORD || model.nodes_n == 0)
		return log_fail(RC_CORRUPT, "the model for repairing text has a broken section");
	*ret = model;
	return RC_OK;
}

struct str repair_model_text(const struct repair_model *model, unsigned word)
{
	if (word >= model->words_n)
		return (struct str){0};
	size_t at = model->text_at[word], end = model->text_at[word + 1];
	return at <= end ? str_part(model->text, at, end - at) : (struct str){0};
}

unsigned repair_model_symbol(const struct repair_model *model, uint32_t code_point)
{
	size_t low = 0, high = model->symbols_n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (model->symbols[middle] < code_point)
			low = middle + 1;
		else
			high = middle;
	}
	return low < model->symbols_n && model->symbols[low] == code_point ? (unsigned)low + 1 : 0;
}

size_t repair_model_child(const struct repair_model *model, size_t node, unsigned symbol)
{
	if (node >= model->nodes_n)
		return 0;
	size_t at = model->child[node], end = model->child[node + 1];
	if (end > model->nodes_n)
		return 0;
	while (at < end && model->symbol[at] < symbol)
		at++;
	return at < end && model->symbol[at] == symbol ? at : 0;
}

unsigned repair_model_word(const struct repair_model *model, struct str spelling)
{
	size_t node = repair_model_child(model, 0, repair_model_symbol(model, '^'));
	for (size_t at = 0; at < spelling.len && node != 0;) {
		unsigned symbol = repair_model_symbol(model, utf8_next(spelling, &at));
		node = symbol != 0 ? repair_model_child(model, node, symbol) : 0;
	}
	node = node != 0 ? repair_model_child(model, node, repair_model_symbol(model, '$')) : 0;
	return node != 0 ? model->word[node] : REPAIR_UNKNOWN;
}
