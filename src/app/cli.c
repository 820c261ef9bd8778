#include "app/cli.h"

#include <string.h>

#include "base/log.h"

const char *cli_option(struct cli *cli, const char *name)
{
	size_t len = strlen(name);
	for (int i = 0; i < cli->argc; i++) {
		const char *arg = cli->argv[i];
		if (arg == NULL || strncmp(arg, name, len) != 0)
			continue;
		if (arg[len] == '=') {
			cli->argv[i] = NULL;
			return arg + len + 1;
		}
		if (arg[len] == '\0' && i + 1 < cli->argc && cli->argv[i + 1] != NULL) {
			const char *value = cli->argv[i + 1];
			cli->argv[i] = cli->argv[i + 1] = NULL;
			return value;
		}
	}
	return NULL;
}

bool cli_flag(struct cli *cli, const char *name)
{
	for (int i = 0; i < cli->argc; i++) {
		if (cli->argv[i] != NULL && strcmp(cli->argv[i], name) == 0) {
			cli->argv[i] = NULL;
			return true;
		}
	}
	return false;
}

const char *cli_next(struct cli *cli)
{
	for (int i = 0; i < cli->argc; i++) {
		const char *arg = cli->argv[i];
		if (arg != NULL && strncmp(arg, "--", 2) != 0) {
			cli->argv[i] = NULL;
			return arg;
		}
	}
	return NULL;
}

bool cli_is_done(struct cli *cli)
{
	for (int i = 0; i < cli->argc; i++) {
		if (cli->argv[i] != NULL) {
			(void)cli_say(cli, CLI_USAGE,
			              (struct message){.id = MSG("“{1}” is not understood here"), .args = {str_of(cli->argv[i])}});
			return false;
		}
	}
	return true;
}

static void write_sentence(struct cli *cli, const struct message_catalogue *words, const struct message *message)
{
	struct str sentence = message_format(cli->arena, words, message);
	fprintf(cli->err, "%.*s\n", STR_ARG(sentence));
}

enum cli_exit cli_say(struct cli *cli, enum cli_exit exit, struct message message)
{
	if (cli->vietnamese != NULL)
		write_sentence(cli, cli->vietnamese, &message);
	write_sentence(cli, &(struct message_catalogue){.language = "en"}, &message);
	return exit;
}

enum cli_exit cli_exit_of(struct cli *cli, enum rc rc)
{
	static const struct {
		enum rc rc;
		const char *sentence;
	} sentences[] = {
	    {RC_NOT_FOUND, MSG("There is no such thing")},
	    {RC_CONFLICT, MSG("It is there already, or someone else changed it just now")},
	    {RC_INVALID, MSG("What was given cannot be used")},
	    {RC_LIMIT, MSG("It is larger than it may be")},
	    {RC_BUSY, MSG("The database is busy: try again")},
	};
	if (rc == RC_OK)
		return CLI_OK;
	if (rc_is_failure(rc)) {
		log_failure(rc, "command");
		return CLI_FAILURE;
	}
	for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
		if (sentences[i].rc == rc)
			return cli_say(cli, CLI_CONDITION, (struct message){.id = sentences[i].sentence});
	}
	return cli_say(cli, CLI_CONDITION, (struct message){.id = MSG("It could not be done")});
}

static enum cli_exit run(struct cli *cli, cli_work work, enum db_access access)
{
	struct db_conn *db;
	enum rc rc = db_begin(cli->app->db, access, &db);
	if (rc != RC_OK)
		return cli_exit_of(cli, rc);
	enum cli_exit exit = work(cli, db);
	if (exit == CLI_OK && access == DB_WRITE)
		return cli_exit_of(cli, db_commit(db));
	db_rollback(db);
	return exit;
}

enum cli_exit cli_write(struct cli *cli, cli_work work)
{
	return run(cli, work, DB_WRITE);
}

enum cli_exit cli_read(struct cli *cli, cli_work work)
{
	return run(cli, work, DB_READ);
}
