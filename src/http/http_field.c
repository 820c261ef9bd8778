#include "http/http_field.h"

#include <string.h>

struct str http_field_find(const struct http_field_vec *fields, struct str name)
{
	for (size_t i = 0; i < fields->n; i++)
		if (str_eq(fields->at[i].name, name))
			return fields->at[i].value;
	return (struct str){0};
}

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

static bool is_encoded(struct str s, bool plus_is_space)
{
	return s.len > 0 && (memchr(s.ptr, '%', s.len) != NULL || (plus_is_space && memchr(s.ptr, '+', s.len) != NULL));
}

enum rc http_field_decode(struct arena *arena, struct str s, bool plus_is_space, enum http_field_rule rule, struct str *ret)
{
	if (!is_encoded(s, plus_is_space)) {
		*ret = s;
		return RC_OK;
	}
	char *out = arena_alloc(arena, s.len);
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		if (c == '%') {
			int high = i + 2 < s.len ? hex_value(s.ptr[i + 1]) : -1;
			int low = i + 2 < s.len ? hex_value(s.ptr[i + 2]) : -1;
			if (high >= 0 && low >= 0) {
				c = (char)(high * 16 + low);
				i += 2;
			} else if (rule == HTTP_FIELD_STRICT) {
				return RC_INVALID;
			}
		} else if (c == '+' && plus_is_space) {
			c = ' ';
		}
		out[n++] = c;
	}
	*ret = (struct str){.ptr = out, .len = n};
	return RC_OK;
}

enum rc http_field_parse(struct arena *arena, struct str encoded, enum http_field_rule rule, size_t max,
                         struct http_field_vec *fields)
{
	struct str pair;
	while (str_split(&encoded, '&', &pair)) {
		if (pair.len == 0)
			continue;
		struct http_field field;
		struct str name = {0}, value = pair;
		str_split(&value, '=', &name);
		if (fields->n >= max)
			return RC_LIMIT;
		TRY(http_field_decode(arena, name, true, rule, &field.name));
		TRY(http_field_decode(arena, value, true, rule, &field.value));
		VEC_PUSH(arena, fields, field);
	}
	return RC_OK;
}
