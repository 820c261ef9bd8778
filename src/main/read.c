#include "main/read.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "document/text_reader.h"
#include "reading/reading.h"
#include "reading/reading_json.h"
#include "sys/file.h"

enum { MAX_FILE = 32 * 1024 * 1024 };

enum output { AS_TABLE, AS_JSON, AS_ICS };

static int usage(void)
{
	fputs("Cách dùng / usage: sauro read FILE [--json | --ics]\n", stderr);
	return 2;
}

/* Standard input up to the limit. */
static enum rc read_stdin(struct arena *arena, struct str *ret)
{
	struct buf buf;
	char chunk[64 * 1024];
	size_t n;
	buf_init(&buf, arena, MAX_FILE);
	while ((n = fread(chunk, 1, sizeof chunk, stdin)) > 0)
		buf_add(&buf, (struct str){.ptr = chunk, .len = n});
	if (ferror(stdin))
		return log_fail(RC_IO, "standard input cannot be read");
	return buf_finish(&buf, ret);
}

static int refuse(struct arena *arena, const char *path, const struct message *problem)
{
	static const struct message_catalogue english = {.language = "en"};
	struct str text = message_format(arena, &english, problem);
	fprintf(stderr, "%s: %.*s\n", path, STR_ARG(text));
	return 1;
}

static int fail(struct arena *arena, const char *path, enum rc rc)
{
	static const struct message missing = {.id = MSG("There is no such file. Check its name and folder.")};
	static const struct message too_large = {
	    .id = MSG("The file is too large to read. Split it, and read the part that holds the plan.")};
	if (rc == RC_NOT_FOUND)
		return refuse(arena, path, &missing);
	if (rc == RC_LIMIT)
		return refuse(arena, path, &too_large);
	log_failure(rc, path);
	return 1;
}

static int print(struct arena *arena, const struct reading *reading, enum output output)
{
	struct str text;
	(void)output;
	enum rc rc = reading_json_write(arena, reading, NULL, &text);
	if (rc != RC_OK)
		return fail(arena, "read", rc);
	return fwrite(text.ptr, 1, text.len, stdout) == text.len && fflush(stdout) == 0 ? 0 : 1;
}

static struct str file_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return str_of(slash != NULL ? slash + 1 : path);
}

static int read_one(struct arena *arena, const char *path, enum output output)
{
	struct str bytes;
	struct document document = {0};
	struct message problem = {0};
	struct reading reading;
	enum rc rc = strcmp(path, "-") == 0 ? read_stdin(arena, &bytes) : file_read(arena, path, MAX_FILE, &bytes);
	if (rc != RC_OK)
		return fail(arena, path, rc);
	rc = text_reader_read(arena, bytes, &document, &problem);
	if (rc == RC_INVALID || rc == RC_LIMIT)
		return refuse(arena, path, &problem);
	if (rc == RC_OK)
		rc = reading_of_document(arena, &document, file_name(path), NULL, NULL, &reading);
	if (rc != RC_OK)
		return fail(arena, path, rc);
	return print(arena, &reading, output);
}

int read_command(int argc, char **argv)
{
	const char *path = NULL;
	enum output output = AS_TABLE;
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--json") == 0)
			output = AS_JSON;
		else if (strcmp(argv[i], "--ics") == 0)
			output = AS_ICS;
		else if (path == NULL && (argv[i][0] != '-' || strcmp(argv[i], "-") == 0))
			path = argv[i];
		else
			return usage();
	}
	if (path == NULL)
		return usage();
	struct arena *arena = arena_new();
	int status = read_one(arena, path, output);
	arena_free(arena);
	return status;
}
