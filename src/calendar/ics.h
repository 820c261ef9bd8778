/* Writes iCalendar (RFC 5545): a calendar of all-day events, with its escaping and line folding. */
#ifndef CALENDAR_ICS_H
#define CALENDAR_ICS_H

#include "base/buf.h"
#include "base/str.h"
#include "calendar/date.h"

struct ics_event {
	struct str uid; /* the same event has the same one for ever */
	date_day first, last;
	struct str rrule; /* no text: once */
	struct str summary, description, url;
};

/* The calendar's head and end; events go between. `name` is what calendar programs call it. */
void ics_begin(struct buf *out, struct str name);
void ics_event(struct buf *out, const struct ics_event *event, int64_t now_ms);
void ics_end(struct buf *out);

#endif
