/* SQLite: one file, one writing connection, reading connections that are opened read-only. */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "db/db_engine.h"

enum { TRANSACTION_BEGIN, TRANSACTION_COMMIT, TRANSACTION_ROLLBACK, TRANSACTION_WORDS };

struct sqlite_conn {
	struct db_conn base;
	sqlite3 *handle;
	sqlite3_stmt *transaction[TRANSACTION_WORDS];
};

struct sqlite_cursor {
	struct db_cursor base;
	sqlite3_stmt *prepared;
	int *places;     /* of $1, $2, … among SQLite's parameters, which it numbers as it meets them */
	bool row_waits;  /* start has stepped to a row that next has not given yet */
	bool at_its_end; /* there is no further row */
};

static sqlite3 *handle_of(const struct db_cursor *cursor)
{
	return ((const struct sqlite_conn *)cursor->conn)->handle;
}

static enum rc rc_of(int code)
{
	switch (code) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return RC_CONFLICT;
	case SQLITE_CONSTRAINT_CHECK:
	case SQLITE_CONSTRAINT_NOTNULL:
	case SQLITE_CONSTRAINT_DATATYPE:
	case SQLITE_TOOBIG:
		return RC_INVALID;
	default:
		return (code & 0xff) == SQLITE_BUSY ? RC_BUSY : RC_DB;
	}
}

/* The code for what went wrong; a failure leaves its trail. */
static enum rc fail(sqlite3 *handle, const char *doing)
{
	enum rc rc = rc_of(sqlite3_extended_errcode(handle));
	if (rc_is_failure(rc))
		log_trail("%s: %s", doing, sqlite3_errmsg(handle));
	return rc;
}

/* ---- Connections ---- */

static enum rc prepare_transaction(struct sqlite_conn *conn, int which, const char *word)
{
	if (sqlite3_prepare_v3(conn->handle, word, -1, SQLITE_PREPARE_PERSISTENT, &conn->transaction[which], NULL) != SQLITE_OK)
		return fail(conn->handle, word);
	return RC_OK;
}

