#include "repair/roman.h"

#include <string.h>

#include "base/buf.h"

enum { LONGEST = 7, MAX_TEXT = 64, GREATEST = 39, QUARTERS = 4 };

static const char strokes[] = "I1lL|Tt!i"; /* what "I" is read as */

static struct str of_value(struct arena *arena, unsigned value)
{
	static const char *const ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
	struct buf out;
	buf_init(&out, arena, MAX_TEXT);
	for (unsigned tens = value / 10; tens > 0; tens--)
		buf_add_char(&out, 'X');
	buf_add(&out, str_of(ones[value % 10]));
	return buf_str(&out);
}

unsigned repair_roman_value(struct str text)
{
	unsigned value = 0, last = 0;
	for (size_t i = text.len; i-- > 0;) {
		char c = text.ptr[i];
		unsigned digit = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0;
		if (digit == 0 || text.len > LONGEST)
			return 0;
		value = digit < last ? value - digit : value + digit;
		last = digit;
	}
	return value <= GREATEST ? value : 0;
}

/* Whether it is the number as one writes it: not "IIV". */
static bool is_roman(struct arena *arena, struct str text)
{
	unsigned value = repair_roman_value(text);
	return value > 0 && str_eq(of_value(arena, value), text);
}

struct str repair_roman_of(struct arena *arena, struct str text)
{
	struct buf out;
	bool letter = false;
	if (is_roman(arena, text))
		return text;
	if (text.len >= LONGEST)
		return (struct str){0};
	buf_init(&out, arena, MAX_TEXT);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		/* "Vv" is one V, of which the dot was read as well */
		if (c == 'v' && i > 0 && text.ptr[i - 1] == 'V')
			continue;
		letter = letter || strchr("IVXHlv", c) != NULL;
		if (strchr(strokes, c) != NULL)
			buf_add_char(&out, 'I');
		else if (c == 'H')
			buf_add(&out, STR("II"));
		else
			buf_add_char(&out, c == 'v' || c == 'x' ? (char)(c - 'a' + 'A') : c);
	}
	return letter && is_roman(arena, buf_str(&out)) ? buf_str(&out) : (struct str){0};
}

struct str repair_roman_heading(struct arena *arena, struct str read, unsigned last)
{
	struct str found = repair_roman_of(arena, read);
	unsigned value = repair_roman_value(found), next = last + 1;
	/* one stroke of several was lost, and not for the first time where the number stood before */
	bool lost = value + 1 == next && (next == 2 || next == 3 || next == 7 || next == 8);
	bool doubtful = !str_eq(found, read) || value == last;
	return value > 0 && last > 0 && lost && doubtful && next <= GREATEST ? of_value(arena, next) : found;
}

/* Where the segment that begins at `at` ends: before "-", "/" or at the end. */
static size_t segment_end(struct str text, size_t at)
{
	while (at < text.len && text.ptr[at] != '-' && text.ptr[at] != '/')
		at++;
	return at;
}

static bool is_digits(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
	return text.len > 0;
}

/* One quarter; no text where it is none. "2" and "3" are quarters as they stand. */
static struct str one_quarter(struct arena *arena, struct str read, bool ones)
{
	struct buf out;
	if (read.len == 1 && read.ptr[0] >= '1' && read.ptr[0] <= '4' && !(ones && read.ptr[0] == '1'))
		return read;
	/* a letter makes strokes of digits a Roman number */
	buf_init(&out, arena, MAX_TEXT);
	buf_add_format(&out, "%.*s", STR_ARG(read));
	for (size_t i = 0; i < out.len && is_digits(read); i++)
		if (out.ptr[i] == '1')
			out.ptr[i] = 'I';
	struct str found = repair_roman_of(arena, buf_str(&out));
	unsigned value = repair_roman_value(found);
	return value > 0 && value <= QUARTERS ? found : (struct str){0};
}

struct str repair_roman_quarter(struct arena *arena, struct str read, bool ones)
{
	struct buf out;
	buf_init(&out, arena, MAX_TEXT);
	for (size_t at = 0; at < read.len;) {
		size_t end = segment_end(read, at);
		struct str segment = str_part(read, at, end - at);
		bool year = at > 0 && is_digits(segment) && segment.len == 4;
		struct str quarter = year ? segment : one_quarter(arena, segment, ones);
		if (quarter.len == 0)
			return (struct str){0};
		buf_add(&out, quarter);
		if (end < read.len)
			buf_add_char(&out, read.ptr[end]);
		at = end + 1;
	}
	struct str found;
	return buf_finish(&out, &found) == RC_OK ? found : (struct str){0};
}
