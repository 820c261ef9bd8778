/* One task: its six clears with the plan's own words, its deadlines, how far it is, notes. */
#include "feature/task/task_page_web.h"

#include "app/audit.h"
#include "calendar/date_words.h"
#include "calendar/schedule.h"
#include "feature/task/task_filter.h"
#include "feature/task/task_page_html.h"
#include "feature/task/task_share.h"
#include "feature/task/task_spelling.h"
#include "feature/task/task_sql.h"
#include "feature/task/task_store.h"
#include "feature/task/task_view.h"
#include "viet/fold.h"

static const char *const status_names[] = {"open", "doing", "done", "cancelled", NULL};

const struct app_param task_page_web_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Task")},
    TASK_SPELLING_LOOK,
    {0},
};

const struct app_param task_page_web_note_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Task")},
    TASK_SPELLING_FIX,
    {0},
};

const struct app_param task_page_web_status_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Task")},
    {.name = "version", .kind = APP_INT, .required = true, .label = MSG("Version")},
    {.name = "status", .kind = APP_CHOICE, .choices = status_names, .label = MSG("Status")},
    {.name = "note", .kind = APP_LINES, .max = 2000, .label = MSG("Note")},
    {0},
};

const struct app_param task_page_web_keep_params[] = {
    {.name = "id", .kind = APP_INT, .required = true, .label = MSG("Task")},
    {.name = "deadline", .kind = APP_INT, .required = true, .label = MSG("Deadline")},
    {.name = "version", .kind = APP_INT, .required = true, .label = MSG("Version")},
    {0},
};

/* What the page is made from. */
struct shown {
	struct task task;
	struct task_place_vec places;
	struct task_deadline_vec deadlines;
	struct task_note_vec notes;
	struct task_sql_find_plan_of_row plan;
	struct task_sql_find_unit_row unit;
	struct task_view_source source; /* empty where the plan has none */
	const struct str *meanings;     /* of the assignments, one each */
	struct task_share_vec shares;
	bool is_own;      /* of a plan of the person's own scope */
	bool shares_only; /* the person's unit has a share of it, no more */
};

/* What an assignment means in the register, where that is more than its own words say. */
static enum rc meaning_of(struct app_call *call, const struct task_assignment *assignment, struct str *ret)
{
	struct str name;
	int64_t members;
	TRY(task_store_meaning(call->db, call->arena, assignment, &name, &members));
	struct message message = {.id = MSG("not in the register")};
	if (assignment->members != 0)
		message =
		    (struct message){.id = MSG("{1} units of {2}"), .args = {str_format(call->arena, "%lld", (long long)members), name}};
	if (name.len == 0 || assignment->members != 0)
		*ret = str_format(call->arena, "; %.*s", STR_ARG(message_format(call->arena, call->words, &message)));
	else
		*ret = str_eq(viet_fold(call->arena, name), viet_fold(call->arena, assignment->unit))
		           ? STR("")
		           : str_format(call->arena, "; %.*s", STR_ARG(name));
	return RC_OK;
}

static enum rc load_meanings(struct app_call *call, const struct task *task, const struct str **ret)
{
	struct str *meanings = ARENA_ARRAY(call->arena, struct str, task->assignments.n);
	for (size_t i = 0; i < task->assignments.n; i++)
		TRY(meaning_of(call, &task->assignments.at[i], &meanings[i]));
	*ret = meanings;
	return RC_OK;
}

static enum rc load(struct app_call *call, struct shown *ret)
{
	struct task_scope scope;
	struct task_sql_find_source_row source = {0};
	int64_t id = app_int(call, "id");
	TRY(task_filter_own_scope(call, &scope));
	TRY(task_store_find(call->db, call->arena, &scope, id, &ret->task));
	TRY(task_filter_is_own(call, &ret->task, &ret->is_own));
	ret->shares_only = task_share_only(&ret->task, call->who->unit_id, ret->is_own);
	TRY(task_share_list(call->db, call->arena, id, &ret->shares));
	TRY(load_meanings(call, &ret->task, &ret->meanings));
	TRY(task_store_places(call->db, call->arena, id, &ret->places));
	TRY(task_store_deadlines(call->db, call->arena, id, &ret->deadlines));
	TRY(task_store_notes(call->db, call->arena, id, &ret->notes));
	TRY(task_sql_find_plan_of(call->db, call->arena, id, &ret->plan));
	TRY(task_sql_find_unit(call->db, call->arena, ret->task.unit_id, &ret->unit));
	enum rc rc = task_sql_find_source(call->db, call->arena, ret->task.plan_id, &source);
	if (rc != RC_NOT_FOUND)
		TRY(rc);
	task_view_source_init(call->arena, source.text, &ret->source);
	return RC_OK;
}

