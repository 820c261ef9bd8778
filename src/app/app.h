/* The application around the features: who asks, may they, with which data, in which language; then one page or redirect back.
 *
 * A request runs through app_serve():
 *   route found -> session -> permission -> form token (POST) -> transaction -> declared input -> handler -> commit -> page.
 * A GET gets a read-only transaction. A POST gets a writing one, committed when the handler returns RC_OK with a status
 * below 400, else rolled back. What a form held is never lost: where the session has ended, the token is stale or the
 * database is busy, the answer carries the fields along and offers to send them again (see app/again.h). */
#ifndef APP_APP_H
#define APP_APP_H

#include "app/role.h"
#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"
#include "calendar/date.h"
#include "db/db.h"
#include "html/html.h"
#include "http/http.h"
#include "sys/clock.h"

struct app_jobs;
struct remember;
struct app_call;
struct app_own;
struct app_route;
struct http_assets;

typedef enum rc (*app_handler)(struct app_call *call);

/* What the whole program shares. Filled by main/, read-only afterwards but for what its modules guard themselves. */
struct app {
	struct db *db;
	const struct clock *clock;
	const char *data_dir; /* originals/ and tmp/ lie below it */
	const struct message_catalogue *vietnamese, *english;
	const struct app_route *const *routes; /* a NULL-terminated list of lists that end with a NULL path */
	const struct http_assets *assets;      /* style sheets, scripts, icons: NULL where none are built in */
	struct app_jobs *jobs;
	struct remember *remembered; /* pages kept for a moment; NULL: none are */
	int64_t max_upload_bytes;
	bool secure_cookies; /* behind https */
	/* Answers the sign-in page with the status that the response has: for whoever needs a session and has none. */
	app_handler ask_to_sign_in;
	/* SHA-256 of the token that opens the first steps on an empty database; NULL where they are not open. */
	const char *setup_token_hash;
};

/* ---- Declared input ---- */

enum app_param_kind {
	APP_TEXT,   /* one line; control characters refused; trimmed; NFC */
	APP_LINES,  /* several lines; CR LF become LF */
	APP_INT,    /* a whole number from 0 on */
	APP_DATE,   /* 2026-03-05 as browsers send it, or 5/3/2026 as people type it */
	APP_CHOICE, /* one of `choices` */
	APP_FLAG,   /* present or not */
	APP_FILE,   /* one upload or more */
};

struct app_param {
	const char *name; /* of the form field, query field or {place} in the path */
	enum app_param_kind kind;
	bool required;
	int64_t max;                /* bytes of text (0: 2,000), or the largest number (0: INT64_MAX) */
	const char *label;          /* message id, for "Enter {1}": as it stands beside the field */
	const char *const *choices; /* NULL-terminated */
};

enum { APP_PARAMS = 24 };

/* How a request is run. */
enum app_way {
	APP_PLAIN,
	APP_READS_FIRST, /* a POST that begins reading and writes only after app_write() */
	APP_REMEMBERED,  /* a GET whose page may be kept for a moment (app/remember.h) */
};

/* One row beside its handler. */
struct app_route {
	enum http_method method;
	const char *path; /* "/task/{id}" */
	app_handler handler;
	enum app_permission permission;
	const struct app_param *params; /* ends with a NULL name; NULL: none */
	const char *help;               /* message id: what the page is for */
	enum app_way way;
};

/* What is wrong with one field of the form. */
struct app_problem {
	const char *field;
	struct message message;
};
VEC_OF(app_problem, struct app_problem);

/* ---- One request ---- */

struct app_person {
	int64_t id;
	int64_t unit_id;
	struct str login, name, unit_name;
	enum app_role role;
	bool english; /* the language that the person chose */
};

struct app_call {
	struct app *app;
	struct arena *arena;
	struct db_conn *db;
	const struct app_person *who; /* NULL where nobody is signed in */
	const struct message_catalogue *words;
	date_day today;
	int64_t now_ms;
	struct str form_token;
	const struct app_route *route;
	const struct http_request *request;
	struct http_response *response;
	struct app_problem_vec problems; /* of the declared input, in the order declared; a handler may add its own */
	struct str values[APP_PARAMS];   /* as declared; see the getters */
	int64_t numbers[APP_PARAMS];
	struct app_own *own; /* the dispatcher's */
};

/* The value of a declared field. Text: as sent, trimmed (also where it has a problem, so that the form can show it again).
 * The name must be declared; anything else is a bug and aborts. */
struct str app_text(const struct app_call *call, const char *name);
int64_t app_int(const struct app_call *call, const char *name);   /* 0 where absent or wrong */
date_day app_date(const struct app_call *call, const char *name); /* DATE_NONE where absent or wrong */
bool app_flag(const struct app_call *call, const char *name);

bool app_has_problems(const struct app_call *call);
/* Adds a problem with a field (NULL: with the whole form). */
void app_add_problem(struct app_call *call, const char *field, struct message message);
/* The sentence about a field, in the reader's language; empty where it is fine. For the templates. */
struct str app_problem_of(const struct app_call *call, const char *field);

/* The path of the request with its query, to come back to. */
struct str app_address(const struct app_call *call);

/* The sentence of a message id in the reader's language. */
struct str app_words(const struct app_call *call, const char *id);

/* Ends the reading transaction and begins a writing one, in call->db: for routes that read first, so that slow work (a
 * password's hash) keeps no writer waiting. What was read before may have changed. */
enum rc app_write(struct app_call *call) MUST_USE;

/* Ends the reading transaction for good, so that slow work holds no connection; app_write() may follow. */
void app_release(struct app_call *call);

/* Makes what was written last now, whatever status the answer has; app_write() may follow. */
enum rc app_commit(struct app_call *call) MUST_USE;

/* ---- Answers ---- */

/* What the layout shows around a page. */
struct app_page {
	const char *title;     /* message id; or */
	struct str title_text; /* a title from the data */
	const char *section;   /* which entry of the navigation is here: "today", "plan", "year", "unit", "account"; NULL: none */
	bool bare;             /* no navigation: sign-in, first steps */
	struct str script;     /* an asset's name for this page alone, or empty */
	int refresh_s;         /* without scripts the page loads itself again after so many seconds; 0: it does not */
};

/* The page in its layout, with the error summary above where the call has problems. */
enum rc app_answer_page(struct app_call *call, int status, const struct app_page *page, struct html_slot body) MUST_USE;

/* 303 to a path of this server, with a sentence shown once on the next page (message id NULL: none). */
enum rc app_answer_redirect(struct app_call *call, struct html_url to, const struct message *done) MUST_USE;

/* Any other body, for feeds and files. */
enum rc app_answer_body(struct app_call *call, struct str media_type, struct str body) MUST_USE;

/* Names the version that the answer has, quotes included: the browser keeps it and asks whether it still holds. True: the browser
 * has this one, and the answer is made (304). */
bool app_answer_kept(struct app_call *call, struct str etag);

/* An error page: what happened, what to do now. Status below 500 rolls back too. */
enum rc app_answer_problem(struct app_call *call, int status, struct message what, struct message what_to_do) MUST_USE;

/* ---- The dispatcher ---- */

/* Answers a request; never fails: failures become the 500 page and a line of log. Its type is http_serve, context is struct app.
 */
void app_serve(void *app, struct http_request *request, struct http_response *response);

#endif
