#include "feature/unit/unit_web.h"

#include <string.h>

#include "feature/unit/unit.h"
#include "feature/unit/unit_form_html.h"
#include "feature/unit/unit_list_html.h"
#include "feature/unit/unit_page_html.h"
#include "feature/unit/unit_tree_html.h"

enum { FOUND_AT_MOST = 100, WHOLE_TREE = 400, LEVELS_OF_LARGE_TREE = 2 };

VEC_OF(unit_form_html_their, struct unit_form_html_their);

static struct html_url url_of(const struct app_call *call, int64_t id)
{
	return html_url_format(call->arena, "/unit/%lld", (long long)id);
}

static bool may_manage(const struct app_call *call)
{
	return role_may(call->who->role, APP_MANAGE_UNITS);
}

/* ---- The tree ---- */

static struct html_slot tree_of(const struct app_call *call, const struct unit_vec *all, int64_t parent_id, int levels)
{
	size_t first, n = unit_children(all, parent_id, &first);
	struct unit_tree_html *page = ARENA_NEW(call->arena, struct unit_tree_html);
	struct unit_tree_html_node *nodes = ARENA_ARRAY(call->arena, struct unit_tree_html_node, n);
	for (size_t i = 0; i < n; i++) {
		const struct unit *unit = &all->at[first + i];
		size_t first_below, n_below = unit_children(all, unit->id, &first_below);
		nodes[i] = (struct unit_tree_html_node){.href = url_of(call, unit->id), .code = unit->code, .name = unit->name};
		if (unit->state != UNIT_ACTIVE)
			nodes[i].gone = app_words(call, unit_state_label(unit->state));
		if (n_below > 0 && levels > 1)
			nodes[i].below = tree_of(call, all, unit->id, levels - 1);
		else
			nodes[i].n_below = (int64_t)n_below;
	}
	*page = (struct unit_tree_html){.nodes = nodes, .n_nodes = n};
	return unit_tree_html_slot(page);
}

/* ---- GET /unit ---- */

static const struct unit_list_html_row *rows_of(const struct app_call *call, const struct unit_vec *units)
{
	struct unit_list_html_row *rows = ARENA_ARRAY(call->arena, struct unit_list_html_row, units->n);
	for (size_t i = 0; i < units->n; i++) {
		const struct unit *unit = &units->at[i];
		rows[i] = (struct unit_list_html_row){.href = url_of(call, unit->id),
		                                      .code = unit->code,
		                                      .name = unit->name,
		                                      .kind = app_words(call, unit_kind_label(unit->kind)),
		                                      .state = unit_state_name(unit->state),
		                                      .state_label = app_words(call, unit_state_label(unit->state))};
	}
	return rows;
}

static enum rc show_list(struct app_call *call)
{
	struct unit_vec units;
	struct unit_list_html page = {.words = app_text(call, "q"), .may_manage = may_manage(call)};
	if (page.words.len > 0)
		TRY(unit_search(call->db, call->arena, page.words, FOUND_AT_MOST, &units));
	else
		TRY(unit_list(call->db, call->arena, &units));
	struct str n = str_format(call->arena, "%zu", units.n);
	if (page.words.len > 0) {
		page.found = rows_of(call, &units);
		page.n_found = units.n;
		page.n_text = (struct message){.id = units.n == FOUND_AT_MOST ? MSG("The first {1} units found") : MSG("{1} units found"),
		                               .args = {n}};
	} else {
		page.tree = tree_of(call, &units, 0, units.n <= WHOLE_TREE ? UNIT_DEPTH : LEVELS_OF_LARGE_TREE);
		page.n_text = (struct message){.id = MSG("{1} units in the register"), .args = {n}};
	}
	return app_answer_page(call, 200, &(struct app_page){.title = MSG("Units"), .section = "unit"}, unit_list_html_slot(&page));
}

/* ---- GET /unit/{id} ---- */

