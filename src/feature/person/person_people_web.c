/* People, for administrators: of their own unit and the units below it. */
#include "feature/person/person.h"
#include "feature/person/person_form_html.h"
#include "feature/person/person_list_html.h"
#include "feature/person/person_secret_html.h"
#include "feature/person/person_web.h"
#include "feature/unit/unit.h"
#include "sys/secret.h"

enum { PEOPLE_AT_MOST = 200 };

static const char *const roles[] = {"viewer", "officer", "head", "administrator", NULL};

static struct html_url url_of(const struct app_call *call, int64_t id)
{
	return html_url_format(call->arena, "/person/%lld", (long long)id);
}

/* RC_DENIED where the unit does not lie in the reader's part of the tree. */
static enum rc check_scope(struct app_call *call, struct str path)
{
	struct unit_scope scope;
	TRY(unit_scope_of(call->db, call->arena, call->who->unit_id, &scope));
	return unit_scope_holds(&scope, path) ? RC_OK : RC_DENIED;
}

/* ---- GET /person ---- */

static enum rc show_list(struct app_call *call)
{
	struct unit unit;
	struct person_vec people;
	int64_t unit_id = app_int(call, "unit");
	TRY(unit_find(call->db, call->arena, unit_id != 0 ? unit_id : call->who->unit_id, &unit));
	TRY(check_scope(call, unit.path));
	TRY(person_list(call->db, call->arena, unit.path, app_text(call, "q"), PEOPLE_AT_MOST, &people));
	struct person_list_html_row *rows = ARENA_ARRAY(call->arena, struct person_list_html_row, people.n);
	for (size_t i = 0; i < people.n; i++) {
		const struct person *person = &people.at[i];
		rows[i] = (struct person_list_html_row){.href = url_of(call, person->id),
		                                        .name = person->name,
		                                        .login = person->login,
		                                        .role = app_words(call, role_label(person->role)),
		                                        .unit = person->unit_name,
		                                        .disabled = person->disabled};
	}
	const struct person_list_html page = {
	    .words = app_text(call, "q"),
	    .unit = unit.name,
	    .unit_id = unit_id,
	    .n_text = {.id = people.n == PEOPLE_AT_MOST ? MSG("The first {1} people: search to see others") : MSG("{1} people"),
	               .args = {str_format(call->arena, "%zu", people.n)}},
	    .people = rows,
	    .n_people = people.n};
	return app_answer_page(call, 200, &(struct app_page){.title = MSG("People"), .section = "unit"},
	                       person_list_html_slot(&page));
}

/* ---- The form ---- */

static enum rc answer_form(struct app_call *call, int status, struct person_form_html *page, struct str role)
{
	struct person_form_html_option options[APP_ADMINISTRATOR + 1];
	for (int i = 0; i <= APP_ADMINISTRATOR; i++)
		options[i] = (struct person_form_html_option){.value = str_of(roles[i]),
		                                              .label = app_words(call, role_label((enum app_role)i)),
		                                              .chosen = str_eq(role, str_of(roles[i]))};
	page->roles = options;
	page->n_roles = APP_ADMINISTRATOR + 1;
	page->action = html_url_path(call->request->path);
	page->login_error = app_problem_of(call, "login");
	page->name_error = app_problem_of(call, "name");
	page->role_error = app_problem_of(call, "role");
	page->unit_error = app_problem_of(call, "unit");
	struct app_page frame = {.title = MSG("Add a person"), .section = "unit"};
	if (page->editing)
		frame = (struct app_page){.title_text = page->name, .section = "unit"};
	return app_answer_page(call, status, &frame, person_form_html_slot(page));
}

/* The unit of the code in the form; a problem where there is none or it is not the reader's to fill. */
static enum rc unit_of_form(struct app_call *call, int64_t *ret_id)
{
	struct unit unit;
	struct str code = unit_code_typed(call->arena, app_text(call, "unit"));
	enum rc rc = unit_find_code(call->db, call->arena, code, &unit);
	if (rc == RC_OK)
		rc = check_scope(call, unit.path);
	if (rc == RC_OK)
		*ret_id = unit.id;
	else if (rc == RC_NOT_FOUND || rc == RC_DENIED)
		app_add_problem(call, "unit",
		                (struct message){.id = MSG("No unit that you look after has the code {1}"), .args = {code}});
	return rc == RC_NOT_FOUND || rc == RC_DENIED ? RC_OK : rc;
}

