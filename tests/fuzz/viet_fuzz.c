/* Any bytes as Vietnamese text: its forms are UTF-8, and to make a form of a form of a text changes nothing. */
#include <stdlib.h>

#include "base/utf8.h"
#include "viet/fold.h"
#include "viet/lower.h"
#include "viet/nfc.h"
#include "viet/normalize.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_twice(struct arena *arena, struct str (*make)(struct arena *, struct str), struct str s)
{
	struct str once = make(arena, s);
	if (!utf8_is_valid(once) || (utf8_is_valid(s) && !str_eq(make(arena, once), once)))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = {.ptr = (const char *)data, .len = size};
	struct arena *arena = arena_new();
	check_twice(arena, viet_fold, s);
	check_twice(arena, viet_lower, s);
	check_twice(arena, viet_normalize, s);
	if (utf8_is_valid(s))
		check_twice(arena, viet_nfc, s);
	arena_free(arena);
	return 0;
}
