/* Who did what and when. Each entry holds the hash of the one before, so that a change is seen. */
#ifndef APP_AUDIT_H
#define APP_AUDIT_H

#include "app/app.h"

/* Adds an entry in the caller's transaction. `action` is a word of the code ("task.status"); object and detail are for people.
 * person_id 0: the system itself. */
enum rc audit_add(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t person_id, const char *action,
                  struct str object, struct str detail) MUST_USE;

/* Walks the chain. RC_CORRUPT with the first entry's id that does not fit in *ret_id. */
enum rc audit_check(struct db_conn *db, struct arena *arena, int64_t *ret_id) MUST_USE;

#endif
