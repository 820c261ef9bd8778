/* The dispatcher from outside: what a browser sees of sessions, permissions, tokens, transactions and errors. */
#include "app/app_fixture_sql.h"
#include "app/app_test_client.h"
#include "app/audit.h"
#include "app/language.h"
#include "app/session.h"
#include "app/settings.h"
#include "base/log.h"
#include "sys/secret.h"

/* ---- A small application ---- */

static void write_form(struct html *html, const void *data)
{
	const struct app_call *call = data;
	html_text(html, call->who != NULL ? call->who->login : STR("nobody"));
	html_raw(html, "<form method=\"post\" action=\"/note\"><input type=\"hidden\" name=\"form_token\" value=\"",
	         sizeof "<form method=\"post\" action=\"/note\"><input type=\"hidden\" name=\"form_token\" value=\"" - 1);
	html_text(html, html->form_token);
	html_raw(html, "\"></form>", sizeof "\"></form>" - 1);
}

static enum rc show_form(struct app_call *call)
{
	return app_answer_page(call, 200, &(struct app_page){.title = "Form"},
	                       (struct html_slot){.render = write_form, .data = call});
}

/* Writes an entry of the record, then ends as the field "end" says. */
static enum rc note(struct app_call *call)
{
	struct str end = app_text(call, "end");
	const struct message done = {.id = "Noted: {1}", .args = {app_text(call, "text")}};
	TRY(audit_add(call->db, call->arena, call->now_ms, call->who->id, "note", STR("note"), app_text(call, "text")));
	if (app_has_problems(call))
		return app_answer_problem(call, 422, (struct message){.id = "Look above"}, (struct message){.id = "Mend it"});
	if (str_eq(end, STR("conflict")))
		return RC_CONFLICT;
	if (str_eq(end, STR("busy")))
		return RC_BUSY;
	if (str_eq(end, STR("failure")))
		return log_fail(RC_IO, "the disk is on fire");
	return app_answer_redirect(call, html_url_path(STR("/form")), &done);
}

static enum rc not_found(struct app_call *call)
{
	(void)call;
	return RC_NOT_FOUND;
}

static enum rc ask(struct app_call *call)
{
	return app_answer_problem(call, call->response->status, (struct message){.id = "Who are you?"}, (struct message){0});
}

static const struct app_param note_params[] = {
    {.name = "text", .kind = APP_TEXT, .required = true, .label = "Text of the note"},
    {.name = "end", .kind = APP_TEXT},
    {.name = NULL},
};
static const struct app_param file_params[] = {
    {.name = "text", .kind = APP_TEXT, .label = "Text of the note"},
    {.name = "plan", .kind = APP_FILE, .required = true, .label = "Plan"},
    {.name = NULL},
};
static const struct app_route own_routes[] = {
    {HTTP_GET, "/form", show_form, APP_ANYONE, NULL, "", APP_PLAIN},
    {HTTP_GET, "/private", show_form, APP_SIGNED_IN, NULL, "", APP_PLAIN},
    {HTTP_GET, "/manage", show_form, APP_MANAGE_UNITS, NULL, "", APP_PLAIN},
    {HTTP_POST, "/note", note, APP_WRITE_PLANS, note_params, "", APP_PLAIN},
    {HTTP_POST, "/file", not_found, APP_WRITE_PLANS, file_params, "", APP_PLAIN},
    {HTTP_GET, "/gone", not_found, APP_ANYONE, NULL, "", APP_PLAIN},
    {.path = NULL},
};
static const struct app_route *const routes[] = {own_routes, language_routes, NULL};

struct fixture {
	struct app_test_client client;
	int64_t unit;
};

static void set_up(struct fixture *f, void **state)
{
	app_test_client_init(&f->client, testing_of(state), routes);
	f->client.app.ask_to_sign_in = ask;
	f->unit = app_test_client_add_unit(&f->client, "H56", "Sở Nội vụ", 0);
}

static size_t count_notes(struct fixture *f)
{
	struct app_fixture_sql_list_audit_rows rows = {0};
	struct db_conn *db = testing_begin(f->client.t, DB_READ);
	assert_rc(app_fixture_sql_list_audit(db, f->client.t->arena, &rows), RC_OK);
	db_rollback(db);
	return rows.n;
}

/* ---- Sessions and permissions ---- */

static void a_private_page_needs_a_session(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_get(&f.client, "/private", 401);
	assert_page_has(&f.client, "Who are you?");
	app_test_client_sign_in_as(&f.client, APP_VIEWER, f.unit);
	app_test_client_get(&f.client, "/private", 200);
	assert_page_has(&f.client, "person1");
	assert_page_has(&f.client, "Sở Nội vụ");
}

