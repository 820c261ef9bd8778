/* Blocks in a list, the newest first. A large request gets a block of its own, in a list beside, where it can grow without
 * leaving its old self behind: what grows by doubling would else take twice its size. */
#include "base/arena.h"

#include <stdbool.h>
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

enum { BLOCK_BYTES = 32 * 1024, LARGE_BYTES = BLOCK_BYTES / 2, ALIGNMENT = 16 };

struct block {
	struct block *older;
	size_t size, used;
	_Alignas(ALIGNMENT) char bytes[];
};

struct arena {
	struct block *newest, *large;
	size_t used;
};

static _Noreturn void out_of_memory(void)
{
	fputs("sauro: out of memory\n", stderr);
	abort();
}

static void *must_allocate(size_t size)
{
	void *got = malloc(size);
	if (got == NULL)
		out_of_memory();
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
	arena->large = NULL;
	arena->used = 0;
	return arena;
}

/* Frees the first block of a list; the rest of it. */
static struct block *drop(struct block *block)
{
	struct block *older = block->older;
	UNPOISON(block->bytes, block->size);
	free(block);
	return older;
}

/* Frees all blocks but the oldest of the usual size. */
static void drop_blocks(struct arena *arena)
{
	while (arena->newest->older != NULL)
		arena->newest = drop(arena->newest);
	while (arena->large != NULL)
		arena->large = drop(arena->large);
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
	drop(arena->newest);
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

/* A block for a request of `need` bytes. */
static struct block *room_for(struct arena *arena, size_t need)
{
	if (need > LARGE_BYTES)
		return arena->large = block_new(arena->large, need);
	if (arena->newest->size - arena->newest->used < need)
		arena->newest = block_new(arena->newest, BLOCK_BYTES);
	return arena->newest;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size_t need = rounded(size > 0 ? size : 1);
	struct block *block = room_for(arena, need);
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

/* Makes the block of a large request larger, in place where the system can. */
static void *grow_large(struct arena *arena, void *old, size_t old_room, size_t new_room, size_t new_size)
{
	struct block **at = &arena->large;
	while ((*at)->bytes != (char *)old)
		at = &(*at)->older;
	UNPOISON((*at)->bytes, (*at)->size);
	struct block *block = realloc(*at, sizeof *block + new_room);
	if (block == NULL)
		out_of_memory();
	*at = block;
	block->size = block->used = new_room;
	arena->used += new_room - old_room;
	POISON(block->bytes, block->size);
	UNPOISON(block->bytes, new_size);
	return block->bytes;
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
	struct block *block = arena->newest;
	size_t old_room = rounded(old_size > 0 ? old_size : 1), new_room = rounded(new_size > 0 ? new_size : 1);
	if (new_size <= old_size && old != NULL)
		return old;
	if (old != NULL && old_room > LARGE_BYTES)
		return grow_large(arena, old, old_room, new_room, new_size);
	/* Compared as numbers: `old` may lie in another block. */
	uintptr_t end = (uintptr_t)block->bytes + block->used;
	bool is_last = old != NULL && (uintptr_t)old + old_room == end;
	if (is_last && new_room <= LARGE_BYTES && block->size - block->used >= new_room - old_room) {
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
