#include "calendar/rrule.h"

static enum rc parse_number(struct str s, int64_t low, int64_t high, int *ret)
{
	int64_t value;
	if (str_has_prefix(s, STR("+")))
		s = str_from(s, 1);
	if (!str_parse_int(s, &value) || value < low || value > high || value == 0)
		return RC_INVALID;
	*ret = (int)value;
	return RC_OK;
}

static enum rc add_value(struct rrule_values *values, int value)
{
	if (values->n == RRULE_MAX_VALUES)
		return RC_INVALID;
	values->at[values->n++] = value;
	return RC_OK;
}

static enum rc parse_numbers(struct str list, int64_t low, int64_t high, struct rrule_values *ret)
{
	struct str item;
	while (str_split(&list, ',', &item)) {
		int value;
		TRY(parse_number(item, low, high, &value));
		TRY(add_value(ret, value));
	}
	return RC_OK;
}

static enum rc parse_frequency(struct str value, struct rrule *rule)
{
	static const struct str names[] = {[RRULE_DAILY] = STR_INIT("DAILY"),
	                                   [RRULE_WEEKLY] = STR_INIT("WEEKLY"),
	                                   [RRULE_MONTHLY] = STR_INIT("MONTHLY"),
	                                   [RRULE_YEARLY] = STR_INIT("YEARLY")};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (str_eq(value, names[i])) {
			rule->frequency = (enum rrule_frequency)i;
			return RC_OK;
		}
	return RC_INVALID;
}

static enum rc parse_interval(struct str value, struct rrule *rule)
{
	return parse_number(value, 1, RRULE_MAX_INTERVAL, &rule->interval);
}

static enum rc parse_month_days(struct str value, struct rrule *rule)
{
	return parse_numbers(value, -31, 31, &rule->month_days);
}

static enum rc parse_months(struct str value, struct rrule *rule)
{
	return parse_numbers(value, 1, 12, &rule->months);
}

static enum rc parse_weekdays(struct str list, struct rrule *rule)
{
	static const char names[] = "MOTUWETHFRSASU";
	struct str item;
	while (str_split(&list, ',', &item)) {
		if (item.len < 2)
			return RC_INVALID;
		struct str name = str_from(item, item.len - 2), place = str_part(item, 0, item.len - 2);
		size_t at = str_find(str_of(names), name, 0);
		int n = 0;
		if (at == SIZE_MAX || at % 2 != 0)
			return RC_INVALID;
		if (place.len > 0)
			TRY(parse_number(place, -53, 53, &n));
		TRY(add_value(&rule->weekdays, (int)at / 2));
		TRY(add_value(&rule->weekday_places, n));
	}
	return RC_OK;
}

/* "20261231", with or without a time of day. */
static enum rc parse_until(struct str value, struct rrule *rule)
{
	int64_t digits;
	if (value.len != 8 && !(value.len >= 15 && value.ptr[8] == 'T'))
		return RC_INVALID;
	if (value.ptr[0] == '-' || !str_parse_int(str_part(value, 0, 8), &digits))
		return RC_INVALID;
	rule->until = date_from_parts((int)(digits / 10000), (int)(digits / 100 % 100), (int)(digits % 100));
	if (rule->until == DATE_NONE)
		return RC_INVALID;
	struct str time = str_part(str_from(value, 9), 0, 6);
	if (value.len > 8 && (!str_parse_int(time, &digits) || digits < 0))
		return RC_INVALID;
	return value.len <= 15 || str_eq(str_from(value, 15), STR("Z")) ? RC_OK : RC_INVALID;
}

static const struct {
	struct str name;
	enum rc (*parse)(struct str value, struct rrule *rule);
} rule_parts[] = {
    {STR_INIT("FREQ"), parse_frequency}, {STR_INIT("INTERVAL"), parse_interval}, {STR_INIT("BYMONTHDAY"), parse_month_days},
    {STR_INIT("BYMONTH"), parse_months}, {STR_INIT("BYDAY"), parse_weekdays},    {STR_INIT("UNTIL"), parse_until},
};
enum { N_PARTS = sizeof rule_parts / sizeof rule_parts[0] };

/* Rules of RFC 5545, 3.3.10, on what goes together. */
static bool is_consistent(const struct rrule *rule, unsigned seen)
{
	bool has_places = false;
	for (size_t i = 0; i < rule->weekday_places.n; i++)
		has_places = has_places || rule->weekday_places.at[i] != 0;
	bool has_month_days = rule->month_days.n > 0;
	return (seen & 1u) != 0 && !(has_month_days && rule->frequency == RRULE_WEEKLY) &&
	       !(has_places && rule->frequency < RRULE_MONTHLY);
}