/* The plan's own words for a field, from all the places that it lies in, with line breaks as spaces. */
static struct str words_of_place(struct app_call *call, const struct shown *shown, const char *field, struct html_url *ret_href)
{
	struct buf out;
	buf_init(&out, call->arena, 64 * 1024);
	for (size_t i = 0; i < shown->places.n; i++) {
		const struct task_place *place = &shown->places.at[i];
		struct str piece = str_part(shown->source.text, (size_t)place->begin, (size_t)(place->end - place->begin)), line;
		if (!str_eq(place->field, str_of(field)))
			continue;
		if (out.len == 0)
			*ret_href = task_view_place_url(call->arena, shown->task.plan_id, &shown->source, place->begin);
		while (str_split(&piece, '\n', &line)) {
			line = str_trim(line);
			if (line.len == 0)
				continue;
			if (out.len > 0)
				buf_add_char(&out, ' ');
			buf_add(&out, line);
		}
	}
	return buf_str(&out);
}

static void set_values(struct app_call *call, struct task_page_html_clear *clear, struct str values)
{
	task_view_lines(call->arena, values, &clear->values, &clear->n_values);
}

/* Each unit of the wanted role, or of all, with its role in brackets, and what it means in the register. */
static struct str units_of(struct app_call *call, const struct shown *shown, bool leading)
{
	const struct task *task = &shown->task;
	struct buf out;
	buf_init(&out, call->arena, 64 * 1024);
	for (size_t i = 0; i < task->assignments.n; i++) {
		const struct task_assignment *assignment = &task->assignments.at[i];
		if (leading && assignment->role == TASK_COORDINATE)
			continue;
		if (out.len > 0)
			buf_add_char(&out, '\n');
		struct str role = message_text(call->words, task_role_label(assignment->role));
		buf_add_format(&out, "%.*s (%.*s%.*s)", STR_ARG(assignment->unit), STR_ARG(role), STR_ARG(shown->meanings[i]));
	}
	return buf_str(&out);
}

static void add_clears(struct app_call *call, const struct shown *shown, struct task_page_html *page)
{
	static const char *const fields[TASK_CLEARS] = {
	    [TASK_WHO] = "assignment", [TASK_WORK] = "title", [TASK_TIME] = "schedule", [TASK_PRODUCT] = "products"};
	const struct task *task = &shown->task;
	struct task_page_html_clear *clears = ARENA_ARRAY(call->arena, struct task_page_html_clear, TASK_CLEARS);
	const struct str values[TASK_CLEARS] = {
	    [TASK_WHO] = units_of(call, shown, false),
	    [TASK_WORK] = task->title,
	    [TASK_TIME] = schedule_describe(call->arena, call->words, &task->schedule),
	    [TASK_RESPONSIBILITY] = units_of(call, shown, true),
	    [TASK_PRODUCT] = task->products,
	    [TASK_AUTHORITY] = task->authority,
	};
	for (int i = 0; i < TASK_CLEARS; i++) {
		struct task_page_html_clear *clear = &clears[i];
		clear->name.id = task_clear_label((enum task_clear)i);
		clear->missing.id = task_clear_missing((enum task_clear)i);
		clear->told = (task->clears & 1U << i) != 0;
		set_values(call, clear, values[i]);
		if (fields[i] != NULL && i != TASK_WORK)
			clear->from = words_of_place(call, shown, fields[i], &clear->from_href);
	}
	page->clears = clears;
	page->n_clears = TASK_CLEARS;
	page->clears_words = task_view_clears(call->arena, call->words, task->clears);
}

/* The units that have done their share by a deadline, by name. */
static void add_shares(struct app_call *call, const struct shown *shown, const struct task_deadline *deadline,
                       struct task_page_html_deadline *row)
{
	struct str *units = ARENA_ARRAY(call->arena, struct str, shown->shares.n);
	size_t n = 0;
	for (size_t i = 0; i < shown->shares.n; i++)
		if (shown->shares.at[i].due_on == deadline->due_on)
			units[n++] = shown->shares.at[i].unit;
	row->shares = units;
	row->n_shares = n;
	row->share_count = (int64_t)n;
}

