#include "main/read.h"

#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "document/file_reader.h"
#include "reading/reading_ics.h"
#include "reading/reading_json.h"
#include "reading/reading_print.h"
#include "sys/clock.h"

enum { MAX_FILE = 64 * 1024 * 1024 };

static enum rc read_stream(struct arena *arena, FILE *in, struct str *ret)
{
	struct buf buf;
	char chunk[64 * 1024];
	size_t n;
	buf_init(&buf, arena, MAX_FILE);
	while (!buf.overflowed && (n = fread(chunk, 1, sizeof chunk, in)) > 0)
		buf_add(&buf, (struct str){.ptr = chunk, .len = n});
	if (ferror(in))
		return log_fail(RC_IO, "standard input cannot be read");
	return buf_finish(&buf, ret);
}

static enum cli_exit tell(struct cli *cli, const char *path, enum rc rc)
{
	struct message message = {.args = {str_of(path)}};
	if (rc == RC_NOT_FOUND)
		message.id = MSG("There is no file {1}. Check its name and folder.");
	else if (rc == RC_LIMIT)
		message.id = MSG("{1} is too large to read. Split it, and read the part that holds the plan.");
	else
		return cli_exit_of(cli, rc);
	return cli_say(cli, CLI_CONDITION, message);
}

static enum rc write(struct cli *cli, const struct reading *reading, bool json, bool ics, struct str *ret)
{
	const struct clock clock = {0};
	if (json)
		return reading_json_write(cli->arena, reading, cli->vietnamese, ret);
	if (ics)
		return reading_ics_write(cli->arena, reading, cli->vietnamese, clock_now_ms(&clock), ret);
	return reading_print_write(cli->arena, reading, cli->vietnamese, ret);
}

static struct str file_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return str_of(slash != NULL ? slash + 1 : path);
}

/* The document, from standard input where the path is "-". */
static enum rc load(struct cli *cli, const char *path, struct document *ret, struct message *ret_problem)
{
	const struct file_reader reader = {0};
	struct str bytes;
	if (strcmp(path, "-") != 0)
		return file_reader_read(cli->arena, &reader, path, ret, ret_problem);
	TRY(read_stream(cli->arena, cli->in, &bytes));
	return file_reader_read_bytes(cli->arena, &reader, bytes, ret, ret_problem);
}

static enum cli_exit read_file(struct cli *cli, const char *path, bool json, bool ics)
{
	struct str text;
	struct document document = {0};
	struct message problem = {0};
	struct reading reading;
	enum rc rc = load(cli, path, &document, &problem);
	if (rc != RC_OK)
		return problem.id != NULL ? cli_say(cli, CLI_CONDITION, problem) : tell(cli, path, rc);
	rc = reading_of_document(cli->arena, &document, file_name(path), NULL, NULL, &reading);
	/* past the limit of tasks what was read is printed; a warning in it says what was not */
	if (rc == RC_OK || rc == RC_LIMIT)
		rc = write(cli, &reading, json, ics, &text);
	if (rc != RC_OK)
		return tell(cli, path, rc);
	bool written = fwrite(text.ptr, 1, text.len, cli->out) == text.len && fflush(cli->out) == 0;
	return written ? CLI_OK : CLI_FAILURE;
}

enum cli_exit read_run(struct cli *cli)
{
	bool json = cli_flag(cli, "--json"), ics = cli_flag(cli, "--ics");
	const char *path = cli_next(cli);
	if (!cli_is_done(cli) || path == NULL || (json && ics))
		return CLI_USAGE;
	return read_file(cli, path, json, ics);
}
