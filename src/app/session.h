/* Who sits at the other end: sessions, kept in the database by the hash of a token that only the browser's cookie holds.
 *
 *   signed out --session_begin--> signed in --session_end | idle too long | older than the limit | person disabled--> signed out
 *
 * Invariants:
 * 1. A token is made anew at every sign-in; the database never holds the token itself.
 * 2. A session ends when idle for longer than the setting session.idle_minutes, or at its absolute end (session.absolute_days).
 * 3. A disabled person has no session. */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include "app/app.h"

/* Finds who sends the request and fills call->who, form_token and own; nobody where there is no session that lives. */
enum rc session_read(struct app_call *call) MUST_USE;

/* Signs the person in within the caller's transaction, ends the browser's former session and sets the cookie. */
enum rc session_begin(struct app_call *call, int64_t person_id) MUST_USE;

/* Signs out and takes the cookie back. */
enum rc session_end(struct app_call *call) MUST_USE;

/* Whether the browser had a session that lives no more. */
bool session_has_ended(const struct app_call *call);

/* Ends all sessions of a person but the one of this call: after a change of password or role. */
enum rc session_end_others(struct app_call *call, int64_t person_id) MUST_USE;

/* Whether seen_at is old enough to be written again, and the writing, in a transaction of its own. */
bool session_is_touch_due(const struct app_call *call);
enum rc session_touch(struct app_call *call) MUST_USE;

/* Sets the cookie that binds forms to a browser without a session, where the page needs one and there is none. */
void session_keep_visit(struct app_call *call);

/* Sets a cookie of ours: HttpOnly, SameSite=Lax, for all paths; max_age_s below 0 lasts as long as the browser runs, 0 takes it
 * back. The value holds no character that a cookie may not. */
void session_set_cookie(struct app_call *call, const char *name, struct str value, int64_t max_age_s);

#endif
