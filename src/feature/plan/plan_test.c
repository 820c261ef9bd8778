/* A plan's way from the file to the year of tasks, on both engines, with real files and the real job. */
#include "feature/plan/plan.h"

#include <pthread.h>
#include <sys/stat.h>

#include "db/testing.h"
#include "feature/plan/plan_fixture_sql.h"
#include "feature/plan/plan_sent.h"
#include "feature/plan/plan_sql.h"
#include "feature/plan/plan_store.h"
#include "sys/file.h"
#include "sys/secret.h"
#include "viet/fold.h"

#define SAMPLE                                                                                                                        \
	"ỦY BAN NHÂN DÂN PHƯỜNG CẦU DỪA\nPHÒNG VĂN HÓA\n\nSố: 14/KH-PVH\n\nCầu Dừa, ngày 05 tháng 01 năm 2026\n\n" \
	"# KẾ HOẠCH\n\n**Tuyên truyền cải cách hành chính năm 2026**\n\n## PHỤ LỤC\n\n"                                  \
	"| STT | Nhiệm vụ | Sản phẩm | Thời gian thực hiện | Đơn vị thực hiện |\n|---|---|---|---|---|\n"           \
	"| 1 | Viết tin về một cửa | 02 tin | Trước ngày 15/3/2026 | Sở Tài chính |\n"                                    \
	"| 2 | Mở lớp tập huấn kỹ năng số | Lớp tập huấn | Tháng 6/2026 | Phòng Văn hóa |\n"                       \
	"| 3 | Treo băng rôn | Băng rôn | Thường xuyên | Trạm Y tế |\n"

static const struct jobs_kind kinds[] = {{PLAN_IMPORT, plan_import}, {NULL, NULL}};

/* Two units side by side, a person of the first, a data folder. */
struct world {
	struct testing *t;
	struct arena *arena;
	struct clock clock;
	struct app app;
	int64_t culture, finance, person;
};

static int64_t add_unit(struct world *w, struct db_conn *db, const char *code, const char *name, const char *path)
{
	struct plan_fixture_sql_add_unit_row row;
	assert_rc(plan_fixture_sql_add_unit(db, w->arena, str_of(code), str_of(name), viet_fold(w->arena, str_of(name)), str_of(path),
	                                    &row),
	          RC_OK);
	return row.id;
}

static struct world *world_of(void **state)
{
	struct testing *t = testing_of(state);
	struct world *w = ARENA_NEW(t->arena, struct world);
	struct plan_fixture_sql_add_person_row person;
	assert_rc(secret_init(), RC_OK);
	*w = (struct world){.t = t, .arena = t->arena, .clock = {.fixed_ms = 1767600000000}};
	w->app = (struct app){.db = t->db, .clock = &w->clock, .data_dir = t->folder, .max_upload_bytes = 1024 * 1024};
	struct db_conn *db = testing_begin(t, DB_WRITE);
	w->culture = add_unit(w, db, "H1", "Phòng Văn hóa", "/1/");
	w->finance = add_unit(w, db, "H2", "Sở Tài chính", "/2/");
	add_unit(w, db, "H3", "Trạm Y tế", "/3/");
	add_unit(w, db, "H4", "Trạm Y tế", "/4/");
	assert_rc(plan_fixture_sql_add_person(db, w->arena, STR("an"), w->culture, &person), RC_OK);
	w->person = person.id;
	testing_commit(db);
	return w;
}

/* ---- what the cases do ---- */

/* An upload's temporary file. */
static const char *write_upload(struct world *w, struct str content)
{
	const char *path = str_format(w->arena, "%s/upload", w->t->folder).ptr;
	assert_rc(file_write_whole(path, content, 0600), RC_OK);
	return path;
}

static enum rc try_receive(struct world *w, int64_t unit_id, struct str content, struct plan_received *ret,
                           struct message *ret_problem)
{
	const char *path = write_upload(w, content);
	struct db_conn *db = testing_begin(w->t, DB_WRITE);
	enum rc rc = plan_receive(&w->app, db, w->arena, w->person, unit_id, path, STR("ke-hoach.md"), ret, ret_problem);
	if (rc == RC_OK) {
		testing_commit(db);
		assert_false(file_exists(path));
	} else {
		db_rollback(db);
	}
	return rc;
}

static struct plan_received receive(struct world *w, int64_t unit_id, struct str content)
{
	struct plan_received received;
	struct message problem = {0};
	assert_rc(try_receive(w, unit_id, content, &received, &problem), RC_OK);
	assert_null(problem.id);
	return received;
}

