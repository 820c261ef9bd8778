/* Correcting one task; and what happens when two people do at once: the second sees both texts and decides. */
#include "feature/task/task_edit_web.h"

#include "app/audit.h"
#include "feature/task/task_conflict_html.h"
#include "feature/task/task_edit_html.h"
#include "feature/task/task_filter.h"
#include "feature/task/task_form.h"
#include "feature/task/task_spelling.h"
#include "feature/task/task_sql.h"
#include "feature/task/task_store.h"

const struct app_param task_edit_web_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Task")},
    TASK_SPELLING_LOOK,
    {0},
};

static const char *const actions[] = {"save", "more", NULL};

/* The task's own fields are read by task_form, which says what is wrong with them; here are their names for whoever has to send
 * them again. */
enum { ANY_LENGTH = 1024 * 1024 };

const struct app_param task_edit_web_save_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Task")},
    {.name = "version", .kind = APP_INT, .required = true, .label = MSG("Version")},
    {.name = "do", .kind = APP_CHOICE, .choices = actions, .label = MSG("Action")},
    {.name = "title", .kind = APP_LINES, .max = ANY_LENGTH, .label = MSG("Task")},
    {.name = "products", .kind = APP_LINES, .max = ANY_LENGTH, .label = MSG("Products")},
    {.name = "channels", .kind = APP_LINES, .max = ANY_LENGTH, .label = MSG("Channels")},
    {.name = "schedule", .kind = APP_LINES, .max = ANY_LENGTH, .label = MSG("Time, in the plan's words")},
    {.name = "dates", .kind = APP_LINES, .max = ANY_LENGTH, .label = MSG("Dates")},
    {.name = "funding", .kind = APP_LINES, .max = ANY_LENGTH, .label = MSG("Funding")},
    {.name = "authority", .kind = APP_LINES, .max = ANY_LENGTH, .label = MSG("Who approves the result")},
    TASK_SPELLING_FIX,
    TASK_SPELLING_LOOK,
    {0},
};

static enum rc load(struct app_call *call, struct task *ret)
{
	struct task_scope scope;
	TRY(task_filter_own_scope(call, &scope));
	TRY(task_store_find(call->db, call->arena, &scope, app_int(call, "id"), ret));
	bool is_own = false; /* what a plan says is for those whose plan it is */
	TRY(task_filter_is_own(call, ret, &is_own));
	return is_own ? RC_OK : RC_DENIED;
}

static struct task_edit_html_assignment shown_assignment(struct app_call *call, size_t n,
                                                         const struct task_assignment *assignment)
{
	struct task_edit_html_option *roles = ARENA_ARRAY(call->arena, struct task_edit_html_option, TASK_PERFORM + 1);
	for (int role = TASK_LEAD; role <= TASK_PERFORM; role++)
		roles[role] = (struct task_edit_html_option){.value = task_role_name((enum task_role)role),
		                                             .label = {.id = task_role_label((enum task_role)role)},
		                                             .chosen = assignment->role == (enum task_role)role};
	return (struct task_edit_html_assignment){
	    .n = (int64_t)n, .unit = assignment->unit, .roles = roles, .n_roles = TASK_PERFORM + 1};
}

static void add_assignments(struct app_call *call, const struct task_form *form, size_t empty_rows, struct task_edit_html *page)
{
	static const struct task_assignment none = {.role = TASK_COORDINATE};
	size_t n = form->assignments.n + empty_rows;
	if (n > TASK_FORM_UNITS)
		n = TASK_FORM_UNITS;
	struct task_edit_html_assignment *rows = ARENA_ARRAY(call->arena, struct task_edit_html_assignment, n);
	for (size_t i = 0; i < n; i++)
		rows[i] = shown_assignment(call, i + 1, i < form->assignments.n ? &form->assignments.at[i] : &none);
	page->assignments = rows;
	page->n_assignments = n;
	page->more_assignments = n < TASK_FORM_UNITS;
	page->assignment_problem = message_format(call->arena, call->words, &form->assignment_problem);
}

