#include "db/db.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>

#include "base/log.h"
#include "db/db_engine.h"
#include "db/db_test_sql.h"
#include "db/migrate.h"
#include "db/testing.h"
#include "sys/clock.h"
#include "sys/file.h"

static const struct migrate_step places = {
    .number = 1,
    .name = "places",
    .sql = "CREATE TABLE place (id @id, code @text NOT NULL UNIQUE, name @text, size @real, people @int CHECK (people >= 0),\n"
           "	picture @blob, inside @int REFERENCES place (id)) @strict;",
    .sha256 = "",
};

static struct testing *with_places(void **state)
{
	struct testing *t = testing_of(state);
	struct message problem;
	assert_rc(migrate_run(t->db, t->arena, &places, 1, &problem), RC_OK);
	return t;
}

static enum rc add(struct db_conn *conn, struct arena *arena, const char *code, struct db_int people, struct db_int inside,
                   int64_t *ret)
{
	struct db_test_sql_add_row row = {0};
	enum rc rc =
	    db_test_sql_add(conn, arena, str_of(code), STR("chợ"), (struct db_real){0}, people, (struct str){0}, inside, &row);
	*ret = row.id;
	return rc;
}

/* A place of this code with nothing else to it. */
static enum rc add_code(struct db_conn *conn, struct arena *arena, const char *code)
{
	int64_t id;
	return add(conn, arena, code, (struct db_int){0}, (struct db_int){0}, &id);
}

static enum rc find(struct db_conn *conn, struct arena *arena, const char *code)
{
	struct db_test_sql_find_row row;
	return db_test_sql_find(conn, arena, str_of(code), &row);
}

/* ---- Values ---- */

static void a_row_comes_back_as_it_was_stored(void **state)
{
	struct testing *t = with_places(state);
	static const struct {
		const char *code;
		struct str name;
		struct db_real size;
		struct db_int people;
		struct str picture;
	} cases[] = {
	    {"none", {NULL, 0}, {0}, {0}, {NULL, 0}},
	    {"empty", {"", 0}, {true, 0.0}, {true, 0}, {"", 0}},
	    {"full",
	     STR_INIT("Trường Tiểu học Hoà Bình – “số 1” 'a' \\x \xf0\x9f\x8f\xab"),
	     {true, 0.1},
	     {true, 42},
	     STR_INIT("\0\1\xff\\x41")},
	    {"large", STR_INIT("x\ny\tz"), {true, -1.7976931348623157e308}, {true, INT64_MAX}, STR_INIT("\\")},
	    {"small", STR_INIT(" "), {true, 5e-324}, {true, 1}, STR_INIT("\0")},
	};
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct db_test_sql_add_row added;
		struct db_test_sql_find_row row;
		struct str code = str_of(cases[i].code);
		assert_rc(db_test_sql_add(conn, t->arena, code, cases[i].name, cases[i].size, cases[i].people, cases[i].picture,
		                          (struct db_int){0}, &added),
		          RC_OK);
		assert_rc(db_test_sql_find(conn, t->arena, code, &row), RC_OK);
		assert_int_equal(row.id, added.id);
		assert_true(str_eq(row.code, code));
		assert_int_equal(row.name.ptr == NULL, cases[i].name.ptr == NULL);
		assert_true(str_eq(row.name, cases[i].name));
		assert_int_equal(row.size.has, cases[i].size.has);
		assert_true(!isless(row.size.value, cases[i].size.value) && !isgreater(row.size.value, cases[i].size.value));
		assert_int_equal(row.people.has, cases[i].people.has);
		assert_int_equal(row.people.value, cases[i].people.value);
		assert_int_equal(row.picture.ptr == NULL, cases[i].picture.ptr == NULL);
		assert_true(str_eq(row.picture, cases[i].picture));
		assert_false(row.inside.has);
	}
	testing_commit(conn);
}

