/* The review page: how the form looks beside its source. What it holds is plan_review_form.c's. */
#include "feature/plan/plan_review_web.h"

#include <stdlib.h>

#include "feature/plan/plan_doubts.h"
#include "feature/plan/plan_review_form.h"
#include "feature/plan/plan_review_html.h"
#include "feature/plan/plan_review_sheets.h"
#include "feature/plan/plan_store.h"
#include "feature/task/task_spelling.h"
#include "feature/task/task_view.h"

/* Of a list at the top of the page: how many are shown at once, and at most. */
enum { FIRST_LEADS = 4, MOST_LEADS = 50, MOST_MENDED = 30, EMPTY_ROWS = 1, GIST_UNITS = 4, GIST_BYTES = 4096 };

static const char *const views[] = {"pages", "text", NULL};
static const char *const actions[] = {"save", "next", "confirm", "add", NULL};

const struct app_param plan_review_web_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {.name = "from", .kind = APP_INT, .max = 1000000, .label = MSG("From")},
    {.name = "view", .kind = APP_CHOICE, .choices = views, .label = MSG("View")},
    TASK_SPELLING_LOOK,
    {0},
};

/* The fields of the plan and of its tasks are read by plan_review_form. */
const struct app_param plan_review_web_save_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {.name = "from", .kind = APP_INT, .max = 1000000, .label = MSG("From")},
    {.name = "view", .kind = APP_CHOICE, .choices = views, .label = MSG("View")},
    {.name = "version", .kind = APP_INT, .required = true, .label = MSG("Version")},
    {.name = "do", .kind = APP_CHOICE, .choices = actions, .label = MSG("Action")},
    TASK_SPELLING_FIX,
    TASK_SPELLING_LOOK,
    {0},
};

/* ---- where a field leads ---- */

/* The page that is being made, and what all its parts look things up in. */
struct view {
	struct app_call *call;
	const struct plan_review_form *form;
	struct plan_review_source source;
	struct plan_doubt_vec doubts;
	struct task_spelling *spelling; /* NULL: nothing is offered */
	size_t next_doubt;              /* the fields come in the order of the doubts */
	struct plan_review_html *page;
};

static bool is_as_text(const struct app_call *call)
{
	return str_eq(app_text(call, "view"), STR("text"));
}

static struct html_url view_url(struct app_call *call, const struct plan_review_form *form, int64_t from, bool as_text)
{
	const char *view = as_text ? from > 0 ? "&view=text" : "?view=text" : "";
	if (from <= 0)
		return html_url_format(call->arena, "/plan/%lld/review%s", (long long)form->plan.id, view);
	return html_url_format(call->arena, "/plan/%lld/review?from=%lld%s", (long long)form->plan.id, (long long)from, view);
}

/* A page of the review from that task on, with the source shown as it is now. */
static struct html_url page_url(struct app_call *call, const struct plan_review_form *form, int64_t from)
{
	return view_url(call, form, from, is_as_text(call));
}

/* A place on a page of the review. */
static struct html_url page_place(struct app_call *call, const struct plan_review_form *form, int64_t from, struct str id)
{
	struct html_url page = page_url(call, form, from);
	return html_url_format(call->arena, "%.*s#%.*s", STR_ARG(page.text), STR_ARG(id));
}

static struct html_url doubt_url(const struct view *view, size_t i)
{
	const struct plan_doubt *doubt = &view->doubts.at[i];
	return page_place(view->call, view->form, (int64_t)plan_doubts_from(doubt), doubt->control);
}

static struct html_url place_of(const struct view *view, struct str control, int64_t begin)
{
	struct str place = plan_review_source_place(view->call, &view->source, control, begin);
	return place.len > 0 ? page_place(view->call, view->form, view->form->from, place) : (struct html_url){0};
}

/* The doubt about a field, where there is one: none or one. */
static const struct plan_review_html_doubt *doubts_of(struct view *view, struct str control, struct str id, struct str of,
                                                      size_t *ret_n)
{
	*ret_n = 0;
	if (view->next_doubt >= view->doubts.n || !str_eq(view->doubts.at[view->next_doubt].control, control))
		return NULL;
	size_t i = view->next_doubt++;
	struct plan_review_html_doubt *doubt = ARENA_NEW(view->call->arena, struct plan_review_html_doubt);
	*doubt = (struct plan_review_html_doubt){.id = id, .of = of, .confidence = view->doubts.at[i].confidence};
	if (i > 0)
		doubt->previous = doubt_url(view, i - 1);
	if (i + 1 < view->doubts.n)
		doubt->next = doubt_url(view, i + 1);
	*ret_n = 1;
	return doubt;
}

