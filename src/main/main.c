/* The program: finds the command and runs it. */
#include <stdio.h>
#include <string.h>

#include "main/read.h"

int main(int argc, char **argv)
{
	if (argc >= 2 && strcmp(argv[1], "read") == 0)
		return read_command(argc - 1, argv + 1);
	fputs("sauro: no such command\n", stderr);
	return 2;
}
