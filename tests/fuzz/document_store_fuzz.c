/* Any bytes as a document that another process sent, the sum over them made right; what is read can be written and read again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "document/document_grid.h"
#include "document/document_store.h"
#include "document/reader_frame.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* The bytes with the sum that the reader looks for, as document_store.c makes it. */
static struct str with_sum(struct arena *arena, const uint8_t *data, size_t size)
{
	enum { SUM_BYTES = 8 };
	uint64_t sum = 14695981039346656037u;
	char *out = arena_alloc(arena, size + SUM_BYTES);
	for (size_t i = 0; i < size; i++) {
		sum = (sum ^ data[i]) * 1099511628211u;
		out[i] = (char)data[i];
	}
	for (size_t i = 0; i < SUM_BYTES; i++)
		out[size + i] = (char)(sum >> (8 * i) & 0xff);
	return (struct str){out, size + SUM_BYTES};
}

static void read_frames(struct arena *arena, struct str bytes)
{
	struct reader_frame frame;
	struct message message;
	enum rc condition;
	uint32_t done, all;
	while (reader_frame_take(&bytes, &frame) == RC_OK) {
		if (reader_frame_progress(frame.payload, &done, &all) == RC_OK)
			require(done <= all);
		if (reader_frame_problem(arena, frame.payload, &condition, &message) == RC_OK)
			require(message.id != NULL);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct document document, again;
	struct str bytes;
	read_frames(arena, (struct str){(const char *)data, size});
	if (document_store_read(arena, with_sum(arena, data, size), &document) == RC_OK) {
		require(document_store_write(arena, &document, &bytes) == RC_OK);
		require(document_store_read(arena, bytes, &again) == RC_OK && again.blocks.n == document.blocks.n);
		document_grid_align(arena, &document, &again);
	}
	arena_free(arena);
	return 0;
}
