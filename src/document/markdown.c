#include "document/markdown.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "viet/nfc.h"
#include "viet/space.h"

enum { HEADING_MAX = 6, BOLD_LINES_MAX = 3, BOLD_REACH_MAX = 4096 };

int markdown_heading(struct str *line)
{
	size_t level = 0;
	while (level < line->len && line->ptr[level] == '#')
		level++;
	if (level < 1 || level > HEADING_MAX || level == line->len || (line->ptr[level] != ' ' && line->ptr[level] != '\t'))
		return 0;
	struct str title = viet_space_trim(str_from(*line, level));
	size_t len = title.len;
	while (len > 0 && title.ptr[len - 1] == '#')
		len--;
	if (len > 0 && len < title.len && title.ptr[len - 1] == ' ')
		title = viet_space_trim(str_part(title, 0, len));
	*line = title;
	return (int)level;
}

/* Where the next pipe that is not escaped stands, at or after `from`; s.len where there is none. */
static size_t find_pipe(struct str s, size_t from)
{
	for (size_t i = from; i < s.len; i++) {
		if (s.ptr[i] == '\\')
			i++;
		else if (s.ptr[i] == '|')
			return i;
	}
	return s.len;
}

bool markdown_is_row(struct str line)
{
	return line.len > 1 && line.ptr[0] == '|' && find_pipe(line, 1) < line.len;
}

struct str markdown_row_start(struct str row)
{
	return str_from(viet_space_trim(row), 1);
}

bool markdown_row_next(struct str *rest, struct str *cell)
{
	if (rest->len == 0)
		return false;
	size_t pipe = find_pipe(*rest, 0);
	*cell = str_part(*rest, 0, pipe);
	*rest = str_from(*rest, pipe + 1);
	return true;
}

/* How many dashes ":---:" has; 0 where it has anything else. */
static size_t count_dashes(struct str cell)
{
	if (str_has_prefix(cell, STR(":")))
		cell = str_from(cell, 1);
	if (str_has_suffix(cell, STR(":")))
		cell.len--;
	for (size_t i = 0; i < cell.len; i++)
		if (cell.ptr[i] != '-')
			return 0;
	return cell.len;
}

bool markdown_is_separator(struct str row, size_t shortest)
{
	struct str rest = markdown_row_start(row), cell;
	size_t longest = 0;
	while (markdown_row_next(&rest, &cell)) {
		cell = viet_space_trim(cell);
		size_t dashes = count_dashes(cell);
		if (cell.len > 0 && dashes == 0)
			return false;
		longest = dashes > longest ? dashes : longest;
	}
	return longest > 0 && longest >= shortest;
}

static bool is_space_at(struct str s, size_t at)
{
	return at >= s.len || viet_space_is(utf8_next(s, &at));
}

static bool is_space_before(struct str s, size_t at)
{
	return at == 0 || s.ptr[at - 1] == ' ' || s.ptr[at - 1] == '\t' || s.ptr[at - 1] == '\n';
}

/* Whether taking away what stands before `at` leaves the text NFC: the character there composes with nothing. */
static bool stands_alone(struct str s, size_t at)
{
	if (at >= s.len)
		return true;
	size_t next = at;
	utf8_next(s, &next);
	return viet_nfc_is_sure(str_part(s, at, next - at));
}

static bool is_bold_mark(struct str s, size_t at)
{
	return at + 1 < s.len && s.ptr[at] == '*' && s.ptr[at + 1] == '*' && (at == 0 || s.ptr[at - 1] != '\\');
}

/* Where the last mark that can end a bold stands; 0 where there is none. */
static size_t find_last_closer(struct str s)
{
	for (size_t at = s.len; at-- > 1;)
		if (is_bold_mark(s, at) && !is_space_before(s, at))
			return at;
	return 0;
}

