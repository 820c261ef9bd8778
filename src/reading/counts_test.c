#include "reading/counts.h"

#include "base/test.h"

static void counts_grow_and_do_not_go_below_zero(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct counts counts;
	counts_init(&counts, arena);
	for (uint64_t key = 0; key < 5000; key++)
		counts_add(&counts, key * 7919, (int32_t)(key % 5));
	for (uint64_t key = 0; key < 5000; key++)
		assert_int_equal(counts_get(&counts, key * 7919), key % 5);
	counts_add(&counts, 7919, -3);
	assert_int_equal(counts_get(&counts, 7919), 0);
	counts_add(&counts, 1, -1);
	assert_int_equal(counts_get(&counts, 1), 0);
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {cmocka_unit_test(counts_grow_and_do_not_go_below_zero)};
	return TEST_RUN(cases);
}
