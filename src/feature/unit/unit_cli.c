#include "feature/unit/unit_cli.h"

#include <string.h>

#include "base/utf8.h"
#include "feature/unit/unit.h"
#include "sys/file.h"
#include "viet/fold.h"
#include "viet/nfc.h"

enum { IMPORT_BYTES = 8 * 1024 * 1024 };

/* A unit as typed: on the command line, or in a line of a file. */
struct words {
	struct str code, kind, name, parent;
};

static struct str argument(struct cli *cli, const char *value)
{
	struct str s = str_trim(str_of(value));
	return utf8_is_valid(s) ? viet_nfc(cli->arena, s) : STR("");
}

/* RC_INVALID with the problem. */
static enum rc add_words(struct cli *cli, struct db_conn *db, const struct words *words, struct message *ret_problem)
{
	struct unit unit = {.code = unit_code_typed(cli->arena, words->code), .name = words->name}, parent;
	const char *field;
	int64_t id;
	if (words->name.len == 0 || words->name.len > UNIT_NAME_BYTES) {
		*ret_problem = (struct message){.id = MSG("A unit needs a name of at most 300 bytes")};
		return RC_INVALID;
	}
	if (!unit_kind_parse(words->kind, &unit.kind)) {
		*ret_problem = (struct message){.id = MSG("“{1}” is no kind of unit"), .args = {words->kind}};
		return RC_INVALID;
	}
	if (words->parent.len > 0) {
		enum rc rc = unit_find_code(db, cli->arena, unit_code_typed(cli->arena, words->parent), &parent);
		if (rc == RC_NOT_FOUND) {
			*ret_problem = (struct message){.id = MSG("No unit has the code {1}"), .args = {words->parent}};
			return RC_INVALID;
		}
		TRY(rc);
		unit.parent_id = parent.id;
	}
	return unit_add(db, cli->arena, clock_now_ms(cli->app->clock), 0, &unit, &id, ret_problem, &field);
}

static enum cli_exit add(struct cli *cli, struct db_conn *db)
{
	const struct words words = {.code = argument(cli, cli_option(cli, "--code")),
	                            .kind = argument(cli, cli_option(cli, "--kind")),
	                            .name = argument(cli, cli_option(cli, "--name")),
	                            .parent = argument(cli, cli_option(cli, "--parent"))};
	struct message problem;
	if (!cli_is_done(cli))
		return CLI_USAGE;
	enum rc rc = add_words(cli, db, &words, &problem);
	return rc == RC_INVALID ? cli_say(cli, CLI_CONDITION, problem) : cli_exit_of(cli, rc);
}

/* The form that import reads, a parent before what is below it. */
static void print_below(struct cli *cli, const struct unit_vec *all, int64_t parent_id, struct str parent_code)
{
	size_t first, n = unit_children(all, parent_id, &first);
	for (size_t i = first; i < first + n; i++) {
		const struct unit *unit = &all->at[i];
		fprintf(cli->out, "%.*s\t%.*s\t%.*s\t%.*s\n", STR_ARG(unit->code), STR_ARG(unit_kind_name(unit->kind)),
		        STR_ARG(unit->name), STR_ARG(parent_code));
		print_below(cli, all, unit->id, unit->code);
	}
}

static enum cli_exit list(struct cli *cli, struct db_conn *db)
{
	struct unit_vec units;
	if (!cli_is_done(cli))
		return CLI_USAGE;
	enum rc rc = unit_list(db, cli->arena, &units);
	if (rc == RC_OK)
		print_below(cli, &units, 0, STR(""));
	return cli_exit_of(cli, rc);
}

/* Quyết định 19/2025/QĐ-TTg lists provinces and communes as province's code, commune's code, kind and name: turned into a unit's
 * words, with "01.00004" for a commune's code. Other lines are left as they are. */
static void turn_national(struct cli *cli, struct words *words)
{
	static const struct {
		struct str word, kind;
	} kinds[] = {{STR_INIT("tinh"), STR_INIT("province")},
	             {STR_INIT("thanh pho"), STR_INIT("province")},
	             {STR_INIT("xa"), STR_INIT("commune")},
	             {STR_INIT("phuong"), STR_INIT("commune")},
	             {STR_INIT("dac khu"), STR_INIT("commune")}};
	struct words row = *words;
	struct str kind = viet_fold(cli->arena, row.name);
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		if (!str_eq(kind, kinds[i].word))
			continue;
		bool is_commune = row.kind.len > 0;
		words->code = is_commune ? str_format(cli->arena, "%.*s.%.*s", STR_ARG(row.code), STR_ARG(row.kind)) : row.code;
		words->kind = kinds[i].kind;
		words->name = row.parent;
		words->parent = is_commune ? row.code : STR("");
		return;
	}
}

static enum cli_exit import_text(struct cli *cli, struct db_conn *db, struct str text)
{
	struct str line;
	for (int number = 1; str_split(&text, '\n', &line); number++) {
		struct words words = {0};
		struct str *const columns[] = {&words.code, &words.kind, &words.name, &words.parent};
		struct message problem = {.id = MSG("It must hold code, kind, name and the parent's code, with tabs between them")};
		line = str_trim(line);
		if (line.len == 0 || line.ptr[0] == '#')
			continue;
		size_t n = 0;
		struct str column;
		for (; str_split(&line, '\t', &column); n++) {
			if (n < 4)
				*columns[n] = viet_nfc(cli->arena, str_trim(column));
		}
		if (n == 4)
			turn_national(cli, &words);
		enum rc rc = n == 3 || n == 4 ? add_words(cli, db, &words, &problem) : RC_INVALID;
		if (rc == RC_INVALID) {
			(void)cli_say(cli, CLI_CONDITION,
			              (struct message){.id = MSG("Line {1}:"), .args = {str_format(cli->arena, "%d", number)}});
			return cli_say(cli, CLI_CONDITION, problem);
		}
		if (rc != RC_OK)
			return cli_exit_of(cli, rc);
	}
	return CLI_OK;
}

static enum cli_exit import_file(struct cli *cli, struct db_conn *db)
{
	const char *path = cli_next(cli);
	struct str text;
	if (path == NULL || !cli_is_done(cli))
		return CLI_USAGE;
	enum rc rc = file_read(cli->arena, path, IMPORT_BYTES, &text);
	if (rc != RC_OK)
		return cli_exit_of(cli, rc);
	if (!utf8_is_valid(text))
		return cli_say(cli, CLI_CONDITION, (struct message){.id = MSG("The file must be UTF-8 text")});
	if (str_has_prefix(text, STR("\xef\xbb\xbf")))
		text = str_from(text, 3);
	return import_text(cli, db, text);
}

enum cli_exit unit_cli_run(struct cli *cli)
{
	const char *verb = cli_next(cli);
	if (verb != NULL && strcmp(verb, "add") == 0)
		return cli_write(cli, add);
	if (verb != NULL && strcmp(verb, "list") == 0)
		return cli_read(cli, list);
	if (verb != NULL && strcmp(verb, "import") == 0)
		return cli_write(cli, import_file);
	return CLI_USAGE;
}
