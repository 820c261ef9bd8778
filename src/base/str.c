#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool str_eq_nocase(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || strncasecmp(a.ptr, b.ptr, a.len) == 0);
}

int str_compare(struct str a, struct str b)
{
	size_t shared = a.len < b.len ? a.len : b.len;
	int order = shared > 0 ? memcmp(a.ptr, b.ptr, shared) : 0;
	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

size_t str_find(struct str s, struct str needle, size_t from)
{
	if (from > s.len || needle.len > s.len - from)
		return SIZE_MAX;
	if (needle.len == 0)
		return from;
	const char *hit = memmem(s.ptr + from, s.len - from, needle.ptr, needle.len);
	return hit != NULL ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

bool str_contains(struct str s, struct str needle)
{
	return str_find(s, needle, 0) != SIZE_MAX;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
	while (s.len > 0 && is_space(s.ptr[0]))
		s = (struct str){.ptr = s.ptr + 1, .len = s.len - 1};
	while (s.len > 0 && is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

bool str_split(struct str *rest, char separator, struct str *part)
{
	if (rest->ptr == NULL)
		return false;
	const char *hit = memchr(rest->ptr, separator, rest->len);
	if (hit == NULL) {
		*part = *rest;
		*rest = (struct str){0};
		return true;
	}
	size_t before = (size_t)(hit - rest->ptr);
	*part = (struct str){.ptr = rest->ptr, .len = before};
	*rest = (struct str){.ptr = hit + 1, .len = rest->len - before - 1};
	return true;
}

struct str str_dup(struct arena *arena, struct str s)
{
	if (s.ptr == NULL)
		return s;
	return (struct str){.ptr = str_cstr(arena, s), .len = s.len};
}

const char *str_cstr(struct arena *arena, struct str s)
{
	char *copy = arena_alloc(arena, s.len + 1);
	if (s.len > 0)
		memcpy(copy, s.ptr, s.len);
	copy[s.len] = '\0';
	return copy;
}

struct str str_format(struct arena *arena, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		abort();
	char *text = arena_alloc(arena, (size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	return (struct str){.ptr = text, .len = (size_t)n};
}

bool str_parse_int(struct str s, int64_t *ret)
{
	bool minus = s.len > 0 && s.ptr[0] == '-';
	struct str digits = minus ? str_from(s, 1) : s;
	int64_t value = 0;
	if (digits.len == 0)
		return false;
	for (size_t i = 0; i < digits.len; i++) {
		int digit = digits.ptr[i] - '0';
		if (digit < 0 || digit > 9 || __builtin_mul_overflow(value, (int64_t)10, &value) ||
		    __builtin_sub_overflow(value, (int64_t)digit, &value))
			return false;
	}
	/* Built up below zero, where there is room for one more. */
	if (!minus && value == INT64_MIN)
		return false;
	*ret = minus ? value : -value;
	return true;
}
