#include "calendar/rrule.h"

#include "base/buf.h"
#include "base/test.h"

static struct str expand(struct arena *arena, const char *rule, const char *start, const char *last, size_t max)
{
	struct date_day_vec days;
	struct buf out;
	buf_init(&out, arena, 4096);
	date_day day = date_parse_iso(str_of(start));
	struct rrule parsed;
	assert_rc(rrule_parse(str_of(rule), &parsed), RC_OK);
	rrule_expand(arena, &parsed, day, day, date_parse_iso(str_of(last)), max, &days);
	for (size_t i = 0; i < days.n; i++) {
		buf_add(&out, i > 0 ? STR(" ") : STR(""));
		buf_add(&out, date_format_iso(arena, days.at[i]));
	}
	return buf_str(&out);
}

static void rules_name_their_days(void **state)
{
	static const struct {
		const char *rule, *start, *last, *expected;
	} cases[] = {
	    {"FREQ=MONTHLY;BYMONTHDAY=20", "2026-01-01", "2026-04-19", "2026-01-20 2026-02-20 2026-03-20"},
	    {"FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-01", "2026-03-31", "2026-01-31 2026-02-28 2026-03-31"},
	    {"FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-01", "2026-06-01", "2026-01-31 2026-03-31 2026-05-31"},
	    {"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5", "2026-01-01", "2026-12-31", "2026-01-05 2026-04-05 2026-07-05 2026-10-05"},
	    {"FREQ=YEARLY;BYMONTH=3,6,9;BYMONTHDAY=5", "2026-01-01", "2026-12-31", "2026-03-05 2026-06-05 2026-09-05"},
	    {"FREQ=WEEKLY;BYDAY=FR", "2026-11-01", "2026-11-20", "2026-11-06 2026-11-13 2026-11-20"},
	    {"FREQ=MONTHLY;BYDAY=1MO", "2026-01-01", "2026-03-31", "2026-01-05 2026-02-02 2026-03-02"},
	    {"FREQ=MONTHLY;BYMONTHDAY=5,20", "2026-01-01", "2026-02-10", "2026-01-05 2026-01-20 2026-02-05"},
	    {"FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20260301", "2026-01-01", "2026-12-31", "2026-01-01 2026-02-01 2026-03-01"},
	    {"FREQ=MONTHLY;BYDAY=-1FR", "2026-01-01", "2026-03-31", "2026-01-30 2026-02-27 2026-03-27"},
	    {"FREQ=YEARLY;BYDAY=1MO,-1MO", "2026-01-01", "2026-12-31", "2026-01-05 2026-12-28"},
	    {"FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "2026-01-01", "2026-12-31", "2026-02-13 2026-03-13 2026-11-13"},
	    {"FREQ=WEEKLY;INTERVAL=2", "2026-01-01", "2026-01-31", "2026-01-01 2026-01-15 2026-01-29"},
	    {"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-01-01", "2026-01-31", "2026-01-12 2026-01-26"},
	    {"FREQ=MONTHLY", "2026-01-31", "2026-05-31", "2026-01-31 2026-03-31 2026-05-31"},
	    {"FREQ=YEARLY", "2024-02-29", "2028-12-31", "2024-02-29 2028-02-29"},
	    {"FREQ=YEARLY;BYMONTH=5,11", "2026-01-20", "2026-12-31", "2026-05-20 2026-11-20"},
	    {"FREQ=DAILY;INTERVAL=10;BYMONTH=2", "2026-01-01", "2026-12-31", "2026-02-10 2026-02-20"},
	    {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", "2199-12-31", ""},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_str(expand(arena, cases[i].rule, cases[i].start, cases[i].last, 100), cases[i].expected);
	assert_str(expand(arena, "FREQ=DAILY", "2026-01-01", "2026-12-31", 2), "2026-01-01 2026-01-02");
	arena_free(arena);
}

static void only_rules_of_days_and_longer_are_read(void **state)
{
	static const char *const wrong[] = {
	    "",
	    "MONTHLY",
	    "FREQ=",
	    "FREQ=HOURLY",
	    "FREQ=SECONDLY;INTERVAL=1",
	    "INTERVAL=3",
	    "FREQ=MONTHLY;FREQ=DAILY",
	    "FREQ=MONTHLY;INTERVAL=0",
	    "FREQ=MONTHLY;INTERVAL=-1",
	    "FREQ=MONTHLY;INTERVAL=401",
	    "FREQ=MONTHLY;BYMONTHDAY=32",
	    "FREQ=MONTHLY;BYMONTHDAY=0",
	    "FREQ=MONTHLY;BYMONTHDAY=1,,2",
	    "FREQ=MONTHLY;BYMONTHDAY=20;",
	    "FREQ=YEARLY;BYMONTH=13",
	    "FREQ=WEEKLY;BYDAY=XX",
	    "FREQ=WEEKLY;BYDAY=2FR",
	    "FREQ=WEEKLY;BYMONTHDAY=2",
	    "FREQ=WEEKLY;BYDAY=OT",
	    "FREQ=DAILY;UNTIL=20260230",
	    "FREQ=DAILY;UNTIL=2026-12-31",
	    "FREQ=DAILY;COUNT=10",
	    "FREQ=YEARLY;RSCALE=CHINESE",
	    "freq=monthly",
	    " FREQ=MONTHLY",
	};
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct rrule rule;
		if (rrule_parse(str_of(wrong[i]), &rule) != RC_INVALID)
			fail_msg("\"%s\" is accepted", wrong[i]);
	}
}

static void periods_begin_and_end_with_the_calendars(void **state)
{
	static const struct {
		const char *rule, *day, *start, *end;
	} cases[] = {
	    {"FREQ=DAILY", "2026-05-17", "2026-05-17", "2026-05-17"},
	    {"FREQ=WEEKLY", "2026-11-22", "2026-11-16", "2026-11-22"},
	    {"FREQ=MONTHLY", "2026-02-17", "2026-02-01", "2026-02-28"},
	    {"FREQ=MONTHLY;INTERVAL=3", "2026-05-17", "2026-04-01", "2026-06-30"},
	    {"FREQ=MONTHLY;INTERVAL=6", "2026-12-31", "2026-07-01", "2026-12-31"},
	    {"FREQ=MONTHLY;INTERVAL=5", "2026-05-17", "2026-05-01", "2026-05-31"},
	    {"FREQ=YEARLY", "2026-05-17", "2026-01-01", "2026-12-31"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct rrule rule;
		assert_rc(rrule_parse(str_of(cases[i].rule), &rule), RC_OK);
		date_day start = rrule_period_start(&rule, date_parse_iso(str_of(cases[i].day)));
		assert_str(date_format_iso(arena, start), cases[i].start);
		assert_str(date_format_iso(arena, rrule_period_end(&rule, start)), cases[i].end);
	}
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(rules_name_their_days),
	    cmocka_unit_test(only_rules_of_days_and_longer_are_read),
	    cmocka_unit_test(periods_begin_and_end_with_the_calendars),
	};
	return TEST_RUN(cases);
}