static void run_jobs(struct world *w)
{
	assert_rc(jobs_run_queued(&w->app, kinds), RC_OK);
}

static struct plan find(struct world *w, int64_t plan_id)
{
	struct plan plan;
	struct db_conn *db = testing_begin(w->t, DB_READ);
	assert_rc(plan_store_find(db, w->arena, STR("/"), STR("0"), plan_id, &plan), RC_OK);
	db_rollback(db);
	return plan;
}

static struct jobs_job find_job(struct world *w, int64_t plan_id)
{
	struct jobs_job job;
	struct db_conn *db = testing_begin(w->t, DB_READ);
	assert_rc(jobs_find_of(db, w->arena, STR(PLAN_IMPORT), plan_id, &job), RC_OK);
	db_rollback(db);
	return job;
}

static struct plan_fixture_sql_count_of_row count_of(struct world *w, int64_t plan_id)
{
	struct plan_fixture_sql_count_of_row counts;
	struct db_conn *db = testing_begin(w->t, DB_READ);
	assert_rc(plan_fixture_sql_count_of(db, w->arena, plan_id, &counts), RC_OK);
	db_rollback(db);
	return counts;
}

static struct plan_fixture_sql_count_row count(struct world *w)
{
	struct plan_fixture_sql_count_row counts;
	struct db_conn *db = testing_begin(w->t, DB_READ);
	assert_rc(plan_fixture_sql_count(db, w->arena, &counts), RC_OK);
	db_rollback(db);
	return counts;
}

/* A plan that nothing of what was read is stored of. */
static void assert_holds_nothing(struct world *w, int64_t plan_id)
{
	struct plan_fixture_sql_count_of_row counts = count_of(w, plan_id);
	assert_int_equal(counts.sources + counts.places + counts.items + counts.tasks + counts.deadlines, 0);
}

static enum rc confirm(struct world *w, const struct plan *plan)
{
	struct db_conn *db = testing_begin(w->t, DB_WRITE);
	enum rc rc = plan_confirm(db, w->arena, plan, w->person, w->clock.fixed_ms);
	if (rc == RC_OK)
		testing_commit(db);
	else
		db_rollback(db);
	return rc;
}

/* plan_cancel or plan_read_again, committed where it went well. */
static enum rc cancel(struct world *w, int64_t plan_id)
{
	struct db_conn *db = testing_begin(w->t, DB_WRITE);
	enum rc rc = plan_cancel(db, w->arena, plan_id);
	if (rc == RC_OK)
		testing_commit(db);
	else
		db_rollback(db);
	return rc;
}

static enum rc read_again(struct world *w, int64_t plan_id)
{
	struct db_conn *db = testing_begin(w->t, DB_WRITE);
	enum rc rc = plan_read_again(&w->app, db, w->arena, plan_id, w->person);
	if (rc == RC_OK)
		testing_commit(db);
	else
		db_rollback(db);
	return rc;
}

/* ---- the way through ---- */

static void a_file_becomes_a_year_of_tasks(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received = receive(w, w->culture, STR(SAMPLE));
	assert_false(received.duplicate);
	struct plan plan = find(w, received.plan_id);
	assert_int_equal(plan.state, PLAN_READING);
	assert_str(plan.original_sha256, secret_sha256(w->arena, STR(SAMPLE)).ptr);
	assert_holds_nothing(w, plan.id);

	run_jobs(w);
	plan = find(w, plan.id);
	assert_int_equal(plan.state, PLAN_REVIEW);
	assert_int_equal(plan.n_tasks, 3);
	assert_str(plan.number, "14/KH-PVH");
	assert_int_equal(plan.year, 2026);
	assert_int_equal(find_job(w, plan.id).state, JOBS_DONE);
	struct plan_fixture_sql_count_of_row counts = count_of(w, plan.id);
	assert_int_equal(counts.sources, 1);
	assert_int_equal(counts.live, 0);
	assert_int_equal(counts.deadlines, 0);

	assert_rc(confirm(w, &plan), RC_OK);
	plan = find(w, plan.id);
	assert_int_equal(plan.state, PLAN_CONFIRMED);
	assert_int_equal(plan.confirmed_at_ms, w->clock.fixed_ms);
	counts = count_of(w, plan.id);
	assert_int_equal(counts.live, 3);
	/* The day before 15/3, the end of June; "thường xuyên" has none. */
	assert_int_equal(counts.deadlines, 2);
}

