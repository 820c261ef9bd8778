/* Any text as a recurrence rule: what is taken gives ascending days within the bounds asked for. */
#include <stdlib.h>

#include "calendar/rrule.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct rrule rule;
	if (rrule_parse((struct str){.ptr = (const char *)data, .len = size}, &rule) == RC_OK) {
		date_day start = date_from_parts(2026, 1, 5), first = date_from_parts(2026, 1, 1), last = date_from_parts(2027, 12, 31);
		struct date_day_vec days = {0};
		rrule_expand(arena, &rule, start, first, last, 500, &days);
		if (days.n > 500)
			abort();
		for (size_t i = 0; i < days.n; i++)
			if (days.at[i] < first || days.at[i] > last || (i > 0 && days.at[i] <= days.at[i - 1]))
				abort();
	}
	arena_free(arena);
	return 0;
}
