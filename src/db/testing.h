/* For tests only: each case on both engines, with a fresh database of its own, migrated.
 *
 *   static void a_unit_is_found(void **state)
 *   {
 *       struct testing *t = testing_of(state);
 *       … t->db, t->arena …
 *   }
 *   const struct CMUnitTest cases[] = {TESTING_BOTH(a_unit_is_found)};
 *
 * The PostgreSQL server is the one at the address in the environment's SAURO_TEST_POSTGRES (tools/private_postgres.sh starts
 * one); without it those cases are reported as skipped. */
#ifndef DB_TESTING_H
#define DB_TESTING_H

#include "base/test.h"
#include "db/db.h"

struct testing {
	struct arena *arena;
	enum db_engine engine;
	struct db *db;      /* four readers */
	const char *target; /* to open it once more */
	const char *folder; /* of the SQLite file; also for whatever else the test wants to write, on both engines */
};

/* The case's database. Skips the case where its engine is not to be had. */
struct testing *testing_of(void **state);

/* A transaction begun, or the test fails. */
struct db_conn *testing_begin(struct testing *t, enum db_access access);
void testing_commit(struct db_conn *conn);

/* Prepares every statement of the lists on the case's engine; the test fails with the name of each that does not fit. */
void testing_check_statements(struct testing *t, const struct db_statement *const *const *lists);

int testing_set_up_sqlite(void **state);
int testing_set_up_postgres(void **state);
int testing_tear_down(void **state);

/* The same without the migrations: for the tests of db/ itself. */
int testing_set_up_empty_sqlite(void **state);
int testing_set_up_empty_postgres(void **state);

#define TESTING_ENTRY(shown, test, set_up)                                                                                       \
	{                                                                                                                            \
		.name = (shown), .test_func = (test), .setup_func = (set_up), .teardown_func = testing_tear_down, .initial_state = NULL  \
	}
#define TESTING_BOTH(test)                                                                                                       \
	TESTING_ENTRY(#test " (SQLite)", test, testing_set_up_sqlite),                                                               \
	    TESTING_ENTRY(#test " (PostgreSQL)", test, testing_set_up_postgres)
#define TESTING_BOTH_EMPTY(test)                                                                                                 \
	TESTING_ENTRY(#test " (SQLite)", test, testing_set_up_empty_sqlite),                                                         \
	    TESTING_ENTRY(#test " (PostgreSQL)", test, testing_set_up_empty_postgres)

#endif
