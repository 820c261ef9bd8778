#include "db/migrate.h"

#include "base/log.h"
#include "db/testing.h"

/* Steps of this test's own. */
static const struct migrate_step first = {
    1,
    "first",
    "CREATE TABLE fruit (id @id, name @text NOT NULL UNIQUE, weight @real, picture @blob, pieces @int) @strict;\n"
    "CREATE INDEX fruit_by_weight ON fruit (weight);\n"
    "INSERT INTO fruit (name, pieces) VALUES ('cam', 1), ('ổi', 2), ('Xoài', 3);\n",
    "aa",
};
static const struct migrate_step second = {2, "second",
                                           "CREATE TABLE basket (id @id, fruit_id @int REFERENCES fruit (id)) @strict;", "bb"};
static const struct migrate_step broken = {3, "broken", "CREATE TABLE bag (id @id) @strict; INSERT INTO nowhere VALUES (1);",
                                           "cc"};

static const struct db_field name_column[] = {{"name", DB_TEXT, false}};
static const struct db_statement list_fruit = {
    .name = "list_fruit",
    .sqlite = "SELECT name FROM fruit ORDER BY name",
    .postgres = "SELECT name FROM fruit ORDER BY name",
    .n_columns = 1,
    .columns = name_column,
};
static const struct db_statement add_basket = {
    .name = "add_basket",
    .sqlite = "INSERT INTO basket (fruit_id) VALUES (2)",
    .postgres = "INSERT INTO basket (fruit_id) VALUES (2)",
    .writes = true,
};
static const struct db_statement add_bag = {
    .name = "add_bag",
    .sqlite = "INSERT INTO bag (id) VALUES (1)",
    .postgres = "INSERT INTO bag (id) VALUES (1)",
    .writes = true,
};

static const struct message_catalogue english = {.language = "en"};

static enum rc run(struct testing *t, const struct migrate_step *steps, int n, struct message *ret_problem)
{
	*ret_problem = (struct message){0};
	return migrate_run(t->db, t->arena, steps, n, ret_problem);
}

static enum rc run_one(struct testing *t, const struct db_statement *statement)
{
	struct db_conn *conn = testing_begin(t, DB_WRITE);
	enum rc rc = db_run(conn, statement, NULL, NULL);
	if (rc != RC_OK)
		db_rollback(conn);
	else
		testing_commit(conn);
	return rc;
}

static void read_name(struct db_cursor *cursor, struct arena *arena, void *ret_row)
{
	*(struct str *)ret_row = db_column_text(cursor, arena, 0);
}

static void steps_run_once_and_in_order(void **state)
{
	struct testing *t = testing_of(state);
	const struct migrate_step steps[] = {first, second};
	struct message problem;
	assert_rc(run(t, steps, 1, &problem), RC_OK);
	assert_rc(run(t, steps, 2, &problem), RC_OK);
	assert_rc(run(t, steps, 2, &problem), RC_OK);
	assert_null(problem.id);
	assert_rc(run_one(t, &add_basket), RC_OK);
}

static void text_sorts_byte_by_byte_on_both_engines(void **state)
{
	struct testing *t = testing_of(state);
	struct message problem;
	struct db_rows rows = {.row_size = sizeof(struct str), .read = read_name};
	assert_rc(run(t, &first, 1, &problem), RC_OK);
	struct db_conn *conn = testing_begin(t, DB_READ);
	assert_rc(db_load_rows(conn, t->arena, &list_fruit, NULL, &rows), RC_OK);
	db_rollback(conn);
	const struct str *names = rows.at;
	assert_int_equal(rows.n, 3);
	assert_str(names[0], "Xoài");
	assert_str(names[1], "cam");
	assert_str(names[2], "ổi");
}

static void a_step_that_was_changed_is_refused_and_named(void **state)
{
	struct testing *t = testing_of(state);
	struct migrate_step steps[] = {first, second};
	struct message problem;
	assert_rc(run(t, steps, 1, &problem), RC_OK);
	steps[0].sha256 = "ab";
	assert_rc(run(t, steps, 2, &problem), RC_CONFLICT);
	assert_true(
	    str_contains(message_format(t->arena, &english, &problem), STR("Step 0001 (first) was run on this data with another")));
	assert_rc(run_one(t, &add_basket), RC_DB);
}

static void data_of_a_newer_program_is_refused(void **state)
{
	struct testing *t = testing_of(state);
	const struct migrate_step steps[] = {first, second};
	struct message problem;
	assert_rc(run(t, steps, 2, &problem), RC_OK);
	assert_rc(run(t, steps, 1, &problem), RC_CONFLICT);
	assert_true(
	    str_contains(message_format(t->arena, &english, &problem), STR("newer version of this program (step 0002, second)")));
}

static void a_step_that_fails_leaves_nothing_of_itself(void **state)
{
	struct testing *t = testing_of(state);
	const struct migrate_step steps[] = {first, second, broken},
	                          mended[] = {first, second, {3, "broken", "CREATE TABLE bag (id @id) @strict;", "dd"}};
	struct message problem;
	assert_rc(run(t, steps, 3, &problem), RC_DB);
	log_trail_clear();
	assert_rc(run_one(t, &add_basket), RC_OK);
	assert_rc(run_one(t, &add_bag), RC_DB);
	log_trail_clear();
	assert_rc(run(t, mended, 3, &problem), RC_OK);
	assert_rc(run_one(t, &add_bag), RC_OK);
}

static void an_unknown_word_is_a_bug(void **state)
{
	struct testing *t = testing_of(state);
	const struct migrate_step step = {1, "odd", "CREATE TABLE odd (id @identity)", "aa"};
	struct message problem;
	assert_rc(run(t, &step, 1, &problem), RC_BUG);
}

static void the_programs_own_steps_run_and_are_complete(void **state)
{
	struct testing *t = testing_of(state);
	struct message problem;
	for (int i = 0; i < migrate_steps_n; i++)
		assert_int_equal(migrate_steps[i].number, i + 1);
	assert_rc(run(t, migrate_steps, migrate_steps_n, &problem), RC_OK);
	assert_rc(run(t, migrate_steps, migrate_steps_n, &problem), RC_OK);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    TESTING_BOTH_EMPTY(steps_run_once_and_in_order),
	    TESTING_BOTH_EMPTY(text_sorts_byte_by_byte_on_both_engines),
	    TESTING_BOTH_EMPTY(a_step_that_was_changed_is_refused_and_named),
	    TESTING_BOTH_EMPTY(data_of_a_newer_program_is_refused),
	    TESTING_BOTH_EMPTY(a_step_that_fails_leaves_nothing_of_itself),
	    TESTING_BOTH_EMPTY(an_unknown_word_is_a_bug),
	    TESTING_BOTH_EMPTY(the_programs_own_steps_run_and_are_complete),
	};
	return TEST_RUN(cases);
}