/* What else may have been meant in a field that was just written. */
static const struct plan_review_html_offer *offers_of(const struct view *view, struct str control, struct str value,
                                                      size_t *ret_n)
{
	struct arena *arena = view->call->arena;
	*ret_n = 0;
	if (view->spelling == NULL)
		return NULL;
	struct task_spelling_offer_vec offers = task_spelling_offers(arena, view->spelling, view->page->look, control, value);
	struct plan_review_html_offer *rows = ARENA_ARRAY(arena, struct plan_review_html_offer, offers.n);
	for (size_t i = 0; i < offers.n; i++)
		rows[i] = (struct plan_review_html_offer){offers.at[i].typed, offers.at[i].meant, offers.at[i].fix};
	*ret_n = offers.n;
	return rows;
}

/* ---- the fields ---- */

static void add_header(struct view *view)
{
	struct app_call *call = view->call;
	const struct plan_review_form *form = view->form;
	struct plan_review_html_field *fields = ARENA_ARRAY(call->arena, struct plan_review_html_field, PLAN_REVIEW_FIELDS);
	for (int i = 0; i < PLAN_REVIEW_FIELDS; i++) {
		const struct plan_review_row *row = plan_review_form_row((enum plan_review_field)i);
		struct plan_review_html_field *field = &fields[i];
		int64_t confidence, begin;
		bool found = plan_doubts_header(form, (enum plan_review_field)i, &confidence, &begin, &field->printed);
		field->id = str_format(call->arena, "h-%s", row->name);
		field->label.id = row->label;
		field->whole = app_words(call, row->label);
		field->value = form->values[i];
		field->area = row->area;
		field->missing = !found;
		field->sure = found && confidence >= PLAN_DOUBTS_SURE && field->printed.len == 0;
		field->doubts = doubts_of(view, field->id, field->id, field->whole, &field->n_doubts);
		field->offers = offers_of(view, field->id, field->value, &field->n_offers);
		field->problem = message_format(call->arena, call->words, &form->problems[i]);
		if (found)
			field->place = place_of(view, field->id, begin);
		if (form->problems[i].id != NULL)
			app_add_problem(call, str_cstr(call->arena, field->id), form->problems[i]);
	}
	view->page->header = fields;
	view->page->n_header = PLAN_REVIEW_FIELDS;
}

/* Where a task's field was first found in the source; false where it was not. */
static bool find_place(const struct plan_review_form *form, int64_t task_id, const char *field, int64_t *ret_begin)
{
	for (size_t i = 0; i < form->places.n; i++) {
		const struct task_place *place = &form->places.at[i];
		if (place->task_id != task_id || !str_eq(place->field, str_of(field)))
			continue;
		*ret_begin = place->begin;
		return true;
	}
	return false;
}

static struct plan_review_html_field shown_field(struct view *view, const struct plan_review_form_task *shown, struct str ordinal,
                                                 enum task_form_field which)
{
	struct app_call *call = view->call;
	const struct task_form_row *row = task_form_row(which);
	struct str label = app_words(call, row->label);
	struct plan_review_html_field field = {
	    .id = plan_doubts_control(call->arena, shown->task.id, str_of(row->name)),
	    .label = {.id = row->label},
	    .whole = str_format(call->arena, "%.*s, %.*s", STR_ARG(label), STR_ARG(ordinal)),
	    .hint = {.id = row->hint},
	    .value = shown->form.values[which],
	    .area = row->area,
	    .problem = message_format(call->arena, call->words, &shown->form.problems[which]),
	};
	int64_t begin;
	field.doubts = doubts_of(view, field.id, field.id, field.whole, &field.n_doubts);
	field.offers = offers_of(view, field.id, field.value, &field.n_offers);
	if (find_place(view->form, shown->task.id, row->name, &begin)) {
		field.place = place_of(view, field.id, begin);
		field.sure = field.n_doubts == 0;
	}
	if (which == TASK_FORM_SCHEDULE)
		field.understood = schedule_describe(call->arena, call->words, &shown->task.schedule);
	if (shown->form.problems[which].id != NULL)
		app_add_problem(call, str_cstr(call->arena, field.id), shown->form.problems[which]);
	return field;
}

