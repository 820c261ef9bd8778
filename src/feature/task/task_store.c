/* Statements to structs and back. No rules here: those are task.c's. */
#include "feature/task/task_store.h"

#include "base/buf.h"
#include "feature/task/task_sql.h"
#include "viet/fold.h"

enum { DUE_BYTES = 64 * 1024 };

static struct str days_text(struct arena *arena, const struct date_day_vec *days)
{
	struct buf out;
	buf_init(&out, arena, DUE_BYTES);
	for (size_t i = 0; i < days->n; i++) {
		if (i > 0)
			buf_add_char(&out, ' ');
		buf_add(&out, date_format_iso(arena, days->at[i]));
	}
	return buf_str(&out);
}

static void days_of_text(struct arena *arena, struct str text, struct date_day_vec *ret)
{
	struct str part;
	while (str_split(&text, ' ', &part)) {
		date_day day = date_parse_iso(part);
		if (day != DATE_NONE)
			VEC_PUSH(arena, ret, day);
	}
}

static struct task of_row(struct arena *arena, const struct task_sql_find_row *row)
{
	struct task task = {
	    .id = row->id,
	    .plan_id = row->plan_id,
	    .unit_id = row->unit_id,
	    .seq = row->seq,
	    .part = row->part,
	    .ordinal = row->ordinal,
	    .title = row->title,
	    .products = row->products,
	    .funding = row->funding,
	    .channels = row->channels,
	    .schedule_raw = row->schedule_raw,
	    .assignment_raw = row->assignment_raw,
	    .authority = row->authority,
	    .live = row->live != 0,
	    .clears = (unsigned)row->clears,
	    .done_on = date_parse_iso(row->done_on),
	    .version = row->version,
	};
	task.schedule = (struct schedule){
	    .kind = schedule_kind_parse(row->schedule_kind),
	    .start = date_parse_iso(row->start_on),
	    .end = date_parse_iso(row->end_on),
	    .exclusive = row->exclusive != 0,
	    .tentative = row->tentative != 0,
	    .rrule = row->rrule,
	    .condition = row->condition,
	};
	days_of_text(arena, row->due_on, &task.schedule.due);
	(void)task_status_parse(row->status, &task.status);
	return task;
}

/* The two statements that list assignments give the same columns in structs of their own. */
#define ASSIGNMENT_OF(row) assignment_of((row)->unit_text, (row)->role, (row)->unit_id, (row)->group_root_id, (row)->group_kinds)

static struct task_assignment assignment_of(struct str unit, struct str role, struct db_int unit_id, struct db_int group_root,
                                            struct str kinds)
{
	struct task_assignment assignment = {
	    .unit = unit, .unit_id = unit_id, .group_root = group_root, .members = unit_meaning_kinds_parse(kinds)};
	(void)task_role_parse(role, &assignment.role);
	return assignment;
}

enum rc task_store_find(struct db_conn *db, struct arena *arena, const struct task_scope *scope, int64_t id, struct task *ret)
{
	struct task_sql_find_row row;
	struct task_sql_list_assignments_rows rows = {0};
	TRY(task_sql_find(db, arena, id, scope->path_from, scope->path_to, &row));
	TRY(task_sql_list_assignments(db, arena, id, &rows));
	struct task task = of_row(arena, &row);
	for (size_t i = 0; i < rows.n; i++)
		VEC_PUSH(arena, &task.assignments, ASSIGNMENT_OF(&rows.at[i]));
	*ret = task;
	return RC_OK;
}

enum rc task_store_list_of_plan(struct db_conn *db, struct arena *arena, int64_t plan_id, struct task_vec *ret)
{
	struct task_sql_find_rows rows = {0};
	struct task_sql_list_assignments_of_plan_rows assigned = {0};
	struct task_vec tasks = {0};
	size_t next = 0;
	TRY(task_sql_list_of_plan(db, arena, plan_id, &rows));
	TRY(task_sql_list_assignments_of_plan(db, arena, plan_id, &assigned));
	for (size_t i = 0; i < rows.n; i++) {
		struct task task = of_row(arena, &rows.at[i]);
		/* Both lists are in the order of the tasks. */
		for (; next < assigned.n && assigned.at[next].task_id == task.id; next++)
			VEC_PUSH(arena, &task.assignments, ASSIGNMENT_OF(&assigned.at[next]));
		VEC_PUSH(arena, &tasks, task);
	}
	*ret = tasks;
	return RC_OK;
}

enum rc task_store_add(struct db_conn *db, struct arena *arena, const struct task *task, const struct task_place_vec *places,
                       int64_t *ret_id)
{
	const struct schedule *when = &task->schedule;
	struct task_sql_add_row added;
	int64_t seq = 0, changed;
	TRY(task_sql_add(db, arena, task->plan_id, task->unit_id, task->seq, task->part, task->ordinal, task->title,
	                 viet_fold(arena, task->title), task->products, task->channels, task->schedule_raw,
	                 schedule_kind_name(when->kind), date_format_iso(arena, when->start), date_format_iso(arena, when->end),
	                 days_text(arena, &when->due), when->exclusive, when->tentative, when->rrule, when->condition,
	                 task->assignment_raw, task->funding, task->authority, task->clears, &added));
	for (size_t i = 0; i < places->n; i++) {
		const struct task_place *place = &places->at[i];
		seq = i > 0 && str_eq(place->field, places->at[i - 1].field) ? seq + 1 : 0;
		TRY(task_sql_add_place(db, added.id, place->field, seq, place->begin, place->end, place->confidence, &changed));
	}
	*ret_id = added.id;
	return RC_OK;
}

