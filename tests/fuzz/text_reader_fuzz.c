/* Any bytes as a text file: what is made of them keeps what document.h promises. */
#include <stdlib.h>

#include "base/utf8.h"
#include "document/text_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_span(const struct document *document, struct document_span span)
{
	require(span.begin <= span.end && span.end <= document->text.len);
	require(utf8_is_valid(document_span_text(document, span)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct document document = {0};
	struct message problem = {0};
	enum rc rc = text_reader_read(arena, (struct str){.ptr = (const char *)data, .len = size}, &document, &problem);
	require(rc == RC_OK || ((rc == RC_INVALID || rc == RC_LIMIT) && problem.id != NULL));
	if (rc == RC_OK) {
		uint32_t end = 0;
		require(utf8_is_valid(document.text));
		for (size_t i = 0; i < document.blocks.n; i++) {
			const struct document_block *block = &document.blocks.at[i];
			check_span(&document, block->span);
			require(block->span.begin >= end);
			end = block->span.end;
			for (uint32_t j = 0; j < block->n_cells; j++)
				check_span(&document, block->cells[j].span);
		}
	}
	arena_free(arena);
	return 0;
}
