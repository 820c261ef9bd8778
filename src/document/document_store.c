/* Numbers are written seven bits a byte, the lowest first; texts with their length before them; a sum over all at the end. */
#include "document/document_store.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/nfc.h"

/* The last is the version: a document kept by another one is made anew. */
static const struct str magic = STR_INIT("sauro document 1\n");

enum { SUM_BYTES = 8, BOX_MOST = 10000, CONFIDENCE_MOST = 100 };

/* FNV-1a: tells a file that was cut or spoilt, not one that was made to deceive. */
static uint64_t sum_of(struct str bytes)
{
	uint64_t sum = 14695981039346656037u;
	for (size_t i = 0; i < bytes.len; i++)
		sum = (sum ^ (unsigned char)bytes.ptr[i]) * 1099511628211u;
	return sum;
}

/* ---- Writing ---- */

static void put(struct buf *out, uint64_t number)
{
	for (; number >= 0x80; number >>= 7)
		buf_add_char(out, (char)(0x80 | (number & 0x7f)));
	buf_add_char(out, (char)number);
}

static void put_text(struct buf *out, struct str text)
{
	put(out, text.len);
	buf_add(out, text);
}

/* The numbers of a span, by how far it lies behind the one before. */
static void put_span(struct buf *out, struct document_span span, uint32_t *last)
{
	if (span.end <= span.begin)
		span.begin = span.end = *last;
	put(out, span.begin - *last);
	put(out, span.end - span.begin);
	*last = span.begin;
}

static void put_block(struct buf *out, const struct document_block *block, uint32_t *last)
{
	uint32_t cell_last;
	put(out, (uint64_t)block->kind | (uint64_t)block->page_before << 1 | (uint64_t)block->emphasised << 2);
	put_span(out, block->span, last);
	put(out, block->line);
	put(out, block->blank_before);
	put(out, block->indent);
	put(out, block->n_cells);
	cell_last = *last;
	for (uint32_t c = 0; c < block->n_cells; c++) {
		const struct document_cell *cell = &block->cells[c];
		put_span(out, cell->span, &cell_last);
		put(out, cell->column);
		put(out, cell->n_columns);
		put(out, cell->n_rows);
	}
}

static void put_word(struct buf *out, const struct document_word *word, uint32_t *last)
{
	put_span(out, word->span, last);
	put(out, word->page);
	put(out, word->left);
	put(out, word->top);
	put(out, word->right);
	put(out, word->bottom);
	put(out, word->confidence);
}

static void put_message(struct buf *out, const struct message *message)
{
	put_text(out, utf8_cut(str_of(message->id), DOCUMENT_STORE_MAX_SENTENCE));
	for (size_t i = 0; i < MESSAGE_ARGS; i++)
		put_text(out, utf8_cut(message->args[i], DOCUMENT_STORE_MAX_SENTENCE));
}

enum rc document_store_write(struct arena *arena, const struct document *document, struct str *ret)
{
	struct buf out;
	uint32_t last = 0;
	buf_init(&out, arena, DOCUMENT_STORE_MAX_BYTES);
	buf_add(&out, magic);
	put_text(&out, document->text);
	put(&out, document->blocks.n);
	for (size_t i = 0; i < document->blocks.n; i++)
		put_block(&out, &document->blocks.at[i], &last);
	put(&out, document->pages.n);
	for (size_t i = 0; i < document->pages.n; i++) {
		put(&out, document->pages.at[i].width);
		put(&out, document->pages.at[i].height);
		put(&out, document->pages.at[i].is_scan);
	}
	put(&out, document->words.n);
	last = 0;
	for (size_t i = 0; i < document->words.n; i++)
		put_word(&out, &document->words.at[i], &last);
	size_t n = document->warnings.n < DOCUMENT_STORE_MAX_WARNINGS ? document->warnings.n : DOCUMENT_STORE_MAX_WARNINGS;
	put(&out, n);
	for (size_t i = 0; i < n; i++)
		put_message(&out, &document->warnings.at[i]);
	uint64_t sum = sum_of(buf_str(&out));
	for (int i = 0; i < SUM_BYTES; i++)
		buf_add_char(&out, (char)(sum >> (8 * i) & 0xff));
	return buf_finish(&out, ret);
}

