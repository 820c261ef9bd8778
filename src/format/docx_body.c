/* The paragraphs and tables of a Word document, in their order. */
#include "format/docx_part.h"
#include "format/grid.h"
#include "viet/space.h"

/* Where blocks go: into the document, or into a cell of a table, as lines of text. */
struct sink {
	struct docx_part *part;
	struct buf *cell; /* NULL: into the document */
	bool has_bold, has_plain;
	struct docx_text open; /* a paragraph that goes on with the next one */
	bool is_open;
	int depth;    /* of tables */
	bool centred; /* the last paragraph was */
};

enum { MAX_TABLES_DEEP = 8, CELL_MAX_BYTES = 1024 * 1024 };

static void write_blocks(struct sink *sink, const xmlNode *parent);

/* ---- Paragraphs ---- */

static void write_text(struct sink *sink, const struct docx_text *text)
{
	struct str words = buf_str(&text->text);
	sink->has_bold = sink->has_bold || text->has_bold;
	sink->has_plain = sink->has_plain || text->has_plain;
	if (sink->cell != NULL) {
		if (sink->cell->len > 0)
			buf_add_char(sink->cell, '\n');
		buf_add(sink->cell, words);
		return;
	}
	/* what is set in the middle is told apart from what is not, as by the space that a page leaves between them */
	if (text->centred != sink->centred)
		builder_add_blank(sink->part->out);
	sink->centred = text->centred;
	if (text->page_before)
		builder_add_page(sink->part->out);
	builder_add_lines(sink->part->out, words, text->has_bold && !text->has_plain);
	if (text->page_after)
		builder_add_page(sink->part->out);
}

static void write_paragraph(struct sink *sink, const xmlNode *paragraph)
{
	if (!sink->is_open)
		docx_text_init(&sink->open, sink->part);
	sink->open.in_cell = sink->cell != NULL;
	sink->is_open = docx_text_add(sink->part, paragraph, &sink->open);
	if (sink->is_open)
		return;
	struct docx_text text = sink->open;
	write_text(sink, &text);
	for (size_t i = 0; i < text.n_boxes; i++)
		write_blocks(sink, text.boxes[i]);
}

/* ---- Tables ---- */

static struct str cell_text(struct sink *sink, const xmlNode *cell, bool *ret_bold)
{
	struct buf *text = ARENA_NEW(sink->part->arena, struct buf);
	struct sink inner = {.part = sink->part, .cell = text, .depth = sink->depth + 1};
	buf_init(text, sink->part->arena, CELL_MAX_BYTES);
	write_blocks(&inner, cell);
	*ret_bold = inner.has_bold && !inner.has_plain;
	sink->has_bold = sink->has_bold || inner.has_bold;
	sink->has_plain = sink->has_plain || inner.has_plain;
	return buf_str(text);
}

static uint32_t small_number(const xmlNode *node, int64_t fallback)
{
	int64_t number = xml_number(node, "val", fallback);
	return number >= 0 && number <= BUILDER_MAX_COLUMNS ? (uint32_t)number : (uint32_t)fallback;
}

static void add_cell(struct sink *sink, struct grid *grid, const xmlNode *node)
{
	struct arena *arena = sink->part->arena;
	const xmlNode *properties = xml_child(node, "tcPr"), *merge = xml_child(properties, "vMerge");
	struct grid_cell cell = {.n_columns = small_number(xml_child(properties, "gridSpan"), 1), .n_rows = 1};
	cell.continues = merge != NULL && !str_eq(xml_attribute(arena, merge, "val"), STR("restart"));
	cell.text = cell_text(sink, node, &cell.bold);
	grid_add_cell(grid, cell);
}

static void add_row(struct sink *sink, struct grid *grid, const xmlNode *row)
{
	const xmlNode *properties = xml_child(row, "trPr");
	if (xml_child(properties, "del") != NULL)
		return;
	grid_begin_row(grid);
	grid_skip(grid, small_number(xml_child(properties, "gridBefore"), 0));
	for (const xmlNode *node = xml_child(row, NULL); node != NULL; node = xml_next(node, NULL)) {
		if (xml_is(node, "tc"))
			add_cell(sink, grid, node);
		else if (xml_is(node, "sdt") || xml_is(node, "customXml"))
			for (const xmlNode *cell = node; cell != NULL; cell = xml_walk(node, cell, !xml_is(cell, "tc")))
				if (xml_is(cell, "tc"))
					add_cell(sink, grid, cell);
	}
}

