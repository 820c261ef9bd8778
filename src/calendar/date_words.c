#include "calendar/date_words.h"

#include "base/buf.h"
#include "calendar/holiday.h"

enum { WORDS_MAX = 4096, LIST_MAX = 24 };

static struct str number(struct arena *arena, int n)
{
	return str_format(arena, "%d", n);
}

static struct str say(struct arena *arena, const struct message_catalogue *words, const char *id, struct str a, struct str b,
                      struct str c)
{
	const struct message message = {.id = id, .args = {a, b, c}};
	return message_format(arena, words, &message);
}

struct str date_words_day(struct arena *arena, const struct message_catalogue *words, date_day day)
{
	static const char *const weekdays[] = {MSG("Monday"), MSG("Tuesday"),  MSG("Wednesday"), MSG("Thursday"),
	                                       MSG("Friday"), MSG("Saturday"), MSG("Sunday")};
	if (day == DATE_NONE)
		return (struct str){0};
	struct str weekday = message_text(words, weekdays[date_weekday(day)]);
	return str_format(arena, "%.*s, %.*s", STR_ARG(weekday), STR_ARG(date_format_short(arena, day)));
}

struct str date_words_left(struct arena *arena, const struct message_catalogue *words, date_day today, date_day deadline)
{
	static const struct str none = {0};
	if (deadline == today)
		return message_text(words, MSG("due today"));
	if (deadline < today)
		return say(arena, words, today - deadline == 1 ? MSG("1 day overdue") : MSG("{1} days overdue"),
		           number(arena, today - deadline), none, none);
	int left = holiday_working_days_between(today, deadline);
	if (left > 0)
		return say(arena, words, left == 1 ? MSG("1 working day left") : MSG("{1} working days left"), number(arena, left), none,
		           none);
	return say(arena, words, deadline - today == 1 ? MSG("1 day left, a day off") : MSG("{1} days left, all of them off"),
	           number(arena, deadline - today), none, none);
}

struct str date_words_deadline(struct arena *arena, const struct message_catalogue *words, date_day today, date_day deadline)
{
	if (deadline == DATE_NONE)
		return (struct str){0};
	struct str day = date_words_day(arena, words, deadline), left = date_words_left(arena, words, today, deadline);
	return str_format(arena, "%.*s (%.*s)", STR_ARG(day), STR_ARG(left));
}

/* The kinds of period, each inside a sentence and at its beginning. {1} and {2} say which, {3} the year. */
enum period {
	PERIOD_YEAR,
	PERIOD_YEARS,
	PERIOD_FIRST_HALF,
	PERIOD_SECOND_HALF,
	PERIOD_QUARTER,
	PERIOD_QUARTERS,
	PERIOD_MONTH,
	PERIOD_MONTHS,
	PERIOD_MONTHS_OF_YEARS,
	PERIOD_DAY,
	PERIOD_DAYS,
	PERIOD_FROM,
	PERIOD_UNTIL,
	PERIOD_UNTIL_MONTH,
	PERIOD_UNTIL_YEAR,
};
static const char *const period_ids[][2] = {
    [PERIOD_YEAR] = {MSG("in {3}"), MSG("In {3}")},
    [PERIOD_YEARS] = {MSG("in the years {1} to {2}"), MSG("In the years {1} to {2}")},
    [PERIOD_FIRST_HALF] = {MSG("in the first half of {3}"), MSG("In the first half of {3}")},
    [PERIOD_SECOND_HALF] = {MSG("in the second half of {3}"), MSG("In the second half of {3}")},
    [PERIOD_QUARTER] = {MSG("in quarter {1} of {3}"), MSG("In quarter {1} of {3}")},
    [PERIOD_QUARTERS] = {MSG("from quarter {1} to quarter {2} of {3}"), MSG("From quarter {1} to quarter {2} of {3}")},
    [PERIOD_MONTH] = {MSG("in {1}/{3}"), MSG("In {1}/{3}")},
    [PERIOD_MONTHS] = {MSG("from {1}/{3} to {2}/{3}"), MSG("From {1}/{3} to {2}/{3}")},
    [PERIOD_MONTHS_OF_YEARS] = {MSG("from {1} through {2}"), MSG("From {1} through {2}")},
    [PERIOD_DAY] = {MSG("on {1}"), MSG("On {1}")},
    [PERIOD_DAYS] = {MSG("from {1} to {2}"), MSG("From {1} to {2}")},
    [PERIOD_FROM] = {MSG("from {1}"), MSG("From {1}")},
    [PERIOD_UNTIL] = {MSG("until {2}"), MSG("Until {2}")},
    [PERIOD_UNTIL_MONTH] = {MSG("until the end of {1}/{3}"), MSG("Until the end of {1}/{3}")},
    [PERIOD_UNTIL_YEAR] = {MSG("until the end of {3}"), MSG("Until the end of {3}")},
};

