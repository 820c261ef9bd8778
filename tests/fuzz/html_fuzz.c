/* Any bytes as a web page. */
#include "format/html.h"

#include "format_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	format_fuzz_read(arena, &html_format, (struct str){(const char *)data, size});
	arena_free(arena);
	return 0;
}
