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

static void a_percentage_keeps_its_fraction(void **state)
{
	static const struct {
		const char *text, *value;
	} cases[] = {{"đạt 100% số hộ", "100%"}, {"trên 90 %", "90%"}, {"đạt 99,5% hồ sơ", "99,5%"}, {"tăng %", ""}, {"5 người", ""}};
	struct arena *arena = arena_new();
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct words words = words_of(arena, str_of(cases[i].text));
		struct reading_target_vec found = {0};
		lists_add_percentages(arena, &words, 0, words.n, &(struct reading_field){0}, &found);
		assert_str(found.n > 0 ? found.at[0].value : (struct str){0}, cases[i].value);
	}
	arena_free(arena);
}

static void each_percentage_of_a_sentence_is_a_target(void **state)
{
	struct arena *arena = arena_new();
	struct words words = words_of(arena, STR("trên 92% người bệnh nội trú, 88.5% ngoại trú; 92% nhân viên"));
	struct reading_field text = {.text = words.text};
	struct reading_target_vec found = {0};
	(void)state;
	lists_add_percentages(arena, &words, 0, words.n, &text, &found);
	assert_int_equal(found.n, 2);
	assert_str(found.at[0].value, "92%");
	assert_str(found.at[1].value, "88.5%");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(addresses_are_found_whatever_stands_around_them),
	    cmocka_unit_test(indices_are_named_once),
	    cmocka_unit_test(a_percentage_keeps_its_fraction),
	    cmocka_unit_test(each_percentage_of_a_sentence_is_a_target),
	};
	return TEST_RUN(tests);
}