/* Set once a connection: a transaction asks no pragma. */
static enum rc set_up(struct sqlite_conn *conn)
{
	static const char both[] = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA "
	                           "trusted_schema=OFF; PRAGMA case_sensitive_like=ON;"
	                           "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456; PRAGMA cache_size=-8000";
	bool writes = conn->base.access == DB_WRITE;
	sqlite3_busy_timeout(conn->handle, conn->base.wait_ms);
	sqlite3_db_config(conn->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(conn->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(conn->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	if (sqlite3_exec(conn->handle, writes ? "PRAGMA journal_mode=WAL" : "PRAGMA query_only=ON", NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_exec(conn->handle, both, NULL, NULL, NULL) != SQLITE_OK)
		return fail(conn->handle, "set up the database");
	TRY(prepare_transaction(conn, TRANSACTION_BEGIN, writes ? "BEGIN IMMEDIATE" : "BEGIN"));
	TRY(prepare_transaction(conn, TRANSACTION_COMMIT, "COMMIT"));
	return prepare_transaction(conn, TRANSACTION_ROLLBACK, "ROLLBACK");
}

static enum rc sqlite_connect(struct db_conn *base, const char *target)
{
	struct sqlite_conn *conn = (struct sqlite_conn *)base;
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	flags |= base->access == DB_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
	if (sqlite3_open_v2(target, &conn->handle, flags, NULL) != SQLITE_OK)
		return log_fail(RC_DB, "open %s: %s", target, sqlite3_errmsg(conn->handle));
	enum rc rc = set_up(conn);
	return rc == RC_OK ? RC_OK : log_fail(RC_DB, "open %s: %s", target, rc_name(rc));
}

static void sqlite_disconnect(struct db_conn *base)
{
	struct sqlite_conn *conn = (struct sqlite_conn *)base;
	for (int i = 0; i < TRANSACTION_WORDS; i++)
		sqlite3_finalize(conn->transaction[i]);
	sqlite3_close_v2(conn->handle);
}

static enum rc run_transaction(struct sqlite_conn *conn, int which, const char *doing)
{
	sqlite3_stmt *prepared = conn->transaction[which];
	sqlite3_step(prepared);
	/* The code of the step comes again from the reset. */
	return sqlite3_reset(prepared) == SQLITE_OK ? RC_OK : fail(conn->handle, doing);
}

static enum rc sqlite_begin(struct db_conn *base)
{
	return run_transaction((struct sqlite_conn *)base, TRANSACTION_BEGIN, "begin");
}

static enum rc sqlite_commit(struct db_conn *base)
{
	struct sqlite_conn *conn = (struct sqlite_conn *)base;
	/* A full disk and the like take a transaction back at once; what came later stood alone, so nothing may be called done. */
	if (sqlite3_get_autocommit(conn->handle) != 0)
		return log_fail(RC_DB, "commit: the transaction was taken back by an earlier failure");
	return run_transaction(conn, TRANSACTION_COMMIT, "commit");
}

static void sqlite_rollback(struct db_conn *base)
{
	struct sqlite_conn *conn = (struct sqlite_conn *)base;
	if (sqlite3_get_autocommit(conn->handle) == 0 && run_transaction(conn, TRANSACTION_ROLLBACK, "rollback") != RC_OK)
		base->lost = true;
}

static enum rc sqlite_script(struct db_conn *base, const char *sql)
{
	struct sqlite_conn *conn = (struct sqlite_conn *)base;
	return sqlite3_exec(conn->handle, sql, NULL, NULL, NULL) == SQLITE_OK ? RC_OK : fail(conn->handle, "script");
}

/* ---- Statements ---- */

static enum rc sqlite_prepare(struct db_cursor *base)
{
	struct sqlite_cursor *cursor = (struct sqlite_cursor *)base;
	const struct db_statement *statement = base->statement;
	if (sqlite3_prepare_v3(handle_of(base), statement->sqlite, -1, SQLITE_PREPARE_PERSISTENT, &cursor->prepared, NULL) !=
	    SQLITE_OK)
		return log_fail(RC_DB, "prepare %s: %s", statement->name, sqlite3_errmsg(handle_of(base)));
	cursor->places = ARENA_ARRAY(base->conn->arena, int, (size_t)statement->n_params + 1);
	for (int i = 0; i < statement->n_params; i++) {
		char name[16];
		snprintf(name, sizeof name, "$%d", i + 1);
		cursor->places[i] = sqlite3_bind_parameter_index(cursor->prepared, name);
		if (cursor->places[i] == 0)
			return log_fail(RC_DB, "%s has no %s", statement->name, name);
	}
	return RC_OK;
}

static enum rc sqlite_check(struct db_cursor *base)
{
	struct sqlite_cursor *cursor = (struct sqlite_cursor *)base;
	const struct db_statement *statement = base->statement;
	int n_params = sqlite3_bind_parameter_count(cursor->prepared), n_columns = sqlite3_column_count(cursor->prepared);
	if (n_params != statement->n_params)
		return log_fail(RC_DB, "%s takes %d parameters, declared are %d", statement->name, n_params, statement->n_params);
	if (n_columns != statement->n_columns)
		return log_fail(RC_DB, "%s gives %d columns, declared are %d", statement->name, n_columns, statement->n_columns);
	if ((sqlite3_stmt_readonly(cursor->prepared) == 0) != statement->writes)
		return log_fail(RC_DB, "%s %s", statement->name, statement->writes ? "writes nothing" : "writes");
	return RC_OK;
}

static void sqlite_release(struct db_cursor *base)
{
	sqlite3_finalize(((struct sqlite_cursor *)base)->prepared);
}

static int bind(sqlite3_stmt *prepared, int place, const struct db_value *value)
{
	/* The text is the caller's and stays until the statement is finished. */
	switch (value->type) {
	case DB_INT:
		return sqlite3_bind_int64(prepared, place, value->integer);
	case DB_REAL:
		return sqlite3_bind_double(prepared, place, value->real);
	case DB_TEXT:
		return sqlite3_bind_text64(prepared, place, value->text.len > 0 ? value->text.ptr : "", value->text.len, SQLITE_STATIC,
		                           SQLITE_UTF8);
	case DB_BLOB:
		return sqlite3_bind_blob64(prepared, place, value->text.len > 0 ? value->text.ptr : "", value->text.len, SQLITE_STATIC);
	case DB_NULL:
		break;
	}
	return sqlite3_bind_null(prepared, place);
}

static enum rc step(struct sqlite_cursor *cursor, bool *ret_row)
{
	int code = sqlite3_step(cursor->prepared);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		return fail(handle_of(&cursor->base), cursor->base.statement->name);
	cursor->at_its_end = code == SQLITE_DONE;
	if (cursor->at_its_end && cursor->base.statement->writes)
		cursor->base.changed = sqlite3_changes64(handle_of(&cursor->base));
	*ret_row = code == SQLITE_ROW;
	return RC_OK;
}

static enum rc sqlite_start(struct db_cursor *base, const struct db_value *params)
{
	struct sqlite_cursor *cursor = (struct sqlite_cursor *)base;
	for (int i = 0; i < base->statement->n_params; i++)
		if (bind(cursor->prepared, cursor->places[i], &params[i]) != SQLITE_OK)
			return fail(handle_of(base), base->statement->name);
	return step(cursor, &cursor->row_waits);
}

static enum rc sqlite_next(struct db_cursor *base, bool *ret_row)
{
	struct sqlite_cursor *cursor = (struct sqlite_cursor *)base;
	if (cursor->row_waits || cursor->at_its_end) {
		*ret_row = cursor->row_waits;
		cursor->row_waits = false;
		return RC_OK;
	}
	return step(cursor, ret_row);
}

static bool sqlite_is_null(struct db_cursor *base, int column)
{
	return sqlite3_column_type(((struct sqlite_cursor *)base)->prepared, column) == SQLITE_NULL;
}

static int64_t sqlite_column_int(struct db_cursor *base, int column)
{
	return sqlite3_column_int64(((struct sqlite_cursor *)base)->prepared, column);
}

static double sqlite_column_real(struct db_cursor *base, int column)
{
	return sqlite3_column_double(((struct sqlite_cursor *)base)->prepared, column);
}

static struct str sqlite_column_text(struct db_cursor *base, struct arena *arena, int column)
{
	sqlite3_stmt *prepared = ((struct sqlite_cursor *)base)->prepared;
	const char *ptr = sqlite3_column_blob(prepared, column);
	size_t len = (size_t)sqlite3_column_bytes(prepared, column);
	return str_dup(arena, ptr != NULL ? (struct str){.ptr = ptr, .len = len} : STR(""));
}

static void sqlite_finish(struct db_cursor *base)
{
	struct sqlite_cursor *cursor = (struct sqlite_cursor *)base;
	sqlite3_reset(cursor->prepared);
	sqlite3_clear_bindings(cursor->prepared);
	cursor->row_waits = cursor->at_its_end = false;
}

const struct db_engine_calls db_sqlite_calls = {
    .conn_size = sizeof(struct sqlite_conn),
    .cursor_size = sizeof(struct sqlite_cursor),
    .connect = sqlite_connect,
    .disconnect = sqlite_disconnect,
    .begin = sqlite_begin,
    .commit = sqlite_commit,
    .rollback = sqlite_rollback,
    .script = sqlite_script,
    .prepare = sqlite_prepare,
    .check = sqlite_check,
    .release = sqlite_release,
    .start = sqlite_start,
    .next = sqlite_next,
    .is_null = sqlite_is_null,
    .column_int = sqlite_column_int,
    .column_real = sqlite_column_real,
    .column_text = sqlite_column_text,
    .finish = sqlite_finish,
};
