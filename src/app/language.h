/* Which language a page is in: the person's choice, else the browser's cookie, else Vietnamese. */
#ifndef APP_LANGUAGE_H
#define APP_LANGUAGE_H

#include "app/app.h"

/* Sets call->words. */
void language_choose(struct app_call *call);

/* POST /language, the switch in the footer: for anyone. */
extern const struct app_route language_routes[];

#endif
