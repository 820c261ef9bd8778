#include "feature/plan/plan_queue_web.h"

#include "feature/plan/plan_queue_html.h"
#include "feature/plan/plan_sent.h"
#include "feature/task/task_view.h"

enum { SHOWN_DAYS = 7, MOST_FILES = 200, REFRESH_S = 3, DAY_MS = 24 * 60 * 60 * 1000, MINUTE = 60 };

struct message plan_queue_web_pages(struct app_call *call, const struct jobs_job *job)
{
	if (job->pages == 0)
		return (struct message){0};
	return (struct message){.id = MSG("Page {1} of {2}"),
	                        .args = {str_format(call->arena, "%d", job->pages_done), str_format(call->arena, "%d", job->pages)}};
}

struct message plan_queue_web_left(struct app_call *call, const struct jobs_job *job)
{
	int64_t seconds = jobs_seconds_left(job, call->now_ms);
	if (seconds < 0)
		return (struct message){0};
	if (seconds < MINUTE)
		return (struct message){.id = MSG("less than a minute left")};
	return (struct message){.id = MSG("about {1} minutes left"),
	                        .args = {str_format(call->arena, "%lld", (long long)((seconds + MINUTE - 1) / MINUTE))}};
}

static void show_reading(struct app_call *call, const struct plan_sent *sent, struct plan_queue_html_row *row)
{
	const struct jobs_job *job = &sent->reading;
	if (job->id != 0 && job->state != JOBS_QUEUED && job->state != JOBS_RUNNING) {
		row->state = STR("failed");
		row->state_words.id = MSG("Could not be read");
		row->outcome.id = MSG("Something went wrong on the server while the plan was read.");
		row->what_to_do.id = MSG("Read it again. If it fails again, tell the administrator.");
		row->again_action = html_url_format(call->arena, "/plan/%lld/again", (long long)sent->plan_id);
		return;
	}
	row->reading = true;
	if (job->state == JOBS_QUEUED) {
		row->state = STR("waiting");
		row->state_words.id = MSG("Waits to be read");
	}
	row->percent = job->percent;
	row->pages_words = plan_queue_web_pages(call, job);
	row->left_words = plan_queue_web_left(call, job);
	row->cancel_action = html_url_format(call->arena, "/plan/%lld/cancel", (long long)sent->plan_id);
}

static void show_read(struct app_call *call, const struct plan_sent *sent, struct plan_queue_html_row *row)
{
	bool to_review = sent->state == PLAN_REVIEW && role_may(call->who->role, APP_CONFIRM_PLANS);
	if (!sent->was_there && sent->n_tasks == 0)
		row->outcome.id = MSG("No task was found. Look the plan over, and enter its tasks by hand.");
	else if (!sent->was_there)
		row->outcome = (struct message){.id = MSG("Tasks that were found: {1}."),
		                                .args = {str_format(call->arena, "%lld", (long long)sent->n_tasks)}};
	row->next_words.id = to_review ? MSG("Look it over") : MSG("Open the plan");
	row->next_href = html_url_format(call->arena, to_review ? "/plan/%lld/review" : "/plan/%lld", (long long)sent->plan_id);
}

static void show_unread(struct app_call *call, const struct plan_sent *sent, struct plan_queue_html_row *row)
{
	if (sent->state == PLAN_CANCELLED) {
		row->outcome.id = MSG("The reading was stopped.");
		row->what_to_do.id = MSG("Read it again, or leave it: the original is kept.");
	} else {
		row->outcome = sent->reading.message;
		row->what_to_do.id = MSG("Mend the file and put it in again; the original is kept as it came.");
	}
	row->again_action = html_url_format(call->arena, "/plan/%lld/again", (long long)sent->plan_id);
}

static struct plan_queue_html_row shown_row(struct app_call *call, const struct plan_sent *sent)
{
	const struct message at = {.id = MSG("Sent at {1}"), .args = {task_view_moment(call->arena, sent->at_ms)}};
	struct plan_queue_html_row row = {
	    .file_name = sent->file_name,
	    .title = sent->title,
	    .state = plan_state_name(sent->state),
	    .state_words = {.id = plan_state_label(sent->state)},
	    .sent_words = message_format(call->arena, call->words, &at),
	};
	if (sent->plan_id == 0) {
		row.state = STR("refused");
		row.state_words.id = MSG("Refused");
		row.outcome = sent->problem;
		return row;
	}
	bool read = sent->state == PLAN_REVIEW || sent->state == PLAN_CONFIRMED;
	row.href = html_url_format(call->arena, read ? "/plan/%lld" : "/plan/%lld/progress", (long long)sent->plan_id);
	row.original_href = html_url_format(call->arena, "/plan/%lld/original", (long long)sent->plan_id);
	if (sent->was_there)
		row.outcome.id = MSG("Your unit has this very file already: nothing was added.");
	if (read)
		show_read(call, sent, &row);
	else if (sent->state == PLAN_READING)
		show_reading(call, sent, &row);
	else
		show_unread(call, sent, &row);
	return row;
}

enum rc plan_queue_web_answer(struct app_call *call)
{
	struct plan_sent_vec files = {0};
	int64_t since_ms = call->now_ms - (int64_t)SHOWN_DAYS * DAY_MS;
	TRY(plan_sent_list(call->db, call->arena, call->who->id, since_ms, MOST_FILES, &files));
	struct plan_queue_html_row *rows = ARENA_ARRAY(call->arena, struct plan_queue_html_row, files.n);
	struct plan_queue_html page = {
	    .rows = rows,
	    .n_rows = files.n,
	    .reach = {.id = MSG("Files of the last {1} days are shown. What was sent before is in the list of plans."),
	              .args = {str_format(call->arena, "%d", SHOWN_DAYS)}},
	    .more_href = html_url_path(STR("/plan/upload")),
	    .list_href = html_url_path(STR("/plan")),
	};
	for (size_t i = 0; i < files.n; i++) {
		rows[i] = shown_row(call, &files.at[i]);
		page.running += rows[i].reading;
	}
	page.summary = (struct message){
	    .id = page.running > 0 ? MSG("Files still being read: {1} of {2}.") : MSG("All {2} files are done with."),
	    .args = {str_format(call->arena, "%lld", (long long)page.running), str_format(call->arena, "%zu", files.n)}};
	const struct app_page around = {.title = MSG("Files sent"), .section = "plan", .refresh_s = page.running > 0 ? REFRESH_S : 0};
	return app_answer_page(call, 200, &around, plan_queue_html_slot(&page));
}
