#include "app/form.h"

#include "sys/secret.h"

struct str form_token(struct arena *arena, struct str visitor)
{
	return secret_sha256(arena, str_format(arena, "form:%.*s", STR_ARG(visitor)));
}

bool form_token_is_valid(struct arena *arena, struct str visitor, struct str token)
{
	return visitor.len > 0 && secret_equal(form_token(arena, visitor), token);
}

static struct str without_scheme(struct str origin)
{
	static const struct str schemes[] = {STR_INIT("https://"), STR_INIT("http://")};
	for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
		if (str_has_prefix(origin, schemes[i]))
			return str_from(origin, schemes[i].len);
	}
	return (struct str){0};
}

bool form_is_same_origin(const struct http_request *request)
{
	struct str site = http_field_find(&request->headers, STR("sec-fetch-site"));
	if (site.ptr != NULL)
		return str_eq(site, STR("same-origin")) || str_eq(site, STR("none"));
	struct str origin = http_field_find(&request->headers, STR("origin"));
	if (origin.ptr == NULL)
		return true;
	struct str host = http_field_find(&request->headers, STR("host"));
	return host.len > 0 && str_eq(without_scheme(origin), host);
}
