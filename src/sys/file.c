#include "sys/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

enum { PATH_BYTES = 4096, BLOCK_BYTES = 64 * 1024 };

static enum rc fail(const char *doing, const char *path)
{
	return log_fail(RC_IO, "%s %s: %s", doing, path, strerror(errno));
}

/* Opens for reading; a missing file is a condition. */
static enum rc open_to_read(const char *path, int *ret)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR ? RC_NOT_FOUND : fail("open", path);
	*ret = fd;
	return RC_OK;
}

/* Fills `buffer` as far as the file goes. */
static enum rc read_full(int fd, const char *path, char *buffer, size_t size, size_t *ret)
{
	size_t got = 0;
	while (got < size) {
		ssize_t n = read(fd, buffer + got, size - got);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail("read", path);
		if (n == 0)
			break;
		got += (size_t)n;
	}
	*ret = got;
	return RC_OK;
}

/* Reads `size` bytes as announced and looks for more: a file may grow, or not know its size (/proc). */
static enum rc read_open(struct arena *arena, int fd, const char *path, size_t max, struct str *ret)
{
	struct stat info;
	if (fstat(fd, &info) != 0)
		return fail("stat", path);
	if (info.st_size > 0 && (uintmax_t)info.st_size > max)
		return RC_LIMIT;
	size_t room = (size_t)info.st_size + 1;
	char *text = arena_alloc(arena, room + 1);
	size_t len = 0;
	for (;;) {
		size_t got;
		TRY(read_full(fd, path, text + len, room - len, &got));
		len += got;
		if (len > max)
			return RC_LIMIT;
		if (len < room)
			break;
		text = arena_grow(arena, text, room + 1, room * 2 + 1);
		room *= 2;
	}
	text[len] = '\0';
	*ret = (struct str){.ptr = text, .len = len};
	return RC_OK;
}

enum rc file_read(struct arena *arena, const char *path, size_t max, struct str *ret)
{
	int fd;
	TRY(open_to_read(path, &fd));
	enum rc rc = read_open(arena, fd, path, max, ret);
	close(fd);
	return rc;
}

/* ---- Whole or not at all ---- */

static enum rc sync_folder_of(const char *path)
{
	char folder[PATH_BYTES];
	const char *slash = strrchr(path, '/');
	size_t len = slash == NULL ? 0 : (size_t)(slash - path);
	if (slash == NULL)
		snprintf(folder, sizeof folder, ".");
	else
		snprintf(folder, sizeof folder, "%.*s", len > 0 ? (int)len : 1, path);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return fail("open folder", folder);
	int failed = fsync(fd);
	close(fd);
	return failed != 0 ? fail("sync folder", folder) : RC_OK;
}

