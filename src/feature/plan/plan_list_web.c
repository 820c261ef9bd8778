/* The plans of the person's unit and of those below it, and those from elsewhere with tasks for them, newest first. */
#include "feature/plan/plan_list_web.h"

#include "feature/plan/plan.h"
#include "feature/plan/plan_list_html.h"
#include "feature/plan/plan_sql.h"
#include "feature/plan/plan_store.h"
#include "feature/task/task_filter.h"
#include "feature/task/task_view.h"

enum { PAGE_PLANS = 50 };

static const char *const states[] = {"reading", "review", "confirmed", "refused", "cancelled", NULL};

const struct app_param plan_list_web_params[] = {
    {.name = "unit", .kind = APP_INT, .label = MSG("Unit")},
    {.name = "year", .kind = APP_INT, .max = 2200, .label = MSG("Year")},
    {.name = "state", .kind = APP_CHOICE, .choices = states, .label = MSG("State")},
    {.name = "q", .kind = APP_TEXT, .max = 200, .label = MSG("Search")},
    {.name = "from", .kind = APP_INT, .max = 1000000, .label = MSG("From")},
    {0},
};

/* The scope that the field "unit" narrows to. */
static enum rc load_scope(struct app_call *call, struct task_scope *ret)
{
	struct task_scope own;
	int64_t unit = app_int(call, "unit");
	TRY(task_filter_own_scope(call, &own));
	*ret = own;
	if (unit == 0)
		return RC_OK;
	TRY(task_scope_of_unit(call->db, call->arena, unit, ret));
	return str_has_prefix(ret->path_from, own.path_from) ? RC_OK : RC_NOT_FOUND;
}

static enum rc load_units(struct app_call *call, struct plan_list_html *page)
{
	struct task_scope own;
	struct plan_sql_list_units_rows rows = {0};
	int64_t chosen = app_int(call, "unit");
	TRY(task_filter_own_scope(call, &own));
	TRY(plan_sql_list_units(call->db, call->arena, own.path_from, own.path_to, &rows));
	if (rows.n < 2)
		return RC_OK;
	struct plan_list_html_option *options = ARENA_ARRAY(call->arena, struct plan_list_html_option, rows.n + 1);
	options[0] = (struct plan_list_html_option){STR(""), app_words(call, MSG("All units")), chosen == 0};
	for (size_t i = 0; i < rows.n; i++)
		options[i + 1] = (struct plan_list_html_option){str_format(call->arena, "%lld", (long long)rows.at[i].id),
		                                                rows.at[i].name, rows.at[i].id == chosen};
	page->units = options;
	page->n_units = rows.n + 1;
	return RC_OK;
}

static enum rc load_years(struct app_call *call, const struct task_scope *scope, struct plan_list_html *page)
{
	struct plan_sql_list_years_rows rows = {0};
	int64_t chosen = app_int(call, "year");
	TRY(plan_sql_list_years(call->db, call->arena, scope->path_from, scope->path_to, &rows));
	struct plan_list_html_option *options = ARENA_ARRAY(call->arena, struct plan_list_html_option, rows.n + 1);
	options[0] = (struct plan_list_html_option){STR(""), app_words(call, MSG("All years")), chosen == 0};
	for (size_t i = 0; i < rows.n; i++) {
		struct str year = str_format(call->arena, "%lld", (long long)rows.at[i].year);
		options[i + 1] = (struct plan_list_html_option){year, year, rows.at[i].year == chosen};
	}
	page->years = options;
	page->n_years = rows.n + 1;
	return RC_OK;
}

static void add_states(struct app_call *call, struct plan_list_html *page)
{
	struct plan_list_html_option *options = ARENA_ARRAY(call->arena, struct plan_list_html_option, PLAN_CANCELLED + 2);
	struct str chosen = app_text(call, "state");
	options[0] = (struct plan_list_html_option){STR(""), app_words(call, MSG("All states")), chosen.len == 0};
	for (int state = PLAN_READING; state <= PLAN_CANCELLED; state++) {
		struct str name = plan_state_name((enum plan_state)state);
		options[state + 1] =
		    (struct plan_list_html_option){name, app_words(call, plan_state_label((enum plan_state)state)), str_eq(name, chosen)};
	}
	page->states = options;
	page->n_states = PLAN_CANCELLED + 2;
}

