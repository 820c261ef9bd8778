/* The deadlines of a plan as a calendar (RFC 5545): one all-day event for each last day in time. */
#ifndef READING_READING_ICS_H
#define READING_READING_ICS_H

#include "base/arena.h"
#include "base/rc.h"
#include "reading/reading.h"

/* An event keeps its identity as long as source, task and day stay the same, so that a calendar that takes the file again has no
 * doubles. `words` is the language of the descriptions; NULL is English. */
enum rc reading_ics_write(struct arena *arena, const struct reading *reading, const struct message_catalogue *words,
                          int64_t now_ms, struct str *ret) MUST_USE;

#endif
