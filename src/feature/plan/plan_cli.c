/* Plans from the command line. They come in as uploads do; then this process reads them, beside a server that may run. A file
 * that is refused leaves the others alone, and what a command that was killed left undone the same command does. */
#include "feature/plan/plan_cli.h"

#include <string.h>
#include <time.h>

#include "app/settings.h"
#include "base/log.h"
#include "base/utf8.h"
#include "feature/plan/plan.h"
#include "feature/plan/plan_store.h"
#include "feature/unit/unit.h"
#include "sys/file.h"
#include "sys/secret.h"
#include "viet/nfc.h"

enum { WAIT_MS = 50, WAIT_MOST_MS = 10 * 60 * 1000 };

struct import {
	struct cli *cli;
	const struct jobs_kind *kinds;
	struct unit unit;
	bool confirm, past_done; /* counts at once; what lay before today as done */
	bool alone;              /* no other process runs jobs */
	enum cli_exit exit;      /* the worst so far */
};

/* What became of one file. */
struct result {
	const char *path;
	struct plan_received received; /* plan_id 0: none */
	struct plan plan;
	size_t warnings;
	struct message problem; /* of the plan's job */
};

static void worsen(struct import *import, enum cli_exit exit)
{
	import->exit = exit > import->exit ? exit : import->exit;
}

/* A problem with one file, said with its name. */
static void say_problem(struct import *import, const char *path, struct message problem)
{
	fprintf(import->cli->err, "%s:\n", path);
	worsen(import, cli_say(import->cli, CLI_CONDITION, problem));
}

/* What a function returned that was not expected. */
static void say_failure(struct import *import, const char *path, enum rc rc)
{
	fprintf(import->cli->err, "%s:\n", path);
	worsen(import, cli_exit_of(import->cli, rc));
}

/* ---- files come in ---- */

/* The name without its folders. */
static struct str name_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str name = str_of(slash != NULL ? slash + 1 : path);
	return utf8_is_valid(name) ? viet_nfc(arena, name) : STR("?");
}

/* Copies the file into the data folder's tmp/, from where plan_receive takes it. RC_INVALID and RC_LIMIT with *ret_problem. */
static enum rc copy(struct import *import, const char *path, const char **ret_copy, struct message *ret_problem)
{
	struct arena *arena = import->cli->arena;
	const struct app *app = import->cli->app;
	struct str content, token = secret_token(arena);
	int64_t size;
	TRY(file_size(path, &size));
	TRY(plan_check_size(app, arena, size, ret_problem));
	TRY(file_read(arena, path, (size_t)app->max_upload_bytes, &content));
	const char *copy = str_cstr(arena, str_format(arena, "%s/tmp/import-%.*s", app->data_dir, STR_ARG(token)));
	TRY(file_write_whole(copy, content, 0600));
	*ret_copy = copy;
	return RC_OK;
}

static enum rc receive_copy(struct import *import, const char *path, const char *copy, struct plan_received *ret,
                            struct message *ret_problem)
{
	struct cli *cli = import->cli;
	struct db_conn *db;
	TRY(db_begin(cli->app->db, DB_WRITE, &db));
	enum rc rc = plan_receive(cli->app, db, cli->arena, 0, import->unit.id, copy, name_of(cli->arena, path), ret, ret_problem);
	if (rc == RC_OK)
		return db_commit(db);
	db_rollback(db);
	return rc;
}

static struct result receive(struct import *import, const char *path)
{
	struct result result = {.path = path};
	struct message problem = {.id = MSG("There is no such file")};
	const char *copied = NULL;
	enum rc rc = copy(import, path, &copied, &problem);
	if (rc == RC_OK)
		rc = receive_copy(import, path, copied, &result.received, &problem);
	if (rc == RC_OK)
		return result;
	result.received.plan_id = 0;
	if (copied != NULL && file_remove(copied) != RC_OK)
		log_trail_clear();
	if (rc == RC_NOT_FOUND || rc == RC_INVALID || rc == RC_LIMIT)
		say_problem(import, path, problem);
	else
		say_failure(import, path, rc);
	return result;
}

