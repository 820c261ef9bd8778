/* A schedule in words: the half of calendar/schedule.h that speaks. Each kind is one sentence, as short as a table's cell wants
 * it; in Vietnamese schedule_words_parse() reads it back as the same schedule. */
#include "base/buf.h"
#include "calendar/date_words.h"
#include "calendar/rrule.h"
#include "calendar/schedule.h"

enum { WORDS_MAX = 8192, MONTHS = 12, QUARTERS = 4 };

/* One description being written. */
struct teller {
	struct arena *arena;
	const struct message_catalogue *words;
	const struct schedule *schedule;
	struct buf out;
};

static struct str say(struct teller *t, const char *id, struct str a, struct str b)
{
	const struct message message = {.id = id, .args = {a, b}};
	return message_format(t->arena, t->words, &message);
}

static struct str say_one(struct teller *t, const char *id, struct str a)
{
	return say(t, id, a, (struct str){0});
}

static struct str number(struct teller *t, int n)
{
	return str_format(t->arena, "%d", n);
}

static void add(struct teller *t, const char *before, struct str s)
{
	if (s.len == 0)
		return;
	buf_add(&t->out, str_of(before));
	buf_add(&t->out, s);
}

/* The span of the schedule; one whose last day is too late is told by the day that ends it. */
static struct str period(struct teller *t, bool capital)
{
	const struct schedule *s = t->schedule;
	bool names_end = s->exclusive && s->kind != SCHEDULE_RECURRING && s->end != DATE_NONE;
	if (!names_end)
		return date_words_period(t->arena, t->words, s->start, s->end, capital);
	struct str start = date_format_short(t->arena, s->start), end = date_format_short(t->arena, s->end);
	if (s->start == DATE_NONE)
		return say_one(t, capital ? MSG("Before {1}") : MSG("before {1}"), end);
	return say(t, capital ? MSG("From {1} until before {2}") : MSG("from {1} until before {2}"), start, end);
}

/* ---- rules ---- */

static struct str join(struct teller *t, const struct str *items, size_t n)
{
	return date_words_join(t->arena, t->words, items, n);
}

/* "20th"; a day counted from the month's end has no such form. */
static struct str ordinal(struct teller *t, int day)
{
	static const char *const ids[] = {MSG("{1}th"), MSG("{1}st"), MSG("{1}nd"), MSG("{1}rd")};
	if (day == -1)
		return message_text(t->words, MSG("last day"));
	if (day < 0)
		return say_one(t, MSG("day {1} from the month's end"), number(t, -day));
	bool is_teen = day >= 11 && day <= 13;
	return say_one(t, ids[!is_teen && day % 10 <= 3 ? day % 10 : 0], number(t, day));
}

/* "5th and 20th" */
static struct str month_days(struct teller *t, const struct rrule *rule)
{
	struct str items[RRULE_MAX_VALUES];
	for (size_t i = 0; i < rule->month_days.n; i++)
		items[i] = ordinal(t, rule->month_days.at[i]);
	return join(t, items, rule->month_days.n);
}

static struct str month_numbers(struct teller *t, const struct rrule *rule)
{
	struct str items[RRULE_MAX_VALUES];
	for (size_t i = 0; i < rule->months.n; i++)
		items[i] = number(t, rule->months.at[i]);
	return join(t, items, rule->months.n);
}

/* "15/6 and 15/12": the one day of each month. */
static struct str days_of_year(struct teller *t, const struct rrule *rule)
{
	struct str items[RRULE_MAX_VALUES];
	for (size_t i = 0; i < rule->months.n; i++) {
		int month = rule->months.at[i];
		items[i] = str_format(t->arena, month <= 2 ? "%02d/%02d" : "%02d/%d", rule->month_days.at[0], month);
	}
	return join(t, items, rule->months.n);
}

static struct str weekdays(struct teller *t, const struct rrule *rule)
{
	static const char *const ids[] = {MSG("Mondays"), MSG("Tuesdays"),  MSG("Wednesdays"), MSG("Thursdays"),
	                                  MSG("Fridays"), MSG("Saturdays"), MSG("Sundays")};
	struct str items[RRULE_MAX_VALUES];
	for (size_t i = 0; i < rule->weekdays.n; i++)
		items[i] = message_text(t->words, ids[rule->weekdays.at[i]]);
	return join(t, items, rule->weekdays.n);
}

/* Which month of each quarter a yearly rule names: 1 to 3; 0 where its months are none such. */
static int month_of_quarter(const struct rrule *rule)
{
	if (rule->frequency != RRULE_YEARLY || rule->interval != 1 || rule->months.n != QUARTERS)
		return 0;
	for (int i = 1; i < QUARTERS; i++)
		if (rule->months.at[i] != rule->months.at[0] + 3 * i)
			return 0;
	return rule->months.at[0] <= 3 ? rule->months.at[0] : 0;
}

