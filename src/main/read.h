/* `sauro read FILE [--json | --ics]`: reads a plan and prints what it says. */
#ifndef MAIN_READ_H
#define MAIN_READ_H

/* argv[0] is "read". FILE "-" is standard input. Returns the exit status: 0 read, 1 refused or not readable (told on standard
 * error in Vietnamese and English), 2 wrong usage. */
int read_command(int argc, char **argv);

#endif