static struct plan_review_html_assignment shown_assignment(struct arena *arena, size_t n,
                                                           const struct task_assignment *assignment)
{
	struct plan_review_html_option *roles = ARENA_ARRAY(arena, struct plan_review_html_option, TASK_PERFORM + 1);
	for (int role = TASK_LEAD; role <= TASK_PERFORM; role++)
		roles[role] = (struct plan_review_html_option){.value = task_role_name((enum task_role)role),
		                                               .label = {.id = task_role_label((enum task_role)role)},
		                                               .chosen = assignment->role == (enum task_role)role};
	return (struct plan_review_html_assignment){.n = (int64_t)n,
	                                            .unit = assignment->unit,
	                                            .group = assignment->members != 0,
	                                            .unknown = assignment->unit.len > 0 && assignment->members == 0 &&
	                                                       !assignment->unit_id.has,
	                                            .roles = roles,
	                                            .n_roles = TASK_PERFORM + 1};
}

static void add_assignments(struct view *view, const struct plan_review_form_task *shown, struct plan_review_html_task *row)
{
	static const struct task_assignment none = {.role = TASK_COORDINATE};
	struct app_call *call = view->call;
	const struct task_assignment_vec *assignments = &shown->form.assignments;
	size_t n = assignments->n + EMPTY_ROWS < TASK_FORM_UNITS ? assignments->n + EMPTY_ROWS : TASK_FORM_UNITS;
	struct plan_review_html_assignment *rows = ARENA_ARRAY(call->arena, struct plan_review_html_assignment, n);
	for (size_t i = 0; i < n; i++)
		rows[i] = shown_assignment(call->arena, i + 1, i < assignments->n ? &assignments->at[i] : &none);
	row->assignments = rows;
	row->n_assignments = n;
	struct str control = plan_doubts_control(call->arena, shown->task.id, STR("assignment")),
	           label = app_words(call, MSG("Who does it"));
	row->assignment_doubts =
	    doubts_of(view, control, str_format(call->arena, "%.*s-assignment", STR_ARG(row->key)),
	              str_format(call->arena, "%.*s, %.*s", STR_ARG(label), STR_ARG(row->ordinal)), &row->n_assignment_doubts);
	int64_t begin;
	if (find_place(view->form, shown->task.id, "assignment", &begin)) {
		row->assignment_place = place_of(view, control, begin);
		row->assignment_sure = row->n_assignment_doubts == 0;
	}
	row->assignment_problem = message_format(call->arena, call->words, &shown->form.assignment_problem);
	if (shown->form.assignment_problem.id != NULL)
		app_add_problem(call, str_cstr(call->arena, control), shown->form.assignment_problem);
}

/* What one looks over while the task is closed: when, and which units. */
static struct str gist_of(struct app_call *call, const struct plan_review_form_task *shown)
{
	struct buf gist;
	const struct task_assignment_vec *units = &shown->form.assignments;
	struct str when = schedule_describe(call->arena, call->words, &shown->task.schedule), text;
	buf_init(&gist, call->arena, GIST_BYTES);
	buf_add(&gist, when);
	for (size_t i = 0; i < units->n && i < GIST_UNITS; i++) {
		buf_add(&gist, i > 0 ? STR(", ") : when.len > 0 ? STR(" · ") : STR(""));
		buf_add(&gist, units->at[i].unit);
	}
	if (units->n > GIST_UNITS)
		buf_add(&gist, STR(" …"));
	return buf_finish(&gist, &text) == RC_OK ? text : when;
}

/* What a person calls a task by: its number in the plan or, where the plan numbers none, which one it is. */
static struct str ordinal_of(struct arena *arena, const struct task *task, int64_t at)
{
	if (task->ordinal.len == 0)
		return str_format(arena, "(%lld)", (long long)at + 1);
	return task->part > 1 ? str_format(arena, "%.*s.%lld", STR_ARG(task->ordinal), (long long)task->part) : task->ordinal;
}

