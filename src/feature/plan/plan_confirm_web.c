/* Check, then confirm: what the plan comes to, what is not clear, what was not read surely. */
#include "feature/plan/plan_confirm_web.h"

#include "calendar/date_words.h"
#include "feature/plan/plan_confirm_html.h"
#include "feature/plan/plan_doubts.h"
#include "feature/plan/plan_store.h"
#include "feature/task/task_view.h"

enum { SHOWN_LINKS = 10, MOST_DEADLINES = 366 };

const struct app_param plan_confirm_web_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {0},
};

const struct app_param plan_confirm_web_save_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {.name = "version", .kind = APP_INT, .required = true, .label = MSG("Version")},
    {.name = "past_done", .kind = APP_FLAG, .label = MSG("Count what was due before today as done")},
    {0},
};

/* The review's page that shows the task at this place in the plan, at one of its controls. */
static struct html_url review_url(struct app_call *call, const struct plan *plan, size_t at, struct str control)
{
	size_t from = at / PLAN_REVIEW_TASKS * PLAN_REVIEW_TASKS;
	return html_url_format(call->arena, "/plan/%lld/review?from=%zu#%.*s", (long long)plan->id, from, STR_ARG(control));
}

static void add_facts(struct app_call *call, const struct plan_review_form *form, struct plan_confirm_html *page)
{
	struct plan_confirm_html_fact *facts = ARENA_ARRAY(call->arena, struct plan_confirm_html_fact, PLAN_REVIEW_FIELDS);
	for (int i = 0; i < PLAN_REVIEW_FIELDS; i++) {
		const struct plan_review_row *row = plan_review_form_row((enum plan_review_field)i);
		facts[i] = (struct plan_confirm_html_fact){
		    .label = {.id = row->label},
		    .value = form->values[i],
		    .change_href = html_url_format(call->arena, "/plan/%lld/review#h-%s", (long long)form->plan.id, row->name)};
	}
	page->facts = facts;
	page->n_facts = PLAN_REVIEW_FIELDS;
}

static enum rc count_deadlines(struct app_call *call, const struct task_vec *tasks, struct plan_confirm_html *page)
{
	date_day first = DATE_NONE;
	for (size_t i = 0; i < tasks->n; i++) {
		struct date_day_vec days = {0};
		enum rc rc = schedule_deadlines(call->arena, &tasks->at[i].schedule, date_from_parts(1990, 1, 1),
		                                date_from_parts(2190, 1, 1), MOST_DEADLINES, &days);
		if (rc != RC_INVALID)
			TRY(rc);
		for (size_t j = 0; j < days.n; j++) {
			page->past_count += days.at[j] < call->today;
			first = first == DATE_NONE || days.at[j] < first ? days.at[j] : first;
		}
		page->deadline_count += (int64_t)days.n;
	}
	page->first_deadline = date_words_day(call->arena, call->words, first);
	return RC_OK;
}

static void add_unclear(struct app_call *call, const struct plan_review_form *form, struct plan_confirm_html *page)
{
	struct plan_confirm_html_link *links = ARENA_ARRAY(call->arena, struct plan_confirm_html_link, SHOWN_LINKS);
	for (size_t i = 0; i < form->all.n; i++) {
		const struct task *task = &form->all.at[i];
		if (task->clears == (1U << TASK_CLEARS) - 1)
			continue;
		if (page->unclear_in_all++ < SHOWN_LINKS)
			links[page->n_unclear++] =
			    (struct plan_confirm_html_link){.href = review_url(call, &form->plan, i, plan_review_form_key(call->arena, task)),
			                                    .text = task->title,
			                                    .words = task_view_clears(call->arena, call->words, task->clears)};
	}
	page->unclear = links;
}

