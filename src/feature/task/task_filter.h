/* Whose tasks a page shows: the person's unit and all below it, narrowed by the fields "unit" and "plan" of a filter. */
#ifndef FEATURE_TASK_TASK_FILTER_H
#define FEATURE_TASK_TASK_FILTER_H

#include "app/app.h"
#include "feature/task/task.h"

struct task_filter_option {
	struct str value, label;
	bool chosen;
};
VEC_OF(task_filter_option, struct task_filter_option);

struct task_filter {
	struct task_scope scope;
	struct str unit_name;
	struct task_filter_option_vec units, plans; /* units: empty where there is only one */
	int64_t unit_id, plan_id;                   /* 0: not narrowed */
};

/* The person's own scope, not narrowed. */
enum rc task_filter_own_scope(struct app_call *call, struct task_scope *ret) MUST_USE;

/* Whether a task is of a plan of the person's scope, not only for a unit of it. */
enum rc task_filter_is_own(struct app_call *call, const struct task *task, bool *ret) MUST_USE;

/* The scope that the call's declared fields "unit" and "plan" narrow to. RC_NOT_FOUND where the unit is not below the person's.
 */
enum rc task_filter_load(struct app_call *call, struct task_filter *ret) MUST_USE;

/* An address with the filter and one more field: "/year?unit=5&plan=2&year=2026". */
struct html_url task_filter_url(struct arena *arena, const struct task_filter *filter, const char *path, const char *more);

#endif
