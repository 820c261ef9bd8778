/* The sentence that is shown once, on the page after a redirect: carried by a cookie, signed for this browser, so that a page
 * never shows what someone else wrote. */
#ifndef APP_FLASH_H
#define APP_FLASH_H

#include "app/app.h"

/* Keeps the sentence for the next page of this browser. Drops it where it is too long for a cookie. */
void flash_keep(struct app_call *call, const struct message *message);

/* The sentence that was kept, and takes its cookie back; no message where there is none. */
struct message flash_take(struct app_call *call);

#endif
