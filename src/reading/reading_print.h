/* A reading as text for a terminal: what the document is, its tasks in columns, what to look at. */
#ifndef READING_READING_PRINT_H
#define READING_READING_PRINT_H

#include "base/arena.h"
#include "base/rc.h"
#include "reading/reading.h"

/* `words` is the language; NULL is English. Lines have at most 120 characters. */
enum rc reading_print_write(struct arena *arena, const struct reading *reading, const struct message_catalogue *words,
                            struct str *ret) MUST_USE;

#endif
