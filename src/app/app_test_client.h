/* For tests only: a browser without a socket. It sends requests to app_serve(), keeps cookies, finds forms in the page that came
 * back and sends them with what they hold.
 *
 *   struct app_test_client client;
 *   app_test_client_init(&client, testing_of(state), routes);
 *   int64_t unit = app_test_client_add_unit(&client, "H56", "Sở Nội vụ", 0);
 *   app_test_client_sign_in_as(&client, APP_OFFICER, unit);
 *   app_test_client_get(&client, "/plan", 200);
 *   app_test_client_submit(&client, "/plan/add", APP_TEST_FIELDS("title", "Kế hoạch"), 303);
 *   app_test_client_follow(&client, 200);
 *   assert_page_has(&client, "Kế hoạch");
 *
 * Each function fails the test where the status is not the one expected, and shows the page. The pages are in English, so that
 * tests name sentences as the code does, until the client chooses another language. */
#ifndef APP_APP_TEST_CLIENT_H
#define APP_APP_TEST_CLIENT_H

#include "app/app.h"
#include "db/testing.h"

struct app_test_client {
	struct testing *t;
	struct app app;
	struct clock clock; /* stands at 8:00 on Monday, 2 March 2026; tests move it */
	struct http_field_vec cookies;
	struct http_response page; /* the last answer */
	int64_t people;            /* how many were added */
	struct str remote;         /* the address that it sends from */
};

#define APP_TEST_FIELDS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* A client without cookies on the case's database; routes as in struct app. */
void app_test_client_init(struct app_test_client *client, struct testing *t, const struct app_route *const *routes);

/* Adds an active unit, kind "commune". parent_id 0: at the top. */
int64_t app_test_client_add_unit(struct app_test_client *client, const char *code, const char *name, int64_t parent_id);

/* Adds a person (password "mật khẩu dài", login "personN") and gives the client a session of theirs. Returns the person's id. */
int64_t app_test_client_sign_in_as(struct app_test_client *client, enum app_role role, int64_t unit_id);
#define APP_TEST_PASSWORD "mật khẩu dài"

/* Forgets all cookies, so that nobody is signed in. */
void app_test_client_forget(struct app_test_client *client);

void app_test_client_get(struct app_test_client *client, const char *path, int status);

/* Sends fields (name, value, … NULL) with the form token of the last page. */
void app_test_client_post(struct app_test_client *client, const char *path, const char *const *fields, int status);

/* Sends the form of the last page that leads to `action`, as a browser would: what its controls hold, but for `fields` (name,
 * value, … NULL; may be NULL), which are typed over it or added. Fails where there is no such form. */
void app_test_client_submit(struct app_test_client *client, const char *action, const char *const *fields, int status);

/* The same with one file. */
void app_test_client_upload(struct app_test_client *client, const char *action, const char *const *fields, const char *field,
                            const char *file_name, struct str content, int status);

/* GETs where the last answer leads to. */
void app_test_client_follow(struct app_test_client *client, int status);

bool app_test_client_has(const struct app_test_client *client, const char *text);
/* What a control of the last page holds (of its first form that has it); no text where there is none. */
struct str app_test_client_value(const struct app_test_client *client, const char *name);

#define assert_page_has(client, text)                                                                                            \
	(app_test_client_has((client), (text)) ? (void)0 : app_test_client_fail((client), "lacks", (text), __FILE__, __LINE__))
#define assert_page_lacks(client, text)                                                                                          \
	(!app_test_client_has((client), (text)) ? (void)0 : app_test_client_fail((client), "has", (text), __FILE__, __LINE__))
void app_test_client_fail(const struct app_test_client *client, const char *what, const char *text, const char *file, int line);

#endif