/* What a unit beside the plan's own is told of it: whether it finds the plan, and how many it lists. */
static enum rc find_from(struct world *w, struct str from, struct str to, int64_t plan_id, int64_t *ret_listed)
{
	struct plan plan;
	struct plan_vec plans = {0};
	struct plan_filter filter = {.path_from = from, .path_to = to, .limit = 10};
	struct db_conn *db = testing_begin(w->t, DB_READ);
	enum rc rc = plan_store_find(db, w->arena, from, to, plan_id, &plan);
	assert_rc(plan_store_list(db, w->arena, &filter, &plans, ret_listed), RC_OK);
	assert_int_equal(plans.n, *ret_listed);
	db_rollback(db);
	return rc;
}

static void a_unit_with_a_task_sees_the_plan_once_it_is_confirmed(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received = receive(w, w->culture, STR(SAMPLE));
	int64_t listed;
	run_jobs(w);
	assert_rc(find_from(w, STR("/2/"), STR("/2:"), received.plan_id, &listed), RC_NOT_FOUND);
	assert_int_equal(listed, 0);
	struct plan plan = find(w, received.plan_id);
	assert_rc(confirm(w, &plan), RC_OK);
	assert_rc(find_from(w, STR("/2/"), STR("/2:"), received.plan_id, &listed), RC_OK);
	assert_int_equal(listed, 1);
	/* "Trạm Y tế" may be either of two, so it is neither's */
	assert_rc(find_from(w, STR("/3/"), STR("/3:"), received.plan_id, &listed), RC_NOT_FOUND);
	assert_int_equal(listed, 0);
}

static void every_place_lies_within_the_source_and_holds_what_was_read(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received = receive(w, w->culture, STR(SAMPLE));
	struct plan_place_vec places;
	struct str source;
	run_jobs(w);
	struct db_conn *db = testing_begin(w->t, DB_READ);
	assert_rc(plan_store_source(db, w->arena, received.plan_id, &source), RC_OK);
	assert_rc(plan_store_places(db, w->arena, received.plan_id, &places), RC_OK);
	db_rollback(db);
	bool found_number = false;
	for (size_t i = 0; i < places.n; i++) {
		const struct plan_place *place = &places.at[i];
		assert_true(place->begin < place->end && place->end <= (int64_t)source.len);
		if (!str_eq(place->field, STR("number")))
			continue;
		found_number = true;
		assert_str(str_part(source, (size_t)place->begin, (size_t)(place->end - place->begin)), "14/KH-PVH");
	}
	assert_true(found_number);
}

static void a_plan_is_corrected_and_confirmed_at_its_own_version_only(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received = receive(w, w->culture, STR(SAMPLE));
	struct plan reading = find(w, received.plan_id);
	assert_rc(confirm(w, &reading), RC_CONFLICT);
	run_jobs(w);
	struct plan mine = find(w, received.plan_id), theirs = mine;
	mine.title = STR("Kế hoạch của tôi");
	struct db_conn *db = testing_begin(w->t, DB_WRITE);
	assert_rc(plan_correct(db, w->arena, &mine), RC_OK);
	theirs.title = STR("Kế hoạch của họ");
	assert_rc(plan_correct(db, w->arena, &theirs), RC_CONFLICT);
	testing_commit(db);
	assert_rc(confirm(w, &theirs), RC_CONFLICT);
	struct plan now = find(w, received.plan_id);
	assert_str(now.title, "Kế hoạch của tôi");
	assert_int_equal(now.state, PLAN_REVIEW);
	assert_int_equal(count_of(w, now.id).live, 0);
	assert_rc(confirm(w, &now), RC_OK);
	assert_rc(confirm(w, &now), RC_CONFLICT);
}

static void assignments_name_the_unit_of_the_register_where_there_is_just_one(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received = receive(w, w->culture, STR(SAMPLE));
	struct plan_fixture_sql_list_assignments_rows rows = {0};
	run_jobs(w);
	struct db_conn *db = testing_begin(w->t, DB_READ);
	assert_rc(plan_fixture_sql_list_assignments(db, w->arena, received.plan_id, &rows), RC_OK);
	db_rollback(db);
	assert_int_equal(rows.n, 3);
	assert_int_equal(rows.at[0].unit_id.value, w->finance);
	assert_int_equal(rows.at[1].unit_id.value, w->culture);
	/* Two units bear this name. */
	assert_str(rows.at[2].unit_text, "Trạm Y tế");
	assert_false(rows.at[2].unit_id.has);
}

