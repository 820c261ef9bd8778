/* The files that a person sent: a row each, whatever became of it, so that a queue can show them all. */
#ifndef FEATURE_PLAN_PLAN_SENT_H
#define FEATURE_PLAN_PLAN_SENT_H

#include "feature/plan/plan.h"

struct plan_sent {
	int64_t id, at_ms;
	struct str file_name;
	int64_t plan_id;        /* 0: the file was refused at once */
	bool was_there;         /* the unit had the same bytes already */
	struct message problem; /* why it was refused at once */
	enum plan_state state;  /* of its plan, as of the fields below */
	struct str title;       /* empty before it is read */
	int64_t n_tasks;
	struct jobs_job reading; /* its newest; id 0: there is none */
};
VEC_OF(plan_sent, struct plan_sent);

/* Notes a file that was sent just now; of the struct, file_name, plan_id, was_there and problem count. */
enum rc plan_sent_add(struct db_conn *db, struct arena *arena, int64_t person_id, int64_t now_ms,
                      const struct plan_sent *sent) MUST_USE;

/* What a person sent since then, the newest first, at most so many. */
enum rc plan_sent_list(struct db_conn *db, struct arena *arena, int64_t person_id, int64_t since_ms, int64_t most,
                       struct plan_sent_vec *ret) MUST_USE;

#endif
