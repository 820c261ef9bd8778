/* What the review's form holds and how it is saved. How it looks is plan_review_web.c's. */
#include "feature/plan/plan_review_form.h"

#include "app/audit.h"
#include "feature/plan/plan_page_web.h"
#include "feature/plan/plan_store.h"
#include "feature/task/task_spelling.h"
#include "feature/task/task_store.h"

enum { HEADER_BYTES = 2000, FIRST_YEAR = 1990, LAST_YEAR = 2190 };

static const struct plan_review_row rows[PLAN_REVIEW_FIELDS] = {
    [PLAN_REVIEW_KIND] = {"kind", MSG("Kind of document"), false},
    [PLAN_REVIEW_NUMBER] = {"number", MSG("Number"), false},
    [PLAN_REVIEW_ISSUED_ON] = {"issued_on", MSG("Date of issue"), false},
    [PLAN_REVIEW_YEAR] = {"year", MSG("Year"), false},
    [PLAN_REVIEW_TITLE] = {"title", MSG("Title"), true},
    [PLAN_REVIEW_ISSUER] = {"issuer", MSG("Issuer"), false},
    [PLAN_REVIEW_PARENT_BODY] = {"parent_body", MSG("Parent body"), false},
    [PLAN_REVIEW_PLACE] = {"place", MSG("Place"), false},
    [PLAN_REVIEW_SIGNER_TITLE] = {"signer_title", MSG("Signer's title"), false},
    [PLAN_REVIEW_SIGNER_NAME] = {"signer_name", MSG("Signer"), false},
};

/* What the reader calls the field of a task that each control writes; the last are the assignments. */
static const char *const read_fields[TASK_FORM_FIELDS + 1] = {
    [TASK_FORM_TITLE] = "title",       [TASK_FORM_PRODUCTS] = "products", [TASK_FORM_CHANNELS] = "channels",
    [TASK_FORM_SCHEDULE] = "schedule", [TASK_FORM_DATES] = "schedule",    [TASK_FORM_FUNDING] = "funding",
    [TASK_FORM_FIELDS] = "assignment"};

const struct plan_review_row *plan_review_form_row(enum plan_review_field field)
{
	return &rows[field];
}

struct str plan_review_form_key(struct arena *arena, const struct task *task)
{
	return str_format(arena, "t%lld", (long long)task->id);
}

static void show_header(struct arena *arena, const struct plan *plan, struct str values[PLAN_REVIEW_FIELDS])
{
	values[PLAN_REVIEW_KIND] = plan->kind;
	values[PLAN_REVIEW_NUMBER] = plan->number;
	values[PLAN_REVIEW_ISSUED_ON] = date_format_short(arena, plan->issued_on);
	values[PLAN_REVIEW_YEAR] = plan->year != 0 ? str_format(arena, "%d", plan->year) : STR("");
	values[PLAN_REVIEW_TITLE] = plan->title;
	values[PLAN_REVIEW_ISSUER] = plan->issuer;
	values[PLAN_REVIEW_PARENT_BODY] = plan->parent_body;
	values[PLAN_REVIEW_PLACE] = plan->place;
	values[PLAN_REVIEW_SIGNER_TITLE] = plan->signer_title;
	values[PLAN_REVIEW_SIGNER_NAME] = plan->signer_name;
}

enum rc plan_review_form_load(struct app_call *call, int64_t from, struct plan_review_form *ret)
{
	struct plan_review_form form = {.from = from, .has_header = from == 0};
	TRY(plan_page_web_find_own(call, &form.plan));
	TRY(task_store_list_of_plan(call->db, call->arena, form.plan.id, &form.all));
	TRY(task_store_places_of_plan(call->db, call->arena, form.plan.id, &form.places));
	TRY(plan_store_places(call->db, call->arena, form.plan.id, &form.header_places));
	form.tasks = ARENA_ARRAY(call->arena, struct plan_review_form_task, PLAN_REVIEW_TASKS);
	form.tasks_in_all = (int64_t)form.all.n;
	for (size_t i = (size_t)from; i < form.all.n && form.n_tasks < PLAN_REVIEW_TASKS; i++) {
		struct plan_review_form_task *shown = &form.tasks[form.n_tasks++];
		shown->task = form.all.at[i];
		task_form_show(call->arena, &shown->task, &shown->form);
	}
	show_header(call->arena, &form.plan, form.values);
	*ret = form;
	return RC_OK;
}

