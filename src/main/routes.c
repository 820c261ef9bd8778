#include "main/routes.h"

#include "main/feature_list.h"

static const char *const methods[] = {[HTTP_GET] = "GET", [HTTP_POST] = "POST", [HTTP_OTHER] = "other"};

static const char *const permissions[] = {
    [APP_ANYONE] = "anyone",
    [APP_SIGNED_IN] = "signed-in",
    [APP_READ_PLANS] = "read-plans",
    [APP_WRITE_PLANS] = "write-plans",
    [APP_CONFIRM_PLANS] = "confirm-plans",
    [APP_MANAGE_UNITS] = "manage-units",
    [APP_MANAGE_PEOPLE] = "manage-people",
};

static const char *const kinds[] = {
    [APP_TEXT] = "text",     [APP_LINES] = "lines", [APP_INT] = "int",   [APP_DATE] = "date",
    [APP_CHOICE] = "choice", [APP_FLAG] = "flag",   [APP_FILE] = "file",
};

static void print_params(struct cli *cli, const struct app_param *params)
{
	if (params == NULL || params->name == NULL)
		fputc('-', cli->out);
	for (const struct app_param *param = params; param != NULL && param->name != NULL; param++)
		fprintf(cli->out, "%s%s:%s%s", param == params ? "" : ",", param->name, kinds[param->kind], param->required ? "!" : "");
}

enum cli_exit routes_run(struct cli *cli)
{
	if (!cli_is_done(cli))
		return CLI_USAGE;
	for (size_t i = 0; feature_list_routes[i] != NULL; i++) {
		for (const struct app_route *route = feature_list_routes[i]; route->path != NULL; route++) {
			fprintf(cli->out, "%s\t%s\t%s\t", methods[route->method], route->path, permissions[route->permission]);
			print_params(cli, route->params);
			fprintf(cli->out, "\t%s\n", route->help != NULL ? route->help : "");
		}
	}
	return CLI_OK;
}
