/* `sauro help`: the commands, in both languages. */
#ifndef MAIN_HELP_H
#define MAIN_HELP_H

#include "app/cli.h"
#include "main/commands.h"

enum cli_exit help_run(struct cli *cli);

/* How one command is used, on standard error. */
void help_usage(struct cli *cli, const struct command *command);

#endif
