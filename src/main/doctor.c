#include "main/doctor.h"

#include "document/file_reader.h"

/* What is looked at: the name in the reader's report, and what each outcome means for a person. */
static const struct check {
	struct str name;
	const char *fine, *missing;
	bool needed; /* the command ends with CLI_CONDITION where it is missing */
} checks[] = {
    {STR_INIT("limits"), MSG("Reading a file is held to its limits of memory and time"),
     MSG("Reading a file is not held to its limits of memory and time: do not take in files from strangers on this machine"),
     true},
    {STR_INIT("files"), MSG("While a file is read, no other file can be opened (Landlock)"),
     MSG("While a file is read, other files could be opened: a kernel from 5.13 on with Landlock prevents it"), false},
    {STR_INIT("network"), MSG("While a file is read, nothing can be sent and no program started (seccomp)"),
     MSG("While a file is read, the network could be reached: a kernel with seccomp prevents it"), false},
    {STR_INIT("language"), MSG("Scans are read in Vietnamese: {1}"),
     MSG("Scans cannot be read: install the package tesseract-ocr-vie"), false},
    {STR_INIT("office"), MSG("Old Word and Excel files and RTF are read: {1}"),
     MSG("Old Word and Excel files and RTF (.doc, .xls, .rtf) cannot be read: install the packages "
         "libreoffice-writer-nogui and libreoffice-calc-nogui"),
     false},
};

/* What the report says of a check: "yes", a path, "no" or nothing. */
static struct str value_of(struct str report, struct str name)
{
	struct str line;
	while (str_split(&report, '\n', &line)) {
		struct str key;
		if (str_split(&line, '\t', &key) && str_eq(key, name))
			return line;
	}
	return (struct str){0};
}

static void print(struct cli *cli, const struct message_catalogue *words, const char *sign, const struct message *message)
{
	struct str text = message_format(cli->arena, words, message);
	fprintf(cli->out, "%s %.*s\n", sign, STR_ARG(text));
}

/* Says it in Vietnamese and in English. */
static void tell(struct cli *cli, bool fine, struct message message)
{
	static const struct message_catalogue english = {.language = "en"};
	print(cli, cli->vietnamese, fine ? "✓" : "✗", &message);
	print(cli, &english, " ", &message);
}

enum cli_exit doctor_run(struct cli *cli)
{
	const struct file_reader reader = {0};
	struct message problem = {0};
	struct str report;
	enum cli_exit exit = CLI_OK;
	if (!cli_is_done(cli))
		return CLI_USAGE;
	enum rc rc = file_reader_examine(cli->arena, &reader, &report, &problem);
	if (rc != RC_OK && problem.id == NULL)
		return cli_exit_of(cli, rc);
	if (rc != RC_OK) {
		tell(cli, false, problem);
		return CLI_CONDITION;
	}
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
		struct str value = value_of(report, checks[i].name);
		bool fine = value.len > 0 && !str_eq(value, STR("no"));
		tell(cli, fine, (struct message){.id = fine ? checks[i].fine : checks[i].missing, .args = {value}});
		exit = !fine && checks[i].needed ? CLI_CONDITION : exit;
	}
	return exit;
}
