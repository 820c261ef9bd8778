/* The rules of tasks. Statements are task_store.c's, pages task_web.c's. */
#include "feature/task/task.h"

#include "base/buf.h"
#include "calendar/ics.h"
#include "feature/task/task_sql.h"
#include "feature/task/task_store.h"
#include "feature/unit/unit.h"
#include "viet/fold.h"

/* A task with more deadlines than this is a mistake of the plan or of the reader: one a day for a year. */
enum { MAX_DEADLINES = 366 };

struct word {
	const char *name, *label;
};

static const struct word statuses[] = {
    [TASK_OPEN] = {"open", MSG("Not started")},
    [TASK_DOING] = {"doing", MSG("Under way")},
    [TASK_DONE] = {"done", MSG("Done")},
    [TASK_CANCELLED] = {"cancelled", MSG("Cancelled")},
};
static const struct word roles[] = {
    [TASK_LEAD] = {"lead", MSG("Leads")},
    [TASK_COORDINATE] = {"coordinate", MSG("Coordinates")},
    [TASK_PERFORM] = {"perform", MSG("Performs")},
};
static const struct {
	const char *label, *in_short, *missing;
} clears[TASK_CLEARS] = {
    [TASK_WHO] = {MSG("Clear person"), MSG("person"),
                  MSG("Name the unit or the person that does it; ask the unit that issued the plan.")},
    [TASK_WORK] = {MSG("Clear work"), MSG("work"), MSG("Say what is to be done.")},
    [TASK_TIME] = {MSG("Clear time"), MSG("time"), MSG("Set a date or a window; ask the unit that issued the plan.")},
    [TASK_RESPONSIBILITY] = {MSG("Clear responsibility"), MSG("responsibility"),
                             MSG("Say which unit leads; the head of the unit decides.")},
    [TASK_PRODUCT] = {MSG("Clear product"), MSG("product"),
                      MSG("Say what the result is: a document, an article, a meeting, a report.")},
    [TASK_AUTHORITY] = {MSG("Clear authority"), MSG("authority"),
                        MSG("Say who approves the result; the head of the unit decides.")},
};

static bool word_parse(const struct word *words, size_t n, struct str name, size_t *ret)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(str_of(words[i].name), name)) {
			*ret = i;
			return true;
		}
	return false;
}

struct str task_status_name(enum task_status status)
{
	return str_of(statuses[status].name);
}

bool task_status_parse(struct str name, enum task_status *ret)
{
	size_t at;
	if (!word_parse(statuses, sizeof statuses / sizeof *statuses, name, &at))
		return false;
	*ret = (enum task_status)at;
	return true;
}

const char *task_status_label(enum task_status status)
{
	return statuses[status].label;
}

struct str task_role_name(enum task_role role)
{
	return str_of(roles[role].name);
}

bool task_role_parse(struct str name, enum task_role *ret)
{
	size_t at;
	if (!word_parse(roles, sizeof roles / sizeof *roles, name, &at))
		return false;
	*ret = (enum task_role)at;
	return true;
}

const char *task_role_label(enum task_role role)
{
	return roles[role].label;
}

const char *task_clear_label(enum task_clear clear)
{
	return clears[clear].label;
}

const char *task_clear_short(enum task_clear clear)
{
	return clears[clear].in_short;
}

const char *task_clear_missing(enum task_clear clear)
{
	return clears[clear].missing;
}

static bool has_time(const struct schedule *when)
{
	if (when->kind == SCHEDULE_NONE)
		return false;
	return when->kind != SCHEDULE_CONDITIONAL || when->start != DATE_NONE || when->end != DATE_NONE || when->due.n > 0;
}

unsigned task_clears_of(const struct task *task)
{
	size_t leads = 0, performers = 0;
	for (size_t i = 0; i < task->assignments.n; i++) {
		leads += task->assignments.at[i].role == TASK_LEAD;
		performers += task->assignments.at[i].role == TASK_PERFORM;
	}
	bool told[TASK_CLEARS] = {
	    [TASK_WHO] = task->assignments.n > 0,    [TASK_WORK] = task->title.len > 0,
	    [TASK_TIME] = has_time(&task->schedule), [TASK_RESPONSIBILITY] = leads == 1 || (leads == 0 && performers == 1),
	    [TASK_PRODUCT] = task->products.len > 0, [TASK_AUTHORITY] = task->authority.len > 0,
	};
	unsigned bits = 0;
	for (unsigned i = 0; i < TASK_CLEARS; i++)
		bits |= told[i] ? 1U << i : 0;
	return bits;
}

enum rc task_scope_of_unit(struct db_conn *db, struct arena *arena, int64_t unit_id, struct task_scope *ret)
{
	struct task_sql_find_path_row row;
	TRY(task_sql_find_path(db, arena, unit_id, &row));
	/* '/1/5/' up to '/1/50': all that begins with it, as '0' follows '/'. */
	struct str to = str_format(arena, "%.*s0", (int)row.path.len - 1, row.path.ptr);
	*ret = (struct task_scope){.path_from = row.path, .path_to = to};
	return RC_OK;
}