/* ---- they are read ---- */

/* Runs what is queued; first what a process that died left, where no other process can be at it. */
static enum rc run_jobs(struct import *import)
{
	struct app *app = import->cli->app;
	int lock = -1;
	enum rc rc = jobs_lock(app, &lock);
	if (rc == RC_BUSY)
		return jobs_run_queued(app, import->kinds);
	TRY(rc);
	import->alone = true;
	rc = jobs_recover(app);
	if (rc == RC_OK)
		rc = jobs_run_queued(app, import->kinds);
	file_unlock(lock);
	return rc;
}

/* How the plan stands. *ret_is_read: nobody is at it any more. */
static enum rc look(struct import *import, struct result *result, bool *ret_is_read)
{
	struct arena *arena = import->cli->arena;
	struct unit_scope scope = unit_scope_of_path(arena, import->unit.path);
	struct plan_warning_vec warnings = {0};
	struct jobs_job job = {.state = JOBS_DONE};
	struct db_conn *db;
	TRY(db_begin(import->cli->app->db, DB_READ, &db));
	enum rc rc = plan_store_find(db, arena, scope.from, scope.to, result->received.plan_id, &result->plan);
	if (rc == RC_OK)
		rc = plan_store_warnings(db, arena, result->received.plan_id, &warnings);
	if (rc == RC_OK)
		rc = jobs_find_of(db, arena, STR(PLAN_IMPORT), result->received.plan_id, &job);
	db_rollback(db);
	TRY(rc);
	result->warnings = warnings.n;
	result->problem = job.message;
	*ret_is_read = job.state != JOBS_QUEUED && job.state != JOBS_RUNNING;
	return RC_OK;
}

/* A server's worker may have taken the job: waits for its end. */
static enum rc wait_for(struct import *import, struct result *result)
{
	const struct timespec pause = {.tv_nsec = WAIT_MS * 1000L * 1000};
	int64_t until = clock_monotonic_ms() + WAIT_MOST_MS;
	bool is_read = false;
	TRY(look(import, result, &is_read));
	while (!is_read && !import->alone && clock_monotonic_ms() < until) {
		nanosleep(&pause, NULL);
		TRY(look(import, result, &is_read));
	}
	return RC_OK;
}

/* ---- and told of ---- */

static enum rc confirm(struct import *import, struct result *result)
{
	struct cli *cli = import->cli;
	struct db_conn *db;
	TRY(db_begin(cli->app->db, DB_WRITE, &db));
	int64_t now_ms = clock_now_ms(cli->app->clock);
	enum rc rc = plan_confirm(db, cli->arena, &result->plan, 0, now_ms);
	if (rc == RC_OK && import->past_done)
		rc = plan_keep_past(db, cli->arena, &result->plan, 0, now_ms, clock_today(cli->app->clock));
	if (rc == RC_OK)
		rc = db_commit(db);
	else
		db_rollback(db);
	TRY(rc);
	result->plan.state = PLAN_CONFIRMED;
	return RC_OK;
}

/* Its job could not even be ended, or another process is at it for too long. */
static void say_unread(struct import *import, const char *path)
{
	say_problem(import, path,
	            (struct message){.id = MSG("The plan has come in but is not read yet: run the same command again")});
	worsen(import, CLI_FAILURE);
}

