#include "feature/person/person.h"

#include "app/app_test_cli.h"
#include "app/app_test_client.h"
#include "feature/person/person_cli.h"
#include "feature/person/person_web.h"
#include "sys/secret.h"

/* Somewhere to come from and go to. */
static enum rc show_home(struct app_call *call)
{
	return app_answer_problem(call, 200, (struct message){.id = "Home of {1}", .args = {call->who->login}}, (struct message){0});
}

/* A form to be lost, or not. */
static void write_form(struct html *html, const void *data)
{
	static const char before[] = "<form method=\"post\" action=\"/thing\"><input type=\"hidden\" name=\"form_token\" value=\"";
	static const char after[] = "\"></form>";
	(void)data;
	html_raw(html, before, sizeof before - 1);
	html_text(html, html->form_token);
	html_raw(html, after, sizeof after - 1);
}

static enum rc show_thing(struct app_call *call)
{
	return app_answer_page(call, 200, &(struct app_page){.title = "Thing"}, (struct html_slot){.render = write_form});
}

static enum rc add_thing(struct app_call *call)
{
	const struct message done = {.id = "Added: {1}, {2}", .args = {app_text(call, "name"), app_text(call, "why")}};
	return app_answer_redirect(call, html_url_path(STR("/")), &done);
}

static const struct app_param thing_params[] = {
    {.name = "name", .kind = APP_TEXT, .label = "Name of the thing"},
    {.name = "why", .kind = APP_LINES, .label = "Why"},
    {.name = NULL},
};
static const struct app_route own_routes[] = {
    {HTTP_GET, "/", show_home, APP_SIGNED_IN, NULL, "", APP_PLAIN},
    {HTTP_GET, "/thing", show_thing, APP_SIGNED_IN, NULL, "", APP_PLAIN},
    {HTTP_POST, "/thing", add_thing, APP_SIGNED_IN, thing_params, "", APP_PLAIN},
    {.path = NULL},
};
static const struct app_route *const routes[] = {
    own_routes, person_web_routes, person_account_web_routes, person_people_web_routes, person_setup_web_routes, NULL};

struct fixture {
	struct app_test_client client;
	int64_t province, department;
};

static void set_up(struct fixture *f, void **state)
{
	app_test_client_init(&f->client, testing_of(state), routes);
	f->client.app.ask_to_sign_in = person_web_ask_to_sign_in;
	f->province = app_test_client_add_unit(&f->client, "H56", "UBND tỉnh", 0);
	f->department = app_test_client_add_unit(&f->client, "H56.1", "Sở Nội vụ", f->province);
}

static const char *path_of(struct fixture *f, int64_t id, const char *rest)
{
	return str_cstr(f->client.t->arena, str_format(f->client.t->arena, "/person/%lld%s", (long long)id, rest));
}

/* ---- The rules ---- */

static void logins_have_plain_letters(void **state)
{
	static const char *const good[] = {"abc", "nguyen.van-an_2@so"};
	static const char *const bad[] = {"", "ab", "Abc", "a b c", "ngọc", "a/b/c"};
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		assert_null(person_login_problem(str_of(good[i])).id);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_non_null(person_login_problem(str_of(bad[i])).id);
}

static void passwords_are_long_and_not_the_login(void **state)
{
	(void)state;
	assert_null(person_password_problem(STR("mười hai ký"), STR("an")).id);
	assert_non_null(person_password_problem(STR("chín ký t"), STR("an")).id);
	assert_non_null(person_password_problem(STR("NguyenVanAn"), STR("nguyenvanan")).id);
}

static void one_time_passwords_differ_and_are_readable(void **state)
{
	struct arena *arena = arena_new();
	(void)state;
	assert_rc(secret_init(), RC_OK);
	struct str a = person_one_time_password(arena), b = person_one_time_password(arena);
	assert_int_equal(a.len, 19);
	assert_false(str_eq(a, b));
	for (size_t i = 0; i < a.len; i++)
		assert_false(a.ptr[i] == '0' || a.ptr[i] == 'o' || a.ptr[i] == '1' || a.ptr[i] == 'l' || a.ptr[i] == 'i');
	assert_null(person_password_problem(a, STR("an")).id);
	arena_free(arena);
}