static void a_role_opens_what_it_may_and_no_more(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_HEAD, f.unit);
	app_test_client_get(&f.client, "/manage", 403);
	assert_page_has(&f.client, "You may not do this");
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.unit);
	app_test_client_get(&f.client, "/manage", 200);
}

static void a_session_ends_when_idle_for_too_long(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_VIEWER, f.unit);
	/* Seven hours at a time: each request keeps it alive. */
	for (int i = 0; i < 3; i++) {
		f.client.clock.fixed_ms += 7LL * 60 * 60 * 1000;
		app_test_client_get(&f.client, "/private", 200);
	}
	f.client.clock.fixed_ms += 8LL * 60 * 60 * 1000 + 1;
	app_test_client_get(&f.client, "/private", 401);
}

static void the_idle_time_is_a_setting(void **state)
{
	struct fixture f;
	set_up(&f, state);
	struct db_conn *db = testing_begin(f.client.t, DB_WRITE);
	assert_rc(settings_set(db, STR("session.idle_minutes"), 10), RC_OK);
	testing_commit(db);
	app_test_client_sign_in_as(&f.client, APP_VIEWER, f.unit);
	f.client.clock.fixed_ms += 9LL * 60 * 1000;
	app_test_client_get(&f.client, "/private", 200);
	f.client.clock.fixed_ms += 11LL * 60 * 1000;
	app_test_client_get(&f.client, "/private", 401);
}

static void a_token_that_nobody_has_opens_nothing(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_VIEWER, f.unit);
	f.client.cookies.at[0].value = secret_token(f.client.t->arena);
	app_test_client_get(&f.client, "/private", 401);
	f.client.cookies.at[0].value = STR("' OR 1=1 --");
	app_test_client_get(&f.client, "/private", 401);
}

/* ---- Forms ---- */

static void a_form_with_its_token_is_done_and_says_so_once(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.unit);
	app_test_client_get(&f.client, "/form", 200);
	app_test_client_submit(&f.client, "/note", APP_TEST_FIELDS("text", "xong <việc>"), 303);
	assert_int_equal(count_notes(&f), 1);
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "Noted: xong &lt;việc&gt;");
	app_test_client_get(&f.client, "/form", 200);
	assert_page_lacks(&f.client, "Noted");
}

static void a_flash_that_was_tampered_with_is_not_shown(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.unit);
	app_test_client_get(&f.client, "/form", 200);
	app_test_client_submit(&f.client, "/note", APP_TEST_FIELDS("text", "xong"), 303);
	for (size_t i = 0; i < f.client.cookies.n; i++) {
		struct http_field *cookie = &f.client.cookies.at[i];
		if (str_eq(cookie->name, STR("sauro_said")))
			cookie->value = str_format(f.client.t->arena, "%.*sX", STR_ARG(cookie->value));
	}
	app_test_client_follow(&f.client, 200);
	assert_page_lacks(&f.client, "Noted");
}

static void a_stale_token_does_nothing_but_offers_to_send_again(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.unit);
	app_test_client_get(&f.client, "/form", 200);
	app_test_client_submit(&f.client, "/note",
	                       APP_TEST_FIELDS("form_token", "old", "text", "giữ \"lại\" nhé", "my_password", "bí mật"), 403);
	assert_int_equal(count_notes(&f), 0);
	assert_page_has(&f.client, "Text of the note");
	assert_page_lacks(&f.client, "bí mật");
	app_test_client_get(&f.client, "/form", 200);
	app_test_client_submit(&f.client, "/note", APP_TEST_FIELDS("form_token", "old", "text", "giữ \"lại\" nhé"), 403);
	assert_str(app_test_client_value(&f.client, "text"), "giữ \"lại\" nhé");
	app_test_client_submit(&f.client, "/note", NULL, 303);
	assert_int_equal(count_notes(&f), 1);
}

static void a_form_of_another_session_is_refused(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.unit);
	app_test_client_get(&f.client, "/form", 200);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.unit);
	app_test_client_submit(&f.client, "/note", APP_TEST_FIELDS("text", "xong"), 403);
	assert_int_equal(count_notes(&f), 0);
}

static void a_form_without_a_session_is_not_done(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_get(&f.client, "/form", 200);
	app_test_client_submit(&f.client, "/note", APP_TEST_FIELDS("text", "xong"), 401);
	assert_int_equal(count_notes(&f), 0);
}

