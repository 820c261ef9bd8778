/* Writes through db/ until it is killed: the victim of crash_test.py and of tests/fault/store_test.py.
 *
 * usage: crash_writer DATABASE [HOW_MANY]     HOW_MANY entries, then it ends with status 0; without it, no end
 *
 * Prints `has N` once the database is open and whole, then `did N` after each commit that has returned. Ends with status 1
 * where what an earlier run left is torn: a number missing, an entry without all of its lines. */
#include <inttypes.h>
#include <stdio.h>

#include "base/log.h"
#include "crash_writer_sql.h"
#include "db/migrate.h"

enum { LONGEST_LINE = 3000, MOST_LINES = 5 };

static const struct migrate_step steps[] = {
    {1, "entry", "CREATE TABLE entry (number @int PRIMARY KEY, n_lines @int NOT NULL) @strict;", "1"},
    {2, "entry_line",
     "CREATE TABLE entry_line (entry_number @int NOT NULL REFERENCES entry (number), seq @int NOT NULL, text @text NOT NULL,\n"
     "	PRIMARY KEY (entry_number, seq)) @strict;",
     "2"},
};

/* An entry's lines differ in number and length, so that pages split and the log grows in all ways. */
static enum rc write_entry(struct db_conn *conn, struct arena *arena, int64_t number)
{
	int64_t n_lines = number * 7 % MOST_LINES;
	TRY(crash_writer_sql_add_entry(conn, number, n_lines, NULL));
	for (int64_t seq = 0; seq < n_lines; seq++) {
		size_t len = (size_t)(number * 1009 + seq * 211) % LONGEST_LINE;
		char *text = arena_alloc(arena, len + 1);
		for (size_t i = 0; i < len; i++)
			text[i] = (char)('a' + i % 26);
		TRY(crash_writer_sql_add_line(conn, number, seq, (struct str){text, len}, NULL));
	}
	return RC_OK;
}

static enum rc do_entry(struct db *db, struct arena *arena, int64_t number)
{
	struct db_conn *conn;
	TRY(db_begin(db, DB_WRITE, &conn));
	enum rc rc = write_entry(conn, arena, number);
	if (rc != RC_OK) {
		db_rollback(conn);
		return rc;
	}
	return db_commit(conn);
}

static enum rc check(struct db_conn *conn, struct arena *arena, int64_t *ret_last)
{
	struct crash_writer_sql_last_row last;
	struct crash_writer_sql_torn_row torn;
	TRY(crash_writer_sql_last(conn, arena, &last));
	TRY(crash_writer_sql_torn(conn, arena, &torn));
	if (last.number != last.n || torn.n != 0)
		return log_fail(RC_CORRUPT, "%" PRId64 " entries up to number %" PRId64 ", %" PRId64 " torn", last.n, last.number,
		                torn.n);
	*ret_last = last.number;
	return RC_OK;
}

static enum rc run(struct db *db, struct arena *arena, int64_t how_many)
{
	struct db_conn *conn;
	struct message problem;
	int64_t last = 0;
	TRY(migrate_run(db, arena, steps, sizeof steps / sizeof *steps, &problem));
	TRY(db_begin(db, DB_READ, &conn));
	TRY(check(conn, arena, &last));
	TRY(db_commit(conn));
	printf("has %" PRId64 "\n", last);
	for (int64_t end = last + how_many; last < end; printf("did %" PRId64 "\n", last)) {
		arena_reset(arena);
		TRY(do_entry(db, arena, ++last));
	}
	return RC_OK;
}

int main(int argc, char **argv)
{
	int64_t how_many = INT32_MAX;
	if (argc < 2 || (argc > 2 && !str_parse_int(str_of(argv[2]), &how_many))) {
		fputs("usage: crash_writer DATABASE [HOW_MANY]\n", stderr);
		return 2;
	}
	/* A line that was printed was written, whatever happens next. */
	setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
	struct arena *arena = arena_new();
	struct db *db = NULL;
	enum rc rc = db_open(argv[1], 1, &db);
	if (rc == RC_OK)
		rc = run(db, arena, how_many);
	if (rc != RC_OK)
		log_failure(rc, "crash_writer");
	db_close(db);
	arena_free(arena);
	return rc == RC_OK ? 0 : 1;
}
