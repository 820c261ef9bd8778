/* What people type about a task: dates both ways, and the form taken and applied. */
#include "feature/task/task_form.h"

#include "base/test.h"

static int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static date_day day(const char *iso)
{
	return date_parse_iso(str_of(iso));
}

static struct schedule schedule_of(enum schedule_kind kind)
{
	return (struct schedule){.kind = kind, .start = DATE_NONE, .end = DATE_NONE, .rrule = STR(""), .condition = STR("")};
}

/* ---- dates ---- */

static void dates_are_read_and_shown_alike(void **state)
{
	/* What is typed; the kind that comes of it; how it is shown. */
	static const struct {
		const char *typed;
		enum schedule_kind kind;
		const char *shown;
	} cases[] = {
	    {"05/3/2026", SCHEDULE_ONCE, "05/3/2026"},
	    {"5/3/2026", SCHEDULE_ONCE, "05/3/2026"},
	    {"05/03/2026", SCHEDULE_ONCE, "05/3/2026"},
	    {"5/1/2026", SCHEDULE_ONCE, "05/01/2026"},
	    {"15/10/2026", SCHEDULE_ONCE, "15/10/2026"},
	    {"5-3-2026", SCHEDULE_ONCE, "05/3/2026"},
	    {"05.03.2026", SCHEDULE_ONCE, "05/3/2026"},
	    {"2026-03-05", SCHEDULE_ONCE, "05/3/2026"},
	    {"2026/3/5", SCHEDULE_ONCE, "05/3/2026"},
	    {"29/02/2028", SCHEDULE_ONCE, "29/02/2028"},
	    {"  05/3/2026  ", SCHEDULE_ONCE, "05/3/2026"},
	    {"05/3/2026,", SCHEDULE_ONCE, "05/3/2026"},
	    {"05/3/2026, 05/6/2026", SCHEDULE_ONCE, "05/3/2026, 05/6/2026"},
	    {"05/3/2026,05/6/2026,05/9/2026", SCHEDULE_ONCE, "05/3/2026, 05/6/2026, 05/9/2026"},
	    {"05/6/2026; 05/3/2026", SCHEDULE_ONCE, "05/3/2026, 05/6/2026"},
	    {"05/3/2026 và 05/6/2026", SCHEDULE_ONCE, "05/3/2026, 05/6/2026"},
	    {"05/3/2026 and 05/6/2026", SCHEDULE_ONCE, "05/3/2026, 05/6/2026"},
	    {"05/3/2026 05/6/2026", SCHEDULE_ONCE, "05/3/2026, 05/6/2026"},
	    {"05/3/2026\n05/6/2026", SCHEDULE_ONCE, "05/3/2026, 05/6/2026"},
	    {"05/3/2026, 2026-03-05, 5.3.2026", SCHEDULE_ONCE, "05/3/2026"},
	    {"01/02/2026 – 28/02/2026", SCHEDULE_WINDOW, "01/02/2026 – 28/02/2026"},
	    {"01/02/2026 - 28/02/2026", SCHEDULE_WINDOW, "01/02/2026 – 28/02/2026"},
	    {"01/02/2026-28/02/2026", SCHEDULE_WINDOW, "01/02/2026 – 28/02/2026"},
	    {"01/02/2026 — 28/02/2026", SCHEDULE_WINDOW, "01/02/2026 – 28/02/2026"},
	    {"1/2/2026 đến 28/2/2026", SCHEDULE_WINDOW, "01/02/2026 – 28/02/2026"},
	    {"1/2/2026 to 28/2/2026", SCHEDULE_WINDOW, "01/02/2026 – 28/02/2026"},
	    {"2026-02-01 – 2026-02-28", SCHEDULE_WINDOW, "01/02/2026 – 28/02/2026"},
	    {"20/12/2026 – 10/01/2027", SCHEDULE_WINDOW, "20/12/2026 – 10/01/2027"},
	    {"05/3/2026 – 05/3/2026", SCHEDULE_WINDOW, "05/3/2026 – 05/3/2026"},
	    {"", SCHEDULE_NONE, ""},
	    {"   ", SCHEDULE_NONE, ""},
	};
	struct arena *arena = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct schedule schedule = schedule_of(SCHEDULE_NONE), again = schedule_of(SCHEDULE_NONE);
		if (!task_form_parse_dates(arena, str_of(cases[i].typed), &schedule))
			fail_msg("“%s” is not read", cases[i].typed);
		assert_int_equal(schedule.kind, cases[i].kind);
		struct str shown = task_form_dates(arena, &schedule);
		assert_str(shown, cases[i].shown);
		assert_true(task_form_parse_dates(arena, shown, &again));
		assert_str(task_form_dates(arena, &again), cases[i].shown);
	}
}

