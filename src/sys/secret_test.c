#include "sys/secret.h"

#include <string.h>

#include "base/test.h"

static int set_up(void **state)
{
	*state = arena_new();
	return secret_init() == RC_OK ? 0 : -1;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static void a_token_has_43_url_safe_characters_and_comes_once(void **state)
{
	struct str a = secret_token(*state), b = secret_token(*state);
	assert_int_equal(a.len, 43);
	assert_int_equal(strspn(a.ptr, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), 43);
	assert_false(str_eq(a, b));
}

static void sha256_gives_the_digests_of_the_standard(void **state)
{
	assert_str(secret_sha256(*state, STR("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_str(secret_sha256(*state, STR("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_str(secret_sha256(*state, (struct str){0}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void texts_are_equal_only_byte_for_byte(void **state)
{
	(void)state;
	assert_true(secret_equal(STR("token"), STR("token")));
	assert_true(secret_equal((struct str){0}, STR("")));
	assert_false(secret_equal(STR("token"), STR("tokem")));
	assert_false(secret_equal(STR("token"), STR("tokens")));
	assert_false(secret_equal(STR(""), STR("t")));
}

static void a_password_matches_its_own_hash_only(void **state)
{
	struct str hash, again;
	assert_rc(secret_hash_password(*state, STR("mật khẩu dài"), SECRET_COST_LEAST, &hash), RC_OK);
	assert_rc(secret_hash_password(*state, STR("mật khẩu dài"), SECRET_COST_LEAST, &again), RC_OK);
	assert_true(str_has_prefix(hash, STR("$argon2id$")));
	assert_false(str_eq(hash, again));
	assert_true(secret_password_matches(hash, STR("mật khẩu dài")));
	assert_true(secret_password_matches(again, STR("mật khẩu dài")));
	assert_false(secret_password_matches(hash, STR("mật khẩu")));
	assert_false(secret_password_matches(hash, STR("")));
}

static void what_is_no_hash_matches_nothing(void **state)
{
	(void)state;
	char longer[500];
	memset(longer, 'x', sizeof longer);
	assert_false(secret_password_matches((struct str){0}, STR("")));
	assert_false(secret_password_matches(STR("plain"), STR("plain")));
	assert_false(secret_password_matches((struct str){longer, sizeof longer}, STR("plain")));
}

static void the_interactive_cost_is_written_into_the_hash(void **state)
{
	struct str hash;
	assert_rc(secret_hash_password(*state, STR("x"), SECRET_COST_INTERACTIVE, &hash), RC_OK);
	assert_true(str_contains(hash, STR("$m=65536,t=2,p=1$")));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test_setup_teardown(a_token_has_43_url_safe_characters_and_comes_once, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(sha256_gives_the_digests_of_the_standard, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(texts_are_equal_only_byte_for_byte, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(a_password_matches_its_own_hash_only, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(what_is_no_hash_matches_nothing, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(the_interactive_cost_is_written_into_the_hash, set_up, tear_down),
	};
	return TEST_RUN(cases);
}
