/* What tells our own forms from anyone else's: where a POST comes from, and the token that each form holds.
 *
 * The token is derived from what the browser alone holds: the session's token, or before there is a session the token of the
 * visit cookie. */
#ifndef APP_FORM_H
#define APP_FORM_H

#include "base/arena.h"
#include "http/http.h"

/* The name of the hidden field that {{form_token}} writes. */
#define FORM_TOKEN_FIELD "form_token"

/* The token of the forms shown to a visitor. */
struct str form_token(struct arena *arena, struct str visitor);

bool form_token_is_valid(struct arena *arena, struct str visitor, struct str token);

/* Whether the browser says that a page of this server sent the request: by Sec-Fetch-Site, else by Origin and Host. Browsers
 * too old to say either are believed, since the token is checked as well. */
bool form_is_same_origin(const struct http_request *request);

#endif
