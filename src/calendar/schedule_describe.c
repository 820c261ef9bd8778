/* A schedule in words: the half of calendar/schedule.h that speaks. */
#include "base/buf.h"
#include "calendar/date_words.h"
#include "calendar/rrule.h"
#include "calendar/schedule.h"

enum { WORDS_MAX = 8192 };

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

static struct str number(struct teller *t, int n)
{
	return str_format(t->arena, "%d", n);
}

static struct str period(struct teller *t, bool capital)
{
	return date_words_period(t->arena, t->words, t->schedule->start, t->schedule->end, capital);
}

static void add(struct teller *t, const char *before, struct str s)
{
	if (s.len == 0)
		return;
	buf_add(&t->out, str_of(before));
	buf_add(&t->out, s);
}

/* "20th"; a day counted from the month's end has no such form. */
static struct str ordinal(struct teller *t, int day)
{
	static const char *const ids[] = {MSG("{1}th"), MSG("{1}st"), MSG("{1}nd"), MSG("{1}rd")};
	if (day == -1)
		return message_text(t->words, MSG("last day of the month"));
	if (day < 0)
		return say(t, MSG("day {1} from the month's end"), number(t, -day), (struct str){0});
	bool is_teen = day >= 11 && day <= 13;
	return say(t, ids[!is_teen && day % 10 <= 3 ? day % 10 : 0], number(t, day), (struct str){0});
}

/* "by the 5th and 20th", "before Friday" */
static struct str days_of_rule(struct teller *t, const struct rrule *rule)
{
	static const char *const weekdays[][2] = {
	    {MSG("by Monday"), MSG("before Monday")},       {MSG("by Tuesday"), MSG("before Tuesday")},
	    {MSG("by Wednesday"), MSG("before Wednesday")}, {MSG("by Thursday"), MSG("before Thursday")},
	    {MSG("by Friday"), MSG("before Friday")},       {MSG("by Saturday"), MSG("before Saturday")},
	    {MSG("by Sunday"), MSG("before Sunday")},
	};
	struct str items[RRULE_MAX_VALUES];
	bool exclusive = t->schedule->exclusive;
	if (rule->month_days.n > 0) {
		for (size_t i = 0; i < rule->month_days.n; i++)
			items[i] = ordinal(t, rule->month_days.at[i]);
		struct str list = date_words_join(t->arena, t->words, items, rule->month_days.n);
		return say(t, exclusive ? MSG("before the {1}") : MSG("by the {1}"), list, (struct str){0});
	}
	for (size_t i = 0; i < rule->weekdays.n; i++)
		items[i] = message_text(t->words, weekdays[rule->weekdays.at[i]][exclusive]);
	return date_words_join(t->arena, t->words, items, rule->weekdays.n);
}

static struct str months_of_rule(struct teller *t, const struct rrule *rule)
{
	struct str items[RRULE_MAX_VALUES];
	for (size_t i = 0; i < rule->months.n; i++)
		items[i] = number(t, rule->months.at[i]);
	if (rule->months.n == 0)
		return (struct str){0};
	return say(t, rule->months.n == 1 ? MSG("of month {1}") : MSG("of months {1}"),
	           date_words_join(t->arena, t->words, items, rule->months.n), (struct str){0});
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
	return say(t, ids[rule->frequency][rule->interval > 1], number(t, rule->interval), (struct str){0});
}

static void tell_recurring(struct teller *t)
{
	struct rrule rule;
	bool has_rule = rrule_parse(t->schedule->rrule, &rule) == RC_OK;
	add(t, "", has_rule ? frequency(t, &rule) : message_text(t->words, MSG("Regularly")));
	add(t, " ", period(t, false));
	if (has_rule) {
		struct str days = days_of_rule(t, &rule);
		add(t, ", ", days);
		add(t, days.len > 0 ? " " : ", ", months_of_rule(t, &rule));
	}
	add(t, ", ", t->schedule->condition);
}

static void tell_once(struct teller *t)
{
	struct str days = date_words_list(t->arena, t->words, &t->schedule->due);
	if (days.len == 0)
		days = date_format_short(t->arena, t->schedule->end);
	add(t, "", say(t, t->schedule->exclusive ? MSG("Before {1}") : MSG("No later than {1}"), days, (struct str){0}));
	add(t, ", ", t->schedule->condition);
}

static void tell_ongoing(struct teller *t)
{
	add(t, "", message_text(t->words, MSG("Continuously")));
	add(t, " ", period(t, false));
	add(t, ", ", t->schedule->condition);
}

static void tell_window(struct teller *t)
{
	add(t, "", period(t, true));
	add(t, ", ", t->schedule->condition);
}

static void tell_conditional(struct teller *t)
{
	bool has_condition = t->schedule->condition.len > 0;
	add(t, "", has_condition ? t->schedule->condition : message_text(t->words, MSG("When the event comes")));
	struct str expected = period(t, false);
	if (expected.len > 0)
		add(t, " ", say(t, MSG("(expected {1})"), expected, (struct str){0}));
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
		return buf_str(&t.out);
	}
	if (schedule->tentative)
		add(&t, " ", message_text(words, MSG("(tentative)")));
	return buf_str(&t.out);
}
