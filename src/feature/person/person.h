/* People who sign in: accounts, passwords, and the brake on guessing.
 *
 * Invariants:
 * 1. A login is lower-case letters, digits and . _ - @ and belongs to one person for ever; people are disabled, never removed.
 * 2. Only Argon2id hashes of passwords are kept. A password set by someone else is a one-time one: the person must choose their
 *    own at the first sign-in.
 * 3. A try to sign in is counted before the password is looked at, so that tries at the same time cannot pass the limit. */
#ifndef FEATURE_PERSON_PERSON_H
#define FEATURE_PERSON_PERSON_H

#include "app/role.h"
#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"
#include "base/vec.h"
#include "db/db.h"

enum { PERSON_LOGIN_BYTES = 64, PERSON_NAME_BYTES = 120, PERSON_PASSWORD_LEAST = 10, PERSON_PASSWORD_BYTES = 200 };

struct person {
	int64_t id;
	struct str login, name;
	enum app_role role;
	int64_t unit_id;
	struct str unit_name, unit_path;
	bool disabled, english, must_change, has_feed;
	int64_t version;
};
VEC_OF(person, struct person);

/* Both give the message that says what is wrong; no message (id NULL) where nothing is. */
struct message person_login_problem(struct str login);
struct message person_password_problem(struct str password, struct str login);

/* The login as it is kept: in lower case, without spaces around. */
struct str person_login_typed(struct arena *arena, struct str typed);

/* A password for one use: four groups of four letters and digits that are not mistaken for one another; 80 bits. */
struct str person_one_time_password(struct arena *arena);

/* RC_NOT_FOUND where there is none. */
enum rc person_find(struct db_conn *db, struct arena *arena, int64_t id, struct person *ret) MUST_USE;
enum rc person_find_login(struct db_conn *db, struct arena *arena, struct str login, struct person *ret) MUST_USE;
/* Whether anyone has an account. */
enum rc person_is_nobody(struct db_conn *db, struct arena *arena, bool *ret) MUST_USE;

/* Those of the units whose path begins with `path`, by given name; `words` (with or without accents, of name or login; empty:
 * all). */
enum rc person_list(struct db_conn *db, struct arena *arena, struct str path, struct str words, int64_t most,
                    struct person_vec *ret) MUST_USE;

/* Adds a person with login, name, role, unit_id and must_change. RC_CONFLICT where the login is taken. by: who does it; 0: the
 * system. */
enum rc person_add(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t by, const struct person *person,
                   struct str password_hash, int64_t *ret_id) MUST_USE;

/* Changes name, role, unit and whether disabled. RC_CONFLICT where the version is another. Sessions end where the person may no
 * longer sign in. */
enum rc person_change(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t by, const struct person *person) MUST_USE;

/* What people change themselves. */
enum rc person_change_own(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t id, struct str name,
                          bool english) MUST_USE;

/* Sets the password; a one-time one must be changed at the next sign-in, ends all sessions and forgets wrong
 * tries. */
enum rc person_set_password(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t by, int64_t id,
                            struct str password_hash, bool one_time) MUST_USE;

/* Makes the address of the person's calendar feed anew; only the hash of *ret_token is kept. */
enum rc person_renew_feed(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t id, struct str *ret_token) MUST_USE;
/* Whose feed a token opens. RC_NOT_FOUND where nobody's, or a disabled person's. */
enum rc person_find_feed(struct db_conn *db, struct arena *arena, struct str token, struct person *ret) MUST_USE;

/* ---- Signing in ---- */

struct person_try {
	struct str login, address; /* address empty: not counted */
	int64_t now_ms;
	int64_t person_id; /* out: 0 where nobody has the login or they are disabled */
	struct str hash;   /* out: to check the password against; nobody's has a hash too, so that both take as long */
};

/* Counts a try. RC_LIMIT, with the minutes to wait, where too many were wrong lately. */
enum rc person_try_begin(struct db_conn *db, struct arena *arena, struct person_try *try, int64_t *ret_wait_minutes) MUST_USE;

/* The password was right: forgets the tries; for a sign-in, the record says so. */
enum rc person_forget_tries(struct db_conn *db, struct arena *arena, const struct person_try *try) MUST_USE;
enum rc person_try_succeeded(struct db_conn *db, struct arena *arena, const struct person_try *try) MUST_USE;

#endif
