/* What an engine does for db.c. Private to db/: the rest of the program knows db.h alone.
 *
 * 1. db.c calls an engine's functions for a connection from one thread at a time.
 * 2. A cursor is a prepared statement that one connection keeps for ever; it is under way from start to finish, once.
 * 3. A writing statement that fails leaves its transaction as it was before the statement, on both engines. */
#ifndef DB_DB_ENGINE_H
#define DB_DB_ENGINE_H

#include "db/db.h"

/* An engine puts its own fields behind these. */
struct db_conn {
	struct db *db;
	const struct db_engine_calls *calls;
	enum db_access access;
	int wait_ms;                /* how long a transaction waits for another before RC_BUSY */
	int slot;                   /* where it is in the pool */
	struct arena *arena;        /* lives as long as the connection */
	struct db_cursor **cursors; /* the prepared statements, a hash table by address of the statement */
	size_t n_cursors, room;     /* room is a power of two */
	int n_started;              /* statements under way */
	bool changed;               /* the transaction changed something */
	bool lost;                  /* the connection is of no more use */
};

struct db_cursor {
	struct db_conn *conn;
	const struct db_statement *statement;
	bool started;
	int64_t changed; /* rows that it changed */
};

struct db_engine_calls {
	size_t conn_size, cursor_size;
	/* Opens the connection, for conn->access; what it leaves half done, disconnect clears. */
	enum rc (*connect)(struct db_conn *conn, const char *target);
	void (*disconnect)(struct db_conn *conn);
	enum rc (*begin)(struct db_conn *conn);
	enum rc (*commit)(struct db_conn *conn);
	void (*rollback)(struct db_conn *conn);
	/* Runs a text of several statements. */
	enum rc (*script)(struct db_conn *conn, const char *sql);
	enum rc (*prepare)(struct db_cursor *cursor);
	/* Compares the prepared statement with what was declared. */
	enum rc (*check)(struct db_cursor *cursor);
	void (*release)(struct db_cursor *cursor);
	enum rc (*start)(struct db_cursor *cursor, const struct db_value *params);
	enum rc (*next)(struct db_cursor *cursor, bool *ret_row);
	bool (*is_null)(struct db_cursor *cursor, int column);
	int64_t (*column_int)(struct db_cursor *cursor, int column);
	double (*column_real)(struct db_cursor *cursor, int column);
	struct str (*column_text)(struct db_cursor *cursor, struct arena *arena, int column);
	void (*finish)(struct db_cursor *cursor);
};

extern const struct db_engine_calls db_sqlite_calls, db_postgres_calls;

/* db_open with a patience of wait_ms in place of five seconds: for tests. */
enum rc db_open_waiting(const char *target, int readers, int wait_ms, struct db **ret) MUST_USE;

/* Runs a text of several statements in the transaction: for migrations. */
enum rc db_run_script(struct db_conn *conn, const char *sql) MUST_USE;

#endif
