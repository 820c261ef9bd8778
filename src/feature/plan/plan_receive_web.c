/* Plans coming in. A file that is refused leaves the others alone: each has its own line in the answer. */
#include "feature/plan/plan_receive_web.h"

#include "feature/plan/plan.h"
#include "feature/plan/plan_duplicate_html.h"
#include "feature/plan/plan_page_web.h"
#include "feature/plan/plan_progress_html.h"
#include "feature/plan/plan_queue_web.h"
#include "feature/plan/plan_sent.h"
#include "feature/plan/plan_sql.h"
#include "feature/plan/plan_store.h"
#include "feature/plan/plan_upload_html.h"
#include "feature/task/task.h"
#include "feature/task/task_filter.h"
#include "feature/task/task_view.h"

enum { MOST_FILES = 20, FILE_NAME_BYTES = 200, REFRESH_S = 2 };

const struct app_param plan_receive_web_params[] = {
    {.name = "unit", .kind = APP_INT, .label = MSG("Unit")},
    {.name = "file", .kind = APP_FILE, .required = true, .label = MSG("Files")},
    {.name = "queue", .kind = APP_FLAG, .label = MSG("Back to the files sent")},
    {0},
};

const struct app_param plan_receive_web_plan_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {0},
};

const struct app_param plan_receive_web_act_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {.name = "queue", .kind = APP_FLAG, .label = MSG("Back to the files sent")},
    {0},
};

/* ---- the form ---- */

/* The units that the person may put plans in for: their own and those below. */
static enum rc load_units(struct app_call *call, int64_t chosen, struct plan_upload_html *page)
{
	struct task_scope own;
	struct plan_sql_list_units_rows rows = {0};
	TRY(task_filter_own_scope(call, &own));
	TRY(plan_sql_list_units(call->db, call->arena, own.path_from, own.path_to, &rows));
	if (rows.n < 2)
		return RC_OK;
	struct plan_upload_html_option *options = ARENA_ARRAY(call->arena, struct plan_upload_html_option, rows.n);
	for (size_t i = 0; i < rows.n; i++)
		options[i] = (struct plan_upload_html_option){str_format(call->arena, "%lld", (long long)rows.at[i].id), rows.at[i].name,
		                                              rows.at[i].id == chosen};
	page->units = options;
	page->n_units = rows.n;
	return RC_OK;
}

/* What is read. The name of a file counts for nothing; browsers use it to show what may be chosen. */
static const char *const forms[] = {MSG("Word (.docx, .doc)"),
                                    MSG("PDF, also of scans (.pdf)"),
                                    MSG("Scans and photographs (.png, .jpg, .tif)"),
                                    MSG("OpenDocument (.odt, .ods)"),
                                    MSG("Excel (.xlsx, .xls)"),
                                    MSG("Web page (.html)"),
                                    MSG("RTF (.rtf)"),
                                    MSG("Plain text (.txt, .md)")};
enum { FORMS = sizeof forms / sizeof *forms };
#define ACCEPTED ".docx,.doc,.pdf,.png,.jpg,.jpeg,.tif,.tiff,.odt,.ods,.xlsx,.xls,.html,.htm,.rtf,.txt,.md"

static enum rc answer_form(struct app_call *call, int status, int64_t unit)
{
	struct str *words = ARENA_ARRAY(call->arena, struct str, FORMS);
	for (int i = 0; i < FORMS; i++)
		words[i] = app_words(call, forms[i]);
	struct plan_upload_html page = {
	    .action = html_url_path(STR("/plan/upload")),
	    .accept = STR(ACCEPTED),
	    .forms = words,
	    .n_forms = FORMS,
	    .max_megabytes = call->app->max_upload_bytes >> 20,
	    .max_files = MOST_FILES,
	    .queue_href = html_url_path(STR("/plan/queue")),
	    .back_href = html_url_path(STR("/plan")),
	};
	if (app_has_problems(call)) {
		page.file_problem = app_problem_of(call, "file");
		page.unit_problem = app_problem_of(call, "unit");
	}
	TRY(load_units(call, unit != 0 ? unit : call->who->unit_id, &page));
	const struct app_page around = {.title = MSG("Put in a plan"), .section = "plan", .script = STR("upload.js")};
	return app_answer_page(call, status, &around, plan_upload_html_slot(&page));
}

