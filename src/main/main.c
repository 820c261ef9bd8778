/* The program: finds the command and runs it. */
#include <stdio.h>

int main(void)
{
	fputs("sauro: no command yet\n", stderr);
	return 2;
}
