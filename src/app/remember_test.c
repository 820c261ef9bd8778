/* Which pages are given out again, and which are not. */
#include "app/remember.h"

#include "app/settings.h"
#include "db/testing.h"

struct world {
	struct testing *t;
	struct clock clock;
	struct app app;
	struct remember *remember;
};

static void set_up(void **state, struct world *w)
{
	*w = (struct world){.t = testing_of(state), .clock = {.fixed_ms = 1795000000000}};
	w->app = (struct app){.db = w->t->db, .clock = &w->clock};
	w->remember = remember_new();
}

static struct http_request request_of(struct world *w, const char *path, const char *cookie)
{
	struct http_request request = {.arena = w->t->arena, .path = str_of(path)};
	VEC_PUSH(w->t->arena, &request.headers, (struct http_field){STR("cookie"), str_of(cookie)});
	return request;
}

static void keep(struct world *w, const char *path, const char *cookie, int status, const char *header)
{
	struct http_request request = request_of(w, path, cookie);
	struct http_response response = {.arena = w->t->arena, .status = status, .body = str_of(path)};
	http_response_header(&response, STR("Content-Type"), STR("text/html"));
	if (header != NULL)
		http_response_header(&response, str_of(header), STR("x"));
	remember_keep(w->remember, &w->app, &request, &response, db_generation(w->app.db));
}

static bool is_found(struct world *w, const char *path, const char *cookie)
{
	struct http_request request = request_of(w, path, cookie);
	struct http_response response = {.arena = w->t->arena};
	if (!remember_find(w->remember, &w->app, &request, &response))
		return false;
	assert_str(response.body, path);
	assert_str(http_field_find(&response.headers, STR("Content-Type")), "text/html");
	return true;
}

static void a_page_is_for_the_same_address_and_the_same_cookies_alone(void **state)
{
	struct world w;
	set_up(state, &w);
	keep(&w, "/", "sauro=a", 200, NULL);
	assert_true(is_found(&w, "/", "sauro=a"));
	assert_false(is_found(&w, "/", "sauro=b"));
	assert_false(is_found(&w, "/year", "sauro=a"));
	remember_free(w.remember);
}

static void a_committed_write_and_the_next_day_end_it(void **state)
{
	struct world w;
	set_up(state, &w);
	keep(&w, "/", "sauro=a", 200, NULL);
	struct db_conn *db = testing_begin(w.t, DB_WRITE);
	assert_rc(settings_set(db, str_of(settings_all()->name), settings_all()->least), RC_OK);
	assert_true(is_found(&w, "/", "sauro=a"));
	testing_commit(db);
	assert_false(is_found(&w, "/", "sauro=a"));
	keep(&w, "/", "sauro=a", 200, NULL);
	w.clock.fixed_ms += 24LL * 3600 * 1000;
	assert_false(is_found(&w, "/", "sauro=a"));
	remember_free(w.remember);
}

static void errors_and_pages_that_set_a_cookie_are_not_kept(void **state)
{
	struct world w;
	set_up(state, &w);
	keep(&w, "/", "sauro=a", 404, NULL);
	keep(&w, "/year", "sauro=a", 200, "Set-Cookie");
	assert_false(is_found(&w, "/", "sauro=a"));
	assert_false(is_found(&w, "/year", "sauro=a"));
	remember_free(w.remember);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    TESTING_BOTH(a_page_is_for_the_same_address_and_the_same_cookies_alone),
	    TESTING_BOTH(a_committed_write_and_the_next_day_end_it),
	    TESTING_BOTH(errors_and_pages_that_set_a_cookie_are_not_kept),
	};
	return TEST_RUN(cases);
}