static enum rc may_change(struct app_call *call, struct str path, bool *ret)
{
	struct unit_scope scope;
	*ret = false;
	if (!may_manage(call))
		return RC_OK;
	TRY(unit_scope_of(call->db, call->arena, call->who->unit_id, &scope));
	*ret = unit_scope_holds(&scope, path);
	return RC_OK;
}

static const struct unit_page_html_row *page_rows(const struct app_call *call, const struct unit_vec *units)
{
	struct unit_page_html_row *rows = ARENA_ARRAY(call->arena, struct unit_page_html_row, units->n);
	for (size_t i = 0; i < units->n; i++) {
		const struct unit *unit = &units->at[i];
		rows[i] = (struct unit_page_html_row){.href = url_of(call, unit->id),
		                                      .code = unit->code,
		                                      .name = unit->name,
		                                      .kind = app_words(call, unit_kind_label(unit->kind)),
		                                      .state = unit_state_name(unit->state),
		                                      .state_label = app_words(call, unit_state_label(unit->state))};
	}
	return rows;
}

static const struct unit_page_html_link *links_of(const struct app_call *call, const struct unit_vec *units)
{
	struct unit_page_html_link *links = ARENA_ARRAY(call->arena, struct unit_page_html_link, units->n);
	for (size_t i = 0; i < units->n; i++)
		links[i] = (struct unit_page_html_link){.href = url_of(call, units->at[i].id), .name = units->at[i].name};
	return links;
}

static enum rc show_unit(struct app_call *call)
{
	struct unit unit, successor;
	struct unit_page_html_link successor_link;
	struct unit_vec above, below;
	bool changes;
	TRY(unit_find(call->db, call->arena, app_int(call, "id"), &unit));
	TRY(unit_list_above(call->db, call->arena, &unit, &above));
	TRY(unit_list_below(call->db, call->arena, unit.id, &below));
	TRY(may_change(call, unit.path, &changes));
	struct unit_page_html page = {.name = unit.name,
	                              .code = unit.code,
	                              .kind = app_words(call, unit_kind_label(unit.kind)),
	                              .state = unit_state_name(unit.state),
	                              .state_label = app_words(call, unit_state_label(unit.state)),
	                              .above = links_of(call, &above),
	                              .n_above = above.n,
	                              .below = page_rows(call, &below),
	                              .n_below = below.n};
	if (unit.successor_id != 0) {
		TRY(unit_find(call->db, call->arena, unit.successor_id, &successor));
		successor_link = (struct unit_page_html_link){.href = url_of(call, successor.id), .name = successor.name};
		page.successor = &successor_link;
	}
	if (changes) {
		page.edit = html_url_format(call->arena, "/unit/%lld/edit", (long long)unit.id);
		page.add = html_url_format(call->arena, "/unit/add?parent=%.*s", STR_ARG(unit.code));
		page.people = html_url_format(call->arena, "/person?unit=%lld", (long long)unit.id);
	}
	return app_answer_page(call, 200, &(struct app_page){.title_text = unit.name, .section = "unit"}, unit_page_html_slot(&page));
}

/* ---- The form ---- */

static struct unit_form_html_option option(const struct app_call *call, const char *value, const char *label, struct str chosen)
{
	return (struct unit_form_html_option){
	    .value = str_of(value), .label = app_words(call, label), .chosen = str_eq(chosen, str_of(value))};
}

