/* Lines and pipe tables of plain text and Markdown. The document's text is the file's, less the marks of Markdown. */
#include "document/text_reader.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "document/markdown.h"
#include "viet/nfc.h"
#include "viet/space.h"

/* What the first bytes of a file say it is, other than text. */
static const struct {
	struct str magic;
	const char *problem;
} known_kinds[] = {
    {STR_INIT("PK\x03\x04"),
     MSG("This is a packed archive (ZIP) with no document in it that can be read. Unpack it, and send the plan that it holds.")},
    {STR_INIT("Rar!"), MSG("This is a packed archive (RAR). Unpack it, and send the plan that it holds.")},
    {STR_INIT("7z\xbc\xaf\x27\x1c"), MSG("This is a packed archive (7-Zip). Unpack it, and send the plan that it holds.")},
};

/* What Windows or Linux would start. */
static bool is_program(struct str bytes)
{
	enum { HEAD = 64 };
	struct str head = str_part(bytes, 0, HEAD);
	bool windows = str_has_prefix(head, STR("MZ")) && memchr(head.ptr, 0, head.len) != NULL;
	return windows || str_has_prefix(head, STR("\x7f"
	                                           "ELF"));
}

static enum rc refuse(struct message *ret_problem, enum rc rc, const char *id, struct str arg, struct str arg2)
{
	*ret_problem = (struct message){.id = id, .args = {arg, arg2}};
	return rc;
}

static struct str number_text(struct arena *arena, size_t number)
{
	return str_format(arena, "%zu", number);
}

/* In which line, from 1, byte `at` stands. */
static size_t line_of(struct str bytes, size_t at)
{
	size_t line = 1;
	for (size_t i = 0; i < at; i++)
		if (bytes.ptr[i] == '\n' || (bytes.ptr[i] == '\r' && (i + 1 == bytes.len || bytes.ptr[i + 1] != '\n')))
			line++;
	return line;
}