static void what_is_no_date_is_refused_and_changes_nothing(void **state)
{
	static const char *const typed[] = {
	    "mai",
	    "05/3",
	    "3/2026",
	    "2026",
	    "30/02/2026",
	    "29/02/2026",
	    "31/4/2026",
	    "05/13/2026",
	    "0/3/2026",
	    "5/0/2026",
	    "05/3/26",
	    "05/3/1899",
	    "05/3/2200",
	    "05/3/20266",
	    "05 3 2026",
	    "05/3/2026 hoặc",
	    "ngày 05/3/2026",
	    ", 05/3/2026",
	    "– 05/3/2026",
	    "05/3/2026 –",
	    "28/02/2026 – 01/02/2026",
	    "01/02/2026 – 15/02/2026 – 28/02/2026",
	    "01/02/2026 – 15/02/2026, 28/02/2026",
	    "01/02/2026, 15/02/2026 – 28/02/2026",
	    "05/3/2026x",
	    "-5/3/2026",
	    "99999999999999999999/3/2026",
	};
	struct arena *arena = *state;
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct schedule schedule = schedule_of(SCHEDULE_WINDOW);
		schedule.start = day("2026-02-01");
		schedule.end = day("2026-02-28");
		if (task_form_parse_dates(arena, str_of(typed[i]), &schedule))
			fail_msg("“%s” is taken for %.*s", typed[i], STR_ARG(task_form_dates(arena, &schedule)));
		assert_str(task_form_dates(arena, &schedule), "01/02/2026 – 28/02/2026");
	}
}

static void more_days_than_a_year_has_are_refused(void **state)
{
	struct arena *arena = *state;
	struct schedule schedule = schedule_of(SCHEDULE_NONE);
	struct str typed = STR("01/01/2026");
	for (int i = 1; i < 366; i++)
		typed = str_format(arena, "%.*s, %.*s", STR_ARG(typed), STR_ARG(date_format_short(arena, day("2026-01-01") + i)));
	assert_true(task_form_parse_dates(arena, typed, &schedule));
	assert_int_equal(schedule.due.n, 366);
	typed = str_format(arena, "%.*s, 01/02/2027", STR_ARG(typed));
	assert_false(task_form_parse_dates(arena, typed, &schedule));
}

static void taking_the_dates_away_leaves_what_the_words_say_besides(void **state)
{
	struct arena *arena = *state;
	struct schedule waiting = schedule_of(SCHEDULE_CONDITIONAL);
	waiting.condition = STR("sau khi công bố Chỉ số");
	VEC_PUSH(arena, &waiting.due, day("2026-03-05"));
	waiting.exclusive = true;
	assert_true(task_form_parse_dates(arena, STR(""), &waiting));
	assert_int_equal(waiting.kind, SCHEDULE_CONDITIONAL);
	assert_str(waiting.condition, "sau khi công bố Chỉ số");
	assert_int_equal(waiting.due.n, 0);
	assert_false(waiting.exclusive);

	struct schedule once = schedule_of(SCHEDULE_ONCE);
	VEC_PUSH(arena, &once.due, day("2026-03-05"));
	assert_true(task_form_parse_dates(arena, STR(""), &once));
	assert_int_equal(once.kind, SCHEDULE_NONE);

	struct schedule monthly = schedule_of(SCHEDULE_RECURRING);
	monthly.rrule = STR("FREQ=MONTHLY;BYMONTHDAY=20");
	assert_true(task_form_parse_dates(arena, STR("01/01/2026 – 30/6/2026"), &monthly));
	assert_int_equal(monthly.kind, SCHEDULE_RECURRING);
	assert_str(monthly.rrule, "FREQ=MONTHLY;BYMONTHDAY=20");
	assert_true(task_form_parse_dates(arena, STR("05/3/2026"), &monthly));
	assert_int_equal(monthly.kind, SCHEDULE_ONCE);
	assert_str(monthly.rrule, "");
}

/* ---- the form ---- */

static struct task sample(struct arena *arena)
{
	struct task task = {.id = 12,
	                    .title = STR("Viết tin, bài"),
	                    .products = STR("Tin\nBài"),
	                    .channels = STR("Trang thông tin"),
	                    .schedule_raw = STR("Trước ngày 05/3/2026"),
	                    .funding = STR("Ngân sách tỉnh"),
	                    .authority = STR("Giám đốc"),
	                    .schedule = schedule_of(SCHEDULE_ONCE)};
	task.schedule.exclusive = true;
	VEC_PUSH(arena, &task.schedule.due, day("2026-03-05"));
	VEC_PUSH(arena, &task.assignments,
	         (struct task_assignment){.unit = STR("Phòng Kinh tế"), .role = TASK_LEAD, .unit_id = {true, 7}});
	VEC_PUSH(arena, &task.assignments, (struct task_assignment){.unit = STR("Đoàn thanh niên"), .role = TASK_COORDINATE});
	return task;
}

