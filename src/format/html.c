#include "format/html.h"

#include <limits.h>
#include <string.h>

#include <libxml/HTMLparser.h>

#include "base/utf8.h"
#include "document/text_reader.h"
#include "format/grid.h"
#include "format/marks.h"
#include "format/xml.h"

enum { MAX_DEPTH = 200, MAX_TEXT_BYTES = 4 * 1024 * 1024, MAX_STYLE_BYTES = 2000 };

/* ---- Is it one? ---- */

static int score(struct str bytes)
{
	enum { HEAD = 2048, SURE = 90, LIKELY = 60 };
	static const char *const tags[] = {"<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<div", "<p"};
	struct str head = str_part(bytes, 0, HEAD);
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		for (size_t at = 0; at + strlen(tags[i]) <= head.len; at++)
			if (head.ptr[at] == '<' && str_eq_nocase(str_part(head, at, strlen(tags[i])), str_of(tags[i])))
				return i < 4 ? SURE : LIKELY;
	return 0;
}

/* ---- Where the text goes ---- */

/* Text of a paragraph as it grows, and where paragraphs go: into the document, or into a cell as lines. */
struct sink {
	struct arena *arena;
	struct builder *out;
	struct buf *cell; /* NULL: into the document */
	struct buf text;
	bool has_bold, has_plain;   /* in the paragraph */
	bool cell_bold, cell_plain; /* in the cell */
	bool space;                 /* white space was seen that is written before the next word */
	int depth;
};

/* How the text is set. */
struct look {
	bool bold, keeps_space;
};

static void end_paragraph(struct sink *sink)
{
	struct str text = buf_str(&sink->text);
	bool bold = sink->has_bold && !sink->has_plain;
	if (str_trim(text).len > 0 && sink->cell == NULL) {
		builder_add_lines(sink->out, text, bold);
	} else if (str_trim(text).len > 0) {
		if (sink->cell->len > 0)
			buf_add_char(sink->cell, '\n');
		buf_add(sink->cell, text);
		sink->cell_bold = sink->cell_bold || sink->has_bold;
		sink->cell_plain = sink->cell_plain || sink->has_plain;
	}
	buf_init(&sink->text, sink->arena, MAX_TEXT_BYTES);
	sink->has_bold = sink->has_plain = sink->space = false;
}

static void add_text(struct sink *sink, struct str text, struct look look)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
		if (is_space && !look.keeps_space) {
			sink->space = true;
			continue;
		}
		if (sink->space && sink->text.len > 0)
			buf_add_char(&sink->text, ' ');
		sink->space = false;
		buf_add_char(&sink->text, c);
		sink->has_bold = sink->has_bold || (look.bold && !is_space);
		sink->has_plain = sink->has_plain || (!look.bold && !is_space);
	}
}

/* ---- Styles ---- */

