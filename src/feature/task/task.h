/* Tasks: what a plan asks for, who does it by when, and how far it is.
 *
 * A task that the plan gives in several parts (one title, two products with dates of their own) is several tasks with the
 * same seq and part 1, 2, …. A task is live once its plan is confirmed; only live tasks have deadlines and show on Today.
 *
 * Deadlines are the last days on which the task is in time, derived from its schedule (schedule_deadlines); when a live
 * task's schedule is changed, the open ones are derived again and the done ones stay. A done task that gets a further day is
 * under way again.
 *
 * Plain look-ups, which have no rule, are in task_store.h.
 *
 * A person sees the tasks whose plan belongs to their unit or one below it, and those that name such a unit. */
#ifndef FEATURE_TASK_TASK_H
#define FEATURE_TASK_TASK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"
#include "base/vec.h"
#include "calendar/schedule.h"
#include "db/db.h"
#include "feature/unit/unit_meaning.h"

enum task_status { TASK_OPEN, TASK_DOING, TASK_DONE, TASK_CANCELLED };
enum task_role { TASK_LEAD, TASK_COORDINATE, TASK_PERFORM };

/* The "06 rõ": người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền. */
enum task_clear { TASK_WHO, TASK_WORK, TASK_TIME, TASK_RESPONSIBILITY, TASK_PRODUCT, TASK_AUTHORITY, TASK_CLEARS };

struct task_assignment {
	struct str unit; /* as printed */
	enum task_role role;
	struct db_int unit_id;    /* the unit of the register that the words name */
	struct db_int group_root; /* or the body below which the units of a group lie, */
	unsigned members;         /* and their kinds (unit_meaning.h) */
};
VEC_OF(task_assignment, struct task_assignment);

/* Where a field stands in the plan's source, and how sure the reader was of it. */
struct task_place {
	int64_t task_id;  /* 0 before the task is added */
	struct str field; /* "title", "products", "channels", "schedule", "assignment", "funding" */
	int64_t begin, end;
	int64_t confidence; /* percent */
};
VEC_OF(task_place, struct task_place);

struct task {
	int64_t id, plan_id, unit_id, seq, part;
	struct str ordinal, title;
	struct str products, funding; /* one a line */
	struct str channels, schedule_raw, assignment_raw, authority;
	struct schedule schedule;
	struct task_assignment_vec assignments;
	enum task_status status;
	bool live;
	unsigned clears; /* bit 1 << task_clear */
	date_day done_on;
	int64_t version;
};
VEC_OF(task, struct task);

struct task_deadline {
	int64_t id;
	date_day due_on, done_on;
	bool done;
	struct str done_by; /* the person's name */
};
VEC_OF(task_deadline, struct task_deadline);

struct task_note {
	struct str by, text;
	int64_t at_ms;
};
VEC_OF(task_note, struct task_note);

/* The part of the register whose tasks a person sees: a unit and all below it. */
struct task_scope {
	struct str path_from, path_to; /* unit.path >= from and < to */
	int64_t plan_id;               /* 0: of all plans */
};

/* ---- words ---- */
struct str task_status_name(enum task_status status);
bool task_status_parse(struct str name, enum task_status *ret);
const char *task_status_label(enum task_status status); /* message id */
struct str task_role_name(enum task_role role);
bool task_role_parse(struct str name, enum task_role *ret);
const char *task_role_label(enum task_role role);
const char *task_clear_label(enum task_clear clear); /* "Rõ người" */
const char *task_clear_short(enum task_clear clear); /* "người" */
/* What to ask for where a clear is missing, and of whom: a message id. */
const char *task_clear_missing(enum task_clear clear);

/* ---- rules ---- */

/* Which clears a task tells. Who: a unit is named. Work: a title. Time: dates, a recurrence, or "thường xuyên"; an event without
 * a date does not do. Responsibility: one leads, or only one performs. Product, authority: given. */
unsigned task_clears_of(const struct task *task);

/* The scope of a unit: its own tasks and those of all units below it. RC_NOT_FOUND. */
enum rc task_scope_of_unit(struct db_conn *db, struct arena *arena, int64_t unit_id, struct task_scope *ret) MUST_USE;