static void send(struct arena *arena, struct http_field_vec *fields, const char *name, const char *value)
{
	VEC_PUSH(arena, fields, (struct http_field){str_of(name), str_of(value)});
}

/* The form of one field sent with this value. */
static struct task_form taken(struct arena *arena, const struct task *task, const char *name, const char *value)
{
	struct http_field_vec fields = {0};
	struct task_form form;
	send(arena, &fields, name, value);
	task_form_take(arena, &fields, STR(""), task, &form);
	return form;
}

static void assert_same_task(const struct task *got, const struct task *expected)
{
	assert_true(str_eq(got->title, expected->title) && str_eq(got->products, expected->products) &&
	            str_eq(got->channels, expected->channels) && str_eq(got->schedule_raw, expected->schedule_raw) &&
	            str_eq(got->funding, expected->funding) && str_eq(got->authority, expected->authority));
	assert_int_equal(got->schedule.kind, expected->schedule.kind);
	assert_int_equal(got->schedule.exclusive, expected->schedule.exclusive);
	assert_int_equal(got->schedule.due.n, expected->schedule.due.n);
	for (size_t i = 0; i < got->schedule.due.n; i++)
		assert_int_equal(got->schedule.due.at[i], expected->schedule.due.at[i]);
	assert_int_equal(got->assignments.n, expected->assignments.n);
	for (size_t i = 0; i < got->assignments.n; i++) {
		assert_true(str_eq(got->assignments.at[i].unit, expected->assignments.at[i].unit));
		assert_int_equal(got->assignments.at[i].role, expected->assignments.at[i].role);
		assert_int_equal(got->assignments.at[i].unit_id.value, expected->assignments.at[i].unit_id.value);
	}
}

static void a_form_sent_as_it_was_shown_changes_nothing(void **state)
{
	struct arena *arena = *state;
	struct task task = sample(arena), before = sample(arena);
	struct http_field_vec fields = {0};
	struct task_form shown, form;
	task_form_show(arena, &task, &shown);
	for (int i = 0; i < TASK_FORM_FIELDS; i++)
		VEC_PUSH(arena, &fields,
		         (struct http_field){str_format(arena, "t12-%s", task_form_row((enum task_form_field)i)->name), shown.values[i]});
	for (size_t i = 0; i < shown.assignments.n; i++) {
		send(arena, &fields, str_format(arena, "t12-unit-%zu", i + 1).ptr, shown.assignments.at[i].unit.ptr);
		send(arena, &fields, str_format(arena, "t12-role-%zu", i + 1).ptr, task_role_name(shown.assignments.at[i].role).ptr);
	}
	task_form_take(arena, &fields, STR("t12-"), &task, &form);
	assert_true(task_form_apply(arena, &form, 2026, &task));
	assert_same_task(&task, &before);
}

static void what_was_not_sent_stays(void **state)
{
	struct arena *arena = *state;
	struct task task = sample(arena), before = sample(arena);
	struct task_form form = taken(arena, &task, "t13-title", "Của nhiệm vụ khác");
	assert_true(task_form_apply(arena, &form, 2026, &task));
	assert_same_task(&task, &before);
}

static void lines_are_tidied_and_brought_to_one_form(void **state)
{
	struct arena *arena = *state;
	struct task task = sample(arena);
	struct task_form form = taken(arena, &task, "products", "  Tin  \r\n\r\n Ba\xcc\x80i \r\n");
	assert_str(form.values[TASK_FORM_PRODUCTS], "Tin\nBài");
	form = taken(arena, &task, "authority", " Giám đốc \r\n Sở ");
	assert_str(form.values[TASK_FORM_AUTHORITY], "Giám đốc Sở");
}

static void words_of_time_that_changed_are_read_anew(void **state)
{
	struct arena *arena = *state;
	struct task task = sample(arena);
	struct task_form form = taken(arena, &task, "schedule", "Trong tháng 6");
	assert_true(task_form_apply(arena, &form, 2026, &task));
	assert_str(task.schedule_raw, "Trong tháng 6");
	assert_str(task_form_dates(arena, &task.schedule), "01/6/2026 – 30/6/2026");
}

static void dates_that_were_typed_count_before_the_words(void **state)
{
	struct arena *arena = *state;
	struct task task = sample(arena);
	struct http_field_vec fields = {0};
	struct task_form form;
	send(arena, &fields, "schedule", "Trong tháng 6");
	send(arena, &fields, "dates", "10/6/2026");
	task_form_take(arena, &fields, STR(""), &task, &form);
	assert_true(task_form_apply(arena, &form, 2026, &task));
	assert_str(task.schedule_raw, "Trong tháng 6");
	assert_str(task_form_dates(arena, &task.schedule), "10/6/2026");

	task = sample(arena);
	form = taken(arena, &task, "dates", "20/3/2026");
	assert_true(task_form_apply(arena, &form, 2026, &task));
	assert_str(task.schedule_raw, "Trước ngày 05/3/2026");
	assert_str(task_form_dates(arena, &task.schedule), "20/3/2026");
}

