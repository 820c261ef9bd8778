#include "calendar/ics.h"

#include "base/utf8.h"

/* RFC 5545 3.1: no line longer than 75 octets; a continuation begins with a space. */
enum { LINE_OCTETS = 75 };

/* Writes "NAME:value" with the value escaped as text, folded between characters. */
static void text_line(struct buf *out, const char *name, struct str value)
{
	struct str head = str_of(name);
	size_t column = head.len + 1;
	buf_add(out, head);
	buf_add_char(out, ':');
	for (size_t at = 0; at < value.len;) {
		size_t before = at;
		uint32_t c = utf8_next(value, &at);
		struct str piece = str_part(value, before, at - before);
		if (c == '\r')
			continue;
		if (c == '\n')
			piece = STR("\\n");
		else if (c == ',' || c == ';' || c == '\\')
			piece = c == ',' ? STR("\\,") : c == ';' ? STR("\\;") : STR("\\\\");
		if (column + piece.len > LINE_OCTETS) {
			buf_add(out, STR("\r\n "));
			column = 1;
		}
		buf_add(out, piece);
		column += piece.len;
	}
	buf_add(out, STR("\r\n"));
}

static void day_line(struct buf *out, const char *name, date_day day)
{
	struct date_parts parts = date_to_parts(day);
	buf_add_format(out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, parts.year, parts.month, parts.day);
}

void ics_begin(struct buf *out, struct str name)
{
	buf_add(out,
	        STR("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sau Ro//sauro//VI\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"));
	text_line(out, "X-WR-CALNAME", name);
	buf_add(out, STR("X-WR-TIMEZONE:Asia/Ho_Chi_Minh\r\n"));
}

void ics_event(struct buf *out, const struct ics_event *event, int64_t now_ms)
{
	int64_t seconds = now_ms / 1000;
	struct date_parts day = date_to_parts((date_day)(seconds / 86400));
	int of_day = (int)(seconds % 86400);
	buf_add(out, STR("BEGIN:VEVENT\r\n"));
	text_line(out, "UID", event->uid);
	buf_add_format(out, "DTSTAMP:%04d%02d%02dT%02d%02d%02dZ\r\n", day.year, day.month, day.day, of_day / 3600, of_day / 60 % 60,
	               of_day % 60);
	day_line(out, "DTSTART", event->first);
	day_line(out, "DTEND", event->last + 1); /* the day after: ends are exclusive */
	if (event->rrule.len > 0)
		buf_add_format(out, "RRULE:%.*s\r\n", STR_ARG(event->rrule));
	text_line(out, "SUMMARY", event->summary);
	if (event->description.len > 0)
		text_line(out, "DESCRIPTION", event->description);
	if (event->url.len > 0)
		text_line(out, "URL", event->url);
	buf_add(out, STR("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"));
}

void ics_end(struct buf *out)
{
	buf_add(out, STR("END:VCALENDAR\r\n"));
}
