/* Memory that is given back all at once: one arena per request, command and job.
 *
 * Nothing from an arena is freed on its own. Running out of memory aborts the process. Under AddressSanitizer what has been
 * given back is poisoned. An arena belongs to one thread at a time. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);

/* Gives everything back and the arena with it. NULL is accepted. */
void arena_free(struct arena *arena);

/* Gives everything back but keeps one block, so that the next use allocates nothing. */
void arena_reset(struct arena *arena);

/* `size` bytes, aligned for any type, not cleared. */
void *arena_alloc(struct arena *arena, size_t size) __attribute__((malloc, alloc_size(2), returns_nonnull));

/* The same, filled with zero bytes. */
void *arena_zalloc(struct arena *arena, size_t size) __attribute__((malloc, alloc_size(2), returns_nonnull));

/* Room of `new_size` bytes that begins with the `old_size` bytes of `old` (NULL when old_size is 0). Grows in place where
 * `old` was the last thing allocated; large things grow without leaving their old room behind. `old` is not to be used
 * afterwards, nor is any pointer into it. */
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size) __attribute__((returns_nonnull));

/* Bytes handed out since the last reset: for tests and measurements. */
size_t arena_used(const struct arena *arena);

#define ARENA_NEW(arena, type)          ((type *)arena_zalloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_zalloc((arena), sizeof(type) * (count)))

#endif
