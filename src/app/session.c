#include "app/session.h"

#include "app/form.h"
#include "app/own.h"
#include "app/session_sql.h"
#include "app/settings.h"
#include "sys/secret.h"

enum { TOKEN_LENGTH = 43, TOUCH_MS = 5 * 60 * 1000, FOREVER = -1 };

static const char session_cookie[] = "sauro", visit_cookie[] = "sauro_visit";

static int64_t fallback_idle_ms(void)
{
	for (const struct settings_row *row = settings_all(); row->name != NULL; row++) {
		if (str_eq(str_of(row->name), STR("session.idle_minutes")))
			return row->fallback * 60 * 1000;
	}
	return 0;
}

void session_set_cookie(struct app_call *call, const char *name, struct str value, int64_t max_age_s)
{
	struct arena *arena = call->arena;
	struct str age = max_age_s < 0 ? STR("") : str_format(arena, "; Max-Age=%lld", (long long)max_age_s);
	http_response_header(call->response, STR("Set-Cookie"),
	                     str_format(arena, "%s=%.*s; Path=/; HttpOnly; SameSite=Lax%.*s%s", name, STR_ARG(value), STR_ARG(age),
	                                call->app->secure_cookies ? "; Secure" : ""));
}

static void become(struct app_call *call, struct str visitor)
{
	call->own->visitor = visitor;
	call->form_token = form_token(call->arena, visitor);
}

static void become_visitor(struct app_call *call)
{
	struct str visit = http_cookie_find(call->request, str_of(visit_cookie));
	call->own->visit_is_new = visit.len != TOKEN_LENGTH;
	become(call, call->own->visit_is_new ? secret_token(call->arena) : visit);
}

void session_keep_visit(struct app_call *call)
{
	if (!call->own->visit_is_new)
		return;
	session_set_cookie(call, visit_cookie, call->own->visitor, FOREVER);
	call->own->visit_is_new = false;
}

static void keep_person(struct app_call *call, const struct session_sql_find_row *row)
{
	struct app_own *own = call->own;
	own->person = (struct app_person){.id = row->person_id,
	                                  .unit_id = row->unit_id,
	                                  .login = row->login,
	                                  .name = row->name,
	                                  .unit_name = row->unit_name,
	                                  .english = str_eq(row->language, STR("en"))};
	if (!role_parse(row->role, &own->person.role))
		own->person.role = APP_VIEWER;
	own->seen_at = row->seen_at;
	own->must_change_password = row->must_change != 0;
	call->who = &own->person;
}

enum rc session_read(struct app_call *call)
{
	struct str token = http_cookie_find(call->request, str_of(session_cookie));
	call->own->had_session = token.len > 0;
	if (token.len == TOKEN_LENGTH) {
		struct session_sql_find_row row;
		enum rc rc =
		    session_sql_find(call->db, call->arena, secret_sha256(call->arena, token), fallback_idle_ms(), call->now_ms, &row);
		if (rc == RC_OK) {
			call->own->token = token;
			keep_person(call, &row);
			become(call, token);
			return RC_OK;
		}
		if (rc != RC_NOT_FOUND)
			return rc_pass(rc, __FILE__, __LINE__);
	}
	become_visitor(call);
	return RC_OK;
}

enum rc session_begin(struct app_call *call, int64_t person_id)
{
	int64_t days;
	struct str token = secret_token(call->arena);
	struct str old = http_cookie_find(call->request, str_of(session_cookie));
	TRY(settings_get(call->db, "session.absolute_days", &days));
	TRY(session_sql_drop_expired(call->db, call->now_ms, NULL));
	if (old.len == TOKEN_LENGTH)
		TRY(session_sql_end(call->db, secret_sha256(call->arena, old), NULL));
	TRY(session_sql_add(call->db, secret_sha256(call->arena, token), person_id, call->now_ms,
	                    call->now_ms + days * 24 * 60 * 60 * 1000, NULL));
	session_set_cookie(call, session_cookie, token, FOREVER);
	call->own->token = token;
	call->own->visit_is_new = false;
	become(call, token);
	return RC_OK;
}

enum rc session_end(struct app_call *call)
{
	if (call->own->token.len > 0)
		TRY(session_sql_end(call->db, secret_sha256(call->arena, call->own->token), NULL));
	session_set_cookie(call, session_cookie, STR(""), 0);
	call->own->token = (struct str){0};
	call->who = NULL;
	become_visitor(call);
	session_keep_visit(call);
	return RC_OK;
}

bool session_has_ended(const struct app_call *call)
{
	return call->who == NULL && call->own->had_session;
}

enum rc session_end_others(struct app_call *call, int64_t person_id)
{
	struct str keep = call->own->token.len > 0 ? secret_sha256(call->arena, call->own->token) : STR("");
	return session_sql_end_others(call->db, person_id, keep, NULL);
}

bool session_is_touch_due(const struct app_call *call)
{
	return call->who != NULL && call->now_ms - call->own->seen_at > TOUCH_MS;
}

enum rc session_touch(struct app_call *call)
{
	struct db_conn *db;
	TRY(db_begin(call->app->db, DB_WRITE, &db));
	enum rc rc = session_sql_touch(db, secret_sha256(call->arena, call->own->token), call->now_ms, NULL);
	if (rc == RC_OK)
		return db_commit(db);
	db_rollback(db);
	return rc;
}