static struct str frequency(struct teller *t, const struct rrule *rule)
{
	static const char *const ids[][2] = {[RRULE_DAILY] = {MSG("Every day"), MSG("Every {1} days")},
	                                     [RRULE_WEEKLY] = {MSG("Every week"), MSG("Every {1} weeks")},
	                                     [RRULE_MONTHLY] = {MSG("Every month"), MSG("Every {1} months")},
	                                     [RRULE_YEARLY] = {MSG("Every year"), MSG("Every {1} years")}};
	if (rule->frequency == RRULE_MONTHLY && rule->interval == 3)
		return message_text(t->words, MSG("Every quarter"));
	if (rule->frequency == RRULE_MONTHLY && rule->interval == 6)
		return message_text(t->words, MSG("Every six months"));
	return say_one(t, ids[rule->frequency][rule->interval > 1], number(t, rule->interval));
}

/* "By the 5th of the last month of every quarter"; `of_quarter` 1 to 3. */
static struct str days_of_quarter(struct teller *t, const struct rrule *rule, int of_quarter)
{
	static const char *const ids[][2] = {
	    {MSG("By the {1} of the first month of every quarter"), MSG("Before the {1} of the first month of every quarter")},
	    {MSG("By the {1} of the second month of every quarter"), MSG("Before the {1} of the second month of every quarter")},
	    {MSG("By the {1} of the last month of every quarter"), MSG("Before the {1} of the last month of every quarter")},
	};
	return say_one(t, ids[of_quarter - 1][t->schedule->exclusive], month_days(t, rule));
}

/* "Mondays" every week, "the last of the Fridays" every month; no text for other rules of weekdays. */
static struct str rule_of_weekdays(struct teller *t, const struct rrule *rule)
{
	static const char *const places[] = {MSG("first"), MSG("second"), MSG("third"), MSG("fourth"), MSG("fifth")};
	bool before = t->schedule->exclusive;
	int place = rule->weekday_places.at[0];
	for (size_t i = 1; i < rule->weekdays.n; i++)
		if (rule->weekday_places.at[i] != place)
			return (struct str){0};
	if (rule->months.n > 0 || rule->month_days.n > 0)
		return (struct str){0};
	if (rule->frequency == RRULE_WEEKLY && rule->interval == 1)
		return say_one(t, before ? MSG("Weekly, before {1}") : MSG("Weekly, on {1}"), weekdays(t, rule));
	if (rule->frequency == RRULE_WEEKLY)
		return say(t, before ? MSG("Every {1} weeks, before {2}") : MSG("Every {1} weeks, on {2}"), number(t, rule->interval),
		           weekdays(t, rule));
	if (rule->frequency != RRULE_MONTHLY || rule->interval != 1 || place == 0 || place < -1 || place > 5 || before)
		return (struct str){0};
	struct str which = message_text(t->words, place < 0 ? MSG("last") : places[place - 1]);
	return say(t, MSG("Monthly, on the {1} of the {2}"), which, weekdays(t, rule));
}

/* "Before the 20th of every month" */
static struct str rule_of_month_days(struct teller *t, const struct rrule *rule)
{
	bool before = t->schedule->exclusive;
	if (rule->months.n > 0 || rule->month_days.n == 0)
		return (struct str){0};
	if (rule->interval == 3)
		return days_of_quarter(t, rule, 1);
	if (rule->interval != 1)
		return (struct str){0};
	return say_one(t, before ? MSG("Before the {1} of every month") : MSG("By the {1} of every month"), month_days(t, rule));
}

/* "By 15/6 and 15/12 every year", "In months 3 and 9 of every year" */
static struct str rule_of_months(struct teller *t, const struct rrule *rule)
{
	bool before = t->schedule->exclusive;
	int of_quarter = month_of_quarter(rule);
	if (rule->months.n == 0 || rule->interval != 1)
		return (struct str){0};
	if (rule->month_days.n == 0)
		return say_one(t, rule->months.n == 1 ? MSG("In month {1} of every year") : MSG("In months {1} of every year"),
		               month_numbers(t, rule));
	if (of_quarter > 0)
		return days_of_quarter(t, rule, of_quarter);
	if (rule->month_days.n > 1 || rule->month_days.at[0] < 0)
		return (struct str){0};
	return say_one(t, before ? MSG("Before {1} every year") : MSG("By {1} every year"), days_of_year(t, rule));
}

