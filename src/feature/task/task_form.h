/* The fields by which a person writes a task: one task on its own page, and many at once in the review of a plan, where each
 * task's fields begin with a prefix of its own ("t12-title"). */
#ifndef FEATURE_TASK_TASK_FORM_H
#define FEATURE_TASK_TASK_FORM_H

#include "feature/task/task.h"
#include "http/http.h"

enum task_form_field {
	TASK_FORM_TITLE,
	TASK_FORM_PRODUCTS,
	TASK_FORM_CHANNELS,
	TASK_FORM_SCHEDULE, /* in the plan's words */
	TASK_FORM_DATES,    /* what they come to: "05/3/2026, 05/6/2026" or "01/02/2026 – 28/02/2026" */
	TASK_FORM_FUNDING,
	TASK_FORM_AUTHORITY,
	TASK_FORM_FIELDS,
};

struct task_form_row {
	const char *name, *label, *hint; /* label, hint: message ids; hint NULL: none */
	bool area;                       /* several lines */
	bool prose;                      /* words and sentences, whose spelling is looked at */
	size_t max;                      /* characters */
};

const struct task_form_row *task_form_row(enum task_form_field field);

enum { TASK_FORM_UNITS = 40, TASK_FORM_EMPTY_ROWS = 2 };

struct task_form {
	struct str values[TASK_FORM_FIELDS];
	struct message problems[TASK_FORM_FIELDS];
	struct task_assignment_vec assignments;
	struct message assignment_problem;
};

/* A task as its form shows it. */
void task_form_show(struct arena *arena, const struct task *task, struct task_form *ret);

/* What was sent. A field that was not sent keeps what the task has. */
void task_form_take(struct arena *arena, const struct http_field_vec *fields, struct str prefix, const struct task *task,
                    struct task_form *ret);

/* Puts what was sent into the task: dates that were changed count as they are; words that were changed are read anew. False,
 * with the problems in the form and the task unchanged, where something is wrong. `plan_year`: for days without a year. */
bool task_form_apply(struct arena *arena, struct task_form *form, int plan_year, struct task *task);

/* What was typed, in NFC, without white space around its lines and without empty ones; as one line where `area` is false. Bytes
 * that are not UTF-8 give no text. */
struct str task_form_tidy(struct arena *arena, struct str value, bool area);

/* "05/3/2026, 05/6/2026", "01/02/2026 – 28/02/2026"; empty where there are none. */
struct str task_form_dates(struct arena *arena, const struct schedule *schedule);

/* The other way; false where it is neither days nor a period. An empty text leaves only the kind and the condition. */
bool task_form_parse_dates(struct arena *arena, struct str text, struct schedule *schedule);

#endif