static enum rc write_full(int fd, const char *path, struct str content)
{
	for (size_t done = 0; done < content.len;) {
		ssize_t n = write(fd, content.ptr + done, content.len - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail("write", path);
		done += (size_t)n;
	}
	return RC_OK;
}

static enum rc set_mode_and_sync(int fd, const char *path, unsigned mode)
{
	if (fchmod(fd, (mode_t)mode) != 0)
		return fail("set the mode of", path);
	if (fsync(fd) != 0)
		return fail("sync", path);
	return RC_OK;
}

static enum rc rename_and_sync(const char *from, const char *path)
{
	if (rename(from, path) != 0)
		return fail("rename to", path);
	return sync_folder_of(path);
}

enum rc file_write_whole(const char *path, struct str content, unsigned mode)
{
	char temporary[PATH_BYTES];
	int length = snprintf(temporary, sizeof temporary, "%s.XXXXXX", path);
	if (length < 0 || (size_t)length >= sizeof temporary)
		return log_fail(RC_IO, "the path is too long: %s", path);
	int fd = mkostemp(temporary, O_CLOEXEC);
	if (fd < 0)
		return fail("make a temporary file beside", path);
	enum rc rc = write_full(fd, temporary, content);
	if (rc == RC_OK)
		rc = set_mode_and_sync(fd, temporary, mode);
	if (close(fd) != 0 && rc == RC_OK)
		rc = fail("close", temporary);
	if (rc == RC_OK)
		rc = rename_and_sync(temporary, path);
	if (rc != RC_OK)
		unlink(temporary);
	return rc;
}

enum rc file_move_whole(const char *from, const char *path, unsigned mode)
{
	int fd;
	TRY(open_to_read(from, &fd));
	enum rc rc = set_mode_and_sync(fd, from, mode);
	close(fd);
	TRY(rc);
	return rename_and_sync(from, path);
}

/* ---- Folders and the rest ---- */

static enum rc make_one_folder(const char *path)
{
	struct stat info;
	if (mkdir(path, 0700) == 0)
		return RC_OK;
	if (errno == EEXIST && stat(path, &info) == 0) {
		if (S_ISDIR(info.st_mode))
			return RC_OK;
		errno = ENOTDIR;
	}
	return fail("make folder", path);
}

enum rc file_make_folder(const char *path)
{
	char part[PATH_BYTES];
	int length = snprintf(part, sizeof part, "%s", path);
	if (length < 0 || (size_t)length >= sizeof part)
		return log_fail(RC_IO, "the path is too long: %s", path);
	for (char *slash = strchr(part + 1, '/'); length > 0 && slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		TRY(make_one_folder(part));
		*slash = '/';
	}
	return make_one_folder(part);
}

enum rc file_remove(const char *path)
{
	if (unlink(path) != 0 && errno != ENOENT)
		return fail("remove", path);
	return RC_OK;
}

static enum rc empty_open_folder(DIR *folder, const char *path)
{
	const struct dirent *entry;
	while (errno = 0, entry = readdir(folder), entry != NULL) {
		if (entry->d_type == DT_DIR)
			continue;
		if (unlinkat(dirfd(folder), entry->d_name, 0) != 0 && errno != ENOENT && errno != EISDIR)
			return fail("remove a file of", path);
	}
	return errno != 0 ? fail("list", path) : RC_OK;
}

enum rc file_empty_folder(const char *path)
{
	DIR *folder = opendir(path);
	if (folder == NULL)
		return errno == ENOENT ? RC_OK : fail("open folder", path);
	enum rc rc = empty_open_folder(folder, path);
	closedir(folder);
	return rc;
}

bool file_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

enum rc file_size(const char *path, int64_t *ret)
{
	struct stat info;
	if (stat(path, &info) != 0)
		return errno == ENOENT || errno == ENOTDIR ? RC_NOT_FOUND : fail("stat", path);
	*ret = info.st_size;
	return RC_OK;
}

static enum rc map_open(int fd, const char *path, size_t max, struct str *ret)
{
	struct stat info;
	if (fstat(fd, &info) != 0)
		return fail("stat", path);
	if (info.st_size < 0 || (uint64_t)info.st_size > max)
		return RC_LIMIT;
	*ret = STR("");
	if (info.st_size == 0)
		return RC_OK;
	void *bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (bytes == MAP_FAILED)
		return fail("map", path);
	*ret = (struct str){.ptr = bytes, .len = (size_t)info.st_size};
	return RC_OK;
}

enum rc file_map(const char *path, size_t max, struct str *ret)
{
	int fd;
	TRY(open_to_read(path, &fd));
	enum rc rc = map_open(fd, path, max, ret);
	close(fd);
	return rc;
}

void file_unmap(struct str mapped)
{
	if (mapped.len > 0)
		munmap((void *)(uintptr_t)mapped.ptr, mapped.len);
}

void file_forget(struct str part)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), begin = (uintptr_t)part.ptr, end = begin + part.len;
	begin = (begin + page - 1) / page * page;
	end = end / page * page;
	if (begin < end)
		(void)madvise((void *)begin, end - begin, MADV_DONTNEED);
}

enum rc file_program_folder(struct arena *arena, struct str *ret)
{
	char path[PATH_BYTES];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path);
	if (n <= 0 || (size_t)n == sizeof path)
		return fail("read the link", "/proc/self/exe");
	while (n > 1 && path[n - 1] != '/')
		n--;
	*ret = str_dup(arena, (struct str){.ptr = path, .len = (size_t)n - 1});
	return RC_OK;
}

static enum rc hash_open(int fd, const char *path, unsigned char hash[static crypto_hash_sha256_BYTES])
{
	char block[BLOCK_BYTES];
	crypto_hash_sha256_state sum;
	size_t got;
	crypto_hash_sha256_init(&sum);
	do {
		TRY(read_full(fd, path, block, sizeof block, &got));
		crypto_hash_sha256_update(&sum, (const unsigned char *)block, got);
	} while (got == sizeof block);
	crypto_hash_sha256_final(&sum, hash);
	return RC_OK;
}

enum rc file_sha256(struct arena *arena, const char *path, struct str *ret)
{
	enum { ROOM = 2 * crypto_hash_sha256_BYTES + 1 };
	unsigned char hash[crypto_hash_sha256_BYTES];
	int fd;
	TRY(open_to_read(path, &fd));
	enum rc rc = hash_open(fd, path, hash);
	close(fd);
	TRY(rc);
	char *text = arena_alloc(arena, ROOM);
	sodium_bin2hex(text, ROOM, hash, sizeof hash);
	*ret = (struct str){.ptr = text, .len = ROOM - 1};
	return RC_OK;
}

/* ---- Locks ---- */

enum rc file_lock(const char *path, int *ret_lock)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return fail("open", path);
	if (fcntl(fd, F_OFD_SETLK, &whole) != 0) {
		enum rc rc = errno == EAGAIN ? RC_BUSY : fail("lock", path);
		close(fd);
		return rc;
	}
	*ret_lock = fd;
	return RC_OK;
}

void file_unlock(int lock)
{
	close(lock);
}
