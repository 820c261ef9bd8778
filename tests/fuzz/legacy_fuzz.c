/* Any bytes as text of an old encoding: what comes back is UTF-8 where it says so, and sound text of a font stays text. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "viet/legacy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct str bytes = {(const char *)data, size}, text;
	enum viet_legacy found = viet_legacy_decode(arena, bytes, &text);
	require(viet_legacy_name(found).len > 0);
	require(found == VIET_LEGACY_NONE ? text.ptr == bytes.ptr : utf8_is_valid(text));
	if (utf8_is_valid(bytes)) {
		require(utf8_is_valid(viet_legacy_from_font(arena, bytes, VIET_LEGACY_TCVN3, true)));
		require(utf8_is_valid(viet_legacy_from_font(arena, bytes, VIET_LEGACY_VNI, false)));
	}
	arena_free(arena);
	return 0;
}