/* ---- Signing in ---- */

static void sign_in(struct fixture *f, const char *login, const char *password, int status)
{
	app_test_client_get(&f->client, "/sign-in", 200);
	app_test_client_submit(&f->client, "/sign-in", APP_TEST_FIELDS("login", login, "password", password), status);
}

static void the_right_password_signs_in_and_out(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_forget(&f.client);
	sign_in(&f, " PERSON1 ", APP_TEST_PASSWORD, 303);
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "Home of person1");
	app_test_client_get(&f.client, "/account", 200);
	app_test_client_submit(&f.client, "/sign-out", NULL, 303);
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "You are signed out");
	app_test_client_get(&f.client, "/", 401);
}

static void a_sign_in_makes_a_new_session_and_ends_the_old(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	struct http_field_vec old = {0};
	VEC_PUSH(f.client.t->arena, &old, f.client.cookies.at[0]);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_forget(&f.client);
	sign_in(&f, "person1", APP_TEST_PASSWORD, 303);
	app_test_client_get(&f.client, "/", 200);
	struct str first = http_field_find(&f.client.cookies, STR("sauro"));
	app_test_client_get(&f.client, "/account", 200);
	app_test_client_post(&f.client, "/sign-in", APP_TEST_FIELDS("login", "person1", "password", APP_TEST_PASSWORD), 303);
	assert_false(str_eq(http_field_find(&f.client.cookies, STR("sauro")), first));
	f.client.cookies = old;
	f.client.cookies.at[0].value = first;
	app_test_client_get(&f.client, "/", 401);
}

static void a_wrong_password_and_an_unknown_login_look_alike(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_forget(&f.client);
	sign_in(&f, "person1", "không phải vậy", 422);
	assert_page_has(&f.client, "The login or the password is not right");
	assert_str(app_test_client_value(&f.client, "login"), "person1");
	assert_str(app_test_client_value(&f.client, "password"), "");
	sign_in(&f, "nobody", "không phải vậy", 422);
	assert_page_has(&f.client, "The login or the password is not right");
}

static void guessing_is_slowed_by_login(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_forget(&f.client);
	for (int i = 0; i < 5; i++)
		sign_in(&f, "person1", "không phải vậy", 422);
	f.client.clock.fixed_ms += 60 * 1000;
	sign_in(&f, "person1", APP_TEST_PASSWORD, 429);
	assert_page_has(&f.client, "Try again in 14 minutes");
	f.client.clock.fixed_ms += 14 * 60 * 1000;
	sign_in(&f, "person1", APP_TEST_PASSWORD, 303);
}

static void the_right_password_forgets_the_wrong_ones(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	for (int i = 0; i < 3; i++) {
		app_test_client_forget(&f.client);
		for (int k = 0; k < 4; k++)
			sign_in(&f, "person1", "không phải vậy", 422);
		sign_in(&f, "person1", APP_TEST_PASSWORD, 303);
	}
}

static void guessing_is_slowed_by_address_but_not_this_machine(void **state)
{
	struct fixture f;
	set_up(&f, state);
	struct arena *arena = f.client.t->arena;
	for (int pass = 0; pass < 2; pass++) {
		struct str remote = pass == 0 ? STR("192.0.2.9") : STR("127.0.0.1");
		struct person_try try = {.now_ms = f.client.clock.fixed_ms, .address = pass == 0 ? remote : STR("")};
		int64_t wait = 0;
		struct db_conn *db = testing_begin(f.client.t, DB_WRITE);
		for (int i = 0; i < 50; i++) {
			try.login = str_format(arena, "login%d-%d", pass, i);
			assert_rc(person_try_begin(db, arena, &try, &wait), RC_OK);
		}
		try.login = STR("one.more");
		assert_rc(person_try_begin(db, arena, &try, &wait), pass == 0 ? RC_LIMIT : RC_OK);
		testing_commit(db);
	}
	f.client.remote = STR("192.0.2.9");
	sign_in(&f, "anyone", "không phải vậy", 429);
	f.client.remote = STR("127.0.0.1");
	sign_in(&f, "anyone", "không phải vậy", 422);
}