/* A POST of the signed-in client as some browser may send it: its headers, and what the server thinks of its body. */
static void send_raw(struct fixture *f, const char *header, const char *value, enum rc refused, int status)
{
	struct app_test_client *client = &f->client;
	struct arena *arena = client->t->arena;
	struct http_request request = {.arena = arena, .method = HTTP_POST, .path = STR("/note"), .refused = refused};
	struct str token = app_test_client_value(client, "form_token"), session = http_field_find(&client->cookies, STR("sauro"));
	struct str cookie = str_format(arena, "sauro=%.*s", STR_ARG(session));
	VEC_PUSH(arena, &request.headers, (struct http_field){.name = STR("cookie"), .value = cookie});
	VEC_PUSH(arena, &request.headers, (struct http_field){.name = STR("host"), .value = STR("sauro.example")});
	VEC_PUSH(arena, &request.headers, (struct http_field){.name = str_of(header), .value = str_of(value)});
	VEC_PUSH(arena, &request.form, (struct http_field){.name = STR("form_token"), .value = token});
	VEC_PUSH(arena, &request.form, (struct http_field){.name = STR("text"), .value = STR("lời của trang lạ")});
	client->page = (struct http_response){.arena = arena, .status = 200};
	app_serve(&client->app, &request, &client->page);
	assert_int_equal(client->page.status, status);
}

static void a_form_from_another_site_is_refused_and_not_offered_again(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.unit);
	app_test_client_get(&f.client, "/form", 200);
	struct http_response form = f.client.page;
	send_raw(&f, "origin", "https://elsewhere.example", RC_OK, 403);
	assert_page_lacks(&f.client, "lời của trang lạ");
	f.client.page = form;
	send_raw(&f, "sec-fetch-site", "cross-site", RC_OK, 403);
	assert_int_equal(count_notes(&f), 0);
	f.client.page = form;
	send_raw(&f, "sec-fetch-site", "same-origin", RC_OK, 303);
	assert_int_equal(count_notes(&f), 1);
}

static void a_body_that_the_server_refused_is_told_apart(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.unit);
	app_test_client_get(&f.client, "/form", 200);
	send_raw(&f, "origin", "http://sauro.example", RC_LIMIT, 413);
	assert_page_has(&f.client, "A file may have at most 1 MB");
	send_raw(&f, "origin", "http://sauro.example", RC_INVALID, 400);
}

static void a_file_is_asked_for_again_by_its_name(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.unit);
	app_test_client_get(&f.client, "/form", 200);
	app_test_client_upload(&f.client, "/note", NULL, "plan", "kế hoạch.txt", STR("KẾ HOẠCH"), 422);
	app_test_client_get(&f.client, "/form", 200);
	f.client.page.body = STR("<form action=\"/file\"><input name=\"text\" value=\"giữ lại\"></form>");
	app_test_client_upload(&f.client, "/file", NULL, "plan", "kế hoạch.txt", STR("KẾ HOẠCH"), 403);
	assert_page_has(&f.client, "A file cannot be kept: choose “kế hoạch.txt” again");
	assert_page_has(&f.client, "enctype=\"multipart/form-data\"");
	assert_str(app_test_client_value(&f.client, "text"), "giữ lại");
}

/* ---- Transactions and errors ---- */

static void an_answer_of_400_or_more_takes_the_changes_back(void **state)
{
	static const struct {
		const char *text, *end;
		int status;
		const char *sentence;
	} cases[] = {
	    {"", "", 422, "Enter “Text of the note”"},
	    {"xong", "conflict", 409, "Someone else changed the same thing just now"},
	    {"xong", "busy", 503, "The server is very busy"},
	    {"xong", "failure", 500, "Something failed on the server"},
	};
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.unit);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		app_test_client_get(&f.client, "/form", 200);
		app_test_client_submit(&f.client, "/note", APP_TEST_FIELDS("text", cases[i].text, "end", cases[i].end), cases[i].status);
		assert_page_has(&f.client, cases[i].sentence);
		assert_int_equal(count_notes(&f), 0);
	}
}

static void a_conflict_keeps_what_was_sent(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.unit);
	app_test_client_get(&f.client, "/form", 200);
	app_test_client_submit(&f.client, "/note", APP_TEST_FIELDS("text", "của tôi", "end", "conflict"), 409);
	assert_str(app_test_client_value(&f.client, "text"), "của tôi");
}

