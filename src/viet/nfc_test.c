#include "viet/nfc.h"

#include "base/test.h"

static void decomposed_text_is_composed(void **state)
{
	static const struct {
		const char *given, *expected;
	} cases[] = {
	    {"", ""},
	    {"Ke hoach", "Ke hoach"},
	    {"Kế hoạch", "Kế hoạch"},
	    {"Ke\u0302\u0301 hoa\u0323ch", "Kế hoạch"},         /* base letter, then both marks */
	    {"K\u00ea\u0301 hoa\u0323ch", "Kế hoạch"},          /* half composed */
	    {"Thu\u031b\u0323c hie\u0323\u0302n", "Thực hiện"}, /* marks in either order */
	    {"\u2126", "\u03a9"},                               /* a sign that is another letter */
	    {"\uf0b7 gạch đầu dòng", "\uf0b7 gạch đầu dòng"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_str(viet_nfc(arena, str_of(cases[i].given)), cases[i].expected);
	arena_free(arena);
}

static void composed_text_is_not_copied(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct str s = STR("Ủy ban nhân dân – “một cửa”…");
	assert_true(viet_nfc_is_sure(s));
	assert_ptr_equal(viet_nfc(arena, s).ptr, s.ptr);
	assert_false(viet_nfc_is_sure(STR("hoa\u0323ch")));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(decomposed_text_is_composed),
	    cmocka_unit_test(composed_text_is_not_copied),
	};
	return TEST_RUN(cases);
}
