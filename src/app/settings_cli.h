/* sauro setting list|set NAME VALUE */
#ifndef APP_SETTINGS_CLI_H
#define APP_SETTINGS_CLI_H

#include "app/cli.h"

enum cli_exit settings_cli_run(struct cli *cli);

#endif
