/* The pool, the transactions and the statements of both engines. What an engine does itself is behind struct db_engine_calls.
 *
 * Invariants:
 * 1. A slot belongs to the thread that set `taken` under the lock; only that thread touches its connection.
 * 2. Slot 0 holds the writing connection and is opened before any reading one; so a SQLite file exists, is in WAL mode and has
 *    been recovered before it is opened read-only.
 * 3. A connection goes back to the pool with no transaction and no statement under way, or it is closed. */
#include "db/db.h"

#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "db/db_engine.h"

enum { WAIT_MS = 5000, MAX_READERS = 64, FIRST_CURSORS = 64 };

struct slot {
	struct db_conn *conn; /* NULL: not open */
	bool taken;
};

struct db {
	struct arena *arena;
	const struct db_engine_calls *calls;
	const char *target;
	pthread_mutex_t lock;
	pthread_cond_t given_back;
	struct slot slots[1 + MAX_READERS]; /* the writer, then the readers */
	int n_slots, wait_ms;
	_Atomic uint64_t generation;
};

/* ---- Connections ---- */

static void conn_close(struct db_conn *conn)
{
	for (size_t i = 0; i < conn->room; i++)
		if (conn->cursors[i] != NULL)
			conn->calls->release(conn->cursors[i]);
	conn->calls->disconnect(conn);
	arena_free(conn->arena);
}

static enum rc conn_open(struct db *db, enum db_access access, struct db_conn **ret)
{
	struct arena *arena = arena_new();
	struct db_conn *conn = arena_zalloc(arena, db->calls->conn_size);
	conn->db = db;
	conn->calls = db->calls;
	conn->access = access;
	conn->wait_ms = db->wait_ms;
	conn->arena = arena;
	conn->room = FIRST_CURSORS;
	conn->cursors = ARENA_ARRAY(arena, struct db_cursor *, conn->room);
	enum rc rc = db->calls->connect(conn, db->target);
	if (rc != RC_OK) {
		conn_close(conn);
		return rc;
	}
	*ret = conn;
	return RC_OK;
}

/* ---- The pool ---- */

enum rc db_open(const char *target, int readers, struct db **ret)
{
	return db_open_waiting(target, readers, WAIT_MS, ret);
}

enum rc db_open_waiting(const char *target, int readers, int wait_ms, struct db **ret)
{
	struct str address = str_of(target);
	bool is_postgres = str_has_prefix(address, STR("postgres://")) || str_has_prefix(address, STR("postgresql://"));
	struct arena *arena = arena_new();
	struct db *db = ARENA_NEW(arena, struct db);
	pthread_condattr_t monotonic;
	db->arena = arena;
	db->calls = is_postgres ? &db_postgres_calls : &db_sqlite_calls;
	db->wait_ms = wait_ms;
	db->target = str_cstr(arena, address);
	db->n_slots = 1 + (readers < 1 ? 1 : readers > MAX_READERS ? MAX_READERS : readers);
	pthread_mutex_init(&db->lock, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&db->given_back, &monotonic);
	pthread_condattr_destroy(&monotonic);
	enum rc rc = conn_open(db, DB_WRITE, &db->slots[0].conn);
	if (rc != RC_OK) {
		db_close(db);
		return rc;
	}
	*ret = db;
	return RC_OK;
}

void db_close(struct db *db)
{
	if (db == NULL)
		return;
	/* The writer last: it brings SQLite's log into the file. */
	for (int i = db->n_slots - 1; i >= 0; i--)
		if (db->slots[i].conn != NULL)
			conn_close(db->slots[i].conn);
	pthread_cond_destroy(&db->given_back);
	pthread_mutex_destroy(&db->lock);
	arena_free(db->arena);
}

enum db_engine db_engine_of(const struct db *db)
{
	return db->calls == &db_postgres_calls ? DB_POSTGRES : DB_SQLITE;
}

