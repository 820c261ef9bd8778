/* People's statements as structs, nothing else. What they mean: person.h. */
#ifndef FEATURE_PERSON_PERSON_STORE_H
#define FEATURE_PERSON_PERSON_STORE_H

#include "feature/person/person.h"

enum rc person_store_find(struct db_conn *db, struct arena *arena, int64_t id, struct person *ret) MUST_USE;
enum rc person_store_list(struct db_conn *db, struct arena *arena, struct str path_from, struct str path_to, struct str words,
                          int64_t most, struct person_vec *ret) MUST_USE;
/* RC_CONFLICT where the login is taken. */
enum rc person_store_add(struct db_conn *db, struct arena *arena, int64_t now_ms, const struct person *person,
                         struct str password_hash, int64_t *ret_id) MUST_USE;
/* RC_CONFLICT where the version is another. */
enum rc person_store_change(struct db_conn *db, struct arena *arena, const struct person *person) MUST_USE;

#endif
