#include "viet/space.h"

#include "base/test.h"

static void white_space_of_every_kind_goes_from_both_ends(void **state)
{
	static const struct {
		const char *given, *expected;
	} cases[] = {
	    {"", ""},
	    {" \t\r\n", ""},
	    {"  Kế hoạch  ", "Kế hoạch"},
	    {"\u00a0\u3000Số: 12\u00a0\u200b", "Số: 12"},
	    {"\ufeffThứ Sáu", "Thứ Sáu"},
	    {"một\u00a0cửa", "một\u00a0cửa"}, /* inside it stays */
	    {"à", "à"},                       /* its second byte is that of a no-break space */
	    {"\xa0", "\xa0"},                 /* not a character at all */
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_str(viet_space_trim(str_of(cases[i].given)), cases[i].expected);
}

static void leading_white_space_is_counted_in_bytes(void **state)
{
	(void)state;
	assert_int_equal(viet_space_leading(STR("")), 0);
	assert_int_equal(viet_space_leading(STR("a ")), 0);
	assert_int_equal(viet_space_leading(STR("\t \u00a0a")), 4);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(white_space_of_every_kind_goes_from_both_ends),
	    cmocka_unit_test(leading_white_space_is_counted_in_bytes),
	};
	return TEST_RUN(cases);
}
