#include "main/restore.h"

#include <string.h>

#include "repair/repair.h"
#include "repair/store.h"
#include "sys/file.h"

enum { MAX_FILE = 1024 * 1024 * 1024 };

/* Writes the text with each token replaced as it comes. */
struct writer {
	FILE *out;
	struct str text;
	size_t done;
};

static enum rc write_str(FILE *out, struct str s)
{
	return fwrite(s.ptr, 1, s.len, out) == s.len ? RC_OK : RC_IO;
}

static enum rc take_text(void *context, const struct repair_word *word)
{
	struct writer *writer = context;
	TRY(write_str(writer->out, str_part(writer->text, writer->done, word->from - writer->done)));
	writer->done = word->to;
	return write_str(writer->out, word->text);
}

static enum rc restore(struct cli *cli, struct str text, enum repair_way way, bool all)
{
	struct repair_model model;
	TRY(repair_store_open(cli->arena, &model));
	struct repair *repair = repair_new(cli->arena, &model);
	struct writer writer = {.out = cli->out, .text = text};
	struct repair_sink sink = {.take = take_text, .context = &writer};
	TRY(repair_run(repair, way, all, text, &sink));
	TRY(write_str(cli->out, str_from(text, writer.done)));
	return fflush(cli->out) == 0 ? RC_OK : RC_IO;
}

static enum cli_exit run(struct cli *cli, enum repair_way way)
{
	bool all = way == REPAIR_ACCENTS || cli_flag(cli, "--all");
	const char *path = cli_next(cli);
	if (!cli_is_done(cli) || path == NULL)
		return CLI_USAGE;
	struct str text;
	enum rc rc = file_map(path, MAX_FILE, &text);
	if (rc == RC_NOT_FOUND)
		return cli_say(cli, CLI_CONDITION,
		               (struct message){.id = MSG("There is no file {1}. Check its name and folder."), .args = {str_of(path)}});
	if (rc == RC_OK) {
		rc = restore(cli, text, way, all);
		file_unmap(text);
	}
	return cli_exit_of(cli, rc);
}

enum cli_exit restore_run_repair(struct cli *cli)
{
	return run(cli, REPAIR_DAMAGE);
}

enum cli_exit restore_run_accent(struct cli *cli)
{
	return run(cli, REPAIR_ACCENTS);
}
