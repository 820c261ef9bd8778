/* A unit's share of a task that others have as well.
 *
 * "Các sở, ban, ngành; UBND các xã, phường thực hiện": each unit that is named has to do the task, and none can say that all
 * have. So those who answer for the task as a whole close its deadlines: the unit whose plan it is, the unit that leads it, the
 * one unit that it is given to. Every other says that its own share is done: the task then leaves that unit's lists, and stays in
 * the others'. */
#ifndef FEATURE_TASK_TASK_SHARE_H
#define FEATURE_TASK_TASK_SHARE_H

#include "feature/task/task.h"

struct task_share {
	date_day due_on, done_on;
	int64_t unit_id;
	struct str unit, done_by; /* their names */
};
VEC_OF(task_share, struct task_share);

/* Whether the unit has no more than a share of the task. `is_own`: the task is of the unit's own plan, or of one below it. */
bool task_share_only(const struct task *task, int64_t unit_id, bool is_own);

/* What units have said, by day and unit's name. */
enum rc task_share_list(struct db_conn *db, struct arena *arena, int64_t task_id, struct task_share_vec *ret) MUST_USE;

/* Says that a unit's share is done by an open deadline, or takes it back. RC_CONFLICT where that is so already, or the deadline
 * is closed or gone. */
enum rc task_share_keep(struct db_conn *db, struct arena *arena, int64_t task_id, int64_t deadline_id, int64_t unit_id,
                        int64_t person_id, date_day today) MUST_USE;
enum rc task_share_reopen(struct db_conn *db, int64_t task_id, int64_t deadline_id, int64_t unit_id) MUST_USE;

#endif
