/* The files inside a ZIP archive that is in memory: DOCX, ODT, XLSX. Nothing is unpacked to disk; names are only compared. */
#ifndef FORMAT_ZIPPED_H
#define FORMAT_ZIPPED_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/rc.h"
#include "base/str.h"

enum {
	ZIPPED_MAX_BYTES = 64 * 1024 * 1024, /* of one file inside, and of all that are read */
	ZIPPED_MAX_FILES = 10 * 1000,
};

struct zipped {
	struct zip *archive;
	size_t read; /* bytes unpacked so far */
};

/* Whether the bytes begin as an archive does, and name a file `name` inside: told from the bytes alone. */
int zipped_score(struct str bytes, struct str name);

/* RC_INVALID (damaged), RC_LIMIT (too many files), with *ret_problem. zipped_release() afterwards. */
enum rc zipped_open(struct str bytes, struct zipped *ret, struct message *ret_problem) MUST_USE;
void zipped_release(struct zipped *zipped);

bool zipped_has(const struct zipped *zipped, const char *name);

/* A file's content. RC_NOT_FOUND where there is none of the name; RC_INVALID (damaged, or locked by a password), RC_LIMIT (larger
 * than it may be, whatever it says of itself), with *ret_problem. */
enum rc zipped_read(struct arena *arena, struct zipped *zipped, const char *name, struct str *ret,
                    struct message *ret_problem) MUST_USE;

#endif
