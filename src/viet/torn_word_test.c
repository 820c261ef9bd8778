#include "viet/torn_word.h"

#include "base/test.h"

struct pair {
	const char *before, *after;
};

static void halves_of_a_syllable_are_one_word(void **state)
{
	static const struct pair torn[] = {{"Thườ", "ng"}, {"hoạ", "ch"}, {"Th", "ực"}, {"chi", "ếc"},
	                                   {"đồn", "g;"},  {"trác", "h"}, {"Đơ", "n"},  {"hiệ", "n,"}};
	(void)state;
	for (size_t i = 0; i < sizeof torn / sizeof *torn; i++)
		if (!viet_torn_word_is_one(str_of(torn[i].before), str_of(torn[i].after)))
			fail_msg("%s %s is two words", torn[i].before, torn[i].after);
}

static void two_words_stay_two(void **state)
{
	static const struct pair whole[] = {{"Sở", "Y"},     {"kế", "hoạch"}, {"web", "site"}, {"toàn", "xã"},
	                                    {"kinh", "phí"}, {"ủy", "ban"},   {"", "n"},       {"tổ", "(nếu"}};
	(void)state;
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		if (viet_torn_word_is_one(str_of(whole[i].before), str_of(whole[i].after)))
			fail_msg("%s %s is one word", whole[i].before, whole[i].after);
}

static void halves_of_an_abbreviation_are_one_word(void **state)
{
	(void)state;
	assert_true(viet_torn_word_is_one(STR("PG"), STR("Đ")));
	assert_true(viet_torn_word_is_one(STR("UBN"), STR("D,")));
	assert_false(viet_torn_word_is_one(STR("PGĐ"), STR("Hạnh")));
}

static const struct CMUnitTest cases[] = {
    cmocka_unit_test(halves_of_a_syllable_are_one_word),
    cmocka_unit_test(two_words_stay_two),
    cmocka_unit_test(halves_of_an_abbreviation_are_one_word),
};

int main(void)
{
	return TEST_RUN(cases);
}