/* "15/KH-SNV, 05/02/2026", as much of it as there is. */
static struct str number_words(struct app_call *call, const struct plan *plan)
{
	struct str day = date_format_short(call->arena, plan->issued_on);
	if (plan->number.len == 0)
		return app_words(call, MSG("No number yet"));
	return day.len == 0 ? plan->number : str_format(call->arena, "%.*s, %.*s", STR_ARG(plan->number), STR_ARG(day));
}

static struct plan_list_html_plan shown_plan(struct app_call *call, const struct plan *plan)
{
	bool is_read = plan->state == PLAN_REVIEW || plan->state == PLAN_CONFIRMED;
	struct plan_list_html_plan row = {
	    .href = html_url_format(call->arena, "/plan/%lld", (long long)plan->id),
	    .title = plan_display_title(plan),
	    .number = number_words(call, plan),
	    .unit = plan->unit,
	    .year = plan->year != 0 ? str_format(call->arena, "%d", plan->year) : STR("–"),
	    .tasks = is_read ? str_format(call->arena, "%lld", (long long)plan->n_tasks) : STR("–"),
	    .state = plan_state_name(plan->state),
	    .state_words = {.id = plan_state_label(plan->state)},
	};
	if (plan->state == PLAN_REVIEW && role_may(call->who->role, APP_CONFIRM_PLANS)) {
		row.next_words.id = MSG("Look it over");
		row.next_href = html_url_format(call->arena, "/plan/%lld/review", (long long)plan->id);
	} else if (!is_read) {
		row.href = html_url_format(call->arena, "/plan/%lld/progress", (long long)plan->id);
	}
	return row;
}

/* This list from another row on, with the same filter. */
static struct html_url page_url(struct app_call *call, int64_t from)
{
	return html_url_format(call->arena, "/plan?unit=%lld&year=%lld&state=%.*s&q=%.*s&from=%lld", (long long)app_int(call, "unit"),
	                       (long long)app_int(call, "year"), STR_ARG(app_text(call, "state")),
	                       STR_ARG(html_url_escape(call->arena, app_text(call, "q"))), (long long)from);
}

enum rc plan_list_web_answer(struct app_call *call)
{
	struct task_scope scope;
	struct plan_vec plans = {0};
	int64_t total = 0, from = app_int(call, "from");
	TRY(load_scope(call, &scope));
	struct plan_filter filter = {
	    .path_from = scope.path_from,
	    .path_to = scope.path_to,
	    .words = app_text(call, "q"),
	    .year = (int)app_int(call, "year"),
	    .state = app_text(call, "state"),
	    .offset = from,
	    .limit = PAGE_PLANS,
	};
	TRY(plan_store_list(call->db, call->arena, &filter, &plans, &total));
	struct plan_list_html_plan *rows = ARENA_ARRAY(call->arena, struct plan_list_html_plan, plans.n);
	for (size_t i = 0; i < plans.n; i++)
		rows[i] = shown_plan(call, &plans.at[i]);
	struct plan_list_html page = {
	    .action = html_url_path(STR("/plan")),
	    .all_href = html_url_path(STR("/plan")),
	    .queue_href = html_url_path(STR("/plan/queue")),
	    .query = filter.words,
	    .filtered = filter.words.len > 0 || filter.year != 0 || filter.state.len > 0 || app_int(call, "unit") != 0,
	    .plans = rows,
	    .n_plans = plans.n,
	    .range = task_view_range(call->arena, call->words, from, plans.n, total),
	};
	if (role_may(call->who->role, APP_WRITE_PLANS))
		page.upload_href = html_url_path(STR("/plan/upload"));
	if (from > 0)
		page.previous = page_url(call, from > PAGE_PLANS ? from - PAGE_PLANS : 0);
	if (from + (int64_t)plans.n < total)
		page.next = page_url(call, from + PAGE_PLANS);
	TRY(load_units(call, &page));
	TRY(load_years(call, &scope, &page));
	add_states(call, &page);
	const struct app_page around = {.title = MSG("Plans"), .section = "plan"};
	return app_answer_page(call, 200, &around, plan_list_html_slot(&page));
}
