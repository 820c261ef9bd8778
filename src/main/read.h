/* `sauro read FILE [--json | --ics]`: reads a plan and prints what it says. */
#ifndef MAIN_READ_H
#define MAIN_READ_H

#include "app/cli.h"

/* FILE "-" is standard input. Without an option a table in Vietnamese. CLI_CONDITION where the file is refused, with the reason.
 */
enum cli_exit read_run(struct cli *cli);

#endif
