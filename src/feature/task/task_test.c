/* The rules of tasks, on both engines. */
#include "feature/task/task.h"

#include "db/testing.h"
#include "feature/task/task_fixture_sql.h"
#include "feature/task/task_share.h"
#include "feature/task/task_sql.h"
#include "feature/task/task_store.h"

/* Two units, one below the other, and one aside; a person and a plan of the upper. */
struct world {
	struct testing *t;
	struct db_conn *db;
	int64_t upper, lower, aside, person, plan;
};

static int64_t add_unit(struct world *w, const char *code, const char *path)
{
	struct task_fixture_sql_add_unit_row row;
	assert_rc(task_fixture_sql_add_unit(w->db, w->t->arena, str_of(code), str_of(code), str_of(code), str_of(path), &row), RC_OK);
	return row.id;
}

static struct world world_of(void **state)
{
	struct world w = {.t = testing_of(state)};
	struct task_fixture_sql_add_person_row person;
	struct task_fixture_sql_add_plan_row plan;
	w.db = testing_begin(w.t, DB_WRITE);
	w.upper = add_unit(&w, "H1", "/1/");
	w.lower = add_unit(&w, "H1.2", "/1/2/");
	w.aside = add_unit(&w, "H10", "/10/");
	assert_rc(task_fixture_sql_add_person(w.db, w.t->arena, STR("an"), w.upper, &person), RC_OK);
	assert_rc(task_fixture_sql_add_original(w.db, STR("aa"), NULL), RC_OK);
	assert_rc(task_fixture_sql_add_plan(w.db, w.t->arena, w.upper, STR("aa"), &plan), RC_OK);
	w.person = person.id;
	w.plan = plan.id;
	return w;
}

static date_day day(const char *iso)
{
	return date_parse_iso(str_of(iso));
}

/* A task with one deadline, or none. */
static struct task sample(const struct world *w, int64_t seq, const char *due)
{
	struct task task = {.plan_id = w->plan,
	                    .unit_id = w->upper,
	                    .seq = seq,
	                    .part = 1,
	                    .ordinal = STR("1"),
	                    .title = STR("Viết tin, bài"),
	                    .products = STR("Tin")};
	task.schedule = (struct schedule){.kind = SCHEDULE_ONGOING, .start = DATE_NONE, .end = DATE_NONE};
	if (due != NULL) {
		task.schedule.kind = SCHEDULE_ONCE;
		VEC_PUSH(w->t->arena, &task.schedule.due, day(due));
	}
	return task;
}

static int64_t add(const struct world *w, const struct task *task)
{
	int64_t id;
	assert_rc(task_add(w->db, w->t->arena, task, &(struct task_place_vec){0}, &id), RC_OK);
	return id;
}

static struct task find(const struct world *w, int64_t id)
{
	struct task_scope scope;
	struct task task;
	assert_rc(task_scope_of_unit(w->db, w->t->arena, w->upper, &scope), RC_OK);
	assert_rc(task_store_find(w->db, w->t->arena, &scope, id, &task), RC_OK);
	return task;
}

static size_t open_deadlines(const struct world *w, int64_t id)
{
	struct task_deadline_vec deadlines;
	size_t open = 0;
	assert_rc(task_store_deadlines(w->db, w->t->arena, id, &deadlines), RC_OK);
	for (size_t i = 0; i < deadlines.n; i++)
		open += !deadlines.at[i].done;
	return open;
}

