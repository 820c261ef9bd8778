/* The command `sauro doctor`. */
#ifndef MAIN_DOCTOR_H
#define MAIN_DOCTOR_H

#include "app/cli.h"

/* Tells what this machine has of what reading files needs, and what holds the program that reads them. */
enum cli_exit doctor_run(struct cli *cli);

#endif
