/* sauro unit add|list|import */
#ifndef FEATURE_UNIT_UNIT_CLI_H
#define FEATURE_UNIT_UNIT_CLI_H

#include "app/cli.h"

enum cli_exit unit_cli_run(struct cli *cli);

#endif
