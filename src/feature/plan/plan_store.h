/* Statements to structs and back: plain look-ups for pages and commands, and what the rules write. */
#ifndef FEATURE_PLAN_PLAN_STORE_H
#define FEATURE_PLAN_PLAN_STORE_H

#include "feature/plan/plan.h"
#include "reading/reading.h"

/* ---- look-ups ---- */

/* The state of a name as it is stored; an unknown one is PLAN_REFUSED. */
enum plan_state plan_store_parse_state(struct str name);

/* RC_NOT_FOUND where there is none, or none that concerns a unit within the path (task_scope in task.h): its own, or a confirmed
 * one with a task for it. */
enum rc plan_store_find(struct db_conn *db, struct arena *arena, struct str path_from, struct str path_to, int64_t id,
                        struct plan *ret) MUST_USE;

struct plan_filter {
	struct str path_from, path_to;
	struct str words; /* as typed, with or without accents; empty: all */
	int year;         /* 0: all */
	struct str state; /* its name; empty: all */
	int64_t offset, limit;
};
/* Newest first. *ret_total counts all that the filter lets through. */
enum rc plan_store_list(struct db_conn *db, struct arena *arena, const struct plan_filter *filter, struct plan_vec *ret,
                        int64_t *ret_total) MUST_USE;

/* The text that places point into. RC_NOT_FOUND while it is being read. */
enum rc plan_store_source(struct db_conn *db, struct arena *arena, int64_t id, struct str *ret) MUST_USE;
enum rc plan_store_places(struct db_conn *db, struct arena *arena, int64_t id, struct plan_place_vec *ret) MUST_USE;
enum rc plan_store_headings(struct db_conn *db, struct arena *arena, int64_t id,
                            struct plan_item_vec *ret) MUST_USE; /* detail: number */
enum rc plan_store_citations(struct db_conn *db, struct arena *arena, int64_t id, struct plan_citation_vec *ret) MUST_USE;
enum rc plan_store_items(struct db_conn *db, struct arena *arena, int64_t id, struct str kind,
                         struct plan_item_vec *ret) MUST_USE;
enum rc plan_store_warnings(struct db_conn *db, struct arena *arena, int64_t id, struct plan_warning_vec *ret) MUST_USE;

/* In the order of the source. */
enum rc plan_store_changes(struct db_conn *db, struct arena *arena, int64_t id, struct plan_change_vec *ret) MUST_USE;

/* ---- for plan.c and plan_import.c ---- */

enum rc plan_store_add_changes(struct db_conn *db, int64_t plan_id, const struct plan_change_vec *changes) MUST_USE;
/* Makes the places of the header and of the tasks, all of them stored, no surer than the restored words in them. */
enum rc plan_store_weigh_changes(struct db_conn *db, int64_t plan_id) MUST_USE;

/* Header, lists, warnings and source of a plan in reading; moves it to review. RC_CANCELLED where it is no longer in reading. */
enum rc plan_store_reading(struct db_conn *db, struct arena *arena, int64_t plan_id, const struct document *document,
                           const struct reading *reading) MUST_USE;
/* Tells that a person has written a field of the header, or said that it is right. */
enum rc plan_store_set_sure(struct db_conn *db, int64_t plan_id, struct str field) MUST_USE;
enum rc plan_store_correct(struct db_conn *db, struct arena *arena, const struct plan *plan) MUST_USE;
/* What a plan is searched by: title, number, issuer and file name, folded. */
struct str plan_store_key(struct arena *arena, const struct plan *plan);

#endif
