#include "main/help.h"

#include "main/serve.h"

static bool works_on_data(const struct command *command)
{
	return command->run != NULL || command->run_alone == serve_run;
}

static void print_command(struct cli *cli, FILE *out, const struct command *command)
{
	struct str vietnamese = message_text(cli->vietnamese, command->help);
	bool data = works_on_data(command) && command->run_plain == NULL;
	fprintf(out, "  sauro %s%s%s%s\n", command->name, command->usage[0] != '\0' ? " " : "", command->usage,
	        data ? " [--data DIR] [--database postgres://…]" : "");
	fprintf(out, "      %.*s.\n      %s.\n", STR_ARG(vietnamese), command->help);
}

enum cli_exit help_run(struct cli *cli)
{
	if (!cli_is_done(cli))
		return CLI_USAGE;
	fprintf(cli->out, "Sáu Rõ\n\n");
	for (const struct command *command = commands; command->name != NULL; command++)
		print_command(cli, cli->out, command);
	return CLI_OK;
}

void help_usage(struct cli *cli, const struct command *command)
{
	fprintf(cli->err, "Cách dùng / usage:\n");
	print_command(cli, cli->err, command);
}
