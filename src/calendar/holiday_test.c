#include "calendar/holiday.h"

#include "base/test.h"

static date_day day_of(const char *iso)
{
	date_day day = date_parse_iso(str_of(iso));
	assert_int_not_equal(day, DATE_NONE);
	return day;
}

/* Every day off from Monday to Friday, and every working Saturday, of the years that are announced. */
static void announced_years_have_their_days_off_and_no_others(void **state)
{
	static const char *const off[] = {
	    "2025-01-01", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-04-07",
	    "2025-04-30", "2025-05-01", "2025-05-02", "2025-09-01", "2025-09-02", "2026-01-01", "2026-01-02",
	    "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-27", "2026-04-30",
	    "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24",
	};
	static const char *const working_saturdays[] = {"2025-04-26", "2026-01-10", "2026-08-22"};
	(void)state;
	size_t n = 0, saturdays = 0;
	struct arena *arena = arena_new();
	for (date_day day = day_of("2025-01-01"); day <= day_of("2026-12-31"); day++) {
		bool works = holiday_is_working_day(day);
		if (date_weekday(day) >= 5 && works)
			assert_str(date_format_iso(arena, day), working_saturdays[saturdays++]);
		if (date_weekday(day) < 5 && !works) {
			assert_true(n < sizeof off / sizeof off[0]);
			assert_str(date_format_iso(arena, day), off[n++]);
		}
	}
	assert_int_equal(n, sizeof off / sizeof off[0]);
	assert_int_equal(saturdays, 3);
	assert_true(holiday_is_announced(2025) && holiday_is_announced(2026));
	arena_free(arena);
}

static void a_year_not_yet_announced_is_computed_from_the_law(void **state)
{
	static const char *const off[] = {"2027-01-01", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11",
	                                  "2027-04-16", "2027-04-30", "2027-05-03", "2027-09-02", "2027-09-03", "2027-11-24"};
	(void)state;
	size_t n = 0;
	struct arena *arena = arena_new();
	for (date_day day = day_of("2027-01-01"); day <= day_of("2027-12-31"); day++)
		if (date_weekday(day) < 5 && !holiday_is_working_day(day))
			assert_str(date_format_iso(arena, day), off[n++]);
	assert_int_equal(n, sizeof off / sizeof off[0]);
	assert_false(holiday_is_announced(2027));
	arena_free(arena);
}

static void a_day_off_has_its_name(void **state)
{
	(void)state;
	assert_string_equal(holiday_name(day_of("2026-02-17")), "Lunar New Year");
	assert_string_equal(holiday_name(day_of("2026-04-26")), "Hùng Kings' Commemoration Day");
	assert_string_equal(holiday_name(day_of("2026-04-27")), "Day off in lieu of a holiday on a weekend");
	assert_string_equal(holiday_name(day_of("2026-08-31")), "Day off swapped for a working Saturday");
	assert_string_equal(holiday_name(day_of("2026-11-24")), "Vietnam Culture Day");
	assert_null(holiday_name(day_of("2025-11-24")));
	assert_null(holiday_name(day_of("2026-11-23")));
	assert_null(holiday_name(day_of("2026-11-22")));
}

static void working_days_are_counted_from_the_next_day(void **state)
{
	static const struct {
		const char *from, *to;
		int n;
	} cases[] = {
	    {"2026-11-23", "2026-11-23", 0},   {"2026-11-23", "2026-11-20", 0}, {"2026-11-20", "2026-11-22", 0}, /* a weekend */
	    {"2026-11-20", "2026-11-25", 2}, /* Culture Day between */
	    {"2026-02-13", "2026-02-23", 1}, /* Tết */
	    {"2026-08-21", "2026-08-24", 2}, /* a working Saturday */
	    {"2026-12-30", "2027-01-04", 2}, /* over the year's end */
	    {"2025-12-31", "2026-12-31", 249},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(holiday_working_days_between(day_of(cases[i].from), day_of(cases[i].to)), cases[i].n);
}

static void terms_end_on_working_days(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(date_format_iso(arena, holiday_add_working_days(day_of("2026-11-19"), 5)), "2026-11-27");
	assert_str(date_format_iso(arena, holiday_add_working_days(day_of("2026-11-19"), 0)), "2026-11-19");
	assert_str(date_format_iso(arena, holiday_end_of_term(day_of("2026-08-29"))), "2026-09-03");
	assert_str(date_format_iso(arena, holiday_end_of_term(day_of("2026-11-25"))), "2026-11-25");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(announced_years_have_their_days_off_and_no_others),
	    cmocka_unit_test(a_year_not_yet_announced_is_computed_from_the_law),
	    cmocka_unit_test(a_day_off_has_its_name),
	    cmocka_unit_test(working_days_are_counted_from_the_next_day),
	    cmocka_unit_test(terms_end_on_working_days),
	};
	return TEST_RUN(cases);
}
