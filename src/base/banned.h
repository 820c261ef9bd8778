/* Functions that no file may use: they lose a length, a limit, an error or a thread. Every file is compiled with this one
 * first, so that their use is an error of the compiler, which names the function; what to use instead stands beside. */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* No limit to what is written: str_format(), buf_add(). */
#pragma GCC poison strcpy strcat stpcpy strncpy strncat sprintf vsprintf gets
/* Errors that cannot be told from zero: str_parse_int(). */
#pragma GCC poison atoi atol atoll atof
/* State between calls: str_split(), gmtime_r(). */
#pragma GCC poison strtok gmtime localtime ctime asctime
/* A shell between us and a program: posix_spawn(). */
#pragma GCC poison system popen
/* Names that another may take first, numbers that another can guess: sys/file.h, sys/secret.h. */
#pragma GCC poison tmpnam tempnam mktemp rand srand srandom drand48

#endif
