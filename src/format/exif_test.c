#include "format/exif.h"

#include "base/buf.h"
#include "base/test.h"

/* A JPEG file's head with a segment of another kind and the notes; their directory has one entry more before the orientation. */
static struct str jpeg_of(struct arena *arena, bool little, unsigned orientation)
{
	enum { ROOM = 256 };
	struct buf out;
	buf_init(&out, arena, ROOM);
	buf_add(&out, STR("\xff\xd8\xff\xe0\0\x04xy\xff\xe1\0\x34"
	                  "Exif\0\0"));
	if (little)
		buf_add(&out, STR("II\x2a\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x01\0\0\0\0\0\0\0\x12\x01\x03\0\x01\0\0\0"));
	else
		buf_add(&out, STR("MM\0\x2a\0\0\0\x08\0\x02\x01\x0f\0\x02\0\0\0\x01\0\0\0\0\x01\x12\0\x03\0\0\0\x01"));
	buf_add_char(&out, little ? (char)orientation : '\0');
	buf_add_char(&out, little ? '\0' : (char)orientation);
	buf_add(&out, STR("\0\0\0\0\0\0\0\0\0\0\0\0\xff\xda"));
	return buf_str(&out);
}

static void the_eight_ways_are_known_in_both_orders(void **state)
{
	(void)state;
	static const struct exif_orientation expected[] = {{0, false}, {0, false}, {0, true}, {2, false}, {2, true},
	                                                   {3, true},  {1, false}, {1, true}, {3, false}, {0, false}};
	struct arena *arena = arena_new();
	for (unsigned i = 0; i < sizeof expected / sizeof *expected; i++)
		for (int little = 0; little < 2; little++) {
			struct exif_orientation found = exif_orientation_of(jpeg_of(arena, little, i));
			assert_int_equal(found.turns, expected[i].turns);
			assert_int_equal(found.mirrored, expected[i].mirrored);
		}
	arena_free(arena);
}

static void what_is_cut_off_is_upright(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct str whole = jpeg_of(arena, true, 6);
	for (size_t n = 0; n < 40; n++)
		assert_int_equal(exif_orientation_of(str_dup(arena, str_part(whole, 0, n))).turns, 0);
	assert_int_equal(exif_orientation_of(STR("\x89PNG")).turns, 0);
	assert_int_equal(exif_orientation_of(STR("\xff\xd8\xff\xe1\0\0")).turns, 0);
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(the_eight_ways_are_known_in_both_orders),
	    cmocka_unit_test(what_is_cut_off_is_upright),
	};
	return TEST_RUN(cases);
}