static void what_the_engines_type_differently_reads_the_same(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	struct db_test_sql_sums_row sums;
	struct db_test_sql_engine_row engine;
	int64_t id;
	assert_rc(db_test_sql_sums(conn, t->arena, &sums), RC_OK);
	assert_false(sums.people.has);
	assert_int_equal(sums.has_any, 0);
	assert_rc(add(conn, t->arena, "a", (struct db_int){true, 3}, (struct db_int){0}, &id), RC_OK);
	assert_rc(add(conn, t->arena, "b", (struct db_int){true, 4}, (struct db_int){0}, &id), RC_OK);
	assert_rc(db_test_sql_sums(conn, t->arena, &sums), RC_OK);
	assert_int_equal(sums.n, 2);
	assert_int_equal(sums.people.value, 7);
	assert_true(sums.share.has && fabs(sums.share.value - 3.5) < 1e-9);
	assert_int_equal(sums.has_any, 1);
	assert_int_equal(sums.none, 0);
	assert_rc(db_test_sql_engine(conn, t->arena, &engine), RC_OK);
	assert_str(engine.name, t->engine == DB_SQLITE ? "SQLite" : "PostgreSQL");
	assert_int_equal(db_engine_of(t->db), t->engine);
	db_rollback(conn);
}

static void rows_come_all_and_in_order(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	struct db_test_sql_list_rows rows;
	assert_rc(db_test_sql_list(conn, t->arena, 0, &rows), RC_OK);
	assert_int_equal(rows.n, 0);
	for (int i = 0; i < 100; i++)
		assert_rc(add_code(conn, t->arena, str_format(t->arena, "c%03d", i).ptr), RC_OK);
	assert_rc(db_test_sql_list(conn, t->arena, 0, &rows), RC_OK);
	assert_int_equal(rows.n, 100);
	for (int i = 0; i < 100; i++)
		assert_str(rows.at[i].code, str_format(t->arena, "c%03d", i).ptr);
	testing_commit(conn);
}

static void a_change_says_how_many_rows_it_changed(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	struct db_test_sql_find_row row;
	int64_t changed = -1;
	assert_rc(db_test_sql_rename(conn, STR("x"), STR("a"), &changed), RC_OK);
	assert_int_equal(changed, 0);
	assert_rc(add_code(conn, t->arena, "a"), RC_OK);
	assert_rc(db_test_sql_rename_or_not(conn, (struct str){0}, STR("a"), &changed), RC_OK);
	assert_int_equal(changed, 1);
	assert_rc(db_test_sql_find(conn, t->arena, STR("a"), &row), RC_OK);
	assert_str(row.name, "chợ");
	assert_rc(db_test_sql_rename(conn, (struct str){0}, STR("a"), NULL), RC_OK);
	assert_rc(db_test_sql_find(conn, t->arena, STR("a"), &row), RC_OK);
	assert_null(row.name.ptr);
	assert_rc(db_test_sql_remove(conn, STR("a"), &changed), RC_OK);
	assert_int_equal(changed, 1);
	assert_rc(find(conn, t->arena, "a"), RC_NOT_FOUND);
	testing_commit(conn);
}

/* ---- What stands against a change ---- */

static void a_refused_statement_is_a_condition_and_the_transaction_goes_on(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	const struct db_int none = {0};
	int64_t id, other;
	assert_rc(add(conn, t->arena, "town", none, none, &id), RC_OK);
	assert_rc(add(conn, t->arena, "street", none, (struct db_int){true, id}, &other), RC_OK);
	/* unique, foreign key both ways, check */
	assert_rc(add(conn, t->arena, "town", none, none, &other), RC_CONFLICT);
	assert_rc(add(conn, t->arena, "b", none, (struct db_int){true, id + 1000}, &other), RC_CONFLICT);
	assert_rc(db_test_sql_remove(conn, STR("town"), NULL), RC_CONFLICT);
	assert_rc(add(conn, t->arena, "c", (struct db_int){true, -1}, none, &other), RC_INVALID);
	assert_rc(add(conn, t->arena, "after", none, none, &other), RC_OK);
	testing_commit(conn);
	conn = testing_begin(t, DB_READ);
	assert_rc(find(conn, t->arena, "town"), RC_OK);
	assert_rc(find(conn, t->arena, "after"), RC_OK);
	assert_rc(find(conn, t->arena, "b"), RC_NOT_FOUND);
	assert_rc(find(conn, t->arena, "c"), RC_NOT_FOUND);
	db_rollback(conn);
}

