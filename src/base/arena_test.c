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
	    cmocka_unit_test(a_reset_arena_starts_again),
	};
	return TEST_RUN(cases);
}
