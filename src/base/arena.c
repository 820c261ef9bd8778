/* Blocks in a list, the newest first; a large request gets a block of its own. */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(ptr, size)   ASAN_POISON_MEMORY_REGION(ptr, size)
#define UNPOISON(ptr, size) ASAN_UNPOISON_MEMORY_REGION(ptr, size)
#else
#define POISON(ptr, size)   ((void)(ptr), (void)(size))
#define UNPOISON(ptr, size) ((void)(ptr), (void)(size))
#endif

enum { BLOCK_BYTES = 32 * 1024, ALIGNMENT = 16 };

struct block {
	struct block *older;
	size_t size, used;
	_Alignas(ALIGNMENT) char bytes[];
};

struct arena {
	struct block *newest;
	size_t used;
};

static void *must_allocate(size_t size)
{
	void *got = malloc(size);
	if (got == NULL) {
		fputs("sauro: out of memory\n", stderr);
		abort();
	}
	return got;
}

static struct block *block_new(struct block *older, size_t size)
{
	struct block *block = must_allocate(sizeof *block + size);
	block->older = older;
	block->size = size;
	block->used = 0;
	POISON(block->bytes, size);
	return block;
}

struct arena *arena_new(void)
{
	struct arena *arena = must_allocate(sizeof *arena);
	arena->newest = block_new(NULL, BLOCK_BYTES);
	arena->used = 0;
	return arena;
}

/* Frees all blocks but the oldest, which is of the usual size. */
static void drop_blocks(struct arena *arena)
{
	while (arena->newest->older != NULL) {
		struct block *older = arena->newest->older;
		UNPOISON(arena->newest->bytes, arena->newest->size);
		free(arena->newest);
		arena->newest = older;
	}
}

void arena_reset(struct arena *arena)
{
	drop_blocks(arena);
	arena->newest->used = 0;
	arena->used = 0;
	POISON(arena->newest->bytes, arena->newest->size);
}

void arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	drop_blocks(arena);
	UNPOISON(arena->newest->bytes, arena->newest->size);
	free(arena->newest);
	free(arena);
}

static size_t rounded(size_t size)
{
	if (size > SIZE_MAX / 2) {
		fputs("sauro: an allocation of an impossible size\n", stderr);
		abort();
	}
	return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size_t need = rounded(size > 0 ? size : 1);
	struct block *block = arena->newest;
	if (block->size - block->used < need) {
		block = block_new(block, need > BLOCK_BYTES / 2 ? need : BLOCK_BYTES);
		arena->newest = block;
	}
	void *got = block->bytes + block->used;
	block->used += need;
	arena->used += need;
	UNPOISON(got, size);
	return got;
}

void *arena_zalloc(struct arena *arena, size_t size)
{
	return memset(arena_alloc(arena, size), 0, size);
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
	struct block *block = arena->newest;
	size_t old_room = rounded(old_size > 0 ? old_size : 1), new_room = rounded(new_size > 0 ? new_size : 1);
	if (new_size <= old_size && old != NULL)
		return old;
	/* Compared as numbers: `old` may lie in another block. */
	uintptr_t end = (uintptr_t)block->bytes + block->used;
	if (old != NULL && (uintptr_t)old + old_room == end && block->size - block->used >= new_room - old_room) {
		block->used += new_room - old_room;
		arena->used += new_room - old_room;
		UNPOISON(old, new_size);
		return old;
	}
	void *got = arena_alloc(arena, new_size);
	if (old_size > 0)
		memcpy(got, old, old_size);
	return got;
}

size_t arena_used(const struct arena *arena)
{
	return arena->used;
}