enum rc plan_receive_web_form(struct app_call *call)
{
	return answer_form(call, 200, 0);
}

/* ---- the files ---- */

/* What became of one file. */
struct received {
	struct str file_name;
	enum rc rc; /* RC_OK, or why it was refused */
	struct plan_received plan;
	struct message problem;
};

static enum rc receive_one(struct app_call *call, int64_t unit_id, const struct http_upload *upload, struct received *ret)
{
	*ret = (struct received){.file_name = str_part(upload->file_name, 0, FILE_NAME_BYTES)};
	ret->rc = plan_receive(call->app, call->db, call->arena, call->who->id, unit_id, upload->temporary_path, ret->file_name,
	                       &ret->plan, &ret->problem);
	return ret->rc == RC_INVALID || ret->rc == RC_LIMIT ? RC_OK : ret->rc;
}

static enum rc answer_duplicate(struct app_call *call, const struct received *file)
{
	struct task_scope own;
	struct plan plan;
	TRY(task_filter_own_scope(call, &own));
	TRY(plan_store_find(call->db, call->arena, own.path_from, own.path_to, file->plan.plan_id, &plan));
	struct message sent = {.id = MSG("Put in at {1}"), .args = {task_view_moment(call->arena, plan.created_at_ms)}};
	struct plan_duplicate_html page = {
	    .file_name = file->file_name,
	    .title = plan_display_title(&plan),
	    .href = html_url_format(call->arena, "/plan/%lld", (long long)plan.id),
	    .sent_words = message_format(call->arena, call->words, &sent),
	    .state = plan_state_name(plan.state),
	    .state_words = {.id = plan_state_label(plan.state)},
	    .more_href = html_url_path(STR("/plan/upload")),
	};
	const struct app_page around = {.title = MSG("This plan is there already"), .section = "plan"};
	return app_answer_page(call, 200, &around, plan_duplicate_html_slot(&page));
}

/* Notes the files for the queue, the first one last, so that it stands on top. */
static enum rc note_sent(struct app_call *call, const struct received *files, size_t n)
{
	for (size_t i = n; i-- > 0;) {
		const struct plan_sent sent = {.file_name = files[i].file_name,
		                               .plan_id = files[i].plan.plan_id,
		                               .was_there = files[i].plan.duplicate,
		                               .problem = files[i].problem};
		TRY(plan_sent_add(call->db, call->arena, call->who->id, call->now_ms, &sent));
	}
	return RC_OK;
}

/* The unit chosen in the form, where it is the person's own or below it. */
static enum rc chosen_unit(struct app_call *call, int64_t *ret)
{
	int64_t unit = app_int(call, "unit");
	struct task_scope own, chosen;
	TRY(task_filter_own_scope(call, &own));
	if (unit != 0) {
		TRY(task_scope_of_unit(call->db, call->arena, unit, &chosen));
		if (!str_has_prefix(chosen.path_from, own.path_from))
			return RC_DENIED;
	}
	*ret = unit != 0 ? unit : call->who->unit_id;
	return RC_OK;
}

enum rc plan_receive_web_files(struct app_call *call)
{
	const struct http_upload_vec *uploads = &call->request->uploads;
	struct received *files = ARENA_ARRAY(call->arena, struct received, MOST_FILES);
	int64_t unit = 0;
	TRY(chosen_unit(call, &unit));
	if (!app_has_problems(call) && uploads->n > MOST_FILES)
		app_add_problem(call, "file",
		                (struct message){.id = MSG("Choose at most {1} files at once."),
		                                 .args = {str_format(call->arena, "%d", MOST_FILES)}});
	if (app_has_problems(call))
		return answer_form(call, 422, unit);
	for (size_t i = 0; i < uploads->n; i++)
		TRY(receive_one(call, unit, &uploads->at[i], &files[i]));
	TRY(note_sent(call, files, uploads->n));
	if (uploads->n > 1 || app_flag(call, "queue"))
		return app_answer_redirect(call, html_url_path(STR("/plan/queue")), NULL);
	if (files[0].rc != RC_OK) {
		app_add_problem(call, "file", files[0].problem);
		return answer_form(call, 422, unit);
	}
	if (files[0].plan.duplicate)
		return answer_duplicate(call, &files[0]);
	return app_answer_redirect(call, html_url_format(call->arena, "/plan/%lld/progress", (long long)files[0].plan.plan_id), NULL);
}

