#include "calendar/date.h"

#include "base/test.h"

static void days_and_parts_are_each_others_inverse(void **state)
{
	(void)state;
	assert_int_equal(date_from_parts(1970, 1, 1), 0);
	assert_int_equal(date_from_parts(2026, 1, 1), 20454);
	date_day expected = date_from_parts(1900, 1, 1);
	assert_int_equal(expected, -25567);
	for (int year = 1900; year <= 2199; year++)
		for (int month = 1; month <= 12; month++)
			for (int day = 1; day <= date_days_in_month(year, month); day++, expected++) {
				assert_int_equal(date_from_parts(year, month, day), expected);
				struct date_parts parts = date_to_parts(expected);
				assert_true(parts.year == year && parts.month == month && parts.day == day);
			}
}

static void days_that_do_not_exist_are_none(void **state)
{
	static const struct date_parts cases[] = {{2026, 2, 29}, {2026, 2, 30},  {2026, 13, 1}, {2026, 0, 1}, {2026, 1, 0},
	                                          {2026, 4, 31}, {1899, 12, 31}, {2200, 1, 1},  {2100, 2, 29}};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(date_from_parts(cases[i].year, cases[i].month, cases[i].day), DATE_NONE);
	assert_int_not_equal(date_from_parts(2028, 2, 29), DATE_NONE);
	assert_int_equal(date_to_parts(DATE_NONE).year, 0);
}

static void weekdays_are_right(void **state)
{
	static const struct {
		int year, month, day, weekday;
	} cases[] = {{1970, 1, 1, 3}, {2026, 3, 20, 4}, {2026, 8, 31, 0}, {2026, 11, 22, 6}, {1969, 12, 31, 2}, {1900, 1, 1, 0}};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(date_weekday(date_from_parts(cases[i].year, cases[i].month, cases[i].day)), cases[i].weekday);
}

static void periods_have_their_ends(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(date_format_iso(arena, date_month_end(2026, 2)), "2026-02-28");
	assert_str(date_format_iso(arena, date_month_end(2028, 2)), "2028-02-29");
	assert_str(date_format_iso(arena, date_quarter_start(2026, 3)), "2026-07-01");
	assert_str(date_format_iso(arena, date_quarter_end(2026, 1)), "2026-03-31");
	assert_str(date_format_iso(arena, date_quarter_end(2026, 4)), "2026-12-31");
	assert_int_equal(date_quarter_end(2026, 5), DATE_NONE);
	assert_int_equal(date_quarter_start(2026, 0), DATE_NONE);
	assert_int_equal(date_month_end(2026, 13), DATE_NONE);
	arena_free(arena);
}

static void iso_dates_are_read_strictly(void **state)
{
	static const char *const wrong[] = {"",           "2026-3-5",   "2026-03-5 ",  "2026/03/05",
	                                    "2026-02-30", "+026-03-05", "2026-03-05T", "abcd-ef-gh"};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		assert_int_equal(date_parse_iso(str_of(wrong[i])), DATE_NONE);
	assert_str(date_format_iso(arena, date_parse_iso(STR("2026-03-05"))), "2026-03-05");
	assert_null(date_format_iso(arena, DATE_NONE).ptr);
	arena_free(arena);
}

static void short_dates_pad_as_the_decree_has_it(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(date_format_short(arena, date_from_parts(2026, 2, 4)), "04/02/2026");
	assert_str(date_format_short(arena, date_from_parts(2026, 3, 5)), "05/3/2026");
	assert_str(date_format_short(arena, date_from_parts(2026, 11, 25)), "25/11/2026");
	assert_null(date_format_short(arena, DATE_NONE).ptr);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(days_and_parts_are_each_others_inverse),
	    cmocka_unit_test(days_that_do_not_exist_are_none),
	    cmocka_unit_test(weekdays_are_right),
	    cmocka_unit_test(periods_have_their_ends),
	    cmocka_unit_test(iso_dates_are_read_strictly),
	    cmocka_unit_test(short_dates_pad_as_the_decree_has_it),
	};
	return TEST_RUN(cases);
}