static struct plan_review_html_task shown_task(struct view *view, const struct plan_review_form_task *shown)
{
	struct app_call *call = view->call;
	const struct task *task = &shown->task;
	int64_t at = view->form->from + (shown - view->form->tasks);
	struct plan_review_html_field *fields = ARENA_ARRAY(call->arena, struct plan_review_html_field, TASK_FORM_FIELDS);
	struct plan_review_html_task row = {
	    .key = plan_review_form_key(call->arena, task),
	    .version = task->version,
	    .ordinal = ordinal_of(call->arena, task, at),
	    .title = shown->form.values[TASK_FORM_TITLE],
	    .gist = gist_of(call, shown),
	    .clears_words = task_view_clears(call->arena, call->words, task->clears),
	    .who = task->clears & 1U << TASK_WHO,
	    .work = task->clears & 1U << TASK_WORK,
	    .time = task->clears & 1U << TASK_TIME,
	    .responsibility = task->clears & 1U << TASK_RESPONSIBILITY,
	    .product = task->clears & 1U << TASK_PRODUCT,
	    .authority = task->clears & 1U << TASK_AUTHORITY,
	    .fields = fields,
	    .n_fields = TASK_FORM_FIELDS,
	    .may_drop = !task->live,
	    .dropped = shown->dropped,
	};
	for (int i = 0; i < TASK_FORM_FIELDS; i++) {
		fields[i] = shown_field(view, shown, row.ordinal, (enum task_form_field)i);
		row.unsure += (int64_t)fields[i].n_doubts;
		row.open |= fields[i].problem.len > 0 || fields[i].n_offers > 0;
	}
	add_assignments(view, shown, &row);
	row.unsure += (int64_t)row.n_assignment_doubts;
	row.open |= row.unsure > 0 || row.assignment_problem.len > 0 || row.title.len == 0;
	return row;
}

/* ---- the page ---- */

static void add_doubts(struct view *view)
{
	struct app_call *call = view->call;
	struct plan_review_html *page = view->page;
	size_t n = view->doubts.n < MOST_LEADS ? view->doubts.n : MOST_LEADS, first = n < FIRST_LEADS ? n : FIRST_LEADS;
	struct plan_review_html_lead *leads = ARENA_ARRAY(call->arena, struct plan_review_html_lead, n);
	for (size_t i = 0; i < n; i++) {
		const struct plan_doubt *doubt = &view->doubts.at[i];
		leads[i] = (struct plan_review_html_lead){
		    .href = doubt_url(view, i), .label = {.id = doubt->label}, .value = doubt->value, .confidence = doubt->confidence};
		if (doubt->task == NULL)
			continue;
		const struct message where = {.id = MSG("Task {1}"), .args = {ordinal_of(call->arena, doubt->task, (int64_t)doubt->at)}};
		leads[i].where = message_format(call->arena, call->words, &where);
	}
	page->doubts_in_all = (int64_t)view->doubts.n;
	page->first_doubts = leads;
	page->n_first_doubts = first;
	page->more_doubts = leads + first;
	page->n_more_doubts = n - first;
	page->doubts_left = (int64_t)(view->doubts.n - n);
	/* From this page on, where there are any. */
	size_t i = 0;
	while (i + 1 < view->doubts.n && view->doubts.at[i].task != NULL && (int64_t)view->doubts.at[i].at < view->form->from)
		i++;
	if (view->doubts.n > 0)
		page->first_doubt = doubt_url(view, i);
}

/* The line or page of the source that byte `at` lies in: on this page, or where all of the source is shown. */
static struct html_url near_url(const struct view *view, int64_t at)
{
	struct str near = plan_review_source_near(view->call, &view->source, at);
	if (near.len > 0)
		return page_place(view->call, view->form, view->form->from, near);
	return task_view_place_url(view->call->arena, view->form->plan.id, &view->source.text, at);
}

