#include "feature/task/task_share.h"

#include "feature/task/task_sql.h"

bool task_share_only(const struct task *task, int64_t unit_id, bool is_own)
{
	size_t n_leads = 0;
	bool leads = false, named = false;
	for (size_t i = 0; i < task->assignments.n; i++) {
		const struct task_assignment *assignment = &task->assignments.at[i];
		bool is_it = assignment->unit_id.has && assignment->unit_id.value == unit_id;
		n_leads += assignment->role == TASK_LEAD;
		leads = leads || (is_it && assignment->role == TASK_LEAD);
		named = named || is_it;
	}
	return !is_own && !leads && !(n_leads == 0 && named && task->assignments.n == 1);
}

enum rc task_share_list(struct db_conn *db, struct arena *arena, int64_t task_id, struct task_share_vec *ret)
{
	struct task_sql_list_shares_rows rows = {0};
	struct task_share_vec shares = {0};
	TRY(task_sql_list_shares(db, arena, task_id, &rows));
	for (size_t i = 0; i < rows.n; i++)
		VEC_PUSH(arena, &shares,
		         (struct task_share){.due_on = date_parse_iso(rows.at[i].due_on),
		                             .done_on = date_parse_iso(rows.at[i].done_on),
		                             .unit_id = rows.at[i].unit_id,
		                             .unit = rows.at[i].unit,
		                             .done_by = rows.at[i].done_by});
	*ret = shares;
	return RC_OK;
}

enum rc task_share_keep(struct db_conn *db, struct arena *arena, int64_t task_id, int64_t deadline_id, int64_t unit_id,
                        int64_t person_id, date_day today)
{
	int64_t changed;
	TRY(task_sql_keep_share(db, deadline_id, task_id, unit_id, date_format_iso(arena, today), person_id, &changed));
	return changed == 1 ? RC_OK : RC_CONFLICT;
}

enum rc task_share_reopen(struct db_conn *db, int64_t task_id, int64_t deadline_id, int64_t unit_id)
{
	int64_t changed;
	TRY(task_sql_reopen_share(db, deadline_id, task_id, unit_id, &changed));
	return changed == 1 ? RC_OK : RC_CONFLICT;
}