enum rc task_add(struct db_conn *db, struct arena *arena, const struct task *task, const struct task_place_vec *places,
                 int64_t *ret_id)
{
	struct task copy = *task;
	int64_t id;
	copy.clears = task_clears_of(task);
	TRY(task_store_add(db, arena, &copy, places, &id));
	TRY(task_store_assign(db, arena, id, &task->assignments));
	*ret_id = id;
	return RC_OK;
}

/* Derives the deadlines that are still open from the schedule; the kept ones stay. */
static enum rc derive_deadlines(struct db_conn *db, struct arena *arena, const struct task *task)
{
	struct date_day_vec days = {0};
	int64_t changed;
	TRY(task_sql_drop_open_deadlines(db, task->id, &changed));
	if (task->status == TASK_CANCELLED)
		return RC_OK;
	enum rc rc = schedule_deadlines(arena, &task->schedule, date_from_parts(1990, 1, 1), date_from_parts(2190, 1, 1),
	                                MAX_DEADLINES, &days);
	/* A recurrence that cannot be expanded gives no deadline; the clear of time shows it. */
	if (rc == RC_INVALID)
		return RC_OK;
	TRY(rc);
	return task_store_add_deadlines(db, arena, task->id, &days);
}

/* A done task that was given a further day is under way again: the day would be missed unseen. */
static enum rc take_up_again(struct db_conn *db, struct arena *arena, const struct task *task)
{
	struct task_sql_count_open_deadlines_row open;
	int64_t changed;
	TRY(task_sql_count_open_deadlines(db, arena, task->id, &open));
	if (open.n == 0)
		return RC_OK;
	return task_sql_set_status(db, task->id, task->version + 1, task_status_name(TASK_DOING), (struct str){0}, &changed);
}

struct task_assignment task_resolve(const struct unit_directory *directory, struct arena *arena,
                                    const struct task_assignment *assignment)
{
	struct task_assignment resolved = *assignment;
	struct unit_meaning meaning = unit_meaning_of(directory, arena, assignment->unit);
	resolved.unit_id = (struct db_int){meaning.unit_id != 0, meaning.unit_id};
	resolved.group_root = (struct db_int){meaning.members != 0, meaning.root_id};
	resolved.members = meaning.members;
	return resolved;
}

/* Finds what newly typed words mean in the register. */
static enum rc resolve_units(struct db_conn *db, struct arena *arena, const struct task *task, struct task_assignment_vec *ret)
{
	struct task_assignment_vec assignments = {0};
	struct unit_directory directory = {0};
	for (size_t i = 0; i < task->assignments.n; i++) {
		struct task_assignment assignment = task->assignments.at[i];
		bool known = assignment.unit_id.has || assignment.members != 0;
		if (!known && directory.own.id == 0)
			TRY(unit_meaning_open(db, arena, task->unit_id, &directory));
		VEC_PUSH(arena, &assignments, known ? assignment : task_resolve(&directory, arena, &assignment));
	}
	*ret = assignments;
	return RC_OK;
}

enum rc task_update(struct db_conn *db, struct arena *arena, const struct task *task)
{
	struct task copy = *task;
	copy.clears = task_clears_of(task);
	TRY(resolve_units(db, arena, task, &copy.assignments));
	TRY(task_store_update(db, arena, &copy));
	TRY(task_store_assign(db, arena, task->id, &copy.assignments));
	if (!task->live)
		return RC_OK;
	TRY(derive_deadlines(db, arena, task));
	return task->status == TASK_DONE ? take_up_again(db, arena, task) : RC_OK;
}

enum rc task_set_sure(struct db_conn *db, int64_t id, const char *field)
{
	return task_sql_set_sure(db, id, str_of(field), NULL);
}

enum rc task_add_missed(struct db_conn *db, struct arena *arena, int64_t plan_id, int64_t unit_id)
{
	struct task_sql_find_last_row last;
	int64_t id;
	TRY(task_sql_find_last(db, arena, plan_id, &last));
	struct task task = {.plan_id = plan_id, .unit_id = unit_id, .seq = last.seq + 1, .part = 1};
	task.ordinal = str_format(arena, "%lld", (long long)task.seq);
	task.schedule = (struct schedule){.start = DATE_NONE, .end = DATE_NONE};
	return task_add(db, arena, &task, &(struct task_place_vec){0}, &id);
}

enum rc task_drop_draft(struct db_conn *db, int64_t id)
{
	int64_t changed;
	TRY(task_sql_forget_watchers(db, id, NULL));
	TRY(task_sql_drop_assignments(db, id, NULL));
	TRY(task_sql_drop_places(db, id, NULL));
	TRY(task_sql_drop_draft(db, id, &changed));
	return changed == 1 ? RC_OK : RC_CONFLICT;
}

