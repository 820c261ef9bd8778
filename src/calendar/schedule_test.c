#include "calendar/schedule.h"

#include "base/buf.h"
#include "base/test.h"

static date_day day_of(const char *iso)
{
	return iso != NULL ? date_parse_iso(str_of(iso)) : DATE_NONE;
}

static struct schedule schedule_of(struct arena *arena, enum schedule_kind kind, const char *start, const char *end,
                                   const char *due, const char *rrule, bool exclusive)
{
	struct schedule schedule = {
	    .kind = kind, .start = day_of(start), .end = day_of(end), .rrule = str_of(rrule), .exclusive = exclusive};
	struct str rest = str_of(due), day;
	while (str_split(&rest, ' ', &day))
		VEC_PUSH(arena, &schedule.due, date_parse_iso(day));
	return schedule;
}

static void deadlines_are_the_last_days_in_time(void **state)
{
	static const struct {
		const char *name;
		enum schedule_kind kind;
		const char *start, *end, *due, *rrule;
		bool exclusive;
		const char *expected; /* in 2026 */
	} cases[] = {
	    {"nothing", SCHEDULE_NONE, NULL, NULL, NULL, NULL, false, ""},
	    {"days", SCHEDULE_ONCE, NULL, NULL, "2026-03-05 2026-06-05", NULL, false, "2026-03-05 2026-06-05"},
	    {"before a day", SCHEDULE_ONCE, NULL, NULL, "2026-11-25", NULL, true, "2026-11-24"},
	    {"a day in another year", SCHEDULE_ONCE, NULL, NULL, "2025-12-31 2027-01-01", NULL, false, ""},
	    {"before new year's day", SCHEDULE_ONCE, NULL, NULL, "2027-01-01", NULL, true, "2026-12-31"},
	    {"an end alone", SCHEDULE_ONCE, NULL, "2026-05-31", NULL, NULL, false, "2026-05-31"},
	    {"a window", SCHEDULE_WINDOW, "2026-01-01", "2026-12-31", NULL, NULL, false, "2026-12-31"},
	    {"an open window", SCHEDULE_WINDOW, "2026-01-01", NULL, NULL, NULL, false, ""},
	    {"ongoing", SCHEDULE_ONGOING, "2026-01-01", "2026-12-31", NULL, NULL, false, ""},
	    {"ongoing without end", SCHEDULE_ONGOING, NULL, NULL, NULL, NULL, false, ""},
	    {"an event expected", SCHEDULE_CONDITIONAL, "2026-04-01", "2026-06-30", NULL, NULL, false, "2026-06-30"},
	    {"an event", SCHEDULE_CONDITIONAL, NULL, NULL, NULL, NULL, false, ""},
	    {"recurring without rule", SCHEDULE_RECURRING, "2026-01-01", "2026-12-31", NULL, NULL, false, "2026-12-31"},
	    {"months", SCHEDULE_RECURRING, "2026-09-15", "2026-12-31", NULL, "FREQ=MONTHLY", false,
	     "2026-09-30 2026-10-31 2026-11-30 2026-12-31"},
	    {"months to a day within one", SCHEDULE_RECURRING, "2026-10-01", "2026-12-15", NULL, "FREQ=MONTHLY", false,
	     "2026-10-31 2026-11-30"},
	    {"quarters", SCHEDULE_RECURRING, "2026-01-01", "2026-12-31", NULL, "FREQ=MONTHLY;INTERVAL=3", false,
	     "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
	    {"quarters and a day of its own", SCHEDULE_RECURRING, "2026-01-01", "2026-12-31", "2026-11-25", "FREQ=MONTHLY;INTERVAL=3",
	     true, "2026-03-31 2026-06-30 2026-09-30 2026-11-24 2026-12-31"},
	    {"days of a rule and the same by itself", SCHEDULE_RECURRING, "2026-11-01", "2026-12-31", "2026-11-20 2026-12-24",
	     "FREQ=MONTHLY;BYMONTHDAY=20", false, "2026-11-20 2026-12-20 2026-12-24"},
	    {"quarters without dates", SCHEDULE_RECURRING, NULL, NULL, NULL, "FREQ=MONTHLY;INTERVAL=3", false,
	     "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
	    {"before the 20th", SCHEDULE_RECURRING, "2026-10-01", "2026-12-31", NULL, "FREQ=MONTHLY;BYMONTHDAY=20", true,
	     "2026-10-19 2026-11-19 2026-12-19"},
	    {"Fridays", SCHEDULE_RECURRING, "2026-12-10", "2026-12-31", NULL, "FREQ=WEEKLY;BYDAY=FR", false,
	     "2026-12-11 2026-12-18 2026-12-25"},
	    {"weeks", SCHEDULE_RECURRING, "2026-12-10", "2026-12-31", NULL, "FREQ=WEEKLY", false, "2026-12-13 2026-12-20 2026-12-27"},
	    {"half years from before", SCHEDULE_RECURRING, "2020-01-01", NULL, NULL, "FREQ=MONTHLY;INTERVAL=6", false,
	     "2026-06-30 2026-12-31"},
	    {"years", SCHEDULE_RECURRING, NULL, NULL, NULL, "FREQ=YEARLY", false, "2026-12-31"},
	    {"reports", SCHEDULE_RECURRING, "2026-01-01", "2026-12-31", NULL, "FREQ=YEARLY;BYMONTH=3,6,9;BYMONTHDAY=5", false,
	     "2026-03-05 2026-06-05 2026-09-05"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct schedule schedule =
		    schedule_of(arena, cases[i].kind, cases[i].start, cases[i].end, cases[i].due, cases[i].rrule, cases[i].exclusive);
		struct date_day_vec days;
		struct buf out;
		buf_init(&out, arena, 4096);
		assert_rc(schedule_deadlines(arena, &schedule, day_of("2026-01-01"), day_of("2026-12-31"), 100, &days), RC_OK);
		for (size_t j = 0; j < days.n; j++) {
			buf_add(&out, j > 0 ? STR(" ") : STR(""));
			buf_add(&out, date_format_iso(arena, days.at[j]));
		}
		if (!str_eq(buf_str(&out), str_of(cases[i].expected)))
			fail_msg("%s: %.*s", cases[i].name, STR_ARG(buf_str(&out)));
	}
	arena_free(arena);
}

static void deadlines_are_bounded(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct schedule schedule = schedule_of(arena, SCHEDULE_RECURRING, NULL, NULL, NULL, "FREQ=DAILY", false);
	struct date_day_vec days;
	assert_rc(schedule_deadlines(arena, &schedule, day_of("2026-01-01"), DATE_NONE, 5, &days), RC_OK);
	assert_int_equal(days.n, 5);
	assert_rc(schedule_deadlines(arena, &schedule, INT32_MIN, DATE_NONE, SIZE_MAX, &days), RC_OK);
	assert_true(days.n > 70000);
	schedule.start = INT32_MIN + 1;
	assert_rc(schedule_deadlines(arena, &schedule, day_of("2026-01-01"), DATE_NONE, 5, &days), RC_OK);
	assert_int_equal(days.n, 0);
	arena_free(arena);
}

static void a_rule_that_is_none_is_refused(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct schedule schedule = schedule_of(arena, SCHEDULE_RECURRING, NULL, NULL, NULL, "hằng tháng", false);
	struct date_day_vec days = {0};
	assert_rc(schedule_deadlines(arena, &schedule, day_of("2026-01-01"), day_of("2026-12-31"), 5, &days), RC_INVALID);
	assert_null(days.at);
	arena_free(arena);
}

static void kinds_have_names(void **state)
{
	(void)state;
	for (int kind = SCHEDULE_NONE; kind <= SCHEDULE_CONDITIONAL; kind++)
		assert_int_equal(schedule_kind_parse(schedule_kind_name((enum schedule_kind)kind)), kind);
	assert_str(schedule_kind_name(SCHEDULE_ONGOING), "ongoing");
	assert_int_equal(schedule_kind_parse(STR("sometimes")), SCHEDULE_NONE);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(deadlines_are_the_last_days_in_time),
	    cmocka_unit_test(deadlines_are_bounded),
	    cmocka_unit_test(a_rule_that_is_none_is_refused),
	    cmocka_unit_test(kinds_have_names),
	};
	return TEST_RUN(cases);
}