/* ---- Adding ---- */

static enum rc show_add(struct app_call *call)
{
	struct unit unit;
	struct person_form_html page = {0};
	TRY(unit_find(call->db, call->arena, call->who->unit_id, &unit));
	page.unit = unit.code;
	return answer_form(call, 200, &page, role_name(APP_OFFICER));
}

static enum rc answer_sent_form(struct app_call *call)
{
	struct person_form_html page = {
	    .login = app_text(call, "login"), .name = app_text(call, "name"), .unit = app_text(call, "unit")};
	return answer_form(call, 422, &page, app_text(call, "role"));
}

static enum rc answer_secret(struct app_call *call, struct str name, struct str login, struct str password)
{
	const struct person_secret_html page = {.name = name, .login = login, .password = password};
	const struct app_page frame = {.title = MSG("One-time password"), .section = "unit"};
	return app_answer_page(call, 200, &frame, person_secret_html_slot(&page));
}

static void check_login(struct app_call *call, struct str login)
{
	struct message problem = person_login_problem(login);
	if (login.len > 0 && problem.id != NULL)
		app_add_problem(call, "login", problem);
}

static enum rc add(struct app_call *call)
{
	struct person person = {
	    .login = person_login_typed(call->arena, app_text(call, "login")), .name = app_text(call, "name"), .must_change = true};
	struct str hash, password = person_one_time_password(call->arena);
	int64_t id;
	check_login(call, person.login);
	TRY(unit_of_form(call, &person.unit_id));
	if (app_has_problems(call) || !role_parse(app_text(call, "role"), &person.role))
		return answer_sent_form(call);
	app_release(call);
	TRY(secret_hash_password(call->arena, password, SECRET_COST_INTERACTIVE, &hash));
	TRY(app_write(call));
	enum rc rc = person_add(call->db, call->arena, call->now_ms, call->who->id, &person, hash, &id);
	if (rc == RC_CONFLICT) {
		app_add_problem(call, "login", (struct message){.id = MSG("The login {1} is taken"), .args = {person.login}});
		return answer_sent_form(call);
	}
	TRY(rc);
	return answer_secret(call, person.name, person.login, password);
}

/* ---- Changing ---- */

static enum rc find_in_scope(struct app_call *call, struct person *ret)
{
	TRY(person_find(call->db, call->arena, app_int(call, "id"), ret));
	return check_scope(call, ret->unit_path);
}

static struct person_form_html form_of(const struct app_call *call, const struct person *person)
{
	struct person_form_html page = {.editing = true,
	                                .is_self = person->id == call->who->id,
	                                .version = person->version,
	                                .login = person->login,
	                                .name = person->name,
	                                .disabled = person->disabled};
	if (!page.is_self)
		page.reset = html_url_format(call->arena, "/person/%lld/password", (long long)person->id);
	return page;
}

static enum rc show_person(struct app_call *call)
{
	struct person person;
	struct unit unit;
	TRY(find_in_scope(call, &person));
	TRY(unit_find(call->db, call->arena, person.unit_id, &unit));
	struct person_form_html page = form_of(call, &person);
	page.unit = unit.code;
	return answer_form(call, 200, &page, role_name(person.role));
}

/* The form as sent; where someone else was quicker, against their version from now on. */
static enum rc answer_change_again(struct app_call *call, int status, const struct person *now)
{
	struct person_form_html page = form_of(call, now);
	page.name = app_text(call, "name");
	page.unit = app_text(call, "unit");
	page.disabled = app_flag(call, "disabled");
	return answer_form(call, status, &page, app_text(call, "role"));
}

