/* The review page: how the form looks beside its source. What it holds is plan_review_form.c's. */
#include "feature/plan/plan_review_web.h"

#include "feature/plan/plan_marks.h"
#include "feature/plan/plan_review_form.h"
#include "feature/plan/plan_review_html.h"
#include "feature/plan/plan_store.h"
#include "feature/task/task_view.h"

/* A source of up to so many lines is shown whole; of a longer one the part that the page's tasks come from. */
enum { WHOLE_SOURCE_LINES = 3000, LINES_AROUND = 15, SURE = 90, EMPTY_ROWS = 1, GIST_UNITS = 4, GIST_BYTES = 4096 };

static const char *const actions[] = {"save", "next", "confirm", "add", NULL};

const struct app_param plan_review_web_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {.name = "from", .kind = APP_INT, .max = 1000000, .label = MSG("From")},
    {0},
};

/* The fields of the plan and of its tasks are read by plan_review_form. */
const struct app_param plan_review_web_save_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Plan")},
    {.name = "from", .kind = APP_INT, .max = 1000000, .label = MSG("From")},
    {.name = "version", .kind = APP_INT, .required = true, .label = MSG("Version")},
    {.name = "do", .kind = APP_CHOICE, .choices = actions, .label = MSG("Action")},
    {0},
};

/* The control that a task's field is corrected in: "t12-title"; the reader's "assignment" is the first unit's. */
static struct str control_of(struct arena *arena, int64_t task_id, struct str field)
{
	if (str_eq(field, STR("assignment")))
		return str_format(arena, "t%lld-unit-1", (long long)task_id);
	return str_format(arena, "t%lld-%.*s", (long long)task_id, STR_ARG(field));
}

/* ---- the source ---- */

static void add_mark(struct arena *arena, struct plan_marks_mark_vec *marks, struct str control, int64_t begin, int64_t end,
                     bool first, bool unsure)
{
	struct plan_marks_mark mark = {.begin = begin, .end = end, .field = control, .unsure = unsure};
	if (first)
		mark.place = str_format(arena, "%.*s-at", STR_ARG(control));
	VEC_PUSH(arena, marks, mark);
}

/* The source as the page shows it: the fields say where in it they were read. */
struct shown_source {
	struct task_view_source text;
	struct plan_marks_mark_vec marks;
};

/* Id of what shows a control's place: its mark; the line, where an earlier field was read from the same words. */
static struct str place_of(struct app_call *call, const struct shown_source *source, struct str control, int64_t begin)
{
	struct str own = str_format(call->arena, "%.*s-at", STR_ARG(control));
	for (size_t i = 0; i < source->marks.n; i++)
		if (str_eq(source->marks.at[i].place, own))
			return own;
	return str_format(call->arena, "l%lld", (long long)task_view_line_at(&source->text, begin));
}

static struct plan_marks_mark_vec marks_of(struct app_call *call, const struct plan_review_form *form)
{
	struct plan_marks_mark_vec marks = {0};
	struct str last = STR("");
	size_t at = 0;
	for (size_t i = 0; form->has_header && i < form->header_places.n; i++) {
		const struct plan_place *place = &form->header_places.at[i];
		struct str control = str_format(call->arena, "h-%.*s", STR_ARG(place->field));
		add_mark(call->arena, &marks, control, place->begin, place->end, true, place->confidence < SURE);
	}
	for (size_t i = 0; i < form->n_tasks; i++) {
		int64_t id = form->tasks[i].task.id;
		while (at < form->places.n && form->places.at[at].task_id != id)
			at++;
		for (; at < form->places.n && form->places.at[at].task_id == id; at++) {
			const struct task_place *place = &form->places.at[at];
			struct str control = control_of(call->arena, id, place->field);
			add_mark(call->arena, &marks, control, place->begin, place->end, !str_eq(control, last), place->confidence < SURE);
			last = control;
		}
	}
	plan_marks_sort(&marks);
	return marks;
}

