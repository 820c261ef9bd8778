/* Pages kept for the next moment: most requests for a first page come while nothing has changed since the last one.
 *
 * A page is kept by what it was made from: the browser's cookies (and so the session and the language), the address and the day.
 * It is given out again only while this server has committed no write since (db_generation), and for a few seconds at most, so
 * that what another process wrote shows soon. Only routes that ask for it (app_route.remembered) are kept. */
#ifndef APP_REMEMBER_H
#define APP_REMEMBER_H

#include "app/app.h"

struct remember;

struct remember *remember_new(void);
/* NULL is accepted. */
void remember_free(struct remember *remember);

/* Fills the response with the page kept for this request; false where there is none that is still good. */
bool remember_find(struct remember *remember, const struct app *app, const struct http_request *request,
                   struct http_response *response);

/* Keeps a page that was answered with 200 and sets no cookie. `generation` is db_generation() from before it was made. */
void remember_keep(struct remember *remember, const struct app *app, const struct http_request *request,
                   const struct http_response *response, uint64_t generation);

#endif