/* What the person's own unit has said of its share; NULL for nothing. */
static const struct task_share *own_share(const struct app_call *call, const struct shown *shown, date_day due_on)
{
	for (size_t i = 0; i < shown->shares.n; i++)
		if (shown->shares.at[i].due_on == due_on && shown->shares.at[i].unit_id == call->who->unit_id)
			return &shown->shares.at[i];
	return NULL;
}

/* When, and by whom where it was a person: an import counts what is past as done by no one. */
static struct str done_words(struct app_call *call, date_day done_on, struct str done_by)
{
	struct str day = date_words_day(call->arena, call->words, done_on);
	struct message done = {.id = MSG("{1}, {2}"), .args = {day, done_by}};
	if (done_by.len == 0)
		return day;
	return message_format(call->arena, call->words, &done);
}

static struct html_url deadline_url(struct app_call *call, const struct shown *shown, const struct task_deadline *deadline,
                                    const char *more)
{
	return html_url_format(call->arena, "/task/%lld/deadline/%lld%s", (long long)shown->task.id, (long long)deadline->id, more);
}

/* A deadline that is closed for all is opened again only by those who may close it. */
static struct task_page_html_deadline shown_deadline(struct app_call *call, const struct shown *shown,
                                                     const struct task_deadline *deadline, bool may_write)
{
	const struct task_share *own = shown->shares_only && !deadline->done ? own_share(call, shown, deadline->due_on) : NULL;
	bool done = deadline->done || own != NULL;
	struct task_view_state state = task_view_state(done ? TASK_DONE : TASK_OPEN, SCHEDULE_ONCE, deadline->due_on, call->today);
	struct task_page_html_deadline row = {.date = date_words_day(call->arena, call->words, deadline->due_on),
	                                      .state = state.name,
	                                      .state_words = {.id = own != NULL ? MSG("Own share done") : state.label}};
	add_shares(call, shown, deadline, &row);
	if (done) {
		row.done_words =
		    own != NULL ? done_words(call, own->done_on, own->done_by) : done_words(call, deadline->done_on, deadline->done_by);
		if (may_write && (own != NULL || !shown->shares_only))
			row.reopen_action = deadline_url(call, shown, deadline, "/reopen");
		return row;
	}
	row.distance = date_words_left(call->arena, call->words, call->today, deadline->due_on);
	if (may_write)
		row.keep_action = deadline_url(call, shown, deadline, "");
	return row;
}

static void add_deadlines(struct app_call *call, const struct shown *shown, bool may_write, struct task_page_html *page)
{
	struct task_page_html_deadline *rows = ARENA_ARRAY(call->arena, struct task_page_html_deadline, shown->deadlines.n);
	date_day next = DATE_NONE;
	for (size_t i = shown->deadlines.n; i-- > 0;) {
		rows[i] = shown_deadline(call, shown, &shown->deadlines.at[i], may_write);
		const struct task_deadline *deadline = &shown->deadlines.at[i];
		if (!deadline->done && !(shown->shares_only && own_share(call, shown, deadline->due_on) != NULL))
			next = shown->deadlines.at[i].due_on;
	}
	page->deadlines = rows;
	page->n_deadlines = shown->deadlines.n;
	if (next != DATE_NONE)
		page->next_date = date_words_deadline(call->arena, call->words, call->today, next);
	struct task_view_state state = task_view_state(shown->task.status, shown->task.schedule.kind, next, call->today);
	page->state = state.name;
	page->state_words.id = state.label;
}

/* How far the task is, for those who answer for all of it; others say no more than a note. */
static void add_status_form(struct app_call *call, const struct shown *shown, struct task_page_html *page)
{
	const struct task *task = &shown->task;
	page->status_action = html_url_format(call->arena, "/task/%lld/status", (long long)task->id);
	if (shown->shares_only)
		return;
	struct task_page_html_option *options = ARENA_ARRAY(call->arena, struct task_page_html_option, TASK_CANCELLED + 1);
	for (int status = TASK_OPEN; status <= TASK_CANCELLED; status++)
		options[status] = (struct task_page_html_option){.value = task_status_name((enum task_status)status),
		                                                 .label = {.id = task_status_label((enum task_status)status)},
		                                                 .chosen = task->status == (enum task_status)status};
	page->statuses = options;
	page->n_statuses = TASK_CANCELLED + 1;
}

