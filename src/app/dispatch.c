#include "app/dispatch.h"

#include "app/again.h"
#include "app/assets.h"
#include "app/form.h"
#include "app/input.h"
#include "app/jobs.h"
#include "app/language.h"
#include "app/own.h"
#include "app/problem_html.h"
#include "app/remember.h"
#include "app/route.h"
#include "app/session.h"
#include "base/log.h"
#include "sys/secret.h"

/* Where a person with a one-time password is led, and what they may open meanwhile. */
#define CHANGE_PASSWORD_PATH "/account/password"

static const struct {
	struct str name, value;
} security_headers[] = {
    {STR_INIT("Content-Security-Policy"),
     STR_INIT(
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
         "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")},
    {STR_INIT("X-Content-Type-Options"), STR_INIT("nosniff")},
    {STR_INIT("Referrer-Policy"), STR_INIT("same-origin")},
    {STR_INIT("Cross-Origin-Opener-Policy"), STR_INIT("same-origin")},
};

/* ---- Pages for what goes wrong ---- */

/* How a condition that a handler did not deal with is told to the reader. */
struct refusal {
	enum rc rc;
	int status;
	bool offers_again; /* a POST may be sent again as it is */
	const char *what, *what_to_do;
};

static const struct refusal refusals[] = {
    {RC_NOT_FOUND, 404, false, MSG("There is nothing at this address"),
     MSG("It may have been moved or removed. Check the address, or look for it from the first page.")},
    {RC_DENIED, 403, false, MSG("You may not do this"),
     MSG("Your role or your unit does not allow it. The administrator of your unit can change that.")},
    {RC_CONFLICT, 409, true, MSG("Someone else changed the same thing just now"),
     MSG("Nothing of yours has been saved. Look at what they did, then send yours again if it still fits.")},
    {RC_INVALID, 422, false, MSG("What was sent cannot be used"), MSG("Go back, check what you entered and send it again.")},
    {RC_LIMIT, 422, false, MSG("What was sent is too much"), MSG("Go back and send less at a time.")},
    {RC_UNSUPPORTED, 422, false, MSG("What was sent cannot be used"), MSG("Go back, check what you entered and send it again.")},
    {RC_CANCELLED, 409, true, MSG("This was stopped before its end"), MSG("Nothing has been saved. You can send it again.")},
    {RC_BUSY, 503, true, MSG("The server is very busy"), MSG("Nothing has been saved. Wait a few seconds and try again.")},
};

static const struct refusal too_large = {
    RC_LIMIT, 413, false, MSG("The file or the form is too large"),
    MSG("Nothing of it has been kept. A file may have at most {1} MB. Go back and choose a smaller one, or split it.")};
static const struct refusal malformed = {RC_INVALID, 400, false, MSG("The server could not read what the browser sent"),
                                         MSG("Go back and try once more.")};
static const struct refusal foreign = {RC_DENIED, 403, false, MSG("This was sent from another site"),
                                       MSG("Nothing has been done. If it was you, open the page here and do it from there.")};
static const struct refusal stale = {RC_DENIED, 403, true, MSG("This page had been open for too long"),
                                     MSG("Nothing has been done yet. This is what you were sending; you can send it now.")};
static const struct refusal no_session = {RC_DENIED, 401, false, MSG("Please sign in"),
                                          MSG("This page is for people who have signed in.")};
static const struct refusal wrong_method = {RC_UNSUPPORTED, 405, false, MSG("This address cannot be opened like that"),
                                            MSG("Open the page from the navigation instead.")};

static void start_over(struct app_call *call)
{
	call->response->status = 200;
	call->response->headers.n = 0;
	call->response->body = (struct str){0};
	call->response->body_is_static = false;
	call->response->file_path = NULL;
	call->problems.n = 0;
}

