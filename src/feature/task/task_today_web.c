/* Today: the first page after signing in. What is overdue, what is due, what comes, what waits. */
#include "feature/task/task_today_web.h"

#include "calendar/date_words.h"
#include "feature/task/task_filter.h"
#include "feature/task/task_sql.h"
#include "feature/task/task_store.h"
#include "feature/task/task_today_html.h"
#include "feature/task/task_view.h"

/* Lines of one group: on its own page, and beside the others. */
enum { PAGE_LINES = 50, GROUP_LINES = 20, GROUPS = 6 };

static const struct {
	const char *name, *label;
	enum task_group group;
} groups[GROUPS] = {
    {"overdue", MSG("Overdue"), TASK_OVERDUE},
    {"week", MSG("Due within 7 days"), TASK_DUE_WEEK},
    {"coming", MSG("Coming within 30 days"), TASK_COMING},
    {"waiting", MSG("Waiting for an event"), TASK_WAITING},
    {"ongoing", MSG("Going on all year"), TASK_ONGOING},
    {"done", MSG("Done lately"), TASK_DONE_LATELY},
};

static const char *const group_names[] = {"overdue", "week", "coming", "waiting", "ongoing", "done", NULL};

const struct app_param task_today_web_params[] = {
    {.name = "unit", .kind = APP_INT, .label = MSG("Unit")},
    {.name = "plan", .kind = APP_INT, .label = MSG("Plan")},
    {.name = "group", .kind = APP_CHOICE, .choices = group_names, .label = MSG("Group")},
    {.name = "from", .kind = APP_INT, .max = 1000000, .label = MSG("From")},
    {0},
};

static int64_t count_of(const struct task_counts *counts, enum task_group group)
{
	const int64_t by_group[] = {
	    [TASK_OVERDUE] = counts->overdue, [TASK_DUE_WEEK] = counts->due_week, [TASK_COMING] = counts->coming,
	    [TASK_WAITING] = counts->waiting, [TASK_ONGOING] = counts->ongoing,   [TASK_DONE_LATELY] = counts->done_lately,
	};
	return by_group[group];
}

static enum schedule_kind kind_of(enum task_group group)
{
	return group == TASK_WAITING ? SCHEDULE_CONDITIONAL : group == TASK_ONGOING ? SCHEDULE_ONGOING : SCHEDULE_NONE;
}

/* When the line's task is due; of one without a date its event, or the plan's words. */
static struct str line_date(struct app_call *call, const struct task_line *line)
{
	if (line->due_on != DATE_NONE)
		return date_words_day(call->arena, call->words, line->due_on);
	if (line->status == TASK_DONE)
		return date_words_day(call->arena, call->words, line->done_on);
	return line->condition.len > 0 ? line->condition : line->schedule_raw;
}

/* Of a line that stands for several deadlines: how many, and the latest. */
static struct str further_dates(struct app_call *call, const struct task_line *line)
{
	if (line->n_open <= 1)
		return STR("");
	struct message message = {
	    .id = MSG("{1} times not done yet, the latest {2}"),
	    .args = {str_format(call->arena, "%lld", (long long)line->n_open), date_format_short(call->arena, line->latest)}};
	return message_format(call->arena, call->words, &message);
}

static struct task_today_html_line shown_line(struct app_call *call, const struct task_line *line, enum task_group group)
{
	struct task_view_state state = task_view_state(line->status, kind_of(group), line->due_on, call->today);
	return (struct task_today_html_line){
	    .href = html_url_format(call->arena, "/task/%lld", (long long)line->task_id),
	    .title = line->title,
	    .date = line_date(call, line),
	    .distance = line->due_on != DATE_NONE ? date_words_left(call->arena, call->words, call->today, line->due_on) : STR(""),
	    .further = further_dates(call, line),
	    .unit = line->unit,
	    .role = {.id = line->role},
	    .plan = line->plan,
	    .plan_href = html_url_format(call->arena, "/plan/%lld", (long long)line->plan_id),
	    .state = state.name,
	    .state_words = {.id = state.label},
	    .clears_words = task_view_clears(call->arena, call->words, line->clears),
	    .who = line->clears & 1U << TASK_WHO,
	    .work = line->clears & 1U << TASK_WORK,
	    .time = line->clears & 1U << TASK_TIME,
	    .responsibility = line->clears & 1U << TASK_RESPONSIBILITY,
	    .product = line->clears & 1U << TASK_PRODUCT,
	    .authority = line->clears & 1U << TASK_AUTHORITY,
	};
}

static enum rc load_group(struct app_call *call, const struct task_filter *filter, size_t which, int64_t offset, int64_t limit,
                          int64_t total, struct task_today_html_group *ret)
{
	struct task_line_vec lines = {0};
	struct task_today_html_line *shown;
	TRY(task_store_lines(call->db, call->arena, &filter->scope, groups[which].group, call->today, offset, limit, &lines));
	shown = ARENA_ARRAY(call->arena, struct task_today_html_line, lines.n);
	for (size_t i = 0; i < lines.n; i++)
		shown[i] = shown_line(call, &lines.at[i], groups[which].group);
	*ret = (struct task_today_html_group){
	    .name = str_of(groups[which].name), .title = {.id = groups[which].label}, .n = total, .lines = shown, .n_lines = lines.n};
	if (offset == 0 && (int64_t)lines.n < total)
		ret->more = task_filter_url(call->arena, filter, "/", str_format(call->arena, "group=%s", groups[which].name).ptr);
	return RC_OK;
}

