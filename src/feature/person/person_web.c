#include "feature/person/person_web.h"

#include "app/again.h"
#include "app/session.h"
#include "feature/person/person.h"
#include "feature/person/person_sign_in_html.h"
#include "sys/secret.h"

enum { NEXT_BYTES = 2000 };

/* ---- The page ---- */

static enum rc answer_page(struct app_call *call, int status, struct person_sign_in_html *page)
{
	struct http_field_vec carried = again_carry(call);
	struct person_sign_in_html_carried *fields = ARENA_ARRAY(call->arena, struct person_sign_in_html_carried, carried.n);
	for (size_t i = 0; i < carried.n; i++)
		fields[i] = (struct person_sign_in_html_carried){.name = carried.at[i].name, .value = carried.at[i].value};
	page->carried = fields;
	page->n_carried = carried.n;
	page->login_error = app_problem_of(call, "login");
	page->password_error = app_problem_of(call, "password");
	return app_answer_page(call, status, &(struct app_page){.title = MSG("Sign in"), .bare = true},
	                       person_sign_in_html_slot(page));
}

enum rc person_web_ask_to_sign_in(struct app_call *call)
{
	struct person_sign_in_html page = {.ended = session_has_ended(call)};
	if (call->request->method == HTTP_GET)
		page.next = app_address(call);
	if (call->db != NULL)
		TRY(person_is_nobody(call->db, call->arena, &page.nobody));
	return answer_page(call, call->response->status, &page);
}

static enum rc show_sign_in(struct app_call *call)
{
	struct person_sign_in_html page = {.next = app_text(call, "next")};
	if (call->who != NULL)
		return app_answer_redirect(call, html_url_path(STR("/")), NULL);
	TRY(person_is_nobody(call->db, call->arena, &page.nobody));
	return answer_page(call, 200, &page);
}

/* ---- Signing in ---- */

static bool is_this_machine(struct str address)
{
	return str_has_prefix(address, STR("127.")) || str_eq(address, STR("::1"));
}

static enum rc show_again(struct app_call *call, int status)
{
	struct person_sign_in_html page = {.login = app_text(call, "login"), .next = app_text(call, "next")};
	return answer_page(call, status, &page);
}

/* Counts the try and looks at the password, with no transaction open meanwhile. RC_DENIED where it is wrong, RC_LIMIT where one
 * must wait; both have their problem added. */
static enum rc check_password(struct app_call *call, struct person_try *try)
{
	int64_t minutes = 0;
	TRY(app_write(call));
	enum rc rc = person_try_begin(call->db, call->arena, try, &minutes);
	if (rc == RC_LIMIT) {
		struct str n = str_format(call->arena, "%lld", (long long)minutes);
		http_response_header(call->response, STR("Retry-After"), str_format(call->arena, "%lld", (long long)minutes * 60));
		app_add_problem(call, "login",
		                (struct message){.id = MSG("Too many wrong passwords. Try again in {1} minutes."), .args = {n}});
	}
	TRY(rc);
	TRY(app_commit(call));
	if (secret_password_matches(try->hash, app_text(call, "password")) && try->person_id != 0)
		return RC_OK;
	app_add_problem(call, "password", (struct message){.id = MSG("The login or the password is not right")});
	return RC_DENIED;
}

static enum rc sign_in(struct app_call *call)
{
	struct str address = call->request->remote;
	struct person_try try = {.login = person_login_typed(call->arena, app_text(call, "login")),
	                         .address = is_this_machine(address) ? STR("") : address,
	                         .now_ms = call->now_ms};
	if (app_has_problems(call))
		return show_again(call, 422);
	enum rc rc = check_password(call, &try);
	if (rc == RC_DENIED || rc == RC_LIMIT)
		return show_again(call, rc == RC_LIMIT ? 429 : 422);
	TRY(rc);
	TRY(app_write(call));
	TRY(person_try_succeeded(call->db, call->arena, &try));
	TRY(session_begin(call, try.person_id));
	if (again_is_carried(call))
		return again_answer_carried(call);
	return app_answer_redirect(call, html_url_path(app_text(call, "next")), NULL);
}

static enum rc sign_out(struct app_call *call)
{
	const struct message done = {.id = MSG("You are signed out")};
	TRY(session_end(call));
	return app_answer_redirect(call, html_url_path(STR("/sign-in")), &done);
}

/* ---- Routes ---- */

static const struct app_param page_params[] = {
    {.name = "next", .kind = APP_TEXT, .max = NEXT_BYTES},
    {.name = NULL},
};
static const struct app_param sign_in_params[] = {
    {.name = "login", .kind = APP_TEXT, .required = true, .max = PERSON_LOGIN_BYTES, .label = MSG("Login")},
    {.name = "password", .kind = APP_TEXT, .required = true, .max = PERSON_PASSWORD_BYTES, .label = MSG("Password")},
    {.name = "next", .kind = APP_TEXT, .max = NEXT_BYTES},
    {.name = NULL},
};

const struct app_route person_web_routes[] = {
    {HTTP_GET, "/sign-in", show_sign_in, APP_ANYONE, page_params, MSG("The sign-in page"), APP_PLAIN},
    {HTTP_POST, "/sign-in", sign_in, APP_ANYONE, sign_in_params, MSG("Signs a person in"), APP_READS_FIRST},
    {HTTP_POST, "/sign-out", sign_out, APP_ANYONE, NULL, MSG("Signs a person out"), APP_PLAIN},
    {.path = NULL},
};
