#include "app/assets.h"

struct html_url assets_url(struct arena *arena, const struct http_assets *assets, struct str name)
{
	(void)assets;
	return html_url_format(arena, "/assets/%.*s", STR_ARG(name));
}

bool assets_serve(const struct http_assets *assets, struct http_request *request, struct http_response *response)
{
	(void)assets;
	(void)request;
	(void)response;
	return false;
}
