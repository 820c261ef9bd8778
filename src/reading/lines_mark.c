#include "reading/lines_mark.h"

#include <string.h>

#include "base/utf8.h"
#include "reading/words.h"
#include "viet/space.h"

enum { MAX_NUMBER = 12 };

static const char *const bullets[] = {
    "-",           "–", "—", "‑", "+", "•", "·", "●", "○", "▪", "■", "◦", "►", "➢", "✓", "*", "\xEF\x82\xB7", "\xEF\x82\xA7",
    "\xEF\x80\xAD"};

/* What named divisions begin with. */
static const struct {
	const char *word;
	enum lines_mark mark;
} divisions[] = {
    {"Phần thứ", LINES_PART}, {"PHẦN THỨ", LINES_PART}, {"Phần", LINES_PART},    {"PHẦN", LINES_PART},
    {"Chương", LINES_PART},   {"CHƯƠNG", LINES_PART},   {"Mục", LINES_PART},     {"MỤC", LINES_PART},
    {"Tiểu mục", LINES_PART}, {"TIỂU MỤC", LINES_PART}, {"Điều", LINES_ARTICLE}, {"ĐIỀU", LINES_ARTICLE},
};
static const char *const counting_words[] = {"nhất", "hai", "ba", "tư", "năm", "NHẤT", "HAI", "BA", "TƯ", "NĂM"};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool lines_mark_is_lower_at(struct str s, size_t at)
{
	size_t next = at;
	if (at >= s.len)
		return false;
	uint32_t c = utf8_next(s, &next);
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	return ((c >= 0xDF && c < 0x100 && c != 0xF7) || (c >= 0x100 && c < 0x180 && (c & 1) == 1) || c == 0x1A1 || c == 0x1B0 ||
	        (c >= 0x1EA0 && c < 0x1F00 && (c & 1) == 1));
}

bool lines_mark_is_capitals(struct str s)
{
	bool any = false;
	for (size_t at = 0; at < s.len;) {
		size_t here = at;
		uint32_t c = utf8_next(s, &at);
		if (lines_mark_is_lower_at(s, here))
			return false;
		any =
		    any || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x100 && c < 0x1B1) || (c >= 0x1EA0 && c < 0x1F00);
	}
	return any;
}

static uint32_t skip_space(struct str s, size_t at)
{
	return (uint32_t)(at + viet_space_leading(str_from(s, at)));
}

static bool mark_bullet(struct str line, uint32_t *ret_content)
{
	for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++) {
		struct str bullet = str_of(bullets[i]);
		if (!str_has_prefix(line, bullet))
			continue;
		uint32_t content = skip_space(line, bullet.len);
		bool spaced = content > bullet.len;
		if (content >= line.len || (!spaced && (is_digit(line.ptr[content]) || line.ptr[0] == '*')) ||
		    (!spaced && line.ptr[content] == line.ptr[0]))
			return false;
		*ret_content = content;
		return true;
	}
	return false;
}

/* The digits with points that a line begins with: where they end. *ret_dots: points among them. 0 where it is no such number. */
static size_t digits_with_points(struct str line, size_t *ret_dots)
{
	size_t at = 0, digits = 0;
	*ret_dots = 0;
	for (; at < line.len; at++) {
		bool point = line.ptr[at] == '.' && at > 0 && line.ptr[at - 1] != '.';
		if (!point && !is_digit(line.ptr[at]))
			break;
		*ret_dots += point;
		digits = point ? 0 : digits + 1;
		if (digits > 3)
			return 0;
	}
	return at <= MAX_NUMBER ? at : 0;
}

/* "1)", "12/ " and, as the Party writes, "1- ": whether such a sign ends a number at byte `at`. */
static bool closes_number(struct str line, size_t at)
{
	if (at >= line.len)
		return false;
	uint32_t next = skip_space(line, at + 1);
	bool spaced = next > at + 1, small = next < line.len && lines_mark_is_lower_at(line, next);
	return line.ptr[at] == ')' || (line.ptr[at] == '/' && spaced) || (line.ptr[at] == '-' && spaced && !small);
}

/* "100% chi bộ …": what a paragraph may begin with behind its number. */
static bool is_percentage(struct str line, size_t at)
{
	while (at < line.len && is_digit(line.ptr[at]))
		at++;
	return at < line.len && line.ptr[at] == '%';
}