enum rc task_store_update(struct db_conn *db, struct arena *arena, const struct task *task)
{
	const struct schedule *when = &task->schedule;
	int64_t changed;
	TRY(task_sql_update(db, task->id, task->version, task->title, viet_fold(arena, task->title), task->products, task->channels,
	                    task->schedule_raw, schedule_kind_name(when->kind), date_format_iso(arena, when->start),
	                    date_format_iso(arena, when->end), days_text(arena, &when->due), when->exclusive, when->tentative,
	                    when->rrule, when->condition, task->assignment_raw, task->funding, task->authority, task->clears,
	                    &changed));
	return changed == 1 ? RC_OK : RC_CONFLICT;
}

enum rc task_store_assign(struct db_conn *db, struct arena *arena, int64_t id, const struct task_assignment_vec *assignments)
{
	int64_t changed;
	TRY(task_sql_drop_assignments(db, id, &changed));
	for (size_t i = 0; i < assignments->n; i++) {
		const struct task_assignment *assignment = &assignments->at[i];
		TRY(task_sql_add_assignment(db, id, (int64_t)i, assignment->unit, task_role_name(assignment->role), assignment->unit_id,
		                            assignment->group_root, unit_meaning_kinds_text(arena, assignment->members), &changed));
	}
	TRY(task_sql_forget_watchers(db, id, NULL));
	return task_sql_add_watchers(db, id, NULL);
}

enum rc task_store_add_deadlines(struct db_conn *db, struct arena *arena, int64_t id, const struct date_day_vec *days)
{
	int64_t changed;
	for (size_t i = 0; i < days->n; i++)
		TRY(task_sql_add_deadline(db, id, date_format_iso(arena, days->at[i]), &changed));
	return RC_OK;
}

static void lines_of(struct arena *arena, const struct task_sql_list_open_lines_rows *rows, struct task_line_vec *ret)
{
	struct task_line_vec lines = {0};
	for (size_t i = 0; i < rows->n; i++) {
		const struct task_sql_list_open_lines_row *row = &rows->at[i];
		struct task_line line = {
		    .task_id = row->task_id,
		    .deadline_id = row->deadline_id.value,
		    .plan_id = row->plan_id,
		    .due_on = date_parse_iso(row->due_on),
		    .title = row->title,
		    .unit = row->unit,
		    .plan = row->plan,
		    .condition = row->condition,
		    .schedule_raw = row->schedule_raw,
		    .clears = (unsigned)row->clears,
		    .done = row->done_on.len > 0,
		    .done_on = date_parse_iso(row->done_on),
		    .n_open = row->n_open,
		    .latest = date_parse_iso(row->latest),
		};
		enum task_role role;
		if (task_role_parse(row->role, &role))
			line.role = task_role_label(role);
		(void)task_status_parse(row->status, &line.status);
		VEC_PUSH(arena, &lines, line);
	}
	*ret = lines;
}

enum rc task_store_lines(struct db_conn *db, struct arena *arena, const struct task_scope *scope, enum task_group group,
                         date_day today, int64_t offset, int64_t limit, struct task_line_vec *ret)
{
	struct task_sql_list_open_lines_rows rows = {0};
	struct str from = scope->path_from, to = scope->path_to;
	int64_t plan = scope->plan_id;
	switch (group) {
	case TASK_OVERDUE:
		TRY(task_sql_list_open_lines(db, arena, from, to, plan, STR("0000"), date_format_iso(arena, today - 1), offset, limit,
		                             &rows));
		break;
	case TASK_DUE_WEEK:
		TRY(task_sql_list_open_lines(db, arena, from, to, plan, date_format_iso(arena, today),
		                             date_format_iso(arena, today + TASK_WEEK_DAYS), offset, limit, &rows));
		break;
	case TASK_COMING:
		TRY(task_sql_list_open_lines(db, arena, from, to, plan, date_format_iso(arena, today + TASK_WEEK_DAYS + 1),
		                             date_format_iso(arena, today + TASK_COMING_DAYS), offset, limit, &rows));
		break;
	case TASK_WAITING:
		TRY(task_sql_list_waiting_lines(db, arena, from, to, plan, offset, limit, &rows));
		break;
	case TASK_ONGOING:
		TRY(task_sql_list_ongoing_lines(db, arena, from, to, plan, offset, limit, &rows));
		break;
	case TASK_DONE_LATELY:
		TRY(task_sql_list_done_lines(db, arena, from, to, plan, date_format_iso(arena, today - TASK_LATELY_DAYS), offset, limit,
		                             &rows));
		break;
	}
	lines_of(arena, &rows, ret);
	return RC_OK;
}