static enum rc add_defects(struct view *view)
{
	struct app_call *call = view->call;
	struct plan_review_html *page = view->page;
	struct plan_warning_vec warnings = {0};
	int64_t plan_id = view->form->plan.id;
	TRY(plan_store_warnings(call->db, call->arena, plan_id, &warnings));
	struct plan_review_html_defect *rows = ARENA_ARRAY(call->arena, struct plan_review_html_defect, warnings.n);
	for (size_t i = 0; i < warnings.n; i++) {
		const struct plan_warning *warning = &warnings.at[i];
		rows[i].label = plan_warning_label(call->arena, call->words, warning);
		rows[i].sentence = warning->message;
		if (warning->end <= warning->begin)
			continue;
		rows[i].href = near_url(view, warning->begin);
	}
	page->defects_in_all = (int64_t)warnings.n;
	page->first_defects = rows;
	page->n_first_defects = warnings.n < FIRST_LEADS ? warnings.n : FIRST_LEADS;
	page->more_defects = rows + page->n_first_defects;
	page->n_more_defects = warnings.n - page->n_first_defects;
	return RC_OK;
}

static int compare_changes(const void *a, const void *b)
{
	const struct plan_change *left = a, *right = b;
	if (left->confidence != right->confidence)
		return left->confidence < right->confidence ? -1 : 1;
	return (left->begin > right->begin) - (left->begin < right->begin);
}

/* The restored words that are least sure. */
static void add_mended(struct view *view)
{
	struct app_call *call = view->call;
	const struct plan_change_vec *changes = &view->source.changes;
	struct plan_change_vec least = {0};
	for (size_t i = 0; i < changes->n; i++)
		if (changes->at[i].confidence < PLAN_DOUBTS_SURE)
			VEC_PUSH(call->arena, &least, changes->at[i]);
	if (least.n > 0)
		qsort(least.at, least.n, sizeof *least.at, compare_changes);
	size_t n = least.n < MOST_MENDED ? least.n : MOST_MENDED;
	struct plan_review_html_mended *rows = ARENA_ARRAY(call->arena, struct plan_review_html_mended, n);
	for (size_t i = 0; i < n; i++) {
		const struct plan_change *change = &least.at[i];
		rows[i] = (struct plan_review_html_mended){
		    .before = change->before,
		    .after = str_part(view->source.text.text, (size_t)change->begin, (size_t)(change->end - change->begin)),
		    .confidence = change->confidence,
		    .href = near_url(view, change->begin)};
	}
	view->page->mended = rows;
	view->page->n_mended = n;
	view->page->mended_in_all = (int64_t)changes->n;
}

static void add_tasks(struct view *view)
{
	const struct plan_review_form *form = view->form;
	struct plan_review_html *page = view->page;
	struct plan_review_html_task *tasks = ARENA_ARRAY(view->call->arena, struct plan_review_html_task, form->n_tasks);
	while (view->next_doubt < view->doubts.n && (int64_t)view->doubts.at[view->next_doubt].at < form->from)
		view->next_doubt++;
	for (size_t i = 0; i < form->n_tasks; i++)
		tasks[i] = shown_task(view, &form->tasks[i]);
	page->tasks = tasks;
	page->n_tasks = form->n_tasks;
	page->tasks_in_all = form->tasks_in_all;
	for (size_t i = 0; i < form->all.n; i++)
		page->unclear_in_all += form->all.at[i].clears != (1U << TASK_CLEARS) - 1;
	if (form->from > 0)
		page->previous = page_url(view->call, form, form->from - PLAN_REVIEW_TASKS);
	if (form->from + (int64_t)form->n_tasks < form->tasks_in_all)
		page->next = page_url(view->call, form, form->from + PLAN_REVIEW_TASKS);
}

static void show_source(struct view *view)
{
	struct app_call *call = view->call;
	struct html_url here = page_url(call, view->form, view->form->from);
	if (!view->source.as_pages)
		plan_review_source_show(call, &view->source, view->page);
	else
		plan_review_sheets_show(call, view->form, &view->source.document, &view->source.marks, here, view->page);
	if (!view->source.has_pages)
		return;
	struct html_url other = view_url(call, view->form, view->form->from, view->source.as_pages);
	*(view->source.as_pages ? &view->page->text_href : &view->page->pages_href) = other;
}

