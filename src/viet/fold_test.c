#include "viet/fold.h"

#include "base/test.h"

struct pair {
	const char *given, *expected;
};

static void check(struct str (*form)(struct arena *, struct str), const struct pair *pairs, size_t n)
{
	struct arena *arena = arena_new();
	for (size_t i = 0; i < n; i++)
		assert_str(form(arena, str_of(pairs[i].given)), pairs[i].expected);
	arena_free(arena);
}

static void the_search_key_has_no_marks_and_no_case(void **state)
{
	static const struct pair pairs[] = {
	    {"", ""},
	    {"   ", ""},
	    {"Kế hoạch", "ke hoach"},
	    {"  ĐẨY  MẠNH\n\tcải\u00a0cách ", "day manh cai cach"},
	    {"Đường Đặng Thuỳ Trâm", "duong dang thuy tram"},
	    {"Ke\u0302\u0301 hoa\u0323ch", "ke hoach"},
	    {"ỲÝỶỸỴ ưừửữựỨ ơờởỡợỚ", "yyyyy uuuuuu oooooo"},
	    {"QĐ\u2011UBND – “một cửa”…", "qd-ubnd - \"mot cua\"..."},
	    {"QÐ-TTg", "qd-ttg"}, /* Icelandic eth */
	    {"Français, Zürich, Škoda", "francais, zurich, skoda"},
	    {"th\u00adực hi\u200bện", "thuc hien"},
	    {"Ωmega 漢字 한", "ωmega 漢字 한"},
	    {"a\xff\xc3", "a"},
	    {"06/2026 I.1", "06/2026 i.1"},
	};
	(void)state;
	check(viet_fold, pairs, sizeof pairs / sizeof pairs[0]);
}

static void lower_case_keeps_the_marks(void **state)
{
	static const struct pair pairs[] = {
	    {"CỘNG HÒA XÃ HỘI", "cộng hòa xã hội"},
	    {"Đ/c Ý KIẾN ƯU TIÊN Ơ", "đ/c ý kiến ưu tiên ơ"},
	    {"HOA\u0300", "hoà"},
	    {"ÇA ŠKODA Ω", "ça škoda ω"},
	    {"Ðặc khu ÐỒNG", "đặc khu đồng"}, /* U+00D0 */
	};
	(void)state;
	check(viet_lower, pairs, sizeof pairs / sizeof pairs[0]);
}

static void texts_that_are_the_same_compare_the_same(void **state)
{
	static const struct pair pairs[] = {
	    {"Khánh\u00a0Hoà", "Khánh Hòa"},
	    {"QÐ\u2011UBND", "QĐ-UBND"},
	    {"Độc lập – Tự do — Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"},
	    {" “Uỷ  ban” ", "\"Ủy ban\""},
	    {"hoa\u0300", "hòa"},
	    {"hoa\u00ad\u0300", "hòa"},
	    {"khoa\u200b\u0323ch", "khoạch"},
	    {"hoa\u0323\u0323ch", "hoạ\u0323ch"},
	};
	(void)state;
	check(viet_normalize, pairs, sizeof pairs / sizeof pairs[0]);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(the_search_key_has_no_marks_and_no_case),
	    cmocka_unit_test(lower_case_keeps_the_marks),
	    cmocka_unit_test(texts_that_are_the_same_compare_the_same),
	};
	return TEST_RUN(cases);
}
