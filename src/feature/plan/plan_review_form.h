/* The form of the review: what it shows of a plan and its tasks, what was typed, and what is wrong with it. */
#ifndef FEATURE_PLAN_PLAN_REVIEW_FORM_H
#define FEATURE_PLAN_PLAN_REVIEW_FORM_H

#include "app/app.h"
#include "feature/plan/plan.h"
#include "feature/task/task.h"
#include "feature/task/task_form.h"

enum { PLAN_REVIEW_TASKS = 50 }; /* on one page */

/* The fields of the header, in the order of the page. */
enum plan_review_field {
	PLAN_REVIEW_KIND,
	PLAN_REVIEW_NUMBER,
	PLAN_REVIEW_ISSUED_ON,
	PLAN_REVIEW_YEAR,
	PLAN_REVIEW_TITLE,
	PLAN_REVIEW_ISSUER,
	PLAN_REVIEW_PARENT_BODY,
	PLAN_REVIEW_PLACE,
	PLAN_REVIEW_SIGNER_TITLE,
	PLAN_REVIEW_SIGNER_NAME,
	PLAN_REVIEW_FIELDS,
};

struct plan_review_row {
	const char *name, *label; /* name as in plan_place; label: message id */
	bool area;
};

const struct plan_review_row *plan_review_form_row(enum plan_review_field field);

struct plan_review_form_task {
	struct task task; /* as stored */
	struct task_form form;
	bool dropped;
	unsigned right; /* fields that the person said to be right as they stand: a bit each, the assignments one more */
};

struct plan_review_form {
	struct plan plan; /* as stored */
	struct str values[PLAN_REVIEW_FIELDS];
	struct message problems[PLAN_REVIEW_FIELDS];
	unsigned right;  /* of the header's fields */
	bool has_header; /* the header is on this page */
	struct str look; /* once it is saved: the controls with words that were written anew, as of task_spelling */
	int64_t from, tasks_in_all;
	struct plan_review_form_task *tasks; /* of this page */
	size_t n_tasks;
	struct task_vec all;          /* tasks of the whole plan */
	struct task_place_vec places; /* of all of them, in their order */
	struct plan_place_vec header_places;
};

/* What is stored, as the page from task number `from` on shows it. */
enum rc plan_review_form_load(struct app_call *call, int64_t from, struct plan_review_form *ret) MUST_USE;

/* Puts what was sent over what is stored. */
void plan_review_form_take(struct app_call *call, struct plan_review_form *form);

/* Writes what differs from what is stored. RC_INVALID with the problems in the form; RC_CONFLICT where something that differs
 * was changed by someone else since the page was shown. Nothing is written then. */
enum rc plan_review_form_save(struct app_call *call, struct plan_review_form *form) MUST_USE;

/* "t12": what the ids of a task's controls begin with. */
struct str plan_review_form_key(struct arena *arena, const struct task *task);

#endif