static void add_notes(struct app_call *call, const struct task_note_vec *notes, struct task_page_html *page)
{
	struct task_page_html_note *rows = ARENA_ARRAY(call->arena, struct task_page_html_note, notes->n);
	for (size_t i = 0; i < notes->n; i++)
		rows[i] =
		    (struct task_page_html_note){notes->at[i].by, task_view_moment(call->arena, notes->at[i].at_ms), notes->at[i].text};
	page->notes = rows;
	page->n_notes = notes->n;
}

/* What else may have been meant in the last note, which the person has just written. */
static enum rc add_note_offers(struct app_call *call, int64_t task_id, struct task_page_html *page)
{
	struct task_sql_find_last_note_row last;
	struct task_spelling *spelling;
	enum rc rc = task_sql_find_last_note(call->db, call->arena, task_id, &last);
	if (rc == RC_NOT_FOUND || (rc == RC_OK && last.person_id != call->who->id))
		return RC_OK;
	TRY(rc);
	TRY(task_spelling_open(call->arena, &spelling));
	struct task_spelling_offer_vec offers =
	    task_spelling_offers(call->arena, spelling, app_text(call, "look"), STR("note"), last.text);
	task_spelling_close(spelling);
	struct task_page_html_offer *rows = ARENA_ARRAY(call->arena, struct task_page_html_offer, offers.n);
	for (size_t i = 0; i < offers.n; i++)
		rows[i] = (struct task_page_html_offer){offers.at[i].typed, offers.at[i].meant, offers.at[i].fix};
	struct task_page_html_field *field = ARENA_NEW(call->arena, struct task_page_html_field);
	*field = (struct task_page_html_field){.id = STR("last-note"), .offers = rows, .n_offers = offers.n};
	page->noted = field;
	page->n_noted = offers.n > 0 ? 1 : 0;
	page->note_action = html_url_format(call->arena, "/task/%lld/note", (long long)task_id);
	return RC_OK;
}

/* The page, with what was typed where it comes back with a problem. */
static enum rc answer(struct app_call *call, int status, struct shown *shown, struct str note)
{
	const struct task *task = &shown->task;
	bool may_write = role_may(call->who->role, APP_WRITE_PLANS);
	struct message part = {.id = MSG("{1} (part {2})"),
	                       .args = {task->ordinal, str_format(call->arena, "%lld", (long long)task->part)}};
	struct task_page_html page = {
	    .ordinal = task->part > 1 ? message_format(call->arena, call->words, &part) : task->ordinal,
	    .title = task->title,
	    .plan = shown->plan.title,
	    .plan_href = html_url_format(call->arena, "/plan/%lld", (long long)task->plan_id),
	    .unit = shown->unit.name,
	    .note = note,
	    .version = task->version,
	};
	page.quote = words_of_place(call, shown, "title", &page.quote_href);
	task_view_lines(call->arena, task->channels, &page.channels, &page.n_channels);
	task_view_lines(call->arena, task->funding, &page.funding, &page.n_funding);
	add_clears(call, shown, &page);
	add_deadlines(call, shown, may_write && task->live, &page);
	add_notes(call, &shown->notes, &page);
	if (may_write)
		add_status_form(call, shown, &page);
	page.shares_only = shown->shares_only;
	if (may_write && shown->is_own)
		page.edit_href = html_url_format(call->arena, "/task/%lld/edit", (long long)task->id);
	if (status == 200 && may_write && app_text(call, "look").len > 0)
		TRY(add_note_offers(call, task->id, &page));
	if (app_has_problems(call))
		page.note_problem = app_problem_of(call, "note");
	const struct app_page around = {.title_text = task->title, .section = "today"};
	return app_answer_page(call, status, &around, task_page_html_slot(&page));
}

enum rc task_page_web_answer(struct app_call *call)
{
	struct shown shown = {0};
	TRY(load(call, &shown));
	return answer(call, 200, &shown, STR(""));
}

/* Someone changed the task since the page was shown: the page as it is now, with what was typed still in its field. */
static enum rc answer_changed(struct app_call *call, struct shown *shown, struct str note)
{
	app_add_problem(
	    call, NULL,
	    (struct message){
	        .id = MSG(
	            "Someone else changed this task a moment ago. It is shown as it is now; send yours again if it still holds.")});
	return answer(call, 409, shown, note);
}

