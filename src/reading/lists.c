#include "reading/lists.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "reading/words.h"
#include "viet/space.h"

/* ---- indices ---- */

/* As Bộ Nội vụ, VCCI, UNDP and others publish them. */
static const struct {
	const char *keys, *name;
} indices[] = {{"par index", "PAR Index"},
               {"par - index", "PAR Index"},
               {"parindex", "PAR Index"},
               {"sipas", "SIPAS"},
               {"pci", "PCI"},
               {"papi", "PAPI"},
               {"paca", "PACA"},
               {"dti", "DTI"},
               {"pii", "PII"},
               {"ddci", "DDCI"},
               {"pgi", "PGI"},
               {"ict index", "ICT Index"},
               {"egdi", "EGDI"},
               {"gii", "GII"},
               {"hdi", "HDI"},
               {"apci", "APCI"},
               {"pepi", "PEPI"}};

static void add_once(struct arena *arena, struct str_vec *out, struct str s)
{
	for (size_t i = 0; i < out->n; i++)
		if (str_eq(out->at[i], s))
			return;
	VEC_PUSH(arena, out, s);
}

void lists_add_indices(struct arena *arena, const struct words *words, struct str_vec *out)
{
	for (size_t i = 0; i < words->n; i++)
		for (size_t k = 0; words->at[i].all_capitals && k < sizeof indices / sizeof indices[0]; k++)
			if (words_match(words, i, indices[k].keys) > 0) {
				add_once(arena, out, str_of(indices[k].name));
				break;
			}
}

/* ---- addresses ---- */

enum { MAX_URL = 500, MAX_URLS = 1000 };

static const char *const endings[] = {".vn", ".com", ".org", ".net", ".info", ".edu"};

static bool ends_token(char c)
{
	return strchr(" \t\n\r()<>,;\"[]{}|", c) != NULL;
}

static bool is_bare_site(struct str s)
{
	size_t dots = 0;
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		dots += c == '.';
		if (c != '.' && c != '-' && c < 0x80 && !((c | 32) >= 'a' && (c | 32) <= 'z') && !(c >= '0' && c <= '9'))
			return false;
	}
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
		if (str_has_suffix(s, str_of(endings[i])))
			return dots >= 1 && s.len > strlen(endings[i]) + 1 && s.ptr[0] != '.';
	return false;
}

static bool has_scheme(struct str s)
{
	return str_has_prefix(s, STR("http://")) || str_has_prefix(s, STR("https://")) || str_has_prefix(s, STR("www."));
}

static struct str trim_url(struct str s)
{
	static const char *const quotes[] = {"“", "”", "’", "…"};
	for (bool again = true; again;) {
		again = false;
		while (s.len > 0 && strchr(".,;:'!?*", s.ptr[s.len - 1]) != NULL)
			s.len--;
		if (str_has_suffix(s, STR("./"))) { /* of "./.", which ends the document */
			s.len -= 2;
			again = true;
		}
		for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++)
			if (str_has_suffix(s, str_of(quotes[i]))) {
				s.len -= strlen(quotes[i]);
				again = true;
			}
	}
	return s;
}

/* Two addresses are one where they differ in case or a last slash only. */
static bool same_url(struct str a, struct str b)
{
	if (str_has_suffix(a, STR("/")))
		a.len--;
	if (str_has_suffix(b, STR("/")))
		b.len--;
	return a.len == b.len && strncasecmp(a.ptr, b.ptr, a.len) == 0;
}

static void add_url(struct arena *arena, struct str url, struct str_vec *out)
{
	url = trim_url(url);
	if (memchr(url.ptr, '@', url.len) != NULL || (!has_scheme(url) && !is_bare_site(url)) || url.len < 5)
		return;
	for (size_t i = 0; i < out->n; i++)
		if (same_url(out->at[i], url))
			return;
	if (out->n < MAX_URLS)
		VEC_PUSH(arena, out, url);
}

/* An address cut at the end of a line goes on behind the space: "https://a.gov .vn", "https://a.gov. vn/x". */
static size_t cut_rest(struct str text, size_t end)
{
	size_t next = end + viet_space_leading(str_from(text, end));
	if (next == end || next >= text.len)
		return end;
	bool dotted =
	    text.ptr[next] == '.' && next + 1 < text.len && (text.ptr[next + 1] | 32) >= 'a' && (text.ptr[next + 1] | 32) <= 'z';
	bool hangs =
	    end > 0 && (text.ptr[end - 1] == '/' || text.ptr[end - 1] == '-') && str_has_prefix(str_from(text, next), STR("vn"));
	return dotted || hangs ? next : end;
}

void lists_add_urls(struct arena *arena, struct str text, struct str_vec *out)
{
	size_t at = 0;
	while (at < text.len) {
		size_t end = at;
		while (end < text.len && !ends_token(text.ptr[end]))
			end++;
		if (end == at) {
			at++;
			continue;
		}
		struct str token = str_part(text, at, end - at);
		size_t rest = has_scheme(token) ? cut_rest(text, end) : end;
		if (rest > end) {
			size_t last = rest;
			while (last < text.len && !ends_token(text.ptr[last]))
				last++;
			struct str tail = str_part(text, rest, last - rest);
			token = str_format(arena, "%.*s%.*s", STR_ARG(token), STR_ARG(tail));
			end = last;
		}
		if (token.len <= MAX_URL && memchr(token.ptr, '.', token.len) != NULL)
			add_url(arena, token, out);
		at = end;
	}
}
