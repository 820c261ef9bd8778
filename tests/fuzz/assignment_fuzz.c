/* Any text read as who does what: each unit has text, a role and a share of sureness, and a first unit lies in its text. */
#include <stdlib.h>

#include "base/utf8.h"
#include "reading/assignment.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check(struct str text, const struct reading_assignment_vec *all)
{
	for (size_t i = 0; i < all->n; i++) {
		require(all->at[i].unit.len > 0 && all->at[i].role <= READING_PERFORM);
		require(!utf8_is_valid(text) || utf8_is_valid(all->at[i].unit));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct str text = {.ptr = (const char *)data, .len = size};
	struct reading_assignment_vec free_text = {0}, column = {0};
	size_t end = 0;
	assignment_parse(arena, text, (struct document_span){0}, &free_text);
	check(text, &free_text);
	assignment_parse_column(arena, text, (struct document_span){0}, READING_COORDINATE, &column);
	check(text, &column);
	for (size_t i = 0; i < column.n; i++)
		require(column.at[i].role == READING_COORDINATE);
	struct str first = assignment_first_unit(arena, text, &end);
	require(end <= size && (first.ptr == NULL) == (end == 0));
	arena_free(arena);
	return 0;
}
