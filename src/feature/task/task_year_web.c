/* The year on one page: twelve months, each a grid of days and the list of what is due in it. */
#include "feature/task/task_year_web.h"

#include "calendar/date_words.h"
#include "feature/task/task_filter.h"
#include "feature/task/task_store.h"
#include "feature/task/task_view.h"
#include "feature/task/task_year_html.h"

enum { MONTHS = 12, WEEK_DAYS = 7, MOST_WEEKS = 6, UNDATED_LINES = 200, FIRST_YEAR = 1990, LAST_YEAR = 2190 };

const struct app_param task_year_web_params[] = {
    {.name = "unit", .kind = APP_INT, .label = MSG("Unit")},
    {.name = "plan", .kind = APP_INT, .label = MSG("Plan")},
    {.name = "year", .kind = APP_INT, .max = LAST_YEAR, .label = MSG("Year")},
    {0},
};

static const struct {
	const char *letters, *name;
} weekdays[WEEK_DAYS] = {
    {MSG("Mo"), MSG("Monday")}, {MSG("Tu"), MSG("Tuesday")},  {MSG("We"), MSG("Wednesday")}, {MSG("Th"), MSG("Thursday")},
    {MSG("Fr"), MSG("Friday")}, {MSG("Sa"), MSG("Saturday")}, {MSG("Su"), MSG("Sunday")},
};

static struct task_view_state state_of(const struct app_call *call, const struct task_line *line)
{
	return task_view_state(line->done ? TASK_DONE : line->status, SCHEDULE_ONCE, line->due_on, call->today);
}

/* How much a state asks for attention: the worst one colours its day. */
static int urgency(struct str state)
{
	static const char *const rising[] = {"done", "open", "doing", "soon", "overdue"};
	for (size_t i = 0; i < sizeof rising / sizeof *rising; i++)
		if (str_eq(state, str_of(rising[i])))
			return (int)i;
	return 0;
}

/* The lines of one day, from *at on, as the day's cell. */
static struct task_year_html_day day_cell(struct app_call *call, date_day day, const struct task_line_vec *lines, size_t *at)
{
	struct task_year_html_day cell = {.n = date_to_parts(day).day, .today = day == call->today};
	int64_t due = 0, overdue = 0;
	for (; *at < lines->n && lines->at[*at].due_on == day; ++*at) {
		struct task_view_state state = state_of(call, &lines->at[*at]);
		if (due == 0 || urgency(state.name) > urgency(cell.state))
			cell.state = state.name;
		overdue += str_eq(state.name, STR("overdue"));
		due++;
	}
	if (due == 0)
		return cell;
	struct message message = {.id = overdue > 0 ? MSG("{1}: {2} tasks, {3} overdue") : MSG("{1}: {2} tasks"),
	                          .args = {date_format_short(call->arena, day), str_format(call->arena, "%lld", (long long)due),
	                                   str_format(call->arena, "%lld", (long long)overdue)}};
	cell.words = message_format(call->arena, call->words, &message);
	cell.anchor = str_format(call->arena, "d-%.*s", STR_ARG(date_format_iso(call->arena, day)));
	return cell;
}

static void add_weeks(struct app_call *call, date_day first, date_day last, const struct task_line_vec *lines, size_t at,
                      struct task_year_html_month *month)
{
	struct task_year_html_week *weeks = ARENA_ARRAY(call->arena, struct task_year_html_week, MOST_WEEKS);
	size_t n = 0;
	for (date_day monday = first - date_weekday(first); monday <= last; monday += WEEK_DAYS, n++) {
		struct task_year_html_day *days = ARENA_ARRAY(call->arena, struct task_year_html_day, WEEK_DAYS);
		for (int i = 0; i < WEEK_DAYS; i++)
			if (monday + i >= first && monday + i <= last)
				days[i] = day_cell(call, monday + i, lines, &at);
		weeks[n] = (struct task_year_html_week){.days = days, .n_days = WEEK_DAYS};
	}
	month->weeks = weeks;
	month->n_weeks = n;
}

static struct task_year_html_line shown_line(struct app_call *call, const struct task_line *line, bool first_of_day)
{
	struct task_view_state state = state_of(call, line);
	return (struct task_year_html_line){
	    .anchor = first_of_day ? str_format(call->arena, "d-%.*s", STR_ARG(date_format_iso(call->arena, line->due_on))) : STR(""),
	    .date = date_words_day(call->arena, call->words, line->due_on),
	    .href = html_url_format(call->arena, "/task/%lld", (long long)line->task_id),
	    .title = line->title,
	    .unit = line->unit,
	    .state = state.name,
	    .state_words = {.id = state.label},
	};
}

