/* One interface to SQLite and PostgreSQL.
 *
 * A struct db is a pool of connections; a struct db_conn is one of them with a transaction under way, in use by one thread.
 *
 * 1. Reading connections see one state of the data from their first statement on and cannot write.
 * 2. There is one writer at a time on either engine; the next waits up to five seconds, then gets RC_BUSY. What a writer has
 *    read stays true until it commits.
 * 3. A writing statement that fails changes nothing, and the transaction can go on.
 *
 *   db_begin(db, DB_READ|DB_WRITE) -> conn --statements--> db_commit(conn) | db_rollback(conn)
 *
 * Statements are never written here or in other C files: tools/sqlc.py makes them, with their types, from x.sql. */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/str.h"

struct db;
struct db_conn;

enum db_engine { DB_SQLITE, DB_POSTGRES };
enum db_access { DB_READ, DB_WRITE };

/* Opens a pool. `target` is a SQLite file's path, or a postgres:// address. Makes the file where there is none; does not
 * migrate. `readers` is how many reading connections the pool may hold. RC_DB with a trail where it cannot be opened. */
enum rc db_open(const char *target, int readers, struct db **ret) MUST_USE;

/* Closes it. All transactions must have ended. NULL is accepted. */
void db_close(struct db *db);

enum db_engine db_engine_of(const struct db *db);

/* Begins a transaction. A reader waits for a free connection, a writer for its turn: five seconds, then RC_BUSY. */
enum rc db_begin(struct db *db, enum db_access access, struct db_conn **ret) MUST_USE;

/* Makes the changes last; on SQLite they are synced to disk when this returns RC_OK. The connection goes back to the pool
 * whatever is returned. RC_CONFLICT where PostgreSQL asks for the transaction to be run again. After any code but RC_OK
 * nothing was changed, unless the disk or the connection failed on the way: then it may have been. */
enum rc db_commit(struct db_conn *conn) MUST_USE;

/* Takes the changes back and gives the connection back. NULL is accepted. */
void db_rollback(struct db_conn *conn);

/* Grows with every committed write of this process: what was derived from data read after asking for the generation is good
 * while it stands. */
uint64_t db_generation(const struct db *db);

/* ---- What the statements made by tools/sqlc.py use ---- */

struct db_cursor;

enum db_type { DB_NULL, DB_INT, DB_REAL, DB_TEXT, DB_BLOB };

struct db_value {
	enum db_type type;
	int64_t integer;
	double real;
	struct str text; /* DB_TEXT and DB_BLOB */
};

/* An integer column that may be NULL. Text that is NULL has ptr NULL. */
struct db_int {
	bool has;
	int64_t value;
};

struct db_real {
	bool has;
	double value;
};

/* A parameter or a column as declared in x.sql. */
struct db_field {
	const char *name;
	enum db_type type;
	bool nullable;
};

struct db_statement {
	const char *name;   /* "unit_sql_find" */
	const char *sqlite; /* the same text on both engines but for the written-twice ones */
	const char *postgres;
	bool writes; /* refused on a reading connection */
	int n_params, n_columns;
	const struct db_field *params, *columns;
};

static inline struct db_value db_int(int64_t value)
{
	return (struct db_value){.type = DB_INT, .integer = value};
}

static inline struct db_value db_maybe_int(struct db_int value)
{
	return (struct db_value){.type = value.has ? DB_INT : DB_NULL, .integer = value.value};
}

static inline struct db_value db_real(double value)
{
	return (struct db_value){.type = DB_REAL, .real = value};
}

static inline struct db_value db_maybe_real(struct db_real value)
{
	return (struct db_value){.type = value.has ? DB_REAL : DB_NULL, .real = value.value};
}

/* No text (ptr NULL) is stored as empty text, or as NULL where the column may be NULL. */
static inline struct db_value db_text(struct str value)
{
	return (struct db_value){.type = DB_TEXT, .text = value};
}

static inline struct db_value db_maybe_text(struct str value)
{
	return (struct db_value){.type = value.ptr != NULL ? DB_TEXT : DB_NULL, .text = value};
}

static inline struct db_value db_blob(struct str value)
{
	return (struct db_value){.type = DB_BLOB, .text = value};
}

static inline struct db_value db_maybe_blob(struct str value)
{
	return (struct db_value){.type = value.ptr != NULL ? DB_BLOB : DB_NULL, .text = value};
}

/* The pattern for `LIKE $1 ESCAPE '!'` of what contains `key`, whatever signs that is made of. LIKE tells capitals apart on
 * both engines. */
struct str db_containing(struct arena *arena, struct str key);

/* Makes a struct of the cursor's row. */
typedef void (*db_read_row)(struct db_cursor *cursor, struct arena *arena, void *ret_row);

/* The first row. RC_NOT_FOUND where there is none. */
enum rc db_load_row(struct db_conn *conn, struct arena *arena, const struct db_statement *statement,
                    const struct db_value *params, db_read_row read, void *ret_row) MUST_USE;

/* All rows, each of row_size bytes. */
struct db_rows {
	size_t row_size;
	db_read_row read;
	void *at;
	size_t n, room;
};
enum rc db_load_rows(struct db_conn *conn, struct arena *arena, const struct db_statement *statement,
                     const struct db_value *params, struct db_rows *rows) MUST_USE;

/* Runs a statement that gives no rows. *ret_changed (NULL: not wanted): how many rows it changed. */
enum rc db_run(struct db_conn *conn, const struct db_statement *statement, const struct db_value *params,
               int64_t *ret_changed) MUST_USE;

/* ---- Below them: one statement, step by step ---- */

/* Binds, runs. RC_CONFLICT where a unique or foreign key stands against it; RC_INVALID where a check does, where NULL stands
 * where it may not, where a text is not UTF-8 or holds a zero byte, and where a real is not a number. The texts of `params` must
 * live until db_finish. A statement can be under way once on a connection. */
enum rc db_start(struct db_conn *conn, const struct db_statement *statement, const struct db_value *params,
                 struct db_cursor **ret) MUST_USE;
/* Moves to the next row; *ret_row is false after the last. RC_CORRUPT where a column is NULL that was declared not to be. */
enum rc db_next(struct db_cursor *cursor, bool *ret_row) MUST_USE;
/* The row's columns, from 0. Text (or a blob) is copied into the arena. */
struct db_int db_column_int(struct db_cursor *cursor, int column);
struct db_real db_column_real(struct db_cursor *cursor, int column);
struct str db_column_text(struct db_cursor *cursor, struct arena *arena, int column);
/* Rows that the statement changed. */
int64_t db_changed(struct db_cursor *cursor);
/* Ends the statement. NULL is accepted. */
void db_finish(struct db_cursor *cursor);

/* Prepares a statement and checks its numbers of parameters and columns against what was declared: for tests. */
enum rc db_check_statement(struct db_conn *conn, const struct db_statement *statement) MUST_USE;

#endif
