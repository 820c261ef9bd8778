/* The rules of plans: how a file comes in and how a plan moves from state to state. Reading is plan_import.c's. */
#include "feature/plan/plan.h"

#include "app/audit.h"
#include "app/settings.h"
#include "feature/plan/plan_sql.h"
#include "feature/plan/plan_store.h"
#include "feature/task/task.h"
#include "sys/file.h"

static const struct {
	const char *name, *label;
} states[] = {
    [PLAN_READING] = {"reading", MSG("Being read")},    [PLAN_REVIEW] = {"review", MSG("To be reviewed")},
    [PLAN_CONFIRMED] = {"confirmed", MSG("Confirmed")}, [PLAN_REFUSED] = {"refused", MSG("Could not be read")},
    [PLAN_CANCELLED] = {"cancelled", MSG("Cancelled")},
};

struct str plan_state_name(enum plan_state state)
{
	return str_of(states[state].name);
}

const char *plan_state_label(enum plan_state state)
{
	return states[state].label;
}

struct message plan_warning_label(struct arena *arena, const struct message_catalogue *words, const struct plan_warning *warning)
{
	if (warning->label == NULL)
		return (struct message){0};
	struct str label = message_text(words, warning->label), sentence = message_format(arena, words, &warning->message);
	return (struct message){.id = str_has_prefix(sentence, label) ? NULL : warning->label};
}

struct str plan_display_title(const struct plan *plan)
{
	return plan->title.len > 0 ? plan->title : plan->file_name;
}

const char *plan_original_path(const struct app *app, struct arena *arena, struct str sha256)
{
	return str_format(arena, "%s/originals/%.2s/%.*s", app->data_dir, sha256.ptr, STR_ARG(sha256)).ptr;
}

enum rc plan_check_size(const struct app *app, struct arena *arena, int64_t size, struct message *ret_problem)
{
	if (size == 0) {
		*ret_problem = (struct message){.id = MSG("The file is empty. Check it on your computer and choose it again.")};
		return RC_INVALID;
	}
	if (size > app->max_upload_bytes) {
		*ret_problem =
		    (struct message){.id = MSG("The file is larger than {1} MB. Split it, or ask the administrator to raise the limit."),
		                     .args = {str_format(arena, "%lld", (long long)(app->max_upload_bytes >> 20))}};
		return RC_LIMIT;
	}
	return RC_OK;
}

/* Puts the file among the originals, where it is not there yet. */
static enum rc keep_original(struct app *app, struct arena *arena, const char *from, struct str sha256)
{
	const char *path = plan_original_path(app, arena, sha256);
	if (file_exists(path))
		return file_remove(from);
	TRY(file_make_folder(str_format(arena, "%s/originals/%.2s", app->data_dir, sha256.ptr).ptr));
	return file_move_whole(from, path, 0400);
}

static bool is_unread(struct str state)
{
	return str_eq(state, STR("refused")) || str_eq(state, STR("cancelled"));
}

/* Queues the reading of a plan that was refused or cancelled before. */
static enum rc queue_again(struct app *app, struct db_conn *db, int64_t plan_id, struct str state, int64_t person_id)
{
	int64_t changed, job;
	TRY(plan_sql_move_state(db, plan_id, state, STR("reading"), &changed));
	if (changed != 1)
		return RC_CONFLICT;
	return jobs_queue(app, db, STR(PLAN_IMPORT), plan_id, person_id, &job);
}

