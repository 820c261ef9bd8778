/* PostgreSQL. Parameters go in binary, with the types declared in x.sql; results come as text.
 *
 * One writer at a time here too, by a lock that all programs on the database take: what a feature reads before it writes stays
 * true until it commits, so no rule needs a proof against writers that interleave, and both engines behave alike.
 *
 * PostgreSQL gives a whole transaction up when one statement fails; SQLite only the statement. A savepoint before each writing
 * statement makes that the same. */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/db_engine.h"

/* The types' numbers in PostgreSQL's own tables, which never change. */
enum {
	OID_BOOL = 16,
	OID_BYTEA = 17,
	OID_INT8 = 20,
	OID_INT2 = 21,
	OID_INT4 = 23,
	OID_TEXT = 25,
	OID_FLOAT4 = 700,
	OID_FLOAT8 = 701
};
enum { OID_VARCHAR = 1043, OID_NUMERIC = 1700 };

struct postgres_conn {
	struct db_conn base;
	PGconn *handle;
	unsigned n_prepared; /* numbers the statements' names */
	bool has_savepoint;
};

struct postgres_cursor {
	struct db_cursor base;
	char name[16];
	const char **values; /* room for the parameters of one run */
	int *lengths, *formats;
	char (*numbers)[8];
	PGresult *result;
	int row, n_rows;
};

static struct postgres_conn *conn_of(const struct db_cursor *cursor)
{
	return (struct postgres_conn *)cursor->conn;
}

static enum rc rc_of(const char *state)
{
	static const struct {
		const char *prefix;
		enum rc rc;
	} table[] = {
	    {"23505", RC_CONFLICT}, /* unique */
	    {"23503", RC_CONFLICT}, /* foreign key */
	    {"40001", RC_CONFLICT}, /* to be run again */
	    {"40P01", RC_CONFLICT}, /* deadlock */
	    {"23514", RC_INVALID},  /* check */
	    {"23502", RC_INVALID},  /* NULL where it may not be */
	    {"22", RC_INVALID},     /* a value out of its range */
	    {"55P03", RC_BUSY},     /* waited too long for a lock */
	};
	for (size_t i = 0; state != NULL && i < sizeof table / sizeof *table; i++)
		if (strncmp(state, table[i].prefix, strlen(table[i].prefix)) == 0)
			return table[i].rc;
	return RC_DB;
}

/* The code for what went wrong; a failure leaves its trail. */
static enum rc fail(struct postgres_conn *conn, const PGresult *result, const char *doing)
{
	enum rc rc = rc_of(result != NULL ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL);
	if (PQstatus(conn->handle) != CONNECTION_OK)
		conn->base.lost = true;
	if (rc_is_failure(rc)) {
		const char *text = PQerrorMessage(conn->handle);
		log_trail("%s: %.*s", doing, (int)strcspn(text, "\n"), text);
	}
	return rc;
}

/* Runs a text without parameters; `doing` names it in the trail. */
static enum rc run(struct postgres_conn *conn, const char *sql, const char *doing)
{
	PGresult *result = PQexec(conn->handle, sql);
	ExecStatusType status = PQresultStatus(result);
	enum rc rc = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ? RC_OK : fail(conn, result, doing);
	PQclear(result);
	return rc;
}

/* ---- Connections ---- */

static void ignore_notice(void *context, const PGresult *result)
{
	(void)context;
	(void)result;
}