static void say_result(struct import *import, const struct result *result)
{
	struct arena *arena = import->cli->arena;
	const struct plan *plan = &result->plan;
	struct message outcome = {.id = MSG("{1}: {2} tasks, {3} warnings; it waits for review"),
	                          .args = {str_of(result->path), str_format(arena, "%lld", (long long)plan->n_tasks),
	                                   str_format(arena, "%zu", result->warnings)}};
	if (plan->state == PLAN_CONFIRMED)
		outcome.id = MSG("{1}: {2} tasks, {3} warnings; it counts from now on");
	if (result->received.duplicate)
		(void)cli_say(import->cli, CLI_OK,
		              (struct message){.id = MSG("{1}: the unit has this plan already"), .args = {outcome.args[0]}});
	if (plan->state == PLAN_REVIEW || plan->state == PLAN_CONFIRMED)
		(void)cli_say(import->cli, CLI_OK, outcome);
	else if (result->problem.id != NULL)
		say_problem(import, result->path, result->problem);
	else if (plan->state == PLAN_READING)
		say_unread(import, result->path);
	else
		say_problem(import, result->path, (struct message){.id = plan_state_label(plan->state)});
}

static void finish(struct import *import, struct result *result)
{
	enum rc rc = result->received.plan_id != 0 ? wait_for(import, result) : RC_OK;
	if (rc == RC_OK && import->confirm && result->received.plan_id != 0 && result->plan.state == PLAN_REVIEW)
		rc = confirm(import, result);
	if (rc != RC_OK)
		say_failure(import, result->path, rc);
	else if (result->received.plan_id != 0)
		say_result(import, result);
	bool came_in = rc == RC_OK && result->received.plan_id != 0;
	fprintf(import->cli->out, "%s\t%lld\t%.*s\t%lld\t%zu\n", result->path, (long long)result->received.plan_id,
	        STR_ARG(came_in ? plan_state_name(result->plan.state) : STR("refused")), (long long)result->plan.n_tasks,
	        result->warnings);
}

static enum cli_exit import_files(struct import *import, const char *const *paths, size_t n)
{
	struct result *results = ARENA_ARRAY(import->cli->arena, struct result, n);
	for (size_t i = 0; i < n; i++)
		results[i] = receive(import, paths[i]);
	enum rc rc = run_jobs(import);
	if (rc != RC_OK)
		return cli_exit_of(import->cli, rc);
	for (size_t i = 0; i < n; i++)
		finish(import, &results[i]);
	return import->exit;
}

/* The unit of the code, and how large a file may be. */
static enum rc load(struct import *import, struct db_conn *db, struct str code)
{
	int64_t megabytes;
	TRY(settings_get(db, "upload.max_megabytes", &megabytes));
	import->cli->app->max_upload_bytes = megabytes * 1024 * 1024;
	return unit_find_code(db, import->cli->arena, unit_code_typed(import->cli->arena, code), &import->unit);
}

static enum cli_exit import_run(struct cli *cli, const struct jobs_kind *kinds)
{
	struct import import = {
	    .cli = cli, .kinds = kinds, .confirm = cli_flag(cli, "--confirm"), .past_done = cli_flag(cli, "--past-done")};
	const char **paths = ARENA_ARRAY(cli->arena, const char *, (size_t)cli->argc + 1), *code = cli_option(cli, "--unit");
	size_t n = 0;
	while ((paths[n] = cli_next(cli)) != NULL)
		n++;
	if (!cli_is_done(cli) || (import.past_done && !import.confirm) || code == NULL || !utf8_is_valid(str_of(code)) || n == 0)
		return CLI_USAGE;
	struct db_conn *db;
	enum rc rc = db_begin(cli->app->db, DB_READ, &db);
	if (rc != RC_OK)
		return cli_exit_of(cli, rc);
	rc = load(&import, db, str_of(code));
	db_rollback(db);
	if (rc == RC_NOT_FOUND)
		return cli_say(cli, CLI_CONDITION, (struct message){.id = MSG("No unit has the code {1}"), .args = {str_of(code)}});
	return rc == RC_OK ? import_files(&import, paths, n) : cli_exit_of(cli, rc);
}

enum cli_exit plan_cli_run(struct cli *cli, const struct jobs_kind *kinds)
{
	const char *verb = cli_next(cli);
	if (verb != NULL && strcmp(verb, "import") == 0)
		return import_run(cli, kinds);
	return CLI_USAGE;
}
