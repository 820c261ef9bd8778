/* Commands on the terminal: their options, what they say, how they end. Problems are told in Vietnamese and in English, since
 * nobody knows the language of a terminal. */
#ifndef APP_CLI_H
#define APP_CLI_H

#include <stdio.h>

#include "app/app.h"

/* Exit codes. */
enum cli_exit {
	CLI_OK = 0,
	CLI_CONDITION = 1, /* it could not be done, and the message says why */
	CLI_USAGE = 2,
	CLI_UNREADABLE = 2, /* of a command that gives 1 as its answer: the file could not be read, and the message says why */
	CLI_FAILURE = 3,    /* the log says what failed */
};

struct cli {
	struct arena *arena;
	const struct message_catalogue *vietnamese;
	struct app *app; /* with its database open and migrated; NULL for commands that need none */
	FILE *in, *out, *err;
	int argc;          /* what follows the command's name */
	const char **argv; /* an argument that was taken is NULL */
};

/* The value after --name, or of --name=value; NULL where it is not given. */
const char *cli_option(struct cli *cli, const char *name);
bool cli_flag(struct cli *cli, const char *name);
/* The next argument that is no option; NULL where there is none. Options must have been taken before. */
const char *cli_next(struct cli *cli);
/* Whether everything was taken; else names what was not and gives false. */
bool cli_is_done(struct cli *cli);

/* Writes a sentence to standard error, in both languages, and gives `exit` back. */
enum cli_exit cli_say(struct cli *cli, enum cli_exit exit, struct message message);

/* The exit code of what a function returned; says what went wrong where that is not said yet. */
enum cli_exit cli_exit_of(struct cli *cli, enum rc rc);

/* A command that works on the database in one writing transaction, committed where it ends with CLI_OK. */
typedef enum cli_exit (*cli_work)(struct cli *cli, struct db_conn *db);
enum cli_exit cli_write(struct cli *cli, cli_work work);
enum cli_exit cli_read(struct cli *cli, cli_work work);

#endif
