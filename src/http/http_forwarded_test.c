#include "base/test.h"

#include "http/http_forwarded.h"

/* The client of a request from 10.0.0.2 with these X-Forwarded-For headers; NULL: none further. */
static struct str client_of(struct arena *arena, const char *first, const char *second, const char *proxy)
{
	struct http_field_vec headers = {0};
	VEC_PUSH(arena, &headers, (struct http_field){STR("host"), STR("sauro.example")});
	if (first != NULL)
		VEC_PUSH(arena, &headers, (struct http_field){STR("x-forwarded-for"), str_of(first)});
	if (second != NULL)
		VEC_PUSH(arena, &headers, (struct http_field){STR("x-forwarded-for"), str_of(second)});
	return http_forwarded_client(&headers, STR("10.0.0.2"), str_of(proxy));
}

static void the_trusted_server_is_believed_in_its_last_word(void **state)
{
	static const struct {
		const char *first, *second, *client;
	} table[] = {
	    {"203.0.113.9", NULL, "203.0.113.9"},
	    {"192.0.2.1, 203.0.113.9", NULL, "203.0.113.9"}, /* the first is the client's own claim */
	    {"192.0.2.1", " 2001:db8::7 ", "2001:db8::7"},
	    {NULL, NULL, "10.0.0.2"},
	    {"", NULL, "10.0.0.2"},
	    {"unknown", NULL, "10.0.0.2"},
	    {"203.0.113.9, ", NULL, "10.0.0.2"},
	    {"203.0.113.9:80", NULL, "10.0.0.2"},
	    {"203.0.113.9", "<script>", "10.0.0.2"},
	    {"2001:db8:0000:0000:0000:0000:0000:0000:0000:0001:0002", NULL, "10.0.0.2"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		assert_str(client_of(arena, table[i].first, table[i].second, "10.0.0.2"), table[i].client);
	arena_free(arena);
}

static void nobody_else_is_believed(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(client_of(arena, "203.0.113.9", NULL, ""), "10.0.0.2");
	assert_str(client_of(arena, "203.0.113.9", NULL, "10.0.0.3"), "10.0.0.2");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(the_trusted_server_is_believed_in_its_last_word),
	    cmocka_unit_test(nobody_else_is_believed),
	};
	return TEST_RUN(cases);
}
