#include "reading/table_columns.h"

#include "reading/cell_model.h"
#include "reading/column_cells.h"
#include "reading/flow_line.h"
#include "reading/flow_ordinal.h"
#include "reading/table_rows.h"

enum { MOST_HEAD_LINES = 5, MOST_LINES = 2000, NO_COLUMN = TABLE_MAX_COLUMNS };

/* Lines without a gap between: cells of one column. */
struct chunk {
	uint32_t first, end; /* lines of the text */
	uint32_t column;     /* NO_COLUMN until told */
	uint32_t page;
};
VEC_OF(chunk, struct chunk);

struct columns {
	struct arena *arena;
	const struct table_text *text;
	struct table_header header;
	struct table_line heads[TABLE_MAX_COLUMNS]; /* words of each */
	uint32_t n_heads;
	struct chunk_vec chunks;
	uint32_t n_pages;
	uint32_t end;     /* the line after the table */
	int last_ordinal; /* of those found so far */
};

static const struct document_block *block_of(const struct table_text *text, uint32_t line)
{
	return &text->document->blocks.at[text->lines.at[line].block];
}

/* --- heads --- */

static struct str text_of(const struct table_text *text, uint32_t line)
{
	return document_span_text(text->document, block_of(text, line)->span);
}

static bool goes_on(const struct table_text *text, uint32_t line)
{
	const struct document_block *block = block_of(text, line);
	return block->blank_before == 0 && !block->page_before && text->lines.at[line].block == text->lines.at[line - 1].block + 1;
}

/* The head of one column that begins with the line; *ret_end is the line after it. */
static bool find_head(struct arena *arena, const struct table_text *text, uint32_t line, struct table_header *ret,
                      uint32_t *ret_end)
{
	struct str head = {0};
	bool found = false;
	if (!(text->words.at[text->lines.at[line].first].flags & TABLE_WORD_UPPER))
		return false;
	for (uint32_t end = line + 1; end <= text->lines.n && end <= line + MOST_HEAD_LINES; end++) {
		struct table_header_cells cells = {.n = 1};
		uint32_t known;
		if (end > line + 1 && !goes_on(text, end - 1))
			break;
		struct str more = text_of(text, end - 1);
		bool torn = str_eq(more, STR("T")) || str_eq(more, STR("TT")); /* of "STT" */
		bool small = text->words.at[text->lines.at[end - 1].first].flags & TABLE_WORD_LOWER;
		if (end > line + 1 && !small && !torn)
			break;
		head = end > line + 1 ? str_format(arena, "%.*s %.*s", STR_ARG(head), STR_ARG(more)) : more;
		cells.above[0] = head;
		if (table_header_count_words(text, cells.above[0], &known) != known || !table_header_tell_cell(text, &cells, ret))
			continue;
		found = true;
		*ret_end = end;
	}
	return found;
}

/* Which column the words of a head at lines line … end - 1 were over before; n_heads where over none. */
static uint32_t known_head(const struct columns *c, uint32_t line, uint32_t end)
{
	uint32_t first = c->text->lines.at[line].first, n = c->text->lines.at[end - 1].end - first;
	for (uint32_t h = 0; h < c->n_heads; h++) {
		const struct table_line *head = &c->heads[h];
		bool same = head->end - head->first == n;
		for (uint32_t i = 0; same && i < n; i++)
			same = c->text->words.at[head->first + i].key == c->text->words.at[first + i].key;
		if (same)
			return h;
	}
	return c->n_heads;
}

/* Takes a head at the line: a new one on the first page, a known one on the others. What does not stand apart is one only where
 * it says plainly of what. Returns its column. */
static uint32_t take_head(struct columns *c, uint32_t line, uint32_t *ret_end, bool apart)
{
	struct table_header one;
	if (!find_head(c->arena, c->text, line, &one, ret_end))
		return NO_COLUMN;
	uint32_t h = known_head(c, line, *ret_end);
	if (h < c->n_heads)
		return h;
	bool again = one.columns[0] != TABLE_NOTE && table_header_has(&c->header, one.columns[0]);
	bool plain = apart || one.columns[0] != TABLE_NOTE;
	if (c->n_pages > 0 || c->n_heads == TABLE_MAX_COLUMNS || again || !plain)
		return NO_COLUMN;
	c->heads[h] = (struct table_line){.first = c->text->lines.at[line].first, .end = c->text->lines.at[*ret_end - 1].end};
	c->header.columns[h] = one.columns[0];
	c->header.looks[h] = one.looks[0];
	c->header.n_columns = ++c->n_heads;
	return h;
}

/* --- chunks --- */

static bool is_number(const struct columns *c, uint32_t line, struct flow_ordinal_mark *ret)
{
	const struct table_line *at = &c->text->lines.at[line];
	return at->end == at->first + 1 && flow_ordinal_parse(table_text_word(c->text, at->first), ret) &&
	       ret->kind == ORDINAL_NUMBER && ret->minor == 0;
}

