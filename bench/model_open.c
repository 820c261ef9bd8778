/* How long it takes to open and map the model of damaged text, from the program's own folder as the program does it: prints the
 * median of many times in milliseconds. Nothing of the file is read before a word is looked up, so one is. */
#include <stdio.h>

#include "bench/median.h"
#include "repair/store.h"

enum { TIMES = 201 };

int main(void)
{
	double took[TIMES];
	for (size_t i = 0; i < TIMES; i++) {
		struct arena *arena = arena_new();
		struct repair_model model;
		double begin = median_now_ms(CLOCK_MONOTONIC);
		if (repair_store_open(arena, &model) != RC_OK) {
			fputs("there is no model/vietnamese.model\n", stderr);
			return 1;
		}
		bool known = repair_model_word(&model, STR("nhân")) != REPAIR_UNKNOWN;
		took[i] = median_now_ms(CLOCK_MONOTONIC) - begin;
		repair_store_close(&model);
		arena_free(arena);
		if (!known)
			return 1;
	}
	printf("%.3f\n", median_of(took, TIMES));
	return 0;
}
