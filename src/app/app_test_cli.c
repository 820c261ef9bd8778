#include "app/app_test_cli.h"

#include <stdlib.h>
#include <string.h>

#include "sys/secret.h"

enum { ARGS = 16 };

enum cli_exit app_test_cli_run(struct testing *t, enum cli_exit (*command)(struct cli *cli), const char *standard_input,
                               struct str *ret_out, ...)
{
	static const struct message_catalogue vietnamese = {.language = "vi"};
	struct clock clock = {.fixed_ms = 1772413200000};
	struct app app = {.db = t->db, .clock = &clock, .data_dir = t->folder};
	const char *args[ARGS + 1];
	char *printed = NULL;
	size_t len = 0;
	va_list list;
	struct cli cli = {.arena = t->arena, .vietnamese = &vietnamese, .app = &app, .argv = args};
	assert_rc(secret_init(), RC_OK);
	va_start(list, ret_out);
	for (const char *arg = va_arg(list, const char *); arg != NULL && cli.argc < ARGS; arg = va_arg(list, const char *))
		args[cli.argc++] = arg;
	va_end(list);
	cli.in = fmemopen((void *)standard_input, strlen(standard_input) + 1, "r");
	cli.out = cli.err = open_memstream(&printed, &len);
	assert_non_null(cli.in);
	assert_non_null(cli.out);
	enum cli_exit exit = command(&cli);
	fclose(cli.in);
	fclose(cli.out);
	*ret_out = str_dup(t->arena, (struct str){.ptr = printed, .len = len});
	free(printed);
	return exit;
}
