#include "viet/tone.h"

#include "base/test.h"

static void open_oa_oe_uy_take_the_old_style(void **state)
{
	static const struct {
		const char *given, *expected;
	} cases[] = {
	    {"hoà", "hòa"},
	    {"HOÀ BÌNH", "HÒA BÌNH"},
	    {"toả sáng, khoẻ mạnh", "tỏa sáng, khỏe mạnh"},
	    {"thuỷ, uỷ ban, luỹ tre, nguỵ", "thủy, ủy ban, lũy tre, ngụy"},
	    {"Uỷ ban", "Ủy ban"},
	    {"oà khóc", "òa khóc"},
	    {"quý, quỹ, Quý, QUỸ", "quý, quỹ, Quý, QUỸ"},
	    {"hoàn, hoạt, thuyền, khuỷu, xoài", "hoàn, hoạt, thuyền, khuỷu, xoài"},
	    {"hòa, thủy", "hòa, thủy"},
	    {"kế hoạch toàn tỉnh", "kế hoạch toàn tỉnh"},
	    {"", ""},
	    {"o", "o"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_str(viet_tone_old_style(arena, str_of(cases[i].given)), cases[i].expected);
	struct str same = STR("thủy");
	assert_ptr_equal(viet_tone_old_style(arena, same).ptr, same.ptr);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {cmocka_unit_test(open_oa_oe_uy_take_the_old_style)};
	return TEST_RUN(cases);
}
