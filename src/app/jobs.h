/* Work that takes longer than a request may: kept in the database, run by worker threads, shown and cancelled on pages.
 *
 * Invariants:
 * 1. A job is in one state: queued -> running -> done | failed | cancelled; running -> queued at start after a crash.
 * 2. What a job changes, it changes in one transaction together with its end (jobs_finish), so a crash leaves no half.
 * 3. A job is tried at most JOBS_TRIES times; then it has failed. */
#ifndef APP_JOBS_H
#define APP_JOBS_H

#include "app/app.h"

enum { JOBS_TRIES = 3 };

enum jobs_state { JOBS_QUEUED, JOBS_RUNNING, JOBS_DONE, JOBS_FAILED, JOBS_CANCELLED };

struct jobs_job {
	int64_t id;
	struct str kind; /* "plan.import" */
	int64_t subject; /* what it works on: the plan's id */
	int64_t person_id;
	enum jobs_state state;
	int percent;
	int pages_done, pages;  /* of its source; pages 0: it has none, or nobody has counted them yet */
	int64_t started_at_ms;  /* 0: it has not begun */
	struct message message; /* what went wrong, or how it ended */
};

/* What a running job may call. */
struct jobs_run {
	struct app *app;
	struct arena *arena; /* the job's own */
	const struct jobs_job *job;
	const struct app_jobs *pool; /* NULL where the caller's thread runs it */
	int64_t told_at_ms;          /* when the progress was last written */
	int pages_done, pages;       /* see jobs_count_pages() */
	bool cancelled;
};

/* Runs one job. Changes are made through a writing transaction that it begins and ends with jobs_finish(). A condition
 * returned fails the job with *ret_problem; a failure, RC_BUSY and RC_CONFLICT have it tried again. */
typedef enum rc (*jobs_work)(struct jobs_run *run, struct message *ret_problem);

struct jobs_kind {
	const char *kind;
	jobs_work work;
};

/* Says that this process runs the jobs of the data folder, until file_unlock(). RC_BUSY where another does: then what is marked
 * as running does run, and must not be recovered. */
enum rc jobs_lock(const struct app *app, int *ret_lock) MUST_USE;
/* Puts back in the queue what a process that died left running. */
enum rc jobs_recover(struct app *app) MUST_USE;

/* Recovers, then starts the workers. `kinds` ends with a NULL kind and lives as long as the program. */
enum rc jobs_start(struct app *app, const struct jobs_kind *kinds, int workers, struct app_jobs **ret) MUST_USE;
/* Asks what runs to stop, waits, puts it back in the queue. NULL is accepted. */
void jobs_stop(struct app_jobs *jobs);

/* Queues a job within the caller's transaction. */
enum rc jobs_queue(struct app *app, struct db_conn *db, struct str kind, int64_t subject, int64_t person_id,
                   int64_t *ret_id) MUST_USE;
/* Wakes the workers; after the commit. */
void jobs_wake(struct app_jobs *jobs);
/* Runs all that is queued in the caller's thread: for the command line and tests. */
enum rc jobs_run_queued(struct app *app, const struct jobs_kind *kinds) MUST_USE;

/* RC_NOT_FOUND where there is none. */
enum rc jobs_find(struct db_conn *db, struct arena *arena, int64_t id, struct jobs_job *ret) MUST_USE;
/* The newest job on a subject; RC_NOT_FOUND where there is none. */
enum rc jobs_find_of(struct db_conn *db, struct arena *arena, struct str kind, int64_t subject, struct jobs_job *ret) MUST_USE;
/* A queued job is cancelled at once, a running one at its next jobs_progress(). Nothing happens to one that has ended. */
enum rc jobs_cancel(struct db_conn *db, int64_t id) MUST_USE;
/* How long a running job still takes, in seconds, as far as its pace so far tells; -1 while it does not. */
int64_t jobs_seconds_left(const struct jobs_job *job, int64_t now_ms);

/* Tells how far a running job is, in percent; true: it was cancelled or the server stops, so stop with RC_CANCELLED. Written to
 * the database a few times a second at most, in a transaction of its own: not to be called inside one of the job's. */
bool jobs_progress(struct jobs_run *run, int percent);
/* Says how many pages are done, of how many: the next jobs_progress() writes it. */
void jobs_count_pages(struct jobs_run *run, int done, int pages);
/* Marks the job done inside its own transaction, before the commit. RC_CANCELLED where it was cancelled meanwhile: the job rolls
 * back. */
enum rc jobs_finish(struct jobs_run *run, struct db_conn *db) MUST_USE;
/* The same for a job that ends as failed for good because of what it works on; its work then returns RC_OK. */
enum rc jobs_refuse(struct jobs_run *run, struct db_conn *db, const struct message *problem) MUST_USE;

#endif
