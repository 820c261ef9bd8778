#include "html/html.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* ---- Addresses ---- */

/* Browsers drop tabs and line breaks from an address and read '\' as '/': neither may stand in one of ours. */
static bool has_odd_byte(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		if (c <= ' ' || c == 0x7f || c == '\\')
			return true;
	}
	return false;
}

struct html_url html_url_path(struct str path)
{
	bool is_path = path.len > 0 && path.ptr[0] == '/' && !(path.len > 1 && path.ptr[1] == '/');
	if (!is_path || has_odd_byte(path))
		return (struct html_url){STR("/")};
	return (struct html_url){path};
}

struct html_url html_url_format(struct arena *arena, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	struct str path = {0};
	if (n >= 0) {
		char *text = arena_alloc(arena, (size_t)n + 1);
		vsnprintf(text, (size_t)n + 1, format, again);
		path = (struct str){.ptr = text, .len = (size_t)n};
	}
	va_end(again);
	return html_url_path(path);
}

struct html_url html_url_external(struct str address)
{
	static const struct str schemes[] = {STR_INIT("https://"), STR_INIT("http://"), STR_INIT("mailto:")};
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		bool is_it = address.len > schemes[i].len && strncasecmp(address.ptr, schemes[i].ptr, schemes[i].len) == 0;
		if (is_it && !has_odd_byte(address))
			return (struct html_url){address};
	}
	return (struct html_url){STR("#")};
}

static bool is_unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
	       c == '~';
}

struct str html_url_escape(struct arena *arena, struct str s)
{
	static const char digits[] = "0123456789ABCDEF";
	char *out = arena_alloc(arena, s.len * 3 + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		if (is_unreserved(c)) {
			out[n++] = (char)c;
			continue;
		}
		out[n++] = '%';
		out[n++] = digits[c >> 4];
		out[n++] = digits[c & 15];
	}
	return (struct str){.ptr = out, .len = n};
}

/* ---- Writing ---- */

void html_raw(struct html *html, const char *literal, size_t len)
{
	buf_add(html->out, (struct str){.ptr = literal, .len = len});
}

void html_text(struct html *html, struct str s)
{
	static const struct str entities[256] = {
	    ['&'] = STR_INIT("&amp;"),  ['<'] = STR_INIT("&lt;"),   ['>'] = STR_INIT("&gt;"),
	    ['"'] = STR_INIT("&quot;"), ['\''] = STR_INIT("&#39;"),
	};
	static const bool special[256] = {['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true};
	size_t start = 0;
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		if (!special[c])
			continue;
		if (i > start)
			html_raw(html, s.ptr + start, i - start);
		buf_add(html->out, entities[c]);
		start = i + 1;
	}
	if (s.len > start)
		html_raw(html, s.ptr + start, s.len - start);
}

void html_int(struct html *html, int64_t value)
{
	buf_add_int(html->out, value);
}

void html_url(struct html *html, struct html_url url)
{
	html_text(html, url.text);
}

void html_words(struct html *html, const char *id)
{
	html_text(html, message_text(html->words, id));
}

void html_message(struct html *html, const struct message *message)
{
	if (message->id == NULL)
		return;
	struct str rest = message_text(html->words, message->id), literal;
	int place;
	while (message_split(&rest, &literal, &place)) {
		html_text(html, literal);
		if (place >= 0)
			html_text(html, message->args[place]);
	}
}

void html_slot(struct html *html, struct html_slot slot)
{
	if (slot.render != NULL)
		slot.render(html, slot.data);
}
