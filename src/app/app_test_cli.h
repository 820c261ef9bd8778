/* For tests only: runs a command of a feature on the case's database.
 *
 *   assert_int_equal(app_test_cli_run(t, unit_cli_run, "", &out, "list", NULL), CLI_OK); */
#ifndef APP_APP_TEST_CLI_H
#define APP_APP_TEST_CLI_H

#include "app/cli.h"
#include "db/testing.h"

/* The arguments follow, ended by NULL. *ret_out is what the command printed, then what it said on standard error. */
__attribute__((sentinel)) enum cli_exit app_test_cli_run(struct testing *t, enum cli_exit (*command)(struct cli *cli),
                                                         const char *standard_input, struct str *ret_out, ...);

#endif