uint64_t db_generation(const struct db *db)
{
	return db->generation;
}

/* A free slot for this access, an open one before one that is not. */
static struct slot *find_free(struct db *db, enum db_access access)
{
	int first = access == DB_WRITE ? 0 : 1, end = access == DB_WRITE ? 1 : db->n_slots;
	struct slot *closed = NULL;
	for (int i = first; i < end; i++) {
		struct slot *slot = &db->slots[i];
		if (!slot->taken && slot->conn != NULL)
			return slot;
		if (!slot->taken && closed == NULL)
			closed = slot;
	}
	return closed;
}

static enum rc take_slot(struct db *db, enum db_access access, struct slot **ret)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += db->wait_ms / 1000;
	until.tv_nsec += db->wait_ms % 1000 * 1000000L;
	until.tv_sec += until.tv_nsec / 1000000000L;
	until.tv_nsec %= 1000000000L;
	int waited = 0;
	pthread_mutex_lock(&db->lock);
	struct slot *slot = find_free(db, access);
	while (slot == NULL && waited != ETIMEDOUT) {
		waited = pthread_cond_timedwait(&db->given_back, &db->lock, &until);
		slot = find_free(db, access);
	}
	if (slot != NULL)
		slot->taken = true;
	pthread_mutex_unlock(&db->lock);
	if (slot == NULL)
		return RC_BUSY;
	*ret = slot;
	return RC_OK;
}

static void give_slot_back(struct db *db, struct slot *slot)
{
	if (slot->conn != NULL && slot->conn->lost) {
		conn_close(slot->conn);
		slot->conn = NULL;
	}
	pthread_mutex_lock(&db->lock);
	slot->taken = false;
	pthread_cond_broadcast(&db->given_back);
	pthread_mutex_unlock(&db->lock);
}

/* Begins on the slot's connection; one that was lost while it lay idle is opened again. */
static enum rc begin_on(struct db *db, struct slot *slot, enum db_access access)
{
	if (slot->conn != NULL) {
		enum rc rc = db->calls->begin(slot->conn);
		if (rc == RC_OK || !slot->conn->lost)
			return rc;
		log_trail_clear();
		conn_close(slot->conn);
		slot->conn = NULL;
	}
	TRY(conn_open(db, access, &slot->conn));
	return db->calls->begin(slot->conn);
}

enum rc db_begin(struct db *db, enum db_access access, struct db_conn **ret)
{
	struct slot *slot;
	TRY(take_slot(db, access, &slot));
	enum rc rc = begin_on(db, slot, access);
	if (rc != RC_OK) {
		give_slot_back(db, slot);
		return rc_pass(rc, __FILE__, __LINE__);
	}
	slot->conn->slot = (int)(slot - db->slots);
	slot->conn->changed = false;
	*ret = slot->conn;
	return RC_OK;
}

static void finish_all(struct db_conn *conn)
{
	for (size_t i = 0; i < conn->room && conn->n_started > 0; i++)
		db_finish(conn->cursors[i]);
}

/* The transaction is over, whichever way. */
static void give_back(struct db_conn *conn)
{
	give_slot_back(conn->db, &conn->db->slots[conn->slot]);
}

enum rc db_commit(struct db_conn *conn)
{
	struct db *db = conn->db;
	finish_all(conn);
	enum rc rc = conn->calls->commit(conn);
	bool changed = conn->changed;
	if (rc != RC_OK && !conn->lost)
		conn->calls->rollback(conn);
	else if (changed)
		db->generation++;
	give_back(conn);
	return rc;
}

void db_rollback(struct db_conn *conn)
{
	if (conn == NULL)
		return;
	finish_all(conn);
	conn->calls->rollback(conn);
	give_back(conn);
}

enum rc db_run_script(struct db_conn *conn, const char *sql)
{
	conn->changed = true;
	return conn->calls->script(conn, sql);
}

/* ---- Prepared statements ---- */

