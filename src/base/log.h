/* The log: one line per event on standard error, and the trail of the failure under way.
 *
 * Layers below http/ and main/ never write lines; they leave a trail (thread-local, bounded) that whoever answers for the
 * failure writes out with log_failure(). */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/rc.h"

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARNING, LOG_ERROR };

/* Lines below `level` are dropped. Set once at start by main/. */
void log_set_level(enum log_level level);

__attribute__((format(printf, 2, 3))) void log_line(enum log_level level, const char *format, ...);

/* Adds a step to this thread's trail. Steps past the bound are counted and dropped. */
__attribute__((format(printf, 1, 2))) void log_trail(const char *format, ...);

/* Leaves a step that says what failed and returns `rc`: `return log_fail(RC_IO, "open %s: %s", …)`. */
__attribute__((format(printf, 2, 3))) enum rc log_fail(enum rc rc, const char *format, ...) MUST_USE;

/* Writes the trail as one error line beginning with `what`, and empties it. */
void log_failure(enum rc rc, const char *what);

/* Forgets the trail: the caller dealt with the failure. */
void log_trail_clear(void);

#endif
