/* `sauro read FILE [--json | --ics]`: reads a plan and prints what it says. `sauro check FILE`: prints what may be wrong with it.
 */
#ifndef MAIN_READ_H
#define MAIN_READ_H

#include "app/cli.h"

/* FILE "-" is standard input. Without an option a table in Vietnamese. CLI_CONDITION where the file is refused, with the reason.
 */
enum cli_exit read_run(struct cli *cli);

/* CLI_OK where nothing is wrong, CLI_CONDITION where something is, CLI_UNREADABLE where the file is refused, with the reason. */
enum cli_exit read_check_run(struct cli *cli);

#endif