static void units_in_short_are_those_that_the_plan_writes_out(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received =
	    receive(w, w->culture,
	            STR("# KẾ HOẠCH\n\nĐọc sách năm 2026\n\n1. Sở Tài chính (sau đây viết tắt là Sở TCV) lo kinh phí.\n\n"
	                "| STT | Nhiệm vụ | Thời gian | Đơn vị thực hiện |\n|---|---|---|---|\n"
	                "| 1 | Mua sách | Quý II/2026 | Sở TCV |\n"));
	struct plan_fixture_sql_list_assignments_rows rows = {0};
	run_jobs(w);
	struct db_conn *db = testing_begin(w->t, DB_READ);
	assert_rc(plan_fixture_sql_list_assignments(db, w->arena, received.plan_id, &rows), RC_OK);
	db_rollback(db);
	assert_int_equal(rows.n, 1);
	assert_str(rows.at[0].unit_text, "Sở TCV");
	assert_int_equal(rows.at[0].unit_id.value, w->finance);
}

/* ---- files that come again, or should not have come ---- */

static void a_damaged_text_is_stored_restored_with_what_stood_there(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received =
	    receive(w, w->culture,
	            STR("KE HOACH\nTuyén truyén cai cach hanh chinh nam 2026\n\n"
	                "Can ctr Nghi dinh s6 30/2020/ND-CP ngay 05/3/2020 ctia Chinh phu vé cong tac van thu\n"));
	run_jobs(w);
	struct plan_change_vec changes = {0};
	struct str source;
	struct db_conn *db = testing_begin(w->t, DB_READ);
	assert_rc(plan_store_source(db, w->arena, received.plan_id, &source), RC_OK);
	assert_rc(plan_store_changes(db, w->arena, received.plan_id, &changes), RC_OK);
	db_rollback(db);
	if (changes.n == 0) {
		print_message("there is no model/vietnamese.model\n");
		skip();
	}
	assert_true(str_contains(source, STR("Nghị định số 30/2020/NĐ-CP")));
	assert_str(changes.at[0].before, "KE");
	assert_str(str_part(source, (size_t)changes.at[0].begin, (size_t)(changes.at[0].end - changes.at[0].begin)), "KẾ");
}

static void the_same_file_leads_to_the_plan_that_is_there(void **state)
{
	struct world *w = world_of(state);
	struct plan_received first = receive(w, w->culture, STR(SAMPLE)), while_reading = receive(w, w->culture, STR(SAMPLE));
	run_jobs(w);
	struct plan before = find(w, first.plan_id);
	struct plan_received after = receive(w, w->culture, STR(SAMPLE));
	run_jobs(w);
	assert_true(while_reading.duplicate && after.duplicate);
	assert_int_equal(while_reading.plan_id, first.plan_id);
	assert_int_equal(after.plan_id, first.plan_id);
	assert_int_equal(find(w, first.plan_id).version, before.version);
	struct plan_fixture_sql_count_row all = count(w);
	assert_int_equal(all.plans, 1);
	assert_int_equal(all.jobs, 1);
}

static void a_defect_is_not_named_twice(void **state)
{
	static const struct message_catalogue english = {.language = "en"};
	struct world *w = world_of(state);
	struct plan_warning said = {.label = "Number left out", .message = {.id = "Number left out: 3."}};
	struct plan_warning unsaid = {.label = "Number left out", .message = {.id = "After 2 comes 4."}};
	struct plan_warning old = {.message = {.id = "After 2 comes 4."}};
	assert_null(plan_warning_label(w->arena, &english, &said).id);
	assert_string_equal(plan_warning_label(w->arena, &english, &unsaid).id, "Number left out");
	assert_null(plan_warning_label(w->arena, &english, &old).id);
}

static void two_units_may_have_the_same_file(void **state)
{
	struct world *w = world_of(state);
	struct plan_received first = receive(w, w->culture, STR(SAMPLE)), second = receive(w, w->finance, STR(SAMPLE));
	assert_false(second.duplicate);
	assert_int_not_equal(first.plan_id, second.plan_id);
	run_jobs(w);
	assert_int_equal(find(w, first.plan_id).n_tasks, 3);
	assert_int_equal(find(w, second.plan_id).n_tasks, 3);
	assert_int_equal(count(w).originals, 1);
}