static uint32_t ordinal_column(const struct columns *c)
{
	for (uint32_t i = 0; i < c->header.n_columns; i++)
		if (c->header.columns[i] == TABLE_ORDINAL)
			return i;
	return NO_COLUMN;
}

/* Whether the line is the next ordinal. */
static bool is_ordinal(struct columns *c, uint32_t line)
{
	struct flow_ordinal_mark mark;
	if (ordinal_column(c) == NO_COLUMN || !is_number(c, line, &mark) || mark.major != c->last_ordinal + 1)
		return false;
	c->last_ordinal = mark.major;
	return true;
}

static void add_line(struct columns *c, uint32_t line, uint32_t column, bool fresh)
{
	struct chunk *last = c->chunks.n > 0 ? &c->chunks.at[c->chunks.n - 1] : NULL;
	if (!fresh && last != NULL && last->end == line && last->column == column) {
		last->end++;
		return;
	}
	VEC_PUSH(c->arena, &c->chunks, (struct chunk){.first = line, .end = line + 1, .column = column, .page = c->n_pages});
}

static bool begins_section(const struct columns *c, uint32_t line)
{
	const struct table_line *at = &c->text->lines.at[line];
	struct flow_ordinal_mark mark;
	return at->end > at->first + 1 && flow_ordinal_parse(table_text_word(c->text, at->first), &mark) &&
	       mark.kind == ORDINAL_ROMAN && mark.marked;
}

/* Takes the lines of all pages apart into chunks; those under a head have its column. */
static void gather(struct columns *c, uint32_t line)
{
	uint32_t l = line, column = NO_COLUMN;
	bool after_head = false;
	while (l < c->text->lines.n && l < line + MOST_LINES) {
		const struct document_block *block = block_of(c->text, l);
		struct flow_ordinal_mark mark;
		uint32_t end = l + 1;
		bool torn = l > line && c->text->lines.at[l].block != c->text->lines.at[l - 1].block + 1;
		if (torn || (l > line && (flow_line_ends_table(c->text, l) || begins_section(c, l))))
			break;
		bool fresh = l == line || block->blank_before > 0 || block->page_before;
		c->n_pages += block->page_before && l > line;
		bool is_foot = block->page_before && l > line && is_number(c, l, &mark);
		uint32_t head = take_head(c, l, &end, fresh || after_head);
		if (head == NO_COLUMN && !is_foot) {
			column = fresh ? NO_COLUMN : column;
			bool ordinal = is_ordinal(c, l);
			add_line(c, l, ordinal ? ordinal_column(c) : column, fresh);
		}
		after_head = head != NO_COLUMN;
		column = after_head ? head : column;
		l = end;
	}
	c->n_pages++;
	c->end = l;
}

bool table_columns_begins(struct arena *arena, const struct table_text *text, uint32_t line, size_t *effort,
                          struct table_header *ret_header)
{
	enum { FEWEST = 3 };
	struct table_header one;
	struct columns c = {.arena = arena, .text = text};
	uint32_t end;
	if (*effort == 0 || !find_head(arena, text, line, &one, &end) || one.columns[0] == TABLE_NOTE)
		return false;
	gather(&c, line);
	if (c.n_heads < FEWEST || c.chunks.n < FEWEST || !table_header_is_of_tasks(&c.header)) {
		size_t looked_at = c.end - line;
		*effort -= looked_at < *effort ? looked_at : *effort;
		return false;
	}
	*ret_header = c.header;
	return true;
}

/* --- what column a chunk belongs to --- */

static void learn_chunk(struct columns *c, struct cell_model *model, const struct chunk *chunk)
{
	struct cell_piece_vec pieces = {0};
	for (uint32_t l = chunk->first; l < chunk->end; l++) {
		const struct table_line *at = &c->text->lines.at[l];
		struct cell_piece piece = {.first = at->first, .end = at->end, .column = (uint8_t)chunk->column, .begins_line = true};
		piece.begins_cell = l == chunk->first;
		VEC_PUSH(c->arena, &pieces, piece);
	}
	cell_model_learn(model, pieces.at, pieces.n, 1);
}

/* Titles are longer than the cells beside them, and stand one below the other where nothing is between them. */
static float score_length(const struct chunk *chunk, uint32_t n_words)
{
	static const float per_word = 0.12F, at_most = 1.8F, at_least = -1.0F;
	enum { SHORT_WORDS = 6, SHORT_LINES = 1 };
	float score = per_word * ((float)n_words - SHORT_WORDS);
	score = chunk->end <= chunk->first + SHORT_LINES && score > 0 ? 0 : score;
	return score > at_most ? at_most : score < at_least ? at_least : score;
}