/* ---- what was sent ---- */

static struct str sent(const struct app_call *call, const char *name)
{
	return http_field_find(&call->request->form, str_of(name));
}

static bool is_sent(const struct app_call *call, struct str key, const char *name)
{
	return sent(call, str_format(call->arena, "%.*s-%s", STR_ARG(key), name).ptr).ptr != NULL;
}

void plan_review_form_take(struct app_call *call, struct plan_review_form *form)
{
	for (int i = 0; i < PLAN_REVIEW_FIELDS && form->has_header; i++) {
		struct str value = sent(call, str_format(call->arena, "h-%s", rows[i].name).ptr);
		if (value.ptr != NULL)
			form->values[i] = task_form_tidy(call->arena, value, false);
		if (sent(call, str_format(call->arena, "h-%s-right", rows[i].name).ptr).ptr != NULL)
			form->right |= 1U << i;
		if (form->values[i].len > HEADER_BYTES)
			form->problems[i] = (struct message){.id = MSG("Shorten this field to {1} characters at most."),
			                                     .args = {str_format(call->arena, "%d", HEADER_BYTES)}};
	}
	for (size_t i = 0; i < form->n_tasks; i++) {
		struct plan_review_form_task *shown = &form->tasks[i];
		struct str key = plan_review_form_key(call->arena, &shown->task);
		if (!is_sent(call, key, "version"))
			continue;
		struct str prefix = str_format(call->arena, "%.*s-", STR_ARG(key));
		task_form_take(call->arena, &call->request->form, prefix, &shown->task, &shown->form);
		shown->dropped = is_sent(call, key, "drop");
		for (int field = 0; field <= TASK_FORM_FIELDS; field++)
			if (read_fields[field] != NULL && is_sent(call, key, str_format(call->arena, "%s-right", read_fields[field]).ptr))
				shown->right |= 1U << field;
	}
}

/* The plan as the form has it; false with the problems in the form. */
static bool apply_header(struct app_call *call, struct plan_review_form *form, struct plan *plan)
{
	struct schedule dates = {.start = DATE_NONE, .end = DATE_NONE};
	struct str day = form->values[PLAN_REVIEW_ISSUED_ON], year = form->values[PLAN_REVIEW_YEAR];
	int64_t number = 0;
	if (!task_form_parse_dates(call->arena, day, &dates) || dates.due.n > 1 || (dates.due.n == 0 && day.len > 0))
		form->problems[PLAN_REVIEW_ISSUED_ON] =
		    (struct message){.id = MSG("This is no date. Write it as 05/02/2026, or leave the field empty.")};
	if (year.len > 0 && (!str_parse_int(year, &number) || number < FIRST_YEAR || number > LAST_YEAR))
		form->problems[PLAN_REVIEW_YEAR] =
		    (struct message){.id = MSG("This is no year. Write it as 2026, or leave the field empty.")};
	for (int i = 0; i < PLAN_REVIEW_FIELDS; i++)
		if (form->problems[i].id != NULL)
			return false;
	plan->kind = form->values[PLAN_REVIEW_KIND];
	plan->number = form->values[PLAN_REVIEW_NUMBER];
	plan->issued_on = dates.due.n == 1 ? dates.due.at[0] : DATE_NONE;
	plan->year = (int)number;
	plan->title = form->values[PLAN_REVIEW_TITLE];
	plan->issuer = form->values[PLAN_REVIEW_ISSUER];
	plan->parent_body = form->values[PLAN_REVIEW_PARENT_BODY];
	plan->place = form->values[PLAN_REVIEW_PLACE];
	plan->signer_title = form->values[PLAN_REVIEW_SIGNER_TITLE];
	plan->signer_name = form->values[PLAN_REVIEW_SIGNER_NAME];
	return true;
}

/* ---- saving ---- */

/* Which fields of the header's form differ from what is stored, a bit each. */
static unsigned header_differs(struct app_call *call, const struct plan_review_form *form)
{
	struct str stored[PLAN_REVIEW_FIELDS];
	unsigned bits = 0;
	show_header(call->arena, &form->plan, stored);
	for (int i = 0; i < PLAN_REVIEW_FIELDS; i++)
		bits |= str_eq(stored[i], form->values[i]) ? 0 : 1U << i;
	return bits;
}

static bool assignments_differ(const struct task_assignment_vec *a, const struct task_assignment_vec *b)
{
	if (a->n != b->n)
		return true;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->at[i].unit, b->at[i].unit) || a->at[i].role != b->at[i].role)
			return true;
	return false;
}

