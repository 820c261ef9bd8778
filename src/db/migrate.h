/* Forward-only migrations: migrations/NNNN_name.sql, built into the program, each run once in a transaction of its own and
 * recorded with the SHA-256 of its text.
 *
 * One text for both engines, with @id (a key that numbers itself), @int, @real, @text, @blob and @strict put in by engine. */
#ifndef DB_MIGRATE_H
#define DB_MIGRATE_H

#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "db/db.h"

struct migrate_step {
	int number;
	const char *name, *sql, *sha256;
};

/* The program's own steps: what lies in migrations/. */
extern const struct migrate_step migrate_steps[];
extern const int migrate_steps_n;

/* Runs what is missing of steps[0..n), ascending by number. RC_CONFLICT, with *ret_problem (in the arena) saying which, where
 * a step that was run has another text now, or the database knows steps that this program does not. A step that fails leaves
 * the database as it was before that step. */
enum rc migrate_run(struct db *db, struct arena *arena, const struct migrate_step *steps, int n,
                    struct message *ret_problem) MUST_USE;

#endif
