#include "app/app.h"

#include <stdlib.h>
#include <string.h>

#include "app/dispatch.h"
#include "app/flash.h"
#include "app/input.h"
#include "app/own.h"
#include "app/page.h"
#include "app/problem_html.h"
#include "base/log.h"
#include "http/http_asset.h"

/* ---- Declared input ---- */

static int declared(const struct app_call *call, const char *name)
{
	int i = input_index(call, name);
	if (i < 0) {
		log_line(LOG_ERROR, "the route %s does not declare the field %s", call->route != NULL ? call->route->path : "", name);
		abort();
	}
	return i;
}

struct str app_text(const struct app_call *call, const char *name)
{
	return call->values[declared(call, name)];
}

int64_t app_int(const struct app_call *call, const char *name)
{
	return call->numbers[declared(call, name)];
}

date_day app_date(const struct app_call *call, const char *name)
{
	int64_t day = call->numbers[declared(call, name)];
	return (date_day)day;
}

bool app_flag(const struct app_call *call, const char *name)
{
	return call->numbers[declared(call, name)] != 0;
}

bool app_has_problems(const struct app_call *call)
{
	return call->problems.n > 0;
}

void app_add_problem(struct app_call *call, const char *field, struct message message)
{
	VEC_PUSH(call->arena, &call->problems, (struct app_problem){.field = field, .message = message});
}

struct str app_problem_of(const struct app_call *call, const char *field)
{
	for (size_t i = 0; i < call->problems.n; i++) {
		const struct app_problem *problem = &call->problems.at[i];
		if (problem->field != NULL && strcmp(problem->field, field) == 0)
			return message_format(call->arena, call->words, &problem->message);
	}
	return (struct str){0};
}

struct str app_words(const struct app_call *call, const char *id)
{
	return message_text(call->words, id);
}

struct str app_address(const struct app_call *call)
{
	const struct http_field_vec *query = &call->request->query;
	struct str text = call->request->path;
	for (size_t i = 0; i < query->n; i++) {
		struct str name = html_url_escape(call->arena, query->at[i].name);
		struct str value = html_url_escape(call->arena, query->at[i].value);
		text = str_format(call->arena, "%.*s%c%.*s=%.*s", STR_ARG(text), i == 0 ? '?' : '&', STR_ARG(name), STR_ARG(value));
	}
	return text;
}

/* ---- The transaction ---- */

void app_release(struct app_call *call)
{
	db_rollback(call->db);
	call->db = NULL;
	call->own->access = DB_READ;
}

enum rc app_write(struct app_call *call)
{
	if (call->db != NULL && call->own->access == DB_WRITE)
		return RC_OK;
	app_release(call);
	TRY(db_begin(call->app->db, DB_WRITE, &call->db));
	call->own->access = DB_WRITE;
	return RC_OK;
}

enum rc app_commit(struct app_call *call)
{
	struct db_conn *db = call->db;
	call->db = NULL;
	call->own->access = DB_READ;
	return db_commit(db);
}

/* ---- Answers ---- */

enum rc app_answer_page(struct app_call *call, int status, const struct app_page *page, struct html_slot body)
{
	TRY(page_write(call, page, body));
	call->response->status = status;
	http_response_header(call->response, STR("Content-Type"), STR("text/html; charset=utf-8"));
	return RC_OK;
}

enum rc app_answer_redirect(struct app_call *call, struct html_url to, const struct message *done)
{
	if (done != NULL && done->id != NULL)
		flash_keep(call, done);
	call->response->status = 303;
	http_response_header(call->response, STR("Location"), to.text);
	return RC_OK;
}

enum rc app_answer_body(struct app_call *call, struct str media_type, struct str body)
{
	call->response->body = body;
	http_response_header(call->response, STR("Content-Type"), media_type);
	return RC_OK;
}

bool app_answer_kept(struct app_call *call, struct str etag)
{
	http_response_header(call->response, STR("ETag"), etag);
	http_response_header(call->response, STR("Cache-Control"), STR("private, no-cache"));
	if (!http_asset_is_listed(http_field_find(&call->request->headers, STR("if-none-match")), etag))
		return false;
	call->response->status = 304;
	return true;
}

enum rc app_answer_problem(struct app_call *call, int status, struct message what, struct message what_to_do)
{
	const struct problem_html page = {.title = what, .what_to_do = what_to_do};
	const struct app_page frame = {.title_text = message_format(call->arena, call->words, &what)};
	return app_answer_page(call, status, &frame, problem_html_slot(&page));
}

void app_serve(void *app, struct http_request *request, struct http_response *response)
{
	dispatch_serve(app, request, response);
}