static void an_empty_or_too_large_file_is_not_taken_in(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received;
	struct message problem = {0};
	assert_rc(try_receive(w, w->culture, STR(""), &received, &problem), RC_INVALID);
	assert_non_null(problem.id);
	w->app.max_upload_bytes = (int64_t)sizeof SAMPLE - 2;
	problem = (struct message){0};
	assert_rc(try_receive(w, w->culture, STR(SAMPLE), &received, &problem), RC_LIMIT);
	assert_non_null(problem.id);
	w->app.max_upload_bytes++;
	assert_rc(try_receive(w, w->culture, STR(SAMPLE), &received, &problem), RC_OK);
	assert_int_equal(count(w).plans, 1);
}

static void what_is_no_text_is_refused_and_can_be_sent_again(void **state)
{
	struct world *w = world_of(state);
	static const char *const contents[] = {"PK\x03\x04\x14\x01 word/document.xml", "K\xe1\xba ho\xff\xfe\x41", "   \n\n"};
	for (size_t i = 0; i < sizeof contents / sizeof *contents; i++) {
		struct plan_received received = receive(w, w->culture, str_of(contents[i]));
		for (int again = 0; again < 2; again++) {
			run_jobs(w);
			assert_int_equal(find(w, received.plan_id).state, PLAN_REFUSED);
			struct jobs_job job = find_job(w, received.plan_id);
			assert_int_equal(job.state, JOBS_FAILED);
			assert_non_null(job.message.id);
			assert_holds_nothing(w, received.plan_id);
			struct plan_received same = receive(w, w->culture, str_of(contents[i]));
			assert_false(same.duplicate);
			assert_int_equal(same.plan_id, received.plan_id);
			assert_int_equal(find(w, received.plan_id).state, PLAN_READING);
		}
	}
	assert_int_equal(count(w).plans, (int)(sizeof contents / sizeof *contents));
}

/* ---- what is stopped on the way ---- */

static void a_plan_is_cancelled_while_it_waits_and_taken_in_anew(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received = receive(w, w->culture, STR(SAMPLE));
	assert_rc(cancel(w, received.plan_id), RC_OK);
	assert_rc(cancel(w, received.plan_id), RC_CONFLICT);
	run_jobs(w);
	assert_int_equal(find(w, received.plan_id).state, PLAN_CANCELLED);
	assert_int_equal(find_job(w, received.plan_id).state, JOBS_CANCELLED);
	assert_holds_nothing(w, received.plan_id);

	struct plan_received again = receive(w, w->culture, STR(SAMPLE));
	assert_false(again.duplicate);
	assert_int_equal(again.plan_id, received.plan_id);
	run_jobs(w);
	assert_int_equal(find(w, received.plan_id).n_tasks, 3);
	assert_rc(cancel(w, received.plan_id), RC_CONFLICT);
	assert_rc(read_again(w, received.plan_id), RC_CONFLICT);
}

/* Another thread acts at the moment when the job has begun to read the original, which is a pipe here. */
struct meanwhile {
	struct world *w;
	const char *path;
	int64_t plan_id;
	const char *to; /* the state that the plan is moved to behind the job's back; NULL: it is cancelled as people do */
	enum rc rc;
};

static enum rc act_meanwhile(const struct meanwhile *m)
{
	struct arena *arena = arena_new();
	struct db_conn *db;
	int64_t changed;
	enum rc rc = db_begin(m->w->t->db, DB_WRITE, &db);
	if (rc == RC_OK) {
		rc = m->to == NULL ? plan_cancel(db, arena, m->plan_id)
		                   : plan_sql_move_state(db, m->plan_id, STR("reading"), str_of(m->to), &changed);
		if (rc == RC_OK)
			rc = db_commit(db);
		else
			db_rollback(db);
	}
	arena_free(arena);
	return rc;
}

static void *feed_and_act(void *context)
{
	struct meanwhile *m = context;
	FILE *pipe = fopen(m->path, "w"); /* waits for the reader */
	if (pipe == NULL)
		return NULL;
	m->rc = act_meanwhile(m);
	fputs(SAMPLE, pipe);
	fclose(pipe);
	return NULL;
}

