#include "app/route.h"

enum { PLACES = 8 };

static bool is_place(struct str segment)
{
	return segment.len > 2 && segment.ptr[0] == '{' && segment.ptr[segment.len - 1] == '}';
}

/* Whether the pattern fits; the segments that stand in its places, undecoded. */
static bool fits(struct str pattern, struct str path, struct http_field places[PLACES], int *ret_n)
{
	struct str want, got;
	int n = 0;
	while (str_split(&pattern, '/', &want)) {
		if (!str_split(&path, '/', &got))
			return false;
		if (is_place(want) && n < PLACES && got.len > 0)
			places[n++] = (struct http_field){.name = str_part(want, 1, want.len - 2), .value = got};
		else if (!str_eq(want, got))
			return false;
	}
	*ret_n = n;
	return !str_split(&path, '/', &got);
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool route_decode(struct arena *arena, struct str s, struct str *ret)
{
	char *out = arena_alloc(arena, s.len + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] != '%') {
			out[n++] = s.ptr[i];
			continue;
		}
		if (s.len - i < 3 || hex_digit(s.ptr[i + 1]) < 0 || hex_digit(s.ptr[i + 2]) < 0)
			return false;
		out[n++] = (char)(hex_digit(s.ptr[i + 1]) * 16 + hex_digit(s.ptr[i + 2]));
		i += 2;
	}
	*ret = (struct str){.ptr = out, .len = n};
	return true;
}

static enum rc keep_places(struct arena *arena, const struct http_field *places, int n, struct route_match *ret)
{
	for (int i = 0; i < n; i++) {
		struct str value;
		if (!route_decode(arena, places[i].value, &value))
			return RC_NOT_FOUND;
		VEC_PUSH(arena, &ret->places, (struct http_field){.name = places[i].name, .value = value});
	}
	return RC_OK;
}

enum rc route_find(struct arena *arena, const struct app_route *const *routes, enum http_method method, struct str path,
                   struct route_match *ret)
{
	struct http_field best_places[PLACES];
	const struct app_route *best = NULL;
	int best_n = PLACES + 1;
	bool other_method = false;
	for (; *routes != NULL; routes++) {
		for (const struct app_route *route = *routes; route->path != NULL; route++) {
			struct http_field places[PLACES];
			int n;
			if (!fits(str_of(route->path), path, places, &n))
				continue;
			if (route->method != method) {
				other_method = true;
			} else if (n < best_n) {
				best = route;
				best_n = n;
				for (int i = 0; i < n; i++)
					best_places[i] = places[i];
			}
		}
	}
	if (best == NULL)
		return other_method ? RC_UNSUPPORTED : RC_NOT_FOUND;
	struct route_match match = {.route = best};
	enum rc rc = keep_places(arena, best_places, best_n, &match);
	if (rc != RC_OK)
		return rc;
	*ret = match;
	return RC_OK;
}