/* One group on a page of its own, in pages of fifty. */
static enum rc load_one_group(struct app_call *call, const struct task_filter *filter, size_t which,
                              const struct task_counts *counts, struct task_today_html *page)
{
	int64_t offset = app_int(call, "from"), total = count_of(counts, groups[which].group);
	struct task_today_html_group *group = ARENA_NEW(call->arena, struct task_today_html_group);
	TRY(load_group(call, filter, which, offset, PAGE_LINES, total, group));
	group->more = (struct html_url){0};
	page->groups = group;
	page->n_groups = 1;
	page->group = str_of(groups[which].name);
	page->range = task_view_range(call->arena, call->words, offset, group->n_lines, total);
	if (offset > 0)
		page->previous = task_filter_url(call->arena, filter, "/",
		                                 str_format(call->arena, "group=%s&from=%lld", groups[which].name,
		                                            (long long)(offset > PAGE_LINES ? offset - PAGE_LINES : 0))
		                                     .ptr);
	if (offset + (int64_t)group->n_lines < total)
		page->next = task_filter_url(
		    call->arena, filter, "/",
		    str_format(call->arena, "group=%s&from=%lld", groups[which].name, (long long)offset + PAGE_LINES).ptr);
	return RC_OK;
}

/* All groups that hold something; the overdue and the due ones always. */
static enum rc load_all_groups(struct app_call *call, const struct task_filter *filter, const struct task_counts *counts,
                               struct task_today_html *page)
{
	struct task_today_html_group *shown = ARENA_ARRAY(call->arena, struct task_today_html_group, GROUPS);
	size_t n = 0;
	for (size_t i = 0; i < GROUPS; i++) {
		int64_t total = count_of(counts, groups[i].group);
		if (total > 0 || groups[i].group == TASK_DUE_WEEK)
			TRY(load_group(call, filter, i, 0, GROUP_LINES, total, &shown[n++]));
	}
	page->groups = shown;
	page->n_groups = n;
	return RC_OK;
}

static void add_counts(struct app_call *call, const struct task_filter *filter, const struct task_counts *counts,
                       struct task_today_html *page)
{
	struct task_today_html_count *shown = ARENA_ARRAY(call->arena, struct task_today_html_count, GROUPS);
	for (size_t i = 0; i < GROUPS; i++)
		shown[i] = (struct task_today_html_count){
		    .group = str_of(groups[i].name),
		    .label = {.id = groups[i].label},
		    .n = count_of(counts, groups[i].group),
		    .href = task_filter_url(call->arena, filter, "/", str_format(call->arena, "group=%s", groups[i].name).ptr),
		    .here = str_eq(page->group, str_of(groups[i].name)),
		};
	page->counts = shown;
	page->n_counts = GROUPS;
}

static void add_options(struct app_call *call, const struct task_filter_option_vec *options,
                        const struct task_today_html_option **ret, size_t *ret_n)
{
	struct task_today_html_option *shown = ARENA_ARRAY(call->arena, struct task_today_html_option, options->n);
	for (size_t i = 0; i < options->n; i++)
		shown[i] = (struct task_today_html_option){options->at[i].value, options->at[i].label, options->at[i].chosen};
	*ret = shown;
	*ret_n = options->n;
}

static enum rc load_plans_waiting(struct app_call *call, const struct task_filter *filter, struct task_today_html *page)
{
	struct task_sql_count_plans_row plans;
	TRY(task_sql_count_plans(call->db, call->arena, filter->scope.path_from, filter->scope.path_to, &plans));
	page->empty = plans.confirmed == 0 && filter->plans.n <= 1; /* no plan of its own, and none with a task for it */
	page->waiting_plans = plans.waiting;
	page->waiting_href = html_url_path(STR("/plan?state=review"));
	if (role_may(call->who->role, APP_WRITE_PLANS))
		page->upload_href = html_url_path(STR("/plan/upload"));
	return RC_OK;
}

enum rc task_today_web_answer(struct app_call *call)
{
	struct task_filter filter;
	struct task_counts counts;
	struct task_today_html page = {.action = html_url_path(STR("/")), .all_href = html_url_path(STR("/"))};
	struct str group = app_text(call, "group");
	TRY(task_filter_load(call, &filter));
	TRY(load_plans_waiting(call, &filter, &page));
	TRY(task_store_count(call->db, call->arena, &filter.scope, call->today, &counts));
	page.today = date_words_day(call->arena, call->words, call->today);
	page.unit = filter.unit_name;
	page.filtered = filter.unit_id != 0 || filter.plan_id != 0 || group.len > 0;
	add_options(call, &filter.units, &page.units, &page.n_units);
	add_options(call, &filter.plans, &page.plans, &page.n_plans);
	size_t which = 0;
	while (which < GROUPS && !str_eq(group, str_of(groups[which].name)))
		which++;
	if (which < GROUPS)
		TRY(load_one_group(call, &filter, which, &counts, &page));
	else
		TRY(load_all_groups(call, &filter, &counts, &page));
	add_counts(call, &filter, &counts, &page);
	const struct app_page around = {.title = MSG("Today"), .section = "today"};
	return app_answer_page(call, 200, &around, task_today_html_slot(&page));
}