static void a_task_comes_back_as_it_was_put_in(void **state)
{
	struct world w = world_of(state);
	struct task task = sample(&w, 7, "2026-11-25");
	struct task_place_vec places = {0}, found_places;
	int64_t id;
	task.schedule.exclusive = true;
	VEC_PUSH(w.t->arena, &task.schedule.due, day("2026-12-05"));
	VEC_PUSH(w.t->arena, &task.assignments,
	         (struct task_assignment){.unit = STR("Sở Nội vụ"), .role = TASK_LEAD, .unit_id = {true, w.lower}});
	VEC_PUSH(w.t->arena, &places, (struct task_place){0, STR("title"), 10, 20, 95});
	VEC_PUSH(w.t->arena, &places, (struct task_place){0, STR("title"), 40, 50, 95});
	assert_rc(task_add(w.db, w.t->arena, &task, &places, &id), RC_OK);
	struct task found = find(&w, id);
	assert_str(found.title, "Viết tin, bài");
	assert_int_equal(found.seq, 7);
	assert_int_equal(found.schedule.kind, SCHEDULE_ONCE);
	assert_int_equal(found.schedule.due.n, 2);
	assert_int_equal(found.schedule.due.at[1], day("2026-12-05"));
	assert_true(found.schedule.exclusive);
	assert_int_equal(found.assignments.n, 1);
	assert_int_equal(found.assignments.at[0].role, TASK_LEAD);
	assert_int_equal(found.assignments.at[0].unit_id.value, w.lower);
	assert_rc(task_store_places(w.db, w.t->arena, id, &found_places), RC_OK);
	assert_int_equal(found_places.n, 2);
	assert_int_equal(found_places.at[1].begin, 40);
	db_rollback(w.db);
}

static void the_six_clears_are_told_by_what_the_task_says(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct task task = {0};
	assert_int_equal(task_clears_of(&task), 0);
	task.title = STR("a");
	task.products = STR("b");
	task.schedule =
	    (struct schedule){.kind = SCHEDULE_CONDITIONAL, .start = DATE_NONE, .end = DATE_NONE, .condition = STR("theo tiến độ")};
	VEC_PUSH(arena, &task.assignments, (struct task_assignment){.unit = STR("x"), .role = TASK_PERFORM});
	assert_int_equal(task_clears_of(&task), 1 << TASK_WORK | 1 << TASK_PRODUCT | 1 << TASK_WHO | 1 << TASK_RESPONSIBILITY);
	VEC_PUSH(arena, &task.assignments, (struct task_assignment){.unit = STR("y"), .role = TASK_PERFORM});
	task.schedule.end = 20000;
	task.authority = STR("UBND tỉnh");
	assert_int_equal(task_clears_of(&task),
	                 1 << TASK_WORK | 1 << TASK_PRODUCT | 1 << TASK_WHO | 1 << TASK_TIME | 1 << TASK_AUTHORITY);
	VEC_PUSH(arena, &task.assignments, (struct task_assignment){.unit = STR("z"), .role = TASK_LEAD});
	assert_int_equal(task_clears_of(&task), (1 << TASK_CLEARS) - 1);
	arena_free(arena);
}

static void going_live_gives_the_deadlines_and_today_counts_them(void **state)
{
	struct world w = world_of(state);
	struct task overdue = sample(&w, 1, "2026-11-20"), soon = sample(&w, 2, "2026-11-25"), coming = sample(&w, 3, "2026-12-20"),
	            ongoing = sample(&w, 4, NULL), waiting = sample(&w, 5, NULL);
	struct task_scope scope;
	struct task_counts counts;
	struct task_line_vec lines;
	waiting.schedule.kind = SCHEDULE_CONDITIONAL;
	int64_t first = add(&w, &overdue);
	add(&w, &soon);
	add(&w, &coming);
	add(&w, &ongoing);
	add(&w, &waiting);
	assert_rc(task_scope_of_unit(w.db, w.t->arena, w.upper, &scope), RC_OK);
	assert_rc(task_store_count(w.db, w.t->arena, &scope, day("2026-11-22"), &counts), RC_OK);
	assert_int_equal(counts.overdue + counts.due_week + counts.coming + counts.waiting + counts.ongoing, 0);
	assert_rc(task_go_live(w.db, w.t->arena, w.plan), RC_OK);
	assert_rc(task_store_count(w.db, w.t->arena, &scope, day("2026-11-22"), &counts), RC_OK);
	assert_int_equal(counts.overdue, 1);
	assert_int_equal(counts.due_week, 1);
	assert_int_equal(counts.coming, 1);
	assert_int_equal(counts.waiting, 1);
	assert_int_equal(counts.ongoing, 1);
	assert_rc(task_store_lines(w.db, w.t->arena, &scope, TASK_OVERDUE, day("2026-11-22"), 0, 50, &lines), RC_OK);
	assert_int_equal(lines.n, 1);
	assert_int_equal(lines.at[0].task_id, first);
	assert_int_equal(lines.at[0].due_on, day("2026-11-20"));
	db_rollback(w.db);
}

