/* Workers take the oldest queued job. A job is claimed in a short transaction of its own and runs outside of any; how it ended is
 * written by its own transaction (jobs_finish) or, where it failed, by another short one. */
#include "app/jobs.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

#include "app/jobs_sql.h"
#include "base/log.h"
#include "sys/file.h"

enum { MAX_WORKERS = 8, POLL_S = 2, TELL_MS = 300, BUSY_TRIES = 5 };
/* Before that much is done, the pace says nothing of the rest. */
enum { LEAST_PERCENT = 3, LEAST_ELAPSED_MS = 2000 };

struct app_jobs {
	struct app *app;
	struct arena *arena;
	const struct jobs_kind *kinds;
	pthread_t threads[MAX_WORKERS];
	int n_threads;
	pthread_mutex_t lock;
	pthread_cond_t woken;
	uint64_t wakes; /* under the lock: grows with every jobs_wake */
	_Atomic bool stopping;
};

static const char *const state_names[] = {
    [JOBS_QUEUED] = "queued", [JOBS_RUNNING] = "running",     [JOBS_DONE] = "done",
    [JOBS_FAILED] = "failed", [JOBS_CANCELLED] = "cancelled",
};

/* ---- Rows ---- */

static enum jobs_state state_of(struct str name)
{
	for (int i = 0; i <= JOBS_CANCELLED; i++) {
		if (str_eq(name, str_of(state_names[i])))
			return (enum jobs_state)i;
	}
	return JOBS_FAILED;
}

static struct jobs_job job_of(struct arena *arena, const struct jobs_sql_find_row *row)
{
	return (struct jobs_job){.id = row->id,
	                         .kind = row->kind,
	                         .subject = row->subject,
	                         .person_id = row->person_id.value,
	                         .state = state_of(row->state),
	                         .percent = (int)row->percent,
	                         .pages_done = (int)row->pages_done,
	                         .pages = (int)row->pages,
	                         .started_at_ms = row->started_at.value,
	                         .message = message_unpack(arena, row->message_id, row->message_args)};
}

enum rc jobs_find(struct db_conn *db, struct arena *arena, int64_t id, struct jobs_job *ret)
{
	struct jobs_sql_find_row row;
	TRY(jobs_sql_find(db, arena, id, &row));
	*ret = job_of(arena, &row);
	return RC_OK;
}

enum rc jobs_find_of(struct db_conn *db, struct arena *arena, struct str kind, int64_t subject, struct jobs_job *ret)
{
	struct jobs_sql_find_of_row row;
	TRY(jobs_sql_find_of(db, arena, kind, subject, &row));
	return jobs_find(db, arena, row.id, ret);
}

enum rc jobs_queue(struct app *app, struct db_conn *db, struct str kind, int64_t subject, int64_t person_id, int64_t *ret_id)
{
	struct jobs_sql_queue_row row;
	struct arena *arena = arena_new();
	enum rc rc = jobs_sql_queue(db, arena, kind, subject, (struct db_int){.has = person_id != 0, .value = person_id},
	                            clock_now_ms(app->clock), &row);
	arena_free(arena);
	TRY(rc);
	*ret_id = row.id;
	return RC_OK;
}

enum rc jobs_cancel(struct db_conn *db, int64_t id)
{
	TRY(jobs_sql_cancel_queued(db, id, NULL));
	return jobs_sql_ask_to_cancel(db, id, NULL);
}

int64_t jobs_seconds_left(const struct jobs_job *job, int64_t now_ms)
{
	int64_t elapsed_ms = now_ms - job->started_at_ms;
	if (job->state != JOBS_RUNNING || job->percent < LEAST_PERCENT || elapsed_ms < LEAST_ELAPSED_MS)
		return -1;
	return elapsed_ms * (100 - job->percent) / job->percent / 1000;
}

/* ---- From within a job ---- */

static bool is_stopping(const struct app_jobs *pool)
{
	return pool != NULL && pool->stopping;
}

