#include "app/health.h"

#include "app/settings.h"

static enum rc show_health(struct app_call *call)
{
	int64_t minutes;
	TRY(settings_get(call->db, "session.idle_minutes", &minutes));
	return app_answer_body(call, STR("text/plain; charset=utf-8"), STR("ok\n"));
}

const struct app_route health_routes[] = {
    {HTTP_GET, "/health", show_health, APP_ANYONE, NULL, MSG("Says whether the server works"), APP_PLAIN},
    {.path = NULL},
};
