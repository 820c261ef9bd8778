/* What pages say of a task: its state in a word, its six clears in a sentence. Shared by all pages that show tasks. */
#ifndef FEATURE_TASK_TASK_VIEW_H
#define FEATURE_TASK_TASK_VIEW_H

#include "base/vec.h"
#include "feature/task/task.h"
#include "html/html.h"

struct task_view_state {
	struct str name;   /* the class of its badge: overdue, soon, open, doing, waiting, ongoing, done, cancelled */
	const char *label; /* message id */
};

/* The state of a task whose next open deadline is `due` (DATE_NONE: none). */
struct task_view_state task_view_state(enum task_status status, enum schedule_kind kind, date_day due, date_day today);

/* "Rõ 5/6, chưa rõ: thẩm quyền". */
struct str task_view_clears(struct arena *arena, const struct message_catalogue *words, unsigned clears);

/* The texts of a field that holds one a line. */
void task_view_lines(struct arena *arena, struct str text, const struct str **ret, size_t *ret_n);

/* "51–100 trong 312", in the reader's language; empty where one page holds all. */
struct str task_view_range(struct arena *arena, const struct message_catalogue *words, int64_t offset, size_t n, int64_t total);

/* Where the lines of a plan's source begin, so that places are found in it without counting anew. */
struct task_view_source {
	struct str text;
	struct task_view_starts {
		int64_t *at;
		size_t n, room;
	} starts;
};

void task_view_source_init(struct arena *arena, struct str text, struct task_view_source *ret);

/* The line that byte `at` lies in, from 1. */
int64_t task_view_line_at(const struct task_view_source *source, int64_t at);

/* Where a place of the source is shown: "/plan/5/source?line=120#l120". */
struct html_url task_view_place_url(struct arena *arena, int64_t plan_id, const struct task_view_source *source, int64_t at);

/* "09:12, 20/3/2026", in the state's zone. */
struct str task_view_moment(struct arena *arena, int64_t at_ms);

#endif
