#include "format/odt.h"

#include "format/grid.h"
#include "format/odt_styles.h"
#include "format/zipped.h"

enum { MAX_TEXT_BYTES = 4 * 1024 * 1024, MAX_SPACES = 200, MARK_BYTES = 200, MAX_DEPTH = 120 };

static int score(struct str bytes)
{
	/* the kind of file stands, uncompressed, as its first file */
	enum { HEAD = 200, SURE = 100 };
	struct str head = str_part(bytes, 0, HEAD);
	bool is_known = str_contains(head, STR("application/vnd.oasis.opendocument.text")) ||
	                str_contains(head, STR("application/vnd.oasis.opendocument.spreadsheet"));
	return str_has_prefix(bytes, STR("PK\x03\x04")) && is_known ? SURE : 0;
}

/* The same in one file that is not packed. */
static int score_flat(struct str bytes)
{
	enum { HEAD = 4096, SURE = 100 };
	struct str head = str_part(bytes, 0, HEAD);
	return str_has_prefix(bytes, STR("<?xml")) && str_contains(head, STR("urn:oasis:names:tc:opendocument:xmlns:office")) ? SURE
	                                                                                                                      : 0;
}

/* How far lists of one style are counted. */
struct counted {
	struct str name;
	int64_t counts[ODT_STYLES_LEVELS];
};
VEC_OF(counted, struct counted);

struct text {
	struct arena *arena;
	struct odt_styles styles;
	struct counted_vec counted;
	struct builder *out;
	struct buf notes;
};

/* Where blocks go, and the list that they are items of. */
struct sink {
	struct text *text;
	struct buf *cell; /* NULL: into the document */
	bool has_bold, has_plain;
	struct str list;
	int level;       /* of the list, from 1; 0: none */
	struct str mark; /* of the item that begins; no text: none, or it is written */
	int depth;
};

/* The text of a paragraph. */
struct run {
	struct buf words;
	bool has_bold, has_plain;
	const xmlNode *boxes[16];
	size_t n_boxes;
};

static void walk_blocks(struct sink *sink, const xmlNode *parent);

/* ---- Words ---- */

static void add_words(struct run *run, struct str words, bool bold)
{
	bool space = false;
	for (size_t i = 0; i < words.len; i++) {
		char c = words.ptr[i];
		bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
		if (is_space && space)
			continue;
		space = is_space;
		buf_add_char(&run->words, is_space ? ' ' : c);
		run->has_bold = run->has_bold || (bold && !is_space);
		run->has_plain = run->has_plain || (!bold && !is_space);
	}
}

static void add_spaces(struct run *run, const xmlNode *node)
{
	int64_t n = xml_number(node, "c", 1);
	for (int64_t i = 0; i < n && i < MAX_SPACES; i++)
		buf_add_char(&run->words, ' ');
}

static void add_note(struct text *text, const xmlNode *note);

static void walk_words(struct text *text, struct run *run, const xmlNode *parent, bool bold, int depth)
{
	for (const xmlNode *node = parent->children; node != NULL && depth < MAX_DEPTH; node = node->next) {
		if (node->type == XML_TEXT_NODE)
			add_words(run, xml_content(node), bold);
		else if (xml_is(node, "s"))
			add_spaces(run, node);
		else if (xml_is(node, "tab"))
			buf_add_char(&run->words, '\t');
		else if (xml_is(node, "line-break"))
			buf_add_char(&run->words, '\n');
		else if (xml_is(node, "note"))
			add_note(text, node);
		else if (xml_is(node, "frame") || xml_is(node, "custom-shape") || xml_is(node, "g")) {
			if (run->n_boxes < sizeof run->boxes / sizeof *run->boxes)
				run->boxes[run->n_boxes++] = node;
		} else if (node->type == XML_ELEMENT_NODE && !xml_is(node, "annotation") && !xml_is(node, "tracked-changes")) {
			struct odt_style style = odt_styles_resolve(&text->styles, xml_attribute(text->arena, node, "style-name"));
			if (style.hidden != ODT_ON)
				walk_words(text, run, node, style.bold == ODT_UNSET ? bold : style.bold == ODT_ON, depth + 1);
		}
	}
}

/* ---- Marks ---- */

static struct counted *counted_of(struct text *text, struct str name)
{
	for (size_t i = 0; i < text->counted.n; i++)
		if (str_eq(text->counted.at[i].name, name))
			return &text->counted.at[i];
	VEC_PUSH(text->arena, &text->counted, (struct counted){.name = name});
	return &text->counted.at[text->counted.n - 1];
}