static void after_signing_in_one_is_where_one_wanted_to_be(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_forget(&f.client);
	app_test_client_get(&f.client, "/thing?q=so+noi", 401);
	app_test_client_submit(&f.client, "/sign-in", APP_TEST_FIELDS("login", "person1", "password", APP_TEST_PASSWORD), 303);
	assert_str(http_field_find(&f.client.page.headers, STR("Location")), "/thing?q=so%20noi");
	app_test_client_forget(&f.client);
	app_test_client_get(&f.client, "/sign-in?next=//elsewhere.example", 200);
	app_test_client_submit(&f.client, "/sign-in", APP_TEST_FIELDS("login", "person1", "password", APP_TEST_PASSWORD), 303);
	assert_str(http_field_find(&f.client.page.headers, STR("Location")), "/");
}

static void a_form_survives_the_end_of_its_session(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_get(&f.client, "/thing", 200);
	f.client.clock.fixed_ms += 9LL * 60 * 60 * 1000;
	app_test_client_submit(&f.client, "/thing", APP_TEST_FIELDS("name", "Phòng \"CCHC\" & <Một>", "why", "vì thế"), 401);
	assert_page_has(&f.client, "What you were sending is kept");
	/* A wrong password loses nothing either. */
	app_test_client_submit(&f.client, "/sign-in", APP_TEST_FIELDS("login", "person1", "password", "không phải vậy"), 422);
	app_test_client_submit(&f.client, "/sign-in", APP_TEST_FIELDS("login", "person1", "password", APP_TEST_PASSWORD), 200);
	assert_page_has(&f.client, "This is what you were sending");
	assert_page_has(&f.client, "Name of the thing");
	assert_page_has(&f.client, "Phòng &quot;CCHC&quot; &amp; &lt;Một&gt;");
	app_test_client_submit(&f.client, "/thing", NULL, 303);
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "Added: Phòng &quot;CCHC&quot; &amp; &lt;Một&gt;, vì thế");
}

static void a_stale_sign_in_form_is_shown_afresh(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_forget(&f.client);
	app_test_client_get(&f.client, "/sign-in", 200);
	app_test_client_forget(&f.client);
	app_test_client_submit(&f.client, "/sign-in", APP_TEST_FIELDS("login", "person1", "password", APP_TEST_PASSWORD), 403);
	assert_page_has(&f.client, "action=\"/sign-in\"");
	app_test_client_submit(&f.client, "/sign-in", APP_TEST_FIELDS("login", "person1", "password", APP_TEST_PASSWORD), 303);
}

/* ---- One's own account ---- */

static void people_change_their_name_and_language(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_get(&f.client, "/account", 200);
	app_test_client_submit(&f.client, "/account", APP_TEST_FIELDS("name", ""), 422);
	assert_page_has(&f.client, "Enter “Full name”");
	app_test_client_submit(&f.client, "/account", APP_TEST_FIELDS("name", "Trần Thị Bình", "language", "en"), 303);
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "<html lang=\"en\">");
	assert_str(app_test_client_value(&f.client, "name"), "Trần Thị Bình");
}

