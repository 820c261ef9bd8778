/* Statements to structs and back: plain look-ups for pages and commands, and what task.c's rules write. */
#ifndef FEATURE_TASK_TASK_STORE_H
#define FEATURE_TASK_TASK_STORE_H

#include "feature/task/task.h"

/* ---- look-ups ---- */

/* RC_NOT_FOUND where there is none or the scope does not hold it. */
enum rc task_store_find(struct db_conn *db, struct arena *arena, const struct task_scope *scope, int64_t id,
                        struct task *ret) MUST_USE;
enum rc task_store_list_of_plan(struct db_conn *db, struct arena *arena, int64_t plan_id, struct task_vec *ret) MUST_USE;
enum rc task_store_places(struct db_conn *db, struct arena *arena, int64_t id, struct task_place_vec *ret) MUST_USE;
/* The same of all tasks of a plan, in the order of its tasks. */
enum rc task_store_places_of_plan(struct db_conn *db, struct arena *arena, int64_t plan_id, struct task_place_vec *ret) MUST_USE;
/* All but the dropped ones, soonest first. */
enum rc task_store_deadlines(struct db_conn *db, struct arena *arena, int64_t id, struct task_deadline_vec *ret) MUST_USE;
/* Newest first. */
enum rc task_store_notes(struct db_conn *db, struct arena *arena, int64_t id, struct task_note_vec *ret) MUST_USE;
enum rc task_store_count(struct db_conn *db, struct arena *arena, const struct task_scope *scope, date_day today,
                         struct task_counts *ret) MUST_USE;
/* A group's lines, soonest first, `limit` of them from `offset` on. */
enum rc task_store_lines(struct db_conn *db, struct arena *arena, const struct task_scope *scope, enum task_group group,
                         date_day today, int64_t offset, int64_t limit, struct task_line_vec *ret) MUST_USE;
/* All deadlines from first to last, open and kept. */
enum rc task_store_lines_between(struct db_conn *db, struct arena *arena, const struct task_scope *scope, date_day first,
                                 date_day last, struct task_line_vec *ret) MUST_USE;

/* ---- for task.c ---- */

/* Adds the row and its places, not its assignments. */
enum rc task_store_add(struct db_conn *db, struct arena *arena, const struct task *task, const struct task_place_vec *places,
                       int64_t *ret_id) MUST_USE;
/* RC_CONFLICT where the version has moved on. */
enum rc task_store_update(struct db_conn *db, struct arena *arena, const struct task *task) MUST_USE;
/* Replaces the assignments, and with them who sees the task. */
enum rc task_store_assign(struct db_conn *db, struct arena *arena, int64_t id,
                          const struct task_assignment_vec *assignments) MUST_USE;
/* Inserts deadlines that are not there. */
enum rc task_store_add_deadlines(struct db_conn *db, struct arena *arena, int64_t id, const struct date_day_vec *days) MUST_USE;

/* What an assignment means, as the register has it now: the unit's name, or the body's below which a group's members lie and how
 * many those are; no name where it means nothing. */
enum rc task_store_meaning(struct db_conn *db, struct arena *arena, const struct task_assignment *assignment,
                           struct str *ret_name, int64_t *ret_members) MUST_USE;

#endif
