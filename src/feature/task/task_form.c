/* What a person types about a task, and what is made of it. */
#include "feature/task/task_form.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "reading/schedule_words.h"
#include "viet/nfc.h"

enum { DATES_BYTES = 16 * 1024, MAX_DUE_DAYS = 366, UNIT_CHARACTERS = 500 };

static const struct task_form_row rows[TASK_FORM_FIELDS] = {
    [TASK_FORM_TITLE] = {"title", MSG("Task"), NULL, true, true, 4000},
    [TASK_FORM_PRODUCTS] = {"products", MSG("Products"), MSG("One on each line."), true, true, 8000},
    [TASK_FORM_CHANNELS] = {"channels", MSG("Channels"), NULL, true, true, 4000},
    [TASK_FORM_SCHEDULE] = {"schedule", MSG("Time, in the plan's words"), NULL, true, false, 2000},
    [TASK_FORM_DATES] =
        {"dates", MSG("Dates"),
         MSG("Days with commas between, or a period with a dash: 05/3/2026, 05/6/2026 or 01/02/2026 – 28/02/2026."), false, false,
         4000},
    [TASK_FORM_FUNDING] = {"funding", MSG("Funding"), MSG("One source on each line."), true, true, 4000},
    [TASK_FORM_AUTHORITY] = {"authority", MSG("Who approves the result"), NULL, false, true, 500},
};

const struct task_form_row *task_form_row(enum task_form_field field)
{
	return &rows[field];
}

/* ---- dates ---- */

struct str task_form_dates(struct arena *arena, const struct schedule *schedule)
{
	struct buf out;
	buf_init(&out, arena, DATES_BYTES);
	for (size_t i = 0; i < schedule->due.n; i++) {
		if (i > 0)
			buf_add(&out, STR(", "));
		buf_add(&out, date_format_short(arena, schedule->due.at[i]));
	}
	if (schedule->due.n == 0 && schedule->start != DATE_NONE && schedule->end != DATE_NONE) {
		buf_add(&out, date_format_short(arena, schedule->start));
		buf_add(&out, STR(" – "));
		buf_add(&out, date_format_short(arena, schedule->end));
	}
	return buf_str(&out);
}

/* Takes one day off the front of the text: 5/3/2026, 05-3-2026, 5.3.2026 or 2026-03-05. */
static date_day take_day(struct str *text)
{
	int64_t numbers[3] = {0};
	size_t at = 0, first_digits = 0;
	for (size_t i = 0; i < 3; i++) {
		size_t from = at;
		while (at < text->len && text->ptr[at] >= '0' && text->ptr[at] <= '9')
			at++;
		if (at == from || at - from > 4 || !str_parse_int(str_part(*text, from, at - from), &numbers[i]))
			return DATE_NONE;
		first_digits = i == 0 ? at - from : first_digits;
		if (i == 2)
			break;
		if (at >= text->len || (text->ptr[at] != '/' && text->ptr[at] != '-' && text->ptr[at] != '.'))
			return DATE_NONE;
		at++;
	}
	*text = str_from(*text, at);
	if (first_digits == 4)
		return date_from_parts((int)numbers[0], (int)numbers[1], (int)numbers[2]);
	return date_from_parts((int)numbers[2], (int)numbers[1], (int)numbers[0]);
}

static int compare_days(const void *a, const void *b)
{
	date_day left = *(const date_day *)a, right = *(const date_day *)b;
	return (left > right) - (left < right);
}

/* What may stand between two days. */
enum joint { JOINT_NONE, JOINT_AND, JOINT_TO };

static enum joint take_joint(struct str *text)
{
	static const struct {
		const char *text;
		enum joint joint;
	} joints[] = {
	    {",", JOINT_AND}, {";", JOINT_AND}, {"và", JOINT_AND}, {"and", JOINT_AND}, {"–", JOINT_TO},
	    {"—", JOINT_TO},  {"-", JOINT_TO},  {"đến", JOINT_TO}, {"to", JOINT_TO},
	};
	struct str rest = str_trim(*text);
	enum joint found = rest.len < text->len ? JOINT_AND : JOINT_NONE;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (str_has_prefix(rest, str_of(joints[i].text))) {
			rest = str_trim(str_from(rest, str_of(joints[i].text).len));
			found = joints[i].joint;
			break;
		}
	*text = rest;
	return found;
}

