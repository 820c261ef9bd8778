/* What every command that works on the data shares: the data folder, the database opened and migrated, the languages. */
#ifndef MAIN_PROGRAM_H
#define MAIN_PROGRAM_H

#include "app/cli.h"

struct program {
	struct app app;
	struct clock clock;
};

/* Takes --data DIR (./data unless given) and --database ADDRESS from the command's options and opens what they name. On anything
 * but CLI_OK the reason has been said. */
enum cli_exit program_open(struct program *program, struct cli *cli, int readers) MUST_USE;
void program_close(struct program *program);

/* The translations that are built in. */
const struct message_catalogue *program_vietnamese(void);

#endif