/* Rows may stand in content controls and tracked insertions. */
static void add_rows(struct sink *sink, struct grid *grid, const xmlNode *parent)
{
	for (const xmlNode *node = xml_child(parent, NULL); node != NULL && !grid_is_full(grid); node = xml_next(node, NULL)) {
		if (xml_is(node, "tr"))
			add_row(sink, grid, node);
		else if (!xml_is(node, "tblPr") && !xml_is(node, "tblGrid") && !xml_is(node, "del") && !xml_is(node, "moveFrom"))
			add_rows(sink, grid, node);
	}
}

static bool has_rules(struct arena *arena, const xmlNode *borders)
{
	static const char *const sides[] = {"insideH", "insideV", "top", "bottom"};
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
		struct str value = xml_attribute(arena, xml_child(borders, sides[i]), "val");
		if (value.len > 0 && !str_eq(value, STR("nil")) && !str_eq(value, STR("none")))
			return true;
	}
	return false;
}

/* By the table's own borders, its style's (any but the plain one has some), or those of its first cells. */
static bool is_ruled(struct arena *arena, const xmlNode *table)
{
	const xmlNode *properties = xml_child(table, "tblPr"), *own = xml_child(properties, "tblBorders");
	if (own != NULL)
		return has_rules(arena, own);
	struct str style = xml_attribute(arena, xml_child(properties, "tblStyle"), "val");
	if (style.len > 0 && !str_contains(style, STR("Normal")))
		return true;
	const xmlNode *cell = xml_child(xml_child(xml_child(table, "tr"), "tc"), "tcPr");
	return has_rules(arena, xml_child(cell, "tcBorders"));
}

/* A frame around everything is no table. */
static const xmlNode *only_cell(const xmlNode *table)
{
	const xmlNode *row = xml_child(table, "tr"), *cell = xml_child(row, "tc");
	bool alone = row != NULL && cell != NULL && xml_next(row, "tr") == NULL && xml_next(cell, "tc") == NULL;
	return alone ? cell : NULL;
}

static void write_grid_as_text(struct sink *sink, const struct grid *grid)
{
	for (size_t r = 0; r < grid->rows.n; r++) {
		const struct grid_cell_vec *cells = &grid->rows.at[r].cells;
		for (size_t c = 0; c < cells->n; c++) {
			struct str text = viet_space_trim(cells->at[c].text);
			if (text.len > 0 && sink->cell->len > 0)
				buf_add_char(sink->cell, c == 0 ? '\n' : ' ');
			buf_add(sink->cell, text);
		}
	}
}

static void write_table(struct sink *sink, const xmlNode *table)
{
	const xmlNode *cell = only_cell(table);
	struct grid *grid = ARENA_NEW(sink->part->arena, struct grid);
	if (sink->depth >= MAX_TABLES_DEEP)
		return;
	if (cell != NULL) {
		sink->depth++;
		write_blocks(sink, cell);
		sink->depth--;
		return;
	}
	grid_init(grid, sink->part->arena);
	grid->ruled = is_ruled(sink->part->arena, table);
	add_rows(sink, grid, table);
	if (sink->cell != NULL)
		write_grid_as_text(sink, grid);
	else
		grid_write(grid, sink->part->out);
}

/* ---- Blocks ---- */

static void write_blocks(struct sink *sink, const xmlNode *parent)
{
	for (const xmlNode *node = xml_child(parent, NULL); node != NULL && !builder_is_full(sink->part->out);
	     node = xml_next(node, NULL)) {
		if (xml_is(node, "p"))
			write_paragraph(sink, node);
		else if (xml_is(node, "tbl"))
			write_table(sink, node);
		else if (!xml_is(node, "del") && !xml_is(node, "moveFrom") && !xml_is(node, "sectPr") && !xml_is(node, "tcPr") &&
		         !xml_is(node, "sdtPr"))
			write_blocks(sink, node);
	}
}

void docx_body_write(struct docx_part *part, const xmlNode *body)
{
	struct sink sink = {.part = part};
	write_blocks(&sink, body);
	if (sink.is_open)
		write_text(&sink, &sink.open);
}
