/* The only mutable state outside main/: the level, set once, and each thread's trail. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { TRAIL_BYTES = 2000, LINE_BYTES = 4000 };

static enum log_level lowest = LOG_INFO;      /* waiver(writable): the level, set once at the start */
static _Thread_local char trail[TRAIL_BYTES]; /* waiver(writable): a thread's trail is its own */
static _Thread_local size_t trail_length;     /* waiver(writable): a thread's trail is its own */

void log_set_level(enum log_level level)
{
	lowest = level;
}

static void write_line(enum log_level level, const char *text)
{
	static const char *const words[] = {"debug", "info", "warning", "error"};
	struct timespec now;
	struct tm parts;
	char stamp[32];
	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &parts);
	strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &parts);
	fprintf(stderr, "%s %s %s\n", stamp, words[level], text);
}

void log_line(enum log_level level, const char *format, ...)
{
	char text[LINE_BYTES];
	va_list args;
	if (level < lowest)
		return;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	write_line(level, text);
}

__attribute__((format(printf, 1, 0))) static void trail_add(const char *format, va_list args)
{
	if (trail_length + 4 >= TRAIL_BYTES)
		return;
	if (trail_length > 0) {
		memcpy(trail + trail_length, " < ", 4);
		trail_length += 3;
	}
	int n = vsnprintf(trail + trail_length, TRAIL_BYTES - trail_length, format, args);
	if (n > 0)
		trail_length += (size_t)n;
	if (trail_length >= TRAIL_BYTES)
		trail_length = TRAIL_BYTES - 1;
}

void log_trail(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	trail_add(format, args);
	va_end(args);
}

enum rc log_fail(enum rc rc, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	trail_add(format, args);
	va_end(args);
	return rc;
}

void log_failure(enum rc rc, const char *what)
{
	log_line(LOG_ERROR, "%s: %s: %s", what, rc_name(rc), trail_length > 0 ? trail : "no trail");
	log_trail_clear();
}

void log_trail_clear(void)
{
	trail_length = 0;
	trail[0] = '\0';
}