struct str document_store_write_message(struct arena *arena, const struct message *message)
{
	struct buf out;
	buf_init(&out, arena, (MESSAGE_ARGS + 1) * (DOCUMENT_STORE_MAX_SENTENCE + SUM_BYTES));
	put_message(&out, message);
	return buf_str(&out);
}

/* ---- Reading ---- */

/* What is left, and whether all was well so far; after the first thing that is not, everything read is zero. */
struct source {
	struct arena *arena;
	struct str rest;
	struct document *document;
	bool spoilt;
};

static uint64_t spoil(struct source *source)
{
	source->spoilt = true;
	source->rest = (struct str){0};
	return 0;
}

static uint64_t take(struct source *source, uint64_t most)
{
	enum { LAST_SHIFT = 56 };
	uint64_t number = 0;
	for (unsigned shift = 0; shift <= LAST_SHIFT && source->rest.len > 0; shift += 7) {
		unsigned char byte = (unsigned char)source->rest.ptr[0];
		source->rest = str_from(source->rest, 1);
		number |= (uint64_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			return number <= most ? number : spoil(source);
	}
	return spoil(source);
}

/* How many things follow, each of which takes at least `bytes`: so what is made for them is bounded by what came. */
static size_t take_count(struct source *source, size_t bytes, size_t most)
{
	size_t room = source->rest.len / bytes;
	return (size_t)take(source, room < most ? room : most);
}

static bool is_text(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];
		if ((c < 0x20 && c != '\n' && c != '\t' && c != '\f') || c == 0x7f)
			return false;
	}
	return utf8_is_valid(text);
}

static struct str take_text(struct source *source, size_t most)
{
	size_t len = (size_t)take(source, most < source->rest.len ? most : source->rest.len);
	struct str text = str_part(source->rest, 0, len);
	if (text.len != len || !is_text(text)) {
		spoil(source);
		return (struct str){0};
	}
	source->rest = str_from(source->rest, len);
	return text;
}

static bool is_boundary(struct str text, uint32_t at)
{
	return at >= text.len || ((unsigned char)text.ptr[at] & 0xc0) != 0x80;
}

static struct document_span take_span(struct source *source, uint32_t *last)
{
	struct str text = source->document->text;
	uint64_t begin = *last + take(source, UINT32_MAX), end = begin + take(source, UINT32_MAX);
	if (end > text.len || !is_boundary(text, (uint32_t)begin) || !is_boundary(text, (uint32_t)end)) {
		spoil(source);
		return (struct document_span){0};
	}
	*last = (uint32_t)begin;
	return begin == end ? (struct document_span){0} : (struct document_span){(uint32_t)begin, (uint32_t)end};
}

static struct document_cell take_cell(struct source *source, uint32_t *last)
{
	struct document_cell cell = {.span = take_span(source, last)};
	cell.column = (uint16_t)take(source, DOCUMENT_STORE_MAX_COLUMNS - 1);
	cell.n_columns = (uint16_t)take(source, DOCUMENT_STORE_MAX_COLUMNS);
	cell.n_rows = (uint16_t)take(source, UINT16_MAX);
	return cell;
}

static struct document_block take_block(struct source *source, uint32_t *last)
{
	enum { FLAGS = 7, CELL_BYTES = 5 };
	unsigned flags = (unsigned)take(source, FLAGS);
	struct document_block block = {
	    .kind = flags & 1 ? DOCUMENT_ROW : DOCUMENT_LINE, .page_before = flags >> 1 & 1, .emphasised = flags >> 2 & 1};
	block.span = take_span(source, last);
	block.line = (uint32_t)take(source, UINT32_MAX);
	block.blank_before = (uint32_t)take(source, UINT32_MAX);
	block.indent = (uint32_t)take(source, UINT32_MAX);
	block.n_cells = (uint32_t)take_count(source, CELL_BYTES, DOCUMENT_STORE_MAX_COLUMNS);
	if ((block.kind == DOCUMENT_LINE) != (block.n_cells == 0))
		spoil(source);
	uint32_t cell_last = *last, next_column = 0;
	block.cells = ARENA_ARRAY(source->arena, struct document_cell, block.n_cells);
	for (uint32_t c = 0; c < block.n_cells && !source->spoilt; c++) {
		block.cells[c] = take_cell(source, &cell_last);
		if (block.cells[c].column < next_column)
			spoil(source);
		next_column = block.cells[c].column + 1u;
	}
	return block;
}