/* Back to the page, where a note that was written is looked at for what else may have been meant. */
static enum rc go_on(struct app_call *call, int64_t task_id, bool noted)
{
	const char *look = noted ? "?look=note" : "";
	return app_answer_redirect(call, html_url_format(call->arena, "/task/%lld%s", (long long)task_id, look),
	                           &(struct message){.id = MSG("Saved.")});
}

enum rc task_page_web_set_status(struct app_call *call)
{
	struct shown shown = {0};
	enum task_status status = TASK_OPEN;
	struct str note = app_text(call, "note");
	TRY(load(call, &shown));
	if (shown.shares_only) /* whatever was sent */
		status = shown.task.status;
	else if (!app_has_problems(call) && !task_status_parse(app_text(call, "status"), &status))
		app_add_problem(
		    call, NULL,
		    (struct message){.id = MSG("Choose “{1}”"), .args = {app_words(call, task_page_web_status_params[2].label)}});
	if (app_has_problems(call))
		return answer(call, 422, &shown, note);
	if (shown.task.version != app_int(call, "version"))
		return answer_changed(call, &shown, note);
	TRY(task_set_status(call->db, call->arena, &shown.task, status, note, call->who->id, call->now_ms, call->today));
	TRY(audit_add(call->db, call->arena, call->now_ms, call->who->id, "task.status",
	              str_format(call->arena, "task/%lld", (long long)shown.task.id), task_status_name(status)));
	return go_on(call, shown.task.id, note.len > 0);
}

enum rc task_page_web_correct_note(struct app_call *call)
{
	struct shown shown = {0};
	struct task_sql_find_last_note_row last;
	struct str text;
	TRY(load(call, &shown));
	TRY(task_sql_find_last_note(call->db, call->arena, shown.task.id, &last));
	if (last.person_id != call->who->id)
		return RC_NOT_FOUND;
	TRY(task_spelling_accept(call, STR("note"), last.text, &text));
	TRY(task_sql_correct_note(call->db, last.id, text, NULL));
	TRY(audit_add(call->db, call->arena, call->now_ms, call->who->id, "task.note",
	              str_format(call->arena, "task/%lld", (long long)shown.task.id), last.text));
	return go_on(call, shown.task.id, true);
}

/* A deadline is closed, or opened again by `reopens`, for the own unit alone. */
static enum rc change_share(struct app_call *call, const struct shown *shown, int64_t deadline, bool reopens)
{
	int64_t task = shown->task.id, unit = call->who->unit_id;
	return reopens ? task_share_reopen(call->db, task, deadline, unit)
	               : task_share_keep(call->db, call->arena, task, deadline, unit, call->who->id, call->today);
}

static enum rc change_whole(struct app_call *call, const struct shown *shown, int64_t deadline, bool reopens)
{
	return reopens ? task_reopen_deadline(call->db, &shown->task, deadline)
	               : task_keep_deadline(call->db, call->arena, &shown->task, deadline, call->who->id, call->today);
}

/* A deadline is closed, or opened again by `reopens`: for all, or for the person's own unit. */
static enum rc change_deadline(struct app_call *call, bool reopens)
{
	struct shown shown = {0};
	int64_t deadline = app_int(call, "deadline");
	TRY(load(call, &shown));
	if (shown.task.version != app_int(call, "version"))
		return answer_changed(call, &shown, STR(""));
	TRY(shown.shares_only ? change_share(call, &shown, deadline, reopens) : change_whole(call, &shown, deadline, reopens));
	TRY(audit_add(call->db, call->arena, call->now_ms, call->who->id, reopens ? "task.reopen" : "task.deadline",
	              str_format(call->arena, "task/%lld", (long long)shown.task.id),
	              str_format(call->arena, "%lld", (long long)deadline)));
	const struct message done = {.id = reopens ? MSG("The deadline is open again.") : MSG("The deadline is marked as done.")};
	return app_answer_redirect(call, html_url_format(call->arena, "/task/%lld", (long long)shown.task.id), &done);
}

enum rc task_page_web_keep(struct app_call *call)
{
	return change_deadline(call, false);
}

enum rc task_page_web_reopen(struct app_call *call)
{
	return change_deadline(call, true);
}
