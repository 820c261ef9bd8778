/* The layout around every page: header, navigation, the sentence shown once, the error summary, footer. */
#ifndef APP_PAGE_H
#define APP_PAGE_H

#include "app/app.h"

/* Writes the page into the response. RC_LIMIT where it would be larger than a page may be. */
enum rc page_write(struct app_call *call, const struct app_page *page, struct html_slot body) MUST_USE;

#endif
