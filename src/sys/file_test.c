#include "sys/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/test.h"
#include "sys/secret.h"

/* A fresh folder for each test, removed with what is in it. */
struct folder {
	struct arena *arena;
	char path[64];
};

static int set_up(void **state)
{
	struct arena *arena = arena_new();
	struct folder *folder = ARENA_NEW(arena, struct folder);
	folder->arena = arena;
	snprintf(folder->path, sizeof folder->path, "/tmp/sauro-file-XXXXXX");
	*state = folder;
	return mkdtemp(folder->path) == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
	struct folder *folder = *state;
	int status = test_remove_folder(folder->path);
	log_trail_clear();
	arena_free(folder->arena);
	return status;
}

static const char *in_folder(struct folder *folder, const char *name)
{
	return str_cstr(folder->arena, str_format(folder->arena, "%s/%s", folder->path, name));
}

static void a_file_written_whole_is_read_back(void **state)
{
	struct folder *folder = *state;
	const char *path = in_folder(folder, "a");
	struct str got;
	assert_rc(file_write_whole(path, STR("một\0hai"), 0640), RC_OK);
	assert_rc(file_read(folder->arena, path, 100, &got), RC_OK);
	assert_true(str_eq(got, STR("một\0hai")));
	assert_int_equal(got.ptr[got.len], 0);
	struct stat info;
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 07777, 0640);
}

static void writing_again_replaces_and_leaves_nothing_beside(void **state)
{
	struct folder *folder = *state;
	const char *path = in_folder(folder, "a");
	struct str got;
	assert_rc(file_write_whole(path, STR("a longer first text"), 0600), RC_OK);
	assert_rc(file_write_whole(path, STR("second"), 0600), RC_OK);
	assert_rc(file_read(folder->arena, path, 100, &got), RC_OK);
	assert_str(got, "second");
	assert_rc(file_remove(path), RC_OK);
	assert_int_equal(rmdir(folder->path), 0);
	assert_int_equal(mkdir(folder->path, 0700), 0);
}

static void a_write_that_fails_leaves_the_old_file(void **state)
{
	struct folder *folder = *state;
	const char *path = in_folder(folder, "taken");
	assert_rc(file_make_folder(path), RC_OK);
	assert_rc(file_write_whole(in_folder(folder, "taken/inside"), STR("kept"), 0600), RC_OK);
	assert_rc(file_write_whole(path, STR("new"), 0600), RC_IO);
	assert_true(file_exists(in_folder(folder, "taken/inside")));
}

static void a_file_longer_than_allowed_is_refused(void **state)
{
	struct folder *folder = *state;
	const char *path = in_folder(folder, "a");
	struct str got;
	assert_rc(file_write_whole(path, STR("12345"), 0600), RC_OK);
	assert_rc(file_read(folder->arena, path, 5, &got), RC_OK);
	assert_rc(file_read(folder->arena, path, 4, &got), RC_LIMIT);
	/* A file that does not tell its size. */
	assert_rc(file_read(folder->arena, "/proc/self/status", 10, &got), RC_LIMIT);
	assert_rc(file_read(folder->arena, "/proc/self/status", 1000000, &got), RC_OK);
	assert_true(got.len > 100);
}

static void what_is_missing_is_not_found(void **state)
{
	struct folder *folder = *state;
	const char *path = in_folder(folder, "missing");
	struct str got;
	int64_t size;
	assert_rc(file_read(folder->arena, path, 100, &got), RC_NOT_FOUND);
	assert_rc(file_size(path, &size), RC_NOT_FOUND);
	assert_rc(file_sha256(folder->arena, path, &got), RC_NOT_FOUND);
	assert_rc(file_move_whole(path, in_folder(folder, "b"), 0600), RC_NOT_FOUND);
	assert_rc(file_remove(path), RC_OK);
	assert_false(file_exists(path));
}