static void each_problem_stands_at_its_field_and_the_task_stays(void **state)
{
	struct arena *arena = *state;
	char *longest = arena_alloc(arena, 502 * 2 + 1);
	for (size_t i = 0; i < 502 * 2; i++)
		longest[i] = i % 2 == 0 ? '\xc4' : '\x91'; /* đ */
	longest[502 * 2] = '\0';
	const struct {
		const char *name, *value;
		int field; /* -1: the assignments */
	} cases[] = {
	    {"title", "", TASK_FORM_TITLE},
	    {"title", " \r\n ", TASK_FORM_TITLE},
	    {"title", "Viết\x01tin", TASK_FORM_TITLE},
	    {"title", "Vi\xe1\xba", TASK_FORM_TITLE},
	    {"dates", "sang năm", TASK_FORM_DATES},
	    {"dates", "30/02/2026", TASK_FORM_DATES},
	    {"authority", longest, TASK_FORM_AUTHORITY},
	    {"unit-1", longest, -1},
	    {"unit-1", "Không nói vai", -1}, /* no role was sent with it */
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct task task = sample(arena), before = sample(arena);
		struct task_form form = taken(arena, &task, cases[i].name, cases[i].value);
		assert_false(task_form_apply(arena, &form, 2026, &task));
		assert_same_task(&task, &before);
		for (int field = 0; field < TASK_FORM_FIELDS; field++)
			assert_int_equal(form.problems[field].id != NULL, field == cases[i].field);
		assert_int_equal(form.assignment_problem.id != NULL, cases[i].field == -1);
	}
	struct task task = sample(arena);
	longest[500 * 2] = '\0';
	struct task_form form = taken(arena, &task, "authority", longest);
	assert_true(task_form_apply(arena, &form, 2026, &task));
	assert_int_equal(task.authority.len, 1000);
}

static void what_was_typed_comes_back_beside_its_problem(void **state)
{
	struct arena *arena = *state;
	struct task task = sample(arena);
	struct task_form form = taken(arena, &task, "title", "Viết\x01 tin");
	assert_str(form.values[TASK_FORM_TITLE], "Viết tin");
	form = taken(arena, &task, "dates", "sang năm");
	assert_false(task_form_apply(arena, &form, 2026, &task));
	assert_str(form.values[TASK_FORM_DATES], "sang năm");
}

static void units_are_kept_changed_added_and_taken_away(void **state)
{
	struct arena *arena = *state;
	struct task task = sample(arena);
	struct http_field_vec fields = {0};
	struct task_form form;
	send(arena, &fields, "unit-1", " Phòng Kinh tế ");
	send(arena, &fields, "role-1", "perform");
	send(arena, &fields, "unit-2", "");
	send(arena, &fields, "role-2", "coordinate");
	send(arena, &fields, "unit-5", "Hội Phụ nữ");
	send(arena, &fields, "role-5", "coordinate");
	task_form_take(arena, &fields, STR(""), &task, &form);
	assert_true(task_form_apply(arena, &form, 2026, &task));
	assert_int_equal(task.assignments.n, 2);
	assert_str(task.assignments.at[0].unit, "Phòng Kinh tế");
	assert_int_equal(task.assignments.at[0].role, TASK_PERFORM);
	assert_int_equal(task.assignments.at[0].unit_id.value, 7);
	assert_str(task.assignments.at[1].unit, "Hội Phụ nữ");
	assert_false(task.assignments.at[1].unit_id.has);

	fields = (struct http_field_vec){0};
	send(arena, &fields, "unit-1", "");
	task_form_take(arena, &fields, STR(""), &task, &form);
	assert_true(task_form_apply(arena, &form, 2026, &task));
	assert_int_equal(task.assignments.n, 0);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test_setup_teardown(dates_are_read_and_shown_alike, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(what_is_no_date_is_refused_and_changes_nothing, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(more_days_than_a_year_has_are_refused, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(taking_the_dates_away_leaves_what_the_words_say_besides, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(a_form_sent_as_it_was_shown_changes_nothing, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(what_was_not_sent_stays, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(lines_are_tidied_and_brought_to_one_form, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(words_of_time_that_changed_are_read_anew, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(dates_that_were_typed_count_before_the_words, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(each_problem_stands_at_its_field_and_the_task_stays, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(what_was_typed_comes_back_beside_its_problem, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(units_are_kept_changed_added_and_taken_away, set_up, tear_down),
	};
	return TEST_RUN(cases);
}
