/* How long a plan takes to read once its text is there: prints the median of several times in milliseconds.
 * usage: reading_time FILE */
#include <stdio.h>

#include "bench/median.h"
#include "document/file_reader.h"
#include "reading/reading.h"

enum { TIMES = 9 };

int main(int argc, char **argv)
{
	const struct file_reader reader = {0};
	double took[TIMES];
	for (size_t i = 0; i < TIMES && argc == 2; i++) {
		struct arena *arena = arena_new();
		struct document document = {0};
		struct message problem = {0};
		struct reading reading;
		if (file_reader_read(arena, &reader, argv[1], &document, &problem) != RC_OK) {
			fprintf(stderr, "%s cannot be read\n", argv[1]);
			return 1;
		}
		double begin = median_now_ms(CLOCK_PROCESS_CPUTIME_ID);
		if (reading_of_document(arena, &document, STR("plan"), NULL, NULL, &reading) != RC_OK)
			return 1;
		took[i] = median_now_ms(CLOCK_PROCESS_CPUTIME_ID) - begin;
		arena_free(arena);
	}
	if (argc != 2) {
		fputs("usage: reading_time FILE\n", stderr);
		return 2;
	}
	printf("%.1f\n", median_of(took, TIMES));
	return 0;
}
