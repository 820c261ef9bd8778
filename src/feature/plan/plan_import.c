/* The job that reads an original and stores what was read, in one transaction. */
#include "app/settings.h"
#include "base/buf.h"
#include "feature/plan/plan.h"
#include "feature/plan/plan_above.h"
#include "feature/plan/plan_document.h"
#include "feature/plan/plan_register.h"
#include "feature/plan/plan_sql.h"
#include "feature/plan/plan_store.h"
#include "feature/task/task.h"
#include "reading/reading.h"
#include "repair/mend.h"

enum { CELL_BYTES = 256 * 1024 };

/* One text a line. */
static struct str lines_of(struct arena *arena, const struct reading_field_vec *fields)
{
	struct buf out;
	buf_init(&out, arena, CELL_BYTES);
	for (size_t i = 0; i < fields->n; i++) {
		if (i > 0)
			buf_add_char(&out, '\n');
		buf_add(&out, fields->at[i].text);
	}
	return buf_str(&out);
}

static void add_place(struct arena *arena, const char *name, const struct reading_field *field, struct task_place_vec *places)
{
	if (field->text.ptr == NULL)
		return;
	struct task_place place = {.field = str_of(name), .confidence = field->confidence};
	for (uint32_t i = 0; i <= field->n_more; i++) {
		struct document_span span = i == 0 ? field->span : field->more[i - 1];
		if (span.end <= span.begin)
			continue;
		place.begin = span.begin;
		place.end = span.end;
		VEC_PUSH(arena, places, place);
	}
}

static void add_places(struct arena *arena, const char *name, const struct reading_field_vec *fields,
                       struct task_place_vec *places)
{
	for (size_t i = 0; i < fields->n; i++)
		add_place(arena, name, &fields->at[i], places);
}

static struct str or_empty(struct str text)
{
	return text.ptr != NULL ? text : STR("");
}

static struct task_assignment_vec assignments_of(struct arena *arena, const struct unit_directory *directory,
                                                 const struct reading_assignment_vec *read)
{
	static const enum task_role roles[] = {
	    [READING_LEAD] = TASK_LEAD, [READING_COORDINATE] = TASK_COORDINATE, [READING_PERFORM] = TASK_PERFORM};
	struct task_assignment_vec assignments = {0};
	for (size_t i = 0; i < read->n; i++) {
		struct task_assignment assignment = {.unit = read->at[i].unit, .role = roles[read->at[i].role]};
		struct task_assignment resolved = task_resolve(directory, arena, &assignment);
		if (read->at[i].in_full.len > 0 && !resolved.unit_id.has && resolved.members == 0) {
			assignment.unit = read->at[i].in_full;
			resolved = task_resolve(directory, arena, &assignment);
			resolved.unit = read->at[i].unit;
		}
		VEC_PUSH(arena, &assignments, resolved);
	}
	return assignments;
}

/* The words of an assignment are as sure as the least sure of the units that were cut from them. */
static struct reading_field whole_assignment(const struct reading_part *part)
{
	struct reading_field whole = part->assignment_raw;
	for (size_t i = 0; i < part->assignments.n; i++)
		if (part->assignments.at[i].confidence < whole.confidence)
			whole.confidence = part->assignments.at[i].confidence;
	return whole;
}

static enum rc store_part(struct db_conn *db, struct arena *arena, const struct unit_directory *directory,
                          const struct task *shared, const struct reading_task *read, const struct reading_part *part)
{
	struct task task = *shared;
	struct task_place_vec places = {0};
	int64_t id;
	task.products = lines_of(arena, &part->products);
	task.funding = lines_of(arena, &part->funding);
	task.schedule_raw = or_empty(part->schedule_raw.text);
	task.assignment_raw = or_empty(part->assignment_raw.text);
	task.schedule = part->schedule;
	task.schedule.rrule = or_empty(part->schedule.rrule);
	task.schedule.condition = or_empty(part->schedule.condition);
	task.assignments = assignments_of(arena, directory, &part->assignments);
	add_place(arena, "title", &read->title, &places);
	add_place(arena, "channels", &read->channels, &places);
	add_places(arena, "products", &part->products, &places);
	add_place(arena, "schedule", &part->schedule_raw, &places);
	const struct reading_field assignment = whole_assignment(part);
	add_place(arena, "assignment", &assignment, &places);
	add_places(arena, "funding", &part->funding, &places);
	return task_add(db, arena, &task, &places, &id);
}

