#include "app/settings_cli.h"

#include <string.h>

#include "app/audit.h"
#include "app/settings.h"

static enum cli_exit list(struct cli *cli, struct db_conn *db)
{
	if (!cli_is_done(cli))
		return CLI_USAGE;
	for (const struct settings_row *row = settings_all(); row->name != NULL; row++) {
		int64_t value;
		enum rc rc = settings_get(db, row->name, &value);
		if (rc != RC_OK)
			return cli_exit_of(cli, rc);
		struct str help = message_text(cli->vietnamese, row->help);
		fprintf(cli->out, "%s\t%lld\t%lld–%lld\t%.*s / %s\n", row->name, (long long)value, (long long)row->least,
		        (long long)row->most, STR_ARG(help), row->help);
	}
	return CLI_OK;
}

static enum cli_exit set(struct cli *cli, struct db_conn *db)
{
	struct str name = str_of(cli_next(cli)), text = str_of(cli_next(cli));
	int64_t value;
	if (!cli_is_done(cli) || !str_parse_int(text, &value))
		return CLI_USAGE;
	enum rc rc = settings_set(db, name, value);
	if (rc == RC_NOT_FOUND)
		return cli_say(cli, CLI_CONDITION,
		               (struct message){.id = MSG("No setting is named “{1}”; “sauro setting list” shows them"), .args = {name}});
	if (rc == RC_INVALID)
		return cli_say(cli, CLI_CONDITION,
		               (struct message){.id = MSG("{1} is out of the bounds of this setting; “sauro setting list” shows them"),
		                                .args = {text}});
	if (rc == RC_OK)
		rc = audit_add(db, cli->arena, clock_now_ms(cli->app->clock), 0, "setting.set", name, text);
	return cli_exit_of(cli, rc);
}

enum cli_exit settings_cli_run(struct cli *cli)
{
	const char *verb = cli_next(cli);
	if (verb != NULL && strcmp(verb, "list") == 0)
		return cli_read(cli, list);
	if (verb != NULL && strcmp(verb, "set") == 0)
		return cli_write(cli, set);
	return CLI_USAGE;
}
