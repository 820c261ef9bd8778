/* How long it takes to open and map the model of damaged text, from the program's own folder as the program does it: prints the
 * median of many times in milliseconds. Nothing of the file is read before a word is looked up, so one is. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "repair/store.h"

enum { TIMES = 201 };

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;
	return (left > right) - (left < right);
}

int main(void)
{
	double took[TIMES];
	for (size_t i = 0; i < TIMES; i++) {
		struct arena *arena = arena_new();
		struct repair_model model;
		double begin = now_ms();
		if (repair_store_open(arena, &model) != RC_OK) {
			fputs("there is no model/vietnamese.model\n", stderr);
			return 1;
		}
		bool known = repair_model_word(&model, STR("nhân")) != REPAIR_UNKNOWN;
		took[i] = now_ms() - begin;
		repair_store_close(&model);
		arena_free(arena);
		if (!known)
			return 1;
	}
	qsort(took, TIMES, sizeof *took, compare);
	printf("%.3f\n", took[TIMES / 2]);
	return 0;
}
