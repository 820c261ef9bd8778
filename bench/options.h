/* --bytes N --port P --threads T: what both servers of bench/http_bench.py take. */
#ifndef BENCH_OPTIONS_H
#define BENCH_OPTIONS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

struct options {
	int64_t bytes, port, threads;
};

/* Ends the program where an option is none. */
static inline struct options options_read(int argc, char **argv)
{
	struct options options = {.bytes = 16 * 1024, .port = 0, .threads = 2};
	const struct {
		const char *name;
		int64_t *value;
	} table[] = {{"--bytes", &options.bytes}, {"--port", &options.port}, {"--threads", &options.threads}};
	for (int i = 1; i < argc; i += 2) {
		bool is_known = false;
		for (size_t k = 0; i + 1 < argc && k < sizeof table / sizeof *table; k++)
			is_known = is_known || (strcmp(argv[i], table[k].name) == 0 && str_parse_int(str_of(argv[i + 1]), table[k].value));
		if (!is_known) {
			fprintf(stderr, "usage: %s [--bytes N] [--port P] [--threads T]\n", argv[0]);
			exit(2);
		}
	}
	return options;
}

#endif
