/* The pages of signing in and out. Each group of pages has its routes in a file of its own. */
#ifndef FEATURE_PERSON_PERSON_WEB_H
#define FEATURE_PERSON_PERSON_WEB_H

#include "app/app.h"

extern const struct app_route person_web_routes[];         /* sign in and out */
extern const struct app_route person_account_web_routes[]; /* one's own account */
extern const struct app_route person_people_web_routes[];  /* everyone's, for administrators */
extern const struct app_route person_setup_web_routes[];   /* the first administrator */

/* Answers the sign-in page with the response's status, carrying the form that was being sent: app->ask_to_sign_in. */
enum rc person_web_ask_to_sign_in(struct app_call *call) MUST_USE;

#endif