static enum rc store_tasks(struct db_conn *db, struct arena *arena, int64_t plan_id, int64_t unit_id,
                           const struct reading *reading)
{
	struct unit_directory directory;
	TRY(unit_meaning_open(db, arena, unit_id, &directory));
	for (size_t i = 0; i < reading->tasks.n; i++) {
		const struct reading_task *read = &reading->tasks.at[i];
		struct task task = {
		    .plan_id = plan_id,
		    .unit_id = unit_id,
		    .seq = (int64_t)i + 1,
		    .ordinal = or_empty(read->ordinal),
		    .title = or_empty(read->title.text),
		    .channels = or_empty(read->channels.text),
		    .authority = STR(""),
		};
		for (size_t part = 0; part < read->parts.n; part++) {
			task.part = (int64_t)part + 1;
			TRY(store_part(db, arena, &directory, &task, read, &read->parts.at[part]));
		}
	}
	return RC_OK;
}

/* The file's pages take most of the bar: a scan takes seconds each. Reading the plan in them and storing it take a moment. */
enum { FILE_PERCENT = 90, READING_PERCENT = 8, ALL = 100 };

static bool tell_pages(void *context, uint32_t done, uint32_t all)
{
	jobs_count_pages(context, (int)done, (int)all);
	return jobs_progress(context, all > 0 ? (int)((uint64_t)done * FILE_PERCENT / all) : 0);
}

static bool tell_progress(void *context, int percent)
{
	return jobs_progress(context, FILE_PERCENT + percent * READING_PERCENT / ALL);
}

static enum rc store_changes(struct db_conn *db, struct arena *arena, int64_t plan_id, const struct repair_change_vec *restored)
{
	struct plan_change_vec changes = {0};
	for (size_t i = 0; i < restored->n; i++) {
		const struct repair_change *change = &restored->at[i];
		VEC_PUSH(arena, &changes,
		         (struct plan_change){.begin = change->span.begin,
		                              .end = change->span.end,
		                              .before = change->before,
		                              .confidence = change->confidence});
	}
	return plan_store_add_changes(db, plan_id, &changes);
}

static enum rc store(struct jobs_run *run, struct db_conn *db, int64_t unit_id, const struct document *document,
                     struct reading *reading, const struct repair_change_vec *changes)
{
	TRY(plan_above_check(db, run->arena, run->job->subject, unit_id, document, reading));
	TRY(plan_register_check(db, run->arena, unit_id, reading));
	TRY(store_changes(db, run->arena, run->job->subject, changes));
	TRY(plan_store_reading(db, run->arena, run->job->subject, document, reading));
	TRY(store_tasks(db, run->arena, run->job->subject, unit_id, reading));
	TRY(plan_store_weigh_changes(db, run->job->subject));
	return jobs_finish(run, db);
}

/* Marks the plan as one that cannot be read; the job's message says why. */
static enum rc refuse(struct jobs_run *run, const struct message *problem)
{
	struct db_conn *db;
	int64_t changed;
	TRY(db_begin(run->app->db, DB_WRITE, &db));
	enum rc rc = plan_sql_move_state(db, run->job->subject, STR("reading"), STR("refused"), &changed);
	if (rc == RC_OK)
		rc = changed == 1 ? jobs_refuse(run, db, problem) : RC_CANCELLED;
	if (rc == RC_OK)
		return db_commit(db);
	db_rollback(db);
	return rc;
}

static enum rc find_plan(struct jobs_run *run, struct plan_sql_find_import_row *ret)
{
	struct db_conn *db;
	TRY(db_begin(run->app->db, DB_READ, &db));
	enum rc rc = plan_sql_find_import(db, run->arena, run->job->subject, ret);
	db_rollback(db);
	return rc;
}

