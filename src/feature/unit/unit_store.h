/* The register's statements as structs, nothing else. What they mean: unit.h. */
#ifndef FEATURE_UNIT_UNIT_STORE_H
#define FEATURE_UNIT_UNIT_STORE_H

#include "feature/unit/unit.h"

enum rc unit_store_find(struct db_conn *db, struct arena *arena, int64_t id, struct unit *ret) MUST_USE;
enum rc unit_store_list(struct db_conn *db, struct arena *arena, struct unit_vec *ret) MUST_USE;
enum rc unit_store_list_below(struct db_conn *db, struct arena *arena, int64_t parent_id, struct unit_vec *ret) MUST_USE;
enum rc unit_store_search(struct db_conn *db, struct arena *arena, struct str words, int64_t most, struct unit_vec *ret) MUST_USE;
/* Without a path. RC_CONFLICT where the code is taken. */
enum rc unit_store_add(struct db_conn *db, struct arena *arena, const struct unit *unit, int64_t *ret_id) MUST_USE;
/* Without the path. RC_NOT_FOUND where the version is another, RC_CONFLICT where the code is taken. */
enum rc unit_store_change(struct db_conn *db, struct arena *arena, const struct unit *unit) MUST_USE;

#endif
