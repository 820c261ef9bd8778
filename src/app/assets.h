/* Style sheets, scripts, fonts and icons, built into the program and served without a session. */
#ifndef APP_ASSETS_H
#define APP_ASSETS_H

#include "html/html.h"
#include "http/http.h"

struct http_assets;

/* The address of a file of assets/: with a piece of its hash in it where the file is built in, so that browsers keep it. */
struct html_url assets_url(struct arena *arena, const struct http_assets *assets, struct str name);

/* Answers a request for an asset by its plain name, /assets/icons.svg, which templates may write; browsers ask each time whether
 * it changed. The addresses with a hash are answered by the server itself. False where the path is none. */
bool assets_serve(const struct http_assets *assets, struct http_request *request, struct http_response *response);

#endif
