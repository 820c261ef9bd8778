/* Any bytes as damaged text: the first says how, the rest is restored. Tokens keep their number and order, and what stands
 * between them stays. */
#include <stdlib.h>

#include "repair/repair.h"
#include "repair/store.h"
#include "repair/suggest.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
	struct str text;
	size_t end;
};

static void require(bool holds)
{
	if (!holds)
		abort();
}

static enum rc take(void *context, const struct repair_word *word)
{
	struct seen *seen = context;
	require(word->from >= seen->end && word->from < word->to && word->to <= seen->text.len);
	require(word->changed == !str_eq(word->text, str_part(seen->text, word->from, word->to - word->from)));
	require(word->text.len > 0 && memchr(word->text.ptr, '\n', word->text.len) == NULL);
	require(word->confidence <= 100);
	seen->end = word->to;
	return RC_OK;
}

static void suggest(struct arena *arena, const struct repair_model *model, struct str text)
{
	struct repair_suspect_vec suspects = repair_suggest(arena, repair_candidates_search_new(arena, model), text);
	for (size_t i = 0, end = 0; i < suspects.n; end = suspects.at[i++].to) {
		const struct repair_suspect *suspect = &suspects.at[i];
		require(suspect->from >= end && suspect->from < suspect->to && suspect->to <= text.len);
		require(suspect->n > 0 && suspect->n <= REPAIR_SUGGESTIONS && suspect->at[0].text.len > 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct repair_model model;
	if (size == 0)
		return 0;
	struct arena *arena = arena_new();
	struct seen seen = {.text = {.ptr = (const char *)data + 1, .len = size - 1}};
	struct repair_sink sink = {.take = take, .context = &seen, .alternatives = (data[0] & 1) != 0};
	enum repair_way way = (data[0] & 2) != 0 ? REPAIR_ACCENTS : REPAIR_DAMAGE;
	/* the bytes as a model first: they are none, or read as one without a fault */
	void *copy = arena_alloc(arena, size);
	memcpy(copy, data, size);
	enum rc rc = repair_model_open((struct str){.ptr = copy, .len = size}, &model);
	require(rc == RC_CORRUPT || rc == RC_OK);
	if (repair_store_open(arena, &model) == RC_OK) {
		require(repair_run(repair_new(arena, &model), way, (data[0] & 4) != 0, seen.text, &sink) == RC_OK);
		if ((data[0] & 8) != 0)
			suggest(arena, &model, seen.text);
		repair_store_close(&model);
	}
	arena_free(arena);
	return 0;
}
