#include "feature/task/task_filter.h"

#include "feature/task/task_sql.h"

enum rc task_filter_own_scope(struct app_call *call, struct task_scope *ret)
{
	return task_scope_of_unit(call->db, call->arena, call->who->unit_id, ret);
}

static struct task_filter_option option_of(struct arena *arena, int64_t id, struct str label, int64_t chosen)
{
	return (struct task_filter_option){.value = str_format(arena, "%lld", (long long)id), .label = label, .chosen = id == chosen};
}

static enum rc load_units(struct app_call *call, const struct task_scope *own, struct task_filter *filter)
{
	struct task_sql_list_units_rows rows = {0};
	struct task_filter_option all = {
	    .value = STR(""), .label = app_words(call, MSG("All units")), .chosen = filter->unit_id == 0};
	TRY(task_sql_list_units(call->db, call->arena, own->path_from, own->path_to, &rows));
	if (rows.n < 2)
		return RC_OK;
	VEC_PUSH(call->arena, &filter->units, all);
	for (size_t i = 0; i < rows.n; i++)
		VEC_PUSH(call->arena, &filter->units, option_of(call->arena, rows.at[i].id, rows.at[i].name, filter->unit_id));
	return RC_OK;
}

enum rc task_filter_is_own(struct app_call *call, const struct task *task, bool *ret)
{
	struct task_scope own;
	struct task_sql_find_unit_row unit;
	TRY(task_filter_own_scope(call, &own));
	TRY(task_sql_find_unit(call->db, call->arena, task->unit_id, &unit));
	*ret = str_has_prefix(unit.path, own.path_from);
	return RC_OK;
}

static enum rc load_plans(struct app_call *call, struct task_filter *filter)
{
	struct task_sql_list_plans_rows rows = {0};
	struct task_filter_option all = {
	    .value = STR(""), .label = app_words(call, MSG("All plans")), .chosen = filter->plan_id == 0};
	TRY(task_sql_list_plans(call->db, call->arena, filter->scope.path_from, filter->scope.path_to, &rows));
	VEC_PUSH(call->arena, &filter->plans, all);
	for (size_t i = 0; i < rows.n; i++)
		VEC_PUSH(call->arena, &filter->plans, option_of(call->arena, rows.at[i].id, rows.at[i].title, filter->plan_id));
	return RC_OK;
}

enum rc task_filter_load(struct app_call *call, struct task_filter *ret)
{
	struct task_filter filter = {
	    .unit_id = app_int(call, "unit"), .plan_id = app_int(call, "plan"), .unit_name = call->who->unit_name};
	struct task_scope own;
	TRY(task_filter_own_scope(call, &own));
	filter.scope = own;
	if (filter.unit_id != 0) {
		struct task_sql_find_unit_row unit;
		TRY(task_sql_find_unit(call->db, call->arena, filter.unit_id, &unit));
		if (!str_has_prefix(unit.path, own.path_from))
			return RC_NOT_FOUND;
		TRY(task_scope_of_unit(call->db, call->arena, filter.unit_id, &filter.scope));
		filter.unit_name = unit.name;
	}
	filter.scope.plan_id = filter.plan_id;
	TRY(load_units(call, &own, &filter));
	TRY(load_plans(call, &filter));
	*ret = filter;
	return RC_OK;
}

struct html_url task_filter_url(struct arena *arena, const struct task_filter *filter, const char *path, const char *more)
{
	struct str query = STR("");
	if (filter->unit_id != 0)
		query = str_format(arena, "%.*s&unit=%lld", STR_ARG(query), (long long)filter->unit_id);
	if (filter->plan_id != 0)
		query = str_format(arena, "%.*s&plan=%lld", STR_ARG(query), (long long)filter->plan_id);
	if (more[0] != '\0')
		query = str_format(arena, "%.*s&%s", STR_ARG(query), more);
	if (query.len == 0)
		return html_url_format(arena, "%s", path);
	return html_url_format(arena, "%s?%.*s", path, (int)query.len - 1, query.ptr + 1);
}
