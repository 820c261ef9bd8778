/* `sauro serve`: the web server, until it is asked to end. */
#ifndef MAIN_SERVE_H
#define MAIN_SERVE_H

#include "app/cli.h"

enum cli_exit serve_run(struct cli *cli);

#endif
