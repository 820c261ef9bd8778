/* Random bytes, hashes and passwords, by libsodium. */
#ifndef SYS_SECRET_H
#define SYS_SECRET_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/str.h"

/* Must be called once, before anything else here. */
enum rc secret_init(void) MUST_USE;

/* A token of 256 random bits, in URL-safe Base64 without padding (43 characters). */
struct str secret_token(struct arena *arena);

/* SHA-256 of `s`, as 64 lower-case hexadecimal digits. */
struct str secret_sha256(struct arena *arena, struct str s);

/* Whether two texts are equal, in time that does not tell where they differ. */
bool secret_equal(struct str a, struct str b);

/* Argon2id with its salt and cost, as the text to be stored. `cost` below 1 gives the interactive cost; tests use the least. */
enum secret_cost { SECRET_COST_INTERACTIVE, SECRET_COST_LEAST };
enum rc secret_hash_password(struct arena *arena, struct str password, enum secret_cost cost, struct str *ret) MUST_USE;
bool secret_password_matches(struct str hash, struct str password);

#endif