/* Where the statement is in the table, or the free place where it belongs. */
static struct db_cursor **find_place(struct db_cursor **table, size_t room, const struct db_statement *statement)
{
	size_t at = ((uintptr_t)statement >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 32;
	for (at &= room - 1; table[at] != NULL && table[at]->statement != statement;)
		at = (at + 1) & (room - 1);
	return &table[at];
}

static void grow_table(struct db_conn *conn)
{
	size_t room = conn->room * 2;
	struct db_cursor **table = ARENA_ARRAY(conn->arena, struct db_cursor *, room);
	for (size_t i = 0; i < conn->room; i++)
		if (conn->cursors[i] != NULL)
			*find_place(table, room, conn->cursors[i]->statement) = conn->cursors[i];
	conn->cursors = table;
	conn->room = room;
}

static enum rc load_cursor(struct db_conn *conn, const struct db_statement *statement, struct db_cursor **ret)
{
	struct db_cursor **place = find_place(conn->cursors, conn->room, statement);
	if (*place == NULL) {
		struct db_cursor *cursor = arena_zalloc(conn->arena, conn->calls->cursor_size);
		cursor->conn = conn;
		cursor->statement = statement;
		enum rc rc = conn->calls->prepare(cursor);
		if (rc != RC_OK) {
			conn->calls->release(cursor);
			return rc;
		}
		*place = cursor;
		*ret = cursor;
		/* Half full at most, so that a search meets a free place soon. */
		if (++conn->n_cursors * 2 > conn->room)
			grow_table(conn);
		return RC_OK;
	}
	*ret = *place;
	return RC_OK;
}

/* What the engines would judge differently is judged here. */
static enum rc check_params(const struct db_statement *statement, const struct db_value *params)
{
	for (int i = 0; i < statement->n_params; i++) {
		const struct db_value *value = &params[i];
		bool is_text = value->type == DB_TEXT && value->text.len > 0;
		if (is_text && (memchr(value->text.ptr, 0, value->text.len) != NULL || !utf8_is_valid(value->text)))
			return RC_INVALID;
		if (value->type == DB_REAL && isnan(value->real))
			return RC_INVALID;
	}
	return RC_OK;
}

enum rc db_start(struct db_conn *conn, const struct db_statement *statement, const struct db_value *params,
                 struct db_cursor **ret)
{
	struct db_cursor *cursor;
	if (statement->writes && conn->access != DB_WRITE)
		return log_fail(RC_BUG, "%s writes on a reading connection", statement->name);
	TRY(check_params(statement, params));
	TRY(load_cursor(conn, statement, &cursor));
	if (cursor->started)
		return log_fail(RC_BUG, "%s is under way already", statement->name);
	cursor->started = true;
	cursor->changed = 0;
	conn->n_started++;
	enum rc rc = conn->calls->start(cursor, params);
	if (rc != RC_OK) {
		db_finish(cursor);
		return rc_pass(rc, __FILE__, __LINE__);
	}
	conn->changed |= statement->writes;
	*ret = cursor;
	return RC_OK;
}

enum rc db_next(struct db_cursor *cursor, bool *ret_row)
{
	const struct db_statement *statement = cursor->statement;
	bool row;
	TRY(cursor->conn->calls->next(cursor, &row));
	for (int i = 0; row && i < statement->n_columns; i++)
		if (!statement->columns[i].nullable && cursor->conn->calls->is_null(cursor, i))
			return log_fail(RC_CORRUPT, "%s: %s is NULL, which it is declared not to be", statement->name,
			                statement->columns[i].name);
	*ret_row = row;
	return RC_OK;
}

struct db_int db_column_int(struct db_cursor *cursor, int column)
{
	if (cursor->conn->calls->is_null(cursor, column))
		return (struct db_int){0};
	return (struct db_int){.has = true, .value = cursor->conn->calls->column_int(cursor, column)};
}

struct db_real db_column_real(struct db_cursor *cursor, int column)
{
	if (cursor->conn->calls->is_null(cursor, column))
		return (struct db_real){0};
	return (struct db_real){.has = true, .value = cursor->conn->calls->column_real(cursor, column)};
}

struct str db_column_text(struct db_cursor *cursor, struct arena *arena, int column)
{
	if (cursor->conn->calls->is_null(cursor, column))
		return (struct str){0};
	return cursor->conn->calls->column_text(cursor, arena, column);
}

int64_t db_changed(struct db_cursor *cursor)
{
	return cursor->changed;
}

void db_finish(struct db_cursor *cursor)
{
	if (cursor == NULL || !cursor->started)
		return;
	cursor->conn->calls->finish(cursor);
	cursor->started = false;
	cursor->conn->n_started--;
}

enum rc db_check_statement(struct db_conn *conn, const struct db_statement *statement)
{
	struct db_cursor *cursor;
	TRY(load_cursor(conn, statement, &cursor));
	return conn->calls->check(cursor);
}

struct str db_containing(struct arena *arena, struct str key)
{
	char *pattern = arena_alloc(arena, 2 * key.len + 2);
	size_t len = 0;
	pattern[len++] = '%';
	for (size_t i = 0; i < key.len; i++) {
		if (key.ptr[i] == '%' || key.ptr[i] == '_' || key.ptr[i] == '!')
			pattern[len++] = '!';
		pattern[len++] = key.ptr[i];
	}
	pattern[len++] = '%';
	return (struct str){.ptr = pattern, .len = len};
}

/* ---- Whole results ---- */

/* Makes a struct of the row where there is one, and goes on past it: a statement that writes is done only at its end. */
static enum rc read_row(struct db_cursor *cursor, struct arena *arena, db_read_row read, void *row, bool *ret_found)
{
	bool found, more = false;
	TRY(db_next(cursor, &found));
	if (found) {
		read(cursor, arena, row);
		TRY(db_next(cursor, &more));
	}
	*ret_found = found;
	return RC_OK;
}

enum rc db_load_row(struct db_conn *conn, struct arena *arena, const struct db_statement *statement,
                    const struct db_value *params, db_read_row read, void *ret_row)
{
	struct db_cursor *cursor;
	bool found = false;
	TRY(db_start(conn, statement, params, &cursor));
	enum rc rc = read_row(cursor, arena, read, ret_row, &found);
	db_finish(cursor);
	TRY(rc);
	return found ? RC_OK : RC_NOT_FOUND;
}

static enum rc read_rows(struct db_cursor *cursor, struct arena *arena, struct db_rows *rows)
{
	bool row;
	TRY(db_next(cursor, &row));
	while (row) {
		if (rows->n == rows->room) {
			size_t room = rows->room > 0 ? rows->room * 2 : 16;
			rows->at = arena_grow(arena, rows->at, rows->room * rows->row_size, room * rows->row_size);
			rows->room = room;
		}
		rows->read(cursor, arena, (char *)rows->at + rows->n * rows->row_size);
		rows->n++;
		TRY(db_next(cursor, &row));
	}
	return RC_OK;
}

enum rc db_load_rows(struct db_conn *conn, struct arena *arena, const struct db_statement *statement,
                     const struct db_value *params, struct db_rows *rows)
{
	struct db_cursor *cursor;
	TRY(db_start(conn, statement, params, &cursor));
	enum rc rc = read_rows(cursor, arena, rows);
	db_finish(cursor);
	return rc;
}

enum rc db_run(struct db_conn *conn, const struct db_statement *statement, const struct db_value *params, int64_t *ret_changed)
{
	struct db_cursor *cursor;
	TRY(db_start(conn, statement, params, &cursor));
	if (ret_changed != NULL)
		*ret_changed = db_changed(cursor);
	db_finish(cursor);
	return RC_OK;
}
