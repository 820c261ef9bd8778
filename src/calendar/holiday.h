/* The working days of Vietnamese public bodies.
 *
 * Holidays are computed from the law (Bộ luật Lao động 45/2019/QH14, Điều 111 and 112; Nghị quyết 28/2026/QH16 for 24 November);
 * what the Prime Minister decides each year (Tết, the day beside 2 September, working days swapped) is dated data in holiday.c,
 * with its source. A year without such data is an estimate. */
#ifndef CALENDAR_HOLIDAY_H
#define CALENDAR_HOLIDAY_H

#include <stdbool.h>

#include "calendar/date.h"

/* Monday to Friday but for holidays and swapped days; a Saturday that makes up for one. */
bool holiday_is_working_day(date_day day);

/* Why a day is off, as a message id: "Lunar New Year", "Day off in lieu of a holiday on a weekend"…; NULL for working days and
 * ordinary weekends. */
const char *holiday_name(date_day day);

/* Whether the year's days off have been announced; else they are computed from the law and may still change. */
bool holiday_is_announced(int year);

/* Working days after `from` up to and including `to`: 0 where to is not after from, or either is DATE_NONE. */
int holiday_working_days_between(date_day from, date_day to);

/* The end of a term of `n` working days that runs from `from`, which is not counted (Bộ luật Dân sự 91/2015/QH13, Điều 147.2).
 * DATE_NONE stays DATE_NONE. */
date_day holiday_add_working_days(date_day from, int n);

/* `day` itself, or where it is off the next working day: where a term that ends on it really ends (Điều 148.5). */
date_day holiday_end_of_term(date_day day);

#endif
