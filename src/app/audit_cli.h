/* sauro audit list|check */
#ifndef APP_AUDIT_CLI_H
#define APP_AUDIT_CLI_H

#include "app/cli.h"

enum cli_exit audit_cli_run(struct cli *cli);

#endif
