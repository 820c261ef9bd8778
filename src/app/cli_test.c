#include "base/test.h"

#include <stdlib.h>

#include "app/cli.h"

struct fixture {
	struct cli cli;
	const char *args[8];
	char *said;
	size_t said_len;
};

static const struct message_entry entries[] = {{"“{1}” is not understood here", "Không hiểu “{1}” ở đây"}};
static const struct message_catalogue vietnamese = {.language = "vi", .entries = entries, .n = 1};

static void set_up(struct fixture *f, const char *const *args)
{
	*f = (struct fixture){.cli = {.arena = arena_new(), .vietnamese = &vietnamese}};
	while (args[f->cli.argc] != NULL) {
		f->args[f->cli.argc] = args[f->cli.argc];
		f->cli.argc++;
	}
	f->cli.argv = f->args;
	f->cli.err = open_memstream(&f->said, &f->said_len);
}

static void tear_down(struct fixture *f)
{
	fclose(f->cli.err);
	free(f->said);
	arena_free(f->cli.arena);
}

static void options_are_taken_in_both_forms(void **state)
{
	struct fixture f;
	(void)state;
	set_up(&f, (const char *const[]){"add", "--code", "H56", "--name=Sở Nội vụ", "--stdin", NULL});
	assert_string_equal(cli_option(&f.cli, "--code"), "H56");
	assert_string_equal(cli_option(&f.cli, "--name"), "Sở Nội vụ");
	assert_null(cli_option(&f.cli, "--parent"));
	assert_true(cli_flag(&f.cli, "--stdin"));
	assert_false(cli_flag(&f.cli, "--stdin"));
	assert_string_equal(cli_next(&f.cli), "add");
	assert_null(cli_next(&f.cli));
	assert_true(cli_is_done(&f.cli));
	tear_down(&f);
}

static void an_option_without_its_value_is_left_over(void **state)
{
	struct fixture f;
	(void)state;
	set_up(&f, (const char *const[]){"--code", NULL});
	assert_null(cli_option(&f.cli, "--code"));
	assert_false(cli_is_done(&f.cli));
	tear_down(&f);
}

static void what_is_not_understood_is_named_in_both_languages(void **state)
{
	struct fixture f;
	(void)state;
	set_up(&f, (const char *const[]){"list", "--colour", NULL});
	assert_string_equal(cli_next(&f.cli), "list");
	assert_false(cli_is_done(&f.cli));
	fflush(f.cli.err);
	assert_string_equal(f.said, "Không hiểu “--colour” ở đây\n“--colour” is not understood here\n");
	tear_down(&f);
}

static void an_option_is_not_taken_for_a_longer_one(void **state)
{
	struct fixture f;
	(void)state;
	set_up(&f, (const char *const[]){"--database", "postgres://", NULL});
	assert_null(cli_option(&f.cli, "--data"));
	assert_string_equal(cli_option(&f.cli, "--database"), "postgres://");
	tear_down(&f);
}

static void conditions_and_failures_end_with_their_codes(void **state)
{
	struct fixture f;
	(void)state;
	set_up(&f, (const char *const[]){NULL});
	assert_int_equal(cli_exit_of(&f.cli, RC_OK), CLI_OK);
	assert_int_equal(cli_exit_of(&f.cli, RC_NOT_FOUND), CLI_CONDITION);
	assert_int_equal(cli_exit_of(&f.cli, RC_CANCELLED), CLI_CONDITION);
	assert_int_equal(cli_exit_of(&f.cli, RC_DB), CLI_FAILURE);
	tear_down(&f);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(options_are_taken_in_both_forms),
	    cmocka_unit_test(an_option_without_its_value_is_left_over),
	    cmocka_unit_test(what_is_not_understood_is_named_in_both_languages),
	    cmocka_unit_test(an_option_is_not_taken_for_a_longer_one),
	    cmocka_unit_test(conditions_and_failures_end_with_their_codes),
	};
	return TEST_RUN(cases);
}
