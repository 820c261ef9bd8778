#include "app/assets.h"

#include "http/http_asset.h"

#define FOLDER "/assets/"

struct html_url assets_url(struct arena *arena, const struct http_assets *assets, struct str name)
{
	const struct http_asset *asset = assets != NULL ? http_asset_lookup_name(assets, name) : NULL;
	if (asset != NULL)
		return html_url_path(str_of(asset->address));
	return html_url_format(arena, FOLDER "%.*s", STR_ARG(name));
}

static const struct http_asset *lookup_plain_name(const struct http_assets *assets, struct str path)
{
	if (str_eq(path, STR("/favicon.ico")))
		return http_asset_lookup_name(assets, STR("mark.svg"));
	return str_has_prefix(path, STR(FOLDER)) ? http_asset_lookup_name(assets, str_from(path, sizeof FOLDER - 1)) : NULL;
}

bool assets_serve(const struct http_assets *assets, struct http_request *request, struct http_response *response)
{
	const struct http_asset *found =
	    assets != NULL && request->method == HTTP_GET ? lookup_plain_name(assets, request->path) : NULL;
	if (found == NULL)
		return false;
	struct http_asset asset = *found;
	asset.is_immutable = false;
	http_asset_answer(&asset,
	                  http_asset_choose(&asset, http_field_find(&request->headers, STR("accept-encoding")),
	                                    http_field_find(&request->headers, STR("if-none-match"))),
	                  response);
	return true;
}