static void null_where_it_may_not_be_is_invalid(void **state)
{
	static const struct db_field params[] = {{"code", DB_TEXT, true}};
	static const struct db_statement statement = {
	    .name = "add_null",
	    .sqlite = "INSERT INTO place (code) VALUES ($1)",
	    .postgres = "INSERT INTO place (code) VALUES ($1)",
	    .writes = true,
	    .n_params = 1,
	    .params = params,
	};
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	const struct db_value null = {.type = DB_NULL};
	assert_rc(db_run(conn, &statement, &null, NULL), RC_INVALID);
	assert_rc(add_code(conn, t->arena, "a"), RC_OK);
	testing_commit(conn);
}

static void text_that_is_no_text_is_invalid(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	static const struct str cases[] = {STR_INIT("a\0b"), STR_INIT("\xff"), STR_INIT("\xed\xa0\x80"), STR_INIT("a\xc3")};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_rc(db_test_sql_rename(conn, cases[i], STR("a"), NULL), RC_INVALID);
	assert_rc(add_code(conn, t->arena, "a"), RC_OK);
	testing_commit(conn);
}

static void what_is_no_number_is_invalid(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	struct db_test_sql_add_row row;
	assert_rc(db_test_sql_add(conn, t->arena, STR("a"), STR(""), (struct db_real){true, NAN}, (struct db_int){0}, STR(""),
	                          (struct db_int){0}, &row),
	          RC_INVALID);
	db_rollback(conn);
}

static void a_search_finds_what_contains_the_key_sign_by_sign(void **state)
{
	static const struct {
		const char *key, *found;
	} cases[] = {
	    {"50%", "50%"}, {"_", "a_b"},           {"!", "a!"},  {"\\", "\\"}, {"Ab", "xAbx"},
	    {"aB", NULL},   {"đường", "một đường"}, {"%%", NULL},
	};
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	struct db_test_sql_search_rows rows;
	const char *const codes[] = {"50%", "500", "a_b", "a!", "\\", "xAbx", "một đường"};
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		assert_rc(add_code(conn, t->arena, codes[i]), RC_OK);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_rc(db_test_sql_search(conn, t->arena, db_containing(t->arena, str_of(cases[i].key)), &rows), RC_OK);
		assert_int_equal(rows.n, cases[i].found != NULL);
		if (cases[i].found != NULL)
			assert_str(rows.at[0].code, cases[i].found);
	}
	assert_rc(db_test_sql_search(conn, t->arena, db_containing(t->arena, STR("")), &rows), RC_OK);
	assert_int_equal(rows.n, sizeof codes / sizeof *codes);
	db_rollback(conn);
}

/* ---- Transactions ---- */

static void what_is_rolled_back_was_never_there(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	assert_rc(add_code(conn, t->arena, "a"), RC_OK);
	db_rollback(conn);
	conn = testing_begin(t, DB_READ);
	assert_rc(find(conn, t->arena, "a"), RC_NOT_FOUND);
	testing_commit(conn);
	db_rollback(NULL);
}

static void a_reader_keeps_the_state_that_it_saw_first(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *reader = testing_begin(t, DB_READ);
	assert_rc(find(reader, t->arena, "a"), RC_NOT_FOUND);
	struct db_conn *writer = testing_begin(t, DB_WRITE);
	assert_rc(add_code(writer, t->arena, "a"), RC_OK);
	testing_commit(writer);
	assert_rc(find(reader, t->arena, "a"), RC_NOT_FOUND);
	testing_commit(reader);
	reader = testing_begin(t, DB_READ);
	assert_rc(find(reader, t->arena, "a"), RC_OK);
	testing_commit(reader);
}

