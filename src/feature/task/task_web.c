/* The addresses of tasks, and the calendar feed, which has no page. */
#include "feature/task/task_web.h"

#include "feature/task/task.h"
#include "feature/task/task_edit_web.h"
#include "feature/task/task_page_web.h"
#include "feature/task/task_sql.h"
#include "feature/task/task_today_web.h"
#include "feature/task/task_year_web.h"
#include "sys/secret.h"

static const struct app_param feed_params[] = {
    {.name = "token", .kind = APP_TEXT, .required = true, .max = 100, .label = MSG("Address")},
    {0},
};

/* Where this server is reached, from what the calendar program asked for. */
static struct str own_address(const struct app_call *call)
{
	struct str host = http_field_find(&call->request->headers, STR("host"));
	return str_format(call->arena, "%s://%.*s", call->app->secure_cookies ? "https" : "http", STR_ARG(host));
}

/* GET /feed/{token}: whoever knows the address sees the deadlines of its owner's unit; only the token's hash is stored. */
static enum rc answer_feed(struct app_call *call)
{
	struct task_sql_find_feed_owner_row owner;
	struct task_scope scope;
	struct str feed, token = app_text(call, "token");
	if (str_has_suffix(token, STR(".ics")))
		token.len -= STR(".ics").len;
	TRY(task_sql_find_feed_owner(call->db, call->arena, secret_sha256(call->arena, token), &owner));
	TRY(task_scope_of_unit(call->db, call->arena, owner.unit_id, &scope));
	TRY(task_feed(call->db, call->arena, &scope, call->today, call->now_ms, own_address(call), &feed));
	return app_answer_body(call, STR("text/calendar; charset=utf-8"), feed);
}

const struct app_route task_web_routes[] = {
    {HTTP_GET, "/", task_today_web_answer, APP_READ_PLANS, task_today_web_params, MSG("What is overdue, due and coming"),
     APP_REMEMBERED},
    {HTTP_GET, "/task/{id}", task_page_web_answer, APP_READ_PLANS, task_page_web_params, MSG("One task with its six clears"),
     APP_PLAIN},
    {HTTP_POST, "/task/{id}/status", task_page_web_set_status, APP_WRITE_PLANS, task_page_web_status_params,
     MSG("Say how far a task is"), APP_PLAIN},
    {HTTP_POST, "/task/{id}/note", task_page_web_correct_note, APP_WRITE_PLANS, task_page_web_note_params,
     MSG("Correct one's last note"), APP_PLAIN},
    {HTTP_POST, "/task/{id}/deadline/{deadline}", task_page_web_keep, APP_WRITE_PLANS, task_page_web_keep_params,
     MSG("Mark a deadline as done"), APP_PLAIN},
    {HTTP_POST, "/task/{id}/deadline/{deadline}/reopen", task_page_web_reopen, APP_WRITE_PLANS, task_page_web_keep_params,
     MSG("Take back that a deadline is done"), APP_PLAIN},
    {HTTP_GET, "/task/{id}/edit", task_edit_web_answer, APP_WRITE_PLANS, task_edit_web_params, MSG("Correct a task"), APP_PLAIN},
    {HTTP_POST, "/task/{id}/edit", task_edit_web_save, APP_WRITE_PLANS, task_edit_web_save_params, MSG("Correct a task"),
     APP_PLAIN},
    {HTTP_GET, "/year", task_year_web_answer, APP_READ_PLANS, task_year_web_params, MSG("The year, month by month"),
     APP_REMEMBERED},
    {HTTP_GET, "/feed/{token}", answer_feed, APP_ANYONE, feed_params, MSG("The deadlines as a calendar feed"), APP_PLAIN},
    {0},
};
