/* When a task is to be done: what a plan's words come to.
 *
 * The words themselves are parsed in reading/. */
#ifndef CALENDAR_SCHEDULE_H
#define CALENDAR_SCHEDULE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"
#include "calendar/date.h"

enum schedule_kind { SCHEDULE_NONE, SCHEDULE_ONCE, SCHEDULE_WINDOW, SCHEDULE_RECURRING, SCHEDULE_ONGOING, SCHEDULE_CONDITIONAL };

struct schedule {
	enum schedule_kind kind;
	date_day start, end;     /* DATE_NONE where open */
	struct date_day_vec due; /* SCHEDULE_ONCE: the days; SCHEDULE_RECURRING: days of their own beside the rule's; ascending */
	bool exclusive;          /* "trước ngày": the due day itself is too late */
	struct str rrule;        /* RFC 5545, "FREQ=MONTHLY;BYMONTHDAY=20"; no text where none */
	struct str condition;    /* "Sau khi các Chỉ số được công bố" */
	bool tentative;          /* "dự kiến" */
};

/* "once", "window", … and back; SCHEDULE_NONE is "none". */
struct str schedule_kind_name(enum schedule_kind kind);
enum schedule_kind schedule_kind_parse(struct str name);

/* The last days on which the task is in time, ascending, from `first` to `last` inclusive, at most `max` of them:
 * the due days (the day before each where exclusive), a window's end, each month's or quarter's end of a recurring one without a
 * day of its own, and the days beside its rule. None for an ongoing one, which is never late, nor for a conditional one without
 * dates. RC_INVALID where the rrule is not one. */
enum rc schedule_deadlines(struct arena *arena, const struct schedule *schedule, date_day first, date_day last, size_t max,
                           struct date_day_vec *ret) MUST_USE;

/* The schedule in words that a person would write ("Chậm nhất 05/3, 05/6 và 05/9/2026", "Every month, before the 20th"). */
struct str schedule_describe(struct arena *arena, const struct message_catalogue *words, const struct schedule *schedule);

#endif