/* What may have been meant in the fields of `look`. */
static enum rc add_spelling(struct app_call *call, struct str look, struct task_edit_html_field *fields)
{
	struct task_spelling *spelling;
	if (look.len == 0)
		return RC_OK;
	TRY(task_spelling_open(call->arena, &spelling));
	for (int i = 0; i < TASK_FORM_FIELDS; i++) {
		struct task_spelling_offer_vec offers = task_spelling_offers(call->arena, spelling, look, fields[i].id, fields[i].value);
		struct task_edit_html_offer *rows = ARENA_ARRAY(call->arena, struct task_edit_html_offer, offers.n);
		for (size_t j = 0; j < offers.n; j++)
			rows[j] = (struct task_edit_html_offer){offers.at[j].typed, offers.at[j].meant, offers.at[j].fix};
		fields[i].offers = rows;
		fields[i].n_offers = offers.n;
	}
	task_spelling_close(spelling);
	return RC_OK;
}

static enum rc answer(struct app_call *call, int status, const struct task *task, const struct task_form *form, size_t empty_rows)
{
	struct task_edit_html_field *fields = ARENA_ARRAY(call->arena, struct task_edit_html_field, TASK_FORM_FIELDS);
	struct task_edit_html page = {
	    .title = task->title,
	    .back_href = html_url_format(call->arena, "/task/%lld", (long long)task->id),
	    .action = html_url_format(call->arena, "/task/%lld/edit", (long long)task->id),
	    .version = task->version,
	    .look = app_text(call, "look"),
	    .fields = fields,
	    .n_fields = TASK_FORM_FIELDS,
	};
	for (int i = 0; i < TASK_FORM_FIELDS; i++) {
		const struct task_form_row *row = task_form_row((enum task_form_field)i);
		fields[i] = (struct task_edit_html_field){
		    .id = str_of(row->name),
		    .label = {.id = row->label},
		    .hint = {.id = row->hint},
		    .value = form->values[i],
		    .problem = message_format(call->arena, call->words, &form->problems[i]),
		    .area = row->area,
		};
		if (form->problems[i].id != NULL)
			app_add_problem(call, row->name, form->problems[i]);
	}
	fields[TASK_FORM_SCHEDULE].understood = schedule_describe(call->arena, call->words, &task->schedule);
	add_assignments(call, form, empty_rows, &page);
	if (status < 300)
		TRY(add_spelling(call, page.look, fields));
	const struct app_page around = {.title = MSG("Correct the task"), .section = "today"};
	return app_answer_page(call, status, &around, task_edit_html_slot(&page));
}

enum rc task_edit_web_answer(struct app_call *call)
{
	struct task task;
	struct task_form form;
	TRY(load(call, &task));
	task_form_show(call->arena, &task, &form);
	return answer(call, 200, &task, &form, TASK_FORM_EMPTY_ROWS);
}

static struct str units_text(struct arena *arena, const struct message_catalogue *words,
                             const struct task_assignment_vec *assignments)
{
	struct str text = STR("");
	for (size_t i = 0; i < assignments->n; i++) {
		struct str role = message_text(words, task_role_label(assignments->at[i].role));
		text = str_format(arena, "%.*s%s%.*s (%.*s)", STR_ARG(text), i > 0 ? "\n" : "", STR_ARG(assignments->at[i].unit),
		                  STR_ARG(role));
	}
	return text;
}

/* The fields that were sent, to be sent again with the new version. */
static void carry(struct app_call *call, int64_t version, struct task_conflict_html *page)
{
	const struct http_field_vec *sent = &call->request->form;
	struct task_conflict_html_carried *carried = ARENA_ARRAY(call->arena, struct task_conflict_html_carried, sent->n + 1);
	size_t n = 0;
	for (size_t i = 0; i < sent->n; i++)
		if (!str_eq(sent->at[i].name, STR("form_token")) && !str_eq(sent->at[i].name, STR("version")))
			carried[n++] = (struct task_conflict_html_carried){sent->at[i].name, sent->at[i].value};
	carried[n++] = (struct task_conflict_html_carried){STR("version"), str_format(call->arena, "%lld", (long long)version)};
	page->carried = carried;
	page->n_carried = n;
}