static enum rc refuse(struct app_call *call, const struct refusal *refusal)
{
	struct str megabytes = str_format(call->arena, "%lld", (long long)(call->app->max_upload_bytes / (1024 * 1024)));
	struct message what = {.id = refusal->what}, what_to_do = {.id = refusal->what_to_do, .args = {megabytes}};
	start_over(call);
	if (refusal->status == 503)
		http_response_header(call->response, STR("Retry-After"), STR("3"));
	if (refusal->offers_again && call->request->method == HTTP_POST)
		return again_answer(call, refusal->status, what, what_to_do);
	return app_answer_problem(call, refusal->status, what, what_to_do);
}

static enum rc refuse_condition(struct app_call *call, enum rc rc)
{
	for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
		if (refusals[i].rc == rc)
			return refuse(call, &refusals[i]);
	}
	return log_fail(RC_BUG, "no page for the condition %s", rc_name(rc));
}

/* The 500 page, with a reference that the log's line begins with. */
static void answer_failure(struct app_call *call, enum rc rc)
{
	struct str reference = str_part(secret_sha256(call->arena, secret_token(call->arena)), 0, 8);
	struct str line = str_format(call->arena, "request %.*s %.*s", STR_ARG(reference), STR_ARG(call->request->path));
	log_failure(rc, str_cstr(call->arena, line));
	start_over(call);
	const struct problem_html page = {.title = {.id = MSG("Something failed on the server")},
	                                  .what_to_do = {.id = MSG("Nothing has been saved. It is not your fault; try again later.")},
	                                  .reference = reference};
	const struct app_page frame = {.title = page.title.id};
	if (app_answer_page(call, 500, &frame, problem_html_slot(&page)) != RC_OK) {
		call->response->status = 500;
		call->response->body = reference;
	}
}

/* ---- The checks ---- */

static enum rc ask_to_sign_in(struct app_call *call)
{
	if (call->app->ask_to_sign_in == NULL)
		return refuse(call, &no_session);
	call->response->status = 401;
	return call->app->ask_to_sign_in(call);
}

static bool has_form_token(struct app_call *call)
{
	struct str token = http_field_find(&call->request->form, STR(FORM_TOKEN_FIELD));
	return form_token_is_valid(call->arena, call->own->visitor, token);
}

/* A stale token on the sign-in form: the password is not carried, so the form is simply shown afresh. */
static enum rc refuse_stale(struct app_call *call)
{
	if (call->who == NULL && call->route->permission == APP_ANYONE && call->app->ask_to_sign_in != NULL &&
	    str_eq(call->request->path, STR("/sign-in"))) {
		call->response->status = 403;
		return call->app->ask_to_sign_in(call);
	}
	return refuse(call, &stale);
}

static bool must_change_password_first(const struct app_call *call)
{
	return call->who != NULL && call->own->must_change_password && call->request->method == HTTP_GET &&
	       call->route->permission != APP_ANYONE && !str_eq(call->request->path, STR(CHANGE_PASSWORD_PATH));
}

static enum rc run_handler(struct app_call *call, const struct http_field_vec *places)
{
	if (call->request->method == HTTP_POST && call->route->way != APP_READS_FIRST)
		TRY(app_write(call));
	input_read(call, places);
	return call->route->handler(call);
}

/* Every check in its order; the answer of the first that fails, else the handler's. */
static enum rc check_and_run(struct app_call *call, const struct http_field_vec *places)
{
	bool is_post = call->request->method == HTTP_POST;
	if (is_post && !form_is_same_origin(call->request))
		return refuse(call, &foreign);
	if (call->request->refused != RC_OK)
		return refuse(call, call->request->refused == RC_LIMIT ? &too_large : &malformed);
	if (call->route->permission != APP_ANYONE && call->who == NULL)
		return ask_to_sign_in(call);
	if (call->who != NULL && !role_may(call->who->role, call->route->permission))
		return refuse_condition(call, RC_DENIED);
	if (is_post && !has_form_token(call))
		return refuse_stale(call);
	if (must_change_password_first(call))
		return app_answer_redirect(call, html_url_path(STR(CHANGE_PASSWORD_PATH)), NULL);
	return run_handler(call, places);
}