static enum rc change(struct app_call *call)
{
	struct person old, changed;
	TRY(find_in_scope(call, &old));
	changed = old;
	changed.name = app_text(call, "name");
	changed.version = app_int(call, "version");
	changed.disabled = app_flag(call, "disabled");
	(void)!role_parse(app_text(call, "role"), &changed.role);
	TRY(unit_of_form(call, &changed.unit_id));
	if (old.id == call->who->id && (changed.role != old.role || changed.disabled))
		app_add_problem(call, "role", (struct message){.id = MSG("Your own role is for another administrator to change")});
	if (app_has_problems(call))
		return answer_change_again(call, 422, &old);
	enum rc rc = person_change(call->db, call->arena, call->now_ms, call->who->id, &changed);
	if (rc == RC_CONFLICT) {
		app_add_problem(call, NULL,
		                (struct message){.id = MSG("Meanwhile someone else saved: {1}, {2}, {3}. Saving again replaces that."),
		                                 .args = {old.name, app_words(call, role_label(old.role)), old.unit_name}});
		return answer_change_again(call, 409, &old);
	}
	TRY(rc);
	const struct message done = {.id = MSG("{1} has been saved"), .args = {changed.name}};
	return app_answer_redirect(call, url_of(call, old.id), &done);
}

static enum rc reset(struct app_call *call)
{
	struct person person;
	struct str hash, password = person_one_time_password(call->arena);
	TRY(find_in_scope(call, &person));
	if (person.id == call->who->id)
		return RC_DENIED;
	app_release(call);
	TRY(secret_hash_password(call->arena, password, SECRET_COST_INTERACTIVE, &hash));
	TRY(app_write(call));
	TRY(person_set_password(call->db, call->arena, call->now_ms, call->who->id, person.id, hash, true));
	return answer_secret(call, person.name, person.login, password);
}

/* ---- Routes ---- */

#define PLACE_ID                                                                                                                 \
	{                                                                                                                            \
		.name = "id", .kind = APP_INT, .required = true                                                                          \
	}
#define NAME_ROLE_UNIT                                                                                                           \
	{.name = "name", .kind = APP_TEXT, .required = true, .max = PERSON_NAME_BYTES, .label = MSG("Full name")},                   \
	    {.name = "role", .kind = APP_CHOICE, .required = true, .label = MSG("Role"), .choices = roles},                          \
	{                                                                                                                            \
		.name = "unit", .kind = APP_TEXT, .required = true, .max = UNIT_CODE_BYTES, .label = MSG("Code of the unit")             \
	}

static const struct app_param list_params[] = {
    {.name = "q", .kind = APP_TEXT, .max = 200, .label = MSG("Name or login, with or without accents")},
    {.name = "unit", .kind = APP_INT},
    {.name = NULL},
};
static const struct app_param id_params[] = {PLACE_ID, {.name = NULL}};
static const struct app_param add_params[] = {
    {.name = "login", .kind = APP_TEXT, .required = true, .max = PERSON_LOGIN_BYTES, .label = MSG("Login")},
    NAME_ROLE_UNIT,
    {.name = NULL},
};
static const struct app_param change_params[] = {
    PLACE_ID,
    NAME_ROLE_UNIT,
    {.name = "disabled", .kind = APP_FLAG, .label = MSG("Disabled: may no longer sign in")},
    {.name = "version", .kind = APP_INT, .required = true},
    {.name = NULL},
};

const struct app_route person_people_web_routes[] = {
    {HTTP_GET, "/person", show_list, APP_MANAGE_PEOPLE, list_params, MSG("The people of a unit and below it"), APP_PLAIN},
    {HTTP_GET, "/person/add", show_add, APP_MANAGE_PEOPLE, NULL, MSG("The form to add a person"), APP_PLAIN},
    {HTTP_POST, "/person/add", add, APP_MANAGE_PEOPLE, add_params, MSG("Adds a person"), APP_READS_FIRST},
    {HTTP_GET, "/person/{id}", show_person, APP_MANAGE_PEOPLE, id_params, MSG("The form to change a person"), APP_PLAIN},
    {HTTP_POST, "/person/{id}", change, APP_MANAGE_PEOPLE, change_params, MSG("Changes a person"), APP_PLAIN},
    {HTTP_POST, "/person/{id}/password", reset, APP_MANAGE_PEOPLE, id_params, MSG("Makes a one-time password"), APP_READS_FIRST},
    {.path = NULL},
};