static void add_unsure(struct app_call *call, const struct plan_review_form *form, struct plan_confirm_html *page)
{
	struct plan_confirm_html_link *links = ARENA_ARRAY(call->arena, struct plan_confirm_html_link, SHOWN_LINKS);
	struct plan_doubt_vec doubts = {0};
	plan_doubts_find(call->arena, form, &doubts);
	page->unsure_in_all = (int64_t)doubts.n;
	page->n_unsure = doubts.n < SHOWN_LINKS ? doubts.n : SHOWN_LINKS;
	for (size_t i = 0; i < page->n_unsure; i++) {
		const struct plan_doubt *doubt = &doubts.at[i];
		struct str label = app_words(call, doubt->label);
		links[i] = (struct plan_confirm_html_link){
		    .href = plan_doubts_url(call->arena, form->plan.id, doubt),
		    .text = doubt->task != NULL ? doubt->task->title : doubt->value,
		    .words = str_format(call->arena, "%.*s, %lld %%", STR_ARG(label), (long long)doubt->confidence)};
	}
	page->unsure = links;
}

static enum rc load_warnings(struct app_call *call, const struct plan *plan, struct plan_confirm_html *page)
{
	struct plan_warning_vec warnings = {0};
	TRY(plan_store_warnings(call->db, call->arena, plan->id, &warnings));
	struct message *sentences = ARENA_ARRAY(call->arena, struct message, warnings.n);
	for (size_t i = 0; i < warnings.n; i++)
		sentences[i] = warnings.at[i].message;
	page->warnings = sentences;
	page->n_warnings = warnings.n;
	return RC_OK;
}

static enum rc answer(struct app_call *call, int status, const struct plan_review_form *form)
{
	struct plan_confirm_html page = {
	    .title = plan_display_title(&form->plan),
	    .unit = form->plan.unit,
	    .review_href = html_url_format(call->arena, "/plan/%lld/review", (long long)form->plan.id),
	    .action = html_url_format(call->arena, "/plan/%lld/confirm", (long long)form->plan.id),
	    .version = form->plan.version,
	    .tasks_in_all = form->tasks_in_all,
	    .past_done = status != 200 && app_flag(call, "past_done"),
	};
	add_facts(call, form, &page);
	TRY(count_deadlines(call, &form->all, &page));
	add_unclear(call, form, &page);
	add_unsure(call, form, &page);
	TRY(load_warnings(call, &form->plan, &page));
	const struct app_page around = {.title = MSG("Check, then confirm"), .section = "plan"};
	return app_answer_page(call, status, &around, plan_confirm_html_slot(&page));
}

enum rc plan_confirm_web_answer(struct app_call *call)
{
	struct plan_review_form form;
	TRY(plan_review_form_load(call, 0, &form));
	if (form.plan.state != PLAN_REVIEW)
		return app_answer_redirect(call, html_url_format(call->arena, "/plan/%lld", (long long)form.plan.id), NULL);
	return answer(call, 200, &form);
}

enum rc plan_confirm_web_save(struct app_call *call)
{
	struct plan_review_form form;
	TRY(plan_review_form_load(call, 0, &form));
	if (form.plan.state != PLAN_REVIEW)
		return app_answer_redirect(call, html_url_format(call->arena, "/plan/%lld", (long long)form.plan.id),
		                           &(struct message){.id = MSG("Someone else has confirmed this plan already.")});
	if (form.plan.version != app_int(call, "version")) {
		app_add_problem(
		    call, NULL,
		    (struct message){.id = MSG("Someone else changed this plan a moment ago. Look at it as it is now, then confirm.")});
		return answer(call, 409, &form);
	}
	TRY(plan_confirm(call->db, call->arena, &form.plan, call->who->id, call->now_ms));
	if (app_flag(call, "past_done"))
		TRY(plan_keep_past(call->db, call->arena, &form.plan, call->who->id, call->now_ms, call->today));
	return app_answer_redirect(call, html_url_format(call->arena, "/?plan=%lld", (long long)form.plan.id),
	                           &(struct message){.id = MSG("The plan counts from now on: its tasks are on Today.")});
}