/* The rule as one phrase, where it is one that people use; else no text. */
static struct str whole_rule(struct teller *t, const struct rrule *rule)
{
	if (rule->weekdays.n > 0)
		return rule_of_weekdays(t, rule);
	if (rule->frequency == RRULE_MONTHLY)
		return rule_of_month_days(t, rule);
	return rule->frequency == RRULE_YEARLY ? rule_of_months(t, rule) : (struct str){0};
}

/* How often, then the rest: for rules that no phrase is made for. */
static void tell_parts_of_rule(struct teller *t, const struct rrule *rule)
{
	bool before = t->schedule->exclusive;
	add(t, "", frequency(t, rule));
	if (rule->month_days.n > 0)
		add(t, ", ", say_one(t, before ? MSG("before the {1}") : MSG("by the {1}"), month_days(t, rule)));
	if (rule->weekdays.n > 0)
		add(t, ", ", say_one(t, before ? MSG("before {1} of the week") : MSG("on {1} of the week"), weekdays(t, rule)));
	if (rule->months.n > 0)
		add(t, ", ", say_one(t, rule->months.n == 1 ? MSG("of month {1}") : MSG("of months {1}"), month_numbers(t, rule)));
}

/* ---- kinds ---- */

static void tell_condition(struct teller *t)
{
	add(t, ", ", t->schedule->condition);
}

static void tell_recurring(struct teller *t)
{
	const struct schedule *s = t->schedule;
	struct rrule rule;
	if (rrule_parse(s->rrule, &rule) != RC_OK) {
		add(t, "", s->condition.len > 0 ? s->condition : message_text(t->words, MSG("Regularly")));
		add(t, " ", period(t, false));
		return;
	}
	struct str whole = whole_rule(t, &rule);
	if (whole.len > 0)
		add(t, "", whole);
	else
		tell_parts_of_rule(t, &rule);
	add(t, " ", period(t, false));
	tell_condition(t);
	struct str days = date_words_list(t->arena, t->words, &s->due);
	if (days.len > 0)
		add(t, "; ", say_one(t, s->exclusive ? MSG("and before {1}") : MSG("and by {1}"), days));
}

static void tell_once(struct teller *t)
{
	struct str days = date_words_list(t->arena, t->words, &t->schedule->due);
	if (days.len == 0)
		days = date_format_short(t->arena, t->schedule->end);
	add(t, "", say_one(t, t->schedule->exclusive ? MSG("Before {1}") : MSG("No later than {1}"), days));
	tell_condition(t);
}

static void tell_ongoing(struct teller *t)
{
	add(t, "", message_text(t->words, MSG("Continuously")));
	add(t, " ", period(t, false));
	tell_condition(t);
}

static void tell_window(struct teller *t)
{
	add(t, "", period(t, true));
	tell_condition(t);
}

static void tell_conditional(struct teller *t)
{
	bool has_condition = t->schedule->condition.len > 0;
	add(t, "", has_condition ? t->schedule->condition : message_text(t->words, MSG("When the event comes")));
	struct str expected = period(t, false);
	if (expected.len > 0 && t->schedule->tentative)
		add(t, " ", say_one(t, MSG("(expected {1})"), expected));
	else
		add(t, ", ", expected);
}

/* A phrase may begin with what else stands inside one ("thứ Hai"); those that do have no mark on their first letter. */
static struct str begin_with_capital(struct teller *t)
{
	char *first = t->out.len > 0 ? t->out.ptr : NULL;
	if (first != NULL && *first >= 'a' && *first <= 'z')
		*first = (char)(*first - 'a' + 'A');
	return buf_str(&t->out);
}

struct str schedule_describe(struct arena *arena, const struct message_catalogue *words, const struct schedule *schedule)
{
	struct teller t = {.arena = arena, .words = words, .schedule = schedule};
	buf_init(&t.out, arena, WORDS_MAX);
	switch (schedule->kind) {
	case SCHEDULE_NONE:
		return message_text(words, MSG("No time set"));
	case SCHEDULE_ONCE:
		tell_once(&t);
		break;
	case SCHEDULE_WINDOW:
		tell_window(&t);
		break;
	case SCHEDULE_RECURRING:
		tell_recurring(&t);
		break;
	case SCHEDULE_ONGOING:
		tell_ongoing(&t);
		break;
	case SCHEDULE_CONDITIONAL:
		tell_conditional(&t);
		break;
	}
	bool is_said = schedule->kind == SCHEDULE_CONDITIONAL && (schedule->start != DATE_NONE || schedule->end != DATE_NONE);
	if (schedule->tentative && !is_said)
		add(&t, " ", message_text(words, MSG("(tentative)")));
	return begin_with_capital(&t);
}
