#include "base/test.h"
#include "calendar/schedule.h"

static const struct message_catalogue english = {.language = "en"};

static date_day day_of(const char *iso)
{
	return iso != NULL ? date_parse_iso(str_of(iso)) : DATE_NONE;
}

static void schedules_are_told_as_a_person_would(void **state)
{
	static const struct {
		struct schedule schedule;
		const char *start, *end, *due, *expected;
	} cases[] = {
	    {{.kind = SCHEDULE_NONE}, NULL, NULL, NULL, "No time set"},
	    {{.kind = SCHEDULE_ONCE}, NULL, NULL, "2026-03-05 2026-06-05 2026-09-05", "No later than 05/3, 05/6 and 05/9/2026"},
	    {{.kind = SCHEDULE_ONCE, .exclusive = true}, NULL, NULL, "2026-11-25", "Before 25/11/2026"},
	    {{.kind = SCHEDULE_ONCE, .tentative = true}, NULL, NULL, "2026-11-25", "No later than 25/11/2026 (tentative)"},
	    {{.kind = SCHEDULE_WINDOW}, "2026-01-01", "2026-12-31", NULL, "In 2026"},
	    {{.kind = SCHEDULE_WINDOW}, "2025-07-01", "2025-09-30", NULL, "In quarter III of 2025"},
	    {{.kind = SCHEDULE_ONGOING}, "2026-01-01", "2026-12-31", NULL, "Continuously in 2026"},
	    {{.kind = SCHEDULE_ONGOING, .condition = STR_INIT("theo hướng dẫn")}, NULL, NULL, NULL, "Continuously, theo hướng dẫn"},
	    {{.kind = SCHEDULE_CONDITIONAL, .condition = STR_INIT("Sau khi có kết quả"), .tentative = true},
	     "2026-04-01",
	     "2026-06-30",
	     NULL,
	     "Sau khi có kết quả (expected in quarter II of 2026)"},
	    {{.kind = SCHEDULE_CONDITIONAL}, NULL, NULL, NULL, "When the event comes"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=MONTHLY;BYMONTHDAY=20"), .exclusive = true},
	     NULL,
	     NULL,
	     NULL,
	     "Before the 20th of every month"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=MONTHLY;BYMONTHDAY=1,2,3,11,22,-1")},
	     "2026-01-01",
	     "2026-12-31",
	     NULL,
	     "By the 1st, 2nd, 3rd, 11th, 22nd and last day of every month in 2026"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=MONTHLY;INTERVAL=3")}, NULL, NULL, NULL, "Every quarter"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=MONTHLY;INTERVAL=2")}, NULL, NULL, NULL, "Every 2 months"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=WEEKLY;BYDAY=MO,FR")},
	     NULL,
	     NULL,
	     NULL,
	     "Weekly, on Mondays and Fridays"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=YEARLY;BYMONTH=3,6,9;BYMONTHDAY=5")},
	     NULL,
	     NULL,
	     NULL,
	     "By 05/3, 05/6 and 05/9 every year"},
	    {{.kind = SCHEDULE_RECURRING}, "2026-01-01", "2026-12-31", NULL, "Regularly in 2026"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25")},
	     NULL,
	     NULL,
	     NULL,
	     "By the 25th of the last month of every quarter"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5"), .exclusive = true},
	     NULL,
	     NULL,
	     NULL,
	     "Before the 5th of the first month of every quarter"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=YEARLY;BYMONTH=3,9")},
	     NULL,
	     NULL,
	     NULL,
	     "In months 3 and 9 of every year"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=MONTHLY;BYDAY=-1FR")},
	     NULL,
	     NULL,
	     NULL,
	     "Monthly, on the last of the Fridays"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR")},
	     NULL,
	     NULL,
	     NULL,
	     "Every 2 weeks, on Fridays"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=YEARLY;BYMONTHDAY=1,2;BYMONTH=3,4")},
	     NULL,
	     NULL,
	     NULL,
	     "Every year, by the 1st and 2nd, of months 3 and 4"},
	    {{.kind = SCHEDULE_RECURRING, .rrule = STR_INIT("FREQ=MONTHLY;INTERVAL=3"), .exclusive = true},
	     "2026-01-01",
	     "2026-12-31",
	     "2026-11-25",
	     "Every quarter in 2026; and before 25/11/2026"},
	    {{.kind = SCHEDULE_WINDOW, .exclusive = true}, "2026-03-01", "2026-06-30", NULL, "From 01/3/2026 until before 30/6/2026"},
	    {{.kind = SCHEDULE_CONDITIONAL, .condition = STR_INIT("sau khi có hướng dẫn")},
	     NULL,
	     "2026-06-30",
	     NULL,
	     "Sau khi có hướng dẫn, until the end of 6/2026"},
	    {{.kind = SCHEDULE_RECURRING, .condition = STR_INIT("trong báo cáo định kỳ")}, NULL, NULL, NULL, "Trong báo cáo định kỳ"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct schedule schedule = cases[i].schedule;
		schedule.start = day_of(cases[i].start);
		schedule.end = day_of(cases[i].end);
		struct str rest = str_of(cases[i].due), day;
		while (str_split(&rest, ' ', &day))
			VEC_PUSH(arena, &schedule.due, date_parse_iso(day));
		assert_str(schedule_describe(arena, &english, &schedule), cases[i].expected);
	}
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {cmocka_unit_test(schedules_are_told_as_a_person_would)};
	return TEST_RUN(cases);
}