static enum rc postgres_connect(struct db_conn *base, const char *target)
{
	static const char *const names[] = {"dbname", "client_encoding", "fallback_application_name", "connect_timeout", NULL};
	const char *const values[] = {target, "UTF8", "sauro", "5", NULL};
	struct postgres_conn *conn = (struct postgres_conn *)base;
	conn->handle = PQconnectdbParams(names, values, 1);
	if (conn->handle == NULL || PQstatus(conn->handle) != CONNECTION_OK)
		return fail(conn, NULL, "connect to PostgreSQL");
	PQsetNoticeReceiver(conn->handle, ignore_notice, NULL);
	const char *encoding = PQparameterStatus(conn->handle, "server_encoding");
	if (encoding == NULL || strcmp(encoding, "UTF8") != 0)
		return log_fail(RC_DB, "the PostgreSQL database is in %s and must be in UTF8",
		                encoding == NULL ? "an unknown code" : encoding);
	char settings[120];
	snprintf(settings, sizeof settings, "SET lock_timeout = %d; SET bytea_output = hex; SET extra_float_digits = 1",
	         base->wait_ms);
	return run(conn, settings, "set up the connection");
}

static void postgres_disconnect(struct db_conn *base)
{
	PQfinish(((struct postgres_conn *)base)->handle);
}

static enum rc postgres_begin(struct db_conn *base)
{
	/* The lock's number is this program's own. Each statement after it sees what was committed before it was given. */
	static const char writer[] = "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(1935768431)";
	static const char reader[] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
	struct postgres_conn *conn = (struct postgres_conn *)base;
	conn->has_savepoint = false;
	enum rc rc = run(conn, base->access == DB_WRITE ? writer : reader, "begin");
	if (rc != RC_OK && !base->lost)
		base->calls->rollback(base);
	return rc;
}

static enum rc postgres_commit(struct db_conn *base)
{
	struct postgres_conn *conn = (struct postgres_conn *)base;
	PGresult *result = PQexec(conn->handle, "COMMIT");
	enum rc rc = PQresultStatus(result) == PGRES_COMMAND_OK ? RC_OK : fail(conn, result, "commit");
	/* A transaction that a failure has ended answers COMMIT with ROLLBACK. */
	if (rc == RC_OK && strcmp(PQcmdStatus(result), "COMMIT") != 0)
		rc = log_fail(RC_DB, "commit: the transaction was taken back by an earlier failure");
	PQclear(result);
	return rc;
}

static void postgres_rollback(struct db_conn *base)
{
	struct postgres_conn *conn = (struct postgres_conn *)base;
	PGTransactionStatusType status = PQtransactionStatus(conn->handle);
	if (status == PQTRANS_UNKNOWN || (status != PQTRANS_IDLE && run(conn, "ROLLBACK", "rollback") != RC_OK))
		base->lost = true;
}

static enum rc postgres_script(struct db_conn *base, const char *sql)
{
	return run((struct postgres_conn *)base, sql, "script");
}

/* ---- Statements ---- */

static Oid oid_of(enum db_type type)
{
	static const Oid oids[] = {[DB_INT] = OID_INT8, [DB_REAL] = OID_FLOAT8, [DB_TEXT] = OID_TEXT, [DB_BLOB] = OID_BYTEA};
	return oids[type];
}

static enum rc postgres_prepare(struct db_cursor *base)
{
	struct postgres_cursor *cursor = (struct postgres_cursor *)base;
	struct postgres_conn *conn = conn_of(base);
	struct arena *arena = base->conn->arena;
	size_t n = (size_t)base->statement->n_params;
	Oid *types = ARENA_ARRAY(arena, Oid, n + 1);
	cursor->values = ARENA_ARRAY(arena, const char *, n + 1);
	cursor->lengths = ARENA_ARRAY(arena, int, n + 1);
	cursor->formats = ARENA_ARRAY(arena, int, n + 1);
	cursor->numbers = arena_zalloc(arena, (n + 1) * sizeof *cursor->numbers);
	for (size_t i = 0; i < n; i++)
		types[i] = oid_of(base->statement->params[i].type);
	snprintf(cursor->name, sizeof cursor->name, "s%u", conn->n_prepared++);
	PGresult *result = PQprepare(conn->handle, cursor->name, base->statement->postgres, (int)n, types);
	enum rc rc = RC_OK;
	if (PQresultStatus(result) != PGRES_COMMAND_OK) {
		/* Wrong SQL is a failure, whatever class PostgreSQL puts it in. */
		rc = fail(conn, result, base->statement->name);
		rc = rc_is_failure(rc) ? rc : log_fail(RC_DB, "prepare %s", base->statement->name);
	}
	PQclear(result);
	return rc;
}

