#include "reading/lists.h"

#include "base/test.h"

static void check_urls(const char *text, const char *expected)
{
	struct arena *arena = arena_new();
	struct str_vec urls = {0};
	struct str got = {0};
	lists_add_urls(arena, str_of(text), &urls);
	for (size_t i = 0; i < urls.n; i++)
		got = i == 0 ? urls.at[0] : str_format(arena, "%.*s %.*s", STR_ARG(got), STR_ARG(urls.at[i]));
	assert_str(got, expected);
	arena_free(arena);
}

static void addresses_are_found_whatever_stands_around_them(void **state)
{
	(void)state;
	check_urls("tại (https://vidu.vn/), <http://a.gov.vn/tin>; www.b.vn.", "https://vidu.vn/ http://a.gov.vn/tin www.b.vn");
	check_urls("Cổng (cchc.vidu.gov.vn) và vidu.org", "cchc.vidu.gov.vn vidu.org");
	check_urls("https://vidu.gov .vn/x và https://c.gov.vn/", "https://vidu.gov.vn/x https://c.gov.vn/");
	check_urls("HTTPS tại https://A.vn và https://a.vn/", "https://A.vn");
	check_urls("hòm thư vanthu@vidu.gov.vn, mục 1.2.3, v.v.", "");
	check_urls("tin, bài… Zalo...", "");
}

static void indices_are_named_once(void **state)
{
	struct arena *arena = arena_new();
	struct str_vec indices = {0};
	struct words words = words_of(arena, STR("Chỉ số PAR-Index, PAPI (SIPAS), PAR INDEX và PCI; papi"));
	(void)state;
	lists_add_indices(arena, &words, &indices);
	assert_int_equal(indices.n, 4);
	assert_str(indices.at[0], "PAR Index");
	assert_str(indices.at[3], "PCI");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(addresses_are_found_whatever_stands_around_them),
	    cmocka_unit_test(indices_are_named_once),
	};
	return TEST_RUN(tests);
}
