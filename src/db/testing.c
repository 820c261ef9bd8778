#include "db/testing.h"

#include <ftw.h>
#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "db/migrate.h"

enum { READERS = 4, MAX_OPEN_FOLDERS = 8 };

/* Says what went wrong in the test's own output. */
static int complain(const char *what, enum rc rc)
{
	log_failure(rc, what);
	return -1;
}

/* ---- A database of the case's own ---- */

/* Runs one command on the server itself. */
static int run_on_server(const char *address, const char *sql)
{
	PGconn *server = PQconnectdb(address);
	PGresult *result = PQexec(server, sql);
	bool ok = PQresultStatus(result) == PGRES_COMMAND_OK;
	if (!ok)
		print_error("%s: %s\n", sql, PQerrorMessage(server));
	PQclear(result);
	PQfinish(server);
	return ok ? 0 : -1;
}

/* The database is named after the case's folder, which is there once. */
static struct str database_name(const struct testing *t)
{
	return str_from(str_of(t->folder), strlen("/tmp/"));
}

/* postgres://user@host/postgres?… with the database's name between the last / before the ? and the ?. */
static const char *address_of(struct arena *arena, struct str server, struct str name)
{
	size_t query = str_find(server, STR("?"), 0), slash = 0;
	query = query == SIZE_MAX ? server.len : query;
	for (size_t i = 0; i < query; i++)
		if (server.ptr[i] == '/')
			slash = i;
	return str_cstr(arena,
	                str_format(arena, "%.*s/%.*s%.*s", (int)slash, server.ptr, STR_ARG(name), STR_ARG(str_from(server, query))));
}

static int make_database(struct testing *t)
{
	const char *server = getenv("SAURO_TEST_POSTGRES");
	if (t->engine == DB_SQLITE) {
		t->target = str_cstr(t->arena, str_format(t->arena, "%s/test.db", t->folder));
		return 0;
	}
	/* Not to be had: testing_of() skips the case. */
	if (server == NULL || server[0] == '\0')
		return 0;
	t->target = address_of(t->arena, str_of(server), database_name(t));
	struct str sql = str_format(t->arena, "CREATE DATABASE \"%.*s\" TEMPLATE template0", STR_ARG(database_name(t)));
	return run_on_server(server, sql.ptr);
}

static int set_up(void **state, enum db_engine engine, bool migrated)
{
	struct arena *arena = arena_new();
	struct testing *t = ARENA_NEW(arena, struct testing);
	t->arena = arena;
	t->engine = engine;
	*state = t;
	char *folder = arena_alloc(arena, sizeof "/tmp/sauro-test-XXXXXX");
	memcpy(folder, "/tmp/sauro-test-XXXXXX", sizeof "/tmp/sauro-test-XXXXXX");
	t->folder = mkdtemp(folder);
	if (t->folder == NULL || make_database(t) != 0)
		return -1;
	if (t->target == NULL)
		return 0;
	enum rc rc = db_open(t->target, READERS, &t->db);
	if (rc != RC_OK)
		return complain("open", rc);
	struct message problem;
	rc = migrated ? migrate_run(t->db, arena, migrate_steps, migrate_steps_n, &problem) : RC_OK;
	return rc == RC_OK ? 0 : complain("migrate", rc);
}

int testing_set_up_sqlite(void **state)
{
	return set_up(state, DB_SQLITE, true);
}

int testing_set_up_postgres(void **state)
{
	return set_up(state, DB_POSTGRES, true);
}

int testing_set_up_empty_sqlite(void **state)
{
	return set_up(state, DB_SQLITE, false);
}

int testing_set_up_empty_postgres(void **state)
{
	return set_up(state, DB_POSTGRES, false);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
	(void)info;
	(void)kind;
	(void)place;
	return remove(path);
}

int testing_tear_down(void **state)
{
	struct testing *t = *state;
	int failed = nftw(t->folder, remove_one, MAX_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
	db_close(t->db);
	if (t->engine == DB_POSTGRES && t->target != NULL) {
		struct str sql = str_format(t->arena, "DROP DATABASE \"%.*s\" WITH (FORCE)", STR_ARG(database_name(t)));
		failed |= run_on_server(getenv("SAURO_TEST_POSTGRES"), sql.ptr);
	}
	log_trail_clear();
	arena_free(t->arena);
	return failed;
}

/* ---- What the cases use ---- */

struct testing *testing_of(void **state)
{
	struct testing *t = *state;
	if (t->db == NULL) {
		print_message("# SAURO_TEST_POSTGRES is not set\n");
		skip();
	}
	return t;
}

struct db_conn *testing_begin(struct testing *t, enum db_access access)
{
	struct db_conn *conn;
	assert_rc(db_begin(t->db, access, &conn), RC_OK);
	return conn;
}

void testing_commit(struct db_conn *conn)
{
	assert_rc(db_commit(conn), RC_OK);
}

void testing_check_statements(struct testing *t, const struct db_statement *const *const *lists)
{
	int n = 0, n_twice = 0, n_wrong = 0;
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	for (; *lists != NULL; lists++) {
		for (const struct db_statement *const *statement = *lists; *statement != NULL; statement++) {
			n++;
			n_twice += strcmp((*statement)->sqlite, (*statement)->postgres) != 0;
			enum rc rc = db_check_statement(conn, *statement);
			if (rc == RC_OK)
				continue;
			log_failure(rc, (*statement)->name);
			n_wrong++;
			/* PostgreSQL takes no more statements after a wrong one in the same transaction. */
			db_rollback(conn);
			conn = testing_begin(t, DB_WRITE);
		}
	}
	db_rollback(conn);
	print_message("# %d statements, %d of them written twice\n", n, n_twice);
	assert_true(n > 0);
	assert_int_equal(n_wrong, 0);
}