static struct plan_review_html_line shown_line(struct arena *arena, const struct plan_marks_line *line)
{
	struct plan_review_html_cell *cells = ARENA_ARRAY(arena, struct plan_review_html_cell, line->cells.n);
	for (size_t i = 0; i < line->cells.n; i++) {
		const struct plan_marks_piece_vec *from = &line->cells.at[i].pieces;
		struct plan_review_html_piece *pieces = ARENA_ARRAY(arena, struct plan_review_html_piece, from->n);
		for (size_t j = 0; j < from->n; j++) {
			const struct plan_marks_mark *mark = from->at[j].mark;
			pieces[j].text = from->at[j].text;
			if (mark == NULL)
				continue;
			pieces[j].field = mark->field;
			pieces[j].unsure = mark->unsure;
			pieces[j].place = from->at[j].first ? mark->place : STR("");
		}
		cells[i] = (struct plan_review_html_cell){.pieces = pieces, .n_pieces = from->n};
	}
	return (struct plan_review_html_line){
	    .number = line->number, .page_before = line->page_before, .row = line->row, .cells = cells, .n_cells = line->cells.n};
}

static enum rc load_source(struct app_call *call, const struct plan_review_form *form, struct shown_source *ret)
{
	struct str text;
	TRY(plan_store_source(call->db, call->arena, form->plan.id, &text));
	task_view_source_init(call->arena, text, &ret->text);
	ret->marks = marks_of(call, form);
	return RC_OK;
}

static void add_source(struct app_call *call, const struct shown_source *source, struct plan_review_html *page)
{
	struct plan_marks_line_vec lines = {0};
	const struct plan_marks_mark_vec *marks = &source->marks;
	int64_t first = 1, most = WHOLE_SOURCE_LINES, total = 0;
	if ((int64_t)source->text.starts.n > WHOLE_SOURCE_LINES && marks->n > 0) {
		first = task_view_line_at(&source->text, marks->at[0].begin) - LINES_AROUND;
		first = first > 1 ? first : 1;
		most = task_view_line_at(&source->text, marks->at[marks->n - 1].end) + LINES_AROUND - first;
		most = most < WHOLE_SOURCE_LINES ? most : WHOLE_SOURCE_LINES;
	}
	plan_marks_lines(call->arena, source->text.text, marks, first, most, &lines, &total);
	struct plan_review_html_line *rows = ARENA_ARRAY(call->arena, struct plan_review_html_line, lines.n);
	for (size_t i = 0; i < lines.n; i++)
		rows[i] = shown_line(call->arena, &lines.at[i]);
	page->lines = rows;
	page->n_lines = lines.n;
	if (total > most)
		page->lines_range = task_view_range(call->arena, call->words, first - 1, (size_t)most, total);
}

/* ---- the fields ---- */

/* What the reader thought of a field: the least sure of its places. */
struct confidence {
	bool found;
	int64_t percent;
	int64_t begin; /* of the first place */
};

static struct confidence header_confidence(const struct plan_review_form *form, const struct plan_review_row *row,
                                           struct str value, struct str *ret_printed)
{
	struct confidence confidence = {0};
	for (size_t i = 0; i < form->header_places.n; i++) {
		const struct plan_place *place = &form->header_places.at[i];
		if (!str_eq(place->field, str_of(row->name)))
			continue;
		bool untouched = str_eq(place->printed, value) || str_eq(place->field, STR("issued_on"));
		confidence = (struct confidence){true, untouched ? place->confidence : 100, place->begin};
		if (!untouched)
			*ret_printed = place->printed;
	}
	return confidence;
}

static void note_unsure(struct plan_review_html *page, struct str id)
{
	if (page->first_unsure.len == 0)
		page->first_unsure = id;
}

static void add_header(struct app_call *call, const struct plan_review_form *form, const struct shown_source *source,
                       struct plan_review_html *page)
{
	struct plan_review_html_field *fields = ARENA_ARRAY(call->arena, struct plan_review_html_field, PLAN_REVIEW_FIELDS);
	for (int i = 0; i < PLAN_REVIEW_FIELDS; i++) {
		const struct plan_review_row *row = plan_review_form_row((enum plan_review_field)i);
		struct plan_review_html_field *field = &fields[i];
		struct confidence confidence = header_confidence(form, row, form->values[i], &field->printed);
		field->id = str_format(call->arena, "h-%s", row->name);
		field->label.id = row->label;
		field->value = form->values[i];
		field->area = row->area;
		field->confidence = confidence.percent;
		field->unsure = confidence.found && confidence.percent < SURE;
		field->problem = message_format(call->arena, call->words, &form->problems[i]);
		if (confidence.found)
			field->place = place_of(call, source, field->id, confidence.begin);
		if (field->unsure)
			note_unsure(page, field->id);
		if (form->problems[i].id != NULL)
			app_add_problem(call, str_cstr(call->arena, field->id), form->problems[i]);
	}
	page->header = fields;
	page->n_header = PLAN_REVIEW_FIELDS;
}

