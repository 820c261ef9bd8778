#include "reading/schedule_rule.h"

#include "base/buf.h"

enum { MAX_RRULE = 160, MAX_VALUES = 12 };

struct values {
	int at[MAX_VALUES];
	size_t n;
};

/* What a rule is to name. */
struct rule {
	struct values days, months;
	bool is_before; /* the days themselves are too late */
};

static void add_value(struct values *values, int value)
{
	for (size_t i = 0; i < values->n; i++)
		if (values->at[i] == value)
			return;
	if (values->n < MAX_VALUES)
		values->at[values->n++] = value;
}

static void write_values(struct buf *rule, const char *name, const struct values *values)
{
	for (size_t i = 0; i < values->n; i++)
		buf_add_format(rule, "%s%s%s%d", i == 0 ? ";" : ",", i == 0 ? name : "", i == 0 ? "=" : "", values->at[i]);
}

/* "quý I và quý III hằng năm": each ends in a month of its own; of one alone the span says more. */
static bool is_one_of_quarters(const struct schedule_clues *clues, const struct time_item *item)
{
	size_t quarters = 0;
	for (size_t k = 0; k < clues->times.n && item->unit == TIME_QUARTER; k++) {
		if (clues->times.at[k].unit != TIME_QUARTER || clues->times.at[k].ends_range)
			return false;
		quarters++;
	}
	return quarters > 1 && item->month != 0;
}

bool schedule_rule_takes(const struct schedule_clues *clues, const struct time_item *item)
{
	bool yearly = clues->frequency.unit == EVERY_YEAR;
	bool month =
	    yearly && item->bound != TIME_FROM && !item->ends_range && (item->unit == TIME_MONTH || is_one_of_quarters(clues, item));
	bool day = item->unit == TIME_DAY && (yearly || item->start == DATE_NONE);
	return !item->has_year && item->doubt != TIME_IMPOSSIBLE && (day || month);
}

/* "FREQ=MONTHLY;INTERVAL=3" */
static void write_frequency(struct buf *rule, const struct frequency *f)
{
	static const char *const names[] = {"YEARLY", "YEARLY", "MONTHLY", "MONTHLY", "MONTHLY", "WEEKLY", "DAILY"};
	int interval = f->unit == EVERY_HALF ? 6 : f->unit == EVERY_QUARTER ? 3 : f->interval;
	buf_add_format(rule, "FREQ=%s", names[f->unit]);
	if (interval > 1)
		buf_add_format(rule, ";INTERVAL=%d", interval);
}

static void write_weekdays(struct buf *rule, const struct frequency *f)
{
	static const char *const names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
	bool first = true;
	if (f->weekdays == 0 || f->unit == EVERY_DAY || (f->unit != EVERY_WEEK && f->weekday_place == 0))
		return;
	for (int day = 0; day < 7; day++) {
		if ((f->weekdays & 1u << day) == 0)
			continue;
		buf_add(rule, first ? STR(";BYDAY=") : STR(","));
		if (f->weekday_place != 0 && f->unit != EVERY_WEEK)
			buf_add_format(rule, "%d", f->weekday_place);
		buf_add(rule, str_of(names[day]));
		first = false;
	}
}

/* The days and months of the year that a rule is to name. */
static void collect(const struct schedule_clues *clues, const struct time_item_vec *times, struct rule *rule)
{
	bool of_year = clues->frequency.unit == EVERY_YEAR;
	for (size_t k = 0; k < times->n; k++) {
		const struct time_item *item = &times->at[k];
		if (!schedule_rule_takes(clues, item))
			continue;
		bool begins = k + 1 < times->n && times->at[k + 1].ends_range; /* "từ ngày 25 đến ngày 30": by the 30th */
		if (item->unit == TIME_DAY && item->day > 0 && !begins)
			add_value(&rule->days, item->day);
		if (item->month != 0 && of_year)
			add_value(&rule->months, item->month);
		rule->is_before = rule->is_before || item->bound == TIME_BEFORE;
	}
}

/* "02 lần/năm (tháng 5 và tháng 10)", "hằng quý (05/3, 05/6, 05/9, 05/12)": as many months as times, which are when. */
static bool names_its_months(const struct schedule_clues *clues, const struct time_item_vec *times)
{
	const struct frequency *f = &clues->frequency;
	static const int months[] = {[EVERY_HALF] = 6, [EVERY_QUARTER] = 3, [EVERY_MONTH] = 1};
	size_t named = 0;
	if (f->unit < EVERY_HALF || f->unit > EVERY_MONTH)
		return false;
	for (size_t k = 0; k < times->n; k++) {
		const struct time_item *item = &times->at[k];
		bool names_month = item->unit == TIME_MONTH || (item->unit == TIME_DAY && item->month != 0);
		if (!names_month || item->has_year || item->bound == TIME_FROM || item->ends_range)
			return false;
		named++;
	}
	return named > 1 && named * (size_t)(months[f->unit] * f->interval) == 12;
}

/* Several months each with a day of its own are more than a rule can say; which month of a quarter is not said. */
static bool is_loose(const struct rule *rule, const struct frequency *f)
{
	bool of_some_month = rule->days.n > 0 && f->unit == EVERY_QUARTER && f->month_of_quarter == 0;
	return (rule->days.n > 1 && rule->months.n > 1) || of_some_month || f->is_uneven;
}

struct str schedule_rule(struct arena *arena, struct schedule_clues *clues, const struct time_item_vec *times, bool *ret_before)
{
	struct rule rule = {.is_before = clues->frequency.is_before};
	struct buf text;
	if (names_its_months(clues, times)) {
		clues->frequency.unit = EVERY_YEAR;
		clues->frequency.interval = 1;
	}
	struct frequency f = clues->frequency;
	if (f.unit != EVERY_WEEK && f.unit != EVERY_DAY)
		collect(clues, times, &rule);
	clues->is_loose = clues->is_loose || is_loose(&rule, &f);
	if (f.month_of_quarter > 1) {
		f.unit = EVERY_YEAR;
		f.interval = 1;
		for (int quarter = 0; quarter < 4; quarter++)
			add_value(&rule.months, f.month_of_quarter + 3 * quarter);
	}
	if (f.last_day && f.unit == EVERY_MONTH)
		add_value(&rule.days, -1);
	buf_init(&text, arena, MAX_RRULE);
	write_frequency(&text, &f);
	write_weekdays(&text, &f);
	write_values(&text, "BYMONTH", &rule.months);
	write_values(&text, "BYMONTHDAY", &rule.days);
	*ret_before = rule.is_before;
	return buf_str(&text);
}
