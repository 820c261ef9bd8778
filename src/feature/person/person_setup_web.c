/* The first steps on an empty database: the unit at the top and its administrator, by whoever holds the address that the server
 * printed. Afterwards there is nothing at this address. */
#include "app/session.h"
#include "feature/person/person.h"
#include "feature/person/person_setup_html.h"
#include "feature/person/person_web.h"
#include "feature/unit/unit.h"
#include "sys/secret.h"

/* RC_NOT_FOUND where the first steps are done, or the token is not the one that was printed. */
static enum rc check_open(struct app_call *call)
{
	bool nobody;
	struct str token = app_text(call, "token");
	if (call->app->setup_token_hash == NULL ||
	    !secret_equal(secret_sha256(call->arena, token), str_of(call->app->setup_token_hash)))
		return RC_NOT_FOUND;
	TRY(person_is_nobody(call->db, call->arena, &nobody));
	return nobody ? RC_OK : RC_NOT_FOUND;
}

static enum rc answer_form(struct app_call *call, int status, struct person_setup_html *page, struct str kind)
{
	struct person_setup_html_option kinds[UNIT_OTHER + 1];
	for (int i = 0; i <= UNIT_OTHER; i++)
		kinds[i] = (struct person_setup_html_option){.value = str_of(unit_kind_names[i]),
		                                             .label = app_words(call, unit_kind_label((enum unit_kind)i)),
		                                             .chosen = str_eq(kind, str_of(unit_kind_names[i]))};
	page->token = app_text(call, "token");
	page->kinds = kinds;
	page->n_kinds = UNIT_OTHER + 1;
	page->unit_name_error = app_problem_of(call, "unit_name");
	page->unit_code_error = app_problem_of(call, "unit_code");
	page->name_error = app_problem_of(call, "name");
	page->login_error = app_problem_of(call, "login");
	page->password_error = app_problem_of(call, "password");
	page->again_error = app_problem_of(call, "again_password");
	const struct app_page frame = {.title = MSG("First steps"), .bare = true};
	return app_answer_page(call, status, &frame, person_setup_html_slot(page));
}

static enum rc show_setup(struct app_call *call)
{
	struct person_setup_html page = {0};
	TRY(check_open(call));
	return answer_form(call, 200, &page, unit_kind_name(UNIT_COMMUNE));
}

static enum rc answer_sent_form(struct app_call *call)
{
	struct person_setup_html page = {.unit_name = app_text(call, "unit_name"),
	                                 .unit_code = app_text(call, "unit_code"),
	                                 .name = app_text(call, "name"),
	                                 .login = app_text(call, "login")};
	return answer_form(call, 422, &page, app_text(call, "unit_kind"));
}

static void check_account(struct app_call *call, struct str login)
{
	struct message login_problem = person_login_problem(login);
	struct message password_problem = person_password_problem(app_text(call, "password"), login);
	if (login_problem.id != NULL)
		app_add_problem(call, "login", login_problem);
	if (password_problem.id != NULL)
		app_add_problem(call, "password", password_problem);
	else if (!str_eq(app_text(call, "password"), app_text(call, "again_password")))
		app_add_problem(call, "again_password", (struct message){.id = MSG("The two passwords differ")});
}

/* The unit and the administrator, who is signed in. RC_INVALID: a problem was added. */
static enum rc begin(struct app_call *call, struct person *person, struct str hash)
{
	struct unit unit = {.name = app_text(call, "unit_name"),
	                    .code = unit_code_typed(call->arena, app_text(call, "unit_code")),
	                    .kind = UNIT_OTHER};
	struct message problem;
	const char *field;
	(void)!unit_kind_parse(app_text(call, "unit_kind"), &unit.kind);
	enum rc rc = unit_add(call->db, call->arena, call->now_ms, 0, &unit, &person->unit_id, &problem, &field);
	if (rc == RC_INVALID)
		app_add_problem(call, "unit_code", problem);
	TRY(rc);
	TRY(person_add(call->db, call->arena, call->now_ms, 0, person, hash, &person->id));
	return session_begin(call, person->id);
}

static enum rc set_up(struct app_call *call)
{
	struct person person = {.login = person_login_typed(call->arena, app_text(call, "login")),
	                        .name = app_text(call, "name"),
	                        .role = APP_ADMINISTRATOR};
	struct str hash;
	TRY(check_open(call));
	if (!app_has_problems(call))
		check_account(call, person.login);
	if (app_has_problems(call))
		return answer_sent_form(call);
	app_release(call);
	TRY(secret_hash_password(call->arena, app_text(call, "password"), SECRET_COST_INTERACTIVE, &hash));
	TRY(app_write(call));
	TRY(check_open(call));
	enum rc rc = begin(call, &person, hash);
	if (rc == RC_INVALID)
		return answer_sent_form(call);
	TRY(rc);
	const struct message done = {.id = MSG("All is ready. You are signed in as {1}."), .args = {person.login}};
	return app_answer_redirect(call, html_url_path(STR("/")), &done);
}

/* ---- Routes ---- */

static const struct app_param show_params[] = {
    {.name = "token", .kind = APP_TEXT, .max = 100},
    {.name = NULL},
};
static const struct app_param set_up_params[] = {
    {.name = "token", .kind = APP_TEXT, .max = 100},
    {.name = "unit_name", .kind = APP_TEXT, .required = true, .max = UNIT_NAME_BYTES, .label = MSG("Name of the unit")},
    {.name = "unit_code", .kind = APP_TEXT, .required = true, .max = UNIT_CODE_BYTES, .label = MSG("Code of the unit")},
    {.name = "unit_kind", .kind = APP_CHOICE, .required = true, .label = MSG("Kind"), .choices = unit_kind_names},
    {.name = "name", .kind = APP_TEXT, .required = true, .max = PERSON_NAME_BYTES, .label = MSG("Full name")},
    {.name = "login", .kind = APP_TEXT, .required = true, .max = PERSON_LOGIN_BYTES, .label = MSG("Login")},
    {.name = "password", .kind = APP_TEXT, .required = true, .max = PERSON_PASSWORD_BYTES, .label = MSG("Password")},
    {.name = "again_password",
     .kind = APP_TEXT,
     .required = true,
     .max = PERSON_PASSWORD_BYTES,
     .label = MSG("Password once more")},
    {.name = NULL},
};

const struct app_route person_setup_web_routes[] = {
    {HTTP_GET, "/setup", show_setup, APP_ANYONE, show_params, MSG("The first steps on an empty database"), APP_PLAIN},
    {HTTP_POST, "/setup", set_up, APP_ANYONE, set_up_params, MSG("Adds the first unit and its administrator"), APP_READS_FIRST},
    {.path = NULL},
};