/* What the words of an assignment mean in the register. */
struct task_assignment task_resolve(const struct unit_directory *directory, struct arena *arena,
                                    const struct task_assignment *assignment);

/* Adds a task with its assignments and places; sets clears. */
enum rc task_add(struct db_conn *db, struct arena *arena, const struct task *task, const struct task_place_vec *places,
                 int64_t *ret_id) MUST_USE;

/* Writes what a person changed, assignments too, with what their words mean in the register (unit_meaning_of). RC_CONFLICT
 * where the task is no longer at task->version. Deadlines of a live task follow its schedule. */
enum rc task_update(struct db_conn *db, struct arena *arena, const struct task *task) MUST_USE;

/* Tells that a person has written a field ("title", …) of the task: it is sure now. */
enum rc task_set_sure(struct db_conn *db, int64_t id, const char *field) MUST_USE;

/* Adds an empty task at the end of a plan in review: one that the reader missed. */
enum rc task_add_missed(struct db_conn *db, struct arena *arena, int64_t plan_id, int64_t unit_id) MUST_USE;

/* Takes a task out of a plan in review: it was none. RC_CONFLICT where it is live. */
enum rc task_drop_draft(struct db_conn *db, int64_t id) MUST_USE;

/* Sets the status and, where `note` has text, adds it. Done and cancelled close the open deadlines. RC_CONFLICT as above. */
enum rc task_set_status(struct db_conn *db, struct arena *arena, const struct task *task, enum task_status status,
                        struct str note, int64_t person_id, int64_t now_ms, date_day today) MUST_USE;
enum rc task_add_note(struct db_conn *db, int64_t id, int64_t person_id, int64_t now_ms, struct str text) MUST_USE;
/* Marks one deadline kept; the last one done makes the task done. RC_NOT_FOUND, RC_CONFLICT where it is closed already. */
enum rc task_keep_deadline(struct db_conn *db, struct arena *arena, const struct task *task, int64_t deadline_id,
                           int64_t person_id, date_day today) MUST_USE;

/* Takes that back: the deadline is open again, and so is a task that was done. RC_CONFLICT where it is open. */
enum rc task_reopen_deadline(struct db_conn *db, const struct task *task, int64_t deadline_id) MUST_USE;

/* Counts what a live plan had to keep before today as kept on its day: for a plan that comes in late in its year. person_id 0:
 * the command line. *ret_n: how many deadlines. */
enum rc task_keep_past(struct db_conn *db, struct arena *arena, int64_t plan_id, int64_t person_id, date_day today,
                       int64_t *ret_n) MUST_USE;

/* Makes a plan's tasks live and derives their deadlines. */
enum rc task_go_live(struct db_conn *db, struct arena *arena, int64_t plan_id) MUST_USE;

/* ---- lists ---- */

/* One line of Today or of the year: a deadline with its task; or, without a deadline, a task that waits or goes on. */
struct task_line {
	int64_t task_id, deadline_id, plan_id;
	date_day due_on;                                       /* DATE_NONE where without */
	struct str title, unit, plan, condition, schedule_raw; /* unit: the first that the plan names, or the plan's own */
	const char *role;                                      /* message id of that unit's role; NULL: not told */
	enum task_status status;
	unsigned clears;
	bool done;
	date_day done_on;
	int64_t n_open;  /* open deadlines that the line stands for; the first is due_on */
	date_day latest; /* of them */
};
VEC_OF(task_line, struct task_line);

/* How many tasks each group has. A task that recurs is one, however many of its deadlines are open. */
struct task_counts {
	int64_t overdue, due_week, coming, waiting, ongoing, done_lately;
};

enum task_group { TASK_OVERDUE, TASK_DUE_WEEK, TASK_COMING, TASK_WAITING, TASK_ONGOING, TASK_DONE_LATELY };

/* Due within the next 7 days, coming within 30, done in the 14 days before. */
enum { TASK_WEEK_DAYS = 7, TASK_COMING_DAYS = 30, TASK_LATELY_DAYS = 14 };

/* The open deadlines as iCalendar (RFC 5545), one all-day event each. `address` is this server's, "https://…". RC_LIMIT. */
enum rc task_feed(struct db_conn *db, struct arena *arena, const struct task_scope *scope, date_day today, int64_t now_ms,
                  struct str address, struct str *ret) MUST_USE;

#endif