static enum rc answer(struct app_call *call, int status, const struct plan_review_form *form)
{
	struct plan_review_html page = {
	    .title = plan_display_title(&form->plan),
	    .file_name = form->plan.file_name,
	    .back_href = html_url_path(STR("/plan")),
	    .action = page_url(call, form, form->from),
	    .version = form->plan.version,
	    .look = app_text(call, "look"),
	    .may_add = form->from + (int64_t)form->n_tasks >= form->tasks_in_all,
	    .range = task_view_range(call->arena, call->words, form->from, form->n_tasks, form->tasks_in_all),
	    .source_href = html_url_format(call->arena, "/plan/%lld/source", (long long)form->plan.id),
	    .original_href = html_url_format(call->arena, "/plan/%lld/original", (long long)form->plan.id),
	};
	struct view view = {.call = call, .form = form, .page = &page};
	TRY(plan_review_source_load(call, form, is_as_text(call), &view.source));
	plan_doubts_find(call->arena, form, &view.doubts);
	if (page.look.len > 0 && status < 300)
		TRY(task_spelling_open(call->arena, &view.spelling));
	if (form->has_header)
		add_header(&view);
	add_tasks(&view);
	add_doubts(&view);
	TRY(add_defects(&view));
	add_mended(&view);
	show_source(&view);
	if (view.spelling != NULL)
		task_spelling_close(view.spelling);
	const struct app_page around = {.title = MSG("Look it over"), .section = "plan"};
	return app_answer_page(call, status, &around, plan_review_html_slot(&page));
}

/* Only a plan in review can be looked over; any other leads to where it is. */
static bool leads_elsewhere(const struct plan *plan)
{
	return plan->state != PLAN_REVIEW;
}

enum rc plan_review_web_answer(struct app_call *call)
{
	struct plan_review_form form;
	TRY(plan_review_form_load(call, app_int(call, "from"), &form));
	if (leads_elsewhere(&form.plan))
		return app_answer_redirect(call, html_url_format(call->arena, "/plan/%lld", (long long)form.plan.id), NULL);
	return answer(call, 200, &form);
}

/* Where a saved page leads. */
static enum rc go_on(struct app_call *call, const struct plan_review_form *form)
{
	const struct message saved = {.id = MSG("Saved.")};
	struct str action = app_text(call, "do");
	if (str_eq(action, STR("confirm")))
		return app_answer_redirect(call, html_url_format(call->arena, "/plan/%lld/confirm", (long long)form->plan.id), NULL);
	if (str_eq(action, STR("next")))
		return app_answer_redirect(call, page_url(call, form, form->from + PLAN_REVIEW_TASKS), &saved);
	if (str_eq(action, STR("add"))) {
		TRY(task_add_missed(call->db, call->arena, form->plan.id, form->plan.unit_id));
		int64_t last = form->tasks_in_all / PLAN_REVIEW_TASKS * PLAN_REVIEW_TASKS;
		return app_answer_redirect(call, page_url(call, form, last),
		                           &(struct message){.id = MSG("An empty task was added at the end.")});
	}
	struct str look;
	TRY(task_spelling_worth(call, form->look, &look));
	struct html_url here = page_url(call, form, form->from);
	if (look.len > 0)
		here = html_url_format(call->arena, "%.*s%clook=%.*s", STR_ARG(here.text), str_contains(here.text, STR("?")) ? '&' : '?',
		                       STR_ARG(look));
	return app_answer_redirect(call, here, &saved);
}

enum rc plan_review_web_save(struct app_call *call)
{
	struct plan_review_form form;
	TRY(plan_review_form_load(call, app_int(call, "from"), &form));
	if (leads_elsewhere(&form.plan))
		return app_answer_redirect(
		    call, html_url_format(call->arena, "/plan/%lld", (long long)form.plan.id),
		    &(struct message){.id = MSG("Someone else has confirmed this plan meanwhile. Correct its tasks one by one.")});
	TRY(task_spelling_fix(call, &form.look));
	plan_review_form_take(call, &form);
	enum rc rc = plan_review_form_save(call, &form);
	if (rc == RC_CONFLICT)
		app_add_problem(
		    call, NULL,
		    (struct message){
		        .id = MSG("Someone else changed this plan a moment ago. What you typed is still here: compare and save again.")});
	if (rc == RC_CONFLICT || rc == RC_INVALID)
		return answer(call, rc == RC_CONFLICT ? 409 : 422, &form);
	TRY(rc);
	return go_on(call, &form);
}