/* Whether the next mark in what follows ends a bold, before a blank line and within reach. */
static bool closes_below(struct str rest)
{
	rest = str_part(rest, 0, BOLD_REACH_MAX);
	int lines = 1;
	bool blank = true;
	for (size_t at = 0; at < rest.len && lines <= BOLD_LINES_MAX; at++) {
		if (rest.ptr[at] == '\n') {
			if (blank)
				return false;
			lines++;
			blank = true;
		} else if (is_bold_mark(rest, at)) {
			return !is_space_before(rest, at);
		} else if (rest.ptr[at] != ' ') {
			blank = false;
		}
	}
	return false;
}

/* The length of "<https://…>" or "<x@y>" at `at`, angle brackets included; 0 where there is none. */
static size_t autolink_length(struct str s, size_t at)
{
	static const size_t longest = 2048;
	bool has_at = false, has_scheme = false;
	for (size_t i = at + 1; i < s.len && i - at < longest; i++) {
		char c = s.ptr[i];
		if (c == '>')
			return (has_at || has_scheme) && stands_alone(s, i + 1) ? i + 1 - at : 0;
		if (c == '<' || c == ' ' || c == '\t' || c == '\n')
			return 0;
		has_at = has_at || c == '@';
		has_scheme = has_scheme || (c == ':' && str_has_prefix(str_from(s, i), STR("://")));
	}
	return 0;
}

/* A text all in italics, "*…*" or "_…_" with no other such mark in it, without the marks. */
static struct str strip_italics(struct str s)
{
	if (s.len < 3 || (s.ptr[0] != '*' && s.ptr[0] != '_'))
		return s;
	char mark = s.ptr[0];
	size_t left = 0, right = 0, others = 0;
	while (left < s.len && s.ptr[left] == mark)
		left++;
	while (right < s.len - left && s.ptr[s.len - 1 - right] == mark)
		right++;
	for (size_t i = left; i + right < s.len; i++)
		others += s.ptr[i] == mark;
	bool is_whole = left == right && others == 0 && (left == 1 || (left == 3 && mark == '*'));
	if (!is_whole || is_space_at(s, 1) || is_space_before(s, s.len - 1) || s.ptr[s.len - 2] == '\\' || !stands_alone(s, 1))
		return s;
	return str_part(s, 1, s.len - 2);
}

/* The state of one pass over a text. */
struct cleaning {
	struct buf *out;
	struct str text, rest;
	size_t last_closer;
	bool bold, has_bold, has_plain;
};

/* Whether the mark at `at` opens or closes a bold. */
static bool turns_bold(const struct cleaning *c, size_t at)
{
	if (!stands_alone(c->text, at + 2))
		return false;
	if (c->bold)
		return !is_space_before(c->text, at) || at == 0;
	return !is_space_at(c->text, at + 2) && (c->last_closer > at + 2 || closes_below(c->rest));
}

/* Writes what stands at `at` and returns how many bytes were read. */
static size_t clean_at(struct cleaning *c, size_t at)
{
	struct str text = c->text;
	char byte = text.ptr[at];
	if (byte == '\\' && at + 1 < text.len && strchr("|*_#.+-()[]<>`!&~", text.ptr[at + 1]) != NULL) {
		buf_add_char(c->out, text.ptr[at + 1]);
		return 2;
	}
	if (byte == '*' && is_bold_mark(text, at) && turns_bold(c, at)) {
		c->bold = !c->bold;
		return 2;
	}
	size_t link = byte == '<' ? autolink_length(text, at) : 0;
	if (link > 0) {
		buf_add(c->out, str_part(text, at + 1, link - 2));
		*(c->bold ? &c->has_bold : &c->has_plain) = true;
		return link;
	}
	if ((unsigned char)byte >= 0x80 || isalnum((unsigned char)byte))
		*(c->bold ? &c->has_bold : &c->has_plain) = true;
	buf_add_char(c->out, byte);
	return 1;
}

bool markdown_clean(struct buf *out, struct str text, struct str rest, bool *bold)
{
	struct cleaning c = {.out = out, .text = strip_italics(text), .rest = rest, .bold = *bold};
	c.last_closer = find_last_closer(c.text);
	for (size_t at = 0; at < c.text.len;)
		at += clean_at(&c, at);
	*bold = c.bold;
	return c.has_bold && !c.has_plain;
}
