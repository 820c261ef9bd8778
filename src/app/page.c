#include "app/page.h"

#include <string.h>

#include "app/assets.h"
#include "app/flash.h"
#include "app/own.h"
#include "app/page_html.h"
#include "app/route.h"
#include "app/session.h"

enum { PAGE_BYTES = 16 * 1024 * 1024 };

static const struct page_html_problem *list_problems(const struct app_call *call)
{
	struct page_html_problem *at = ARENA_ARRAY(call->arena, struct page_html_problem, call->problems.n);
	for (size_t i = 0; i < call->problems.n; i++) {
		const struct app_problem *problem = &call->problems.at[i];
		at[i].sentence = message_format(call->arena, call->words, &problem->message);
		at[i].field = str_of(problem->field);
	}
	return at;
}

/* Where the language switch comes back to: this page where a GET shows it, the first page else. */
static struct str path_to_come_back_to(struct app_call *call)
{
	struct route_match match;
	if (call->request->method == HTTP_GET)
		return app_address(call);
	if (call->app->routes == NULL || route_find(call->arena, call->app->routes, HTTP_GET, call->request->path, &match) != RC_OK)
		return STR("/");
	return call->request->path;
}

static bool is_at(const struct app_page *page, const char *section)
{
	return page->section != NULL && strcmp(page->section, section) == 0;
}

static struct page_html layout_of(struct app_call *call, const struct app_page *page)
{
	const struct http_assets *assets = call->app->assets;
	bool english = strcmp(call->words->language, "en") == 0;
	struct message flash = flash_take(call);
	struct page_html layout = {.language = str_of(call->words->language),
	                           .title = page->title != NULL ? message_text(call->words, page->title) : page->title_text,
	                           .stylesheet = assets_url(call->arena, assets, STR("app.css")),
	                           .script = assets_url(call->arena, assets, STR("app.js")),
	                           .icon = assets_url(call->arena, assets, STR("mark.svg")),
	                           .bare = page->bare || call->who == NULL,
	                           .at_today = is_at(page, "today"),
	                           .at_plan = is_at(page, "plan"),
	                           .at_year = is_at(page, "year"),
	                           .at_unit = is_at(page, "unit"),
	                           .at_account = is_at(page, "account"),
	                           .flash = message_format(call->arena, call->words, &flash),
	                           .problems = list_problems(call),
	                           .n_problems = call->problems.n,
	                           .language_action = html_url_path(STR("/language")),
	                           .other_language = english ? STR("vi") : STR("en"),
	                           .other_language_name = english ? STR("Tiếng Việt") : STR("English"),
	                           .here = path_to_come_back_to(call)};
	if (call->who != NULL) {
		layout.person_name = call->who->name;
		layout.unit_name = call->who->unit_name;
	}
	if (page->script.len > 0)
		layout.page_script = assets_url(call->arena, assets, page->script);
	return layout;
}

enum rc page_write(struct app_call *call, const struct app_page *page, struct html_slot body)
{
	struct buf out;
	struct page_html layout = layout_of(call, page);
	layout.body = body;
	session_keep_visit(call);
	struct html html = {.out = &out, .words = call->words, .form_token = call->form_token};
	buf_init(&out, call->arena, PAGE_BYTES);
	page_html(&html, &layout);
	/* assets/app.js says by a cookie that scripts run: they look again more calmly, and keep the focus where it is. */
	if (page->refresh_s > 0 && http_cookie_find(call->request, STR("sauro_script")).len == 0)
		http_response_header(call->response, STR("Refresh"), str_format(call->arena, "%d", page->refresh_s));
	return buf_finish(&out, &call->response->body);
}
