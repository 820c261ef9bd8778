#include "reading/table.h"

#include "reading/table_columns.h"
#include "reading/table_flow.h"
#include "reading/table_grid.h"
#include "reading/table_header.h"
#include "reading/table_layout.h"
#include "reading/table_row.h"
#include "reading/table_text.h"

struct finder {
	struct arena *arena;
	struct table_text text;
	struct counts pairs;
	reading_progress progress;
	void *context;
	struct table_vec tables;
	size_t effort; /* see table_columns.h */
};

static void set_header(struct finder *finder, const struct table_header *header, struct table *table)
{
	table->n_columns = header->n_columns;
	table->columns = ARENA_ARRAY(finder->arena, enum table_column, header->n_columns);
	for (uint32_t c = 0; c < header->n_columns; c++)
		table->columns[c] = header->columns[c];
	table->is_of_tasks = table_header_is_of_tasks(header);
}

static void add_table(struct finder *finder, struct table table)
{
	const struct document *document = finder->text.document;
	table.span = (struct document_span){document->blocks.at[table.first_block].span.begin,
	                                    document->blocks.at[table.end_block - 1].span.end};
	if (table.is_of_tasks)
		table_row_check(finder->arena, &table);
	VEC_PUSH(finder->arena, &finder->tables, table);
}

/* Ends a table of lines before line `end_line` (0: it has none), and adds it where it has rows. */
static void end_table(struct finder *finder, struct table *table, uint32_t end_line, uint32_t block)
{
	table->end_block = end_line > 0 ? finder->text.lines.at[end_line - 1].block + 1 : block + 1;
	if (table->rows.n > 0)
		add_table(finder, *table);
}

static enum rc read_flow(struct finder *finder, uint32_t block, const struct table_header *header, uint32_t header_end,
                         uint32_t *ret_end)
{
	struct table table = {.first_block = block, .shape = TABLE_FLOWING};
	uint32_t end_line = header_end;
	set_header(finder, header, &table);
	enum rc rc = table_flow_read(finder->arena, &finder->text, &finder->pairs, finder->text.line_of_block[block], header_end,
	                             header, finder->progress, finder->context, &table, &end_line);
	end_table(finder, &table, end_line, block);
	*ret_end = table.rows.n > 0 ? table.end_block : block + 1;
	return rc;
}

static enum rc read_layout(struct finder *finder, uint32_t block, uint32_t *ret_end)
{
	struct table table = {.first_block = block, .shape = TABLE_LAID_OUT};
	struct table_header header;
	uint32_t end_line = 0;
	enum rc rc = table_layout_read(finder->arena, &finder->text, &finder->pairs, finder->text.line_of_block[block],
	                               finder->progress, finder->context, &table, &header, &end_line);
	set_header(finder, &header, &table);
	end_table(finder, &table, end_line, block);
	*ret_end = table.end_block > block ? table.end_block : block + 1;
	return rc;
}

static enum rc read_columns(struct finder *finder, uint32_t block, uint32_t *ret_end)
{
	struct table table = {.first_block = block, .shape = TABLE_BY_COLUMNS};
	struct table_header header;
	uint32_t end_line = 0;
	enum rc rc = table_columns_read(finder->arena, &finder->text, &finder->pairs, finder->text.line_of_block[block],
	                                finder->progress, finder->context, &table, &header, &end_line);
	set_header(finder, &header, &table);
	end_table(finder, &table, end_line, block);
	*ret_end = table.rows.n > 0 ? table.end_block : block + 1;
	return rc;
}

/* The rows of a table that the source tells apart and whose header says nothing of tasks, or that has none. */
static uint32_t skip_rows(const struct document *document, uint32_t block)
{
	while (block < document->blocks.n && document->blocks.at[block].kind == DOCUMENT_ROW)
		block++;
	return block;
}

static enum rc read_grid(struct finder *finder, uint32_t block, uint32_t *ret_end)
{
	const struct document *document = finder->text.document;
	struct table_header header;
	struct table table = {.first_block = block};
	uint32_t first_row = block;
	bool begins = block == 0 || document->blocks.at[block - 1].kind != DOCUMENT_ROW;
	if (!table_header_in_rows(&finder->text, block, &header, &first_row)) {
		if (!begins || !table_grid_tell_bare(finder->arena, &finder->text, block, &header)) {
			*ret_end = block + 1;
			return RC_OK;
		}
		first_row = block;
	}
	enum rc rc = RC_OK;
	if (table_header_has(&header, TABLE_TITLE))
		rc = table_grid_read(finder->arena, &finder->text, &finder->pairs, first_row, &header, finder->progress, finder->context,
		                     &table, &table.end_block);
	else
		table.end_block = skip_rows(document, block);
	set_header(finder, &header, &table);
	add_table(finder, table);
	*ret_end = table.end_block;
	return rc;
}

static enum rc find(struct finder *finder)
{
	const struct document *document = finder->text.document;
	for (uint32_t b = 0; b < document->blocks.n;) {
		uint32_t line = finder->text.line_of_block[b], header_end, end = b + 1;
		struct table_header header;
		enum rc rc = RC_OK;
		bool is_line = document->blocks.at[b].kind == DOCUMENT_LINE;
		bool has_words = line < finder->text.lines.n && finder->text.lines.at[line].block == b;
		if (!is_line)
			rc = read_grid(finder, b, &end);
		else if (has_words && table_layout_begins(finder->arena, &finder->text, line, &header) &&
		         table_header_is_of_tasks(&header))
			rc = read_layout(finder, b, &end);
		else if (has_words && table_header_in_lines(&finder->text, line, &header, &header_end) &&
		         table_header_is_of_tasks(&header))
			rc = read_flow(finder, b, &header, header_end, &end);
		else if (has_words && table_columns_begins(finder->arena, &finder->text, line, &finder->effort, &header))
			rc = read_columns(finder, b, &end);
		if (rc != RC_OK)
			return rc;
		b = end;
	}
	return RC_OK;
}

enum rc table_find_all(struct arena *arena, const struct document *document, reading_progress progress, void *context,
                       struct table_vec *ret)
{
	struct finder finder = {.arena = arena, .progress = progress, .context = context};
	enum { EFFORT = 4, AT_LEAST = 4000 };
	table_text_init(&finder.text, arena, document);
	finder.effort = EFFORT * (size_t)finder.text.lines.n + AT_LEAST;
	counts_init(&finder.pairs, arena);
	table_text_count_pairs(&finder.text, &finder.pairs);
	enum rc rc = find(&finder);
	if (rc == RC_OK || rc == RC_LIMIT)
		*ret = finder.tables;
	return rc;
}
