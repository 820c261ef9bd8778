#include "base/test.h"

static void whole_numbers_parse_and_others_do_not(void **state)
{
	(void)state;
	int64_t n = 7;
	assert_true(str_parse_int(STR("-9223372036854775808"), &n));
	assert_true(n == INT64_MIN);
	assert_true(str_parse_int(STR("007"), &n));
	assert_int_equal(n, 7);
	static const char *const wrong[] = {"", "-", "1 ", "+1", "9223372036854775808", "1e3", "0x1"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(str_parse_int(str_of(wrong[i]), &n));
}

static void split_gives_every_part_and_then_ends(void **state)
{
	(void)state;
	struct str rest = STR("a,,b"), part;
	assert_true(str_split(&rest, ',', &part));
	assert_str(part, "a");
	assert_true(str_split(&rest, ',', &part));
	assert_str(part, "");
	assert_true(str_split(&rest, ',', &part));
	assert_str(part, "b");
	assert_false(str_split(&rest, ',', &part));
}

static void find_looks_from_where_it_is_told(void **state)
{
	(void)state;
	assert_int_equal(str_find(STR("Sở Nội vụ, Sở Y tế"), STR("Sở"), 1), 17);
	assert_true(str_find(STR("abc"), STR("abcd"), 0) == SIZE_MAX);
	assert_true(str_find(STR("abc"), STR("c"), 9) == SIZE_MAX);
	assert_int_equal(str_find(STR("abc"), STR(""), 3), 3);
}

static void order_is_by_bytes_with_the_prefix_first(void **state)
{
	(void)state;
	assert_true(str_compare(STR("ab"), STR("abc")) < 0);
	assert_true(str_compare(STR("b"), STR("abc")) > 0);
	assert_int_equal(str_compare(STR(""), (struct str){0}), 0);
}

static void trim_and_prefix_and_suffix(void **state)
{
	(void)state;
	assert_str(str_trim(STR(" \t kế hoạch\r\n")), "kế hoạch");
	assert_str(str_trim(STR("   ")), "");
	assert_true(str_has_prefix(STR("Số: 15"), STR("Số")));
	assert_false(str_has_suffix(STR("a"), STR("ba")));
	assert_true(str_has_suffix(STR("plan.txt"), STR(".txt")));
}

static void letters_may_be_taken_in_either_case(void **state)
{
	(void)state;
	assert_true(str_eq_nocase(STR("Content-Type"), STR("content-TYPE")));
	assert_true(str_eq_nocase((struct str){0}, STR("")));
	assert_false(str_eq_nocase(STR("a"), STR("ab")));
	assert_false(str_eq_nocase(STR("a["), STR("a{")));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(whole_numbers_parse_and_others_do_not),
	    cmocka_unit_test(split_gives_every_part_and_then_ends),
	    cmocka_unit_test(find_looks_from_where_it_is_told),
	    cmocka_unit_test(order_is_by_bytes_with_the_prefix_first),
	    cmocka_unit_test(trim_and_prefix_and_suffix),
	    cmocka_unit_test(letters_may_be_taken_in_either_case),
	};
	return TEST_RUN(cases);
}
