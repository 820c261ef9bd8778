/* sauro plan import --unit CODE [--confirm [--past-done]] FILE... */
#ifndef FEATURE_PLAN_PLAN_CLI_H
#define FEATURE_PLAN_PLAN_CLI_H

#include "app/cli.h"
#include "app/jobs.h"

/* `kinds`: all that the program knows, since what else is queued is run too. Prints a line for each file: its path, the plan's id
 * (0: none), its state, how many tasks it has and of how many places in it one is warned, with tabs between. */
enum cli_exit plan_cli_run(struct cli *cli, const struct jobs_kind *kinds);

#endif