static bool is_control(char c)
{
	return ((unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7f;
}

/* Whether what the file begins with, blanks aside, is how a web page begins. */
static bool is_web_page(struct str head)
{
	static const char *const beginnings[] = {"<!doctype", "<html", "<head", "<body", "<table",
	                                         "<meta",     "<?xml", "<!--",  "<div",  "<p>"};
	if (str_has_prefix(head, STR("\xef\xbb\xbf")))
		head = str_from(head, 3);
	head = str_trim(head);
	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
		if (str_eq_nocase(str_part(head, 0, strlen(beginnings[i])), str_of(beginnings[i])))
			return true;
	return false;
}

bool text_reader_is_text(struct str head)
{
	static const struct str others[] = {STR_INIT("%PDF-"), STR_INIT("PK\x03\x04"), STR_INIT("{\\rtf"), STR_INIT("\xff\xd8\xff")};
	if (str_has_prefix(head, STR("\xff\xfe")) || str_has_prefix(head, STR("\xfe\xff")))
		return true;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (str_has_prefix(head, others[i]))
			return false;
	for (size_t i = 0; i < head.len; i++)
		if (is_control(head.ptr[i]))
			return false;
	return !is_web_page(head);
}

/* Whether the bytes are text at all. */
static enum rc check_bytes(struct arena *arena, struct str bytes, struct message *ret_problem)
{
	if (bytes.len == 0)
		return refuse(ret_problem, RC_INVALID, MSG("The file is empty. Choose the file that holds the plan."), (struct str){0},
		              (struct str){0});
	if (bytes.len > TEXT_READER_MAX_BYTES)
		return refuse(ret_problem, RC_LIMIT,
		              MSG("The file is larger than {1} MB. Split it, and read the part that holds the plan."),
		              number_text(arena, TEXT_READER_MAX_BYTES / 1024 / 1024), (struct str){0});
	for (size_t i = 0; i < sizeof known_kinds / sizeof known_kinds[0]; i++)
		if (str_has_prefix(bytes, known_kinds[i].magic))
			return refuse(ret_problem, RC_INVALID, known_kinds[i].problem, (struct str){0}, (struct str){0});
	if (is_program(bytes))
		return refuse(ret_problem, RC_INVALID,
		              MSG("This file is a program, no document. Where you do not know who sent it, do not open it but delete it; "
		                  "then choose the file that holds the plan."),
		              (struct str){0}, (struct str){0});
	for (size_t i = 0; i < bytes.len; i++)
		if (is_control(bytes.ptr[i]))
			return refuse(
			    ret_problem, RC_INVALID,
			    MSG("No program that is known made this file, or it is damaged: it is no document, and as a text it holds a "
			        "control character in line {1}. Open it, save it as DOCX or PDF, and send that."),
			    number_text(arena, line_of(bytes, i)), (struct str){0});
	size_t invalid = utf8_find_invalid(bytes);
	if (invalid < bytes.len)
		return refuse(ret_problem, RC_INVALID,
		              MSG("Line {1} is not UTF-8, nor the text in an old encoding that is known. Open it in the program that "
		                  "made it, and save "
		                  "it again with the encoding UTF-8."),
		              number_text(arena, line_of(bytes, invalid)), (struct str){0});
	return RC_OK;
}

/* The same text with every line ended by one LF. */
static struct str unify_line_ends(struct arena *arena, struct str bytes)
{
	if (memchr(bytes.ptr, '\r', bytes.len) == NULL)
		return bytes;
	char *out = arena_alloc(arena, bytes.len);
	size_t n = 0;
	for (size_t i = 0; i < bytes.len; i++) {
		if (bytes.ptr[i] == '\r' && i + 1 < bytes.len && bytes.ptr[i + 1] == '\n')
			continue;
		out[n++] = bytes.ptr[i] == '\r' ? '\n' : bytes.ptr[i];
	}
	return (struct str){.ptr = out, .len = n};
}

enum { TABBED_CELLS_MIN = 3 };

struct reader {
	struct arena *arena;
	struct document *document;
	struct buf out;
	uint32_t line, blank;
	uint32_t table_rows;   /* of the pipe table under way; 0 outside one */
	uint32_t tabbed_cells; /* of the row with tabs in the line before; 0 where it was none */
	bool page, bold;
};

static uint32_t offset_of(const struct reader *r)
{
	return (uint32_t)r->out.len;
}

/* What was written since `begin`, without the white space around. */
static struct document_span written_span(const struct reader *r, uint32_t begin)
{
	struct str written = str_from(buf_str(&r->out), begin), trimmed = viet_space_trim(written);
	uint32_t from = trimmed.len > 0 ? begin + (uint32_t)(trimmed.ptr - written.ptr) : begin;
	return (struct document_span){.begin = from, .end = from + (uint32_t)trimmed.len};
}

static void push_block(struct reader *r, struct document_block block)
{
	block.line = r->line;
	block.blank_before = r->blank;
	block.page_before = r->page;
	VEC_PUSH(r->arena, &r->document->blocks, block);
	r->blank = 0;
	r->page = false;
}

/* Writes a piece without its marks, keeping the white space around it. */
static bool write_piece(struct reader *r, struct str piece, struct str rest, bool *bold)
{
	struct str inner = viet_space_trim(piece);
	if (inner.len == 0) {
		buf_add(&r->out, piece);
		return false;
	}
	size_t before = (size_t)(inner.ptr - piece.ptr);
	buf_add(&r->out, str_part(piece, 0, before));
	bool emphasised = markdown_clean(&r->out, inner, rest, bold);
	buf_add(&r->out, str_from(piece, before + inner.len));
	return emphasised;
}

static void read_row(struct reader *r, struct str row, uint32_t indent)
{
	struct document_block block = {.kind = DOCUMENT_ROW, .indent = indent};
	struct str rest = markdown_row_start(row), cell;
	while (markdown_row_next(&rest, &cell))
		block.n_cells++;
	block.cells = ARENA_ARRAY(r->arena, struct document_cell, block.n_cells);
	rest = markdown_row_start(row);
	uint32_t begin = offset_of(r);
	bool has_bold = false, has_plain = false;
	buf_add_char(&r->out, '|');
	for (uint32_t i = 0; markdown_row_next(&rest, &cell); i++) {
		uint32_t cell_begin = offset_of(r);
		bool bold = false, emphasised = write_piece(r, cell, (struct str){0}, &bold);
		block.cells[i] = (struct document_cell){.span = written_span(r, cell_begin), .column = (uint16_t)i};
		has_bold = has_bold || emphasised;
		has_plain = has_plain || (!emphasised && block.cells[i].span.end > block.cells[i].span.begin);
		buf_add_char(&r->out, '|');
	}
	block.emphasised = has_bold && !has_plain;
	block.span = written_span(r, begin);
	push_block(r, block);
}

/* How many cells tabs make of a line, and how many of them hold something. */
static uint32_t count_tabbed_cells(struct str line, uint32_t *ret_filled)
{
	uint32_t n = 0;
	struct str cell;
	*ret_filled = 0;
	while (str_split(&line, '\t', &cell)) {
		n++;
		*ret_filled += viet_space_trim(cell).len > 0;
	}
	return n;
}

/* Whether a line is a row of a table pasted from a word processor: three filled cells or more, or as many cells as the row above.
 * Two columns are those of a document's head and foot. */
static bool is_tabbed_row(const struct reader *r, struct str line, uint32_t *ret_cells)
{
	uint32_t filled;
	*ret_cells = count_tabbed_cells(line, &filled);
	return filled > 0 && *ret_cells >= TABBED_CELLS_MIN && (filled >= TABBED_CELLS_MIN || *ret_cells == r->tabbed_cells);
}

static void read_tabbed_row(struct reader *r, struct str line, uint32_t n_cells)
{
	struct document_block block = {.kind = DOCUMENT_ROW, .n_cells = n_cells};
	struct str cell;
	block.cells = ARENA_ARRAY(r->arena, struct document_cell, n_cells);
	uint32_t begin = offset_of(r);
	for (uint32_t i = 0; str_split(&line, '\t', &cell); i++) {
		if (i > 0)
			buf_add_char(&r->out, '\t');
		uint32_t cell_begin = offset_of(r);
		buf_add(&r->out, cell);
		block.cells[i] = (struct document_cell){.span = written_span(r, cell_begin), .column = (uint16_t)i};
	}
	block.span = written_span(r, begin);
	push_block(r, block);
}

static void read_text(struct reader *r, struct str line, struct str rest, uint32_t indent)
{
	struct document_block block = {.kind = DOCUMENT_LINE, .indent = indent};
	int heading = markdown_heading(&line);
	uint32_t begin = offset_of(r);
	bool emphasised = write_piece(r, line, rest, &r->bold);
	block.span = written_span(r, begin);
	block.emphasised = heading > 0 || emphasised;
	if (block.span.begin == block.span.end)
		r->blank++;
	else
		push_block(r, block);
}

/* One line, or the part of it on one page; `rest` is the text after it. */
static void read_line(struct reader *r, struct str line, struct str rest)
{
	struct str trimmed = viet_space_trim(line);
	uint32_t cells = 0;
	bool is_tabbed = is_tabbed_row(r, line, &cells);
	r->tabbed_cells = is_tabbed ? cells : 0;
	if (trimmed.len == 0 || is_tabbed) {
		r->bold = false;
		r->table_rows = 0;
	}
	if (is_tabbed) {
		read_tabbed_row(r, line, cells);
		return;
	}
	if (trimmed.len == 0) {
		r->blank++;
		buf_add(&r->out, line);
		return;
	}
	struct str before = str_part(line, 0, (size_t)(trimmed.ptr - line.ptr));
	uint32_t indent = (uint32_t)utf8_count(before);
	buf_add(&r->out, before);
	if (!markdown_is_row(trimmed)) {
		r->table_rows = 0;
		read_text(r, trimmed, rest, indent);
		return;
	}
	r->bold = false;
	/* A row of single dashes is the line under the head only where a head stands above it: it may be a row of empty answers. */
	if (markdown_is_separator(trimmed, r->table_rows == 1 ? 1 : 2))
		buf_add(&r->out, trimmed);
	else
		read_row(r, trimmed, indent);
	r->table_rows++;
}

/* One line of the source, which form feeds may cut. */
static void read_source_line(struct reader *r, struct str line, struct str rest)
{
	struct str part, pieces = line;
	for (bool first = true; str_split(&pieces, '\f', &part); first = false) {
		if (!first) {
			buf_add_char(&r->out, '\f');
			r->page = true;
		}
		/* The emptiness before a form feed is no blank line. */
		if (part.len > 0 || (first && pieces.ptr == NULL))
			read_line(r, part, rest);
	}
}

/* Tells of characters that a program before us lost. */
static void warn_of_lost_characters(struct reader *r)
{
	static const struct str replacement = STR_INIT("\xef\xbf\xbd");
	struct str text = r->document->text;
	size_t n = 0, first = str_find(text, replacement, 0);
	for (size_t at = first; at != SIZE_MAX; at = str_find(text, replacement, at + replacement.len))
		n++;
	if (n == 0)
		return;
	struct message warning = {
	    .id = MSG("{1} characters were lost (�) before this file was saved, the first in line {2}: compare with the original."),
	    .args = {number_text(r->arena, n), number_text(r->arena, line_of(text, first))},
	};
	VEC_PUSH(r->arena, &r->document->warnings, warning);
}

/* Takes the text apart, line by line. */
static enum rc read_lines(struct reader *r, struct str text, struct message *ret_problem)
{
	struct str rest = text, line;
	while (str_split(&rest, '\n', &line)) {
		r->line++;
		if (r->line > TEXT_READER_MAX_LINES)
			return refuse(ret_problem, RC_LIMIT,
			              MSG("The file has more than {1} lines. Split it, and read the part that holds the plan."),
			              number_text(r->arena, TEXT_READER_MAX_LINES), (struct str){0});
		if (line.len > TEXT_READER_MAX_LINE_BYTES)
			return refuse(ret_problem, RC_LIMIT, MSG("Line {1} is longer than {2} characters. Is this the plan's text?"),
			              number_text(r->arena, r->line), number_text(r->arena, TEXT_READER_MAX_LINE_BYTES));
		read_source_line(r, line, rest);
		if (rest.ptr != NULL)
			buf_add_char(&r->out, '\n');
	}
	return RC_OK;
}

struct message text_reader_legacy_warning(enum viet_legacy encoding)
{
	return (struct message){
	    .id = MSG("The text was not sound Unicode but {1}; it was converted. Compare names and numbers with the original."),
	    .args = {viet_legacy_name(encoding)}};
}

enum rc text_reader_read(struct arena *arena, struct str bytes, struct document *ret, struct message *ret_problem)
{
	static const struct str byte_order_mark = STR_INIT("\xef\xbb\xbf");
	enum viet_legacy encoding = bytes.len <= TEXT_READER_MAX_BYTES ? viet_legacy_decode(arena, bytes, &bytes) : VIET_LEGACY_NONE;
	if (str_has_prefix(bytes, byte_order_mark))
		bytes = str_from(bytes, byte_order_mark.len);
	TRY(check_bytes(arena, bytes, ret_problem));
	struct str text = viet_nfc(arena, unify_line_ends(arena, bytes));
	struct document document = {0};
	struct reader r = {.arena = arena, .document = &document};
	buf_init(&r.out, arena, text.len + TEXT_READER_MAX_LINES);
	TRY(read_lines(&r, text, ret_problem));
	TRY(buf_finish(&r.out, &document.text));
	if (document.blocks.n == 0)
		return refuse(ret_problem, RC_INVALID, MSG("The file holds only white space. Choose the file that holds the plan."),
		              (struct str){0}, (struct str){0});
	if (encoding != VIET_LEGACY_NONE && encoding != VIET_LEGACY_UTF16)
		VEC_PUSH(arena, &document.warnings, text_reader_legacy_warning(encoding));
	warn_of_lost_characters(&r);
	*ret = document;
	return RC_OK;
}
