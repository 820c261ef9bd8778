#include "http/http_asset.h"

#include <string.h>

#include "http/http.h"

/* ---- Look-up ---- */

const struct http_asset *http_asset_lookup(const struct http_assets *assets, struct str address)
{
	size_t low = 0, high = assets->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(address, str_of(assets->by_address[middle].address));
		if (order == 0)
			return &assets->by_address[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct http_asset *http_asset_lookup_name(const struct http_assets *assets, struct str name)
{
	size_t low = 0, high = assets->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(name, str_of(assets->by_name[middle]->name));
		if (order == 0)
			return assets->by_name[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* ---- Which answer ---- */

/* Whether a coding's parameters, ";q=0.5", leave it acceptable: all but a quality of zero do. */
static bool has_quality(struct str parameters)
{
	struct str parameter;
	while (str_split(&parameters, ';', &parameter)) {
		parameter = str_trim(parameter);
		if (!str_has_prefix(parameter, STR("q=")) && !str_has_prefix(parameter, STR("Q=")))
			continue;
		for (size_t i = 2; i < parameter.len; i++)
			if (parameter.ptr[i] >= '1' && parameter.ptr[i] <= '9')
				return true;
		return false;
	}
	return true;
}

/* Accept-Encoding as RFC 9110, 12.5.3: gzip by its name, or else by '*'. */
static bool accepts_gzip(struct str accept_encoding)
{
	bool by_star = false;
	struct str item;
	while (str_split(&accept_encoding, ',', &item)) {
		struct str coding = {0}, parameters = item;
		str_split(&parameters, ';', &coding);
		coding = str_trim(coding);
		if (str_eq_nocase(coding, STR("gzip")) || str_eq_nocase(coding, STR("x-gzip")))
			return has_quality(parameters);
		if (str_eq_nocase(coding, STR("*")))
			by_star = has_quality(parameters);
	}
	return by_star;
}

bool http_asset_is_listed(struct str if_none_match, struct str etag)
{
	struct str item;
	while (str_split(&if_none_match, ',', &item)) {
		item = str_trim(item);
		if (str_has_prefix(item, STR("W/")))
			item = str_from(item, 2);
		if (str_eq(item, etag) || str_eq(item, STR("*")))
			return true;
	}
	return false;
}

enum http_asset_variant http_asset_choose(const struct http_asset *asset, struct str accept_encoding, struct str if_none_match)
{
	bool packed = asset->gzip != NULL && accepts_gzip(accept_encoding);
	if (http_asset_is_listed(if_none_match, str_of(packed ? asset->gzip_etag : asset->etag)))
		return packed ? HTTP_ASSET_GZIP_UNCHANGED : HTTP_ASSET_PLAIN_UNCHANGED;
	return packed ? HTTP_ASSET_GZIP : HTTP_ASSET_PLAIN;
}

/* ---- The answer ---- */

void http_asset_answer(const struct http_asset *asset, enum http_asset_variant variant, struct http_response *response)
{
	bool packed = variant == HTTP_ASSET_GZIP || variant == HTTP_ASSET_GZIP_UNCHANGED;
	bool unchanged = variant == HTTP_ASSET_PLAIN_UNCHANGED || variant == HTTP_ASSET_GZIP_UNCHANGED;
	http_response_header(response, STR("ETag"), str_of(packed ? asset->gzip_etag : asset->etag));
	http_response_header(response, STR("Cache-Control"),
	                     asset->is_immutable ? STR("public, max-age=31536000, immutable") : STR("no-cache"));
	if (asset->gzip != NULL)
		http_response_header(response, STR("Vary"), STR("Accept-Encoding"));
	if (unchanged) {
		response->status = 304;
		return;
	}
	http_response_header(response, STR("Content-Type"), str_of(asset->media_type));
	http_response_header(response, STR("X-Content-Type-Options"), STR("nosniff"));
	if (packed)
		http_response_header(response, STR("Content-Encoding"), STR("gzip"));
	response->status = 200;
	response->body =
	    (struct str){.ptr = (const char *)(packed ? asset->gzip : asset->bytes), .len = packed ? asset->gzip_size : asset->size};
	response->body_is_static = true;
}
