#include "base/test.h"

#include "app/form.h"
#include "sys/secret.h"

static struct http_request request_with(struct arena *arena, const char *const *headers)
{
	struct http_request request = {.arena = arena, .method = HTTP_POST};
	for (; headers[0] != NULL; headers += 2)
		VEC_PUSH(arena, &request.headers, (struct http_field){.name = str_of(headers[0]), .value = str_of(headers[1])});
	return request;
}

static void a_token_is_good_for_its_visitor_alone(void **state)
{
	struct arena *arena = arena_new();
	(void)state;
	assert_rc(secret_init(), RC_OK);
	struct str token = form_token(arena, STR("visitor one"));
	assert_true(form_token_is_valid(arena, STR("visitor one"), token));
	assert_false(form_token_is_valid(arena, STR("visitor two"), token));
	assert_false(form_token_is_valid(arena, STR("visitor one"), str_part(token, 0, token.len - 1)));
	assert_false(form_token_is_valid(arena, STR("visitor one"), STR("")));
	assert_false(form_token_is_valid(arena, STR(""), form_token(arena, STR(""))));
	arena_free(arena);
}

static void a_token_does_not_tell_the_visitor(void **state)
{
	struct arena *arena = arena_new();
	(void)state;
	assert_rc(secret_init(), RC_OK);
	assert_false(str_contains(form_token(arena, STR("visitor")), STR("visitor")));
	arena_free(arena);
}

static void only_our_own_pages_may_send_forms(void **state)
{
	static const struct {
		const char *headers[7];
		bool fine;
	} cases[] = {
	    {{"host", "a.example", "origin", "http://a.example", NULL}, true},
	    {{"host", "a.example:8080", "origin", "https://a.example:8080", NULL}, true},
	    {{"host", "a.example", "origin", "http://b.example", NULL}, false},
	    {{"host", "a.example", "origin", "http://a.example.b.example", NULL}, false},
	    {{"host", "a.example", "origin", "null", NULL}, false},
	    {{"origin", "http://", NULL}, false},
	    {{"host", "inside:8080", "origin", "https://a.example", "sec-fetch-site", "same-origin"}, true},
	    {{"host", "a.example", "origin", "http://a.example", "sec-fetch-site", "cross-site"}, false},
	    {{"sec-fetch-site", "same-site", NULL}, false},
	    {{"sec-fetch-site", "none", NULL}, true},
	    {{"host", "a.example", NULL}, true},
	};
	struct arena *arena = arena_new();
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct http_request request = request_with(arena, cases[i].headers);
		assert_int_equal(form_is_same_origin(&request), cases[i].fine);
	}
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_token_is_good_for_its_visitor_alone),
	    cmocka_unit_test(a_token_does_not_tell_the_visitor),
	    cmocka_unit_test(only_our_own_pages_may_send_forms),
	};
	return TEST_RUN(cases);
}
