#include "main/program.h"

#include <unistd.h>

#include "assets.h"
#include "base/log.h"
#include "db/migrate.h"
#include "feature/person/person_web.h"
#include "locale_vi.h"
#include "main/feature_list.h"
#include "sys/file.h"
#include "sys/secret.h"

static const struct message_catalogue english = {.language = "en"};

const struct message_catalogue *program_vietnamese(void)
{
	return &locale_vi;
}

static enum cli_exit make_folders(struct cli *cli, const char *data_dir)
{
	static const char *const folders[] = {"", "/originals", "/tmp"};
	struct str dir = str_of(data_dir);
	for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
		const char *path = str_cstr(cli->arena, str_format(cli->arena, "%s%s", data_dir, folders[i]));
		if (file_make_folder(path) != RC_OK || access(path, W_OK) != 0) {
			log_trail_clear();
			return cli_say(
			    cli, CLI_CONDITION,
			    (struct message){.id = MSG("The data folder {1} cannot be written to: give another with --data, or have its "
			                               "owner run this"),
			                     .args = {dir}});
		}
	}
	return CLI_OK;
}

static enum cli_exit open_database(struct program *program, struct cli *cli, const char *target, int readers)
{
	struct message problem;
	if (db_open(target, readers, &program->app.db) != RC_OK) {
		log_failure(RC_DB, "opening the database");
		return cli_say(cli, CLI_FAILURE, (struct message){.id = MSG("The database cannot be opened; the line above says why")});
	}
	enum rc rc = migrate_run(program->app.db, cli->arena, migrate_steps, migrate_steps_n, &problem);
	if (rc == RC_OK)
		return CLI_OK;
	db_close(program->app.db);
	return rc == RC_CONFLICT ? cli_say(cli, CLI_CONDITION, problem) : cli_exit_of(cli, rc);
}

enum cli_exit program_open(struct program *program, struct cli *cli, int readers)
{
	const char *data = cli_option(cli, "--data"), *database = cli_option(cli, "--database");
	*program = (struct program){.app = {.data_dir = data != NULL ? data : "data",
	                                    .vietnamese = &locale_vi,
	                                    .english = &english,
	                                    .assets = &assets_table,
	                                    .routes = feature_list_routes,
	                                    .ask_to_sign_in = person_web_ask_to_sign_in}};
	program->app.clock = &program->clock;
	enum rc rc = secret_init();
	if (rc != RC_OK)
		return cli_exit_of(cli, rc);
	enum cli_exit exit = make_folders(cli, program->app.data_dir);
	if (exit != CLI_OK)
		return exit;
	if (database == NULL)
		database = str_cstr(cli->arena, str_format(cli->arena, "%s/sauro.db", program->app.data_dir));
	return open_database(program, cli, database, readers);
}

void program_close(struct program *program)
{
	db_close(program->app.db);
}