static void a_reader_cannot_write(void **state)
{
	/* One that lies about itself meets the engine's own refusal. */
	static const struct db_statement lying = {
	    .name = "lying",
	    .sqlite = "INSERT INTO place (code) VALUES ('x')",
	    .postgres = "INSERT INTO place (code) VALUES ('x')",
	};
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_READ);
	assert_rc(add_code(conn, t->arena, "a"), RC_BUG);
	assert_rc(db_run(conn, &lying, NULL, NULL), RC_DB);
	db_rollback(conn);
	conn = testing_begin(t, DB_READ);
	assert_rc(find(conn, t->arena, "x"), RC_NOT_FOUND);
	db_rollback(conn);
}

static void the_generation_grows_with_committed_changes_alone(void **state)
{
	struct testing *t = with_places(state);
	uint64_t before = db_generation(t->db);
	struct db_conn *conn = testing_begin(t, DB_READ);
	testing_commit(conn);
	conn = testing_begin(t, DB_WRITE);
	assert_rc(find(conn, t->arena, "a"), RC_NOT_FOUND);
	testing_commit(conn);
	conn = testing_begin(t, DB_WRITE);
	assert_rc(add_code(conn, t->arena, "a"), RC_OK);
	db_rollback(conn);
	assert_int_equal(db_generation(t->db), before);
	conn = testing_begin(t, DB_WRITE);
	assert_rc(add_code(conn, t->arena, "a"), RC_OK);
	assert_int_equal(db_generation(t->db), before);
	testing_commit(conn);
	assert_int_equal(db_generation(t->db), before + 1);
}

static void a_second_writer_is_busy_when_its_patience_ends(void **state)
{
	struct testing *t = with_places(state);
	struct db *impatient;
	assert_rc(db_open_waiting(t->target, 1, 150, &impatient), RC_OK);
	struct db_conn *first = testing_begin(t, DB_WRITE), *second;
	/* Another program's writer, then another thread's. */
	int64_t begun = clock_monotonic_ms();
	assert_rc(db_begin(impatient, DB_WRITE, &second), RC_BUSY);
	assert_true(clock_monotonic_ms() - begun >= 100);
	db_rollback(first);
	assert_rc(db_begin(impatient, DB_WRITE, &first), RC_OK);
	begun = clock_monotonic_ms();
	assert_rc(db_begin(impatient, DB_WRITE, &second), RC_BUSY);
	assert_true(clock_monotonic_ms() - begun >= 100);
	/* Readers do not wait for the writer, but for each other where the pool has no more. */
	assert_rc(db_begin(impatient, DB_READ, &second), RC_OK);
	struct db_conn *third;
	assert_rc(db_begin(impatient, DB_READ, &third), RC_BUSY);
	db_rollback(second);
	db_rollback(first);
	db_close(impatient);
}

enum { THREADS = 4, ROUNDS = 25 };

static void *count_up(void *context)
{
	struct testing *t = context;
	struct arena *arena = arena_new();
	intptr_t failures = 0;
	for (int i = 0; i < ROUNDS; i++) {
		struct db_conn *conn;
		struct db_test_sql_find_row row;
		if (db_begin(t->db, DB_WRITE, &conn) != RC_OK) {
			failures++;
			continue;
		}
		/* Read, then write what follows from it: wrong as soon as two writers interleave. */
		enum rc rc = db_test_sql_find(conn, arena, STR("counter"), &row);
		int64_t n = 0;
		if (rc == RC_OK && str_parse_int(row.name, &n))
			rc = db_test_sql_rename(conn, str_format(arena, "%lld", (long long)n + 1), STR("counter"), NULL);
		failures += rc != RC_OK;
		failures += db_commit(conn) != RC_OK;
		failures += db_begin(t->db, DB_READ, &conn) != RC_OK || db_test_sql_find(conn, arena, STR("counter"), &row) != RC_OK;
		db_rollback(conn);
	}
	arena_free(arena);
	return (void *)failures;
}

