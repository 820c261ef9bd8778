/* The program: finds the command and runs it. Exit codes: 0 done; 1 it could not be done, and why was said; 2 wrong usage; 3 a
 * failure that the log tells. */
#include <string.h>

#include "main/commands.h"
#include "main/help.h"
#include "main/program.h"

enum { READERS = 2 };

static const struct command *lookup_command(const char *name)
{
	const struct command *command = commands;
	while (command->name != NULL && strcmp(command->name, name) != 0)
		command++;
	return command->name != NULL ? command : NULL;
}

static enum cli_exit run_on_data(struct cli *cli, const struct command *command)
{
	struct program program;
	enum cli_exit exit = program_open(&program, cli, READERS);
	if (exit != CLI_OK)
		return exit;
	cli->app = &program.app;
	exit = command->run(cli);
	program_close(&program);
	return exit;
}

static int run(struct cli *cli, int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : "help";
	if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
		name = "help";
	const struct command *command = lookup_command(name);
	if (command == NULL) {
		(void)cli_say(cli, CLI_USAGE,
		              (struct message){.id = MSG("There is no command “{1}”; “sauro help” lists them"), .args = {str_of(name)}});
		return CLI_USAGE;
	}
	if (command->run_plain != NULL)
		return command->run_plain(argc - 1, argv + 1);
	cli->argc = argc > 2 ? argc - 2 : 0;
	cli->argv = ARENA_ARRAY(cli->arena, const char *, (size_t)cli->argc + 1);
	for (int i = 0; i < cli->argc; i++)
		cli->argv[i] = argv[i + 2];
	enum cli_exit exit = command->run != NULL ? run_on_data(cli, command) : command->run_alone(cli);
	if (exit == CLI_USAGE)
		help_usage(cli, command);
	return (int)exit;
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct cli cli = {.arena = arena, .vietnamese = program_vietnamese(), .in = stdin, .out = stdout, .err = stderr};
	int exit = run(&cli, argc, argv);
	arena_free(arena);
	return exit;
}