static void a_moved_file_is_gone_from_where_it_was(void **state)
{
	struct folder *folder = *state;
	const char *from = in_folder(folder, "a"), *path = in_folder(folder, "b");
	struct str got;
	assert_rc(file_write_whole(from, STR("x"), 0600), RC_OK);
	assert_rc(file_move_whole(from, path, 0400), RC_OK);
	assert_false(file_exists(from));
	assert_rc(file_read(folder->arena, path, 100, &got), RC_OK);
	assert_str(got, "x");
}

static void folders_are_made_for_the_owner_alone(void **state)
{
	struct folder *folder = *state;
	const char *path = in_folder(folder, "one/two/three");
	struct stat info;
	assert_rc(file_make_folder(path), RC_OK);
	assert_rc(file_make_folder(path), RC_OK);
	assert_rc(file_make_folder(in_folder(folder, "one/four/")), RC_OK);
	assert_int_equal(stat(in_folder(folder, "one"), &info), 0);
	assert_int_equal(info.st_mode & 07777, 0700);
	assert_rc(file_write_whole(in_folder(folder, "file"), STR("x"), 0600), RC_OK);
	assert_rc(file_make_folder(in_folder(folder, "file")), RC_IO);
	assert_rc(file_make_folder(in_folder(folder, "file/under")), RC_IO);
}

static void the_hash_of_a_file_is_the_hash_of_its_content(void **state)
{
	struct folder *folder = *state;
	const char *path = in_folder(folder, "a");
	static const size_t sizes[] = {0, 1, 65535, 65536, 65537, 200000};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		char *text = arena_alloc(folder->arena, sizes[i] + 1);
		memset(text, 'v', sizes[i]);
		struct str content = {text, sizes[i]}, got;
		int64_t size;
		assert_rc(file_write_whole(path, content, 0600), RC_OK);
		assert_rc(file_sha256(folder->arena, path, &got), RC_OK);
		assert_true(str_eq(got, secret_sha256(folder->arena, content)));
		assert_rc(file_size(path, &size), RC_OK);
		assert_int_equal(size, sizes[i]);
	}
}

static void a_folder_is_emptied_of_its_files_alone(void **state)
{
	struct folder *folder = *state;
	assert_rc(file_make_folder(in_folder(folder, "tmp/inner")), RC_OK);
	assert_rc(file_write_whole(in_folder(folder, "tmp/a"), STR("a"), 0600), RC_OK);
	assert_rc(file_write_whole(in_folder(folder, "tmp/b"), STR("b"), 0400), RC_OK);
	assert_rc(file_write_whole(in_folder(folder, "tmp/inner/c"), STR("c"), 0600), RC_OK);
	assert_rc(file_empty_folder(in_folder(folder, "tmp")), RC_OK);
	assert_false(file_exists(in_folder(folder, "tmp/a")));
	assert_false(file_exists(in_folder(folder, "tmp/b")));
	assert_true(file_exists(in_folder(folder, "tmp/inner/c")));
	assert_rc(file_empty_folder(in_folder(folder, "none")), RC_OK);
	assert_rc(file_empty_folder(in_folder(folder, "tmp/inner/c")), RC_IO);
	log_trail_clear();
}

static void a_lock_is_had_once_until_it_is_given_back(void **state)
{
	struct folder *folder = *state;
	const char *path = in_folder(folder, "lock");
	int first, second;
	assert_rc(file_lock(path, &first), RC_OK);
	assert_rc(file_lock(path, &second), RC_BUSY);
	file_unlock(first);
	assert_rc(file_lock(path, &second), RC_OK);
	file_unlock(second);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test_setup_teardown(a_file_written_whole_is_read_back, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(writing_again_replaces_and_leaves_nothing_beside, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(a_write_that_fails_leaves_the_old_file, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(a_file_longer_than_allowed_is_refused, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(what_is_missing_is_not_found, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(a_moved_file_is_gone_from_where_it_was, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(folders_are_made_for_the_owner_alone, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(the_hash_of_a_file_is_the_hash_of_its_content, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(a_folder_is_emptied_of_its_files_alone, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(a_lock_is_had_once_until_it_is_given_back, set_up, tear_down),
	};
	return TEST_RUN(cases);
}
