#include <time.h>

#include "app/jobs.h"
#include "base/log.h"
#include "db/testing.h"

/* The clock of a case, and how its work behaves: how often it runs before it does what it should. */
struct fixture {
	struct testing *t;
	struct app app;
	struct clock clock;
	int runs;
};

/* The app is the first thing a job reaches: the fixture is around it. */
static struct fixture *fixture_of(const struct jobs_run *run)
{
	return (struct fixture *)((char *)run->app - offsetof(struct fixture, app));
}

static enum rc finish(struct jobs_run *run, struct message *ret_problem)
{
	struct db_conn *db;
	(void)ret_problem;
	fixture_of(run)->runs++;
	TRY(db_begin(run->app->db, DB_WRITE, &db));
	enum rc rc = jobs_finish(run, db);
	if (rc == RC_OK)
		return db_commit(db);
	db_rollback(db);
	return rc;
}

static enum rc refuse(struct jobs_run *run, struct message *ret_problem)
{
	fixture_of(run)->runs++;
	*ret_problem = (struct message){.id = "Row {1} of {2}", .args = {STR("7"), STR("bảng")}};
	return RC_INVALID;
}

static enum rc break_down(struct jobs_run *run, struct message *ret_problem)
{
	(void)ret_problem;
	fixture_of(run)->runs++;
	return log_fail(RC_IO, "the disk is on fire");
}

static enum rc break_down_once(struct jobs_run *run, struct message *ret_problem)
{
	return fixture_of(run)->runs == 0 ? break_down(run, ret_problem) : finish(run, ret_problem);
}

/* Cancels itself, as someone else would, then asks whether to go on. */
static enum rc be_cancelled(struct jobs_run *run, struct message *ret_problem)
{
	struct db_conn *db;
	(void)ret_problem;
	fixture_of(run)->runs++;
	TRY(db_begin(run->app->db, DB_WRITE, &db));
	TRY(jobs_cancel(db, run->job->id));
	TRY(db_commit(db));
	return jobs_progress(run, 50) ? RC_CANCELLED : RC_OK;
}

/* Works until it is told to stop. */
static enum rc work_on(struct jobs_run *run, struct message *ret_problem)
{
	(void)ret_problem;
	for (int i = 0; i < 5000; i++) {
		if (jobs_progress(run, 10))
			return RC_CANCELLED;
		nanosleep(&(struct timespec){.tv_nsec = 1000 * 1000}, NULL);
	}
	return RC_OK;
}

static const struct jobs_kind kinds[] = {
    {"finish", finish},
    {"refuse", refuse},
    {"break_down", break_down},
    {"break_down_once", break_down_once},
    {"be_cancelled", be_cancelled},
    {"work_on", work_on},
    {NULL, NULL},
};

static void set_up(struct fixture *f, void **state)
{
	*f = (struct fixture){.t = testing_of(state), .clock = {.fixed_ms = 1000}};
	f->app = (struct app){.db = f->t->db, .clock = &f->clock};
}

static int64_t queue(struct fixture *f, const char *kind)
{
	int64_t id;
	struct db_conn *db = testing_begin(f->t, DB_WRITE);
	assert_rc(jobs_queue(&f->app, db, str_of(kind), 5, 0, &id), RC_OK);
	testing_commit(db);
	return id;
}

static struct jobs_job find(struct fixture *f, int64_t id)
{
	struct jobs_job job;
	struct db_conn *db = testing_begin(f->t, DB_READ);
	assert_rc(jobs_find(db, f->t->arena, id, &job), RC_OK);
	db_rollback(db);
	return job;
}

static void a_job_runs_once_and_is_done(void **state)
{
	struct fixture f;
	struct jobs_job newest;
	set_up(&f, state);
	int64_t id = queue(&f, "finish");
	assert_int_equal(find(&f, id).state, JOBS_QUEUED);
	assert_rc(jobs_run_queued(&f.app, kinds), RC_OK);
	assert_rc(jobs_run_queued(&f.app, kinds), RC_OK);
	assert_int_equal(f.runs, 1);
	assert_int_equal(find(&f, id).state, JOBS_DONE);
	assert_int_equal(find(&f, id).percent, 100);
	struct db_conn *db = testing_begin(f.t, DB_READ);
	assert_rc(jobs_find_of(db, f.t->arena, STR("finish"), 5, &newest), RC_OK);
	assert_int_equal(newest.id, id);
	assert_rc(jobs_find_of(db, f.t->arena, STR("finish"), 6, &newest), RC_NOT_FOUND);
	db_rollback(db);
}

static void a_condition_fails_the_job_with_its_reason(void **state)
{
	struct fixture f;
	set_up(&f, state);
	int64_t id = queue(&f, "refuse");
	assert_rc(jobs_run_queued(&f.app, kinds), RC_OK);
	struct jobs_job job = find(&f, id);
	assert_int_equal(f.runs, 1);
	assert_int_equal(job.state, JOBS_FAILED);
	assert_string_equal(job.message.id, "Row {1} of {2}");
	assert_str(job.message.args[0], "7");
	assert_str(job.message.args[1], "bảng");
}

static void a_failure_is_tried_again_but_not_for_ever(void **state)
{
	struct fixture f;
	set_up(&f, state);
	int64_t id = queue(&f, "break_down");
	assert_rc(jobs_run_queued(&f.app, kinds), RC_OK);
	assert_int_equal(f.runs, JOBS_TRIES);
	assert_int_equal(find(&f, id).state, JOBS_FAILED);
	assert_non_null(find(&f, id).message.id);

	f.runs = 0;
	id = queue(&f, "break_down_once");
	assert_rc(jobs_run_queued(&f.app, kinds), RC_OK);
	assert_int_equal(find(&f, id).state, JOBS_DONE);
}

