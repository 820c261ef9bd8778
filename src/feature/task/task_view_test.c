/* What pages say of a task. */
#include "feature/task/task_view.h"

#include "base/test.h"

static const struct message_catalogue english = {.language = "en"};

static void the_state_of_a_task_is_told_in_a_word(void **state)
{
	enum { TODAY = 20000 };
	static const struct {
		enum task_status status;
		enum schedule_kind kind;
		date_day due;
		const char *name;
	} cases[] = {
	    {TASK_OPEN, SCHEDULE_ONCE, TODAY - 1, "overdue"},
	    {TASK_DOING, SCHEDULE_ONCE, TODAY - 1, "overdue"},
	    {TASK_OPEN, SCHEDULE_ONCE, TODAY, "soon"},
	    {TASK_DOING, SCHEDULE_WINDOW, TODAY + TASK_WEEK_DAYS, "soon"},
	    {TASK_OPEN, SCHEDULE_ONCE, TODAY + TASK_WEEK_DAYS + 1, "open"},
	    {TASK_DOING, SCHEDULE_ONCE, TODAY + TASK_WEEK_DAYS + 1, "doing"},
	    {TASK_DOING, SCHEDULE_ONGOING, DATE_NONE, "doing"},
	    {TASK_OPEN, SCHEDULE_CONDITIONAL, DATE_NONE, "waiting"},
	    {TASK_OPEN, SCHEDULE_CONDITIONAL, TODAY - 1, "overdue"},
	    {TASK_OPEN, SCHEDULE_ONGOING, DATE_NONE, "ongoing"},
	    {TASK_OPEN, SCHEDULE_NONE, DATE_NONE, "open"},
	    {TASK_DONE, SCHEDULE_ONCE, TODAY - 9, "done"},
	    {TASK_CANCELLED, SCHEDULE_ONCE, TODAY - 9, "cancelled"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct task_view_state view = task_view_state(cases[i].status, cases[i].kind, cases[i].due, TODAY);
		assert_str(view.name, cases[i].name);
		assert_non_null(view.label);
	}
}

static void the_clears_are_counted_and_the_missing_ones_named(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const unsigned all = (1U << TASK_CLEARS) - 1;
	assert_str(task_view_clears(arena, &english, all), "All six clear");
	struct str five = task_view_clears(arena, &english, all & ~(1U << TASK_AUTHORITY));
	assert_true(str_has_prefix(five, STR("5 of 6 clear; not yet: ")));
	assert_true(str_contains(five, str_of(task_clear_short(TASK_AUTHORITY))));
	assert_false(str_contains(five, str_of(task_clear_short(TASK_PRODUCT))));
	assert_true(str_has_prefix(task_view_clears(arena, &english, 0), STR("0 of 6 clear")));
	arena_free(arena);
}

static void empty_lines_are_left_out(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const struct str *lines;
	size_t n;
	task_view_lines(arena, STR("Tin\n\nBài"), &lines, &n);
	assert_int_equal(n, 2);
	assert_str(lines[1], "Bài");
	task_view_lines(arena, STR(""), &lines, &n);
	assert_int_equal(n, 0);
	arena_free(arena);
}

static void a_range_is_told_only_where_there_are_several_pages(void **state)
{
	static const struct {
		int64_t offset;
		size_t n;
		int64_t total;
		const char *range;
	} cases[] = {
	    {0, 0, 0, ""}, {0, 50, 50, ""}, {0, 50, 51, "1–50 of 51"}, {50, 1, 51, "51–51 of 51"}, {50, 50, 312, "51–100 of 312"},

	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(task_view_range(arena, &english, cases[i].offset, cases[i].n, cases[i].total), cases[i].range);
	arena_free(arena);
}

static void a_place_is_found_by_its_line(void **state)
{
	static const struct {
		int64_t at, line;
	} cases[] = {{0, 1}, {2, 1}, {3, 1}, {4, 2}, {5, 3}, {8, 3}, {9, 4}, {1000, 4}, {-1, 1}};
	(void)state;
	struct arena *arena = arena_new();
	struct task_view_source source;
	task_view_source_init(arena, STR("một\n\nhai\n"), &source);
	/* "một" has five bytes: ộ is three. */
	assert_int_equal(task_view_line_at(&source, 5), 1);
	task_view_source_init(arena, STR("abc\n\ndef\n"), &source);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(task_view_line_at(&source, cases[i].at), cases[i].line);
	assert_str(task_view_place_url(arena, 5, &source, 6).text, "/plan/5/source?line=3#l3");
	task_view_source_init(arena, STR(""), &source);
	assert_int_equal(task_view_line_at(&source, 0), 1);
	arena_free(arena);
}

static void a_moment_is_told_in_the_state_s_zone(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	/* 2026-03-19T17:05Z is past midnight in Viet Nam. */
	assert_str(task_view_moment(arena, INT64_C(1773939900000)), "00:05, 20/3/2026");
	assert_str(task_view_moment(arena, 0), "07:00, 01/01/1970");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(the_state_of_a_task_is_told_in_a_word),
	    cmocka_unit_test(the_clears_are_counted_and_the_missing_ones_named),
	    cmocka_unit_test(empty_lines_are_left_out),
	    cmocka_unit_test(a_range_is_told_only_where_there_are_several_pages),
	    cmocka_unit_test(a_place_is_found_by_its_line),
	    cmocka_unit_test(a_moment_is_told_in_the_state_s_zone),
	};
	return TEST_RUN(cases);
}
