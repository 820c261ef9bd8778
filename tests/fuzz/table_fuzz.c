/* Any text as a document, and the tables found in it: every field that comes out lies in the source. */
#include <stdint.h>
#include <stdlib.h>

#include "document/text_reader.h"
#include "reading/table.h"

static void check_span(const struct document *document, struct document_span span)
{
	if (span.begin > span.end || span.end > document->text.len)
		abort();
}

static void check_field(const struct document *document, const struct reading_field *field)
{
	check_span(document, field->span);
	for (uint32_t i = 0; i < field->n_more; i++)
		check_span(document, field->more[i]);
	if (field->text.len > 0 && field->span.begin == field->span.end)
		abort();
}

static void check_table(const struct document *document, const struct table *table)
{
	if (table->first_block >= table->end_block || table->end_block > document->blocks.n)
		abort();
	for (size_t r = 0; r < table->rows.n; r++)
		for (int c = 0; c < TABLE_COLUMNS; c++) {
			const struct table_cell *cell = &table->rows.at[r].cells[c];
			check_field(document, &cell->text);
			for (size_t i = 0; i < cell->items.n; i++)
				check_field(document, &cell->items.at[i]);
		}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct document document;
	struct message problem;
	struct table_vec tables = {0};
	struct str bytes = {(const char *)data, size};
	if (text_reader_read(arena, bytes, &document, &problem) == RC_OK &&
	    table_find_all(arena, &document, NULL, NULL, &tables) == RC_OK) {
		uint32_t end = 0;
		for (size_t i = 0; i < tables.n; i++) {
			if (tables.at[i].first_block < end)
				abort();
			end = tables.at[i].end_block;
			check_table(&document, &tables.at[i]);
		}
	}
	arena_free(arena);
	return 0;
}
