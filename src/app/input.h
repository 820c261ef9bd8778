/* Reads what a request sends into the fields that its route declares, and words what is wrong with them. */
#ifndef APP_INPUT_H
#define APP_INPUT_H

#include "app/app.h"

enum { INPUT_TEXT_BYTES = 2000 };

/* Fills call->values, numbers and problems. A field is looked for in the places of the path, then in the form of a POST, then in
 * the query. Fields that are not declared are passed over. */
void input_read(struct app_call *call, const struct http_field_vec *places);

/* Where a declared field lies in call->values; -1 where it is not declared. */
int input_index(const struct app_call *call, const char *name);

/* "2026-03-05", or the 5/3/2026, 5-3-2026 and 5.3.2026 that people type; anything else gives DATE_NONE. */
date_day input_parse_date(struct str s);

#endif