/* Days with "and" between, or two with "to"; false where the text is neither. */
static bool take_days(struct arena *arena, struct str text, struct date_day_vec *days, bool *ret_is_period)
{
	enum joint joint = JOINT_NONE;
	*ret_is_period = false;
	while (text.len > 0) {
		date_day day = take_day(&text);
		if (day == DATE_NONE || days->n == MAX_DUE_DAYS)
			return false;
		VEC_PUSH(arena, days, day);
		joint = text.len > 0 ? take_joint(&text) : JOINT_NONE;
		bool goes_on = joint != JOINT_NONE && !*ret_is_period && (joint == JOINT_AND || days->n == 1);
		if (text.len > 0 && !goes_on)
			return false;
		*ret_is_period = *ret_is_period || joint == JOINT_TO;
	}
	return joint != JOINT_TO && (!*ret_is_period || (days->n == 2 && days->at[0] <= days->at[1]));
}

/* Ascending, each once. */
static void put_in_order(struct date_day_vec *days)
{
	size_t n = 0;
	qsort(days->at, days->n, sizeof *days->at, compare_days);
	for (size_t i = 0; i < days->n; i++)
		if (n == 0 || days->at[n - 1] != days->at[i])
			days->at[n++] = days->at[i];
	days->n = n;
}

static void set_period(struct schedule *schedule, date_day start, date_day end)
{
	schedule->due = (struct date_day_vec){0};
	schedule->start = start;
	schedule->end = end;
	if (schedule->kind == SCHEDULE_NONE || schedule->kind == SCHEDULE_ONCE)
		schedule->kind = SCHEDULE_WINDOW;
}

static void set_days(struct schedule *schedule, struct date_day_vec days)
{
	schedule->start = schedule->end = DATE_NONE;
	schedule->exclusive = schedule->exclusive && days.n > 0;
	if (days.n > 0) {
		put_in_order(&days);
		schedule->kind = SCHEDULE_ONCE;
		schedule->rrule = STR("");
	} else if (schedule->kind == SCHEDULE_ONCE || schedule->kind == SCHEDULE_WINDOW) {
		schedule->kind = SCHEDULE_NONE;
	}
	schedule->due = days;
}

bool task_form_parse_dates(struct arena *arena, struct str text, struct schedule *schedule)
{
	struct date_day_vec days = {0};
	bool is_period = false;
	if (!take_days(arena, str_trim(text), &days, &is_period))
		return false;
	if (is_period)
		set_period(schedule, days.at[0], days.at[1]);
	else
		set_days(schedule, days);
	return true;
}

/* ---- the form ---- */

void task_form_show(struct arena *arena, const struct task *task, struct task_form *ret)
{
	*ret = (struct task_form){
	    .values =
	        {
	            [TASK_FORM_TITLE] = task->title,
	            [TASK_FORM_PRODUCTS] = task->products,
	            [TASK_FORM_CHANNELS] = task->channels,
	            [TASK_FORM_SCHEDULE] = task->schedule_raw,
	            [TASK_FORM_DATES] = task_form_dates(arena, &task->schedule),
	            [TASK_FORM_FUNDING] = task->funding,
	            [TASK_FORM_AUTHORITY] = task->authority,
	        },
	    .assignments = task->assignments,
	};
}

/* The value sent under prefix + name; ptr NULL where none was sent. */
static struct str sent(struct arena *arena, const struct http_field_vec *fields, struct str prefix, const char *name)
{
	return http_field_find(fields, str_format(arena, "%.*s%s", STR_ARG(prefix), name));
}

struct str task_form_tidy(struct arena *arena, struct str value, bool area)
{
	struct buf out;
	struct str line;
	value = utf8_is_valid(value) ? viet_nfc(arena, value) : STR("");
	buf_init(&out, arena, value.len + 1);
	while (str_split(&value, '\n', &line)) {
		line = str_trim(line);
		if (line.len == 0)
			continue;
		if (out.len > 0)
			buf_add_char(&out, area ? '\n' : ' ');
		buf_add(&out, line);
	}
	return buf_str(&out);
}

/* The value without what is no text: invalid bytes and control characters but white space. */
static struct str only_text(struct arena *arena, struct str value)
{
	struct buf out;
	buf_init(&out, arena, value.len + 1);
	for (size_t at = 0; at < value.len;) {
		size_t from = at;
		uint32_t c = utf8_next(value, &at);
		if (c != UTF8_INVALID && c != 0x7f && (c >= 0x20 || c == '\n' || c == '\r' || c == '\t'))
			buf_add(&out, str_part(value, from, at - from));
	}
	return buf_str(&out);
}

