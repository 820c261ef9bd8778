#include "format/page_writer.h"

#include <string.h>

#include "viet/torn_word.h"

enum {
	TEXT_MAX = 64 * 1024 * 1024,
	SCALE = 10000, /* of a word's place on its page */
	CELL_PADDING = 600,
	PARAGRAPH_GAP = 150, /* percent of a line's height from the middle of one to the next: more begins a paragraph */
};

void page_writer_init(struct page_writer *writer, struct arena *arena, struct document *document)
{
	*writer = (struct page_writer){.arena = arena, .document = document, .line = 1};
	buf_init(&writer->text, arena, TEXT_MAX);
}

void page_writer_begin_page(struct page_writer *writer, const struct page *page)
{
	writer->page = page;
	writer->page_number++;
	writer->page_before = writer->document->blocks.n > 0;
	VEC_PUSH(writer->arena, &writer->document->pages,
	         (struct document_page){.width = (uint32_t)page->width, .height = (uint32_t)page->height, .is_scan = page->is_scan});
}

static uint32_t offset(const struct page_writer *writer)
{
	return (uint32_t)writer->text.len;
}

static uint16_t part_of(int32_t at, int32_t whole)
{
	if (at <= 0 || whole <= 0)
		return 0;
	return at >= whole ? SCALE : (uint16_t)((int64_t)at * SCALE / whole);
}

static void add_word(struct page_writer *writer, uint32_t number)
{
	const struct page_word *word = &writer->page->words.at[number];
	const struct page_box *box = &word->box;
	uint32_t begin = offset(writer);
	buf_add(&writer->text, word->text);
	VEC_PUSH(writer->arena, &writer->document->words,
	         (struct document_word){.span = {begin, offset(writer)},
	                                .page = writer->page_number,
	                                .left = part_of(box->left, writer->page->width),
	                                .top = part_of(box->top, writer->page->height),
	                                .right = part_of(box->right, writer->page->width),
	                                .bottom = part_of(box->bottom, writer->page->height),
	                                .confidence = word->confidence});
}

static void add_words(struct page_writer *writer, const struct page_line *line)
{
	for (uint32_t i = 0; i < line->n; i++) {
		if (i > 0)
			buf_add_char(&writer->text, ' ');
		add_word(writer, line->words[i]);
	}
}

static void end_line(struct page_writer *writer)
{
	buf_add_char(&writer->text, '\n');
	writer->line++;
}

/* Begins a block: with the blank lines, or the new page, before it. */
static struct document_block begin_block(struct page_writer *writer, enum document_block_kind kind, uint32_t blank_before)
{
	if (writer->document->blocks.n == 0)
		blank_before = 0;
	if (writer->page_before)
		buf_add_char(&writer->text, '\f');
	for (uint32_t i = 0; i < blank_before; i++)
		end_line(writer);
	struct document_block block = {
	    .kind = kind, .line = writer->line, .blank_before = blank_before, .page_before = writer->page_before};
	writer->page_before = false;
	return block;
}

void page_writer_add_line(struct page_writer *writer, const struct page_line *line, uint32_t blank_before, uint32_t indent)
{
	struct document_block block = begin_block(writer, DOCUMENT_LINE, blank_before);
	block.indent = indent;
	block.emphasised = line->bold;
	for (uint32_t i = 0; i < indent; i++)
		buf_add_char(&writer->text, ' ');
	block.span.begin = offset(writer);
	add_words(writer, line);
	block.span.end = offset(writer);
	end_line(writer);
	VEC_PUSH(writer->arena, &writer->document->blocks, block);
}

/* --- rows --- */

static struct str word_text(const struct page_writer *writer, const struct page_line *line, uint32_t i)
{
	return writer->page->words.at[line->words[i]].text;
}

static bool begins_small(struct str s)
{
	return s.len > 0 && s.ptr[0] >= 'a' && s.ptr[0] <= 'z';
}

static bool is_bullet(struct str s)
{
	static const char *const bullets[] = {"-", "–", "—", "+", "*", "•", "●", "▪", "◦"};
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (str_eq(s, str_of(bullets[i])))
			return true;
	return false;
}

static bool ends_sentence(struct str s)
{
	return s.len > 0 && strchr(".;:", s.ptr[s.len - 1]) != NULL;
}

/* Whether a line of a cell ended before it was full, so that a paragraph ends there. A dash after a full one is a
 * bullet only in a list: names have dashes too. */
static bool ends_paragraph(const struct page_writer *writer, const struct page_cell *cell, const struct page_line *line,
                           const struct page_line *next, int32_t padding, bool in_list)
{
	const struct page_box *first = &writer->page->words.at[next->words[0]].box;
	bool bullet = is_bullet(word_text(writer, next, 0)) && next->n > 1;
	if (bullet && (in_list || ends_sentence(word_text(writer, line, line->n - 1))))
		return true;
	if (begins_small(word_text(writer, next, 0)))
		return false;
	int64_t pitch = (int64_t)page_box_middle(&next->box) - page_box_middle(&line->box);
	if (pitch * 100 > (int64_t)page_box_height(&line->box) * PARAGRAPH_GAP)
		return true;
	int32_t space = page_box_height(&line->box) / 2;
	int32_t room = page_box_width(&cell->box) - 2 * padding - page_box_width(&line->box);
	return room > space + page_box_width(first);
}

