/* Keeps a folder of derived files, which can be made again, within a size. */
#ifndef SYS_FILE_PRUNE_H
#define SYS_FILE_PRUNE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/str.h"

/* Removes files whose names end in `suffix` from the folders inside `folder`, those first that were used longest ago, until they
 * have `most` bytes together. *ret_removed is how many were. A folder that is not there holds nothing; a file that another
 * process removes meanwhile is gone. */
enum rc file_prune(struct arena *arena, const char *folder, struct str suffix, int64_t most, uint32_t *ret_removed) MUST_USE;

/* Notes that a file was used now. Nothing happens where it is not there. */
void file_prune_note_use(const char *path);

#endif