bool jobs_progress(struct jobs_run *run, int percent)
{
	struct db_conn *db;
	int64_t now = clock_monotonic_ms(), changed;
	if (run->cancelled || is_stopping(run->pool))
		return true;
	if (now - run->told_at_ms < TELL_MS)
		return false;
	run->told_at_ms = now;
	enum rc rc = db_begin(run->app->db, DB_WRITE, &db);
	if (rc == RC_OK) {
		rc = jobs_sql_progress(db, run->job->id, percent, run->pages_done, run->pages, &changed);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	/* Progress that cannot be told now is told the next time. */
	log_trail_clear();
	run->cancelled = rc == RC_OK && changed == 0;
	return run->cancelled;
}

void jobs_count_pages(struct jobs_run *run, int done, int pages)
{
	run->pages_done = done;
	run->pages = pages;
}

enum rc jobs_finish(struct jobs_run *run, struct db_conn *db)
{
	int64_t changed;
	TRY(jobs_sql_finish(db, run->job->id, clock_now_ms(run->app->clock), &changed));
	return changed == 1 ? RC_OK : RC_CANCELLED;
}

enum rc jobs_refuse(struct jobs_run *run, struct db_conn *db, const struct message *problem)
{
	int64_t changed;
	TRY(jobs_sql_fail(db, run->job->id, clock_now_ms(run->app->clock), str_of(problem->id),
	                  message_pack_args(run->arena, problem), &changed));
	return changed == 1 ? RC_OK : RC_CANCELLED;
}

/* ---- Claiming and ending ---- */

/* The oldest queued job, now running and this thread's. RC_NOT_FOUND where none waits. */
static enum rc claim(struct app *app, struct arena *arena, struct jobs_job *ret)
{
	struct db_conn *db;
	struct jobs_sql_find_queued_row row;
	int64_t changed = 0;
	TRY(db_begin(app->db, DB_READ, &db));
	enum rc rc = jobs_sql_find_queued(db, arena, &row);
	db_rollback(db);
	TRY(rc);

	TRY(db_begin(app->db, DB_WRITE, &db));
	rc = jobs_sql_claim(db, row.id, clock_now_ms(app->clock), &changed);
	if (rc == RC_OK && changed == 0)
		rc = RC_CONFLICT;
	if (rc == RC_OK)
		rc = jobs_find(db, arena, row.id, ret);
	if (rc == RC_OK)
		return db_commit(db);
	db_rollback(db);
	return rc;
}

/* How a job that did not finish itself ends, for each thing that its work may have returned. */
static enum rc write_end(struct jobs_run *run, struct db_conn *db, enum rc worked, const struct message *problem)
{
	int64_t id = run->job->id, now = clock_now_ms(run->app->clock), changed = 0;
	if (worked == RC_CANCELLED) {
		/* By someone, by the server's end, or because what it works on has moved on. */
		if (is_stopping(run->pool))
			TRY(jobs_sql_put_back(db, id, &changed));
		return changed == 0 ? jobs_sql_mark_cancelled(db, id, now, NULL) : RC_OK;
	}
	if (rc_is_failure(worked) || worked == RC_BUSY || worked == RC_CONFLICT) {
		TRY(jobs_sql_retry(db, id, JOBS_TRIES, &changed));
		if (changed > 0)
			return RC_OK;
	}
	struct message unsaid = {.id = MSG("It did not work. The server's log says why.")};
	if (problem->id == NULL)
		problem = &unsaid;
	return jobs_sql_fail(db, id, now, str_of(problem->id), message_pack_args(run->arena, problem), NULL);
}

static void end(struct jobs_run *run, enum rc worked, const struct message *problem)
{
	enum rc rc = RC_BUSY;
	for (int i = 0; i < BUSY_TRIES && (rc == RC_BUSY || rc == RC_CONFLICT); i++) {
		struct db_conn *db;
		rc = db_begin(run->app->db, DB_WRITE, &db);
		if (rc != RC_OK)
			continue;
		rc = write_end(run, db, worked, problem);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	if (rc != RC_OK)
		log_failure(rc, "writing how a job ended");
}

static void run_job(struct app *app, const struct app_jobs *pool, const struct jobs_kind *kinds, struct arena *arena,
                    const struct jobs_job *job)
{
	struct jobs_run run = {.app = app, .arena = arena, .job = job, .pool = pool};
	struct message problem = {0};
	while (kinds->kind != NULL && !str_eq(str_of(kinds->kind), job->kind))
		kinds++;
	enum rc rc = kinds->kind != NULL ? kinds->work(&run, &problem) : log_fail(RC_BUG, "no work is known for this kind of job");
	if (rc_is_failure(rc))
		log_failure(rc, str_cstr(arena, str_format(arena, "job %lld (%.*s)", (long long)job->id, STR_ARG(job->kind))));
	log_trail_clear();
	if (rc != RC_OK)
		end(&run, rc, &problem);
}

/* Runs one queued job. RC_NOT_FOUND where none waits. */
static enum rc run_next(struct app *app, const struct app_jobs *pool, const struct jobs_kind *kinds, struct arena *arena)
{
	struct jobs_job job;
	enum rc rc = claim(app, arena, &job);
	if (rc == RC_OK)
		run_job(app, pool, kinds, arena, &job);
	else if (rc == RC_CONFLICT || rc == RC_BUSY)
		rc = RC_OK; /* another worker was quicker, or the database is busy: look again */
	return rc;
}

enum rc jobs_run_queued(struct app *app, const struct jobs_kind *kinds)
{
	struct arena *arena = arena_new();
	enum rc rc = RC_OK;
	while (rc == RC_OK) {
		rc = run_next(app, NULL, kinds, arena);
		arena_reset(arena);
	}
	arena_free(arena);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* ---- The workers ---- */

/* Waits for a wake that came after `seen`, at most for the polling time. */
static void wait_for_work(struct app_jobs *jobs, uint64_t seen)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += POLL_S;
	pthread_mutex_lock(&jobs->lock);
	int waited = 0;
	while (jobs->wakes == seen && !jobs->stopping && waited == 0)
		waited = pthread_cond_timedwait(&jobs->woken, &jobs->lock, &until);
	pthread_mutex_unlock(&jobs->lock);
}

static void *work(void *context)
{
	struct app_jobs *jobs = context;
	struct arena *arena = arena_new();
	while (!jobs->stopping) {
		pthread_mutex_lock(&jobs->lock);
		uint64_t seen = jobs->wakes;
		pthread_mutex_unlock(&jobs->lock);
		enum rc rc = run_next(jobs->app, jobs, jobs->kinds, arena);
		arena_reset(arena);
		if (rc_is_failure(rc))
			log_failure(rc, "looking for work");
		if (rc != RC_OK)
			wait_for_work(jobs, seen);
	}
	arena_free(arena);
	return NULL;
}

enum rc jobs_lock(const struct app *app, int *ret_lock)
{
	struct arena *arena = arena_new();
	enum rc rc = file_lock(str_cstr(arena, str_format(arena, "%s/jobs.lock", app->data_dir)), ret_lock);
	arena_free(arena);
	return rc;
}

enum rc jobs_recover(struct app *app)
{
	struct db_conn *db;
	TRY(db_begin(app->db, DB_WRITE, &db));
	enum rc rc = jobs_sql_recover(db, JOBS_TRIES, NULL);
	if (rc == RC_OK)
		rc = jobs_sql_give_up(db, clock_now_ms(app->clock), str_of(MSG("The server stopped while it worked on this.")), NULL);
	if (rc == RC_OK)
		return db_commit(db);
	db_rollback(db);
	return rc;
}

enum rc jobs_start(struct app *app, const struct jobs_kind *kinds, int workers, struct app_jobs **ret)
{
	pthread_condattr_t attributes;
	TRY(jobs_recover(app));
	struct arena *arena = arena_new();
	struct app_jobs *jobs = ARENA_NEW(arena, struct app_jobs);
	*jobs = (struct app_jobs){.app = app, .arena = arena, .kinds = kinds};
	pthread_mutex_init(&jobs->lock, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&jobs->woken, &attributes);
	pthread_condattr_destroy(&attributes);
	for (; jobs->n_threads < workers && jobs->n_threads < MAX_WORKERS; jobs->n_threads++) {
		int failed = pthread_create(&jobs->threads[jobs->n_threads], NULL, work, jobs);
		if (failed != 0) {
			jobs_stop(jobs);
			return log_fail(RC_IO, "start a worker: %s", strerror(failed));
		}
	}
	*ret = jobs;
	return RC_OK;
}

void jobs_wake(struct app_jobs *jobs)
{
	if (jobs == NULL)
		return;
	pthread_mutex_lock(&jobs->lock);
	jobs->wakes++;
	pthread_cond_signal(&jobs->woken);
	pthread_mutex_unlock(&jobs->lock);
}

void jobs_stop(struct app_jobs *jobs)
{
	if (jobs == NULL)
		return;
	pthread_mutex_lock(&jobs->lock);
	jobs->stopping = true;
	pthread_cond_broadcast(&jobs->woken);
	pthread_mutex_unlock(&jobs->lock);
	for (int i = 0; i < jobs->n_threads; i++)
		pthread_join(jobs->threads[i], NULL);
	pthread_cond_destroy(&jobs->woken);
	pthread_mutex_destroy(&jobs->lock);
	arena_free(jobs->arena);
}