/* "1." "1)" "1.2." "1.2" "12/ ": digits with points, then what ends a number. */
static enum lines_mark mark_number(struct str line, struct str *ret_number, uint32_t *ret_content)
{
	size_t dots, at = digits_with_points(line, &dots);
	if (at == 0)
		return LINES_PLAIN;
	bool point = line.ptr[at - 1] == '.', closed = !point && closes_number(line, at);
	size_t end = point ? at - 1 : at, behind = closed ? at + 1 : at, inner = point ? dots - 1 : dots;
	uint32_t content = skip_space(line, behind);
	bool spaced = content > behind;
	bool number_follows = content < line.len && is_digit(line.ptr[content]) && !(point && spaced && is_percentage(line, content));
	if (content >= line.len || number_follows || (!point && !closed && (!spaced || inner == 0)))
		return LINES_PLAIN;
	*ret_number = str_part(line, 0, end);
	*ret_content = content;
	return inner > 0 ? LINES_DECIMAL : LINES_NUMBER;
}

static bool mark_roman(struct str line, struct str *ret_number, uint32_t *ret_content)
{
	size_t at = 0;
	while (at < line.len && (line.ptr[at] == 'I' || line.ptr[at] == 'V' || line.ptr[at] == 'X'))
		at++;
	if (at == 0 || at >= line.len || words_roman(str_part(line, 0, at)) == 0)
		return false;
	if (strchr("./)-", line.ptr[at]) == NULL)
		return false;
	uint32_t content = skip_space(line, at + 1);
	bool glued_dash = line.ptr[at] == '-' && content == at + 1; /* "III-IV" is a time */
	if (content >= line.len || glued_dash || lines_mark_is_lower_at(line, content) || is_digit(line.ptr[content]))
		return false;
	*ret_number = str_part(line, 0, at);
	*ret_content = content;
	return true;
}

static enum lines_mark mark_letter(struct str line, struct str *ret_number, uint32_t *ret_content)
{
	size_t next = 0;
	utf8_next(line, &next);
	if (next >= line.len || (line.ptr[next] != ')' && line.ptr[next] != '.'))
		return LINES_PLAIN;
	uint32_t content = skip_space(line, next + 1);
	bool upper = lines_mark_is_capitals(str_part(line, 0, next)), spaced = content > next + 1;
	if (content >= line.len || (line.ptr[next] == '.' && (!spaced || lines_mark_is_lower_at(line, content))))
		return LINES_PLAIN;
	*ret_number = str_part(line, 0, next);
	*ret_content = content;
	if (upper)
		return lines_mark_is_capitals(str_from(line, content)) ? LINES_CAPITAL : LINES_PLAIN;
	return lines_mark_is_lower_at(line, 0) ? LINES_LETTER : LINES_PLAIN;
}

static bool is_counting_word(struct str s)
{
	for (size_t i = 0; i < sizeof counting_words / sizeof counting_words[0]; i++)
		if (str_eq(s, str_of(counting_words[i])))
			return true;
	return false;
}

static bool is_all_digits(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_digit(s.ptr[i]))
			return false;
	return s.len > 0;
}

/* "Phần I", "Chương II. …", "Mục 1", "Điều 5. …": where its number ends the line or is followed by a point or colon. */
static enum lines_mark mark_named(struct str line, struct str *ret_number, uint32_t *ret_content)
{
	for (size_t i = 0; i < sizeof divisions / sizeof divisions[0]; i++) {
		struct str word = str_of(divisions[i].word);
		uint32_t from = skip_space(line, word.len), end = from;
		if (!str_has_prefix(line, word) || from == word.len)
			continue;
		while (end < line.len && line.ptr[end] != ' ' && line.ptr[end] != '.' && line.ptr[end] != ':')
			end++;
		struct str number = str_part(line, from, end - from);
		if (!is_all_digits(number) && words_roman(number) == 0 && !is_counting_word(number))
			continue;
		if (end < line.len && line.ptr[end] == ' ')
			return LINES_PLAIN;
		*ret_number = divisions[i].mark == LINES_ARTICLE ? number : str_part(line, 0, end);
		*ret_content = end < line.len ? skip_space(line, end + 1) : end;
		return divisions[i].mark;
	}
	return LINES_PLAIN;
}

enum lines_mark lines_mark_of(struct str line, struct str *ret_number, uint32_t *ret_content)
{
	*ret_number = (struct str){0};
	*ret_content = 0;
	if (line.len < 2)
		return LINES_PLAIN;
	if (mark_bullet(line, ret_content))
		return LINES_BULLET;
	if (is_digit(line.ptr[0]))
		return mark_number(line, ret_number, ret_content);
	if (mark_roman(line, ret_number, ret_content))
		return LINES_ROMAN;
	enum lines_mark mark = mark_letter(line, ret_number, ret_content);
	if (mark != LINES_PLAIN)
		return mark;
	*ret_number = (struct str){0};
	*ret_content = 0;
	return mark_named(line, ret_number, ret_content);
}