/* How far the text keeps away from the sides of its cell. */
static int32_t padding_of(const struct page_cell *cell, const struct page_line_vec *lines)
{
	int32_t padding = CELL_PADDING;
	for (size_t i = 0; i < lines->n; i++) {
		int32_t left = lines->at[i].box.left - cell->box.left;
		padding = left < padding ? left : padding;
	}
	return padding > 0 ? padding : 0;
}

/* Whether a line breaks inside a word that no space belongs into: "76/NQ-" "CP". */
static bool is_cut_word(struct str word)
{
	bool digits = false;
	for (size_t i = 0; i < word.len; i++)
		digits = digits || (word.ptr[i] >= '0' && word.ptr[i] <= '9');
	bool address = str_contains(word, STR("://")) || str_has_prefix(word, STR("www."));
	return word.len > 1 && (digits || address) && (str_has_suffix(word, STR("-")) || str_has_suffix(word, STR("/")));
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether the pieces of two lines are one word that the column was too narrow for. A word is broken only where it stands alone in
 * its line and not one letter more would have fitted; what two such lines hold may still be two words, if both can be. */
static bool is_broken_word(const struct page_writer *writer, const struct page_cell *cell, const struct page_line *line,
                           const struct page_line *next, int32_t padding)
{
	struct str before = word_text(writer, line, line->n - 1), after = word_text(writer, next, 0);
	int32_t room = page_box_width(&cell->box) - 2 * padding - page_box_width(&line->box);
	int64_t letter = page_box_width(&line->box) / (int64_t)(before.len > 0 ? before.len : 1);
	int32_t height = page_box_height(&line->box);
	if (line->n != 1 || before.len == 0 || after.len == 0 || is_bullet(before) || is_bullet(after) ||
	    room >= (letter > height / 2 ? letter : height / 2))
		return false;
	if (is_digit(before.ptr[before.len - 1]))
		return is_digit(after.ptr[0]);
	if (strchr(".,;:)", before.ptr[before.len - 1]) != NULL || is_digit(after.ptr[0]))
		return false;
	return viet_torn_word_is_one(before, after);
}

static struct document_span add_cell(struct page_writer *writer, const struct page_cell *cell, const struct page_line_vec *lines)
{
	struct document_span span = {.begin = offset(writer)};
	int32_t padding = padding_of(cell, lines);
	bool in_list = lines->n > 0 && is_bullet(word_text(writer, &lines->at[0], 0));
	for (size_t i = 0; i < lines->n; i++) {
		const struct page_line *line = &lines->at[i], *before = i > 0 ? &lines->at[i - 1] : NULL;
		bool cut = before != NULL &&
		           (is_cut_word(word_text(writer, before, before->n - 1)) || is_broken_word(writer, cell, before, line, padding));
		if (before != NULL && !cut && ends_paragraph(writer, cell, before, line, padding, in_list))
			buf_add(&writer->text, STR(DOCUMENT_PARAGRAPH_END));
		else if (before != NULL && !cut)
			buf_add_char(&writer->text, ' ');
		add_words(writer, line);
	}
	span.end = offset(writer);
	return span;
}

static bool is_bold(const struct page_line_vec *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		if (!lines->at[i].bold)
			return false;
	return true;
}

void page_writer_add_row(struct page_writer *writer, const struct page_cell *cells, const struct page_line_vec *lines, uint32_t n,
                         uint32_t blank_before)
{
	struct document_block block = begin_block(writer, DOCUMENT_ROW, blank_before);
	bool any = false, bold = true;
	block.cells = ARENA_ARRAY(writer->arena, struct document_cell, n);
	block.n_cells = n;
	block.span.begin = offset(writer);
	buf_add_char(&writer->text, '|');
	for (uint32_t i = 0; i < n; i++) {
		buf_add_char(&writer->text, ' ');
		block.cells[i] = (struct document_cell){.span = add_cell(writer, &cells[i], &lines[i]),
		                                        .column = cells[i].column,
		                                        .n_columns = cells[i].n_columns,
		                                        .n_rows = cells[i].n_rows};
		buf_add(&writer->text, STR(" |"));
		any = any || lines[i].n > 0;
		bold = bold && is_bold(&lines[i]);
	}
	block.span.end = offset(writer);
	block.emphasised = any && bold;
	end_line(writer);
	VEC_PUSH(writer->arena, &writer->document->blocks, block);
}

enum rc page_writer_finish(struct page_writer *writer)
{
	return buf_finish(&writer->text, &writer->document->text);
}