/* What the database knows of words: the names of its units, the plans that this unit has confirmed. */
enum { MOST_NAMES = 5000, MOST_TEXTS = 5 };

struct lesson {
	struct jobs_run *run;
	int64_t unit_id;
};

static enum rc teach_rows(struct db_conn *db, const struct lesson *lesson, struct repair *repair)
{
	struct plan_sql_list_names_rows names = {0};
	struct plan_sql_list_confirmed_texts_rows texts = {0};
	TRY(plan_sql_list_names(db, lesson->run->arena, MOST_NAMES, &names));
	TRY(plan_sql_list_confirmed_texts(db, lesson->run->arena, lesson->unit_id, MOST_TEXTS, &texts));
	for (size_t i = 0; i < names.n; i++)
		repair_teach(repair, names.at[i].name);
	for (size_t i = 0; i < texts.n; i++)
		repair_teach(repair, texts.at[i].text);
	return RC_OK;
}

static enum rc teach(void *context, struct repair *repair)
{
	const struct lesson *lesson = context;
	struct db_conn *db;
	TRY(db_begin(lesson->run->app->db, DB_READ, &db));
	enum rc rc = teach_rows(db, lesson, repair);
	db_rollback(db);
	return rc;
}

/* Reads the original into a document, restored where its text is damaged, which is kept beside it where it has pages to show. */
static enum rc read_original(struct jobs_run *run, const struct plan_sql_find_import_row *plan, struct document *ret,
                             struct repair_change_vec *ret_changes, struct message *ret_problem)
{
	struct file_reader reader;
	struct db_conn *db;
	TRY(db_begin(run->app->db, DB_READ, &db));
	int64_t megabytes = 0;
	enum rc rc = plan_document_reader(run->app, db, run->arena, &reader);
	if (rc == RC_OK)
		rc = settings_get(db, "pictures.max_megabytes", &megabytes);
	db_rollback(db);
	TRY(rc);
	TRY(plan_document_prune(run->app, run->arena, megabytes));
	reader.progress = tell_pages;
	reader.context = run;
	TRY(file_reader_read(run->arena, &reader, plan_original_path(run->app, run->arena, plan->original_sha256), ret, ret_problem));
	struct lesson lesson = {.run = run, .unit_id = plan->unit_id};
	TRY(repair_mend(run->arena, ret, &(struct repair_teacher){.teach = teach, .context = &lesson}, ret_changes));
	return ret->pages.n > 0 ? plan_document_keep(run->app, run->arena, plan->original_sha256, ret) : RC_OK;
}

enum rc plan_import(struct jobs_run *run, struct message *ret_problem)
{
	struct plan_sql_find_import_row plan;
	struct document document;
	struct reading reading;
	struct repair_change_vec changes;
	struct db_conn *db;
	TRY(find_plan(run, &plan));
	if (!str_eq(plan.state, STR("reading")))
		return RC_CANCELLED;
	enum rc rc = read_original(run, &plan, &document, &changes, ret_problem);
	if (rc == RC_INVALID || rc == RC_LIMIT || rc == RC_UNSUPPORTED)
		return refuse(run, ret_problem);
	TRY(rc);
	rc = reading_of_document(run->arena, &document, plan.file_name, tell_progress, run, &reading);
	if (rc == RC_LIMIT) {
		*ret_problem = (struct message){.id = MSG("The plan has more than {1} tasks. Split it into several files."),
		                                .args = {str_format(run->arena, "%d", READING_MAX_TASKS)}};
		return refuse(run, ret_problem);
	}
	TRY(rc);
	TRY(db_begin(run->app->db, DB_WRITE, &db));
	rc = store(run, db, plan.unit_id, &document, &reading, &changes);
	if (rc != RC_OK) {
		db_rollback(db);
		return rc_pass(rc, __FILE__, __LINE__);
	}
	return db_commit(db);
}