/* Begins counting a list anew from its level down. */
static void restart(struct text *text, struct str name, int level)
{
	struct counted *counted = counted_of(text, name);
	for (int i = level - 1; i < ODT_STYLES_LEVELS; i++)
		counted->counts[i] = 0;
}

static struct str next_mark(struct text *text, const struct odt_list *list, struct str name, int level)
{
	const struct odt_level *own = &list->levels[level - 1];
	struct counted *counted = counted_of(text, name);
	struct buf out;
	if (own->kind == MARKS_BULLET)
		return marks_bullet(own->bullet);
	counted->counts[level - 1] = counted->counts[level - 1] == 0 ? own->start : counted->counts[level - 1] + 1;
	for (int i = level; i < ODT_STYLES_LEVELS; i++)
		counted->counts[i] = 0;
	if (own->kind == MARKS_NONE)
		return (struct str){0};
	buf_init(&out, text->arena, MARK_BYTES);
	buf_add(&out, own->prefix);
	int first = own->shown >= 1 && own->shown <= level ? level - (int)own->shown : 0;
	for (int i = first; i < level; i++) {
		int64_t count = counted->counts[i] > 0 ? counted->counts[i] : list->levels[i].start;
		if (i > first)
			buf_add_char(&out, '.');
		marks_add(&out, list->levels[i].kind, count);
	}
	buf_add(&out, own->suffix);
	return str_trim(buf_str(&out));
}

/* ---- Paragraphs ---- */

static void write_paragraph(struct sink *sink, const struct run *run)
{
	struct str words = buf_str(&run->words);
	sink->has_bold = sink->has_bold || run->has_bold;
	sink->has_plain = sink->has_plain || run->has_plain;
	if (sink->cell == NULL) {
		builder_add_lines(sink->text->out, words, run->has_bold && !run->has_plain);
		return;
	}
	if (sink->cell->len > 0)
		buf_add_char(sink->cell, '\n');
	buf_add(sink->cell, words);
}

static void walk_paragraph(struct sink *sink, const xmlNode *node)
{
	struct text *text = sink->text;
	struct odt_style style = odt_styles_resolve(&text->styles, xml_attribute(text->arena, node, "style-name"));
	struct run run = {0};
	int64_t level = xml_is(node, "h") ? xml_number(node, "outline-level", 0) : 0;
	buf_init(&run.words, text->arena, MAX_TEXT_BYTES);
	if (style.page_before && sink->cell == NULL)
		builder_add_page(text->out);
	if (level >= 1 && level <= ODT_STYLES_LEVELS && sink->level == 0 && text->styles.outline.levels[level - 1].kind != MARKS_NONE)
		sink->mark = next_mark(text, &text->styles.outline, STR("outline"), (int)level);
	if (sink->mark.len > 0) {
		buf_add(&run.words, sink->mark);
		buf_add_char(&run.words, ' ');
	}
	sink->mark = (struct str){0};
	size_t before = run.words.len;
	walk_words(text, &run, node, style.bold == ODT_ON, 0);
	if (run.words.len == before && sink->cell == NULL)
		buf_cut(&run.words, 0);
	write_paragraph(sink, &run);
	for (size_t i = 0; i < run.n_boxes; i++)
		walk_blocks(sink, run.boxes[i]);
}

static void add_note(struct text *text, const xmlNode *note)
{
	struct sink sink = {.text = text, .cell = &text->notes};
	const xmlNode *body = xml_child(note, "note-body");
	if (body != NULL)
		walk_blocks(&sink, body);
}

/* ---- Lists ---- */

static void walk_list(struct sink *sink, const xmlNode *node)
{
	struct text *text = sink->text;
	struct sink inner = *sink;
	struct str name = xml_attribute(text->arena, node, "style-name");
	inner.level = sink->level < ODT_STYLES_LEVELS ? sink->level + 1 : ODT_STYLES_LEVELS;
	inner.list = name.len > 0 ? name : sink->list;
	const struct odt_list *list = odt_styles_lookup_list(&text->styles, inner.list);
	bool goes_on = xml_has_attribute(node, "continue-numbering") || xml_has_attribute(node, "continue-list");
	if (inner.level == 1 && !goes_on)
		restart(text, inner.list, 1);
	for (const xmlNode *item = xml_child(node, NULL); item != NULL; item = xml_next(item, NULL)) {
		const xmlNode *first = xml_child(item, NULL);
		bool has_own = xml_is(item, "list-item") && first != NULL && !xml_is(first, "list");
		inner.mark = has_own && list != NULL ? next_mark(text, list, inner.list, inner.level) : (struct str){0};
		walk_blocks(&inner, item);
	}
	sink->has_bold = inner.has_bold;
	sink->has_plain = inner.has_plain;
}