static struct document_word take_word(struct source *source, uint32_t *last)
{
	struct document_word word = {.span = take_span(source, last)};
	word.page = (uint32_t)take(source, source->document->pages.n);
	word.left = (uint16_t)take(source, BOX_MOST);
	word.top = (uint16_t)take(source, BOX_MOST);
	word.right = (uint16_t)take(source, BOX_MOST);
	word.bottom = (uint16_t)take(source, BOX_MOST);
	word.confidence = (uint8_t)take(source, CONFIDENCE_MOST);
	if (word.page == 0 || word.left > word.right || word.top > word.bottom)
		spoil(source);
	return word;
}

static struct message take_message(struct source *source)
{
	struct message message = {.id = str_cstr(source->arena, take_text(source, DOCUMENT_STORE_MAX_SENTENCE))};
	for (size_t i = 0; i < MESSAGE_ARGS; i++)
		message.args[i] = str_dup(source->arena, take_text(source, DOCUMENT_STORE_MAX_SENTENCE));
	return message;
}

static void take_blocks(struct source *source)
{
	enum { BLOCK_BYTES = 7 };
	uint32_t last = 0;
	size_t n = take_count(source, BLOCK_BYTES, UINT32_MAX);
	for (size_t i = 0; i < n && !source->spoilt; i++)
		VEC_PUSH(source->arena, &source->document->blocks, take_block(source, &last));
}

static void take_pages(struct source *source)
{
	enum { PAGE_BYTES = 3, WORD_BYTES = 8 };
	uint32_t last = 0;
	size_t n = take_count(source, PAGE_BYTES, UINT32_MAX);
	for (size_t i = 0; i < n && !source->spoilt; i++) {
		struct document_page page = {.width = (uint32_t)take(source, UINT32_MAX)};
		page.height = (uint32_t)take(source, UINT32_MAX);
		page.is_scan = take(source, 1) == 1;
		VEC_PUSH(source->arena, &source->document->pages, page);
	}
	n = take_count(source, WORD_BYTES, UINT32_MAX);
	for (size_t i = 0; i < n && !source->spoilt; i++)
		VEC_PUSH(source->arena, &source->document->words, take_word(source, &last));
}

static void take_warnings(struct source *source)
{
	size_t n = take_count(source, MESSAGE_ARGS + 1, DOCUMENT_STORE_MAX_WARNINGS);
	for (size_t i = 0; i < n && !source->spoilt; i++)
		VEC_PUSH(source->arena, &source->document->warnings, take_message(source));
}

/* The bytes between the magic and the sum; RC_INVALID where one of the two is wrong. */
static enum rc open_bytes(struct str bytes, struct str *ret)
{
	if (bytes.len < magic.len + SUM_BYTES || bytes.len > DOCUMENT_STORE_MAX_BYTES || !str_has_prefix(bytes, magic))
		return RC_INVALID;
	struct str body = str_part(bytes, 0, bytes.len - SUM_BYTES);
	uint64_t sum = 0;
	for (int i = SUM_BYTES - 1; i >= 0; i--)
		sum = sum << 8 | (unsigned char)bytes.ptr[body.len + (size_t)i];
	*ret = str_from(body, magic.len);
	return sum == sum_of(body) ? RC_OK : RC_INVALID;
}

enum rc document_store_read(struct arena *arena, struct str bytes, struct document *ret)
{
	struct document document = {0};
	struct source source = {.arena = arena, .document = &document};
	TRY(open_bytes(bytes, &source.rest));
	struct str text = take_text(&source, DOCUMENT_STORE_MAX_BYTES);
	if (!str_eq(viet_nfc(arena, text), text))
		spoil(&source);
	document.text = str_dup(arena, text);
	take_blocks(&source);
	take_pages(&source);
	take_warnings(&source);
	if (source.spoilt || source.rest.len > 0)
		return RC_INVALID;
	*ret = document;
	return RC_OK;
}

enum rc document_store_read_message(struct arena *arena, struct str bytes, struct message *ret)
{
	struct source source = {.arena = arena, .rest = bytes};
	struct message message = take_message(&source);
	if (source.spoilt || source.rest.len > 0 || message.id[0] == '\0')
		return RC_INVALID;
	*ret = message;
	return RC_OK;
}