static void threads_write_one_after_another(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	assert_rc(add_code(conn, t->arena, "counter"), RC_OK);
	assert_rc(db_test_sql_rename(conn, STR("0"), STR("counter"), NULL), RC_OK);
	testing_commit(conn);
	pthread_t threads[THREADS];
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, count_up, t), 0);
	for (int i = 0; i < THREADS; i++) {
		void *failures;
		pthread_join(threads[i], &failures);
		assert_null(failures);
	}
	struct db_test_sql_find_row row;
	conn = testing_begin(t, DB_READ);
	assert_rc(db_test_sql_find(conn, t->arena, STR("counter"), &row), RC_OK);
	db_rollback(conn);
	assert_str(row.name, str_format(t->arena, "%d", THREADS * ROUNDS).ptr);
}

/* ---- Statements step by step ---- */

static const struct db_field code_column[] = {{"code", DB_TEXT, false}};
static const struct db_statement list_codes = {
    .name = "list_codes",
    .sqlite = "SELECT code FROM place ORDER BY code",
    .postgres = "SELECT code FROM place ORDER BY code",
    .n_columns = 1,
    .columns = code_column,
};

static void two_statements_run_within_each_other_but_none_within_itself(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	struct db_cursor *outer, *again;
	int n = 0;
	assert_rc(add_code(conn, t->arena, "a"), RC_OK);
	assert_rc(add_code(conn, t->arena, "b"), RC_OK);
	assert_rc(db_start(conn, &list_codes, NULL, &outer), RC_OK);
	assert_rc(db_start(conn, &list_codes, NULL, &again), RC_BUG);
	for (bool row = true; row; n += row) {
		assert_rc(db_next(outer, &row), RC_OK);
		if (row)
			assert_rc(find(conn, t->arena, db_column_text(outer, t->arena, 0).ptr), RC_OK);
	}
	assert_int_equal(n, 2);
	/* It stays at its end, and is finished by the end of the transaction at the latest. */
	bool row = true;
	assert_rc(db_next(outer, &row), RC_OK);
	assert_false(row);
	testing_commit(conn);
	conn = testing_begin(t, DB_WRITE);
	assert_rc(db_start(conn, &list_codes, NULL, &outer), RC_OK);
	db_finish(outer);
	db_finish(outer);
	db_finish(NULL);
	db_rollback(conn);
}

static void null_in_a_column_declared_without_is_corrupt(void **state)
{
	static const struct db_field columns[] = {{"name", DB_TEXT, false}};
	static const struct db_statement statement = {.name = "names",
	                                              .sqlite = "SELECT name FROM place",
	                                              .postgres = "SELECT name FROM place",
	                                              .n_columns = 1,
	                                              .columns = columns};
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	struct db_cursor *cursor;
	bool row;
	assert_rc(add_code(conn, t->arena, "a"), RC_OK);
	assert_rc(db_test_sql_rename(conn, (struct str){0}, STR("a"), NULL), RC_OK);
	assert_rc(db_start(conn, &statement, NULL, &cursor), RC_OK);
	assert_rc(db_next(cursor, &row), RC_CORRUPT);
	db_rollback(conn);
}

static void a_connection_keeps_hundreds_of_statements(void **state)
{
	struct testing *t = with_places(state);
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	assert_rc(add_code(conn, t->arena, "a"), RC_OK);
	struct db_statement *many = ARENA_ARRAY(t->arena, struct db_statement, 300);
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < 300; i++) {
			struct db_cursor *cursor;
			bool row;
			many[i] = list_codes;
			assert_rc(db_start(conn, &many[i], NULL, &cursor), RC_OK);
			assert_rc(db_next(cursor, &row), RC_OK);
			assert_str(db_column_text(cursor, t->arena, 0), "a");
			db_finish(cursor);
		}
	}
	db_rollback(conn);
}

