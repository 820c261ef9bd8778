#include "http/http.h"

/* The header is `a=1; b=2` (RFC 6265, 4.2.1); quotes around a value do not belong to it. */
struct str http_cookie_find(const struct http_request *request, struct str name)
{
	for (size_t i = 0; i < request->headers.n; i++) {
		if (!str_eq(request->headers.at[i].name, STR("cookie")))
			continue;
		struct str rest = request->headers.at[i].value, pair;
		while (str_split(&rest, ';', &pair)) {
			struct str key = {0}, value = str_trim(pair);
			str_split(&value, '=', &key);
			if (!str_eq(str_trim(key), name) || value.ptr == NULL)
				continue;
			value = str_trim(value);
			bool is_quoted = value.len >= 2 && value.ptr[0] == '"' && value.ptr[value.len - 1] == '"';
			return is_quoted ? str_part(value, 1, value.len - 2) : value;
		}
	}
	return (struct str){0};
}