static void what_is_not_there_is_said_with_its_status(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_get(&f.client, "/nothing", 404);
	assert_page_has(&f.client, "There is nothing at this address");
	app_test_client_get(&f.client, "/gone", 404);
	app_test_client_get(&f.client, "/note", 405);
	assert_str(http_field_find(&f.client.page.headers, STR("Allow")), "POST");
	app_test_client_get(&f.client, "/form/", 308);
	assert_str(http_field_find(&f.client.page.headers, STR("Location")), "/form");
}

static void every_answer_has_the_security_headers(void **state)
{
	static const char *const paths[] = {"/form", "/private", "/nothing"};
	static const int statuses[] = {200, 401, 404};
	struct fixture f;
	set_up(&f, state);
	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
		app_test_client_get(&f.client, paths[i], statuses[i]);
		const struct http_field_vec *headers = &f.client.page.headers;
		assert_true(str_has_prefix(http_field_find(headers, STR("Content-Security-Policy")), STR("default-src 'none'; ")));
		assert_str(http_field_find(headers, STR("X-Content-Type-Options")), "nosniff");
		assert_str(http_field_find(headers, STR("Referrer-Policy")), "same-origin");
		assert_str(http_field_find(headers, STR("Cache-Control")), "no-store");
	}
}

static void cookies_are_for_us_alone(void **state)
{
	struct fixture f;
	set_up(&f, state);
	f.client.app.secure_cookies = true;
	app_test_client_get(&f.client, "/form", 200);
	struct str cookie = http_field_find(&f.client.page.headers, STR("Set-Cookie"));
	assert_true(str_contains(cookie, STR("; HttpOnly")));
	assert_true(str_contains(cookie, STR("; SameSite=Lax")));
	assert_true(str_contains(cookie, STR("; Secure")));
}

/* ---- Language ---- */

static void anyone_chooses_the_language(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_get(&f.client, "/form", 200);
	assert_page_has(&f.client, "lang=\"en\">");
	app_test_client_submit(&f.client, "/language", APP_TEST_FIELDS("language", "vi"), 303);
	assert_str(http_field_find(&f.client.page.headers, STR("Location")), "/form");
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "<html lang=\"vi\">");
}

static void a_person_keeps_the_language_that_they_chose(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_VIEWER, f.unit);
	app_test_client_get(&f.client, "/private", 200);
	assert_page_has(&f.client, "<html lang=\"vi\">");
	app_test_client_submit(&f.client, "/language", APP_TEST_FIELDS("language", "en"), 303);
	app_test_client_get(&f.client, "/private", 200);
	assert_page_has(&f.client, "<html lang=\"en\">");
}

static void the_way_back_never_leaves_this_server(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_get(&f.client, "/form", 200);
	app_test_client_submit(&f.client, "/language", APP_TEST_FIELDS("language", "vi", "back", "//elsewhere.example/"), 303);
	assert_str(http_field_find(&f.client.page.headers, STR("Location")), "/");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    TESTING_BOTH(a_private_page_needs_a_session),
	    TESTING_BOTH(a_role_opens_what_it_may_and_no_more),
	    TESTING_BOTH(a_session_ends_when_idle_for_too_long),
	    TESTING_BOTH(the_idle_time_is_a_setting),
	    TESTING_BOTH(a_token_that_nobody_has_opens_nothing),
	    TESTING_BOTH(a_form_with_its_token_is_done_and_says_so_once),
	    TESTING_BOTH(a_flash_that_was_tampered_with_is_not_shown),
	    TESTING_BOTH(a_stale_token_does_nothing_but_offers_to_send_again),
	    TESTING_BOTH(a_form_of_another_session_is_refused),
	    TESTING_BOTH(a_form_without_a_session_is_not_done),
	    TESTING_BOTH(a_form_from_another_site_is_refused_and_not_offered_again),
	    TESTING_BOTH(a_body_that_the_server_refused_is_told_apart),
	    TESTING_BOTH(a_file_is_asked_for_again_by_its_name),
	    TESTING_BOTH(an_answer_of_400_or_more_takes_the_changes_back),
	    TESTING_BOTH(a_conflict_keeps_what_was_sent),
	    TESTING_BOTH(what_is_not_there_is_said_with_its_status),
	    TESTING_BOTH(every_answer_has_the_security_headers),
	    TESTING_BOTH(cookies_are_for_us_alone),
	    TESTING_BOTH(anyone_chooses_the_language),
	    TESTING_BOTH(a_person_keeps_the_language_that_they_chose),
	    TESTING_BOTH(the_way_back_never_leaves_this_server),
	};
	return TEST_RUN(cases);
}
