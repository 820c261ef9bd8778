#include "calendar/lunar.h"

#include "base/test.h"

static void tet_and_the_kings_day_fall_as_published(void **state)
{
	static const struct {
		int year;
		const char *new_year, *kings_day;
	} cases[] = {
	    {2007, "2007-02-17", "2007-04-26"}, /* China's was on the 18th */
	    {2023, "2023-01-22", "2023-04-29"}, /* a leap second month */
	    {2024, "2024-02-10", "2024-04-18"}, {2025, "2025-01-29", "2025-04-07"}, {2026, "2026-02-17", "2026-04-26"},
	    {2027, "2027-02-06", "2027-04-16"}, {2028, "2028-01-26", "2028-04-04"}, {2029, "2029-02-13", "2029-04-23"},
	    {2030, "2030-02-02", "2030-04-12"}, {2031, "2031-01-23", "2031-04-01"}, {2032, "2032-02-11", "2032-04-19"},
	    {2033, "2033-01-31", "2033-04-09"}, {2034, "2034-02-19", "2034-04-28"}, {2035, "2035-02-08", "2035-04-17"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_str(date_format_iso(arena, lunar_new_year(cases[i].year)), cases[i].new_year);
		assert_str(date_format_iso(arena, lunar_kings_day(cases[i].year)), cases[i].kings_day);
	}
	assert_str(date_format_iso(arena, lunar_to_day(2026, 8, 15)), "2026-09-25");
	assert_str(date_format_iso(arena, lunar_to_day(2025, 12, 23)), "2026-02-10");
	arena_free(arena);
}

static void dates_outside_the_calendar_are_none(void **state)
{
	(void)state;
	assert_int_equal(lunar_to_day(1900, 1, 1), DATE_NONE);
	assert_int_equal(lunar_to_day(2199, 1, 1), DATE_NONE);
	assert_int_equal(lunar_to_day(2026, 13, 1), DATE_NONE);
	assert_int_equal(lunar_to_day(2026, 1, 31), DATE_NONE);
}

static void every_new_year_falls_between_20_january_and_21_february(void **state)
{
	(void)state;
	for (int year = 1901; year <= 2198; year++) {
		date_day day = lunar_new_year(year);
		assert_true(day >= date_from_parts(year, 1, 20) && day <= date_from_parts(year, 2, 22));
	}
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(tet_and_the_kings_day_fall_as_published),
	    cmocka_unit_test(dates_outside_the_calendar_are_none),
	    cmocka_unit_test(every_new_year_falls_between_20_january_and_21_february),
	};
	return TEST_RUN(cases);
}