static enum rc answer_form(struct app_call *call, int status, struct unit_form_html *page, struct str kind, struct str state)
{
	struct unit_form_html_option kinds[UNIT_OTHER + 1], states[UNIT_CLOSED + 1];
	for (int i = 0; i <= UNIT_OTHER; i++)
		kinds[i] = option(call, unit_kind_names[i], unit_kind_label((enum unit_kind)i), kind);
	for (int i = 0; i <= UNIT_CLOSED; i++)
		states[i] = option(call, unit_state_names[i], unit_state_label((enum unit_state)i), state);
	page->kinds = kinds;
	page->n_kinds = UNIT_OTHER + 1;
	page->states = states;
	page->n_states = UNIT_CLOSED + 1;
	page->action = html_url_path(call->request->path);
	page->name_error = app_problem_of(call, "name");
	page->code_error = app_problem_of(call, "code");
	page->kind_error = app_problem_of(call, "kind");
	page->parent_error = app_problem_of(call, "parent");
	page->successor_error = app_problem_of(call, "successor");
	const char *title = page->editing ? MSG("Change a unit") : MSG("Add a unit");
	return app_answer_page(call, status, &(struct app_page){.title = title, .section = "unit"}, unit_form_html_slot(page));
}

/* The form as it was sent. */
static struct unit_form_html sent_form(const struct app_call *call, bool editing)
{
	struct unit_form_html page = {.editing = editing,
	                              .back = html_url_path(STR("/unit")),
	                              .name = app_text(call, "name"),
	                              .code = app_text(call, "code"),
	                              .parent = app_text(call, "parent")};
	if (editing) {
		page.back = url_of(call, app_int(call, "id"));
		page.version = app_int(call, "version");
		page.successor = app_text(call, "successor");
	}
	return page;
}

