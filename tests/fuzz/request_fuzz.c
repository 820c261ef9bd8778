/* What a request says: the path in the first line, then the values of the declared fields, a line each; the last is the Host. */
#include <stdlib.h>

#include "app/form.h"
#include "app/input.h"
#include "app/route.h"
#include "base/utf8.h"
#include "sys/secret.h"

static const char *const choices[] = {"a", "b", NULL};
static const struct app_param params[] = {
    {.name = "text", .kind = APP_TEXT, .max = 40, .label = "Text"},
    {.name = "lines", .kind = APP_LINES, .label = "Lines"},
    {.name = "number", .kind = APP_INT, .max = 1000, .label = "Number"},
    {.name = "day", .kind = APP_DATE, .label = "Day"},
    {.name = "choice", .kind = APP_CHOICE, .required = true, .label = "Choice", .choices = choices},
    {.name = NULL},
};
static const struct app_route route[] = {
    {.method = HTTP_POST, .path = "/a/{number}", .params = params},
    {.method = HTTP_POST, .path = "/a/b", .params = params},
    {.path = NULL},
};
static const struct app_route *const routes[] = {route, NULL};
static const struct message_catalogue english = {.language = "en"};

static void check(bool holds)
{
	if (!holds)
		abort();
}

/* Whatever was sent, what handlers get can be shown, stored and counted. */
static void check_values(const struct app_call *call)
{
	for (int i = 0; params[i].name != NULL; i++) {
		check(utf8_is_valid(call->values[i]));
		if (params[i].kind == APP_INT)
			check(call->numbers[i] >= 0 && call->numbers[i] <= params[i].max);
	}
	for (size_t i = 0; i < call->problems.n; i++)
		check(utf8_is_valid(message_format(call->arena, call->words, &call->problems.at[i].message)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct str rest = {.ptr = (const char *)data, .len = size}, path = {0}, value;
	struct http_request request = {.arena = arena, .method = HTTP_POST};
	struct route_match match;
	if (secret_init() != RC_OK)
		abort();
	(void)str_split(&rest, '\n', &path);
	for (int i = 0; params[i].name != NULL && str_split(&rest, '\n', &value); i++)
		VEC_PUSH(arena, &request.form, (struct http_field){.name = str_of(params[i].name), .value = value});
	VEC_PUSH(arena, &request.headers, (struct http_field){.name = STR("origin"), .value = path});
	VEC_PUSH(arena, &request.headers, (struct http_field){.name = STR("host"), .value = rest});
	(void)form_is_same_origin(&request);
	check(!form_token_is_valid(arena, STR("visitor"), path));
	if (route_find(arena, routes, HTTP_POST, path, &match) == RC_OK) {
		struct app_call call = {.arena = arena, .words = &english, .request = &request, .route = match.route};
		input_read(&call, &match.places);
		check_values(&call);
	}
	arena_free(arena);
	return 0;
}