static void a_password_is_changed_with_the_present_one(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_get(&f.client, "/account/password", 200);
	app_test_client_submit(&f.client, "/account/password",
	                       APP_TEST_FIELDS("old_password", "không phải vậy", "new_password", "con ngựa đúng pin",
	                                       "again_password", "con ngựa đúng pin"),
	                       422);
	assert_page_has(&f.client, "This is not your present password");
	app_test_client_submit(
	    &f.client, "/account/password",
	    APP_TEST_FIELDS("old_password", APP_TEST_PASSWORD, "new_password", "con ngựa đúng pin", "again_password", "khác hẳn"),
	    422);
	assert_page_has(&f.client, "The two new passwords differ");
	app_test_client_submit(&f.client, "/account/password",
	                       APP_TEST_FIELDS("old_password", APP_TEST_PASSWORD, "new_password", "con ngựa đúng pin",
	                                       "again_password", "con ngựa đúng pin"),
	                       303);
	app_test_client_get(&f.client, "/", 200);
	app_test_client_forget(&f.client);
	sign_in(&f, "person1", APP_TEST_PASSWORD, 422);
	sign_in(&f, "person1", "con ngựa đúng pin", 303);
}

static void the_calendar_address_is_shown_once_and_made_anew(void **state)
{
	struct fixture f;
	struct person person;
	set_up(&f, state);
	int64_t id = app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_get(&f.client, "/account", 200);
	app_test_client_submit(&f.client, "/account/feed", NULL, 200);
	size_t at = str_find(f.client.page.body, STR("http://sauro.example/feed/"), 0);
	assert_true(at != SIZE_MAX);
	struct str token = str_part(f.client.page.body, at + sizeof "http://sauro.example/feed/" - 1, 43);
	struct db_conn *db = testing_begin(f.client.t, DB_READ);
	assert_rc(person_find_feed(db, f.client.t->arena, token, &person), RC_OK);
	assert_int_equal(person.id, id);
	db_rollback(db);
	app_test_client_get(&f.client, "/account", 200);
	app_test_client_submit(&f.client, "/account/feed", NULL, 200);
	db = testing_begin(f.client.t, DB_READ);
	assert_rc(person_find_feed(db, f.client.t->arena, token, &person), RC_NOT_FOUND);
	db_rollback(db);
}

/* ---- Everyone's, for administrators ---- */

/* The one-time password on the page. */
static const char *shown_password(struct fixture *f)
{
	size_t at = str_find(f->client.page.body, STR("<code>"), 0);
	assert_true(at != SIZE_MAX);
	return str_cstr(f->client.t->arena, str_part(f->client.page.body, at + 6, 19));
}

static void a_new_person_must_choose_a_password_first(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.province);
	app_test_client_get(&f.client, "/person/add", 200);
	app_test_client_submit(&f.client, "/person/add",
	                       APP_TEST_FIELDS("name", "Lê Văn Cường", "login", "cuong.lv", "role", "officer", "unit", "h56.1"), 200);
	const char *password = shown_password(&f);
	app_test_client_forget(&f.client);
	sign_in(&f, "cuong.lv", password, 303);
	app_test_client_follow(&f.client, 303);
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "Choose one that only you know");
	app_test_client_submit(
	    &f.client, "/account/password",
	    APP_TEST_FIELDS("old_password", password, "new_password", "con ngựa đúng pin", "again_password", "con ngựa đúng pin"),
	    303);
	app_test_client_get(&f.client, "/", 200);
	assert_page_has(&f.client, "Home of cuong.lv");
}

static void a_login_is_taken_once(void **state)
{
	struct fixture f;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.province);
	app_test_client_get(&f.client, "/person/add", 200);
	app_test_client_submit(&f.client, "/person/add",
	                       APP_TEST_FIELDS("name", "Lê Văn Cường", "login", "Person1", "role", "head", "unit", "H56.1"), 422);
	assert_page_has(&f.client, "The login person1 is taken");
	assert_str(app_test_client_value(&f.client, "name"), "Lê Văn Cường");
	assert_str(app_test_client_value(&f.client, "role"), "head");
}

