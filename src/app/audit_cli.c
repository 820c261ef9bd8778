#include "app/audit_cli.h"

#include <string.h>

#include "app/audit.h"
#include "app/audit_sql.h"
#include "base/log.h"

enum { PAGE = 500 };

static enum cli_exit check(struct cli *cli, struct db_conn *db)
{
	int64_t id;
	if (!cli_is_done(cli))
		return CLI_USAGE;
	enum rc rc = audit_check(db, cli->arena, &id);
	if (rc != RC_CORRUPT)
		return rc == RC_OK
		           ? cli_say(cli, CLI_OK, (struct message){.id = MSG("The record is whole: no entry was changed or taken out")})
		           : cli_exit_of(cli, rc);
	log_trail_clear();
	return cli_say(cli, CLI_CONDITION,
	               (struct message){.id = MSG("The record was changed: entry {1} does not fit the one before it"),
	                                .args = {str_format(cli->arena, "%lld", (long long)id)}});
}

/* One entry a line: id, milliseconds since 1970, who, what was done, to what, how. */
static enum cli_exit list(struct cli *cli, struct db_conn *db)
{
	struct audit_sql_list_after_rows rows = {.n = PAGE};
	int64_t id = 0;
	enum rc rc = RC_OK;
	if (!cli_is_done(cli))
		return CLI_USAGE;
	struct arena *arena = arena_new();
	while (rc == RC_OK && rows.n == PAGE) {
		arena_reset(arena);
		rows = (struct audit_sql_list_after_rows){0};
		rc = audit_sql_list_after(db, arena, id, PAGE, &rows);
		for (size_t i = 0; rc == RC_OK && i < rows.n; i++) {
			const struct audit_sql_list_after_row *row = &rows.at[i];
			id = row->id;
			fprintf(cli->out, "%lld\t%lld\t%lld\t%.*s\t%.*s\t%.*s\n", (long long)id, (long long)row->time,
			        (long long)row->person_id.value, STR_ARG(row->action), STR_ARG(row->object), STR_ARG(row->detail));
		}
	}
	arena_free(arena);
	return cli_exit_of(cli, rc);
}

enum cli_exit audit_cli_run(struct cli *cli)
{
	const char *verb = cli_next(cli);
	if (verb != NULL && strcmp(verb, "check") == 0)
		return cli_read(cli, check);
	if (verb != NULL && strcmp(verb, "list") == 0)
		return cli_read(cli, list);
	return CLI_USAGE;
}
