#include "viet/syllable.h"

#include "base/test.h"
#include "viet/syllable_costs.h"

#include <string.h>

static void syllables_are_told_from_what_is_none(void **state)
{
	static const char *const possible[] = {"a",      "Ủy",    "nghiêng", "quyết", "Quỳnh", "giếng", "gì",    "kỷ",    "yêu",
	                                       "chuyển", "khuya", "thuở",    "ĐƯỜNG", "hoà",   "hòa",   "xoong", "quốc",  "ghi",
	                                       "giữa",   "giêng", "ngành",   "nghệ",  "y",     "mỹ",    "luật",  "khuếch"};
	static const char *const impossible[] = {"",     "ngiêng", "cac",      "kế1",  "hoạch,", "UBND",    "tthc",   "web",
	                                         "zalo", "kác",    "ghà",      "ngà̂",  "quo",    "tuyén̂",   "ciêng",  "iên",
	                                         "dyên", "câp",    "nghiênng", "qúy2", "hốà",    "chuyểển", "ngươiii"};
	(void)state;
	for (size_t i = 0; i < sizeof possible / sizeof possible[0]; i++)
		if (!viet_syllable_is_possible(str_of(possible[i])))
			fail_msg("%s is refused", possible[i]);
	for (size_t i = 0; i < sizeof impossible / sizeof impossible[0]; i++)
		if (viet_syllable_is_possible(str_of(impossible[i])))
			fail_msg("%s is accepted", impossible[i]);
}

static void every_syllable_of_the_table_is_possible_and_found(void **state)
{
	(void)state;
	assert_true(viet_syllable_costs_n > 2000);
	for (size_t i = 0; i < viet_syllable_costs_n; i++) {
		const struct viet_syllable_cost_entry *entry = &viet_syllable_costs[i];
		assert_true(viet_syllable_is_possible(str_of(entry->syllable)));
		assert_int_equal(viet_syllable_cost(str_of(entry->syllable)), entry->cost);
		assert_true(entry->cost < VIET_SYLLABLE_RARE);
		assert_true(i == 0 || strcmp(viet_syllable_costs[i - 1].syllable, entry->syllable) < 0);
	}
}

static void costs_do_not_depend_on_case(void **state)
{
	(void)state;
	assert_int_equal(viet_syllable_cost(STR("KẾ")), viet_syllable_cost(STR("kế")));
	assert_true(viet_syllable_cost(STR("định")) < viet_syllable_cost(STR("giọng")));
	assert_int_equal(viet_syllable_cost(STR("nghuệch")), VIET_SYLLABLE_NONE);
	assert_int_equal(viet_syllable_cost(STR("ngoẹo")), VIET_SYLLABLE_RARE);
	assert_int_equal(viet_syllable_cost(STR("KH")), VIET_SYLLABLE_NONE);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(syllables_are_told_from_what_is_none),
	    cmocka_unit_test(every_syllable_of_the_table_is_possible_and_found),
	    cmocka_unit_test(costs_do_not_depend_on_case),
	};
	return TEST_RUN(cases);
}
