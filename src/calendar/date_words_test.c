#include "calendar/date_words.h"

#include "base/test.h"

static const struct message_catalogue english = {.language = "en"};

static const struct message_entry entries[] = {
    {"Friday", "Thứ Sáu"},
    {"in quarter {1} of {3}", "trong quý {1}/{3}"},
    {"{1} and {2}", "{1} và {2}"},
    {"{1} working days left", "còn {1} ngày làm việc"},
};
static const struct message_catalogue vietnamese = {
    .language = "vi", .entries = entries, .n = sizeof entries / sizeof entries[0]};

static date_day day_of(const char *iso)
{
	return date_parse_iso(str_of(iso)); /* no text is no day */
}

static void what_is_left_is_told_in_working_days(void **state)
{
	static const struct {
		const char *today, *deadline, *expected;
	} cases[] = {
	    {"2026-11-20", "2026-11-20", "due today"},
	    {"2026-11-20", "2026-11-23", "1 working day left"},
	    {"2026-11-20", "2026-11-25", "2 working days left"},
	    {"2026-11-20", "2026-11-21", "1 day left, a day off"},
	    {"2026-11-20", "2026-11-22", "2 days left, all of them off"},
	    {"2026-11-20", "2026-11-19", "1 day overdue"},
	    {"2026-11-20", "2026-10-31", "20 days overdue"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_str(date_words_left(arena, &english, day_of(cases[i].today), day_of(cases[i].deadline)), cases[i].expected);
	arena_free(arena);
}

static void a_deadline_has_its_weekday(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	date_day today = day_of("2026-03-17"), deadline = day_of("2026-03-20");
	assert_str(date_words_deadline(arena, &vietnamese, today, deadline), "Thứ Sáu, 20/3/2026 (còn 3 ngày làm việc)");
	assert_str(date_words_deadline(arena, &english, today, deadline), "Friday, 20/3/2026 (3 working days left)");
	assert_null(date_words_deadline(arena, &english, today, DATE_NONE).ptr);
	assert_null(date_words_day(arena, &english, DATE_NONE).ptr);
	arena_free(arena);
}

static void periods_have_their_names(void **state)
{
	static const struct {
		const char *start, *end, *expected;
	} cases[] = {
	    {"2026-01-01", "2026-12-31", "in 2026"},
	    {"2026-01-01", "2030-12-31", "in the years 2026 to 2030"},
	    {"2026-01-01", "2026-06-30", "in the first half of 2026"},
	    {"2026-07-01", "2026-12-31", "in the second half of 2026"},
	    {"2026-04-01", "2026-06-30", "in quarter II of 2026"},
	    {"2025-04-01", "2025-12-31", "from quarter II to quarter IV of 2025"},
	    {"2026-01-01", "2026-09-30", "from quarter I to quarter III of 2026"},
	    {"2026-02-01", "2026-02-28", "in 2/2026"},
	    {"2026-03-01", "2026-05-31", "from 3/2026 to 5/2026"},
	    {"2026-03-10", "2026-04-05", "from 10/3/2026 to 05/4/2026"},
	    {"2025-11-01", "2026-02-28", "from 11/2025 through 2/2026"},
	    {"2026-03-10", "2026-03-10", "on 10/3/2026"},
	    {"2026-03-10", "", "from 10/3/2026"},
	    {"", "2026-03-10", "until 10/3/2026"},
	    {"", "2026-06-30", "until the end of 6/2026"},
	    {"", "2026-12-31", "until the end of 2026"},
	    {"", "", ""},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_str(date_words_period(arena, &english, day_of(cases[i].start), day_of(cases[i].end), false), cases[i].expected);
	assert_str(date_words_period(arena, &english, day_of("2026-01-01"), day_of("2026-12-31"), true), "In 2026");
	assert_str(date_words_period(arena, &vietnamese, day_of("2026-07-01"), day_of("2026-09-30"), false), "trong quý III/2026");
	arena_free(arena);
}

static void lists_of_days_share_their_year(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct date_day_vec days = {0};
	assert_null(date_words_list(arena, &english, &days).ptr);
	VEC_PUSH(arena, &days, day_of("2026-03-05"));
	assert_str(date_words_list(arena, &vietnamese, &days), "05/3/2026");
	VEC_PUSH(arena, &days, DATE_NONE); /* is left out */
	VEC_PUSH(arena, &days, day_of("2026-06-05"));
	VEC_PUSH(arena, &days, day_of("2026-09-05"));
	assert_str(date_words_list(arena, &vietnamese, &days), "05/3, 05/6 và 05/9/2026");
	VEC_PUSH(arena, &days, day_of("2027-01-05"));
	assert_str(date_words_list(arena, &english, &days), "05/3, 05/6, 05/9/2026 and 05/01/2027");
	for (int i = 0; i < 30; i++)
		VEC_PUSH(arena, &days, day_of("2027-02-01") + i);
	assert_true(str_has_suffix(date_words_list(arena, &english, &days), STR(" and 11 more days")));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(what_is_left_is_told_in_working_days),
	    cmocka_unit_test(a_deadline_has_its_weekday),
	    cmocka_unit_test(periods_have_their_names),
	    cmocka_unit_test(lists_of_days_share_their_year),
	};
	return TEST_RUN(cases);
}