static void a_task_that_recurs_is_one_line_with_its_first_open_deadline(void **state)
{
	struct world w = world_of(state);
	struct task weekly = sample(&w, 1, "2026-11-02");
	struct task_scope scope;
	struct task_counts counts;
	struct task_line_vec lines;
	VEC_PUSH(w.t->arena, &weekly.schedule.due, day("2026-11-09"));
	VEC_PUSH(w.t->arena, &weekly.schedule.due, day("2026-11-16"));
	VEC_PUSH(w.t->arena, &weekly.schedule.due, day("2026-11-23"));
	add(&w, &weekly);
	assert_rc(task_go_live(w.db, w.t->arena, w.plan), RC_OK);
	assert_rc(task_scope_of_unit(w.db, w.t->arena, w.upper, &scope), RC_OK);
	assert_rc(task_store_count(w.db, w.t->arena, &scope, day("2026-11-22"), &counts), RC_OK);
	assert_int_equal(counts.overdue, 1);
	assert_int_equal(counts.due_week, 1);
	assert_rc(task_store_lines(w.db, w.t->arena, &scope, TASK_OVERDUE, day("2026-11-22"), 0, 50, &lines), RC_OK);
	assert_int_equal(lines.n, 1);
	assert_int_equal(lines.at[0].due_on, day("2026-11-02"));
	assert_int_equal(lines.at[0].n_open, 3);
	assert_int_equal(lines.at[0].latest, day("2026-11-16"));
	db_rollback(w.db);
}

static void a_unit_sees_what_is_below_it_and_what_names_it_and_nothing_else(void **state)
{
	struct world w = world_of(state);
	struct task task = sample(&w, 1, "2026-11-25");
	struct task_scope lower, aside;
	struct task found;
	int64_t own = add(&w, &task);
	task.seq = 2;
	VEC_PUSH(w.t->arena, &task.assignments,
	         (struct task_assignment){.unit = STR("x"), .role = TASK_PERFORM, .unit_id = {true, w.lower}});
	int64_t naming = add(&w, &task);
	assert_rc(task_scope_of_unit(w.db, w.t->arena, w.lower, &lower), RC_OK);
	assert_rc(task_scope_of_unit(w.db, w.t->arena, w.aside, &aside), RC_OK);
	assert_rc(task_store_find(w.db, w.t->arena, &lower, own, &found), RC_NOT_FOUND);
	assert_rc(task_store_find(w.db, w.t->arena, &lower, naming, &found), RC_OK);
	/* "/10/" is not below "/1/". */
	assert_rc(task_store_find(w.db, w.t->arena, &aside, own, &found), RC_NOT_FOUND);
	assert_rc(task_scope_of_unit(w.db, w.t->arena, 999, &aside), RC_NOT_FOUND);
	db_rollback(w.db);
}

static void a_newly_typed_unit_is_found_in_the_register_and_sees_the_task(void **state)
{
	struct world w = world_of(state);
	struct task task = sample(&w, 1, "2026-11-25"), found;
	struct task_scope aside;
	int64_t id = add(&w, &task);
	assert_rc(task_scope_of_unit(w.db, w.t->arena, w.aside, &aside), RC_OK);
	assert_rc(task_store_find(w.db, w.t->arena, &aside, id, &found), RC_NOT_FOUND);
	task = find(&w, id);
	VEC_PUSH(w.t->arena, &task.assignments, (struct task_assignment){.unit = STR("h10"), .role = TASK_PERFORM});
	VEC_PUSH(w.t->arena, &task.assignments, (struct task_assignment){.unit = STR("Ban nào đó"), .role = TASK_PERFORM});
	assert_rc(task_update(w.db, w.t->arena, &task), RC_OK);
	assert_rc(task_store_find(w.db, w.t->arena, &aside, id, &found), RC_OK);
	assert_int_equal(found.assignments.at[0].unit_id.value, w.aside);
	assert_false(found.assignments.at[1].unit_id.has);
	db_rollback(w.db);
}