static void take_assignments(struct arena *arena, const struct http_field_vec *fields, struct str prefix, const struct task *task,
                             struct task_form *form)
{
	struct task_assignment_vec taken = {0};
	bool any = false;
	for (int i = 1; i <= TASK_FORM_UNITS; i++) {
		struct str unit = sent(arena, fields, prefix, str_format(arena, "unit-%d", i).ptr);
		struct str role = sent(arena, fields, prefix, str_format(arena, "role-%d", i).ptr);
		if (unit.ptr == NULL)
			continue;
		any = true;
		struct str text = only_text(arena, unit);
		struct task_assignment assignment = {.unit = task_form_tidy(arena, text, false), .role = TASK_PERFORM};
		if (assignment.unit.len == 0)
			continue;
		if (!task_role_parse(role, &assignment.role) || utf8_count(assignment.unit) > UNIT_CHARACTERS || text.len != unit.len)
			form->assignment_problem =
			    (struct message){.id = MSG("Write each unit in a row of its own, at most 500 characters, and choose its role.")};
		/* The register's unit stays with words that did not change. */
		for (size_t j = 0; j < task->assignments.n; j++)
			if (str_eq(task->assignments.at[j].unit, assignment.unit))
				assignment = (struct task_assignment){.unit = assignment.unit,
				                                      .role = assignment.role,
				                                      .unit_id = task->assignments.at[j].unit_id,
				                                      .group_root = task->assignments.at[j].group_root,
				                                      .members = task->assignments.at[j].members};
		VEC_PUSH(arena, &taken, assignment);
	}
	if (any)
		form->assignments = taken;
}

void task_form_take(struct arena *arena, const struct http_field_vec *fields, struct str prefix, const struct task *task,
                    struct task_form *ret)
{
	task_form_show(arena, task, ret);
	for (int i = 0; i < TASK_FORM_FIELDS; i++) {
		struct str value = sent(arena, fields, prefix, rows[i].name);
		if (value.ptr == NULL)
			continue;
		struct str text = only_text(arena, value);
		if (text.len != value.len)
			ret->problems[i].id = MSG("This held characters that are no text; they are gone. Look whether the rest is right.");
		ret->values[i] = task_form_tidy(arena, text, rows[i].area);
		if (utf8_count(ret->values[i]) > rows[i].max)
			ret->problems[i] = (struct message){.id = MSG("Shorten this field to {1} characters at most."),
			                                    .args = {str_format(arena, "%zu", rows[i].max)}};
	}
	take_assignments(arena, fields, prefix, task, ret);
}

static bool has_problems(const struct task_form *form)
{
	for (int i = 0; i < TASK_FORM_FIELDS; i++)
		if (form->problems[i].id != NULL)
			return true;
	return form->assignment_problem.id != NULL;
}

/* The schedule that the form comes to; false where the dates cannot be read. */
static bool apply_schedule(struct arena *arena, struct task_form *form, int plan_year, struct task *task)
{
	struct str words = form->values[TASK_FORM_SCHEDULE], dates = form->values[TASK_FORM_DATES];
	struct schedule_notes notes;
	bool new_dates = !str_eq(dates, task_form_dates(arena, &task->schedule));
	if (!str_eq(words, task->schedule_raw)) {
		task->schedule = schedule_words_parse(arena, words, plan_year, &notes);
		task->schedule_raw = words;
	}
	return !new_dates || task_form_parse_dates(arena, dates, &task->schedule);
}

bool task_form_apply(struct arena *arena, struct task_form *form, int plan_year, struct task *task)
{
	struct task changed = *task;
	if (form->values[TASK_FORM_TITLE].len == 0 && form->problems[TASK_FORM_TITLE].id == NULL)
		form->problems[TASK_FORM_TITLE] = (struct message){.id = MSG("Say what is to be done.")};
	if (form->problems[TASK_FORM_DATES].id == NULL && !apply_schedule(arena, form, plan_year, &changed))
		form->problems[TASK_FORM_DATES] =
		    (struct message){.id = MSG("These are no dates. Write days such as 05/3/2026 with commas between, or a period such "
		                               "as 01/02/2026 – 28/02/2026.")};
	if (has_problems(form))
		return false;
	changed.title = form->values[TASK_FORM_TITLE];
	changed.products = form->values[TASK_FORM_PRODUCTS];
	changed.channels = form->values[TASK_FORM_CHANNELS];
	changed.funding = form->values[TASK_FORM_FUNDING];
	changed.authority = form->values[TASK_FORM_AUTHORITY];
	changed.assignments = form->assignments;
	*task = changed;
	return true;
}