static void what_is_declared_wrongly_is_found(void **state)
{
	static const struct db_field ints[] = {{"a", DB_INT, false}, {"b", DB_INT, false}};
	static const struct db_field texts[] = {{"a", DB_TEXT, false}};
	static const struct {
		const char *what, *sql;
		int n_params, n_columns;
		const struct db_field *params, *columns;
		bool on_sqlite; /* which does not know a column's type */
	} cases[] = {
	    {"no such table", "SELECT a FROM nowhere", 0, 1, NULL, ints, true},
	    {"no such column", "SELECT nothing FROM place", 0, 1, NULL, ints, true},
	    {"no SQL", "SELEKT 1", 0, 1, NULL, ints, true},
	    {"too few columns declared", "SELECT id, id FROM place", 0, 1, NULL, ints, true},
	    {"too many columns declared", "SELECT id FROM place", 0, 2, NULL, ints, true},
	    {"too many parameters declared", "SELECT id FROM place WHERE id = $1", 2, 1, ints, ints, true},
	    {"a text declared as a number", "SELECT code FROM place", 0, 1, NULL, ints, false},
	    {"a number declared as a text", "SELECT id FROM place", 0, 1, NULL, texts, false},
	};
	struct testing *t = with_places(state);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct db_statement *statement = ARENA_NEW(t->arena, struct db_statement);
		*statement = (struct db_statement){.name = cases[i].what,
		                                   .sqlite = cases[i].sql,
		                                   .postgres = cases[i].sql,
		                                   .n_params = cases[i].n_params,
		                                   .n_columns = cases[i].n_columns,
		                                   .params = cases[i].params,
		                                   .columns = cases[i].columns};
		struct db_conn *conn = testing_begin(t, DB_READ);
		/* PostgreSQL takes a declared parameter that the text does not name. */
		bool found = t->engine == DB_SQLITE ? cases[i].on_sqlite : cases[i].n_params == 0;
		enum rc rc = db_check_statement(conn, statement);
		if ((rc == RC_DB) != found)
			fail_msg("%s: %s", cases[i].what, rc_name(rc));
		log_trail_clear();
		db_rollback(conn);
	}
}

static void the_statements_of_this_test_are_declared_rightly(void **state)
{
	const struct db_statement *const *const lists[] = {db_test_sql_statements, NULL};
	testing_check_statements(with_places(state), lists);
}

/* ---- Opening ---- */

static void what_is_no_database_is_not_opened(void **state)
{
	struct testing *t = testing_of(state);
	struct db *db;
	const char *path = str_cstr(t->arena, str_format(t->arena, "%s/text.txt", t->folder));
	assert_rc(
	    file_write_whole(
	        path, STR("This is a letter and no database, long enough to have a header that is read as one: it is not."), 0600),
	    RC_OK);
	assert_rc(db_open(path, 1, &db), RC_DB);
	assert_rc(db_open(t->folder, 1, &db), RC_DB);
	assert_rc(db_open("postgres://127.0.0.1:1/none", 1, &db), RC_DB);
	db_close(NULL);
}

static void a_file_is_set_up_for_safety(void **state)
{
	static const struct db_field columns[] = {{"log", DB_TEXT, false}, {"sync", DB_INT, false}, {"keys", DB_INT, false}};
	static const struct db_statement settings = {
	    .name = "settings",
	    .sqlite =
	        "SELECT journal_mode, synchronous, foreign_keys FROM pragma_journal_mode, pragma_synchronous, pragma_foreign_keys",
	    .n_columns = 3,
	    .columns = columns};
	struct testing *t = testing_of(state);
	for (enum db_access access = DB_READ; access <= DB_WRITE; access++) {
		struct db_conn *conn = testing_begin(t, access);
		struct db_cursor *cursor;
		bool row;
		assert_rc(db_start(conn, &settings, NULL, &cursor), RC_OK);
		assert_rc(db_next(cursor, &row), RC_OK);
		assert_str(db_column_text(cursor, t->arena, 0), "wal");
		assert_int_equal(db_column_int(cursor, 1).value, 2); /* FULL */
		assert_int_equal(db_column_int(cursor, 2).value, 1);
		db_rollback(conn);
	}
}

