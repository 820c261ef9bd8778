#include "app/app_test_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

/* Our templates quote every attribute and escape < > & " ' by these. */
static const struct {
	struct str name;
	char c;
} entities[] = {{STR_INIT("&lt;"), '<'},   {STR_INIT("&gt;"), '>'},  {STR_INIT("&amp;"), '&'},
                {STR_INIT("&quot;"), '"'}, {STR_INIT("&#34;"), '"'}, {STR_INIT("&#39;"), '\''}};

static struct str unescape(struct arena *arena, struct str s)
{
	struct buf out;
	buf_init(&out, arena, s.len + 1);
	for (size_t at = 0; at < s.len;) {
		size_t i = 0, n = sizeof entities / sizeof entities[0];
		while (i < n && !str_has_prefix(str_from(s, at), entities[i].name))
			i++;
		buf_add_char(&out, i < n ? entities[i].c : s.ptr[at]);
		at += i < n ? entities[i].name.len : 1;
	}
	return buf_str(&out);
}

struct str app_test_form_decode(struct arena *arena, struct str s)
{
	struct buf out;
	buf_init(&out, arena, s.len + 1);
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '%' && i + 2 < s.len) {
			const char digits[] = {s.ptr[i + 1], s.ptr[i + 2], '\0'};
			buf_add_char(&out, (char)strtol(digits, NULL, 16));
			i += 2;
		} else {
			buf_add_char(&out, s.ptr[i] == '+' ? ' ' : s.ptr[i]);
		}
	}
	return buf_str(&out);
}

/* The next tag <name …> at or after *at; *at then stands behind it. */
static bool next_tag(struct str page, size_t *at, struct str *ret_name, struct str *ret_rest)
{
	for (;;) {
		size_t begin = str_find(page, STR("<"), *at);
		if (begin == SIZE_MAX)
			return false;
		size_t end = str_find(page, STR(">"), begin);
		if (end == SIZE_MAX)
			return false;
		struct str tag = str_part(page, begin + 1, end - begin - 1);
		*at = end + 1;
		*ret_rest = tag;
		if (str_split(ret_rest, ' ', ret_name))
			return true;
	}
}

static bool attribute(struct arena *arena, struct str tag, const char *name, struct str *ret)
{
	struct str start = str_format(arena, "%s=\"", name);
	size_t at = str_has_prefix(tag, start) ? 0 : str_find(tag, str_format(arena, " %s=\"", name), 0);
	if (at == SIZE_MAX)
		return false;
	at += start.len + (at > 0 || tag.ptr[0] == ' ');
	size_t end = str_find(tag, STR("\""), at);
	*ret = unescape(arena, str_part(tag, at, end - at));
	return true;
}

static bool has_word(struct str tag, const char *word)
{
	struct str part;
	while (str_split(&tag, ' ', &part)) {
		if (str_eq(part, str_of(word)))
			return true;
	}
	return false;
}

static struct str text_until(struct arena *arena, struct str page, size_t at, const char *end_tag)
{
	size_t end = str_find(page, str_of(end_tag), at);
	struct str text = str_part(page, at, end - at);
	/* A browser drops the first line break of a text area. */
	return unescape(arena, str_has_prefix(text, STR("\n")) ? str_from(text, 1) : text);
}

static void add_field(struct arena *arena, struct http_field_vec *form, struct str name, struct str value)
{
	VEC_PUSH(arena, form, (struct http_field){.name = name, .value = value});
}

static void take_input(struct arena *arena, struct str tag, struct str name, struct http_field_vec *form)
{
	struct str type = STR("text"), value = STR("");
	(void)attribute(arena, tag, "type", &type);
	(void)attribute(arena, tag, "value", &value);
	bool is_choice = str_eq(type, STR("radio")) || str_eq(type, STR("checkbox"));
	if ((is_choice && !has_word(tag, "checked")) || str_eq(type, STR("file")))
		return;
	add_field(arena, form, name, value);
}

/* The chosen option of a select, or its first. */
static void take_select(struct arena *arena, struct str page, size_t at, struct str name, struct http_field_vec *form)
{
	struct str tag, rest, value, chosen = STR("");
	size_t end = str_find(page, STR("</select>"), at);
	bool any = false;
	page = str_part(page, 0, end);
	while (next_tag(page, &at, &tag, &rest)) {
		if (!str_eq(tag, STR("option")) || !attribute(arena, rest, "value", &value))
			continue;
		if (!any || has_word(rest, "selected"))
			chosen = value;
		any = true;
	}
	add_field(arena, form, name, chosen);
}

bool app_test_form_find(struct arena *arena, struct str page, struct str action, struct http_field_vec *ret)
{
	struct str tag, rest, name, leads_to;
	bool inside = action.len == 0, found = inside;
	for (size_t at = 0; next_tag(page, &at, &tag, &rest);) {
		if (str_eq(tag, STR("form")) && action.len > 0)
			inside = attribute(arena, rest, "action", &leads_to) && str_eq(leads_to, action);
		found = found || inside;
		if (str_eq(tag, STR("/form")) && action.len > 0 && inside)
			return true;
		if (!inside || !attribute(arena, rest, "name", &name))
			continue;
		if (str_eq(tag, STR("input")))
			take_input(arena, rest, name, ret);
		else if (str_eq(tag, STR("textarea")))
			add_field(arena, ret, name, text_until(arena, page, at, "</textarea>"));
		else if (str_eq(tag, STR("select")))
			take_select(arena, page, at, name, ret);
	}
	return found;
}