static bool fits(Oid oid, enum db_type type)
{
	switch (type) {
	case DB_INT:
		return oid == OID_INT8 || oid == OID_INT4 || oid == OID_INT2 || oid == OID_BOOL || oid == OID_NUMERIC;
	case DB_REAL:
		return oid == OID_FLOAT8 || oid == OID_FLOAT4 || oid == OID_NUMERIC;
	case DB_TEXT:
		return oid == OID_TEXT || oid == OID_VARCHAR;
	case DB_BLOB:
		return oid == OID_BYTEA;
	case DB_NULL:
		break;
	}
	return false;
}

static enum rc check_described(const struct db_statement *statement, const PGresult *described)
{
	int n_params = PQnparams(described), n_columns = PQnfields(described);
	if (n_params != statement->n_params)
		return log_fail(RC_DB, "%s takes %d parameters, declared are %d", statement->name, n_params, statement->n_params);
	if (n_columns != statement->n_columns)
		return log_fail(RC_DB, "%s gives %d columns, declared are %d", statement->name, n_columns, statement->n_columns);
	for (int i = 0; i < n_columns; i++)
		if (!fits(PQftype(described, i), statement->columns[i].type))
			return log_fail(RC_DB, "%s: %s is declared as another type than the database gives (type %u)", statement->name,
			                statement->columns[i].name, PQftype(described, i));
	return RC_OK;
}

static enum rc postgres_check(struct db_cursor *base)
{
	struct postgres_conn *conn = conn_of(base);
	PGresult *described = PQdescribePrepared(conn->handle, ((struct postgres_cursor *)base)->name);
	enum rc rc = PQresultStatus(described) == PGRES_COMMAND_OK ? check_described(base->statement, described)
	                                                           : fail(conn, described, base->statement->name);
	PQclear(described);
	return rc;
}

static void postgres_release(struct db_cursor *base)
{
	/* The server forgets the statement with the connection. */
	PQclear(((struct postgres_cursor *)base)->result);
}

static void bind_number(struct postgres_cursor *cursor, int place, uint64_t bits)
{
	for (int i = 0; i < 8; i++)
		cursor->numbers[place][i] = (char)(bits >> (56 - 8 * i));
	cursor->values[place] = cursor->numbers[place];
	cursor->lengths[place] = 8;
}

static void bind(struct postgres_cursor *cursor, int place, const struct db_value *value)
{
	uint64_t bits;
	cursor->formats[place] = 1;
	switch (value->type) {
	case DB_INT:
		bind_number(cursor, place, (uint64_t)value->integer);
		break;
	case DB_REAL:
		memcpy(&bits, &value->real, sizeof bits);
		bind_number(cursor, place, bits);
		break;
	case DB_TEXT:
	case DB_BLOB:
		cursor->values[place] = value->text.len > 0 ? value->text.ptr : "";
		cursor->lengths[place] = (int)value->text.len;
		break;
	case DB_NULL:
		cursor->values[place] = NULL;
		break;
	}
}

static enum rc guard_write(struct postgres_conn *conn)
{
	bool again = conn->has_savepoint;
	conn->has_savepoint = true;
	return run(conn, again ? "RELEASE SAVEPOINT statement; SAVEPOINT statement" : "SAVEPOINT statement", "savepoint");
}