static void an_unknown_kind_fails(void **state)
{
	struct fixture f;
	set_up(&f, state);
	int64_t id = queue(&f, "no such work");
	assert_rc(jobs_run_queued(&f.app, kinds), RC_OK);
	assert_int_equal(find(&f, id).state, JOBS_FAILED);
}

static void a_queued_job_is_cancelled_at_once(void **state)
{
	struct fixture f;
	set_up(&f, state);
	int64_t id = queue(&f, "finish");
	struct db_conn *db = testing_begin(f.t, DB_WRITE);
	assert_rc(jobs_cancel(db, id), RC_OK);
	testing_commit(db);
	assert_rc(jobs_run_queued(&f.app, kinds), RC_OK);
	assert_int_equal(f.runs, 0);
	assert_int_equal(find(&f, id).state, JOBS_CANCELLED);
}

static void a_running_job_learns_that_it_is_cancelled(void **state)
{
	struct fixture f;
	set_up(&f, state);
	int64_t id = queue(&f, "be_cancelled");
	assert_rc(jobs_run_queued(&f.app, kinds), RC_OK);
	assert_int_equal(f.runs, 1);
	assert_int_equal(find(&f, id).state, JOBS_CANCELLED);
}

/* Has read a quarter of its pages after four seconds. */
static enum rc read_pages(struct jobs_run *run, struct message *ret_problem)
{
	struct fixture *f = fixture_of(run);
	(void)ret_problem;
	f->clock.fixed_ms += 4000;
	jobs_count_pages(run, 6, 24);
	return jobs_progress(run, 25) ? RC_CANCELLED : RC_INVALID;
}

static void a_running_job_tells_its_pages_and_the_time_left(void **state)
{
	static const struct jobs_kind reading[] = {{"read", read_pages}, {NULL, NULL}};
	struct fixture f;
	set_up(&f, state);
	int64_t id = queue(&f, "read");
	int64_t begin = f.clock.fixed_ms;
	assert_rc(jobs_run_queued(&f.app, reading), RC_OK);
	struct jobs_job job = find(&f, id);
	assert_int_equal(job.started_at_ms, begin);
	assert_int_equal(job.pages_done, 6);
	assert_int_equal(job.pages, 24);
	assert_int_equal(jobs_seconds_left(&job, begin + 4000), -1); /* it has ended */
	job.state = JOBS_RUNNING;
	assert_int_equal(jobs_seconds_left(&job, begin + 4000), 12);
	assert_int_equal(jobs_seconds_left(&job, begin + 500), -1); /* too early to tell */
}

/* Waits up to five seconds. */
static bool reaches(struct fixture *f, int64_t id, enum jobs_state state)
{
	for (int i = 0; i < 500 && find(f, id).state != state; i++)
		nanosleep(&(struct timespec){.tv_nsec = 10 * 1000 * 1000}, NULL);
	return find(f, id).state == state;
}

static void workers_take_what_is_queued_when_woken(void **state)
{
	struct fixture f;
	struct app_jobs *jobs;
	set_up(&f, state);
	assert_rc(jobs_start(&f.app, kinds, 2, &jobs), RC_OK);
	int64_t id = queue(&f, "finish");
	jobs_wake(jobs);
	assert_true(reaches(&f, id, JOBS_DONE));
	jobs_stop(jobs);
}

static void stopping_puts_a_running_job_back(void **state)
{
	struct fixture f;
	struct app_jobs *jobs;
	set_up(&f, state);
	int64_t id = queue(&f, "work_on");
	assert_rc(jobs_start(&f.app, kinds, 1, &jobs), RC_OK);
	assert_true(reaches(&f, id, JOBS_RUNNING));
	jobs_stop(jobs);
	assert_int_equal(find(&f, id).state, JOBS_QUEUED);
}

/* A crash leaves its job running: the work is never told to stop, and the pool starts anew. */
static enum rc crash(struct jobs_run *run, struct message *ret_problem)
{
	struct app_jobs *jobs;
	(void)ret_problem;
	fixture_of(run)->runs++;
	TRY(jobs_start(run->app, kinds, 0, &jobs));
	jobs_stop(jobs);
	return RC_OK;
}

static void a_job_that_a_crash_left_running_is_tried_again(void **state)
{
	static const struct jobs_kind crashing[] = {{"crash", crash}, {NULL, NULL}};
	struct fixture f;
	set_up(&f, state);
	int64_t id = queue(&f, "crash");
	assert_rc(jobs_run_queued(&f.app, crashing), RC_OK);
	assert_int_equal(f.runs, JOBS_TRIES);
	assert_int_equal(find(&f, id).state, JOBS_FAILED);
	assert_string_equal(find(&f, id).message.id, "The server stopped while it worked on this.");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    TESTING_BOTH(a_job_runs_once_and_is_done),
	    TESTING_BOTH(a_condition_fails_the_job_with_its_reason),
	    TESTING_BOTH(a_failure_is_tried_again_but_not_for_ever),
	    TESTING_BOTH(an_unknown_kind_fails),
	    TESTING_BOTH(a_queued_job_is_cancelled_at_once),
	    TESTING_BOTH(a_running_job_learns_that_it_is_cancelled),
	    TESTING_BOTH(a_running_job_tells_its_pages_and_the_time_left),
	    TESTING_BOTH(workers_take_what_is_queued_when_woken),
	    TESTING_BOTH(stopping_puts_a_running_job_back),
	    TESTING_BOTH(a_job_that_a_crash_left_running_is_tried_again),
	};
	return TEST_RUN(cases);
}
