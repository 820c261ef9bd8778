#include "feature/person/person_cli.h"

#include <string.h>

#include "base/utf8.h"
#include "feature/person/person.h"
#include "feature/unit/unit.h"
#include "sys/secret.h"
#include "viet/nfc.h"

enum { LISTED_AT_MOST = 100 * 1000 };

static struct str argument(struct cli *cli, const char *value)
{
	struct str s = str_trim(str_of(value));
	return utf8_is_valid(s) ? viet_nfc(cli->arena, s) : STR("");
}

static void print_secret(struct cli *cli, struct str login, struct str password)
{
	if (password.len > 0)
		fprintf(cli->out, "%.*s\t%.*s\n", STR_ARG(login), STR_ARG(password));
}

/* The password is never given on the command line, where others could see it: with --stdin it is the first line of standard
 * input, else a one-time one is made and printed. */
static enum cli_exit take_password(struct cli *cli, struct str login, bool from_stdin, struct str *ret, struct str *ret_hash)
{
	char line[PERSON_PASSWORD_BYTES + 2];
	struct str password = person_one_time_password(cli->arena);
	if (from_stdin) {
		if (fgets(line, sizeof line, cli->in) == NULL)
			return cli_say(cli, CLI_CONDITION, (struct message){.id = MSG("Standard input holds no password")});
		password = argument(cli, line);
		struct message problem = person_password_problem(password, login);
		if (problem.id != NULL)
			return cli_say(cli, CLI_CONDITION, problem);
	}
	*ret = from_stdin ? STR("") : password;
	return cli_exit_of(cli, secret_hash_password(cli->arena, password, SECRET_COST_INTERACTIVE, ret_hash));
}

static enum cli_exit add(struct cli *cli, struct db_conn *db)
{
	struct person person = {.login = person_login_typed(cli->arena, argument(cli, cli_option(cli, "--login"))),
	                        .name = argument(cli, cli_option(cli, "--name")),
	                        .must_change = !cli_flag(cli, "--stdin")};
	struct str role = argument(cli, cli_option(cli, "--role")), code = argument(cli, cli_option(cli, "--unit"));
	struct message problem = person_login_problem(person.login);
	struct unit unit;
	int64_t id;
	if (!cli_is_done(cli) || person.name.len == 0)
		return CLI_USAGE;
	if (problem.id != NULL)
		return cli_say(cli, CLI_CONDITION, problem);
	if (!role_parse(role, &person.role))
		return cli_say(cli, CLI_CONDITION, (struct message){.id = MSG("“{1}” is no role"), .args = {role}});
	enum rc rc = unit_find_code(db, cli->arena, unit_code_typed(cli->arena, code), &unit);
	if (rc == RC_NOT_FOUND)
		return cli_say(cli, CLI_CONDITION, (struct message){.id = MSG("No unit has the code {1}"), .args = {code}});
	if (rc != RC_OK)
		return cli_exit_of(cli, rc);
	struct str hash, password;
	enum cli_exit exit = take_password(cli, person.login, !person.must_change, &password, &hash);
	if (exit != CLI_OK)
		return exit;
	person.unit_id = unit.id;
	rc = person_add(db, cli->arena, clock_now_ms(cli->app->clock), 0, &person, hash, &id);
	if (rc == RC_CONFLICT)
		return cli_say(cli, CLI_CONDITION, (struct message){.id = MSG("The login {1} is taken"), .args = {person.login}});
	if (rc == RC_OK)
		print_secret(cli, person.login, password);
	return cli_exit_of(cli, rc);
}

static enum cli_exit list(struct cli *cli, struct db_conn *db)
{
	struct person_vec people;
	if (!cli_is_done(cli))
		return CLI_USAGE;
	enum rc rc = person_list(db, cli->arena, STR("/"), STR(""), LISTED_AT_MOST, &people);
	for (size_t i = 0; rc == RC_OK && i < people.n; i++) {
		const struct person *person = &people.at[i];
		fprintf(cli->out, "%.*s\t%.*s\t%.*s\t%.*s\t%s\n", STR_ARG(person->login), STR_ARG(person->name),
		        STR_ARG(role_name(person->role)), STR_ARG(person->unit_name), person->disabled ? "disabled" : "active");
	}
	return cli_exit_of(cli, rc);
}

static enum cli_exit set_password(struct cli *cli, struct db_conn *db)
{
	struct person person;
	bool from_stdin = cli_flag(cli, "--stdin");
	struct str hash, password, login = person_login_typed(cli->arena, argument(cli, cli_next(cli)));
	if (login.len == 0 || !cli_is_done(cli))
		return CLI_USAGE;
	enum rc rc = person_find_login(db, cli->arena, login, &person);
	if (rc == RC_NOT_FOUND)
		return cli_say(cli, CLI_CONDITION, (struct message){.id = MSG("Nobody has the login {1}"), .args = {login}});
	if (rc != RC_OK)
		return cli_exit_of(cli, rc);
	enum cli_exit exit = take_password(cli, login, from_stdin, &password, &hash);
	if (exit != CLI_OK)
		return exit;
	rc = person_set_password(db, cli->arena, clock_now_ms(cli->app->clock), 0, person.id, hash, !from_stdin);
	if (rc == RC_OK)
		print_secret(cli, login, password);
	return cli_exit_of(cli, rc);
}

enum cli_exit person_cli_run(struct cli *cli)
{
	const char *verb = cli_next(cli);
	if (verb != NULL && strcmp(verb, "add") == 0)
		return cli_write(cli, add);
	if (verb != NULL && strcmp(verb, "list") == 0)
		return cli_read(cli, list);
	if (verb != NULL && strcmp(verb, "password") == 0)
		return cli_write(cli, set_password);
	return CLI_USAGE;
}