/* ---- The transaction around them ---- */

static enum rc end_transaction(struct app_call *call, enum rc rc)
{
	struct db_conn *db = call->db;
	call->db = NULL;
	if (db != NULL && rc == RC_OK && call->own->access == DB_WRITE && call->response->status < 400) {
		TRY(db_commit(db));
		/* What the handler queued can be seen by the workers only now. */
		jobs_wake(call->app->jobs);
		return RC_OK;
	}
	db_rollback(db);
	return rc;
}

/* Session, checks and handler in transactions; then what went wrong becomes a page. */
static enum rc answer(struct app_call *call, enum rc routed, const struct http_field_vec *places)
{
	call->own->access = DB_READ;
	TRY(db_begin(call->app->db, DB_READ, &call->db));
	enum rc rc = session_read(call);
	language_choose(call);
	if (rc == RC_OK)
		rc = routed == RC_OK ? check_and_run(call, places) : routed;
	rc = end_transaction(call, rc);
	if (rc == RC_OK || rc_is_failure(rc))
		return rc;
	log_trail_clear();
	if (routed == RC_UNSUPPORTED) {
		TRY(refuse(call, &wrong_method));
		http_response_header(call->response, STR("Allow"), call->request->method == HTTP_GET ? STR("POST") : STR("GET, HEAD"));
		return RC_OK;
	}
	return refuse_condition(call, rc);
}

/* "/plan/" is meant for "/plan". */
static bool is_slash_too_many(struct app_call *call)
{
	struct route_match match;
	struct str path = call->request->path;
	if (call->request->method != HTTP_GET || path.len < 2 || path.ptr[path.len - 1] != '/')
		return false;
	path.len--;
	return route_find(call->arena, call->app->routes, HTTP_GET, path, &match) == RC_OK;
}

static void keep_session_alive(struct app_call *call)
{
	if (!session_is_touch_due(call))
		return;
	enum rc rc = session_touch(call);
	if (rc_is_failure(rc))
		log_failure(rc, "keeping a session alive");
}

static void serve_route(struct app_call *call)
{
	struct route_match match = {0};
	enum rc routed = route_find(call->arena, call->app->routes, call->request->method, call->request->path, &match);
	call->route = match.route;
	if (routed == RC_NOT_FOUND && is_slash_too_many(call)) {
		struct str path = str_part(call->request->path, 0, call->request->path.len - 1);
		call->response->status = 308;
		http_response_header(call->response, STR("Location"), html_url_path(path).text);
		return;
	}
	bool remembered = routed == RC_OK && match.route->way == APP_REMEMBERED;
	if (remembered && remember_find(call->app->remembered, call->app, call->request, call->response))
		return;
	uint64_t generation = db_generation(call->app->db);
	enum rc rc = answer(call, routed, &match.places);
	if (rc != RC_OK) {
		answer_failure(call, rc);
		return;
	}
	keep_session_alive(call);
	if (remembered)
		remember_keep(call->app->remembered, call->app, call->request, call->response, generation);
}

static void add_headers(struct http_response *response)
{
	for (size_t i = 0; i < sizeof security_headers / sizeof security_headers[0]; i++)
		http_response_header(response, security_headers[i].name, security_headers[i].value);
	if (http_field_find(&response->headers, STR("Cache-Control")).ptr == NULL)
		http_response_header(response, STR("Cache-Control"), STR("no-store"));
}

void dispatch_serve(struct app *app, struct http_request *request, struct http_response *response)
{
	struct app_own own = {0};
	struct app_call call = {.app = app,
	                        .arena = request->arena,
	                        .words = app->vietnamese,
	                        .today = clock_today(app->clock),
	                        .now_ms = clock_now_ms(app->clock),
	                        .request = request,
	                        .response = response,
	                        .own = &own};
	language_choose(&call);
	if (!assets_serve(app->assets, request, response))
		serve_route(&call);
	add_headers(response);
}