/* Theirs beside yours. Nothing was written. */
static enum rc answer_conflict(struct app_call *call, const struct task *theirs, const struct task_form *yours)
{
	struct task_form now;
	struct task_conflict_html_row *rows = ARENA_ARRAY(call->arena, struct task_conflict_html_row, TASK_FORM_FIELDS + 1);
	struct task_conflict_html page = {
	    .title = theirs->title,
	    .changed_words = app_words(call, MSG("Someone else saved this task while you were writing.")),
	    .action = html_url_format(call->arena, "/task/%lld/edit", (long long)theirs->id),
	    .task_href = html_url_format(call->arena, "/task/%lld", (long long)theirs->id),
	    .rows = rows,
	    .n_rows = TASK_FORM_FIELDS + 1,
	};
	task_form_show(call->arena, theirs, &now);
	for (int i = 0; i < TASK_FORM_FIELDS; i++)
		rows[i] = (struct task_conflict_html_row){.label = {.id = task_form_row((enum task_form_field)i)->label},
		                                          .theirs = now.values[i],
		                                          .yours = yours->values[i],
		                                          .differs = !str_eq(now.values[i], yours->values[i])};
	struct task_conflict_html_row *units = &rows[TASK_FORM_FIELDS];
	units->label.id = MSG("Who does it");
	units->theirs = units_text(call->arena, call->words, &now.assignments);
	units->yours = units_text(call->arena, call->words, &yours->assignments);
	units->differs = !str_eq(units->theirs, units->yours);
	carry(call, theirs->version, &page);
	const struct app_page around = {.title = MSG("Two people changed this task"), .section = "today"};
	return app_answer_page(call, 409, &around, task_conflict_html_slot(&page));
}

/* Where a saved task leads: to its page, or back here where something else may have been meant in what was written. */
static enum rc go_on(struct app_call *call, const struct task *before, const struct task_form *form, struct str look)
{
	const struct message saved = {.id = MSG("Saved.")};
	struct task_form was;
	task_form_show(call->arena, before, &was);
	for (int i = 0; i < TASK_FORM_FIELDS; i++)
		if (task_form_row((enum task_form_field)i)->prose && !str_eq(was.values[i], form->values[i]))
			task_spelling_note(call->arena, &look, str_of(task_form_row((enum task_form_field)i)->name));
	TRY(task_spelling_worth(call, look, &look));
	if (look.len == 0)
		return app_answer_redirect(call, html_url_format(call->arena, "/task/%lld", (long long)before->id), &saved);
	struct html_url here = html_url_format(call->arena, "/task/%lld/edit?look=%.*s", (long long)before->id, STR_ARG(look));
	return app_answer_redirect(call, here, &saved);
}

enum rc task_edit_web_save(struct app_call *call)
{
	struct task task, before;
	struct task_form form;
	struct task_sql_find_plan_of_row plan;
	struct str look;
	TRY(load(call, &task));
	before = task;
	TRY(task_spelling_fix(call, &look));
	TRY(task_sql_find_plan_of(call->db, call->arena, task.id, &plan));
	task_form_take(call->arena, &call->request->form, STR(""), &task, &form);
	if (str_eq(app_text(call, "do"), STR("more")))
		return answer(call, 200, &task, &form, TASK_FORM_EMPTY_ROWS + 5);
	if (task.version != app_int(call, "version"))
		return answer_conflict(call, &task, &form);
	if (!task_form_apply(call->arena, &form, (int)plan.year.value, &task))
		return answer(call, 422, &task, &form, TASK_FORM_EMPTY_ROWS);
	TRY(task_update(call->db, call->arena, &task));
	TRY(audit_add(call->db, call->arena, call->now_ms, call->who->id, "task.edit",
	              str_format(call->arena, "task/%lld", (long long)task.id), task.title));
	return go_on(call, &before, &form, look);
}
