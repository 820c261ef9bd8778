#include "sys/file_prune.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/vec.h"
#include "sys/file.h"

/* A file that may go. */
struct kept {
	const char *path;
	int64_t bytes;
	struct timespec used;
};
VEC_OF(kept, struct kept);

static const char *join(struct arena *arena, const char *folder, const char *name)
{
	return str_cstr(arena, str_format(arena, "%s/%s", folder, name));
}

/* Calls `add` with each name in a folder. */
static enum rc each_name(struct arena *arena, const char *path, struct str suffix, struct kept_vec *ret,
                         enum rc (*add)(struct arena *arena, const char *path, struct str suffix, struct kept_vec *ret))
{
	DIR *folder = opendir(path);
	if (folder == NULL)
		return errno == ENOENT || errno == ENOTDIR ? RC_OK : log_fail(RC_IO, "open folder %s: %s", path, strerror(errno));
	enum rc rc = RC_OK;
	for (const struct dirent *entry; rc == RC_OK && (entry = readdir(folder)) != NULL;)
		if (entry->d_name[0] != '.')
			rc = add(arena, join(arena, path, entry->d_name), suffix, ret);
	closedir(folder);
	return rc;
}

static enum rc add_file(struct arena *arena, const char *path, struct str suffix, struct kept_vec *ret)
{
	struct stat info;
	if (str_has_suffix(str_of(path), suffix) && lstat(path, &info) == 0 && S_ISREG(info.st_mode))
		VEC_PUSH(arena, ret, (struct kept){.path = path, .bytes = info.st_size, .used = info.st_mtim});
	return RC_OK;
}

static enum rc add_folder(struct arena *arena, const char *path, struct str suffix, struct kept_vec *ret)
{
	return each_name(arena, path, suffix, ret, add_file);
}

/* Those used latest first. */
static int compare_uses(const void *a, const void *b)
{
	const struct kept *x = a, *y = b;
	if (x->used.tv_sec != y->used.tv_sec)
		return x->used.tv_sec < y->used.tv_sec ? 1 : -1;
	return (x->used.tv_nsec < y->used.tv_nsec) - (x->used.tv_nsec > y->used.tv_nsec);
}

enum rc file_prune(struct arena *arena, const char *folder, struct str suffix, int64_t most, uint32_t *ret_removed)
{
	struct kept_vec files = {0};
	int64_t bytes = 0;
	TRY(each_name(arena, folder, suffix, &files, add_folder));
	*ret_removed = 0;
	if (files.n == 0)
		return RC_OK;
	qsort(files.at, files.n, sizeof *files.at, compare_uses);
	for (size_t i = 0; i < files.n; i++) {
		bytes += files.at[i].bytes;
		if (bytes <= most)
			continue;
		enum rc rc = file_remove(files.at[i].path);
		if (rc != RC_OK && rc != RC_NOT_FOUND)
			return rc_pass(rc, __FILE__, __LINE__);
		*ret_removed += rc == RC_OK;
	}
	return RC_OK;
}

void file_prune_note_use(const char *path)
{
	(void)utimensat(AT_FDCWD, path, NULL, 0);
}