/* ---- a reading under way ---- */

/* Why a reading ended without a plan, and what to do. */
static void add_outcome(const struct plan *plan, const struct jobs_job *job, struct plan_progress_html *page)
{
	if (plan->state == PLAN_CANCELLED) {
		page->problem.id = MSG("The reading was stopped.");
		page->what_to_do.id = MSG("Read it again, or leave it: the original is kept.");
	} else if (plan->state == PLAN_REFUSED) {
		page->problem = job->message;
		page->what_to_do.id = MSG("Mend the file and put it in again; the original is kept as it came.");
	} else {
		page->problem.id = MSG("Something went wrong on the server while the plan was read.");
		page->what_to_do.id = MSG("Read it again. If it fails again, tell the administrator.");
	}
}

enum rc plan_receive_web_progress(struct app_call *call)
{
	struct plan plan;
	struct jobs_job job = {.state = JOBS_QUEUED};
	TRY(plan_page_web_find_own(call, &plan));
	if (plan.state == PLAN_REVIEW)
		return app_answer_redirect(call, html_url_format(call->arena, "/plan/%lld/review", (long long)plan.id), NULL);
	if (plan.state == PLAN_CONFIRMED)
		return app_answer_redirect(call, html_url_format(call->arena, "/plan/%lld", (long long)plan.id), NULL);
	enum rc rc = jobs_find_of(call->db, call->arena, STR(PLAN_IMPORT), plan.id, &job);
	if (rc != RC_NOT_FOUND)
		TRY(rc);
	bool may_write = role_may(call->who->role, APP_WRITE_PLANS);
	struct plan_progress_html page = {
	    .file_name = plan.file_name,
	    .state = plan_state_name(plan.state),
	    .state_words = {.id = plan_state_label(plan.state)},
	    .percent = job.percent,
	    .pages_words = plan_queue_web_pages(call, &job),
	    .left_words = plan_queue_web_left(call, &job),
	    .running = plan.state == PLAN_READING && (job.state == JOBS_QUEUED || job.state == JOBS_RUNNING),
	    .original_href = html_url_format(call->arena, "/plan/%lld/original", (long long)plan.id),
	    .queue_href = html_url_path(STR("/plan/queue")),
	    .list_href = html_url_path(STR("/plan")),
	};
	if (page.running) {
		if (may_write)
			page.cancel_action = html_url_format(call->arena, "/plan/%lld/cancel", (long long)plan.id);
	} else {
		add_outcome(&plan, &job, &page);
		if (may_write)
			page.again_action = html_url_format(call->arena, "/plan/%lld/again", (long long)plan.id);
	}
	const struct app_page around = {
	    .title = MSG("Reading the plan"), .section = "plan", .refresh_s = page.running ? REFRESH_S : 0};
	return app_answer_page(call, 200, &around, plan_progress_html_slot(&page));
}

/* Back to where the button was. Where the plan has moved on meanwhile, its progress page leads on to it. */
static enum rc back_to_progress(struct app_call *call, int64_t plan_id, enum rc rc)
{
	if (rc != RC_CONFLICT)
		TRY(rc);
	if (app_flag(call, "queue"))
		return app_answer_redirect(call, html_url_path(STR("/plan/queue")), NULL);
	return app_answer_redirect(call, html_url_format(call->arena, "/plan/%lld/progress", (long long)plan_id), NULL);
}

enum rc plan_receive_web_cancel(struct app_call *call)
{
	struct plan plan;
	TRY(plan_page_web_find_own(call, &plan));
	return back_to_progress(call, plan.id, plan_cancel(call->db, call->arena, plan.id));
}

enum rc plan_receive_web_again(struct app_call *call)
{
	struct plan plan;
	TRY(plan_page_web_find_own(call, &plan));
	return back_to_progress(call, plan.id, plan_read_again(call->app, call->db, call->arena, plan.id, call->who->id));
}
