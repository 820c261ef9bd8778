/* sauro person add|list|password */
#ifndef FEATURE_PERSON_PERSON_CLI_H
#define FEATURE_PERSON_PERSON_CLI_H

#include "app/cli.h"

enum cli_exit person_cli_run(struct cli *cli);

#endif