/* One month; *at is the first of its lines, and afterwards the first of the next one's. */
static struct task_year_html_month shown_month(struct app_call *call, int year, int number, const struct task_line_vec *lines,
                                               size_t *at)
{
	date_day first = date_from_parts(year, number, 1), last = date_month_end(year, number);
	struct message name = {.id = MSG("Month {1}"), .args = {str_format(call->arena, "%d", number)}};
	struct task_year_html_month month = {
	    .id = str_format(call->arena, "%04d-%02d", year, number),
	    .name = message_format(call->arena, call->words, &name),
	    .here = call->today >= first && call->today <= last,
	};
	size_t begin = *at;
	add_weeks(call, first, last, lines, begin, &month);
	while (*at < lines->n && lines->at[*at].due_on <= last)
		++*at;
	struct task_year_html_line *shown = ARENA_ARRAY(call->arena, struct task_year_html_line, *at - begin);
	for (size_t i = begin; i < *at; i++)
		shown[i - begin] = shown_line(call, &lines->at[i], i == begin || lines->at[i - 1].due_on != lines->at[i].due_on);
	month.lines = shown;
	month.n_lines = *at - begin;
	month.n = (int64_t)month.n_lines;
	return month;
}

static void add_months(struct app_call *call, int year, const struct task_line_vec *lines, struct task_year_html *page)
{
	struct task_year_html_month *months = ARENA_ARRAY(call->arena, struct task_year_html_month, MONTHS);
	struct task_year_html_weekday *names = ARENA_ARRAY(call->arena, struct task_year_html_weekday, WEEK_DAYS);
	size_t at = 0;
	for (int i = 0; i < WEEK_DAYS; i++)
		names[i] = (struct task_year_html_weekday){app_words(call, weekdays[i].letters), app_words(call, weekdays[i].name)};
	for (int i = 0; i < MONTHS; i++)
		months[i] = shown_month(call, year, i + 1, lines, &at);
	page->weekdays = names;
	page->n_weekdays = WEEK_DAYS;
	page->months = months;
	page->n_months = MONTHS;
	page->total = (int64_t)lines->n;
	for (size_t i = 0; i < lines->n; i++) {
		page->done += lines->at[i].done;
		page->overdue += !lines->at[i].done && lines->at[i].due_on < call->today;
	}
}

/* The tasks that wait for an event or go on all year. */
static enum rc load_undated(struct app_call *call, const struct task_filter *filter, struct task_year_html *page)
{
	struct task_line_vec waiting = {0}, ongoing = {0};
	TRY(task_store_lines(call->db, call->arena, &filter->scope, TASK_WAITING, call->today, 0, UNDATED_LINES, &waiting));
	TRY(task_store_lines(call->db, call->arena, &filter->scope, TASK_ONGOING, call->today, 0, UNDATED_LINES, &ongoing));
	struct task_year_html_line *shown = ARENA_ARRAY(call->arena, struct task_year_html_line, waiting.n + ongoing.n);
	for (size_t i = 0; i < waiting.n + ongoing.n; i++) {
		bool waits = i < waiting.n;
		const struct task_line *line = waits ? &waiting.at[i] : &ongoing.at[i - waiting.n];
		struct task_view_state state =
		    task_view_state(line->status, waits ? SCHEDULE_CONDITIONAL : SCHEDULE_ONGOING, DATE_NONE, call->today);
		shown[i] = (struct task_year_html_line){
		    .date = line->schedule_raw,
		    .href = html_url_format(call->arena, "/task/%lld", (long long)line->task_id),
		    .title = line->title,
		    .unit = line->unit,
		    .state = state.name,
		    .state_words = {.id = state.label},
		};
	}
	page->undated = shown;
	page->n_undated = waiting.n + ongoing.n;
	return RC_OK;
}

static void add_options(struct app_call *call, const struct task_filter_option_vec *options,
                        const struct task_year_html_option **ret, size_t *ret_n)
{
	struct task_year_html_option *shown = ARENA_ARRAY(call->arena, struct task_year_html_option, options->n);
	for (size_t i = 0; i < options->n; i++)
		shown[i] = (struct task_year_html_option){options->at[i].value, options->at[i].label, options->at[i].chosen};
	*ret = shown;
	*ret_n = options->n;
}

enum rc task_year_web_answer(struct app_call *call)
{
	struct task_filter filter;
	struct task_line_vec lines = {0};
	int year = (int)app_int(call, "year");
	if (year < FIRST_YEAR || year > LAST_YEAR)
		year = date_to_parts(call->today).year;
	TRY(task_filter_load(call, &filter));
	TRY(task_store_lines_between(call->db, call->arena, &filter.scope, date_from_parts(year, 1, 1), date_month_end(year, MONTHS),
	                             &lines));
	struct task_year_html page = {
	    .year = year,
	    .unit = filter.unit_name,
	    .previous = task_filter_url(call->arena, &filter, "/year", str_format(call->arena, "year=%d", year - 1).ptr),
	    .next = task_filter_url(call->arena, &filter, "/year", str_format(call->arena, "year=%d", year + 1).ptr),
	    .previous_year = year - 1,
	    .next_year = year + 1,
	    .action = html_url_path(STR("/year")),
	};
	add_months(call, year, &lines, &page);
	add_options(call, &filter.units, &page.units, &page.n_units);
	add_options(call, &filter.plans, &page.plans, &page.n_plans);
	TRY(load_undated(call, &filter, &page));
	const struct app_page around = {.title = MSG("The year"), .section = "year"};
	return app_answer_page(call, 200, &around, task_year_html_slot(&page));
}
