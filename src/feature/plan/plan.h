/* Plans: a file comes in, is read, looked over by a person, and becomes a unit's year of tasks.
 *
 *   plan_receive -> reading --plan_import--> review --plan_confirm--> confirmed
 *                      |  \--the file cannot be read--> refused --plan_receive of the same file--> reading
 *                      \--plan_cancel--> cancelled --the same--> reading
 *
 * Plain look-ups, which have no rule, are in plan_store.h.
 *
 * Invariants:
 * 1. The original lies in the data folder under its SHA-256 before a row names it, and is never changed.
 * 2. What was read is stored in one transaction with the end of its job: a plan in review has all of it, one in reading none.
 * 3. A unit has a file once: the same bytes again lead to the plan that is there. */
#ifndef FEATURE_PLAN_PLAN_H
#define FEATURE_PLAN_PLAN_H

#include "app/jobs.h"
#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"
#include "base/vec.h"
#include "calendar/date.h"
#include "db/db.h"

enum plan_state { PLAN_READING, PLAN_REVIEW, PLAN_CONFIRMED, PLAN_REFUSED, PLAN_CANCELLED };

struct plan {
	int64_t id, unit_id;
	struct str unit, unit_path, original_sha256, file_name; /* unit: its name */
	enum plan_state state;
	struct str kind, issuer, parent_body, number, place, title, signer_title, signer_name, attached_to;
	date_day issued_on;
	int year; /* 0: unknown */
	int64_t created_at_ms, confirmed_at_ms, n_tasks, version;
};
VEC_OF(plan, struct plan);

/* A line of a list that was read: a heading, a recipient, a duty …, with its place in the source. */
struct plan_item {
	struct str text, detail, section;
	int level; /* of a heading */
	int64_t begin, end;
};
VEC_OF(plan_item, struct plan_item);

struct plan_citation {
	struct str type, number, name, issuer;
	date_day issued_on;
	int64_t mentions, begin, end;
};
VEC_OF(plan_citation, struct plan_citation);

struct plan_warning {
	const char *label; /* message id of the kind of defect; NULL: it was read before kinds were kept */
	struct message message;
	int64_t begin, end;
};
VEC_OF(plan_warning, struct plan_warning);

/* A word of a damaged source that was restored. */
struct plan_change {
	int64_t begin, end; /* of the restored word */
	struct str before;  /* what the file has */
	int64_t confidence; /* percent */
};
VEC_OF(plan_change, struct plan_change);

/* Where a field of the header stands. `printed` is what the reader read. A field over several lines has a place for each: the
 * first has seq 0. */
struct plan_place {
	struct str field, printed; /* "title", "number", … as in struct plan */
	int64_t seq, begin, end, confidence;
};
VEC_OF(plan_place, struct plan_place);

/* What kind of defect a warning tells of, to be shown before its sentence; none where the sentence begins with it itself. */
struct message plan_warning_label(struct arena *arena, const struct message_catalogue *words, const struct plan_warning *warning);

struct str plan_state_name(enum plan_state state);
const char *plan_state_label(enum plan_state state); /* message id */
/* What a person calls the plan: its title, or the name of its file. */
struct str plan_display_title(const struct plan *plan);

/* ---- a file comes in ---- */

struct plan_received {
	int64_t plan_id;
	bool duplicate; /* the unit has this file already; nothing was changed */
};

/* Whether a file of so many bytes may come in: RC_INVALID (empty) and RC_LIMIT (too large), with *ret_problem. */
enum rc plan_check_size(const struct app *app, struct arena *arena, int64_t size, struct message *ret_problem) MUST_USE;

/* Takes in the file at `path` (moved away on success), within the caller's writing transaction; queues its reading: call
 * jobs_wake() after the commit. RC_INVALID (empty) and RC_LIMIT (too large), with *ret_problem. */
enum rc plan_receive(struct app *app, struct db_conn *db, struct arena *arena, int64_t person_id, int64_t unit_id,
                     const char *path, struct str file_name, struct plan_received *ret, struct message *ret_problem) MUST_USE;

/* The path of an original in the data folder. */
const char *plan_original_path(const struct app *app, struct arena *arena, struct str sha256);

/* The job "plan.import": reads the original and stores what was read. */
#define PLAN_IMPORT "plan.import"
enum rc plan_import(struct jobs_run *run, struct message *ret_problem) MUST_USE;

/* Stops a reading under way. RC_CONFLICT where it has ended. */
enum rc plan_cancel(struct db_conn *db, struct arena *arena, int64_t plan_id) MUST_USE;
/* Reads again what failed, was refused or cancelled. RC_CONFLICT in any other state. */
enum rc plan_read_again(struct app *app, struct db_conn *db, struct arena *arena, int64_t plan_id, int64_t person_id) MUST_USE;

/* ---- a person looks it over ---- */

/* Writes a person's corrections of the header. RC_CONFLICT where the plan is no longer at plan->version. */
enum rc plan_correct(struct db_conn *db, struct arena *arena, const struct plan *plan) MUST_USE;

/* Makes the plan count: its tasks go live with their deadlines. RC_CONFLICT where it is no longer at plan->version or not
 * in review. person_id 0: the command line. */
enum rc plan_confirm(struct db_conn *db, struct arena *arena, const struct plan *plan, int64_t person_id,
                     int64_t now_ms) MUST_USE;

/* Counts what the plan had to keep before today as done: for one that is confirmed late in its year. */
enum rc plan_keep_past(struct db_conn *db, struct arena *arena, const struct plan *plan, int64_t person_id, int64_t now_ms,
                       date_day today) MUST_USE;

#endif