static void a_disabled_person_is_out_at_once(void **state)
{
	struct fixture f;
	set_up(&f, state);
	int64_t id = app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	struct http_field_vec theirs = f.client.cookies;
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.province);
	app_test_client_get(&f.client, path_of(&f, id, ""), 200);
	app_test_client_submit(&f.client, path_of(&f, id, ""), APP_TEST_FIELDS("disabled", "1"), 303);
	f.client.cookies = theirs;
	app_test_client_get(&f.client, "/", 401);
	app_test_client_forget(&f.client);
	sign_in(&f, "person1", APP_TEST_PASSWORD, 422);
}

static void a_reset_password_ends_the_sessions(void **state)
{
	struct fixture f;
	set_up(&f, state);
	int64_t id = app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	struct http_field_vec theirs = f.client.cookies;
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.province);
	app_test_client_get(&f.client, path_of(&f, id, ""), 200);
	app_test_client_submit(&f.client, path_of(&f, id, "/password"), NULL, 200);
	const char *password = shown_password(&f);
	f.client.cookies = theirs;
	app_test_client_get(&f.client, "/", 401);
	app_test_client_forget(&f.client);
	sign_in(&f, "person1", password, 303);
}

static void nobody_changes_their_own_role(void **state)
{
	struct fixture f;
	set_up(&f, state);
	int64_t id = app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.province);
	app_test_client_get(&f.client, path_of(&f, id, ""), 200);
	app_test_client_submit(&f.client, path_of(&f, id, ""), APP_TEST_FIELDS("role", "viewer"), 422);
	app_test_client_submit(&f.client, path_of(&f, id, ""), APP_TEST_FIELDS("role", "administrator", "disabled", "1"), 422);
	app_test_client_get(&f.client, path_of(&f, id, ""), 200);
	app_test_client_post(&f.client, path_of(&f, id, "/password"), NULL, 403);
}

static void an_administrator_sees_the_people_of_their_own_part(void **state)
{
	struct fixture f;
	set_up(&f, state);
	int64_t above = app_test_client_sign_in_as(&f.client, APP_OFFICER, f.province);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.department);
	app_test_client_get(&f.client, "/person", 200);
	assert_page_has(&f.client, "person2");
	assert_page_lacks(&f.client, "person1");
	app_test_client_get(&f.client, path_of(&f, above, ""), 403);
	app_test_client_get(&f.client, "/person/add", 200);
	app_test_client_submit(&f.client, "/person/add", APP_TEST_FIELDS("name", "Ai đó", "login", "ai.do", "unit", "H56"), 422);
	assert_page_has(&f.client, "No unit that you look after has the code H56");
	app_test_client_sign_in_as(&f.client, APP_HEAD, f.province);
	app_test_client_get(&f.client, "/person", 403);
}

static void people_are_listed_by_their_given_names(void **state)
{
	static const char *const names[] = {"Trần Thị Ánh", "Lê Văn An", "Nguyễn Đức Dũng", "Phạm Văn Đạt", "Bùi Thị Ân"};
	static const char *const sorted[] = {"Lê Văn An", "Trần Thị Ánh", "Bùi Thị Ân", "Nguyễn Đức Dũng", "Phạm Văn Đạt"};
	struct fixture f;
	struct person_vec people;
	set_up(&f, state);
	struct arena *arena = f.client.t->arena;
	struct db_conn *db = testing_begin(f.client.t, DB_WRITE);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const struct person person = {
		    .login = str_format(arena, "person.%zu", i), .name = str_of(names[i]), .role = APP_VIEWER, .unit_id = f.department};
		int64_t id;
		assert_rc(person_add(db, arena, 1, 0, &person, STR("hash"), &id), RC_OK);
	}
	assert_rc(person_list(db, arena, STR("/"), STR(""), 100, &people), RC_OK);
	assert_int_equal(people.n, sizeof sorted / sizeof sorted[0]);
	for (size_t i = 0; i < people.n; i++)
		assert_str(people.at[i].name, sorted[i]);
	assert_rc(person_list(db, arena, STR("/"), STR("dung"), 100, &people), RC_OK);
	assert_int_equal(people.n, 1);
	db_rollback(db);
}

