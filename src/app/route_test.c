#include "base/test.h"

#include "app/route.h"

static const struct app_route units[] = {
    {.method = HTTP_GET, .path = "/unit/{id}"},
    {.method = HTTP_GET, .path = "/unit/add"},
    {.method = HTTP_POST, .path = "/unit/add"},
    {.method = HTTP_GET, .path = "/unit/{id}/edit"},
    {.path = NULL},
};
static const struct app_route others[] = {
    {.method = HTTP_GET, .path = "/"},
    {.method = HTTP_POST, .path = "/task/{id}/deadline/{deadline}"},
    {.path = NULL},
};
static const struct app_route *const routes[] = {units, others, NULL};

static void a_path_finds_its_route(void **state)
{
	static const struct {
		enum http_method method;
		const char *path, *route;
	} cases[] = {
	    {HTTP_GET, "/", "/"},
	    {HTTP_GET, "/unit/5", "/unit/{id}"},
	    {HTTP_GET, "/unit/add", "/unit/add"},
	    {HTTP_GET, "/unit/5/edit", "/unit/{id}/edit"},
	    {HTTP_POST, "/task/7/deadline/9", "/task/{id}/deadline/{deadline}"},
	};
	struct arena *arena = arena_new();
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct route_match match;
		assert_rc(route_find(arena, routes, cases[i].method, str_of(cases[i].path), &match), RC_OK);
		assert_string_equal(match.route->path, cases[i].route);
		assert_int_equal(match.route->method, cases[i].method);
	}
	arena_free(arena);
}

static void what_stands_in_a_place_is_decoded(void **state)
{
	struct arena *arena = arena_new();
	struct route_match match;
	(void)state;
	assert_rc(route_find(arena, routes, HTTP_POST, STR("/task/a%20b/deadline/%C4%91"), &match), RC_OK);
	assert_str(http_field_find(&match.places, STR("id")), "a b");
	assert_str(http_field_find(&match.places, STR("deadline")), "đ");
	arena_free(arena);
}

static void what_fits_no_route_is_not_found(void **state)
{
	static const char *const paths[] = {"", "/unit", "/unit/", "/unit//edit", "/unit/5/edit/", "/unit/%4", "/unit/%zz"};
	struct arena *arena = arena_new();
	struct route_match match;
	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
		assert_rc(route_find(arena, routes, HTTP_GET, str_of(paths[i]), &match), RC_NOT_FOUND);
	arena_free(arena);
}

static void another_method_is_told_apart_from_no_page(void **state)
{
	struct arena *arena = arena_new();
	struct route_match match;
	(void)state;
	assert_rc(route_find(arena, routes, HTTP_POST, STR("/unit/5"), &match), RC_UNSUPPORTED);
	assert_rc(route_find(arena, routes, HTTP_OTHER, STR("/"), &match), RC_UNSUPPORTED);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_path_finds_its_route),
	    cmocka_unit_test(what_stands_in_a_place_is_decoded),
	    cmocka_unit_test(what_fits_no_route_is_not_found),
	    cmocka_unit_test(another_method_is_told_apart_from_no_page),
	};
	return TEST_RUN(cases);
}