static void a_plan_that_moves_on_while_it_is_read_gets_nothing(void **state)
{
	struct world *w = world_of(state);
	static const char *const moves[] = {NULL, "refused", "cancelled"};
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		struct str content = str_format(w->arena, "%s\n\nBản %zu\n", SAMPLE, i);
		struct plan_received received = receive(w, w->culture, content);
		struct meanwhile m = {.w = w, .plan_id = received.plan_id, .to = moves[i], .rc = RC_BUG};
		pthread_t thread;
		m.path = plan_original_path(&w->app, w->arena, find(w, received.plan_id).original_sha256);
		assert_rc(file_remove(m.path), RC_OK);
		assert_int_equal(mkfifo(m.path, 0600), 0);
		assert_int_equal(pthread_create(&thread, NULL, feed_and_act, &m), 0);
		run_jobs(w);
		pthread_join(thread, NULL);
		assert_rc(m.rc, RC_OK);
		assert_str(plan_state_name(find(w, received.plan_id).state), moves[i] != NULL ? moves[i] : "cancelled");
		assert_int_equal(find_job(w, received.plan_id).state, JOBS_CANCELLED);
		assert_holds_nothing(w, received.plan_id);
	}
}

static void a_reading_that_failed_is_begun_again(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received = receive(w, w->culture, STR(SAMPLE));
	const char *original = plan_original_path(&w->app, w->arena, find(w, received.plan_id).original_sha256);
	const char *aside = str_format(w->arena, "%s/aside", w->t->folder).ptr;
	assert_rc(read_again(w, received.plan_id), RC_CONFLICT);
	assert_int_equal(rename(original, aside), 0);
	run_jobs(w);
	assert_int_equal(find(w, received.plan_id).state, PLAN_READING);
	assert_int_equal(find_job(w, received.plan_id).state, JOBS_FAILED);
	assert_holds_nothing(w, received.plan_id);
	assert_int_equal(rename(aside, original), 0);
	assert_rc(read_again(w, received.plan_id), RC_OK);
	assert_rc(read_again(w, received.plan_id), RC_CONFLICT);
	run_jobs(w);
	assert_int_equal(find(w, received.plan_id).n_tasks, 3);
}

static void what_a_killed_process_left_running_is_done_by_the_next(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received = receive(w, w->culture, STR(SAMPLE));
	struct db_conn *db = testing_begin(w->t, DB_WRITE);
	assert_rc(plan_fixture_sql_leave_running(db, received.plan_id, NULL), RC_OK);
	testing_commit(db);
	run_jobs(w);
	assert_int_equal(find(w, received.plan_id).state, PLAN_READING);
	assert_rc(jobs_recover(&w->app), RC_OK);
	run_jobs(w);
	assert_int_equal(find(w, received.plan_id).state, PLAN_REVIEW);
	assert_int_equal(find(w, received.plan_id).n_tasks, 3);
}

static void what_a_person_sent_shows_with_what_became_of_each(void **state)
{
	struct world *w = world_of(state);
	struct plan_sent_vec files = {0};
	struct plan_received received = receive(w, w->culture, STR(SAMPLE));
	const struct plan_sent sent[] = {{.file_name = STR("a.md"), .plan_id = received.plan_id},
	                                 {.file_name = STR("b.md"), .plan_id = received.plan_id, .was_there = true},
	                                 {.file_name = STR("c.md"), .problem = {.id = "Too large: {1}", .args = {STR("60 MB")}}}};
	struct db_conn *db = testing_begin(w->t, DB_WRITE);
	for (size_t i = 0; i < 3; i++)
		assert_rc(plan_sent_add(db, w->arena, w->person, 1000 + (int64_t)i, &sent[i]), RC_OK);
	testing_commit(db);
	run_jobs(w);
	db = testing_begin(w->t, DB_READ);
	assert_rc(plan_sent_list(db, w->arena, w->person, 1000, 10, &files), RC_OK);
	assert_int_equal(files.n, 3);
	assert_str(files.at[0].problem.args[0], "60 MB");
	assert_int_equal(files.at[0].plan_id, 0);
	assert_true(files.at[1].was_there);
	assert_int_equal(files.at[2].state, PLAN_REVIEW);
	assert_int_equal(files.at[2].reading.state, JOBS_DONE);
	assert_int_equal(files.at[2].n_tasks, 3);
	assert_rc(plan_sent_list(db, w->arena, w->person, 1002, 10, &files), RC_OK);
	assert_int_equal(files.n, 1); /* what was sent before is left out */
	db_rollback(db);
}

