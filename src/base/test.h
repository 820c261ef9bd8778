/* What every unit test includes: cmocka with the headers that it needs, printing TAP, and texts compared as texts. */
#ifndef BASE_TEST_H
#define BASE_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <ftw.h>

#include <cmocka.h>

#include "base/rc.h"
#include "base/str.h"

#define assert_rc(call, expected) assert_string_equal(rc_name(call), rc_name(expected))

static inline void test_str_equal(struct str got, struct str expected, const char *file, int line)
{
	if (str_eq(got, expected))
		return;
	print_error("got      \"%.*s\"\nexpected \"%.*s\"\n", STR_ARG(got), STR_ARG(expected));
	_fail(file, line);
}
#define assert_str(got, expected) test_str_equal((got), str_of(expected), __FILE__, __LINE__)

static inline int test_remove_one(const char *path, const struct stat *info, int kind, struct FTW *where)
{
	(void)info, (void)kind, (void)where;
	return remove(path);
}

/* Removes a test's own folder with what is in it; 0 where that went well. */
static inline int test_remove_folder(const char *path)
{
	return nftw(path, test_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* Writes a line of what cmocka prints. cmocka 1.1.5 calls a skipped case "not ok N # SKIP name", which TAP's readers take for a
 * failed one. */
static inline ssize_t test_write_line(void *file, const char *line, size_t size)
{
	static const char skipped[] = "not ok ";
	size_t cut = 0;
	if (size > sizeof skipped && memcmp(line, skipped, sizeof skipped - 1) == 0 && memmem(line, size, " # SKIP ", 8) != NULL)
		cut = strlen("not ");
	return fwrite(line + cut, 1, size - cut, file) == size - cut && fflush(file) == 0 ? (ssize_t)size : 0;
}

static inline int test_run(const char *name, const struct CMUnitTest *cases, size_t n)
{
	FILE *lines = fopencookie(stdout, "w", (cookie_io_functions_t){.write = test_write_line});
	if (lines == NULL || setvbuf(lines, NULL, _IOLBF, 0) != 0)
		return 1;
	stdout = lines;
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return _cmocka_run_group_tests(name, cases, n, NULL, NULL);
}

/* Runs the tests of a file: `int main(void) { return TEST_RUN(cases); }`. */
#define TEST_RUN(cases) test_run(#cases, (cases), sizeof(cases) / sizeof *(cases))

#endif
