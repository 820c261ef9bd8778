/* Files that are part of the program: style sheets, scripts, icons, fonts. tools/embed.py makes the table from assets/.
 *
 * An address holds a piece of the file's hash, so its answer never changes: browsers keep it for ever. The server answers these
 * addresses by itself (http_options.assets); pages name them through http_asset_lookup_name(). */
#ifndef HTTP_HTTP_ASSET_H
#define HTTP_HTTP_ASSET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct http_response;

struct http_asset {
	const char *name;    /* below assets/: "css/app.css" */
	const char *address; /* "/assets/css/app.3f9c2a41.css" */
	const char *media_type;
	const char *etag; /* with its quotes; strong */
	const unsigned char *bytes;
	size_t size;
	const unsigned char *gzip; /* NULL where it would not be smaller */
	size_t gzip_size;
	const char *gzip_etag;
	bool is_immutable; /* false for what keeps its name, as /favicon.ico: browsers ask each time whether it changed */
};

struct http_assets {
	const struct http_asset *by_address;     /* sorted by address */
	const struct http_asset *const *by_name; /* sorted by name */
	size_t n;
};

/* The four answers there are to a request for an asset. */
enum http_asset_variant {
	HTTP_ASSET_PLAIN,
	HTTP_ASSET_GZIP,
	HTTP_ASSET_PLAIN_UNCHANGED,
	HTTP_ASSET_GZIP_UNCHANGED,
	HTTP_ASSET_VARIANTS,
};

/* NULL where there is none. */
const struct http_asset *http_asset_lookup(const struct http_assets *assets, struct str address);
const struct http_asset *http_asset_lookup_name(const struct http_assets *assets, struct str name);

/* Which answer a request gets, by its Accept-Encoding and If-None-Match headers (either may be no text). */
enum http_asset_variant http_asset_choose(const struct http_asset *asset, struct str accept_encoding, struct str if_none_match);

/* Writes that answer: status, headers and the body where it has one. */
void http_asset_answer(const struct http_asset *asset, enum http_asset_variant variant, struct http_response *response);

/* Whether a request's If-None-Match lists the tag: RFC 9110, 13.1.2, compared weakly. */
bool http_asset_is_listed(struct str if_none_match, struct str etag);

#endif