static void every_member_of_a_group_sees_the_task_that_names_it(void **state)
{
	struct world w = world_of(state);
	int64_t inner = add_unit(&w, "H10.1", "/10/4/");
	struct task task = sample(&w, 1, "2026-03-10"), found;
	struct task_assignment group = {.unit = STR("các sở"), .group_root = {true, w.aside}, .members = 1u << UNIT_DEPARTMENT};
	struct task_scope scope;
	struct str name;
	int64_t members;
	VEC_PUSH(w.t->arena, &task.assignments, group);
	int64_t id = add(&w, &task);
	assert_rc(task_scope_of_unit(w.db, w.t->arena, inner, &scope), RC_OK);
	assert_rc(task_store_find(w.db, w.t->arena, &scope, id, &found), RC_OK);
	assert_int_equal(found.assignments.at[0].members, group.members);
	assert_int_equal(found.assignments.at[0].group_root.value, w.aside);
	assert_rc(task_store_meaning(w.db, w.t->arena, &found.assignments.at[0], &name, &members), RC_OK);
	assert_str(name, "H10");
	assert_int_equal(members, 1);

	/* A kind that none of them is. */
	found.assignments.at[0].members = 1u << UNIT_SCHOOL;
	assert_rc(task_update(w.db, w.t->arena, &found), RC_OK);
	assert_rc(task_store_find(w.db, w.t->arena, &scope, id, &found), RC_NOT_FOUND);
	db_rollback(w.db);
}

static int64_t overdue_in(struct world *w, int64_t unit_id)
{
	struct task_scope scope;
	struct task_counts counts;
	struct task_line_vec lines = {0};
	assert_rc(task_scope_of_unit(w->db, w->t->arena, unit_id, &scope), RC_OK);
	assert_rc(task_store_count(w->db, w->t->arena, &scope, day("2026-11-22"), &counts), RC_OK);
	assert_rc(task_store_lines(w->db, w->t->arena, &scope, TASK_OVERDUE, day("2026-11-22"), 0, 50, &lines), RC_OK);
	assert_int_equal(lines.n, counts.overdue);
	return counts.overdue;
}

static void a_unit_that_has_done_its_share_is_rid_of_the_task_and_the_others_are_not(void **state)
{
	struct world w = world_of(state);
	struct task task = sample(&w, 1, "2026-03-10");
	struct task_deadline_vec deadlines;
	struct task_share_vec shares;
	struct task_scope aside;
	struct task_line_vec lines = {0};
	for (int i = 0; i < 2; i++)
		VEC_PUSH(w.t->arena, &task.assignments,
		         (struct task_assignment){.unit = STR("x"), .role = TASK_PERFORM, .unit_id = {true, i == 0 ? w.lower : w.aside}});
	int64_t id = add(&w, &task);
	assert_rc(task_go_live(w.db, w.t->arena, w.plan), RC_OK);
	assert_rc(task_store_deadlines(w.db, w.t->arena, id, &deadlines), RC_OK);
	assert_rc(task_share_keep(w.db, w.t->arena, id, deadlines.at[0].id, w.aside, w.person, day("2026-11-20")), RC_OK);
	assert_rc(task_share_keep(w.db, w.t->arena, id, deadlines.at[0].id, w.aside, w.person, day("2026-11-21")), RC_CONFLICT);
	assert_int_equal(overdue_in(&w, w.aside), 0);
	assert_int_equal(overdue_in(&w, w.lower), 1);
	assert_int_equal(overdue_in(&w, w.upper), 1);
	assert_rc(task_share_list(w.db, w.t->arena, id, &shares), RC_OK);
	assert_int_equal(shares.n, 1);
	assert_int_equal(shares.at[0].unit_id, w.aside);
	assert_int_equal(shares.at[0].done_on, day("2026-11-20"));
	assert_rc(task_scope_of_unit(w.db, w.t->arena, w.aside, &aside), RC_OK);
	assert_rc(task_store_lines_between(w.db, w.t->arena, &aside, day("2026-01-01"), day("2026-12-31"), &lines), RC_OK);
	assert_int_equal(lines.n, 1);
	assert_int_equal(lines.at[0].done_on, day("2026-11-20"));

	/* What is said stays said when the open deadlines are derived anew; the day that has gone is no one's any more. */
	task = find(&w, id);
	assert_rc(task_update(w.db, w.t->arena, &task), RC_OK);
	assert_int_equal(overdue_in(&w, w.aside), 0);
	assert_rc(task_store_deadlines(w.db, w.t->arena, id, &deadlines), RC_OK);
	assert_rc(task_share_reopen(w.db, id, deadlines.at[0].id, w.aside), RC_OK);
	assert_rc(task_share_reopen(w.db, id, deadlines.at[0].id, w.aside), RC_CONFLICT);
	assert_int_equal(overdue_in(&w, w.aside), 1);
	db_rollback(w.db);
}