static void a_field_is_no_surer_than_the_restored_words_in_it(void **state)
{
	struct world *w = world_of(state);
	struct plan_place_vec before = {0}, after = {0};
	struct plan_change_vec changes = {0};
	struct plan_received received = receive(w, w->culture, STR(SAMPLE));
	run_jobs(w);
	struct db_conn *db = testing_begin(w->t, DB_WRITE);
	assert_rc(plan_store_places(db, w->arena, received.plan_id, &before), RC_OK);
	size_t issuer = 0, title = 0;
	for (size_t i = 0; i < before.n; i++) {
		issuer = str_eq(before.at[i].field, STR("issuer")) ? i : issuer;
		title = str_eq(before.at[i].field, STR("title")) ? i : title;
	}
	/* A word of the issuer's place, restored by a guess; behind it one that is surer than any field. */
	VEC_PUSH(w->arena, &changes, (struct plan_change){before.at[issuer].begin, before.at[issuer].begin + 3, STR("UY"), 41});
	VEC_PUSH(w->arena, &changes, (struct plan_change){before.at[title].begin, before.at[title].begin + 3, STR("PHONG"), 100});
	assert_rc(plan_store_add_changes(db, received.plan_id, &changes), RC_OK);
	assert_rc(plan_store_weigh_changes(db, received.plan_id), RC_OK);
	assert_rc(plan_store_places(db, w->arena, received.plan_id, &after), RC_OK);
	for (size_t i = 0; i < after.n; i++)
		assert_int_equal(after.at[i].confidence, i == issuer ? 41 : before.at[i].confidence);
	assert_rc(plan_store_changes(db, w->arena, received.plan_id, &changes), RC_OK);
	assert_int_equal(changes.n, 2);
	assert_str(changes.at[0].before, "UY");
	db_rollback(db);
}

/* ---- against the register and the plan above ---- */

#define ABOVE                                                                                                                               \
	"ỦY BAN NHÂN DÂN TỈNH VÍ DỤ\nSỞ TÀI CHÍNH\n\nSố: 8/KH-STC\n\nBình Minh, ngày 02 tháng 01 năm 2026\n\nKẾ HOẠCH\n" \
	"Tuyên truyền cải cách hành chính năm 2026\n\nI. NỘI DUNG\nMỗi đơn vị gửi 02 tin, bài/tháng.\n"                    \
	"II. TỔ CHỨC THỰC HIỆN\n1. Các phòng\n- Báo cáo năm về Sở Tài chính trước ngày 25/11/2026.\n"
#define BELOW                                                                                                                                   \
	"SỞ TÀI CHÍNH\nPHÒNG NGÂN SÁCH\n\nSố: 3/KH-PNS\n\nBình Minh, ngày 15 tháng 01 năm 2026\n\nKẾ HOẠCH\n"                      \
	"Tuyên truyền cải cách hành chính\nnăm 2026 của Phòng Ngân sách\n\n"                                                          \
	"Thực hiện Kế hoạch số 8/KH-STC ngày 02/01/2026 của Sở Tài chính, Phòng Ngân sách xây dựng kế hoạch như sau:\n" \
	"I. NỘI DUNG\nGửi 01 tin, bài/tháng.\nII. TỔ CHỨC THỰC HIỆN\n1. Tổ Tổng hợp\n"                                          \
	"- Báo cáo năm về Sở Tài chính trước ngày 05/12/2026.\n\nPHỤ LỤC\n"                                                        \
	"| STT | Nhiệm vụ | Sản phẩm | Thời gian | Đơn vị thực hiện |\n|---|---|---|---|---|\n"                                   \
	"| 1 | Viết tin về một cửa | 02 tin | Tháng 3/2026 | Sở Tài chính |\n"                                                         \
	"| 2 | Mở lớp tập huấn | Lớp học | Tháng 6/2026 | Sở Ngoại vụ |\n"

/* The sentences in English that tell of a kind of defect, joined by " | ". */
static struct str warnings_of(struct world *w, int64_t plan_id, const char *label)
{
	static const struct message_catalogue english = {.language = "en"};
	struct plan_warning_vec warnings = {0};
	struct str all = STR("");
	struct db_conn *db = testing_begin(w->t, DB_READ);
	assert_rc(plan_store_warnings(db, w->arena, plan_id, &warnings), RC_OK);
	db_rollback(db);
	for (size_t i = 0; i < warnings.n; i++) {
		assert_non_null(warnings.at[i].label);
		if (strcmp(warnings.at[i].label, label) == 0)
			all = str_format(w->arena, "%.*s%s%.*s", STR_ARG(all), all.len > 0 ? " | " : "",
			                 STR_ARG(message_format(w->arena, &english, &warnings.at[i].message)));
	}
	return all;
}