enum rc task_store_lines_between(struct db_conn *db, struct arena *arena, const struct task_scope *scope, date_day first,
                                 date_day last, struct task_line_vec *ret)
{
	struct task_sql_list_open_lines_rows rows = {0};
	TRY(task_sql_list_lines_between(db, arena, scope->path_from, scope->path_to, scope->plan_id, date_format_iso(arena, first),
	                                date_format_iso(arena, last), &rows));
	lines_of(arena, &rows, ret);
	return RC_OK;
}

static void places_of(struct arena *arena, const struct task_sql_list_places_rows *rows, struct task_place_vec *ret)
{
	struct task_place_vec places = {0};
	for (size_t i = 0; i < rows->n; i++) {
		const struct task_sql_list_places_row *row = &rows->at[i];
		VEC_PUSH(arena, &places,
		         (struct task_place){.task_id = row->task_id,
		                             .field = row->field,
		                             .begin = row->span_begin,
		                             .end = row->span_end,
		                             .confidence = row->confidence});
	}
	*ret = places;
}

enum rc task_store_places(struct db_conn *db, struct arena *arena, int64_t id, struct task_place_vec *ret)
{
	struct task_sql_list_places_rows rows = {0};
	TRY(task_sql_list_places(db, arena, id, &rows));
	places_of(arena, &rows, ret);
	return RC_OK;
}

enum rc task_store_places_of_plan(struct db_conn *db, struct arena *arena, int64_t plan_id, struct task_place_vec *ret)
{
	struct task_sql_list_places_rows rows = {0};
	TRY(task_sql_list_places_of_plan(db, arena, plan_id, &rows));
	places_of(arena, &rows, ret);
	return RC_OK;
}

enum rc task_store_deadlines(struct db_conn *db, struct arena *arena, int64_t id, struct task_deadline_vec *ret)
{
	struct task_sql_list_deadlines_rows rows = {0};
	struct task_deadline_vec deadlines = {0};
	TRY(task_sql_list_deadlines(db, arena, id, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct task_sql_list_deadlines_row *row = &rows.at[i];
		if (str_eq(row->state, STR("dropped")))
			continue;
		VEC_PUSH(arena, &deadlines,
		         (struct task_deadline){.id = row->id,
		                                .due_on = date_parse_iso(row->due_on),
		                                .done_on = date_parse_iso(row->done_on),
		                                .done = str_eq(row->state, STR("done")),
		                                .done_by = row->done_by});
	}
	*ret = deadlines;
	return RC_OK;
}

enum rc task_store_notes(struct db_conn *db, struct arena *arena, int64_t id, struct task_note_vec *ret)
{
	struct task_sql_list_notes_rows rows = {0};
	struct task_note_vec notes = {0};
	TRY(task_sql_list_notes(db, arena, id, &rows));
	for (size_t i = 0; i < rows.n; i++)
		VEC_PUSH(arena, &notes, (struct task_note){.by = rows.at[i].name, .text = rows.at[i].text, .at_ms = rows.at[i].at});
	*ret = notes;
	return RC_OK;
}

enum rc task_store_count(struct db_conn *db, struct arena *arena, const struct task_scope *scope, date_day today,
                         struct task_counts *ret)
{
	struct task_sql_count_deadlines_row due;
	struct task_sql_count_without_deadline_row other;
	TRY(task_sql_count_deadlines(db, arena, scope->path_from, scope->path_to, scope->plan_id, date_format_iso(arena, today),
	                             date_format_iso(arena, today + TASK_WEEK_DAYS), date_format_iso(arena, today + TASK_COMING_DAYS),
	                             &due));
	TRY(task_sql_count_without_deadline(db, arena, scope->path_from, scope->path_to, scope->plan_id,
	                                    date_format_iso(arena, today - TASK_LATELY_DAYS), &other));
	*ret = (struct task_counts){
	    .overdue = due.overdue,
	    .due_week = due.due_week,
	    .coming = due.coming,
	    .waiting = other.waiting,
	    .ongoing = other.going_on,
	    .done_lately = other.done_lately,
	};
	return RC_OK;
}

enum rc task_store_meaning(struct db_conn *db, struct arena *arena, const struct task_assignment *assignment,
                           struct str *ret_name, int64_t *ret_members)
{
	struct task_sql_find_unit_row unit;
	struct task_sql_count_members_row group;
	*ret_name = (struct str){0};
	*ret_members = 0;
	if (assignment->unit_id.has) {
		TRY(task_sql_find_unit(db, arena, assignment->unit_id.value, &unit));
		*ret_name = unit.name;
	} else if (assignment->members != 0) {
		TRY(task_sql_count_members(db, arena, assignment->group_root.value, unit_meaning_kinds_text(arena, assignment->members),
		                           &group));
		*ret_name = group.name;
		*ret_members = group.n;
	}
	return RC_OK;
}
