/* Any text looked through for citations: each found has a type, and a number or a name, and is placed in the text. */
#include <stdlib.h>

#include "base/utf8.h"
#include "reading/citation.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct str text = {.ptr = (const char *)data, .len = size};
	struct document_span span = {.begin = 0, .end = (uint32_t)size};
	struct citation_finder *finder = citation_finder_new(arena);
	struct words words = words_of(arena, text);
	citation_finder_add(finder, &words, NULL, span, READING_BASIS);
	struct reading_citation_vec all = citation_finder_finish(finder);
	for (size_t i = 0; i < all.n; i++) {
		const struct reading_citation *c = &all.at[i];
		require(c->type.len > 0 && (c->number.len > 0 || c->name.len > 0));
		require(c->mentions >= 1 && c->confidence <= 100 && c->role == READING_BASIS);
		require(c->span.end <= size);
		require(!utf8_is_valid(text) ||
		        (utf8_is_valid(c->number) && utf8_is_valid(c->name) && utf8_is_valid(c->issuer) && utf8_is_valid(c->title)));
	}
	arena_free(arena);
	return 0;
}
