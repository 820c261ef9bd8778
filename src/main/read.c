#include "main/read.h"

#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "document/file_reader.h"
#include "reading/check_above.h"
#include "reading/defect.h"
#include "reading/reading_ics.h"
#include "reading/reading_json.h"
#include "reading/reading_print.h"
#include "repair/mend.h"
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

/* The file's reading; past the limit of tasks what was read, with a warning that says what was not. CLI_CONDITION, said, where
 * the file cannot be read. */
static enum cli_exit read_plan(struct cli *cli, const char *path, struct document *ret_document, struct reading *ret)
{
	struct message problem = {0};
	enum rc rc = load(cli, path, ret_document, &problem);
	if (rc != RC_OK)
		return problem.id != NULL ? cli_say(cli, CLI_CONDITION, problem) : tell(cli, path, rc);
	struct repair_change_vec changes;
	rc = repair_mend(cli->arena, ret_document, NULL, &changes);
	if (rc != RC_OK)
		return tell(cli, path, rc);
	rc = reading_of_document(cli->arena, ret_document, file_name(path), NULL, NULL, ret);
	return rc == RC_OK || rc == RC_LIMIT ? CLI_OK : tell(cli, path, rc);
}

static enum cli_exit print(struct cli *cli, struct str text)
{
	bool written = fwrite(text.ptr, 1, text.len, cli->out) == text.len && fflush(cli->out) == 0;
	return written ? CLI_OK : CLI_FAILURE;
}

/* The text of the document, as it is before anyone makes a plan of it. */
static enum cli_exit print_text(struct cli *cli, const char *path)
{
	struct document document = {0};
	struct message problem = {0};
	enum rc rc = load(cli, path, &document, &problem);
	if (rc != RC_OK)
		return problem.id != NULL ? cli_say(cli, CLI_CONDITION, problem) : tell(cli, path, rc);
	return print(cli, document.text);
}

static enum cli_exit read_file(struct cli *cli, const char *path, bool json, bool ics)
{
	struct str text;
	struct document document = {0};
	struct reading reading;
	enum cli_exit exit = read_plan(cli, path, &document, &reading);
	if (exit != CLI_OK)
		return exit;
	enum rc rc = write(cli, &reading, json, ics, &text);
	return rc == RC_OK ? print(cli, text) : tell(cli, path, rc);
}

enum cli_exit read_run(struct cli *cli)
{
	bool json = cli_flag(cli, "--json"), ics = cli_flag(cli, "--ics"), text = cli_flag(cli, "--text");
	const char *path = cli_next(cli);
	if (!cli_is_done(cli) || path == NULL || json + ics + text > 1)
		return CLI_USAGE;
	return text ? print_text(cli, path) : read_file(cli, path, json, ics);
}

/* ---- sauro check ---- */

/* The line of the source in which a place stands; 0 where it has none. */
static uint32_t line_of(const struct document *document, struct document_span span)
{
	uint32_t line = 0;
	for (size_t i = 0; i < document->blocks.n && span.end > 0 && document->blocks.at[i].span.begin <= span.begin; i++)
		line = document->blocks.at[i].line;
	return line;
}

/* One defect: file, line and kind, then the sentence in both languages. */
static void write_defect(struct cli *cli, const char *path, const struct document *document,
                         const struct reading_warning *warning, struct buf *out)
{
	static const struct message_catalogue english = {.language = "en"};
	uint32_t line = line_of(document, warning->span);
	buf_add_format(out, "%s", path);
	if (line > 0)
		buf_add_format(out, ":%u", line);
	buf_add_format(out, ": [%s]\n", defect_name(warning->defect));
	buf_add_format(out, "    %.*s\n", STR_ARG(message_format(cli->arena, cli->vietnamese, &warning->message)));
	buf_add_format(out, "    %.*s\n", STR_ARG(message_format(cli->arena, &english, &warning->message)));
}

/* Adds what the plan says against the one above it. */
static enum cli_exit compare(struct cli *cli, const char *path, const struct document *document, struct reading *reading)
{
	struct document document_above = {0};
	struct reading reading_above;
	enum cli_exit exit = read_plan(cli, path, &document_above, &reading_above);
	if (exit != CLI_OK)
		return exit;
	const struct check_above above = check_above_of(cli->arena, &reading_above, document_above.text);
	check_above_run(cli->arena, &above, document->text, reading);
	return CLI_OK;
}

enum cli_exit read_check_run(struct cli *cli)
{
	enum { MAX_OUTPUT = 16 * 1024 * 1024 };
	const char *above_path = cli_option(cli, "--above");
	const char *path = cli_next(cli);
	struct document document = {0};
	struct reading reading;
	struct buf out;
	if (!cli_is_done(cli) || path == NULL)
		return CLI_USAGE;
	enum cli_exit exit = read_plan(cli, path, &document, &reading);
	if (exit == CLI_OK && above_path != NULL)
		exit = compare(cli, above_path, &document, &reading);
	if (exit != CLI_OK)
		return exit == CLI_CONDITION ? CLI_UNREADABLE : exit;
	buf_init(&out, cli->arena, MAX_OUTPUT);
	for (size_t i = 0; i < reading.warnings.n; i++)
		write_defect(cli, path, &document, &reading.warnings.at[i], &out);
	exit = print(cli, buf_str(&out));
	if (exit != CLI_OK)
		return exit;
	return reading.warnings.n > 0 ? CLI_CONDITION : CLI_OK;
}
