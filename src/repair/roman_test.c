#include "base/test.h"

#include "repair/roman.h"

static void strokes_are_counted(void **state)
{
	(void)state;
	static const char *const table[][2] = {
	    {"III", "III"}, {"I11", "III"}, {"IL", "II"},   {"H", "II"}, {"ll", "II"}, {"lll", "III"}, {"Iv", "IV"},
	    {"lV", "IV"},   {"Vv", "V"},    {"VIl", "VII"}, {"T", ""},   {"L", ""},    {"1", ""},      {"11", ""},
	    {"IIV", ""},    {"XL", "XI"},   {"IXX", ""},    {"abc", ""}, {"", ""},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		assert_str(repair_roman_of(arena, str_of(table[i][0])), table[i][1]);
	arena_free(arena);
}

static void numbers_have_values(void **state)
{
	(void)state;
	assert_int_equal(repair_roman_value(STR("IV")), 4);
	assert_int_equal(repair_roman_value(STR("XXIX")), 29);
	assert_int_equal(repair_roman_value(STR("XL")), 0);
	assert_int_equal(repair_roman_value(STR("")), 0);
}

static void headings_follow_one_another(void **state)
{
	(void)state;
	static const struct {
		const char *read;
		unsigned last;
		const char *found;
	} cases[] = {
	    {"Il", 2, "III"}, {"Il", 1, "II"}, {"II", 2, "III"},   {"II", 1, "II"},   {"l", 1, "II"}, {"I", 4, "I"},
	    {"IV", 3, "IV"},  {"V", 2, "V"},   {"VIl", 7, "VIII"}, {"Ill", 1, "III"}, {"X", 9, "X"},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(repair_roman_heading(arena, str_of(cases[i].read), cases[i].last), cases[i].found);
	arena_free(arena);
}

static void quarters_have_a_grammar(void **state)
{
	(void)state;
	static const struct {
		const char *read;
		bool ones;
		const char *found;
	} cases[] = {
	    {"11/2026", false, "II/2026"},
	    {"Il/2026", false, "II/2026"},
	    {"1/2026", false, "1/2026"},
	    {"1/2026", true, "I/2026"},
	    {"l-IV/2026", false, "I-IV/2026"},
	    {"lll", false, "III"},
	    {"2/2026", true, "2/2026"},
	    {"5/2026", true, ""},
	    {"VI/2026", false, ""},
	    {"2026", false, ""},
	    {"KH-UBND", false, ""},
	    {"", false, ""},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(repair_roman_quarter(arena, str_of(cases[i].read), cases[i].ones), cases[i].found);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(strokes_are_counted),
	    cmocka_unit_test(numbers_have_values),
	    cmocka_unit_test(headings_follow_one_another),
	    cmocka_unit_test(quarters_have_a_grammar),
	};
	return TEST_RUN(cases);
}