/* ---- Tables ---- */

static uint32_t number_of(const xmlNode *node, const char *name)
{
	int64_t n = xml_number(node, name, 1);
	return n >= 1 && n <= BUILDER_MAX_COLUMNS ? (uint32_t)n : 1;
}

static void add_cell(struct sink *sink, struct grid *grid, const xmlNode *node)
{
	struct text *text = sink->text;
	struct buf *words = ARENA_NEW(text->arena, struct buf);
	struct sink inner = {.text = text, .cell = words, .depth = sink->depth + 1};
	uint32_t times = number_of(node, "number-columns-repeated");
	buf_init(words, text->arena, MAX_TEXT_BYTES);
	walk_blocks(&inner, node);
	struct odt_style style = odt_styles_resolve(&text->styles, xml_attribute(text->arena, node, "style-name"));
	grid->ruled = grid->ruled || style.ruled == ODT_ON;
	for (uint32_t i = 0; i < times; i++)
		grid_add_cell(grid, (struct grid_cell){.text = buf_str(words),
		                                       .bold = inner.has_bold && !inner.has_plain,
		                                       .n_columns = number_of(node, "number-columns-spanned"),
		                                       .n_rows = number_of(node, "number-rows-spanned")});
}

/* Places that a merged cell covers are written as well, and say nothing new. */
static void add_row(struct sink *sink, struct grid *grid, const xmlNode *row)
{
	grid_begin_row(grid);
	for (const xmlNode *cell = xml_child(row, "table-cell"); cell != NULL; cell = xml_next(cell, "table-cell"))
		add_cell(sink, grid, cell);
}

static void add_rows(struct sink *sink, struct grid *grid, const xmlNode *parent)
{
	for (const xmlNode *node = xml_child(parent, NULL); node != NULL && !grid_is_full(grid); node = xml_next(node, NULL)) {
		if (xml_is(node, "table-header-rows") || xml_is(node, "table-row-group") || xml_is(node, "table-rows"))
			add_rows(sink, grid, node);
		if (!xml_is(node, "table-row"))
			continue;
		add_row(sink, grid, node);
	}
}

static void walk_table(struct sink *sink, const xmlNode *node)
{
	struct text *text = sink->text;
	if (sink->cell != NULL) { /* a table in a cell: its text, row by row */
		walk_blocks(sink, node);
		return;
	}
	struct grid *grid = ARENA_NEW(text->arena, struct grid);
	grid_init(grid, text->arena);
	grid->page_before = odt_styles_resolve(&text->styles, xml_attribute(text->arena, node, "style-name")).page_before;
	add_rows(sink, grid, node);
	grid_write(grid, text->out);
}

/* ---- Sheets ---- */

/* How many cells of a row hold text. */
static uint32_t count_filled(const xmlNode *row)
{
	uint32_t n = 0;
	for (const xmlNode *cell = xml_child(row, "table-cell"); cell != NULL; cell = xml_next(cell, "table-cell"))
		n += xml_child(cell, "p") != NULL;
	return n;
}

/* What stands above the table of a sheet, its head, is lines; the table begins with the first row of three cells. */
static const xmlNode *walk_head(struct sink *sink, const xmlNode *row)
{
	enum { COLUMNS = 3 };
	const xmlNode *first = row;
	while (row != NULL && count_filled(row) < COLUMNS)
		row = xml_next(row, "table-row");
	if (row == NULL)
		return first;
	for (; first != row; first = xml_next(first, "table-row"))
		walk_blocks(sink, first);
	return row;
}

static void walk_sheet(struct sink *sink, const xmlNode *node)
{
	struct text *text = sink->text;
	struct grid *grid = ARENA_NEW(text->arena, struct grid);
	grid_init(grid, text->arena);
	builder_add_page(text->out);
	for (const xmlNode *row = walk_head(sink, xml_child(node, "table-row")); row != NULL && !grid_is_full(grid);
	     row = xml_next(row, "table-row")) {
		uint32_t times = count_filled(row) > 0 ? number_of(row, "number-rows-repeated") : 1;
		for (uint32_t i = 0; i < times; i++)
			add_row(sink, grid, row);
	}
	grid_write_rows(grid, text->out);
}

/* ---- Everything ---- */