static float score_chunk(const struct columns *c, const struct cell_model *model, const struct chunk *chunk, uint32_t column,
                         const uint32_t *widths, uint32_t last)
{
	static const float next_column = 1.0F, same_column = 0.3F, too_wide = -8.0F, words_weight = 3.0F, loose = 1.08F;
	float scores[TABLE_MAX_COLUMNS * 64], sum = 0;
	uint32_t first = c->text->lines.at[chunk->first].first, end = c->text->lines.at[chunk->end - 1].end, widest = 0;
	for (uint32_t l = chunk->first; l < chunk->end; l++) {
		uint32_t width = table_text_width(c->text, c->text->lines.at[l].first, c->text->lines.at[l].end);
		widest = width > widest ? width : widest;
	}
	uint32_t n = end - first < 64 ? end - first : 64;
	cell_model_score_words(model, first, first + n, scores);
	for (uint32_t w = 0; w < n; w++)
		sum += scores[w * TABLE_MAX_COLUMNS + column];
	float score = cell_model_score_start(model, column, first, end) + words_weight * sum / (float)(n + 2);
	score += model->header.columns[column] == TABLE_TITLE ? score_length(chunk, end - first) : 0;
	score += column == last + 1 ? next_column : column == last ? same_column : 0;
	return widths[column] > 0 && (float)widest > loose * (float)widths[column] ? score + too_wide : score;
}

/* Whether a chunk of the page is known to be of the column. */
static bool is_filled(const struct columns *c, uint32_t page, uint32_t column)
{
	for (size_t i = 0; i < c->chunks.n; i++)
		if (c->chunks.at[i].page == page && c->chunks.at[i].column == column)
			return true;
	return false;
}

static void measure(const struct columns *c, uint32_t *widths)
{
	for (size_t i = 0; i < c->chunks.n; i++) {
		const struct chunk *chunk = &c->chunks.at[i];
		for (uint32_t l = chunk->first; l < chunk->end && chunk->column != NO_COLUMN && chunk->end > chunk->first + 2; l++) {
			uint32_t width = table_text_width(c->text, c->text->lines.at[l].first, c->text->lines.at[l].end);
			widths[chunk->column] = width > widths[chunk->column] ? width : widths[chunk->column];
		}
	}
}

static uint32_t tell_chunk(const struct columns *c, const struct cell_model *model, const struct chunk *chunk,
                           const uint32_t *widths, uint32_t last)
{
	static const float still_empty = 1.0F;
	uint32_t told = NO_COLUMN;
	float best = 0;
	for (uint32_t k = 0; k < c->header.n_columns; k++) {
		if (c->header.columns[k] == TABLE_ORDINAL)
			continue;
		float score = score_chunk(c, model, chunk, k, widths, last) + (is_filled(c, chunk->page, k) ? 0 : still_empty);
		if (told == NO_COLUMN || score > best) {
			best = score;
			told = k;
		}
	}
	return told;
}

static void tell_chunks(struct columns *c, struct cell_model *model)
{
	uint32_t widths[TABLE_MAX_COLUMNS] = {0}, last = 0;
	measure(c, widths);
	for (size_t i = 0; i < c->chunks.n; i++)
		if (c->chunks.at[i].column != NO_COLUMN)
			learn_chunk(c, model, &c->chunks.at[i]);
	for (size_t i = 0; i < c->chunks.n; i++) {
		struct chunk *chunk = &c->chunks.at[i];
		if (chunk->column == NO_COLUMN) {
			chunk->column = tell_chunk(c, model, chunk, widths, last);
			learn_chunk(c, model, chunk);
		}
		last = chunk->column;
	}
}

/* --- rows --- */

static void read_page(struct columns *c, const struct cell_model *model, uint32_t page, struct table_raw_row_vec *rows)
{
	struct column_cells cells = {.model = model, .after_cut = page > 0};
	for (size_t i = 0; i < c->chunks.n; i++) {
		const struct chunk *chunk = &c->chunks.at[i];
		for (uint32_t l = chunk->first; chunk->page == page && l < chunk->end; l++) {
			const struct table_line *at = &c->text->lines.at[l];
			struct column_line line = {.first = at->first, .end = at->end, .apart = l == chunk->first};
			VEC_PUSH(c->arena, &cells.lines[chunk->column], line);
		}
	}
	column_cells_align(c->arena, &cells, rows);
}

enum rc table_columns_read(struct arena *arena, struct table_text *text, const struct counts *pairs, uint32_t line,
                           reading_progress progress, void *context, struct table *table, struct table_header *ret_header,
                           uint32_t *ret_end)
{
	struct columns c = {.arena = arena, .text = text};
	struct table_raw_row_vec rows = {0};
	struct cell_model model;
	gather(&c, line);
	cell_model_init(&model, arena, text, pairs, &c.header);
	for (uint32_t l = line; l < c.end; l++)
		cell_model_see_line(&model, text->lines.at[l].first, text->lines.at[l].end);
	tell_chunks(&c, &model);
	for (uint32_t p = 0; p < c.n_pages; p++)
		read_page(&c, &model, p, &rows);
	*ret_header = c.header;
	*ret_end = c.end;
	return table_rows_read(arena, text, pairs, &c.header, &rows, false, progress, context, table);
}
