/* The names under which documents mean a unit of the register. */
#ifndef FEATURE_UNIT_UNIT_NAMES_H
#define FEATURE_UNIT_UNIT_NAMES_H

#include "feature/unit/unit.h"

/* One of the names under which a text may mean a unit. */
struct unit_name {
	int64_t unit_id; /* where the unit was merged: what it was merged into; so are its kind and path */
	struct str key;  /* folded by viet_fold */
	enum unit_kind kind;
	struct str path;
};
VEC_OF(unit_name, struct unit_name);

/* All names by which a document may call a unit that is not closed, folded: its name, its name with "ủy ban nhân dân" in short,
 * in full and, of a place, with and without; its code; its initials (unit_names_initials). Sorted by key. A name that two units
 * share is there twice. */
enum rc unit_names_list(struct db_conn *db, struct arena *arena, struct unit_name_vec *ret) MUST_USE;

/* "=snv" of "Sở Nội vụ", "=vpubndt" of "VP UBND tỉnh", "=snnmt" of "Sở NN&MT": the first letters of all words but "và",
 * abbreviations whole. No text where the name has but one letter. */
struct str unit_names_initials(struct arena *arena, struct str name);

/* The unit that a paper of the unit with this path means by a name, folded: the one of that name that is it or lies below it,
 * else the one of the register, unless that is a division, whose names are the same everywhere. 0 where there is none, or
 * several. */
int64_t unit_names_meant(const struct unit_name_vec *names, struct str path, struct str key);

/* Whether any of the names begins with this, folded. */
bool unit_names_begin(const struct unit_name_vec *names, struct str begin);

#endif