static void walk_blocks(struct sink *sink, const xmlNode *parent)
{
	if (++sink->depth < MAX_DEPTH)
		for (const xmlNode *node = xml_child(parent, NULL); node != NULL && !builder_is_full(sink->text->out);
		     node = xml_next(node, NULL)) {
			if (xml_is(node, "p") || xml_is(node, "h"))
				walk_paragraph(sink, node);
			else if (xml_is(node, "list"))
				walk_list(sink, node);
			else if (xml_is(node, "table"))
				walk_table(sink, node);
			else if (!xml_is(node, "tracked-changes") && !xml_is(node, "annotation"))
				walk_blocks(sink, node);
		}
	sink->depth--;
}

static enum rc refuse_damaged(struct message *ret_problem)
{
	*ret_problem =
	    (struct message){.id = MSG("The OpenDocument file is damaged. Open it in LibreOffice, save it anew, and send that.")};
	return RC_INVALID;
}

static enum rc load(struct arena *arena, struct zipped *zipped, const char *name, xmlDoc **ret, struct message *ret_problem)
{
	struct str bytes;
	enum rc rc = zipped_read(arena, zipped, name, &bytes, ret_problem);
	if (rc == RC_NOT_FOUND)
		return refuse_damaged(ret_problem);
	if (rc != RC_OK)
		return rc;
	return xml_parse(bytes, ret) == RC_OK ? RC_OK : refuse_damaged(ret_problem);
}

/* A file that is locked with a password says so in its list of files. */
static enum rc check_lock(struct arena *arena, struct zipped *zipped, struct message *ret_problem)
{
	struct str list;
	enum rc rc = zipped_read(arena, zipped, "META-INF/manifest.xml", &list, ret_problem);
	if (rc != RC_OK || !str_contains(list, STR("encryption-data")))
		return rc == RC_LIMIT ? rc : RC_OK;
	*ret_problem =
	    (struct message){.id = MSG("The file is locked with a password. Open it, save it without the password, and send that.")};
	return RC_INVALID;
}

static void write(struct text *text, const xmlDoc *styles, const xmlDoc *content)
{
	struct sink sink = {.text = text};
	odt_styles_read(text->arena, styles, &text->styles);
	odt_styles_read(text->arena, content, &text->styles);
	const xmlNode *body = xml_child(xmlDocGetRootElement(content), "body"), *book = xml_child(body, "spreadsheet");
	if (xml_child(body, "text") != NULL)
		walk_blocks(&sink, xml_child(body, "text"));
	for (const xmlNode *sheet = xml_child(book, "table"); sheet != NULL; sheet = xml_next(sheet, "table"))
		walk_sheet(&sink, sheet);
	builder_add_page(text->out);
	builder_add_lines(text->out, buf_str(&text->notes), false);
}

static enum rc read_archive(struct text *text, struct zipped *zipped, struct message *ret_problem)
{
	xmlDoc *content, *styles = NULL;
	TRY(check_lock(text->arena, zipped, ret_problem));
	TRY(load(text->arena, zipped, "content.xml", &content, ret_problem));
	enum rc rc = load(text->arena, zipped, "styles.xml", &styles, ret_problem);
	if (rc != RC_LIMIT)
		write(text, styles, content);
	xmlFreeDoc(styles);
	xmlFreeDoc(content);
	return rc == RC_LIMIT ? rc : RC_OK;
}

static void begin(struct text *text, struct arena *arena, struct builder *builder)
{
	*text = (struct text){.arena = arena, .out = builder};
	builder_init(builder, arena);
	buf_init(&text->notes, arena, MAX_TEXT_BYTES);
	for (size_t i = 0; i < ODT_STYLES_LEVELS; i++)
		text->styles.outline.levels[i].kind = MARKS_NONE;
}

static enum rc read(struct arena *arena, const struct format_input *input, struct document *ret, struct message *ret_problem)
{
	struct builder builder;
	struct text text;
	struct zipped zipped;
	begin(&text, arena, &builder);
	TRY(zipped_open(input->bytes, &zipped, ret_problem));
	enum rc rc = read_archive(&text, &zipped, ret_problem);
	zipped_release(&zipped);
	return rc == RC_OK ? builder_finish(&builder, ret, ret_problem) : rc;
}

static enum rc read_flat(struct arena *arena, const struct format_input *input, struct document *ret, struct message *ret_problem)
{
	struct builder builder;
	struct text text;
	xmlDoc *doc;
	begin(&text, arena, &builder);
	if (xml_parse(input->bytes, &doc) != RC_OK)
		return refuse_damaged(ret_problem);
	write(&text, NULL, doc);
	xmlFreeDoc(doc);
	return builder_finish(&builder, ret, ret_problem);
}

const struct format odt_format = {.name = "odt", .score = score, .read = read};
const struct format odt_flat_format = {.name = "fodt", .score = score_flat, .read = read_flat};
