#include "sys/clock.h"

#include "base/test.h"

static void a_fixed_clock_stands_still(void **state)
{
	(void)state;
	struct clock clock = {.fixed_ms = 1234567890123};
	assert_int_equal(clock_now_ms(&clock), 1234567890123);
	assert_int_equal(clock_now_ms(&clock), 1234567890123);
}

static void the_real_clock_is_past_2020_and_does_not_go_back(void **state)
{
	(void)state;
	struct clock clock = {0};
	assert_true(clock_now_ms(&clock) > INT64_C(1577836800000));
	int64_t before = clock_monotonic_ms();
	assert_true(clock_monotonic_ms() >= before);
}

static void the_day_changes_at_five_in_the_afternoon_of_greenwich(void **state)
{
	(void)state;
	static const struct {
		int64_t ms;
		int32_t day;
	} cases[] = {
	    {1, 0},
	    {INT64_C(17) * 3600 * 1000 - 1, 0},
	    {INT64_C(17) * 3600 * 1000, 1},
	    {-INT64_C(7) * 3600 * 1000, 0},
	    {-INT64_C(7) * 3600 * 1000 - 1, -1},
	    {INT64_C(1772643600000), 20517}, /* 2026-03-04T17:00:00Z is 2026-03-05 in Hà Nội */
	    {INT64_C(1772643599999), 20516},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct clock clock = {.fixed_ms = cases[i].ms};
		assert_int_equal(clock_today(&clock), cases[i].day);
	}
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_fixed_clock_stands_still),
	    cmocka_unit_test(the_real_clock_is_past_2020_and_does_not_go_back),
	    cmocka_unit_test(the_day_changes_at_five_in_the_afternoon_of_greenwich),
	};
	return TEST_RUN(cases);
}