/* The id of the unit of a code; 0 for no code, and a problem with the field where there is no such unit. */
static enum rc id_of_code(struct app_call *call, const char *field, int64_t *ret)
{
	struct unit unit;
	struct str code = unit_code_typed(call->arena, app_text(call, field));
	*ret = 0;
	if (code.len == 0)
		return RC_OK;
	enum rc rc = unit_find_code(call->db, call->arena, code, &unit);
	if (rc == RC_OK)
		*ret = unit.id;
	else if (rc == RC_NOT_FOUND)
		app_add_problem(call, field, (struct message){.id = MSG("No unit has the code {1}"), .args = {code}});
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* Whether the reader may put a unit below this one: it lies in their own part of the tree. The top is for those whose own unit
 * is there. */
static enum rc check_parent(struct app_call *call, int64_t parent_id)
{
	struct unit own, parent = {.path = STR("/")};
	TRY(unit_find(call->db, call->arena, call->who->unit_id, &own));
	if (parent_id != 0)
		TRY(unit_find(call->db, call->arena, parent_id, &parent));
	bool fine = parent_id == 0 ? own.parent_id == 0 : str_has_prefix(parent.path, own.path);
	if (!fine)
		app_add_problem(call, "parent",
		                (struct message){.id = MSG("It must lie below {1}, the unit that you look after"), .args = {own.name}});
	return RC_OK;
}

/* What the form says, as a unit. Problems are added to the call. */
static enum rc unit_of_form(struct app_call *call, struct unit *ret)
{
	struct unit unit = {
	    .name = app_text(call, "name"), .code = unit_code_typed(call->arena, app_text(call, "code")), .kind = UNIT_OTHER};
	(void)!unit_kind_parse(app_text(call, "kind"), &unit.kind);
	TRY(id_of_code(call, "parent", &unit.parent_id));
	*ret = unit;
	return RC_OK;
}

/* ---- Adding ---- */

static enum rc show_add(struct app_call *call)
{
	struct unit_form_html page = {.back = html_url_path(STR("/unit")), .parent = app_text(call, "parent")};
	return answer_form(call, 200, &page, unit_kind_name(UNIT_COMMUNE), STR("active"));
}

static enum rc add(struct app_call *call)
{
	struct unit unit;
	struct message problem;
	const char *field;
	int64_t id = 0;
	TRY(unit_of_form(call, &unit));
	if (!app_has_problems(call))
		TRY(check_parent(call, unit.parent_id));
	if (!app_has_problems(call)) {
		enum rc rc = unit_add(call->db, call->arena, call->now_ms, call->who->id, &unit, &id, &problem, &field);
		if (rc == RC_INVALID)
			app_add_problem(call, field, problem);
		else
			TRY(rc);
	}
	if (app_has_problems(call)) {
		struct unit_form_html page = sent_form(call, false);
		return answer_form(call, 422, &page, app_text(call, "kind"), STR("active"));
	}
	const struct message done = {.id = MSG("{1} has been added"), .args = {unit.name}};
	return app_answer_redirect(call, url_of(call, id), &done);
}

/* ---- Changing ---- */

static enum rc code_of(struct app_call *call, int64_t id, struct str *ret)
{
	struct unit unit = {0};
	if (id != 0)
		TRY(unit_find(call->db, call->arena, id, &unit));
	*ret = unit.code;
	return RC_OK;
}

/* The unit that the path names. RC_DENIED where it is not for the reader to change. */
static enum rc find_for_change(struct app_call *call, struct unit *ret)
{
	bool changes;
	TRY(unit_find(call->db, call->arena, app_int(call, "id"), ret));
	TRY(may_change(call, ret->path, &changes));
	return changes ? RC_OK : RC_DENIED;
}

static enum rc show_edit(struct app_call *call)
{
	struct unit unit;
	TRY(find_for_change(call, &unit));
	struct unit_form_html page = {
	    .editing = true, .back = url_of(call, unit.id), .version = unit.version, .name = unit.name, .code = unit.code};
	TRY(code_of(call, unit.parent_id, &page.parent));
	TRY(code_of(call, unit.successor_id, &page.successor));
	return answer_form(call, 200, &page, unit_kind_name(unit.kind), unit_state_name(unit.state));
}

/* Someone else was quicker: theirs is shown, what was sent is kept, and the next save is against their version. */
static enum rc answer_conflict(struct app_call *call)
{
	struct unit theirs;
	struct str parent, successor;
	struct unit_form_html_their_vec shown = {0};
	struct unit_form_html page = sent_form(call, true);
	TRY(unit_find(call->db, call->arena, app_int(call, "id"), &theirs));
	TRY(code_of(call, theirs.parent_id, &parent));
	TRY(code_of(call, theirs.successor_id, &successor));
	const struct {
		const char *label;
		struct str theirs, mine, in_words;
	} fields[] = {
	    {MSG("Name"), theirs.name, page.name, theirs.name},
	    {MSG("Code"), theirs.code, page.code, theirs.code},
	    {MSG("Kind"), unit_kind_name(theirs.kind), app_text(call, "kind"), app_words(call, unit_kind_label(theirs.kind))},
	    {MSG("Parent unit"), parent, page.parent, parent},
	    {MSG("State"), unit_state_name(theirs.state), app_text(call, "state"), app_words(call, unit_state_label(theirs.state))},
	    {MSG("Merged into"), successor, page.successor, successor},
	};
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		if (!str_eq(fields[i].theirs, fields[i].mine))
			VEC_PUSH(call->arena, &shown,
			         (struct unit_form_html_their){.label = app_words(call, fields[i].label), .value = fields[i].in_words});
	}
	page.version = theirs.version;
	page.theirs = shown.at;
	page.n_theirs = shown.n;
	app_add_problem(call, NULL, (struct message){.id = MSG("Someone else changed this unit while you were at it")});
	return answer_form(call, 409, &page, app_text(call, "kind"), app_text(call, "state"));
}

/* Checks the form against the unit as it is and writes it. RC_INVALID: problems were added. */
static enum rc write_change(struct app_call *call, const struct unit *old, struct unit *changed)
{
	struct message problem;
	const char *field;
	TRY(unit_of_form(call, changed));
	changed->id = old->id;
	changed->version = app_int(call, "version");
	(void)!unit_state_parse(app_text(call, "state"), &changed->state);
	TRY(id_of_code(call, "successor", &changed->successor_id));
	if (!app_has_problems(call) && changed->parent_id != old->parent_id)
		TRY(check_parent(call, changed->parent_id));
	if (app_has_problems(call))
		return RC_INVALID;
	enum rc rc = unit_change(call->db, call->arena, call->now_ms, call->who->id, changed, &problem, &field);
	if (rc == RC_INVALID)
		app_add_problem(call, field, problem);
	return rc;
}

