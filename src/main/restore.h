/* `sauro repair` and `sauro accent`: text in, the same lines and tokens out, restored. */
#ifndef MAIN_RESTORE_H
#define MAIN_RESTORE_H

#include "app/cli.h"

enum cli_exit restore_run_repair(struct cli *cli);
enum cli_exit restore_run_accent(struct cli *cli);

#endif
