/* Sending a form once more: what was typed is not lost because a session ended, a token was stale or the database was busy.
 *
 *   POST without a session  -> 401, the sign-in page with again_carry()'s hidden fields
 *     -> POST /sign-in      -> again_answer_carried(): "This is what you were sending", one button
 *   POST refused otherwise  -> again_answer(): the same page at once
 *
 * Fields whose name holds "password" are never carried. Files cannot be carried either: the page asks for them again. */
#ifndef APP_AGAIN_H
#define APP_AGAIN_H

#include "app/app.h"

/* Before the name of a carried field; the path is carried as AGAIN_PREFIX alone. */
#define AGAIN_PREFIX "again."

/* The hidden fields that the sign-in form must hold: the form being refused, or those that the sign-in form brought already.
 * None where nothing is under way. */
struct http_field_vec again_carry(struct app_call *call);

/* Whether the sign-in form brought a form along. */
bool again_is_carried(const struct app_call *call);

/* The page that offers to send the carried form, with the call's fresh token. */
enum rc again_answer_carried(struct app_call *call) MUST_USE;

/* The page that says why this request was refused and offers to send it again. */
enum rc again_answer(struct app_call *call, int status, struct message what, struct message what_to_do) MUST_USE;

#endif