/* An attribute without blanks, in lower case: "display:none;font-weight:bold". */
static struct str squeezed(struct arena *arena, const xmlNode *node, const char *name)
{
	struct str value = xml_attribute(arena, node, name);
	char *out = arena_alloc(arena, value.len + 1);
	size_t n = 0;
	for (size_t i = 0; i < value.len && n < MAX_STYLE_BYTES; i++) {
		char c = value.ptr[i];
		if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
			out[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	return (struct str){out, n};
}

static bool is_one_of(const xmlNode *node, const char *const *names)
{
	while (*names != NULL && !xml_is(node, *names))
		names++;
	return *names != NULL;
}

static bool is_hidden(struct arena *arena, const xmlNode *node)
{
	static const char *const unseen[] = {"script", "style",  "head",   "noscript", "template", "nav", "select",
	                                     "button", "iframe", "object", "svg",      "title",    NULL};
	struct str style = squeezed(arena, node, "style");
	return is_one_of(node, unseen) || xml_has_attribute(node, "hidden") || str_contains(style, STR("display:none")) ||
	       str_contains(style, STR("visibility:hidden"));
}

static struct look look_of(struct arena *arena, const xmlNode *node, struct look look)
{
	static const char *const bold[] = {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", NULL};
	struct str style = squeezed(arena, node, "style");
	if (is_one_of(node, bold) || str_contains(style, STR("font-weight:bold")) || str_contains(style, STR("font-weight:700")))
		look.bold = true;
	if (str_contains(style, STR("font-weight:normal")) || str_contains(style, STR("font-weight:400")))
		look.bold = false;
	look.keeps_space = look.keeps_space || xml_is(node, "pre");
	return look;
}

/* ---- Blocks ---- */

static void walk(struct sink *sink, const xmlNode *parent, struct look look);

static bool is_block(const xmlNode *node)
{
	static const char *const blocks[] = {
	    "p",       "div",     "h1",   "h2",       "h3",     "h4",     "h5",      "h6",  "ul",         "ol",   "li",
	    "section", "article", "main", "header",   "dl",     "dt",     "dd",      "pre", "blockquote", "form", "address",
	    "aside",   "footer",  "hr",   "fieldset", "figure", "center", "caption", "tr",  "td",         "th",   NULL};
	return is_one_of(node, blocks);
}

static void walk_list(struct sink *sink, const xmlNode *list, struct look look)
{
	enum { MARK_BYTES = 64 };
	bool ordered = xml_is(list, "ol");
	enum marks_kind kind = marks_kind_of(xml_attribute(sink->arena, list, "type"), MARKS_DECIMAL);
	int64_t number = xml_number(list, "start", 1);
	end_paragraph(sink);
	for (const xmlNode *item = xml_child(list, NULL); item != NULL; item = xml_next(item, NULL)) {
		if (is_hidden(sink->arena, item))
			continue;
		end_paragraph(sink);
		if (xml_is(item, "li") && ordered) {
			number = xml_number(item, "value", number);
			marks_add(&sink->text, kind, number++);
			buf_add_char(&sink->text, '.');
		} else if (xml_is(item, "li") && !str_contains(squeezed(sink->arena, list, "style"), STR("list-style:none")) &&
		           !str_contains(squeezed(sink->arena, list, "style"), STR("list-style-type:none"))) {
			buf_add_char(&sink->text, '-');
		}
		sink->space = true;
		walk(sink, item, look_of(sink->arena, item, look));
		end_paragraph(sink);
	}
}

/* ---- Tables ---- */

static uint32_t span_of(const xmlNode *cell, const char *name)
{
	enum { MOST = 1000 };
	int64_t n = xml_number(cell, name, 1);
	return n >= 1 && n <= MOST ? (uint32_t)n : 1;
}

static void add_cell(struct sink *sink, struct grid *grid, const xmlNode *node, struct look look)
{
	struct buf *text = ARENA_NEW(sink->arena, struct buf);
	struct sink inner = {.arena = sink->arena, .out = sink->out, .cell = text, .depth = sink->depth + 1};
	buf_init(text, sink->arena, MAX_TEXT_BYTES);
	buf_init(&inner.text, sink->arena, MAX_TEXT_BYTES);
	walk(&inner, node, look_of(sink->arena, node, look));
	end_paragraph(&inner);
	grid->ruled = grid->ruled || str_contains(squeezed(sink->arena, node, "style"), STR("border"));
	grid_add_cell(grid, (struct grid_cell){.text = buf_str(text),
	                                       .bold = inner.cell_bold && !inner.cell_plain,
	                                       .n_columns = span_of(node, "colspan"),
	                                       .n_rows = span_of(node, "rowspan")});
}

static void add_rows(struct sink *sink, struct grid *grid, const xmlNode *parent, struct look look)
{
	static const char *const groups[] = {"thead", "tbody", "tfoot", NULL};
	for (const xmlNode *node = xml_child(parent, NULL); node != NULL && !grid_is_full(grid); node = xml_next(node, NULL)) {
		if (is_hidden(sink->arena, node))
			continue;
		if (is_one_of(node, groups))
			add_rows(sink, grid, node, look);
		if (!xml_is(node, "tr"))
			continue;
		grid_begin_row(grid);
		for (const xmlNode *cell = xml_child(node, NULL); cell != NULL; cell = xml_next(cell, NULL))
			if (xml_is(cell, "td") || xml_is(cell, "th"))
				add_cell(sink, grid, cell, look_of(sink->arena, node, look));
	}
}

static bool holds_table(const xmlNode *table)
{
	for (const xmlNode *node = xml_walk(table, table, true); node != NULL; node = xml_walk(table, node, true))
		if (xml_is(node, "table"))
			return true;
	return false;
}

/* A table around tables only sets the page out. */
static void walk_table(struct sink *sink, const xmlNode *table, struct look look)
{
	struct str style = squeezed(sink->arena, table, "style");
	end_paragraph(sink);
	if (sink->cell != NULL || holds_table(table)) {
		walk(sink, table, look);
		end_paragraph(sink);
		return;
	}
	const xmlNode *caption = xml_child(table, "caption");
	if (caption != NULL)
		walk(sink, caption, look);
	end_paragraph(sink);
	struct grid *grid = ARENA_NEW(sink->arena, struct grid);
	grid_init(grid, sink->arena);
	grid->ruled = xml_number(table, "border", 0) > 0 || str_contains(style, STR("border")) || xml_child(table, "thead") != NULL;
	add_rows(sink, grid, table, look);
	grid_write(grid, sink->out);
}

/* ---- Everything ---- */

static void walk_element(struct sink *sink, const xmlNode *node, struct look look)
{
	bool block = is_block(node);
	if (is_hidden(sink->arena, node))
		return;
	if (xml_is(node, "br")) {
		buf_add_char(&sink->text, '\n');
		sink->space = false;
		return;
	}
	if (xml_is(node, "ul") || xml_is(node, "ol")) {
		walk_list(sink, node, look);
		return;
	}
	if (xml_is(node, "table")) {
		walk_table(sink, node, look);
		return;
	}
	if (block)
		end_paragraph(sink);
	walk(sink, node, look_of(sink->arena, node, look));
	if (block)
		end_paragraph(sink);
}

static void walk(struct sink *sink, const xmlNode *parent, struct look look)
{
	if (++sink->depth < MAX_DEPTH)
		for (const xmlNode *node = parent->children; node != NULL && !builder_is_full(sink->out); node = node->next) {
			if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
				add_text(sink, xml_content(node), look);
			else if (node->type == XML_ELEMENT_NODE)
				walk_element(sink, node, look);
		}
	sink->depth--;
}

static enum rc read(struct arena *arena, const struct format_input *input, struct document *ret, struct message *ret_problem)
{
	enum { OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT };
	struct builder builder;
	struct sink sink = {.arena = arena, .out = &builder};
	struct str bytes;
	/* what is UTF-8 is UTF-8, whatever it says of itself; else its words tell what it is better than it does */
	enum viet_legacy legacy = viet_legacy_decode(arena, input->bytes, &bytes);
	const char *encoding = utf8_is_valid(bytes) ? "UTF-8" : NULL;
	builder_init(&builder, arena);
	buf_init(&sink.text, arena, MAX_TEXT_BYTES);
	int len = bytes.len < INT_MAX ? (int)bytes.len : INT_MAX;
	xml_prepare();
	htmlDocPtr doc = htmlReadMemory(bytes.ptr, len, NULL, encoding, OPTIONS);
	const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
	if (root != NULL)
		walk(&sink, root, (struct look){0});
	end_paragraph(&sink);
	xmlFreeDoc(doc);
	if (legacy != VIET_LEGACY_NONE && legacy != VIET_LEGACY_UTF16)
		builder_warn(&builder, text_reader_legacy_warning(legacy));
	return builder_finish(&builder, ret, ret_problem);
}

const struct format html_format = {.name = "html", .score = score, .read = read};
