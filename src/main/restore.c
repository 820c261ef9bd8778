#include "main/restore.h"

#include "base/log.h"
#include "repair/json.h"
#include "repair/repair.h"
#include "repair/store.h"
#include "repair/suggest.h"
#include "sys/file.h"

enum { MAX_FILE = 1024 * 1024 * 1024 };

/* Writes the text with each token replaced as it comes, or the tokens as JSON, one a line of an array. */
struct writer {
	FILE *out;
	struct str text;
	size_t done, forgotten;
	struct arena *arena; /* of one token */
	bool first;
};

static enum rc write_str(FILE *out, struct str s)
{
	return fwrite(s.ptr, 1, s.len, out) == s.len ? RC_OK : log_fail(RC_IO, "standard output cannot be written to");
}

/* The file is mapped, and read from one end to the other: what is done with needs no memory. */
static void forget(struct writer *writer, size_t done)
{
	enum { PART = 4 * 1024 * 1024 };
	if (done - writer->forgotten < PART)
		return;
	file_forget(str_part(writer->text, writer->forgotten, done - writer->forgotten));
	writer->forgotten = done;
}

static enum rc take_text(void *context, const struct repair_word *word)
{
	struct writer *writer = context;
	TRY(write_str(writer->out, str_part(writer->text, writer->done, word->from - writer->done)));
	writer->done = word->to;
	forget(writer, word->from);
	return write_str(writer->out, word->text);
}

static enum rc take_json(void *context, const struct repair_word *word)
{
	struct writer *writer = context;
	struct str json;
	arena_reset(writer->arena);
	forget(writer, word->from);
	TRY(repair_json_word(writer->arena, writer->text, word, &json));
	TRY(write_str(writer->out, writer->first ? STR("[") : STR(",\n")));
	writer->first = false;
	return write_str(writer->out, json);
}

static enum rc suggest(struct cli *cli, struct str text)
{
	struct repair_model model;
	TRY(repair_store_open(cli->arena, &model));
	struct repair_suspect_vec suspects = repair_suggest(cli->arena, repair_candidates_search_new(cli->arena, &model), text);
	enum rc rc = write_str(cli->out, STR("["));
	for (size_t i = 0; rc == RC_OK && i < suspects.n; i++) {
		struct str json;
		rc = i > 0 ? write_str(cli->out, STR(",\n")) : RC_OK;
		if (rc == RC_OK)
			rc = repair_json_suspect(cli->arena, text, &suspects.at[i], &json);
		if (rc == RC_OK)
			rc = write_str(cli->out, json);
	}
	if (rc == RC_OK)
		rc = write_str(cli->out, STR("]\n"));
	repair_store_close(&model);
	return rc;
}

static enum rc restore(struct cli *cli, struct str text, enum repair_way way, bool all, bool json)
{
	struct repair_model model;
	TRY(repair_store_open(cli->arena, &model));
	struct writer writer = {.out = cli->out, .text = text, .arena = arena_new(), .first = true};
	struct repair_sink sink = {.take = json ? take_json : take_text, .context = &writer, .alternatives = json};
	enum rc rc = repair_run(repair_new(cli->arena, &model), way, all, text, &sink);
	if (rc == RC_OK && json)
		rc = write_str(cli->out, writer.first ? STR("[]\n") : STR("]\n"));
	else if (rc == RC_OK)
		rc = write_str(cli->out, str_from(text, writer.done));
	arena_free(writer.arena);
	repair_store_close(&model);
	TRY(rc);
	return fflush(cli->out) == 0 ? RC_OK : log_fail(RC_IO, "standard output cannot be written to");
}

static enum cli_exit run(struct cli *cli, enum repair_way way)
{
	bool json = cli_flag(cli, "--json"), all = way == REPAIR_ACCENTS || cli_flag(cli, "--all");
	bool suggestions = way == REPAIR_DAMAGE && cli_flag(cli, "--suggest");
	const char *path = cli_next(cli);
	struct str text;
	if (!cli_is_done(cli) || path == NULL)
		return CLI_USAGE;
	enum rc rc = file_map(path, MAX_FILE, &text);
	if (rc == RC_NOT_FOUND)
		return cli_say(cli, CLI_CONDITION,
		               (struct message){.id = MSG("There is no file {1}. Check its name and folder."), .args = {str_of(path)}});
	if (rc != RC_OK)
		return cli_exit_of(cli, rc);
	rc = suggestions ? suggest(cli, text) : restore(cli, text, way, all, json);
	file_unmap(text);
	if (rc == RC_NOT_FOUND)
		return cli_say(cli, CLI_CONDITION,
		               (struct message){
		                   .id = MSG("The file vietnamese.model is missing. Install the program anew, with its folder share.")});
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
