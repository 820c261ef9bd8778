/* `sauro routes`: every address that the server answers, one a line, for those who check them. */
#ifndef MAIN_ROUTES_H
#define MAIN_ROUTES_H

#include "app/cli.h"

/* Prints method, path, permission, parameters ("name:kind", with "!" where required, or "-") and help, with tabs between. */
enum cli_exit routes_run(struct cli *cli);

#endif
