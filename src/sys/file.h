/* Files and folders. Failures are RC_IO with a trail that names the path. */
#ifndef SYS_FILE_H
#define SYS_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/str.h"

/* The whole file. RC_NOT_FOUND where there is none, RC_LIMIT where it is longer than `max` bytes. The text is followed by a
 * zero byte that len does not count. */
enum rc file_read(struct arena *arena, const char *path, size_t max, struct str *ret) MUST_USE;

/* The same as a mapping of the file, which is not copied: for files that nobody changes in place. Given back by file_unmap(). The
 * text is page-aligned; no zero byte follows it. */
enum rc file_map(const char *path, size_t max, struct str *ret) MUST_USE;
void file_unmap(struct str mapped);

/* Says that a part of a mapped file will not soon be read again: its whole pages leave the program's memory, and come back from
 * the file where it is. */
void file_forget(struct str part);

/* The folder that the running program lies in. */
enum rc file_program_folder(struct arena *arena, struct str *ret) MUST_USE;

/* Writes `content` under a temporary name beside `path`, syncs it and its folder, and renames it: after a crash the file
 * is there whole or not at all. `mode` is as for chmod. */
enum rc file_write_whole(const char *path, struct str content, unsigned mode) MUST_USE;

/* The same for content that lies in another file of the same file system; `from` is gone afterwards. */
enum rc file_move_whole(const char *from, const char *path, unsigned mode) MUST_USE;

/* Makes the folder and those above it, readable by the owner alone. Fine where it exists. */
enum rc file_make_folder(const char *path) MUST_USE;

/* Removes the file; fine where there is none. */
enum rc file_remove(const char *path) MUST_USE;

/* Removes the files in the folder, not the folders in it; fine where there is no such folder. */
enum rc file_empty_folder(const char *path) MUST_USE;

bool file_exists(const char *path);

/* Bytes, or RC_NOT_FOUND. */
enum rc file_size(const char *path, int64_t *ret) MUST_USE;

/* SHA-256 of the content, as 64 lower-case hexadecimal digits. */
enum rc file_sha256(struct arena *arena, const char *path, struct str *ret) MUST_USE;

/* Takes the lock that the file stands for; the file is made where there is none. RC_BUSY where another process has it. It is
 * given back by file_unlock(), or by the end of the process, however that comes. */
enum rc file_lock(const char *path, int *ret_lock) MUST_USE;
void file_unlock(int lock);

#endif