static void a_change_over_someone_elses_is_a_conflict(void **state)
{
	struct fixture f;
	set_up(&f, state);
	int64_t id = app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_sign_in_as(&f.client, APP_ADMINISTRATOR, f.province);
	app_test_client_get(&f.client, path_of(&f, id, ""), 200);
	struct http_response before = f.client.page;
	app_test_client_submit(&f.client, path_of(&f, id, ""), APP_TEST_FIELDS("name", "Tên của họ"), 303);
	f.client.page = before;
	app_test_client_submit(&f.client, path_of(&f, id, ""), APP_TEST_FIELDS("name", "Tên của tôi"), 409);
	assert_page_has(&f.client, "Tên của họ");
	assert_str(app_test_client_value(&f.client, "name"), "Tên của tôi");
	app_test_client_submit(&f.client, path_of(&f, id, ""), NULL, 303);
}

/* ---- The first steps ---- */

static void the_first_steps_open_once(void **state)
{
	struct fixture f;
	app_test_client_init(&f.client, testing_of(state), routes);
	f.client.app.ask_to_sign_in = person_web_ask_to_sign_in;
	app_test_client_get(&f.client, "/", 401);
	assert_page_has(&f.client, "Nobody has an account yet");
	app_test_client_get(&f.client, "/setup?token=anything", 404);
	f.client.app.setup_token_hash = str_cstr(f.client.t->arena, secret_sha256(f.client.t->arena, STR("the token")));
	app_test_client_get(&f.client, "/setup?token=anything", 404);
	app_test_client_get(&f.client, "/setup?token=the%20token", 200);
	app_test_client_submit(&f.client, "/setup",
	                       APP_TEST_FIELDS("unit_name", "UBND phường Đông Hải", "unit_code", "H56", "name", "Nguyễn Văn An",
	                                       "login", "an", "password", "ngắn", "again_password", "ngắn"),
	                       422);
	assert_page_has(&f.client, "A login has 3 to 64");
	assert_page_has(&f.client, "A password has at least 10 characters");
	assert_str(app_test_client_value(&f.client, "unit_name"), "UBND phường Đông Hải");
	app_test_client_submit(
	    &f.client, "/setup",
	    APP_TEST_FIELDS("login", "an.nv", "password", "con ngựa đúng pin", "again_password", "con ngựa đúng pin"), 303);
	app_test_client_follow(&f.client, 200);
	assert_page_has(&f.client, "Home of an.nv");
	assert_page_has(&f.client, "You are signed in as an.nv");
	app_test_client_get(&f.client, "/person", 200);
	app_test_client_forget(&f.client);
	app_test_client_get(&f.client, "/setup?token=the%20token", 404);
}

/* ---- The command ---- */

static void a_person_added_by_command_signs_in(void **state)
{
	struct fixture f;
	struct str out;
	set_up(&f, state);
	assert_int_equal(app_test_cli_run(f.client.t, person_cli_run, "con ngựa đúng pin\n", &out, "add", "--login", "an.nv",
	                                  "--name", "Nguyễn Văn An", "--role", "head", "--unit", "h56.1", "--stdin", NULL),
	                 CLI_OK);
	assert_str(out, "");
	sign_in(&f, "an.nv", "con ngựa đúng pin", 303);
	app_test_client_follow(&f.client, 200);
	assert_int_equal(app_test_cli_run(f.client.t, person_cli_run, "", &out, "list", NULL), CLI_OK);
	assert_str(out, "an.nv\tNguyễn Văn An\thead\tSở Nội vụ\tactive\n");
}

