/* For tests only: the forms of a page that our templates wrote, read as a browser reads them. */
#ifndef APP_APP_TEST_FORM_H
#define APP_APP_TEST_FORM_H

#include "http/http.h"

/* What the controls of the form hold whose action is `action` (empty: all of the page). False where there is none. */
bool app_test_form_find(struct arena *arena, struct str page, struct str action, struct http_field_vec *ret);

/* %20 and + of an address, taken back. */
struct str app_test_form_decode(struct arena *arena, struct str s);

#endif