static void who_answers_for_the_whole_has_no_mere_share(void **state)
{
	enum { ME = 7, OTHER = 8 };
	static const struct {
		enum task_role roles[2];
		int64_t units[2];
		size_t n;
		bool is_own, expected;
	} cases[] = {
	    {{TASK_PERFORM, TASK_PERFORM}, {ME, OTHER}, 2, false, true},
	    {{TASK_PERFORM, TASK_PERFORM}, {ME, OTHER}, 2, true, false},
	    {{TASK_LEAD, TASK_COORDINATE}, {ME, OTHER}, 2, false, false},
	    {{TASK_LEAD, TASK_COORDINATE}, {OTHER, ME}, 2, false, true},
	    {{TASK_PERFORM}, {ME}, 1, false, false},
	    {{TASK_PERFORM}, {0}, 1, false, true}, /* of a group */
	    {{TASK_LEAD, TASK_LEAD}, {OTHER, ME}, 2, false, false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct task_assignment assignments[2] = {0};
		for (size_t k = 0; k < cases[i].n; k++)
			assignments[k] =
			    (struct task_assignment){.role = cases[i].roles[k], .unit_id = {cases[i].units[k] != 0, cases[i].units[k]}};
		struct task task = {.assignments = {.at = assignments, .n = cases[i].n}};
		assert_int_equal(task_share_only(&task, ME, cases[i].is_own), cases[i].expected);
	}
}

static void a_new_schedule_moves_the_open_deadlines_and_leaves_the_kept_ones(void **state)
{
	struct world w = world_of(state);
	struct task task = sample(&w, 1, "2026-03-05");
	struct task_deadline_vec deadlines;
	VEC_PUSH(w.t->arena, &task.schedule.due, day("2026-06-05"));
	int64_t id = add(&w, &task);
	assert_rc(task_go_live(w.db, w.t->arena, w.plan), RC_OK);
	task = find(&w, id);
	assert_rc(task_store_deadlines(w.db, w.t->arena, id, &deadlines), RC_OK);
	assert_rc(task_keep_deadline(w.db, w.t->arena, &task, deadlines.at[0].id, w.person, day("2026-03-04")), RC_OK);
	task = find(&w, id);
	assert_int_equal(task.status, TASK_DOING);
	task.schedule.due.at[1] = day("2026-07-10");
	assert_rc(task_update(w.db, w.t->arena, &task), RC_OK);
	assert_rc(task_store_deadlines(w.db, w.t->arena, id, &deadlines), RC_OK);
	assert_int_equal(deadlines.n, 2);
	assert_true(deadlines.at[0].done);
	assert_str(deadlines.at[0].done_by, "Nguyễn Thị An");
	assert_int_equal(deadlines.at[1].due_on, day("2026-07-10"));
	/* The last one kept makes the task done. */
	task = find(&w, id);
	assert_rc(task_keep_deadline(w.db, w.t->arena, &task, deadlines.at[1].id, w.person, day("2026-07-01")), RC_OK);
	task = find(&w, id);
	assert_int_equal(task.status, TASK_DONE);
	assert_int_equal(task.done_on, day("2026-07-01"));
	assert_rc(task_keep_deadline(w.db, w.t->arena, &task, deadlines.at[1].id, w.person, day("2026-07-01")), RC_CONFLICT);
	db_rollback(w.db);
}

static void what_lies_before_today_counts_as_kept_and_can_be_taken_back(void **state)
{
	struct world w = world_of(state);
	struct task past = sample(&w, 1, "2026-03-05"), mixed = sample(&w, 2, "2026-03-06"), coming = sample(&w, 3, "2026-06-01");
	struct task_deadline_vec deadlines = {0};
	int64_t n = 0;
	VEC_PUSH(w.t->arena, &mixed.schedule.due, day("2026-06-10"));
	int64_t past_id = add(&w, &past), mixed_id = add(&w, &mixed), coming_id = add(&w, &coming);
	assert_rc(task_go_live(w.db, w.t->arena, w.plan), RC_OK);
	assert_rc(task_keep_past(w.db, w.t->arena, w.plan, w.person, day("2026-06-01"), &n), RC_OK);
	assert_int_equal(n, 2);
	past = find(&w, past_id);
	assert_int_equal(past.status, TASK_DONE);
	assert_int_equal(past.done_on, day("2026-03-05"));
	assert_int_equal(find(&w, mixed_id).status, TASK_OPEN);
	assert_int_equal(open_deadlines(&w, mixed_id), 1);
	assert_int_equal(open_deadlines(&w, coming_id), 1); /* due today is not past */
	assert_rc(task_store_deadlines(w.db, w.t->arena, past_id, &deadlines), RC_OK);
	assert_rc(task_reopen_deadline(w.db, &past, deadlines.at[0].id), RC_OK);
	past = find(&w, past_id);
	assert_int_equal(past.status, TASK_DOING);
	assert_int_equal(past.done_on, DATE_NONE);
	assert_int_equal(open_deadlines(&w, past_id), 1);
	assert_rc(task_reopen_deadline(w.db, &past, deadlines.at[0].id), RC_CONFLICT);
	db_rollback(w.db);
}

static void a_done_task_with_a_further_day_is_under_way_again(void **state)
{
	struct world w = world_of(state);
	struct task task = sample(&w, 1, "2026-03-05");
	int64_t id = add(&w, &task);
	assert_rc(task_go_live(w.db, w.t->arena, w.plan), RC_OK);
	task = find(&w, id);
	assert_rc(task_set_status(w.db, w.t->arena, &task, TASK_DONE, STR(""), w.person, 5, day("2026-03-04")), RC_OK);
	/* Other corrections leave it done. */
	task = find(&w, id);
	task.title = STR("Viết tin, bài, phóng sự");
	assert_rc(task_update(w.db, w.t->arena, &task), RC_OK);
	task = find(&w, id);
	assert_int_equal(task.status, TASK_DONE);
	assert_int_equal(open_deadlines(&w, id), 0);
	VEC_PUSH(w.t->arena, &task.schedule.due, day("2026-06-05"));
	assert_rc(task_update(w.db, w.t->arena, &task), RC_OK);
	task = find(&w, id);
	assert_int_equal(task.status, TASK_DOING);
	assert_int_equal(task.done_on, DATE_NONE);
	assert_int_equal(open_deadlines(&w, id), 1);
	db_rollback(w.db);
}

static void cancelling_drops_the_deadlines_and_opening_again_brings_them_back(void **state)
{
	struct world w = world_of(state);
	struct task task = sample(&w, 1, "2026-03-05");
	struct task_note_vec notes;
	int64_t id = add(&w, &task);
	assert_rc(task_go_live(w.db, w.t->arena, w.plan), RC_OK);
	task = find(&w, id);
	assert_rc(task_set_status(w.db, w.t->arena, &task, TASK_CANCELLED, STR("Trùng với kế hoạch của Sở"), w.person, 5,
	                          day("2026-02-01")),
	          RC_OK);
	assert_int_equal(open_deadlines(&w, id), 0);
	/* The page that was open shows an older version. */
	assert_rc(task_set_status(w.db, w.t->arena, &task, TASK_OPEN, STR(""), w.person, 6, day("2026-02-01")), RC_CONFLICT);
	task = find(&w, id);
	assert_rc(task_set_status(w.db, w.t->arena, &task, TASK_OPEN, STR(""), w.person, 7, day("2026-02-02")), RC_OK);
	assert_int_equal(open_deadlines(&w, id), 1);
	assert_rc(task_store_notes(w.db, w.t->arena, id, &notes), RC_OK);
	assert_int_equal(notes.n, 1);
	assert_str(notes.at[0].text, "Trùng với kế hoạch của Sở");
	db_rollback(w.db);
}

static void of_two_people_who_edit_one_task_the_second_is_told(void **state)
{
	struct world w = world_of(state);
	struct task task = sample(&w, 1, "2026-03-05");
	int64_t id = add(&w, &task);
	struct task mine = find(&w, id), theirs = find(&w, id);
	mine.title = STR("Tên mới");
	assert_rc(task_update(w.db, w.t->arena, &mine), RC_OK);
	theirs.title = STR("Tên khác");
	assert_rc(task_update(w.db, w.t->arena, &theirs), RC_CONFLICT);
	assert_str(find(&w, id).title, "Tên mới");
	db_rollback(w.db);
}

static void the_feed_holds_the_open_deadlines(void **state)
{
	struct world w = world_of(state);
	struct task task = sample(&w, 1, "2026-12-05");
	struct task_scope scope;
	struct str feed;
	add(&w, &task);
	assert_rc(task_go_live(w.db, w.t->arena, w.plan), RC_OK);
	assert_rc(task_scope_of_unit(w.db, w.t->arena, w.upper, &scope), RC_OK);
	assert_rc(task_feed(w.db, w.t->arena, &scope, day("2026-11-22"), 0, STR("https://cchc.example"), &feed), RC_OK);
	assert_true(str_contains(feed, STR("DTSTART;VALUE=DATE:20261205\r\n")));
	assert_true(str_contains(feed, STR("SUMMARY:Viết tin\\, bài\r\n")));
	assert_true(str_contains(feed, STR("URL:https://cchc.example/task/1\r\n")));
	db_rollback(w.db);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(the_six_clears_are_told_by_what_the_task_says),
	    TESTING_BOTH(a_task_comes_back_as_it_was_put_in),
	    TESTING_BOTH(going_live_gives_the_deadlines_and_today_counts_them),
	    TESTING_BOTH(a_task_that_recurs_is_one_line_with_its_first_open_deadline),
	    TESTING_BOTH(a_unit_sees_what_is_below_it_and_what_names_it_and_nothing_else),
	    TESTING_BOTH(a_newly_typed_unit_is_found_in_the_register_and_sees_the_task),
	    TESTING_BOTH(every_member_of_a_group_sees_the_task_that_names_it),
	    TESTING_BOTH(a_unit_that_has_done_its_share_is_rid_of_the_task_and_the_others_are_not),
	    cmocka_unit_test(who_answers_for_the_whole_has_no_mere_share),
	    TESTING_BOTH(a_new_schedule_moves_the_open_deadlines_and_leaves_the_kept_ones),
	    TESTING_BOTH(a_done_task_with_a_further_day_is_under_way_again),
	    TESTING_BOTH(cancelling_drops_the_deadlines_and_opening_again_brings_them_back),
	    TESTING_BOTH(of_two_people_who_edit_one_task_the_second_is_told),
	    TESTING_BOTH(the_feed_holds_the_open_deadlines),
	    TESTING_BOTH(what_lies_before_today_counts_as_kept_and_can_be_taken_back),
	};
	return TEST_RUN(cases);
}
