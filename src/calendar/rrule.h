/* Recurrence rules of RFC 5545, as far as a plan of public work needs them: by day, week, month or year.
 *
 * Not by libical: its 3.0.16 gives wrong days for a rule whose start is none of them, and an unbounded search for one that has
 * none. */
#ifndef CALENDAR_RRULE_H
#define CALENDAR_RRULE_H

#include "base/arena.h"
#include "base/rc.h"
#include "base/str.h"
#include "calendar/date.h"

enum rrule_frequency { RRULE_DAILY, RRULE_WEEKLY, RRULE_MONTHLY, RRULE_YEARLY };

enum { RRULE_MAX_BYTES = 200, RRULE_MAX_VALUES = 31, RRULE_MAX_INTERVAL = 400 };

struct rrule_values {
	int at[RRULE_MAX_VALUES];
	size_t n;
};

struct rrule {
	enum rrule_frequency frequency;
	int interval;                       /* 1 where not said */
	struct rrule_values month_days;     /* BYMONTHDAY: 1…31, -1…-31 */
	struct rrule_values months;         /* BYMONTH: 1…12 */
	struct rrule_values weekdays;       /* BYDAY: 0 Monday … 6 Sunday */
	struct rrule_values weekday_places; /* beside each weekday: 2 of "2TU", -1 of "-1FR", 0 for every one */
	date_day until;                     /* DATE_NONE where not said */
};

/* Reads "FREQ=MONTHLY;BYMONTHDAY=20": FREQ (DAILY to YEARLY), INTERVAL, BYMONTHDAY, BYMONTH, BYDAY, UNTIL (a date).
 * RC_INVALID for anything else, and for values or sizes out of range. */
enum rc rrule_parse(struct str text, struct rrule *ret) MUST_USE;

/* Whether the rule itself names days ("the 20th", "Fridays"), and not only periods ("every quarter"). */
bool rrule_names_days(const struct rrule *rule);

/* The first day of the period that `day` lies in: the day, its Monday, its month, its quarter (every three months), its year. A
 * rule without a first day of its own counts from such a day. */
date_day rrule_period_start(const struct rrule *rule, date_day day);

/* The last day of the period that begins on `start`. */
date_day rrule_period_end(const struct rrule *rule, date_day start);

/* The days that the rule names when it starts on `start`, ascending, from `first` to `last` inclusive; at most `max`. The three
 * are days between 1900 and 2199. */
void rrule_expand(struct arena *arena, const struct rrule *rule, date_day start, date_day first, date_day last, size_t max,
                  struct date_day_vec *ret);

#endif
