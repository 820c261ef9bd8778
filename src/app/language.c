#include "app/language.h"

#include "app/session.h"
#include "app/session_sql.h"

enum { YEAR_S = 365 * 24 * 60 * 60 };

static const char language_cookie[] = "sauro_language";

void language_choose(struct app_call *call)
{
	bool english =
	    call->who != NULL ? call->who->english : str_eq(http_cookie_find(call->request, str_of(language_cookie)), STR("en"));
	call->words = english ? call->app->english : call->app->vietnamese;
}

static enum rc choose(struct app_call *call)
{
	struct str language = app_text(call, "language");
	if (app_has_problems(call))
		return RC_INVALID;
	session_set_cookie(call, language_cookie, language, YEAR_S);
	if (call->who != NULL)
		TRY(session_sql_choose_language(call->db, call->who->id, language, NULL));
	return app_answer_redirect(call, html_url_path(app_text(call, "back")), NULL);
}

static const char *const languages[] = {"vi", "en", NULL};

static const struct app_param choose_params[] = {
    {.name = "language", .kind = APP_CHOICE, .required = true, .choices = languages},
    {.name = "back", .kind = APP_TEXT},
    {.name = NULL},
};

const struct app_route language_routes[] = {
    {HTTP_POST, "/language", choose, APP_ANYONE, choose_params, MSG("Chooses the language of the pages"), APP_PLAIN},
    {.path = NULL},
};
