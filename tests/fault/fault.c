/* A library to preload before the program: its Nth change to a regular file fails, or is the last thing it does.
 *
 *   FAULT_AT=N       which change, from 1; 0 or absent: none
 *   FAULT_KIND=kill  the process ends there as by kill -9; `io` and `space` give EIO and ENOSPC
 *   FAULT_STAY=1     and so does every change after it
 *   FAULT_COUNT=FILE how many changes there were is written there at the end
 *
 * A change: write, pwrite, fsync, fdatasync, ftruncate, rename, unlink, and open where it creates. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long changes;

static long number_of(const char *name)
{
	const char *text = getenv(name);
	return text == NULL ? 0 : strtol(text, NULL, 10);
}

/* Counts a change; true where it is to fail, with errno set. */
static bool fails(void)
{
	long at = number_of("FAULT_AT"), now = atomic_fetch_add(&changes, 1) + 1;
	if (at == 0 || (now != at && !(now > at && number_of("FAULT_STAY") != 0)))
		return false;
	const char *kind = getenv("FAULT_KIND");
	if (kind != NULL && strcmp(kind, "kill") == 0)
		raise(SIGKILL);
	errno = kind != NULL && strcmp(kind, "space") == 0 ? ENOSPC : EIO;
	return true;
}

static bool is_regular(int fd)
{
	struct stat info;
	return fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
}

/* The function of the C library that stands behind ours. */
#define BEHIND(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((visibility("default"))) ssize_t write(int fd, const void *bytes, size_t n)
{
	return is_regular(fd) && fails() ? -1 : BEHIND(write)(fd, bytes, n);
}

__attribute__((visibility("default"))) ssize_t pwrite(int fd, const void *bytes, size_t n, off_t offset)
{
	return is_regular(fd) && fails() ? -1 : BEHIND(pwrite)(fd, bytes, n, offset);
}

__attribute__((visibility("default"))) ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t offset)
{
	return is_regular(fd) && fails() ? -1 : BEHIND(pwrite64)(fd, bytes, n, offset);
}

__attribute__((visibility("default"))) int fsync(int fd)
{
	return fails() ? -1 : BEHIND(fsync)(fd);
}

__attribute__((visibility("default"))) int fdatasync(int fd)
{
	return fails() ? -1 : BEHIND(fdatasync)(fd);
}

__attribute__((visibility("default"))) int ftruncate(int fd, off_t length)
{
	return is_regular(fd) && fails() ? -1 : BEHIND(ftruncate)(fd, length);
}

__attribute__((visibility("default"))) int ftruncate64(int fd, off64_t length)
{
	return is_regular(fd) && fails() ? -1 : BEHIND(ftruncate64)(fd, length);
}

__attribute__((visibility("default"))) int rename(const char *from, const char *to)
{
	return fails() ? -1 : BEHIND(rename)(from, to);
}

__attribute__((visibility("default"))) int unlink(const char *path)
{
	return fails() ? -1 : BEHIND(unlink)(path);
}

static int open_creating(int (*behind)(const char *, int, ...), const char *path, int flags, mode_t mode)
{
	return (flags & O_CREAT) != 0 && fails() ? -1 : behind(path, flags, mode);
}

static mode_t mode_of(int flags, va_list args)
{
	return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(args, mode_t) : 0;
}

__attribute__((visibility("default"))) int open(const char *path, int flags, ...)
{
	va_list args;
	va_start(args, flags);
	mode_t mode = mode_of(flags, args);
	va_end(args);
	return open_creating(BEHIND(open), path, flags, mode);
}

__attribute__((visibility("default"))) int open64(const char *path, int flags, ...)
{
	va_list args;
	va_start(args, flags);
	mode_t mode = mode_of(flags, args);
	va_end(args);
	return open_creating(BEHIND(open64), path, flags, mode);
}

__attribute__((destructor)) static void write_count(void)
{
	const char *path = getenv("FAULT_COUNT");
	long count = atomic_load(&changes);
	unsetenv("FAULT_AT");
	FILE *file = path == NULL ? NULL : fopen(path, "w");
	if (file == NULL)
		return;
	fprintf(file, "%ld\n", count);
	fclose(file);
}
