/* What a person should look at before a plan counts: the fields that the reader was not sure of and that nobody has touched
 * since, in the order in which the review shows them. */
#ifndef FEATURE_PLAN_PLAN_DOUBTS_H
#define FEATURE_PLAN_PLAN_DOUBTS_H

#include "feature/plan/plan_review_form.h"

enum { PLAN_DOUBTS_SURE = 90 }; /* percent: from there on a field is read surely */

struct plan_doubt {
	struct str control; /* id of what it is corrected in: "h-number", "t12-schedule", "t12-unit-1" */
	const char *label;  /* message id of the field */
	struct str value;
	const struct task *task; /* NULL: a field of the header */
	size_t at;               /* the task's place in the plan, from 0 */
	int64_t confidence;      /* percent */
};
VEC_OF(plan_doubt, struct plan_doubt);

void plan_doubts_find(struct arena *arena, const struct plan_review_form *form, struct plan_doubt_vec *ret);

/* The first task of the page of the review that shows the doubt, from 0. */
size_t plan_doubts_from(const struct plan_doubt *doubt);

/* The page of the review that shows the doubt, at its control. */
struct html_url plan_doubts_url(struct arena *arena, int64_t plan_id, const struct plan_doubt *doubt);

/* The control that a task's field is corrected in; the reader's "assignment" is the first unit's. */
struct str plan_doubts_control(struct arena *arena, int64_t task_id, struct str field);

/* How sure a field of the header is: 100 where a person has changed it, with *ret_printed what was read. `begin`: its place in
 * the source. False where it was not found in the source. */
bool plan_doubts_header(const struct plan_review_form *form, enum plan_review_field field, int64_t *ret_confidence,
                        int64_t *ret_begin, struct str *ret_printed);

#endif
