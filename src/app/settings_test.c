#include "app/settings.h"
#include "db/testing.h"

static void a_setting_has_its_fallback_until_it_is_set(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = testing_begin(t, DB_WRITE);
	int64_t value;
	assert_rc(settings_get(db, "session.idle_minutes", &value), RC_OK);
	assert_int_equal(value, 480);
	assert_rc(settings_set(db, STR("session.idle_minutes"), 30), RC_OK);
	assert_rc(settings_set(db, STR("session.idle_minutes"), 45), RC_OK);
	assert_rc(settings_get(db, "session.idle_minutes", &value), RC_OK);
	assert_int_equal(value, 45);
	db_rollback(db);
}

static void a_setting_stays_within_its_bounds(void **state)
{
	struct testing *t = testing_of(state);
	struct db_conn *db = testing_begin(t, DB_WRITE);
	assert_rc(settings_set(db, STR("session.idle_minutes"), 4), RC_INVALID);
	assert_rc(settings_set(db, STR("session.idle_minutes"), 1000000), RC_INVALID);
	assert_rc(settings_set(db, STR("no.such_thing"), 1), RC_NOT_FOUND);
	db_rollback(db);
}

static void every_fallback_lies_within_its_bounds(void **state)
{
	(void)state;
	for (const struct settings_row *row = settings_all(); row->name != NULL; row++) {
		assert_true(row->least <= row->fallback && row->fallback <= row->most);
		assert_true(row->help[0] != '\0');
	}
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    TESTING_BOTH(a_setting_has_its_fallback_until_it_is_set),
	    TESTING_BOTH(a_setting_stays_within_its_bounds),
	    cmocka_unit_test(every_fallback_lies_within_its_bounds),
	};
	return TEST_RUN(cases);
}
