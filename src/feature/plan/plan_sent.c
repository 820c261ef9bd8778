#include "feature/plan/plan_sent.h"

#include "feature/plan/plan_sql.h"
#include "feature/plan/plan_store.h"

enum rc plan_sent_add(struct db_conn *db, struct arena *arena, int64_t person_id, int64_t now_ms, const struct plan_sent *sent)
{
	int64_t changed;
	const struct db_int plan_id = {.has = sent->plan_id != 0, .value = sent->plan_id};
	struct str id = {0}, args = {0};
	if (sent->problem.id != NULL) {
		id = str_of(sent->problem.id);
		args = message_pack_args(arena, &sent->problem);
	}
	return plan_sql_add_sent(db, person_id, now_ms, sent->file_name, plan_id, sent->was_there, id, args, &changed);
}

static struct plan_sent of_row(struct arena *arena, const struct plan_sql_list_sent_row *row)
{
	return (struct plan_sent){
	    .id = row->id,
	    .at_ms = row->at,
	    .file_name = row->file_name,
	    .plan_id = row->plan_id.value,
	    .was_there = row->was_there != 0,
	    .problem = message_unpack(arena, row->message_id, row->message_args),
	    .state = plan_store_parse_state(row->state),
	    .title = row->title,
	    .n_tasks = row->n_tasks,
	};
}

enum rc plan_sent_list(struct db_conn *db, struct arena *arena, int64_t person_id, int64_t since_ms, int64_t most,
                       struct plan_sent_vec *ret)
{
	struct plan_sql_list_sent_rows rows = {0};
	struct plan_sent_vec files = {0};
	TRY(plan_sql_list_sent(db, arena, person_id, since_ms, most, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		struct plan_sent sent = of_row(arena, &rows.at[i]);
		enum rc rc = sent.plan_id != 0 ? jobs_find_of(db, arena, STR(PLAN_IMPORT), sent.plan_id, &sent.reading) : RC_NOT_FOUND;
		if (rc != RC_NOT_FOUND)
			TRY(rc);
		VEC_PUSH(arena, &files, sent);
	}
	*ret = files;
	return RC_OK;
}
