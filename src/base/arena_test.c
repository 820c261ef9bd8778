#include "base/test.h"

#include <string.h>

static void what_is_handed_out_is_aligned_and_apart(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	char *last = NULL;
	for (size_t size = 1; size < 5000; size += 37) {
		char *got = arena_alloc(arena, size);
		assert_int_equal((uintptr_t)got % 16, 0);
		memset(got, 0x5a, size);
		assert_ptr_not_equal(got, last);
		last = got;
	}
	arena_free(arena);
}

static void growing_keeps_the_content_in_place_or_moved(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	char *text = arena_alloc(arena, 4);
	memcpy(text, "abc", 4);
	char *grown = arena_grow(arena, text, 4, 100);
	assert_ptr_equal(grown, text);
	(void)arena_alloc(arena, 1);
	char *moved = arena_grow(arena, grown, 100, 100 * 1000);
	assert_ptr_not_equal(moved, grown);
	assert_string_equal(moved, "abc");
	arena_free(arena);
}

/* Several that grow in turn, from small to large, each with others in between. */
static void what_grows_by_doubling_takes_no_more_than_it_has(void **state)
{
	enum { VECTORS = 4, LAST = 1 << 20 };
	uint32_t *at[VECTORS] = {NULL};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t room = 8; room <= LAST; room *= 2)
		for (size_t v = 0; v < VECTORS; v++) {
			size_t before = room == 8 ? 0 : room / 2;
			at[v] = arena_grow(arena, at[v], before * sizeof **at, room * sizeof **at);
			for (size_t i = before; i < room; i++)
				at[v][i] = (uint32_t)(i * VECTORS + v);
			(void)arena_alloc(arena, 24);
		}
	for (size_t v = 0; v < VECTORS; v++)
		for (size_t i = 0; i < LAST; i += 997)
			assert_int_equal(at[v][i], i * VECTORS + v);
	assert_in_range(arena_used(arena), (size_t)VECTORS * LAST * sizeof **at, (size_t)VECTORS * LAST * sizeof **at + 200 * 1000);
	arena_free(arena);
}

static void a_reset_arena_starts_again(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	for (int i = 0; i < 100; i++)
		(void)arena_alloc(arena, 10000);
	assert_true(arena_used(arena) >= 1000000);
	arena_reset(arena);
	assert_int_equal(arena_used(arena), 0);
	char *zeroed = arena_zalloc(arena, 64);
	for (int i = 0; i < 64; i++)
		assert_int_equal(zeroed[i], 0);
	arena_free(arena);
	arena_free(NULL);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(what_is_handed_out_is_aligned_and_apart),
	    cmocka_unit_test(growing_keeps_the_content_in_place_or_moved),
	    cmocka_unit_test(what_grows_by_doubling_takes_no_more_than_it_has),
	    cmocka_unit_test(a_reset_arena_starts_again),
	};
	return TEST_RUN(cases);
}