static void a_new_password_by_command_is_for_one_use_and_lifts_the_brake(void **state)
{
	struct fixture f;
	struct str out, login;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	app_test_client_forget(&f.client);
	for (int i = 0; i < 5; i++)
		sign_in(&f, "person1", "không phải vậy", 422);
	assert_int_equal(app_test_cli_run(f.client.t, person_cli_run, "", &out, "password", "person1", NULL), CLI_OK);
	assert_true(str_split(&out, '\t', &login));
	sign_in(&f, "person1", str_cstr(f.client.t->arena, str_trim(out)), 303);
	app_test_client_get(&f.client, "/", 303);
}

static void a_person_that_cannot_be_added_is_told_why(void **state)
{
	static const struct {
		const char *login, *role, *unit, *password, *sentence;
	} cases[] = {
	    {"person1", "viewer", "H56", "con ngựa đúng pin", "The login person1 is taken"},
	    {"A b", "viewer", "H56", "con ngựa đúng pin", "A login has 3 to 64"},
	    {"an.nv", "king", "H56", "con ngựa đúng pin", "“king” is no role"},
	    {"an.nv", "viewer", "H99", "con ngựa đúng pin", "No unit has the code H99"},
	    {"an.nv", "viewer", "H56", "ngắn", "A password has at least 10 characters"},
	};
	struct fixture f;
	struct str out;
	set_up(&f, state);
	app_test_client_sign_in_as(&f.client, APP_OFFICER, f.department);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_int_equal(app_test_cli_run(f.client.t, person_cli_run, cases[i].password, &out, "add", "--login", cases[i].login,
		                                  "--name", "Ai đó", "--role", cases[i].role, "--unit", cases[i].unit, "--stdin", NULL),
		                 CLI_CONDITION);
		assert_true(str_contains(out, str_of(cases[i].sentence)));
	}
	assert_int_equal(app_test_cli_run(f.client.t, person_cli_run, "", &out, "password", "nobody", NULL), CLI_CONDITION);
	assert_int_equal(app_test_cli_run(f.client.t, person_cli_run, "", &out, "password", NULL), CLI_USAGE);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(logins_have_plain_letters),
	    cmocka_unit_test(passwords_are_long_and_not_the_login),
	    cmocka_unit_test(one_time_passwords_differ_and_are_readable),
	    TESTING_BOTH(the_right_password_signs_in_and_out),
	    TESTING_BOTH(a_sign_in_makes_a_new_session_and_ends_the_old),
	    TESTING_BOTH(a_wrong_password_and_an_unknown_login_look_alike),
	    TESTING_BOTH(guessing_is_slowed_by_login),
	    TESTING_BOTH(the_right_password_forgets_the_wrong_ones),
	    TESTING_BOTH(guessing_is_slowed_by_address_but_not_this_machine),
	    TESTING_BOTH(after_signing_in_one_is_where_one_wanted_to_be),
	    TESTING_BOTH(a_form_survives_the_end_of_its_session),
	    TESTING_BOTH(a_stale_sign_in_form_is_shown_afresh),
	    TESTING_BOTH(people_change_their_name_and_language),
	    TESTING_BOTH(a_password_is_changed_with_the_present_one),
	    TESTING_BOTH(the_calendar_address_is_shown_once_and_made_anew),
	    TESTING_BOTH(a_new_person_must_choose_a_password_first),
	    TESTING_BOTH(a_login_is_taken_once),
	    TESTING_BOTH(a_disabled_person_is_out_at_once),
	    TESTING_BOTH(a_reset_password_ends_the_sessions),
	    TESTING_BOTH(nobody_changes_their_own_role),
	    TESTING_BOTH(an_administrator_sees_the_people_of_their_own_part),
	    TESTING_BOTH(people_are_listed_by_their_given_names),
	    TESTING_BOTH(a_change_over_someone_elses_is_a_conflict),
	    TESTING_BOTH(the_first_steps_open_once),
	    TESTING_BOTH(a_person_added_by_command_signs_in),
	    TESTING_BOTH(a_new_password_by_command_is_for_one_use_and_lifts_the_brake),
	    TESTING_BOTH(a_person_that_cannot_be_added_is_told_why),
	};
	return TEST_RUN(cases);
}
