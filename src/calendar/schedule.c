#include "calendar/schedule.h"

#include "calendar/rrule.h"

static const struct str kind_names[] = {
    [SCHEDULE_NONE] = STR_INIT("none"),       [SCHEDULE_ONCE] = STR_INIT("once"),
    [SCHEDULE_WINDOW] = STR_INIT("window"),   [SCHEDULE_RECURRING] = STR_INIT("recurring"),
    [SCHEDULE_ONGOING] = STR_INIT("ongoing"), [SCHEDULE_CONDITIONAL] = STR_INIT("conditional"),
};

struct str schedule_kind_name(enum schedule_kind kind)
{
	return kind_names[kind];
}

enum schedule_kind schedule_kind_parse(struct str name)
{
	for (size_t i = 0; i < sizeof kind_names / sizeof kind_names[0]; i++)
		if (str_eq(name, kind_names[i]))
			return (enum schedule_kind)i;
	return SCHEDULE_NONE;
}

/* Where deadlines are wanted, and what was found. */
struct search {
	struct arena *arena;
	const struct schedule *schedule;
	date_day first, last;
	size_t max;
	struct date_day_vec found;
};

/* Adds the last day in time for something due on `due`; where `exclusive` that is the day before. Days come in ascending order.
 */
static void add_deadline(struct search *s, date_day due, bool exclusive)
{
	if (due == DATE_NONE || due < s->first || s->found.n >= s->max)
		return;
	date_day deadline = due - exclusive;
	bool is_new = s->found.n == 0 || s->found.at[s->found.n - 1] < deadline;
	if (is_new && deadline >= s->first && deadline <= s->last)
		VEC_PUSH(s->arena, &s->found, deadline);
}

/* The same for a day of its own beside a rule's: into its place among them. */
static void insert_deadline(struct search *s, date_day due, bool exclusive)
{
	struct date_day_vec *found = &s->found;
	date_day deadline = due == DATE_NONE ? DATE_NONE : due - exclusive;
	size_t at = 0;
	if (deadline == DATE_NONE || deadline < s->first || deadline > s->last)
		return;
	while (at < found->n && found->at[at] < deadline)
		at++;
	if (at == s->max || (at < found->n && found->at[at] == deadline))
		return;
	if (found->n < s->max)
		VEC_PUSH(s->arena, found, deadline);
	for (size_t i = found->n - 1; i > at; i--)
		found->at[i] = found->at[i - 1];
	found->at[at] = deadline;
}

static date_day later_of(date_day a, date_day b)
{
	return a > b ? a : b; /* DATE_NONE is earlier than any day */
}

static date_day earlier_of(date_day a, date_day b)
{
	return a == DATE_NONE || (b != DATE_NONE && b < a) ? b : a;
}

/* One deadline for each day that the rule names, or else for each of its periods that ends within the schedule. */
static enum rc add_recurring(struct search *s)
{
	const struct schedule *schedule = s->schedule;
	struct rrule rule;
	struct date_day_vec days;
	TRY(rrule_parse(schedule->rrule, &rule));
	/* A rule without a start of its own counts from the beginning of a year. */
	date_day start = schedule->start != DATE_NONE ? schedule->start : date_from_parts(date_to_parts(s->first).year, 1, 1);
	date_day end = earlier_of(schedule->end, s->last + 1);
	if (start < date_from_parts(1900, 1, 1) || start > end)
		return RC_OK;
	bool names_days = rrule_names_days(&rule);
	date_day anchor = rrule_period_start(&rule, start);
	/* A period that began up to a year before `first` may end after it. */
	date_day from = names_days ? later_of(start, s->first) : later_of(anchor, s->first - 366);
	rrule_expand(s->arena, &rule, anchor, from, end, SIZE_MAX, &days);
	for (size_t i = 0; i < days.n; i++) {
		date_day due = names_days ? days.at[i] : rrule_period_end(&rule, days.at[i]);
		if (due <= end) /* a period's end is in time: "trước ngày …" is said of days alone */
			add_deadline(s, due, schedule->exclusive && names_days);
	}
	return RC_OK;
}

enum rc schedule_deadlines(struct arena *arena, const struct schedule *schedule, date_day first, date_day last, size_t max,
                           struct date_day_vec *ret)
{
	/* Days beyond the calendar are those at its ends. */
	first = later_of(date_from_parts(1900, 1, 1), first);
	last = earlier_of(last, date_from_parts(2199, 12, 30));
	struct search s = {.arena = arena, .schedule = schedule, .first = first, .last = last, .max = max};
	if (schedule->kind == SCHEDULE_RECURRING && schedule->rrule.len > 0) {
		TRY(add_recurring(&s));
		for (size_t i = 0; i < schedule->due.n; i++)
			insert_deadline(&s, schedule->due.at[i], schedule->exclusive);
	} else if (schedule->kind == SCHEDULE_ONCE && schedule->due.n > 0) {
		for (size_t i = 0; i < schedule->due.n; i++)
			add_deadline(&s, schedule->due.at[i], schedule->exclusive);
	} else if (schedule->kind != SCHEDULE_NONE && schedule->kind != SCHEDULE_ONGOING) {
		add_deadline(&s, schedule->end, schedule->exclusive);
	}
	*ret = s.found;
	return RC_OK;
}