static enum rc postgres_start(struct db_cursor *base, const struct db_value *params)
{
	struct postgres_cursor *cursor = (struct postgres_cursor *)base;
	struct postgres_conn *conn = conn_of(base);
	const struct db_statement *statement = base->statement;
	for (int i = 0; i < statement->n_params; i++) {
		if (params[i].text.len > INT32_MAX)
			return RC_INVALID;
		bind(cursor, i, &params[i]);
	}
	if (statement->writes)
		TRY(guard_write(conn));
	cursor->result =
	    PQexecPrepared(conn->handle, cursor->name, statement->n_params, cursor->values, cursor->lengths, cursor->formats, 0);
	ExecStatusType status = PQresultStatus(cursor->result);
	if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
		enum rc rc = fail(conn, cursor->result, statement->name);
		if (statement->writes && !conn->base.lost && run(conn, "ROLLBACK TO SAVEPOINT statement", "undo the statement") != RC_OK)
			conn->base.lost = true;
		return rc;
	}
	cursor->row = -1;
	cursor->n_rows = PQntuples(cursor->result);
	int64_t changed = 0;
	if (statement->writes && str_parse_int(str_of(PQcmdTuples(cursor->result)), &changed))
		base->changed = changed;
	return RC_OK;
}

static enum rc postgres_next(struct db_cursor *base, bool *ret_row)
{
	struct postgres_cursor *cursor = (struct postgres_cursor *)base;
	*ret_row = ++cursor->row < cursor->n_rows;
	return RC_OK;
}

static bool postgres_is_null(struct db_cursor *base, int column)
{
	struct postgres_cursor *cursor = (struct postgres_cursor *)base;
	return PQgetisnull(cursor->result, cursor->row, column) != 0;
}

static const char *value_of(struct db_cursor *base, int column)
{
	struct postgres_cursor *cursor = (struct postgres_cursor *)base;
	return PQgetvalue(cursor->result, cursor->row, column);
}

static int64_t postgres_column_int(struct db_cursor *base, int column)
{
	const char *text = value_of(base, column);
	/* A comparison gives t or f here, 1 or 0 on SQLite. */
	return text[0] == 't' ? 1 : text[0] == 'f' ? 0 : strtoll(text, NULL, 10);
}

static double postgres_column_real(struct db_cursor *base, int column)
{
	return strtod(value_of(base, column), NULL);
}

static unsigned hex_digit(char c)
{
	return c <= '9' ? (unsigned)(c - '0') : (unsigned)(c - 'a' + 10);
}

/* Bytes come as \x and two digits each. */
static struct str decode_bytes(struct arena *arena, const char *text, size_t len)
{
	size_t n = len < 2 ? 0 : (len - 2) / 2;
	char *bytes = arena_alloc(arena, n + 1);
	for (size_t i = 0; i < n; i++)
		bytes[i] = (char)(hex_digit(text[2 + 2 * i]) << 4 | hex_digit(text[3 + 2 * i]));
	bytes[n] = '\0';
	return (struct str){.ptr = bytes, .len = n};
}

static struct str postgres_column_text(struct db_cursor *base, struct arena *arena, int column)
{
	struct postgres_cursor *cursor = (struct postgres_cursor *)base;
	const char *text = value_of(base, column);
	size_t len = (size_t)PQgetlength(cursor->result, cursor->row, column);
	if (PQftype(cursor->result, column) == OID_BYTEA)
		return decode_bytes(arena, text, len);
	return str_dup(arena, (struct str){.ptr = text, .len = len});
}

static void postgres_finish(struct db_cursor *base)
{
	struct postgres_cursor *cursor = (struct postgres_cursor *)base;
	PQclear(cursor->result);
	cursor->result = NULL;
}

const struct db_engine_calls db_postgres_calls = {
    .conn_size = sizeof(struct postgres_conn),
    .cursor_size = sizeof(struct postgres_cursor),
    .connect = postgres_connect,
    .disconnect = postgres_disconnect,
    .begin = postgres_begin,
    .commit = postgres_commit,
    .rollback = postgres_rollback,
    .script = postgres_script,
    .prepare = postgres_prepare,
    .check = postgres_check,
    .release = postgres_release,
    .start = postgres_start,
    .next = postgres_next,
    .is_null = postgres_is_null,
    .column_int = postgres_column_int,
    .column_real = postgres_column_real,
    .column_text = postgres_column_text,
    .finish = postgres_finish,
};