enum rc plan_receive(struct app *app, struct db_conn *db, struct arena *arena, int64_t person_id, int64_t unit_id,
                     const char *path, struct str file_name, struct plan_received *ret, struct message *ret_problem)
{
	struct plan_sql_find_same_row same;
	struct plan_sql_add_row added;
	struct str sha256;
	int64_t size = 0, changed, job, now = clock_now_ms(app->clock);
	TRY(file_size(path, &size));
	TRY(plan_check_size(app, arena, size, ret_problem));
	TRY(file_sha256(arena, path, &sha256));
	enum rc rc = plan_sql_find_same(db, arena, unit_id, sha256, &same);
	if (rc == RC_OK) {
		bool again = is_unread(same.state);
		TRY(file_remove(path));
		if (again)
			TRY(queue_again(app, db, same.id, same.state, person_id));
		*ret = (struct plan_received){.plan_id = same.id, .duplicate = !again};
		return RC_OK;
	}
	if (rc != RC_NOT_FOUND)
		return rc_pass(rc, __FILE__, __LINE__);
	TRY(keep_original(app, arena, path, sha256));
	TRY(plan_sql_add_original(db, sha256, size, STR("text/plain"), now, &changed));
	const struct plan named = {.file_name = file_name};
	TRY(plan_sql_add(db, arena, unit_id, sha256, file_name, plan_store_key(arena, &named), now,
	                 (struct db_int){person_id != 0, person_id}, &added));
	TRY(jobs_queue(app, db, STR(PLAN_IMPORT), added.id, person_id, &job));
	TRY(audit_add(db, arena, now, person_id, "plan.receive", str_format(arena, "plan/%lld", (long long)added.id), file_name));
	*ret = (struct plan_received){.plan_id = added.id};
	return RC_OK;
}

enum rc plan_cancel(struct db_conn *db, struct arena *arena, int64_t plan_id)
{
	struct jobs_job job;
	int64_t changed;
	TRY(plan_sql_move_state(db, plan_id, STR("reading"), STR("cancelled"), &changed));
	if (changed != 1)
		return RC_CONFLICT;
	enum rc rc = jobs_find_of(db, arena, STR(PLAN_IMPORT), plan_id, &job);
	if (rc == RC_OK)
		rc = jobs_cancel(db, job.id);
	/* A job that has just ended has nothing left to cancel. */
	return rc == RC_NOT_FOUND || rc == RC_CONFLICT ? RC_OK : rc;
}

enum rc plan_read_again(struct app *app, struct db_conn *db, struct arena *arena, int64_t plan_id, int64_t person_id)
{
	struct plan_sql_find_import_row row;
	struct jobs_job job;
	TRY(plan_sql_find_import(db, arena, plan_id, &row));
	if (is_unread(row.state))
		return queue_again(app, db, plan_id, row.state, person_id);
	if (!str_eq(row.state, STR("reading")))
		return RC_CONFLICT;
	/* Still "reading" after its job failed for good: the job alone is queued anew. */
	enum rc rc = jobs_find_of(db, arena, STR(PLAN_IMPORT), plan_id, &job);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc_pass(rc, __FILE__, __LINE__);
	if (rc == RC_OK && job.state != JOBS_FAILED)
		return RC_CONFLICT;
	int64_t queued;
	return jobs_queue(app, db, STR(PLAN_IMPORT), plan_id, person_id, &queued);
}

enum rc plan_correct(struct db_conn *db, struct arena *arena, const struct plan *plan)
{
	return plan_store_correct(db, arena, plan);
}

enum rc plan_confirm(struct db_conn *db, struct arena *arena, const struct plan *plan, int64_t person_id, int64_t now_ms)
{
	int64_t changed;
	TRY(plan_sql_confirm(db, plan->id, plan->version, now_ms, (struct db_int){person_id != 0, person_id}, &changed));
	if (changed != 1)
		return RC_CONFLICT;
	TRY(task_go_live(db, arena, plan->id));
	return audit_add(db, arena, now_ms, person_id, "plan.confirm", str_format(arena, "plan/%lld", (long long)plan->id),
	                 plan_display_title(plan));
}

enum rc plan_keep_past(struct db_conn *db, struct arena *arena, const struct plan *plan, int64_t person_id, int64_t now_ms,
                       date_day today)
{
	int64_t n;
	TRY(task_keep_past(db, arena, plan->id, person_id, today, &n));
	if (n == 0)
		return RC_OK;
	return audit_add(db, arena, now_ms, person_id, "plan.past_done", str_format(arena, "plan/%lld", (long long)plan->id),
	                 str_format(arena, "%lld", (long long)n));
}