static void a_lost_connection_is_opened_again(void **state)
{
	static const struct db_field columns[] = {{"ended", DB_INT, false}};
	static const struct db_statement end_others = {.name = "end_others",
	                                               .postgres = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
	                                                           "WHERE datname = current_database() AND pid <> pg_backend_pid()",
	                                               .n_columns = 1,
	                                               .columns = columns};
	struct testing *t = with_places(state);
	struct db *other;
	struct db_cursor *cursor;
	bool row = true;
	/* A reader with a transaction under way, a writer at rest. */
	struct db_conn *reader = testing_begin(t, DB_READ), *conn;
	assert_rc(find(reader, t->arena, "a"), RC_NOT_FOUND);
	assert_rc(db_open(t->target, 1, &other), RC_OK);
	assert_rc(db_begin(other, DB_READ, &conn), RC_OK);
	assert_rc(db_start(conn, &end_others, NULL, &cursor), RC_OK);
	while (row)
		assert_rc(db_next(cursor, &row), RC_OK);
	db_rollback(conn);
	db_close(other);
	assert_rc(find(reader, t->arena, "a"), RC_DB);
	db_rollback(reader);
	conn = testing_begin(t, DB_WRITE);
	assert_rc(add_code(conn, t->arena, "a"), RC_OK);
	testing_commit(conn);
	reader = testing_begin(t, DB_READ);
	assert_rc(find(reader, t->arena, "a"), RC_OK);
	db_rollback(reader);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    TESTING_BOTH_EMPTY(a_row_comes_back_as_it_was_stored),
	    TESTING_BOTH_EMPTY(what_the_engines_type_differently_reads_the_same),
	    TESTING_BOTH_EMPTY(rows_come_all_and_in_order),
	    TESTING_BOTH_EMPTY(a_change_says_how_many_rows_it_changed),
	    TESTING_BOTH_EMPTY(a_refused_statement_is_a_condition_and_the_transaction_goes_on),
	    TESTING_BOTH_EMPTY(null_where_it_may_not_be_is_invalid),
	    TESTING_BOTH_EMPTY(text_that_is_no_text_is_invalid),
	    TESTING_BOTH_EMPTY(what_is_no_number_is_invalid),
	    TESTING_BOTH_EMPTY(a_search_finds_what_contains_the_key_sign_by_sign),
	    TESTING_BOTH_EMPTY(what_is_rolled_back_was_never_there),
	    TESTING_BOTH_EMPTY(a_reader_keeps_the_state_that_it_saw_first),
	    TESTING_BOTH_EMPTY(a_reader_cannot_write),
	    TESTING_BOTH_EMPTY(the_generation_grows_with_committed_changes_alone),
	    TESTING_BOTH_EMPTY(a_second_writer_is_busy_when_its_patience_ends),
	    TESTING_BOTH_EMPTY(threads_write_one_after_another),
	    TESTING_BOTH_EMPTY(two_statements_run_within_each_other_but_none_within_itself),
	    TESTING_BOTH_EMPTY(null_in_a_column_declared_without_is_corrupt),
	    TESTING_BOTH_EMPTY(a_connection_keeps_hundreds_of_statements),
	    TESTING_BOTH_EMPTY(what_is_declared_wrongly_is_found),
	    TESTING_BOTH_EMPTY(the_statements_of_this_test_are_declared_rightly),
	    TESTING_ENTRY("what_is_no_database_is_not_opened", what_is_no_database_is_not_opened, testing_set_up_empty_sqlite),
	    TESTING_ENTRY("a_file_is_set_up_for_safety", a_file_is_set_up_for_safety, testing_set_up_empty_sqlite),
	    TESTING_ENTRY("a_lost_connection_is_opened_again", a_lost_connection_is_opened_again, testing_set_up_empty_postgres),
	};
	return TEST_RUN(cases);
}
