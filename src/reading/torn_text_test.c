#include "reading/torn_text.h"

#include "base/test.h"

static void dates_sums_and_words_go_on_in_the_next_line(void **state)
{
	static const struct {
		const char *before, *after;
	} torn[] = {{"10/02/20", "26"}, {"II/202", "6"},     {"29/5/202", "6 "}, {"1.200.0", "00"},    {"8.00", "0"}, {"104", "%"},
	            {"Thườn", "g"},     {"02 kỳ/thán", "g"}, {"02/tuầ", "n;"},   {"12/202", "7/KH-A"}, {"PG", "Đ"}},
	  whole[] = {{"10", "11/2027"}, {"3/2026", "Văn"}, {"1.200", "000"}, {"Sở", "Y"}, {"năm", "2026"}, {"kỳ/tháng", "và"}};
	(void)state;
	for (size_t i = 0; i < sizeof torn / sizeof *torn; i++)
		if (!torn_text_is_one(str_of(torn[i].before), str_of(torn[i].after)))
			fail_msg("%s %s is two words", torn[i].before, torn[i].after);
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		if (torn_text_is_one(str_of(whole[i].before), str_of(whole[i].after)))
			fail_msg("%s %s is one word", whole[i].before, whole[i].after);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {cmocka_unit_test(dates_sums_and_words_go_on_in_the_next_line)};
	return TEST_RUN(cases);
}