static enum rc edit(struct app_call *call)
{
	struct unit old, changed;
	TRY(find_for_change(call, &old));
	enum rc rc = write_change(call, &old, &changed);
	if (rc == RC_CONFLICT)
		return answer_conflict(call);
	if (rc == RC_INVALID) {
		struct unit_form_html page = sent_form(call, true);
		return answer_form(call, 422, &page, app_text(call, "kind"), app_text(call, "state"));
	}
	TRY(rc);
	const struct message done = {.id = MSG("{1} has been saved"), .args = {changed.name}};
	return app_answer_redirect(call, url_of(call, old.id), &done);
}

/* ---- Routes ---- */

#define PLACE_ID                                                                                                                 \
	{                                                                                                                            \
		.name = "id", .kind = APP_INT, .required = true, .label = MSG("Unit")                                                    \
	}
#define FORM_FIELDS                                                                                                              \
	{.name = "name", .kind = APP_TEXT, .required = true, .max = UNIT_NAME_BYTES, .label = MSG("Name")},                          \
	    {.name = "code", .kind = APP_TEXT, .required = true, .max = UNIT_CODE_BYTES, .label = MSG("Code")},                      \
	    {.name = "kind", .kind = APP_CHOICE, .required = true, .label = MSG("Kind"), .choices = unit_kind_names},                \
	{                                                                                                                            \
		.name = "parent", .kind = APP_TEXT, .max = UNIT_CODE_BYTES, .label = MSG("Parent unit")                                  \
	}

static const struct app_param list_params[] = {
    {.name = "q", .kind = APP_TEXT, .max = 200, .label = MSG("Name or code, with or without accents")},
    {.name = NULL},
};
static const struct app_param id_params[] = {PLACE_ID, {.name = NULL}};
static const struct app_param new_params[] = {
    {.name = "parent", .kind = APP_TEXT, .max = UNIT_CODE_BYTES, .label = MSG("Parent unit")},
    {.name = NULL},
};
static const struct app_param add_params[] = {FORM_FIELDS, {.name = NULL}};
static const struct app_param edit_params[] = {
    PLACE_ID,
    FORM_FIELDS,
    {.name = "version", .kind = APP_INT, .required = true},
    {.name = "state", .kind = APP_CHOICE, .required = true, .label = MSG("State"), .choices = unit_state_names},
    {.name = "successor", .kind = APP_TEXT, .max = UNIT_CODE_BYTES, .label = MSG("Merged into")},
    {.name = NULL},
};

const struct app_route unit_web_routes[] = {
    {HTTP_GET, "/unit", show_list, APP_SIGNED_IN, list_params, MSG("The register of units: search, tree"), APP_PLAIN},
    {HTTP_GET, "/unit/add", show_add, APP_MANAGE_UNITS, new_params, MSG("The form to add a unit"), APP_PLAIN},
    {HTTP_POST, "/unit/add", add, APP_MANAGE_UNITS, add_params, MSG("Adds a unit"), APP_PLAIN},
    {HTTP_GET, "/unit/{id}", show_unit, APP_SIGNED_IN, id_params, MSG("One unit and the units below it"), APP_PLAIN},
    {HTTP_GET, "/unit/{id}/edit", show_edit, APP_MANAGE_UNITS, id_params, MSG("The form to change a unit"), APP_PLAIN},
    {HTTP_POST, "/unit/{id}/edit", edit, APP_MANAGE_UNITS, edit_params, MSG("Changes a unit"), APP_PLAIN},
    {.path = NULL},
};