/* What a period of whole months in one year is called. */
static enum period period_of_months(int first, int last)
{
	int n = last - first + 1;
	if (n == 12)
		return PERIOD_YEAR;
	if (n == 6 && first % 6 == 1)
		return first == 1 ? PERIOD_FIRST_HALF : PERIOD_SECOND_HALF;
	if (first % 3 == 1 && last % 3 == 0)
		return n == 3 ? PERIOD_QUARTER : PERIOD_QUARTERS;
	return n == 1 ? PERIOD_MONTH : PERIOD_MONTHS;
}

static enum period period_of(date_day start, date_day end)
{
	if (end == DATE_NONE)
		return PERIOD_FROM;
	struct date_parts from = date_to_parts(start), to = date_to_parts(end);
	bool ends_month = to.day == date_days_in_month(to.year, to.month);
	if (start == DATE_NONE)
		return !ends_month ? PERIOD_UNTIL : to.month == 12 ? PERIOD_UNTIL_YEAR : PERIOD_UNTIL_MONTH;
	bool whole_months = from.day == 1 && ends_month && start < end;
	if (whole_months && from.year == to.year)
		return period_of_months(from.month, to.month);
	if (whole_months)
		return from.month == 1 && to.month == 12 ? PERIOD_YEARS : PERIOD_MONTHS_OF_YEARS;
	return start == end ? PERIOD_DAY : PERIOD_DAYS;
}

struct str date_words_period(struct arena *arena, const struct message_catalogue *words, date_day start, date_day end,
                             bool capital)
{
	static const char *const roman[] = {"I", "II", "III", "IV"};
	if (start == DATE_NONE && end == DATE_NONE)
		return (struct str){0};
	enum period period = period_of(start, end);
	struct date_parts from = date_to_parts(start), to = date_to_parts(end);
	struct str first = date_format_short(arena, start), last = date_format_short(arena, end);
	if (period == PERIOD_YEARS) {
		first = number(arena, from.year);
		last = number(arena, to.year);
	} else if (period == PERIOD_QUARTER || period == PERIOD_QUARTERS) {
		first = str_of(roman[(from.month - 1) / 3]);
		last = str_of(roman[(to.month - 1) / 3]);
	} else if (period == PERIOD_MONTH || period == PERIOD_MONTHS) {
		first = number(arena, from.month);
		last = number(arena, to.month);
	} else if (period == PERIOD_MONTHS_OF_YEARS) {
		first = str_format(arena, "%d/%d", from.month, from.year);
		last = str_format(arena, "%d/%d", to.month, to.year);
	} else if (period == PERIOD_UNTIL_MONTH) {
		first = number(arena, to.month);
	}
	return say(arena, words, period_ids[period][capital], first, last, number(arena, start != DATE_NONE ? from.year : to.year));
}

struct str date_words_join(struct arena *arena, const struct message_catalogue *words, const struct str *items, size_t n)
{
	struct buf out;
	if (n == 0)
		return (struct str){0};
	buf_init(&out, arena, WORDS_MAX);
	for (size_t i = 0; i + 1 < n; i++) {
		buf_add(&out, i > 0 ? STR(", ") : STR(""));
		buf_add(&out, items[i]);
	}
	return n == 1 ? items[0] : say(arena, words, MSG("{1} and {2}"), buf_str(&out), items[n - 1], (struct str){0});
}

/* "05/3/2026" without its year. */
static struct str without_year(struct str date)
{
	while (date.len > 0 && date.ptr[date.len - 1] != '/')
		date.len--;
	return str_part(date, 0, date.len > 0 ? date.len - 1 : 0);
}

struct str date_words_list(struct arena *arena, const struct message_catalogue *words, const struct date_day_vec *days)
{
	struct str items[LIST_MAX + 1];
	size_t n = 0, more = 0;
	int year = 0;
	for (size_t i = days->n; i > 0; i--) {
		date_day day = days->at[i - 1];
		if (day == DATE_NONE || i > LIST_MAX) {
			more += day != DATE_NONE;
			continue;
		}
		/* From the end: a day in the year of the one after it leaves the year to that one. */
		struct str date = date_format_short(arena, day);
		bool has_year = n == 0 || date_to_parts(day).year != year;
		year = date_to_parts(day).year;
		items[LIST_MAX - 1 - n++] = has_year ? date : without_year(date);
	}
	if (more > 0)
		items[LIST_MAX] = say(arena, words, MSG("{1} more days"), number(arena, (int)more), (struct str){0}, (struct str){0});
	return date_words_join(arena, words, items + LIST_MAX - n, n + (more > 0));
}
