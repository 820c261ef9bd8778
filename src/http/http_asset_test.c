#include "base/test.h"

#include "http/http.h"
#include "http/http_asset.h"

static const struct http_asset by_address[] = {
    {.name = "css/app.css",
     .address = "/assets/css/app.11111111.css",
     .media_type = "text/css; charset=utf-8",
     .etag = "\"plain\"",
     .bytes = (const unsigned char *)"body{}",
     .size = 6,
     .gzip = (const unsigned char *)"gz",
     .gzip_size = 2,
     .gzip_etag = "\"packed\"",
     .is_immutable = true},
    {.name = "root/favicon.ico",
     .address = "/favicon.ico",
     .media_type = "image/x-icon",
     .etag = "\"icon\"",
     .bytes = (const unsigned char *)"icon",
     .size = 4},
};
static const struct http_asset *const by_name[] = {&by_address[0], &by_address[1]};
static const struct http_assets assets = {.by_address = by_address, .by_name = by_name, .n = 2};

static void assets_are_found_by_address_and_by_name(void **state)
{
	(void)state;
	assert_ptr_equal(http_asset_lookup(&assets, STR("/assets/css/app.11111111.css")), &by_address[0]);
	assert_ptr_equal(http_asset_lookup(&assets, STR("/favicon.ico")), &by_address[1]);
	assert_null(http_asset_lookup(&assets, STR("/assets/css/app.css")));
	assert_null(http_asset_lookup(&assets, STR("")));
	assert_ptr_equal(http_asset_lookup_name(&assets, STR("css/app.css")), &by_address[0]);
	assert_ptr_equal(http_asset_lookup_name(&assets, STR("root/favicon.ico")), &by_address[1]);
	assert_null(http_asset_lookup_name(&assets, STR("css/app")));
	assert_null(http_asset_lookup(&(struct http_assets){0}, STR("/favicon.ico")));
}

static void the_answer_follows_what_the_browser_accepts_and_has(void **state)
{
	static const struct {
		const char *accept, *none_match;
		enum http_asset_variant expected;
	} table[] = {
	    {NULL, NULL, HTTP_ASSET_PLAIN},
	    {"", "", HTTP_ASSET_PLAIN},
	    {"gzip, deflate, br", NULL, HTTP_ASSET_GZIP},
	    {"br;q=1.0, GZIP;q=0.5", NULL, HTTP_ASSET_GZIP},
	    {"gzip;q=0", NULL, HTTP_ASSET_PLAIN},
	    {"gzip; q=0.000", NULL, HTTP_ASSET_PLAIN},
	    {"*", NULL, HTTP_ASSET_GZIP},
	    {"*;q=0", NULL, HTTP_ASSET_PLAIN},
	    {"*, gzip;q=0", NULL, HTTP_ASSET_PLAIN},
	    {"gzipped, notgzip", NULL, HTTP_ASSET_PLAIN},
	    {"identity", "\"plain\"", HTTP_ASSET_PLAIN_UNCHANGED},
	    {"identity", "\"packed\"", HTTP_ASSET_PLAIN},
	    {"gzip", "\"packed\"", HTTP_ASSET_GZIP_UNCHANGED},
	    {"gzip", "W/\"packed\"", HTTP_ASSET_GZIP_UNCHANGED},
	    {"gzip", "\"other\", \"packed\"", HTTP_ASSET_GZIP_UNCHANGED},
	    {"gzip", "*", HTTP_ASSET_GZIP_UNCHANGED},
	    {"gzip", "packed", HTTP_ASSET_GZIP},
	};
	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		assert_int_equal(http_asset_choose(&by_address[0], str_of(table[i].accept), str_of(table[i].none_match)),
		                 table[i].expected);
	assert_int_equal(http_asset_choose(&by_address[1], STR("gzip"), (struct str){0}), HTTP_ASSET_PLAIN);
}

static void a_packed_answer_says_so_and_is_kept_for_ever(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct http_response response = {.arena = arena};
	http_asset_answer(&by_address[0], HTTP_ASSET_GZIP, &response);
	assert_int_equal(response.status, 200);
	assert_str(response.body, "gz");
	assert_true(response.body_is_static);
	assert_str(http_field_find(&response.headers, STR("Content-Encoding")), "gzip");
	assert_str(http_field_find(&response.headers, STR("Content-Type")), "text/css; charset=utf-8");
	assert_str(http_field_find(&response.headers, STR("ETag")), "\"packed\"");
	assert_str(http_field_find(&response.headers, STR("Vary")), "Accept-Encoding");
	assert_str(http_field_find(&response.headers, STR("Cache-Control")), "public, max-age=31536000, immutable");
	arena_free(arena);
}

static void an_unchanged_answer_has_no_body(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct http_response response = {.arena = arena};
	http_asset_answer(&by_address[1], HTTP_ASSET_PLAIN_UNCHANGED, &response);
	assert_int_equal(response.status, 304);
	assert_int_equal(response.body.len, 0);
	assert_str(http_field_find(&response.headers, STR("ETag")), "\"icon\"");
	assert_str(http_field_find(&response.headers, STR("Cache-Control")), "no-cache");
	assert_null(http_field_find(&response.headers, STR("Vary")).ptr);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(assets_are_found_by_address_and_by_name),
	    cmocka_unit_test(the_answer_follows_what_the_browser_accepts_and_has),
	    cmocka_unit_test(a_packed_answer_says_so_and_is_kept_for_ever),
	    cmocka_unit_test(an_unchanged_answer_has_no_body),
	};
	return TEST_RUN(cases);
}
