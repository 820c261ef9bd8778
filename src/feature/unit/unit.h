/* The register of public bodies: a tree of units with their identification codes.
 *
 * Invariants:
 * 1. A unit's path is its parent's path, its own id and a slash: '/1/5/'. A unit and all below it are one range of paths.
 * 2. No unit is below itself.
 * 3. A code is written once: QĐ 20/2020/QĐ-TTg, Article 4: at most 35 characters, groups of 0-9 and A-Z separated by dots
 *    ("H56.03.12"); the older form of QCVN 102:2016 ("000.03.12.H56") fits the same rule.
 * 4. A unit is never removed: it is merged into another (its successor) or closed. */
#ifndef FEATURE_UNIT_UNIT_H
#define FEATURE_UNIT_UNIT_H

#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"
#include "base/vec.h"
#include "db/db.h"

enum { UNIT_CODE_BYTES = 35, UNIT_NAME_BYTES = 300, UNIT_DEPTH = 12 };

enum unit_kind {
	UNIT_PROVINCE,
	UNIT_DEPARTMENT,
	UNIT_COMMUNE,
	UNIT_SCHOOL,
	UNIT_CENTRE,
	UNIT_DIVISION, /* phòng, ban within another body */
	UNIT_OTHER,
};

enum unit_state { UNIT_ACTIVE, UNIT_MERGED, UNIT_CLOSED };

struct unit {
	int64_t id;
	struct str code, name;
	enum unit_kind kind;
	int64_t parent_id; /* 0: none */
	struct str path;
	enum unit_state state;
	int64_t successor_id; /* 0: none */
	int64_t version;
};
VEC_OF(unit, struct unit);

/* A unit and all below it: path >= from and < to. */
struct unit_scope {
	struct str from, to;
};

/* "province", "department", … and back; false where it is none. The label is a message id. */
struct str unit_kind_name(enum unit_kind kind);
bool unit_kind_parse(struct str name, enum unit_kind *ret);
const char *unit_kind_label(enum unit_kind kind);
struct str unit_state_name(enum unit_state state);
bool unit_state_parse(struct str name, enum unit_state *ret);
const char *unit_state_label(enum unit_state state);
/* The names of all kinds and of all states, for declared input; end with NULL. */
extern const char *const unit_kind_names[], *const unit_state_names[];

/* Whether it has the form of a code. */
bool unit_is_code(struct str code);

/* The code that a person meant: in capitals. */
struct str unit_code_typed(struct arena *arena, struct str typed);

struct unit_scope unit_scope_of_path(struct arena *arena, struct str path);
/* RC_NOT_FOUND where there is no such unit. */
enum rc unit_scope_of(struct db_conn *db, struct arena *arena, int64_t unit_id, struct unit_scope *ret) MUST_USE;
bool unit_scope_holds(const struct unit_scope *scope, struct str path);

/* RC_NOT_FOUND where there is none. */
enum rc unit_find(struct db_conn *db, struct arena *arena, int64_t id, struct unit *ret) MUST_USE;
enum rc unit_find_code(struct db_conn *db, struct arena *arena, struct str code, struct unit *ret) MUST_USE;

/* All units, by parent and then code: the children of one stand together. */
enum rc unit_list(struct db_conn *db, struct arena *arena, struct unit_vec *ret) MUST_USE;
/* The units right below one. */
enum rc unit_list_below(struct db_conn *db, struct arena *arena, int64_t parent_id, struct unit_vec *ret) MUST_USE;
/* The unit's parent, that one's parent and so on, the root first. */
enum rc unit_list_above(struct db_conn *db, struct arena *arena, const struct unit *unit, struct unit_vec *ret) MUST_USE;
/* The units whose name (with or without accents) or code holds the words, at most `most`, by name. */
enum rc unit_search(struct db_conn *db, struct arena *arena, struct str words, int64_t most, struct unit_vec *ret) MUST_USE;

/* How many children a unit of unit_list()'s answer has, and where they begin. */
size_t unit_children(const struct unit_vec *all, int64_t parent_id, size_t *ret_first);

/* Adds a unit (id, path and version are not looked at) and says so in the record. RC_INVALID with *ret_problem and the field it
 * is about in *ret_field: the code is none or is taken, there is no such parent or it lies too deep. */
enum rc unit_add(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t person_id, const struct unit *unit,
                 int64_t *ret_id, struct message *ret_problem, const char **ret_field) MUST_USE;

/* Changes the unit of unit->id to what `unit` says, all below it following where the parent changes. RC_CONFLICT where its
 * version is no longer unit->version; RC_INVALID as for unit_add, also where it would come to lie below itself. */
enum rc unit_change(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t person_id, const struct unit *unit,
                    struct message *ret_problem, const char **ret_field) MUST_USE;

#endif
