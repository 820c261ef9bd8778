/* The commands of the program: one table, which `sauro help` prints. */
#ifndef MAIN_COMMANDS_H
#define MAIN_COMMANDS_H

#include "app/cli.h"

struct command {
	const char *name;
	const char *usage; /* what follows the name */
	const char *help;  /* message id */
	/* One of three. */
	enum cli_exit (*run)(struct cli *cli);       /* works on the database, which is open and migrated */
	enum cli_exit (*run_alone)(struct cli *cli); /* needs none */
	int (*run_plain)(int argc, char **argv);     /* the same, with arguments as main() has them; argv[0] is the name */
};

/* Ends with a NULL name. */
extern const struct command commands[];

#endif
