/* One's own account: name, language, password, the address of the calendar feed. */
#include "app/session.h"
#include "feature/person/person.h"
#include "feature/person/person_account_html.h"
#include "feature/person/person_feed_html.h"
#include "feature/person/person_password_html.h"
#include "feature/person/person_web.h"
#include "sys/secret.h"

static const struct app_page account_frame = {.title = MSG("Account"), .section = "account"};

/* ---- Name and language ---- */

static enum rc answer_account(struct app_call *call, int status, struct str name, bool english)
{
	struct person person;
	TRY(person_find(call->db, call->arena, call->who->id, &person));
	const struct person_account_html page = {.login = person.login,
	                                         .role = app_words(call, role_label(person.role)),
	                                         .unit = person.unit_name,
	                                         .unit_href = html_url_format(call->arena, "/unit/%lld", (long long)person.unit_id),
	                                         .name = name,
	                                         .name_error = app_problem_of(call, "name"),
	                                         .english = english,
	                                         .has_feed = person.has_feed,
	                                         .manages = role_may(person.role, APP_MANAGE_PEOPLE)};
	return app_answer_page(call, status, &account_frame, person_account_html_slot(&page));
}

static enum rc show_account(struct app_call *call)
{
	return answer_account(call, 200, call->who->name, call->who->english);
}

static enum rc save_account(struct app_call *call)
{
	bool english = str_eq(app_text(call, "language"), STR("en"));
	if (app_has_problems(call))
		return answer_account(call, 422, app_text(call, "name"), english);
	TRY(person_change_own(call->db, call->arena, call->now_ms, call->who->id, app_text(call, "name"), english));
	const struct message done = {.id = MSG("Your account has been saved")};
	return app_answer_redirect(call, html_url_path(STR("/account")), &done);
}

/* ---- Password ---- */

static enum rc answer_password(struct app_call *call, int status, bool must)
{
	const struct person_password_html page = {.login = call->who->login,
	                                          .must = must,
	                                          .old_error = app_problem_of(call, "old_password"),
	                                          .new_error = app_problem_of(call, "new_password"),
	                                          .again_error = app_problem_of(call, "again_password")};
	const struct app_page frame = {.title = MSG("Change the password"), .section = "account"};
	return app_answer_page(call, status, &frame, person_password_html_slot(&page));
}

static enum rc show_password(struct app_call *call)
{
	struct person person;
	TRY(person_find(call->db, call->arena, call->who->id, &person));
	return answer_password(call, 200, person.must_change);
}

static void check_new_password(struct app_call *call, struct str login)
{
	struct str chosen = app_text(call, "new_password");
	struct message problem = person_password_problem(chosen, login);
	if (problem.id != NULL)
		app_add_problem(call, "new_password", problem);
	else if (str_eq(chosen, app_text(call, "old_password")))
		app_add_problem(call, "new_password", (struct message){.id = MSG("Choose another one than the present")});
	else if (!str_eq(chosen, app_text(call, "again_password")))
		app_add_problem(call, "again_password", (struct message){.id = MSG("The two new passwords differ")});
}

/* The present password is a guess too: it counts as one. */
static enum rc check_old_password(struct app_call *call)
{
	struct person_try try = {.login = call->who->login, .now_ms = call->now_ms};
	int64_t minutes = 0;
	TRY(app_write(call));
	enum rc rc = person_try_begin(call->db, call->arena, &try, &minutes);
	if (rc == RC_LIMIT) {
		struct str n = str_format(call->arena, "%lld", (long long)minutes);
		app_add_problem(call, "old_password",
		                (struct message){.id = MSG("Too many wrong passwords. Try again in {1} minutes."), .args = {n}});
		return RC_OK;
	}
	TRY(rc);
	TRY(app_commit(call));
	if (!secret_password_matches(try.hash, app_text(call, "old_password")))
		app_add_problem(call, "old_password", (struct message){.id = MSG("This is not your present password")});
	return RC_OK;
}

static enum rc save_password(struct app_call *call)
{
	struct person_try try = {.login = call->who->login, .person_id = call->who->id, .now_ms = call->now_ms};
	struct str hash;
	if (!app_has_problems(call))
		check_new_password(call, call->who->login);
	if (!app_has_problems(call))
		TRY(check_old_password(call));
	if (app_has_problems(call))
		return answer_password(call, 422, false);
	TRY(secret_hash_password(call->arena, app_text(call, "new_password"), SECRET_COST_INTERACTIVE, &hash));
	TRY(app_write(call));
	TRY(person_forget_tries(call->db, call->arena, &try));
	TRY(person_set_password(call->db, call->arena, call->now_ms, call->who->id, call->who->id, hash, false));
	TRY(session_end_others(call, call->who->id));
	const struct message done = {.id = MSG("Your password has been changed. Other devices are signed out.")};
	return app_answer_redirect(call, html_url_path(STR("/account")), &done);
}

/* ---- Calendar feed ---- */

static enum rc renew_feed(struct app_call *call)
{
	struct str token;
	TRY(person_renew_feed(call->db, call->arena, call->now_ms, call->who->id, &token));
	const struct person_feed_html page = {.path = str_format(call->arena, "/feed/%.*s", STR_ARG(token)),
	                                      .host = http_field_find(&call->request->headers, STR("host")),
	                                      .secure = call->app->secure_cookies};
	return app_answer_page(call, 200, &account_frame, person_feed_html_slot(&page));
}

/* ---- Routes ---- */

static const char *const languages[] = {"vi", "en", NULL};

static const struct app_param account_params[] = {
    {.name = "name", .kind = APP_TEXT, .required = true, .max = PERSON_NAME_BYTES, .label = MSG("Full name")},
    {.name = "language", .kind = APP_CHOICE, .required = true, .label = MSG("Language of the pages"), .choices = languages},
    {.name = NULL},
};
static const struct app_param password_params[] = {
    {.name = "old_password", .kind = APP_TEXT, .required = true, .max = PERSON_PASSWORD_BYTES, .label = MSG("Present password")},
    {.name = "new_password", .kind = APP_TEXT, .required = true, .max = PERSON_PASSWORD_BYTES, .label = MSG("New password")},
    {.name = "again_password",
     .kind = APP_TEXT,
     .required = true,
     .max = PERSON_PASSWORD_BYTES,
     .label = MSG("New password once more")},
    {.name = NULL},
};

const struct app_route person_account_web_routes[] = {
    {HTTP_GET, "/account", show_account, APP_SIGNED_IN, NULL, MSG("One's own account"), APP_PLAIN},
    {HTTP_POST, "/account", save_account, APP_SIGNED_IN, account_params, MSG("Saves name and language"), APP_PLAIN},
    {HTTP_GET, "/account/password", show_password, APP_SIGNED_IN, NULL, MSG("The form to change one's password"), APP_PLAIN},
    {HTTP_POST, "/account/password", save_password, APP_SIGNED_IN, password_params, MSG("Changes one's password"),
     APP_READS_FIRST},
    {HTTP_POST, "/account/feed", renew_feed, APP_SIGNED_IN, NULL, MSG("Makes the address of one's calendar anew"), APP_PLAIN},
    {.path = NULL},
};
