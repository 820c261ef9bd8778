#include "base/test.h"

#include "app/role.h"

static void a_role_reads_back_from_its_name(void **state)
{
	(void)state;
	for (int i = APP_VIEWER; i <= APP_ADMINISTRATOR; i++) {
		enum app_role role;
		assert_true(role_parse(role_name((enum app_role)i), &role));
		assert_int_equal(role, i);
		assert_true(role_label(role)[0] != '\0');
	}
}

static void an_unknown_role_is_refused(void **state)
{
	enum app_role role;
	(void)state;
	assert_false(role_parse(STR("Administrator"), &role));
	assert_false(role_parse(STR(""), &role));
}

static void each_permission_begins_at_its_role(void **state)
{
	static const struct {
		enum app_permission permission;
		enum app_role last_without, first_with;
	} cases[] = {
	    {APP_WRITE_PLANS, APP_VIEWER, APP_OFFICER},
	    {APP_CONFIRM_PLANS, APP_VIEWER, APP_OFFICER},
	    {APP_MANAGE_UNITS, APP_HEAD, APP_ADMINISTRATOR},
	    {APP_MANAGE_PEOPLE, APP_HEAD, APP_ADMINISTRATOR},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_false(role_may(cases[i].last_without, cases[i].permission));
		assert_true(role_may(cases[i].first_with, cases[i].permission));
	}
	assert_true(role_may(APP_VIEWER, APP_READ_PLANS));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_role_reads_back_from_its_name),
	    cmocka_unit_test(an_unknown_role_is_refused),
	    cmocka_unit_test(each_permission_begins_at_its_role),
	};
	return TEST_RUN(cases);
}
