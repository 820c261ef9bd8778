/* Fields, cookies and headers: names with values. */
#include "base/test.h"

#include "http/http_field.h"

static struct str decoded(struct arena *arena, const char *s, enum http_field_rule rule)
{
	struct str text;
	return http_field_decode(arena, str_of(s), true, rule, &text) == RC_OK ? text : STR("refused");
}

static void percent_and_plus_are_decoded(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(decoded(arena, "", HTTP_FIELD_STRICT), "");
	assert_str(decoded(arena, "abc", HTTP_FIELD_STRICT), "abc");
	assert_str(decoded(arena, "k%E1%BA%BF+ho%e1%ba%a1ch", HTTP_FIELD_STRICT), "kế hoạch");
	assert_str(decoded(arena, "%41", HTTP_FIELD_STRICT), "A");
	struct str text;
	assert_rc(http_field_decode(arena, STR("a+b%2B"), false, HTTP_FIELD_STRICT, &text), RC_OK);
	assert_str(text, "a+b+");
	assert_rc(http_field_decode(arena, STR("a%00b"), true, HTTP_FIELD_STRICT, &text), RC_OK);
	assert_int_equal(text.len, 3);
	arena_free(arena);
}

static void broken_percent_signs_are_refused_or_kept(void **state)
{
	static const char *const table[] = {"%", "%4", "100%", "%zz", "%4z", "a%%", "%E1%B"};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		assert_str(decoded(arena, table[i], HTTP_FIELD_STRICT), "refused");
	assert_str(decoded(arena, "100%", HTTP_FIELD_LENIENT), "100%");
	assert_str(decoded(arena, "%zz+%41", HTTP_FIELD_LENIENT), "%zz A");
	arena_free(arena);
}

static void fields_come_in_order_and_the_first_is_found(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct http_field_vec fields = {0};
	assert_rc(http_field_parse(arena, STR("&a=1&b=&&c&a=2&=x&d=1=2"), HTTP_FIELD_STRICT, 10, &fields), RC_OK);
	assert_int_equal(fields.n, 6);
	assert_str(http_field_find(&fields, STR("a")), "1");
	assert_str(http_field_find(&fields, STR("b")), "");
	assert_str(http_field_find(&fields, STR("c")), "");
	assert_str(http_field_find(&fields, STR("d")), "1=2");
	assert_str(http_field_find(&fields, STR("")), "x");
	assert_null(http_field_find(&fields, STR("e")).ptr);
	arena_free(arena);
}

static void too_many_fields_are_refused(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct http_field_vec fields = {0};
	assert_rc(http_field_parse(arena, STR("a&b&c"), HTTP_FIELD_STRICT, 3, &fields), RC_OK);
	assert_rc(http_field_parse(arena, STR("d"), HTTP_FIELD_STRICT, 3, &fields), RC_LIMIT);
	assert_int_equal(fields.n, 3);
	arena_free(arena);
}

static void a_cookie_is_found_by_its_whole_name(void **state)
{
	static const struct {
		const char *header, *expected;
	} table[] = {
	    {"session=abc", "abc"},
	    {"a=1; session=abc; b=2", "abc"},
	    {"session=first; session=second", "first"},
	    {"xsession=1; session=\"quoted\"", "quoted"},
	    {"session=a=b==", "a=b=="},
	    {"session=", ""},
	    {" session = abc ", "abc"},
	    {"sessions=1; Session=2", ""},
	    {"session", ""},
	    {";;=;session", ""},
	    {"session=\"", "\""},
	    {"", ""},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct http_request request = {.arena = arena};
		VEC_PUSH(arena, &request.headers, (struct http_field){.name = STR("cookie"), .value = str_of(table[i].header)});
		assert_str(http_cookie_find(&request, STR("session")), table[i].expected);
	}
	arena_free(arena);
}

static void headers_of_an_answer_keep_their_order(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct http_response response = {.arena = arena};
	http_response_header(&response, STR("Set-Cookie"), STR("a=1"));
	http_response_header(&response, STR("Set-Cookie"), STR("b=2"));
	assert_int_equal(response.headers.n, 2);
	assert_str(response.headers.at[1].value, "b=2");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(percent_and_plus_are_decoded),
	    cmocka_unit_test(broken_percent_signs_are_refused_or_kept),
	    cmocka_unit_test(fields_come_in_order_and_the_first_is_found),
	    cmocka_unit_test(too_many_fields_are_refused),
	    cmocka_unit_test(a_cookie_is_found_by_its_whole_name),
	    cmocka_unit_test(headers_of_an_answer_keep_their_order),
	};
	return TEST_RUN(cases);
}