enum rc task_add_note(struct db_conn *db, int64_t id, int64_t person_id, int64_t now_ms, struct str text)
{
	int64_t changed;
	return task_sql_add_note(db, id, person_id, now_ms, text, &changed);
}

enum rc task_set_status(struct db_conn *db, struct arena *arena, const struct task *task, enum task_status status,
                        struct str note, int64_t person_id, int64_t now_ms, date_day today)
{
	int64_t changed;
	struct str day = date_format_iso(arena, today);
	TRY(task_sql_set_status(db, task->id, task->version, task_status_name(status), status == TASK_DONE ? day : (struct str){0},
	                        &changed));
	if (changed != 1)
		return RC_CONFLICT;
	if (status == TASK_DONE)
		TRY(task_sql_close_deadlines(db, task->id, STR("done"), day, (struct db_int){true, person_id}, &changed));
	else if (status == TASK_CANCELLED)
		TRY(task_sql_close_deadlines(db, task->id, STR("dropped"), (struct str){0}, (struct db_int){0}, &changed));
	else
		TRY(task_sql_reopen_deadlines(db, task->id, &changed));
	return note.len > 0 ? task_add_note(db, task->id, person_id, now_ms, note) : RC_OK;
}

enum rc task_keep_deadline(struct db_conn *db, struct arena *arena, const struct task *task, int64_t deadline_id,
                           int64_t person_id, date_day today)
{
	int64_t changed;
	struct task_sql_count_open_deadlines_row open;
	struct str day = date_format_iso(arena, today);
	TRY(task_sql_keep_deadline(db, deadline_id, task->id, day, person_id, &changed));
	if (changed != 1)
		return RC_CONFLICT;
	TRY(task_sql_count_open_deadlines(db, arena, task->id, &open));
	enum task_status status = open.n == 0 ? TASK_DONE : TASK_DOING;
	TRY(task_sql_set_status(db, task->id, task->version, task_status_name(status), status == TASK_DONE ? day : (struct str){0},
	                        &changed));
	return changed == 1 ? RC_OK : RC_CONFLICT;
}

enum rc task_reopen_deadline(struct db_conn *db, const struct task *task, int64_t deadline_id)
{
	int64_t changed;
	TRY(task_sql_reopen_deadline(db, deadline_id, task->id, &changed));
	if (changed != 1)
		return RC_CONFLICT;
	enum task_status status = task->status == TASK_DONE ? TASK_DOING : task->status;
	TRY(task_sql_set_status(db, task->id, task->version, task_status_name(status), (struct str){0}, &changed));
	return changed == 1 ? RC_OK : RC_CONFLICT;
}

enum rc task_keep_past(struct db_conn *db, struct arena *arena, int64_t plan_id, int64_t person_id, date_day today,
                       int64_t *ret_n)
{
	int64_t changed;
	TRY(task_sql_keep_past_deadlines(db, plan_id, date_format_iso(arena, today), (struct db_int){person_id != 0, person_id},
	                                 ret_n));
	return task_sql_finish_kept(db, plan_id, &changed);
}

enum rc task_go_live(struct db_conn *db, struct arena *arena, int64_t plan_id)
{
	struct task_vec tasks = {0};
	int64_t changed;
	TRY(task_sql_go_live(db, plan_id, &changed));
	TRY(task_store_list_of_plan(db, arena, plan_id, &tasks));
	for (size_t i = 0; i < tasks.n; i++)
		TRY(derive_deadlines(db, arena, &tasks.at[i]));
	return RC_OK;
}

/* A year back, so that what is overdue stays in people's calendars, and two years ahead. */
enum { FEED_DAYS_BACK = 365, FEED_DAYS_AHEAD = 730, FEED_BYTES = 8 * 1024 * 1024 };

enum rc task_feed(struct db_conn *db, struct arena *arena, const struct task_scope *scope, date_day today, int64_t now_ms,
                  struct str address, struct str *ret)
{
	struct task_line_vec lines = {0};
	struct buf out;
	TRY(task_store_lines_between(db, arena, scope, today - FEED_DAYS_BACK, today + FEED_DAYS_AHEAD, &lines));
	buf_init(&out, arena, FEED_BYTES);
	ics_begin(&out, STR("Sáu Rõ"));
	for (size_t i = 0; i < lines.n; i++) {
		const struct task_line *line = &lines.at[i];
		if (line->done)
			continue;
		struct ics_event event = {
		    .uid = str_format(arena, "deadline-%lld@sauro", (long long)line->deadline_id),
		    .first = line->due_on,
		    .last = line->due_on,
		    .summary = line->title,
		    .description =
		        str_format(arena, "%.*s\n%.*s\n%.*s", STR_ARG(line->schedule_raw), STR_ARG(line->unit), STR_ARG(line->plan)),
		    .url = str_format(arena, "%.*s/task/%lld", STR_ARG(address), (long long)line->task_id),
		};
		ics_event(&out, &event, now_ms);
	}
	ics_end(&out);
	return buf_finish(&out, ret);
}
