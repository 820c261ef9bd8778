#include "base/test.h"

#include "base/utf8.h"

static void what_rfc_3629_forbids_is_invalid(void **state)
{
	(void)state;
	static const char *const wrong[] = {
	    "\x80", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xc3", "\xe1\xbb"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_int_equal(utf8_find_invalid(str_of(wrong[i])), 0);
	assert_true(utf8_is_valid(STR("Đề án 06 – “rõ việc” 😀")));
	assert_int_equal(utf8_find_invalid(STR("ngày\xff")), 5);
}

static void characters_are_counted_and_never_cut(void **state)
{
	(void)state;
	assert_int_equal(utf8_count(STR("quý IV")), 6);
	assert_str(utf8_cut(STR("quý IV"), 3), "qu");
	assert_str(utf8_cut(STR("quý IV"), 4), "quý");
	assert_str(utf8_cut(STR("quý"), 40), "quý");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(what_rfc_3629_forbids_is_invalid),
	    cmocka_unit_test(characters_are_counted_and_never_cut),
	};
	return TEST_RUN(cases);
}
