#include "format/builder.h"

#include "base/utf8.h"
#include "viet/nfc.h"
#include "viet/space.h"

void builder_init(struct builder *builder, struct arena *arena)
{
	*builder = (struct builder){.arena = arena};
	buf_init(&builder->out, arena, BUILDER_MAX_BYTES);
}

bool builder_is_full(const struct builder *builder)
{
	return builder->limit != NULL || builder->out.overflowed;
}

static void pass_limit(struct builder *builder, const char *id, uint32_t number)
{
	if (builder->limit != NULL)
		return;
	builder->limit = id;
	builder->limit_number = number;
}

static bool is_character(uint32_t c)
{
	bool is_control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0);
	return c != UTF8_INVALID && !is_control && (c & 0xfffe) != 0xfffe;
}

/* NFC, with nothing in it that is no character. */
static struct str clean(struct builder *builder, struct str text)
{
	struct buf out;
	size_t at = 0, from = 0;
	while (at < text.len && is_character(utf8_next(text, &from)))
		at = from;
	if (at < text.len) {
		buf_init(&out, builder->arena, text.len);
		buf_add(&out, str_part(text, 0, at));
		while (at < text.len) {
			from = at;
			if (is_character(utf8_next(text, &at)))
				buf_add(&out, str_part(text, from, at - from));
		}
		text = buf_str(&out);
	}
	return viet_nfc(builder->arena, text);
}

/* Writes a text; the span is that of its words. */
static struct document_span write_text(struct builder *builder, struct str text)
{
	uint32_t begin = (uint32_t)builder->out.len;
	buf_add(&builder->out, text);
	return (struct document_span){begin, (uint32_t)builder->out.len};
}

/* A gap in the source is one in the text, which is looked at by people. */
static void begin_block(struct builder *builder)
{
	if (builder->page && builder->out.len > 0)
		buf_add_char(&builder->out, '\f');
	if (builder->blank > 0 && builder->out.len > 0) {
		buf_add_char(&builder->out, '\n');
		builder->line++;
	}
	builder->line++;
}

static void end_block(struct builder *builder, struct document_block block)
{
	block.line = builder->line;
	block.blank_before = builder->blank;
	block.page_before = builder->page;
	buf_add_char(&builder->out, '\n');
	if (builder->document.blocks.n == BUILDER_MAX_BLOCKS)
		pass_limit(builder, MSG("The file has more than {1} lines. Split it, and read the part that holds the plan."),
		           BUILDER_MAX_BLOCKS);
	else if (!builder_is_full(builder))
		VEC_PUSH(builder->arena, &builder->document.blocks, block);
	builder->blank = 0;
	builder->page = false;
}

void builder_add_blank(struct builder *builder)
{
	builder->blank++;
}

void builder_add_page(struct builder *builder)
{
	builder->page = builder->document.blocks.n > 0;
}

static void add_line(struct builder *builder, struct str line, bool emphasised)
{
	struct str words = viet_space_trim(line);
	if (words.len == 0) {
		builder->blank++;
		return;
	}
	begin_block(builder);
	end_block(builder,
	          (struct document_block){.kind = DOCUMENT_LINE, .span = write_text(builder, words), .emphasised = emphasised});
}

void builder_add_lines(struct builder *builder, struct str text, bool emphasised)
{
	struct str rest = clean(builder, text), line;
	if (rest.len == 0)
		builder->blank++;
	while (!builder_is_full(builder) && str_split(&rest, '\n', &line))
		add_line(builder, line, emphasised);
}

/* The paragraphs of a cell stand in one line of the text, since a row is one. */
static struct document_span write_cell(struct builder *builder, struct str text)
{
	struct document_span span = {0};
	struct str rest = clean(builder, text), line;
	while (str_split(&rest, '\n', &line)) {
		line = viet_space_trim(line);
		if (line.len == 0)
			continue;
		if (span.end > span.begin)
			buf_add(&builder->out, STR(DOCUMENT_PARAGRAPH_END));
		struct document_span part = write_text(builder, line);
		span.begin = span.end > span.begin ? span.begin : part.begin;
		span.end = part.end;
	}
	return span;
}

static bool has_words(const struct builder_cell *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (viet_space_trim(cells[i].text).len > 0)
			return true;
	return false;
}

void builder_add_row(struct builder *builder, const struct builder_cell *cells, size_t n, bool emphasised)
{
	struct document_block block = {.kind = DOCUMENT_ROW, .emphasised = emphasised};
	while (n > 0 && cells[n - 1].column >= BUILDER_MAX_COLUMNS)
		n--;
	if (builder_is_full(builder) || !has_words(cells, n))
		return;
	builder->n_cells += n;
	if (builder->n_cells > BUILDER_MAX_CELLS) {
		pass_limit(builder, MSG("The tables have more than {1} cells. Split the file, and read the part that holds the plan."),
		           BUILDER_MAX_CELLS);
		return;
	}
	begin_block(builder);
	block.cells = ARENA_ARRAY(builder->arena, struct document_cell, n);
	block.n_cells = (uint32_t)n;
	block.span.begin = (uint32_t)builder->out.len;
	buf_add_char(&builder->out, '|');
	for (size_t i = 0; i < n; i++) {
		uint32_t room = BUILDER_MAX_COLUMNS - cells[i].column;
		buf_add_char(&builder->out, ' ');
		block.cells[i] = (struct document_cell){
		    .span = write_cell(builder, cells[i].text),
		    .column = (uint16_t)cells[i].column,
		    .n_columns = (uint16_t)(cells[i].n_columns < room ? cells[i].n_columns : room),
		    .n_rows = (uint16_t)(cells[i].n_rows < UINT16_MAX ? cells[i].n_rows : UINT16_MAX),
		};
		buf_add(&builder->out, STR(" |"));
	}
	block.span.end = (uint32_t)builder->out.len;
	end_block(builder, block);
}

void builder_warn(struct builder *builder, struct message warning)
{
	VEC_PUSH(builder->arena, &builder->document.warnings, warning);
}

enum rc builder_finish(struct builder *builder, struct document *ret, struct message *ret_problem)
{
	enum { MEGABYTE = 1024 * 1024 };
	if (builder->out.overflowed)
		pass_limit(builder, MSG("The file is larger than {1} MB. Split it, and read the part that holds the plan."),
		           BUILDER_MAX_BYTES / MEGABYTE);
	if (builder->limit != NULL) {
		*ret_problem = (struct message){.id = builder->limit, .args = {str_format(builder->arena, "%u", builder->limit_number)}};
		return RC_LIMIT;
	}
	if (builder->document.blocks.n == 0) {
		*ret_problem = (struct message){.id = MSG("The file holds no text. Choose the file that holds the plan.")};
		return RC_INVALID;
	}
	builder->document.text = buf_str(&builder->out);
	*ret = builder->document;
	return RC_OK;
}
