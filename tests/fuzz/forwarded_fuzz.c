/* X-Forwarded-For headers, a line each: whoever they name is an address, or the connection's other end. */
#include <stdlib.h>

#include "http/http_forwarded.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct str rest = {.ptr = (const char *)data, .len = size}, line;
	struct http_field_vec headers = {0};
	while (str_split(&rest, '\n', &line))
		VEC_PUSH(arena, &headers, (struct http_field){STR("x-forwarded-for"), line});
	if (!http_forwarded_is_address(http_forwarded_client(&headers, STR("10.0.0.2"), STR("10.0.0.2"))))
		abort();
	arena_free(arena);
	return 0;
}
