#include "app/app_fixture_sql.h"
#include "app/audit.h"
#include "db/testing.h"
#include "sys/secret.h"

/* Adds `n` entries: more than one page of the check where n is large. */
static struct db_conn *with_entries(struct testing *t, int n)
{
	assert_rc(secret_init(), RC_OK);
	struct db_conn *db = testing_begin(t, DB_WRITE);
	for (int i = 0; i < n; i++)
		assert_rc(audit_add(db, t->arena, 1000 + i, i % 2, "task.status", str_format(t->arena, "task/%d", i), STR("xong")),
		          RC_OK);
	return db;
}

static void an_untouched_record_holds(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = with_entries(t, 520);
	int64_t id = -1;
	assert_rc(audit_check(db, t->arena, &id), RC_OK);
	assert_int_equal(id, -1);
	db_rollback(db);
}

static void an_empty_record_holds(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = with_entries(t, 0);
	int64_t id;
	assert_rc(audit_check(db, t->arena, &id), RC_OK);
	db_rollback(db);
}

static void a_changed_entry_is_seen_and_named(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = with_entries(t, 510);
	struct app_fixture_sql_list_audit_rows rows = {0};
	int64_t id = 0;
	assert_rc(app_fixture_sql_list_audit(db, t->arena, &rows), RC_OK);
	assert_rc(app_fixture_sql_spoil_audit(db, rows.at[505].id, STR("chưa xong"), NULL), RC_OK);
	assert_rc(audit_check(db, t->arena, &id), RC_CORRUPT);
	assert_int_equal(id, rows.at[505].id);
	db_rollback(db);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    TESTING_BOTH(an_untouched_record_holds),
	    TESTING_BOTH(an_empty_record_holds),
	    TESTING_BOTH(a_changed_entry_is_seen_and_named),
	};
	return TEST_RUN(cases);
}
