/* What the targets of forms with pages share. Without its language data, text recognition is not there: what is left of reading
 * is ours. */
#ifndef TESTS_FUZZ_PICTURE_FUZZ_H
#define TESTS_FUZZ_PICTURE_FUZZ_H

#include "format_fuzz.h"

static inline int picture_fuzz_begin(void)
{
	return setenv("TESSDATA_PREFIX", "/nonexistent", 1);
}

static inline void picture_fuzz_run(const struct format *format, struct str bytes)
{
	enum { PAGES = 3, WIDTH = 200 };
	struct arena *arena = arena_new();
	const struct format_input input = {.bytes = bytes, .max_pages = PAGES, .seconds_a_page = 60};
	struct message problem = {0};
	struct str png;
	if (format->score(bytes) > 0) {
		format_fuzz_read(arena, format, bytes);
		enum rc rc = format->draw_page(arena, &input, 1, WIDTH, &png, &problem);
		format_fuzz_require(rc == RC_OK ? str_has_prefix(png, STR("\x89PNG")) : problem.id != NULL);
	}
	arena_free(arena);
}

#endif
