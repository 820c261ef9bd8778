#include "sys/file_prune.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/test.h"
#include "sys/file.h"

enum { MODE = 0600, BYTES = 100 };

static const char *path_of(struct arena *arena, const char *folder, const char *name)
{
	return str_cstr(arena, str_format(arena, "%s/%s", folder, name));
}

/* A file of BYTES bytes that was last used at this second. */
static void put(struct arena *arena, const char *folder, const char *name, long second)
{
	char bytes[BYTES] = {0};
	const char *path = path_of(arena, folder, name);
	const struct timespec times[2] = {{.tv_sec = second}, {.tv_sec = second}};
	assert_rc(file_write_whole(path, (struct str){bytes, sizeof bytes}, MODE), RC_OK);
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static const char *make_folder(struct arena *arena)
{
	char name[] = "/tmp/file_prune_test.XXXXXX";
	assert_non_null(mkdtemp(name));
	const char *folder = str_cstr(arena, str_of(name));
	assert_rc(file_make_folder(path_of(arena, folder, "aa")), RC_OK);
	assert_rc(file_make_folder(path_of(arena, folder, "bb")), RC_OK);
	put(arena, folder, "aa/old.png", 1000);
	put(arena, folder, "bb/new.png", 3000);
	put(arena, folder, "aa/middle.png", 2000);
	put(arena, folder, "aa/old.document", 500);
	return folder;
}

static void drop_folder(struct arena *arena, const char *folder)
{
	assert_rc(file_empty_folder(path_of(arena, folder, "aa")), RC_OK);
	assert_rc(file_empty_folder(path_of(arena, folder, "bb")), RC_OK);
	assert_int_equal(remove(path_of(arena, folder, "aa")), 0);
	assert_int_equal(remove(path_of(arena, folder, "bb")), 0);
	assert_int_equal(remove(folder), 0);
}

static void the_files_used_longest_ago_go_first(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const char *folder = make_folder(arena);
	uint32_t removed = 0;
	assert_rc(file_prune(arena, folder, STR(".png"), 2 * BYTES, &removed), RC_OK);
	assert_int_equal(removed, 1);
	assert_false(file_exists(path_of(arena, folder, "aa/old.png")));
	assert_true(file_exists(path_of(arena, folder, "aa/middle.png")));
	assert_true(file_exists(path_of(arena, folder, "aa/old.document")));
	assert_rc(file_prune(arena, folder, STR(".png"), 0, &removed), RC_OK);
	assert_int_equal(removed, 2);
	drop_folder(arena, folder);
	arena_free(arena);
}

static void what_was_used_stays(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const char *folder = make_folder(arena);
	uint32_t removed = 0;
	file_prune_note_use(path_of(arena, folder, "aa/old.png"));
	file_prune_note_use(path_of(arena, folder, "aa/missing.png"));
	assert_rc(file_prune(arena, folder, STR(".png"), BYTES, &removed), RC_OK);
	assert_int_equal(removed, 2);
	assert_true(file_exists(path_of(arena, folder, "aa/old.png")));
	drop_folder(arena, folder);
	arena_free(arena);
}

static void a_folder_that_is_not_there_holds_nothing(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	uint32_t removed = 7;
	assert_rc(file_prune(arena, "/tmp/file_prune_test.missing", STR(".png"), 0, &removed), RC_OK);
	assert_int_equal(removed, 0);
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(the_files_used_longest_ago_go_first),
	    cmocka_unit_test(what_was_used_stays),
	    cmocka_unit_test(a_folder_that_is_not_there_holds_nothing),
	};
	return TEST_RUN(cases);
}