/* Which fields of a task's form differ from what is stored, a bit each; the assignments are one more. */
static unsigned task_differs(struct app_call *call, const struct plan_review_form_task *shown)
{
	struct task_form stored;
	unsigned bits = 0;
	task_form_show(call->arena, &shown->task, &stored);
	for (int i = 0; i < TASK_FORM_FIELDS; i++)
		bits |= str_eq(stored.values[i], shown->form.values[i]) ? 0 : 1U << i;
	if (assignments_differ(&stored.assignments, &shown->form.assignments))
		bits |= 1U << TASK_FORM_FIELDS;
	return bits;
}

/* The version that the page was shown with. */
static int64_t sent_version(struct app_call *call, struct str key)
{
	int64_t version = -1;
	struct str value =
	    key.len > 0 ? sent(call, str_format(call->arena, "%.*s-version", STR_ARG(key)).ptr) : sent(call, "version");
	return str_parse_int(value, &version) ? version : -1;
}

static enum rc save_header(struct app_call *call, struct plan_review_form *form)
{
	struct plan plan = form->plan;
	unsigned changed = form->has_header ? header_differs(call, form) : 0;
	if (changed != 0) {
		if (!apply_header(call, form, &plan))
			return RC_INVALID;
		if (sent_version(call, (struct str){0}) != form->plan.version)
			return RC_CONFLICT;
		enum rc rc = plan_correct(call->db, call->arena, &plan);
		if (rc != RC_OK)
			return rc;
	}
	for (int i = 0; i < PLAN_REVIEW_FIELDS; i++)
		if (((changed | form->right) & 1U << i) != 0)
			TRY(plan_store_set_sure(call->db, form->plan.id, str_of(rows[i].name)));
	if ((changed & 1U << PLAN_REVIEW_TITLE) != 0)
		task_spelling_note(call->arena, &form->look, str_format(call->arena, "h-%s", rows[PLAN_REVIEW_TITLE].name));
	return RC_OK;
}

/* What a person wrote, or said to be right, is sure. */
static enum rc set_sure(struct app_call *call, int64_t id, unsigned fields)
{
	for (int i = 0; i <= TASK_FORM_FIELDS; i++)
		if ((fields & 1U << i) != 0 && read_fields[i] != NULL)
			TRY(task_set_sure(call->db, id, read_fields[i]));
	return RC_OK;
}

static enum rc save_task(struct app_call *call, struct plan_review_form *form, struct plan_review_form_task *shown)
{
	struct task task = shown->task;
	struct str key = plan_review_form_key(call->arena, &task);
	if (!is_sent(call, key, "version"))
		return RC_OK;
	if (shown->dropped)
		return task_drop_draft(call->db, task.id);
	unsigned changed = task_differs(call, shown);
	/* A task that was added empty must be written or left out before the page is done with. */
	if (changed == 0 && task.title.len > 0)
		return set_sure(call, task.id, shown->right);
	if (!task_form_apply(call->arena, &shown->form, form->plan.year, &task))
		return RC_INVALID;
	if (sent_version(call, key) != task.version)
		return RC_CONFLICT;
	TRY(task_update(call->db, call->arena, &task));
	for (int i = 0; i < TASK_FORM_FIELDS; i++) {
		const struct task_form_row *row = task_form_row((enum task_form_field)i);
		if (row->prose && (changed & 1U << i) != 0)
			task_spelling_note(call->arena, &form->look, str_format(call->arena, "%.*s-%s", STR_ARG(key), row->name));
	}
	return set_sure(call, task.id, changed | shown->right);
}

enum rc plan_review_form_save(struct app_call *call, struct plan_review_form *form)
{
	/* All problems are gathered, so that a person mends them in one go. */
	enum rc worst = save_header(call, form);
	if (worst != RC_OK && worst != RC_INVALID)
		return worst;
	for (size_t i = 0; i < form->n_tasks; i++) {
		enum rc rc = save_task(call, form, &form->tasks[i]);
		if (rc == RC_INVALID)
			worst = rc;
		else if (rc != RC_OK)
			return rc;
	}
	if (worst != RC_OK)
		return worst;
	return audit_add(call->db, call->arena, call->now_ms, call->who->id, "plan.review",
	                 str_format(call->arena, "plan/%lld", (long long)form->plan.id), plan_display_title(&form->plan));
}