static void a_plan_is_compared_with_the_one_above_that_it_carries_out(void **state)
{
	struct world *w = world_of(state);
	struct db_conn *db = testing_begin(w->t, DB_WRITE);
	int64_t room = add_unit(w, db, "H5", "Phòng Ngân sách", "/2/5/");
	testing_commit(db);
	receive(w, w->finance, STR(ABOVE));
	run_jobs(w);
	struct plan_received own = receive(w, room, STR(BELOW)), aside = receive(w, w->culture, STR(BELOW));
	run_jobs(w);
	assert_str(
	    warnings_of(w, own.plan_id, "Later than the plan above"),
	    "The report to Sở Tài chính is due on 05/12/2026 here; Kế hoạch số 8/KH-STC, which this plan carries out, wants it by "
	    "25/11/2026. Bring the day forward.");
	assert_str(
	    warnings_of(w, own.plan_id, "Less than the plan above"),
	    "“01 tin, bài/tháng” is below the quota of Kế hoạch số 8/KH-STC, which this plan carries out: “02 tin, bài/tháng”. "
	    "Raise it, or tell them why not.");
	/* another's plan is no one's business */
	assert_str(warnings_of(w, aside.plan_id, "Less than the plan above"), "");
}

static void units_that_the_register_lacks_are_named(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received = receive(w, w->culture, STR(BELOW));
	run_jobs(w);
	assert_str(warnings_of(w, received.plan_id, "Unit not known"),
	           "Not in the register of units: “Sở Ngoại vụ”. Correct the name in the task, or add the unit to the register.");
}

static void a_title_over_several_lines_has_a_place_for_each(void **state)
{
	struct world *w = world_of(state);
	struct plan_received received = receive(w, w->culture, STR(BELOW));
	struct plan_place_vec places;
	struct str source, title = STR("");
	run_jobs(w);
	struct db_conn *db = testing_begin(w->t, DB_READ);
	assert_rc(plan_store_source(db, w->arena, received.plan_id, &source), RC_OK);
	assert_rc(plan_store_places(db, w->arena, received.plan_id, &places), RC_OK);
	db_rollback(db);
	for (size_t i = 0, n = 0; i < places.n; i++) {
		const struct plan_place *place = &places.at[i];
		if (!str_eq(place->field, STR("title")))
			continue;
		assert_int_equal(place->seq, n++);
		struct str line = str_part(source, (size_t)place->begin, (size_t)(place->end - place->begin));
		title = str_format(w->arena, "%.*s%s%.*s", STR_ARG(title), title.len > 0 ? " / " : "", STR_ARG(line));
	}
	assert_str(title, "Tuyên truyền cải cách hành chính / năm 2026 của Phòng Ngân sách");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    TESTING_BOTH(a_file_becomes_a_year_of_tasks),
	    TESTING_BOTH(a_unit_with_a_task_sees_the_plan_once_it_is_confirmed),
	    TESTING_BOTH(every_place_lies_within_the_source_and_holds_what_was_read),
	    TESTING_BOTH(a_title_over_several_lines_has_a_place_for_each),
	    TESTING_BOTH(a_plan_is_compared_with_the_one_above_that_it_carries_out),
	    TESTING_BOTH(units_that_the_register_lacks_are_named),
	    TESTING_BOTH(a_plan_is_corrected_and_confirmed_at_its_own_version_only),
	    TESTING_BOTH(assignments_name_the_unit_of_the_register_where_there_is_just_one),
	    TESTING_BOTH(units_in_short_are_those_that_the_plan_writes_out),
	    TESTING_BOTH(a_damaged_text_is_stored_restored_with_what_stood_there),
	    TESTING_BOTH(the_same_file_leads_to_the_plan_that_is_there),
	    TESTING_BOTH(a_defect_is_not_named_twice),
	    TESTING_BOTH(two_units_may_have_the_same_file),
	    TESTING_BOTH(an_empty_or_too_large_file_is_not_taken_in),
	    TESTING_BOTH(what_is_no_text_is_refused_and_can_be_sent_again),
	    TESTING_BOTH(a_plan_is_cancelled_while_it_waits_and_taken_in_anew),
	    TESTING_BOTH(a_plan_that_moves_on_while_it_is_read_gets_nothing),
	    TESTING_BOTH(a_reading_that_failed_is_begun_again),
	    TESTING_BOTH(what_a_killed_process_left_running_is_done_by_the_next),
	    TESTING_BOTH(what_a_person_sent_shows_with_what_became_of_each),
	    TESTING_BOTH(a_field_is_no_surer_than_the_restored_words_in_it),
	};
	return TEST_RUN(cases);
}