static struct confidence task_confidence(const struct plan_review_form *form, int64_t task_id, const char *field)
{
	struct confidence confidence = {.percent = 100};
	for (size_t i = 0; i < form->places.n; i++) {
		const struct task_place *place = &form->places.at[i];
		if (place->task_id != task_id || !str_eq(place->field, str_of(field)))
			continue;
		if (!confidence.found)
			confidence.begin = place->begin;
		confidence.found = true;
		confidence.percent = place->confidence < confidence.percent ? place->confidence : confidence.percent;
	}
	return confidence;
}

static struct plan_review_html_field shown_field(struct app_call *call, const struct plan_review_form *form,
                                                 const struct shown_source *source, const struct plan_review_form_task *shown,
                                                 enum task_form_field which)
{
	const struct task_form_row *row = task_form_row(which);
	struct confidence confidence = task_confidence(form, shown->task.id, row->name);
	struct plan_review_html_field field = {
	    .id = control_of(call->arena, shown->task.id, str_of(row->name)),
	    .label = {.id = row->label},
	    .hint = {.id = row->hint},
	    .value = shown->form.values[which],
	    .area = row->area,
	    .confidence = confidence.percent,
	    .unsure = confidence.found && confidence.percent < SURE,
	    .problem = message_format(call->arena, call->words, &shown->form.problems[which]),
	};
	if (confidence.found)
		field.place = place_of(call, source, field.id, confidence.begin);
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

static void add_assignments(struct app_call *call, const struct plan_review_form *form, const struct shown_source *source,
                            const struct plan_review_form_task *shown, struct plan_review_html_task *row)
{
	static const struct task_assignment none = {.role = TASK_COORDINATE};
	const struct task_assignment_vec *assignments = &shown->form.assignments;
	size_t n = assignments->n + EMPTY_ROWS < TASK_FORM_UNITS ? assignments->n + EMPTY_ROWS : TASK_FORM_UNITS;
	struct plan_review_html_assignment *rows = ARENA_ARRAY(call->arena, struct plan_review_html_assignment, n);
	struct confidence confidence = task_confidence(form, shown->task.id, "assignment");
	for (size_t i = 0; i < n; i++)
		rows[i] = shown_assignment(call->arena, i + 1, i < assignments->n ? &assignments->at[i] : &none);
	row->assignments = rows;
	row->n_assignments = n;
	row->assignment_unsure = confidence.found && confidence.percent < SURE;
	if (confidence.found)
		row->assignment_place =
		    place_of(call, source, control_of(call->arena, shown->task.id, STR("assignment")), confidence.begin);
	row->assignment_problem = message_format(call->arena, call->words, &shown->form.assignment_problem);
	if (shown->form.assignment_problem.id != NULL)
		app_add_problem(call, str_format(call->arena, "%.*s-unit-1", STR_ARG(row->key)).ptr, shown->form.assignment_problem);
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

static struct plan_review_html_task shown_task(struct app_call *call, const struct plan_review_form *form,
                                               const struct shown_source *source, const struct plan_review_form_task *shown,
                                               struct plan_review_html *page)
{
	const struct task *task = &shown->task;
	struct plan_review_html_field *fields = ARENA_ARRAY(call->arena, struct plan_review_html_field, TASK_FORM_FIELDS);
	struct plan_review_html_task row = {
	    .key = plan_review_form_key(call->arena, task),
	    .version = task->version,
	    .ordinal =
	        task->part > 1 ? str_format(call->arena, "%.*s.%lld", STR_ARG(task->ordinal), (long long)task->part) : task->ordinal,
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
		fields[i] = shown_field(call, form, source, shown, (enum task_form_field)i);
		row.unsure += fields[i].unsure;
		row.open |= fields[i].problem.len > 0;
		if (fields[i].unsure)
			note_unsure(page, fields[i].id);
	}
	add_assignments(call, form, source, shown, &row);
	row.unsure += row.assignment_unsure;
	row.open |= row.unsure > 0 || row.assignment_problem.len > 0 || row.title.len == 0;
	return row;
}

/* ---- the page ---- */

static void count_all(const struct plan_review_form *form, struct plan_review_html *page)
{
	struct str last = STR("");
	int64_t last_task = 0;
	for (size_t i = 0; i < form->places.n; i++) {
		const struct task_place *place = &form->places.at[i];
		bool same_field = place->task_id == last_task && str_eq(place->field, last);
		page->unsure_in_all += place->confidence < SURE && !same_field;
		last = place->field;
		last_task = place->task_id;
	}
	for (size_t i = 0; i < form->header_places.n; i++)
		page->unsure_in_all += form->header_places.at[i].confidence < SURE;
	for (size_t i = 0; i < form->all.n; i++)
		page->unclear_in_all += form->all.at[i].clears != (1U << TASK_CLEARS) - 1;
	page->tasks_in_all = form->tasks_in_all;
}

static enum rc load_warnings(struct app_call *call, const struct plan_review_form *form, struct plan_review_html *page)
{
	struct plan_warning_vec warnings = {0};
	TRY(plan_store_warnings(call->db, call->arena, form->plan.id, &warnings));
	struct plan_review_html_warning *rows = ARENA_ARRAY(call->arena, struct plan_review_html_warning, warnings.n);
	for (size_t i = 0; i < warnings.n; i++)
		rows[i].sentence = warnings.at[i].message;
	page->warnings = rows;
	page->n_warnings = warnings.n;
	return RC_OK;
}

static struct html_url page_url(struct app_call *call, const struct plan_review_form *form, int64_t from)
{
	if (from <= 0)
		return html_url_format(call->arena, "/plan/%lld/review", (long long)form->plan.id);
	return html_url_format(call->arena, "/plan/%lld/review?from=%lld", (long long)form->plan.id, (long long)from);
}

static enum rc answer(struct app_call *call, int status, const struct plan_review_form *form)
{
	struct plan_review_html page = {
	    .title = plan_display_title(&form->plan),
	    .file_name = form->plan.file_name,
	    .back_href = html_url_path(STR("/plan")),
	    .action = page_url(call, form, form->from),
	    .version = form->plan.version,
	    .may_add = form->from + (int64_t)form->n_tasks >= form->tasks_in_all,
	    .range = task_view_range(call->arena, call->words, form->from, form->n_tasks, form->tasks_in_all),
	    .source_href = html_url_format(call->arena, "/plan/%lld/source", (long long)form->plan.id),
	    .original_href = html_url_format(call->arena, "/plan/%lld/original", (long long)form->plan.id),
	};
	struct plan_review_html_task *tasks = ARENA_ARRAY(call->arena, struct plan_review_html_task, form->n_tasks);
	struct shown_source source;
	TRY(load_source(call, form, &source));
	if (form->has_header)
		add_header(call, form, &source, &page);
	for (size_t i = 0; i < form->n_tasks; i++)
		tasks[i] = shown_task(call, form, &source, &form->tasks[i], &page);
	page.tasks = tasks;
	page.n_tasks = form->n_tasks;
	if (form->from > 0)
		page.previous = page_url(call, form, form->from - PLAN_REVIEW_TASKS);
	if (form->from + (int64_t)form->n_tasks < form->tasks_in_all)
		page.next = page_url(call, form, form->from + PLAN_REVIEW_TASKS);
	count_all(form, &page);
	add_source(call, &source, &page);
	TRY(load_warnings(call, form, &page));
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
	return app_answer_redirect(call, page_url(call, form, form->from), &saved);
}

enum rc plan_review_web_save(struct app_call *call)
{
	struct plan_review_form form;
	TRY(plan_review_form_load(call, app_int(call, "from"), &form));
	if (leads_elsewhere(&form.plan))
		return app_answer_redirect(
		    call, html_url_format(call->arena, "/plan/%lld", (long long)form.plan.id),
		    &(struct message){.id = MSG("Someone else has confirmed this plan meanwhile. Correct its tasks one by one.")});
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
