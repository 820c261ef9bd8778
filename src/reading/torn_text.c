#include "reading/torn_text.h"

#include <string.h>

#include "viet/torn_word.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_all(struct str s, const char *characters)
{
	for (size_t i = 0; i < s.len; i++)
		if (strchr(characters, s.ptr[i]) == NULL)
			return false;
	return s.len > 0;
}

static size_t count_digits(struct str s)
{
	size_t n = 0;
	while (n < s.len && is_digit(s.ptr[n]))
		n++;
	return n;
}

bool torn_text_is_year(struct str before, struct str after)
{
	size_t slash = before.len;
	while (slash > 0 && before.ptr[slash - 1] != '/')
		slash--;
	struct str year = str_from(before, slash);
	bool begun = str_has_prefix(year, STR("2")) && is_all(year, "0123456789") && is_all(before, "0123456789/IVX-");
	return slash > 0 && begun && year.len < 4 && year.len + count_digits(after) == 4;
}

/* "1.200.0" "00": too narrow for the sum. */
static bool is_torn_sum(struct str before, struct str after)
{
	enum { GROUP = 3 };
	size_t point = before.len;
	while (point > 0 && before.ptr[point - 1] != '.')
		point--;
	return point > 1 && is_all(before, "0123456789.") && before.len - point < GROUP &&
	       before.len - point + count_digits(after) == GROUP;
}

static bool is_percent(struct str s)
{
	return str_has_prefix(s, STR("%")) && is_all(s, "%.,;");
}

bool torn_text_is_one(struct str before, struct str after)
{
	if (before.len == 0 || after.len == 0)
		return false;
	if (is_digit(before.ptr[before.len - 1]))
		return is_percent(after) || torn_text_is_year(before, after) || is_torn_sum(before, after);
	size_t slash = before.len; /* "02 kỳ/thán" "g" */
	while (slash > 0 && before.ptr[slash - 1] != '/')
		slash--;
	return slash < before.len && viet_torn_word_is_one(str_from(before, slash), after);
}