enum rc rrule_parse(struct str text, struct rrule *ret)
{
	struct rrule rule = {.interval = 1, .until = DATE_NONE};
	unsigned seen = 0;
	struct str part, name;
	if (text.len == 0 || text.len > RRULE_MAX_BYTES)
		return RC_INVALID;
	while (str_split(&text, ';', &part)) {
		size_t i = 0;
		if (!str_split(&part, '=', &name) || part.ptr == NULL || part.len == 0)
			return RC_INVALID;
		while (i < N_PARTS && !str_eq(rule_parts[i].name, name))
			i++;
		if (i == N_PARTS || (seen & 1u << i) != 0)
			return RC_INVALID;
		seen |= 1u << i;
		TRY(rule_parts[i].parse(part, &rule));
	}
	if (!is_consistent(&rule, seen))
		return RC_INVALID;
	*ret = rule;
	return RC_OK;
}

bool rrule_names_days(const struct rrule *rule)
{
	return rule->month_days.n > 0 || rule->weekdays.n > 0;
}

/* Months in a period of the rule, where it divides a year; else one. */
static int months_in_period(const struct rrule *rule)
{
	if (rule->frequency == RRULE_YEARLY)
		return rule->months.n > 0 ? 1 : 12;
	return 12 % rule->interval == 0 ? rule->interval : 1;
}

date_day rrule_period_start(const struct rrule *rule, date_day day)
{
	struct date_parts parts = date_to_parts(day);
	if (rule->frequency == RRULE_DAILY)
		return day;
	if (rule->frequency == RRULE_WEEKLY)
		return day - date_weekday(day);
	if (rule->frequency == RRULE_YEARLY)
		return date_from_parts(parts.year, 1, 1);
	int months = months_in_period(rule);
	return date_from_parts(parts.year, (parts.month - 1) / months * months + 1, 1);
}

date_day rrule_period_end(const struct rrule *rule, date_day start)
{
	struct date_parts parts = date_to_parts(start);
	if (rule->frequency == RRULE_DAILY)
		return start;
	if (rule->frequency == RRULE_WEEKLY)
		return start + 6;
	int last = parts.month + months_in_period(rule) - 1;
	return date_month_end(parts.year, last <= 12 ? last : 12);
}

static bool has_value(const struct rrule_values *values, int value)
{
	for (size_t i = 0; i < values->n; i++)
		if (values->at[i] == value)
			return true;
	return false;
}

/* Which period of the rule's length a day lies in, counted from any fixed one. */
static int period_index(const struct rrule *rule, date_day day, struct date_parts date)
{
	switch (rule->frequency) {
	case RRULE_DAILY:
		return day;
	case RRULE_WEEKLY:
		return (day - date_weekday(day) + 3) / 7; /* day -3 is a Monday */
	case RRULE_MONTHLY:
		return date.year * 12 + date.month;
	case RRULE_YEARLY:
		return date.year;
	}
	return 0;
}

/* Whether a day is one of the rule's weekdays: any one, or the nth of its month or year counted from either end. */
static bool is_named_weekday(const struct rrule *rule, date_day day, struct date_parts date)
{
	bool in_year = rule->frequency == RRULE_YEARLY && rule->months.n == 0;
	int before = in_year ? day - date_from_parts(date.year, 1, 1) : date.day - 1;
	int after = in_year ? date_from_parts(date.year, 12, 31) - day : date_days_in_month(date.year, date.month) - date.day;
	for (size_t i = 0; i < rule->weekdays.n; i++) {
		int place = rule->weekday_places.at[i];
		if (rule->weekdays.at[i] == date_weekday(day) && (place == 0 || place == before / 7 + 1 || place == -(after / 7 + 1)))
			return true;
	}
	return false;
}

/* Whether a rule that names no days means this one: the day like the one it starts on. */
static bool is_like_start(const struct rrule *rule, date_day start, date_day day, struct date_parts date)
{
	struct date_parts first = date_to_parts(start);
	if (rule->frequency == RRULE_DAILY)
		return true;
	if (rule->frequency == RRULE_WEEKLY)
		return date_weekday(day) == date_weekday(start);
	return date.day == first.day && (rule->frequency == RRULE_MONTHLY || rule->months.n > 0 || date.month == first.month);
}

static bool is_day_of_rule(const struct rrule *rule, date_day start, date_day day)
{
	struct date_parts date = date_to_parts(day);
	if ((period_index(rule, day, date) - period_index(rule, start, date_to_parts(start))) % rule->interval != 0)
		return false;
	if (rule->months.n > 0 && !has_value(&rule->months, date.month))
		return false;
	if (!rrule_names_days(rule))
		return is_like_start(rule, start, day, date);
	int from_end = date.day - date_days_in_month(date.year, date.month) - 1;
	if (rule->month_days.n > 0 && !has_value(&rule->month_days, date.day) && !has_value(&rule->month_days, from_end))
		return false;
	return rule->weekdays.n == 0 || is_named_weekday(rule, day, date);
}

void rrule_expand(struct arena *arena, const struct rrule *rule, date_day start, date_day first, date_day last, size_t max,
                  struct date_day_vec *ret)
{
	struct date_day_vec days = {0};
	date_day end = rule->until != DATE_NONE && rule->until < last ? rule->until : last;
	for (date_day day = first > start ? first : start; day <= end && days.n < max; day++)
		if (is_day_of_rule(rule, start, day))
			VEC_PUSH(arena, &days, day);
	*ret = days;
}
