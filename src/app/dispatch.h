/* From a request to its answer: the order of checks that app.h states, and the pages for what goes wrong on the way. */
#ifndef APP_DISPATCH_H
#define APP_DISPATCH_H

#include "app/app.h"

void dispatch_serve(struct app *app, struct http_request *request, struct http_response *response);

#endif
