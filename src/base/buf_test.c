#include "base/test.h"

#include "base/buf.h"

static void text_grows_to_its_maximum_and_no_further(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct buf buf;
	struct str text;
	buf_init(&buf, arena, 1000);
	for (int i = 0; i < 100; i++)
		buf_add(&buf, STR("0123456789"));
	assert_rc(buf_finish(&buf, &text), RC_OK);
	assert_int_equal(text.len, 1000);
	buf_add_char(&buf, 'x');
	assert_rc(buf_finish(&buf, &text), RC_LIMIT);
	assert_int_equal(text.len, 1000);
	arena_free(arena);
}

static void all_kinds_of_things_are_written(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct buf buf;
	buf_init(&buf, arena, 10000);
	buf_add_int(&buf, -42);
	buf_add_format(&buf, " %s %0300d", "ngày", 1);
	assert_int_equal(buf.len, 3 + 1 + 5 + 1 + 300);
	buf_cut(&buf, 3);
	buf_add_code_point(&buf, 'a');
	buf_add_code_point(&buf, 0x111);
	buf_add_code_point(&buf, 0x1ec7);
	buf_add_code_point(&buf, 0x1f600);
	assert_str(buf_str(&buf), "-42ađệ😀");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(text_grows_to_its_maximum_and_no_further),
	    cmocka_unit_test(all_kinds_of_things_are_written),
	};
	return TEST_RUN(cases);
}
