#include "app/again.h"

#include "app/again_html.h"
#include "app/form.h"
#include "app/route.h"
#include "base/utf8.h"

enum { PATH_BYTES = 2000 };

/* A form on its way: where it was sent and what it held. */
struct again_form {
	struct str path;
	struct http_field_vec fields;
	struct http_upload_vec uploads; /* names only */
	bool missing;
};

static bool is_password(struct str name)
{
	return str_contains(name, STR("password"));
}

static bool is_ours(struct str name)
{
	return str_eq(name, STR(FORM_TOKEN_FIELD)) || str_has_prefix(name, STR(AGAIN_PREFIX));
}

bool again_is_carried(const struct app_call *call)
{
	return http_field_find(&call->request->form, STR(AGAIN_PREFIX)).len > 0;
}

/* The form of the request itself. */
static struct again_form take_sent(struct app_call *call)
{
	struct again_form form = {.path = app_address(call), .uploads = call->request->uploads};
	for (size_t i = 0; i < call->request->form.n; i++) {
		struct http_field field = call->request->form.at[i];
		if (is_password(field.name))
			form.missing = true;
		else if (!is_ours(field.name) && utf8_is_valid(field.name) && utf8_is_valid(field.value))
			VEC_PUSH(call->arena, &form.fields, field);
	}
	return form;
}

/* The form that the sign-in form brought. */
static struct again_form take_carried(struct app_call *call)
{
	struct again_form form = {.path = http_field_find(&call->request->form, STR(AGAIN_PREFIX))};
	for (size_t i = 0; i < call->request->form.n; i++) {
		struct http_field field = call->request->form.at[i];
		if (field.name.len <= sizeof AGAIN_PREFIX - 1 || !str_has_prefix(field.name, STR(AGAIN_PREFIX)))
			continue;
		field.name = str_from(field.name, sizeof AGAIN_PREFIX - 1);
		if (utf8_is_valid(field.name) && utf8_is_valid(field.value))
			VEC_PUSH(call->arena, &form.fields, field);
	}
	return form;
}

struct http_field_vec again_carry(struct app_call *call)
{
	struct http_field_vec hidden = {0};
	if (call->request->method != HTTP_POST)
		return hidden;
	struct again_form form = again_is_carried(call) ? take_carried(call) : take_sent(call);
	/* A form with a password would come back without it: there is no use in carrying the rest. */
	if (form.missing || form.path.len > PATH_BYTES || !utf8_is_valid(form.path))
		return hidden;
	VEC_PUSH(call->arena, &hidden, (struct http_field){.name = STR(AGAIN_PREFIX), .value = form.path});
	for (size_t i = 0; i < form.fields.n; i++) {
		struct http_field field = form.fields.at[i];
		field.name = str_format(call->arena, AGAIN_PREFIX "%.*s", STR_ARG(field.name));
		VEC_PUSH(call->arena, &hidden, field);
	}
	return hidden;
}

/* ---- The page ---- */

static const struct app_param *lookup_param(const struct app_route *route, struct str name)
{
	for (const struct app_param *param = route != NULL ? route->params : NULL; param != NULL && param->name != NULL; param++) {
		if (str_eq(str_of(param->name), name))
			return param;
	}
	return NULL;
}

/* The route that the form was sent to; NULL where it is none that takes forms. */
static const struct app_route *find_target(struct app_call *call, struct str path)
{
	struct route_match match;
	struct str without_query = path;
	if (!str_split(&path, '?', &without_query) || call->app->routes == NULL ||
	    route_find(call->arena, call->app->routes, HTTP_POST, without_query, &match) != RC_OK)
		return NULL;
	return match.route;
}

VEC_OF(again_html_file, struct again_html_file);
VEC_OF(again_html_shown, struct again_html_shown);
VEC_OF(again_html_carried, struct again_html_carried);

static struct message hint_for(const struct again_form *form, struct str field)
{
	for (size_t i = 0; i < form->uploads.n; i++) {
		if (str_eq(form->uploads.at[i].field, field))
			return (struct message){.id = MSG("A file cannot be kept: choose “{1}” again"),
			                        .args = {form->uploads.at[i].file_name}};
	}
	return (struct message){.id = MSG("Files cannot be kept: choose them again")};
}

static struct again_html_file_vec list_files(struct app_call *call, const struct again_form *form, const struct app_route *route)
{
	struct again_html_file_vec files = {0};
	for (const struct app_param *param = route != NULL ? route->params : NULL; param != NULL && param->name != NULL; param++) {
		if (param->kind != APP_FILE)
			continue;
		struct again_html_file file = {.name = str_of(param->name),
		                               .label = app_words(call, param->label != NULL ? param->label : param->name),
		                               .hint = hint_for(form, str_of(param->name))};
		VEC_PUSH(call->arena, &files, file);
	}
	return files;
}

/* What people typed; the words that stand for choices are the program's own, and so are versions and other numbers. */
static bool is_worth_showing(const struct app_param *param)
{
	return param->label != NULL && (param->kind == APP_TEXT || param->kind == APP_LINES || param->kind == APP_DATE);
}

static struct message more_words(struct app_call *call, int64_t n, bool further)
{
	return (struct message){.id = further ? MSG("Kept besides: {1} more fields.")
	                                      : MSG("All {1} fields are kept as you filled them in."),
	                        .args = {str_format(call->arena, "%lld", (long long)n)}};
}

static enum rc answer(struct app_call *call, int status, const struct again_form *form, struct message what,
                      struct message what_to_do)
{
	const struct app_route *route = find_target(call, form->path);
	struct again_html_carried_vec fields = {0};
	struct again_html_shown_vec shown = {0};
	struct again_html_file_vec files = list_files(call, form, route);
	int64_t more = 0;
	for (size_t i = 0; i < form->fields.n; i++) {
		struct http_field field = form->fields.at[i];
		const struct app_param *param = lookup_param(route, field.name);
		VEC_PUSH(call->arena, &fields, (struct again_html_carried){.name = field.name, .value = field.value});
		if (param != NULL && is_worth_showing(param) && field.value.len > 0)
			VEC_PUSH(call->arena, &shown,
			         (struct again_html_shown){.label = app_words(call, param->label), .value = field.value});
		/* Fields that the handler reads itself: how they are called is not known here. */
		more += param == NULL && field.value.len > 0;
	}
	const struct again_html page = {.title = what,
	                                .what_to_do = what_to_do,
	                                .action = html_url_path(form->path),
	                                .fields = fields.at,
	                                .n_fields = fields.n,
	                                .shown = shown.at,
	                                .n_shown = shown.n,
	                                .more = more > 0 ? more_words(call, more, shown.n > 0) : (struct message){0},
	                                .files = files.at,
	                                .n_files = files.n,
	                                .missing = form->missing};
	const struct app_page frame = {.title_text = message_format(call->arena, call->words, &what)};
	return app_answer_page(call, status, &frame, again_html_slot(&page));
}

enum rc again_answer_carried(struct app_call *call)
{
	struct again_form form = take_carried(call);
	return answer(
	    call, 200, &form, (struct message){.id = MSG("Your session had ended")},
	    (struct message){.id = MSG("You are signed in again. This is what you were sending; nothing has been done yet.")});
}

enum rc again_answer(struct app_call *call, int status, struct message what, struct message what_to_do)
{
	struct again_form form = take_sent(call);
	return answer(call, status, &form, what, what_to_do);
}
