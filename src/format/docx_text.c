/* A paragraph of a Word document: its runs, as they are seen with all tracked changes accepted. */
#include "format/docx_part.h"
#include "viet/legacy.h"
#include "viet/upper.h"

void docx_text_init(struct docx_text *text, struct docx_part *part)
{
	*text = (struct docx_text){.boxes = ARENA_ARRAY(part->arena, const xmlNode *, DOCX_TEXT_MAX_BOXES)};
	buf_init(&text->text, part->arena, DOCX_TEXT_MAX_BYTES);
}

/* Where reading a paragraph stands. */
struct reader {
	struct docx_part *part;
	struct docx_text *text;
	struct str style;
};

/* ---- Characters ---- */

static void add_words(struct reader *reader, struct str words, const struct docx_look *look)
{
	struct docx_text *text = reader->text;
	if (str_trim(words).len > 0) {
		text->has_bold = text->has_bold || look->bold == DOCX_ON;
		text->has_plain = text->has_plain || look->bold != DOCX_ON;
	}
	bool capitals;
	enum viet_legacy encoding = viet_legacy_of_font(look->font, &capitals);
	if (encoding != VIET_LEGACY_NONE) {
		struct str decoded = viet_legacy_from_font(reader->part->arena, words, encoding, capitals);
		reader->part->legacy = decoded.ptr != words.ptr ? encoding : reader->part->legacy;
		words = decoded;
	}
	buf_add(&text->text, look->capitals == DOCX_ON ? viet_upper(reader->part->arena, words) : words);
}

/* A sign of a font of signs, by its place in it. */
static struct str sign_of(struct arena *arena, const xmlNode *node)
{
	struct str code = xml_attribute(arena, node, "char");
	if (str_has_suffix(code, STR("2D")) || str_has_suffix(code, STR("2d")))
		return STR("-");
	if (str_has_suffix(code, STR("B7")) || str_has_suffix(code, STR("b7")) || str_has_suffix(code, STR("A7")))
		return STR("•");
	return STR(" ");
}

static void add_break(struct reader *reader, const xmlNode *node)
{
	struct str type = xml_attribute(reader->part->arena, node, "type");
	struct docx_text *text = reader->text;
	if (!str_eq(type, STR("page"))) {
		buf_add_char(&text->text, '\n');
	} else if (str_trim(buf_str(&text->text)).len == 0) {
		text->page_before = true;
	} else {
		text->page_after = true;
	}
}

/* ---- Text boxes ---- */

static void note_box(struct docx_text *text, const xmlNode *box)
{
	if (text->n_boxes < DOCX_TEXT_MAX_BOXES)
		text->boxes[text->n_boxes++] = box;
}

/* A drawing stands in the file twice, for newer programs and for older ones: the first with text counts. */
static bool find_boxes(struct docx_text *text, const xmlNode *drawing)
{
	bool found = false;
	bool enter = true;
	for (const xmlNode *node = xml_walk(drawing, drawing, true); node != NULL; node = xml_walk(drawing, node, enter)) {
		enter = true;
		if (xml_is(node, "txbxContent")) {
			note_box(text, node);
			found = true;
			enter = false;
		} else if (xml_is(node, "AlternateContent")) {
			found = find_boxes(text, node) || found;
			enter = false;
		} else if (xml_is(node, "Fallback") && found && xml_is(drawing, "AlternateContent")) {
			enter = false;
		}
	}
	return found;
}

/* ---- Runs ---- */

static void add_run(struct reader *reader, const xmlNode *run)
{
	struct docx_part *part = reader->part;
	const xmlNode *properties = xml_child(run, "rPr");
	struct docx_look look = docx_styles_look(part->arena, properties);
	struct str character_style = xml_attribute(part->arena, xml_child(properties, "rStyle"), "val");
	if (character_style.len > 0)
		docx_styles_inherit(&part->styles, character_style, &look);
	docx_styles_inherit(&part->styles, reader->style, &look);
	look.font = look.font.len > 0 ? look.font : part->styles.default_font;
	if (look.hidden == DOCX_ON)
		return;
	for (const xmlNode *node = xml_child(run, NULL); node != NULL; node = xml_next(node, NULL)) {
		if (xml_is(node, "t"))
			for (const xmlNode *piece = node->children; piece != NULL; piece = piece->next)
				add_words(reader, xml_content(piece), &look);
		else if (xml_is(node, "tab") || xml_is(node, "ptab"))
			buf_add_char(&reader->text->text, '\t');
		else if (xml_is(node, "br") || xml_is(node, "cr"))
			add_break(reader, node);
		else if (xml_is(node, "noBreakHyphen"))
			add_words(reader, STR("-"), &look);
		else if (xml_is(node, "sym"))
			add_words(reader, sign_of(part->arena, node), &look);
		else if (xml_is(node, "drawing") || xml_is(node, "pict") || xml_is(node, "object") || xml_is(node, "AlternateContent"))
			(void)find_boxes(reader->text, node);
	}
}

static void add_inline(struct reader *reader, const xmlNode *parent)
{
	static const char *const skipped[] = {"pPr", "del", "moveFrom", "sdtPr", "rPr"};
	for (const xmlNode *node = xml_child(parent, NULL); node != NULL; node = xml_next(node, NULL)) {
		bool skip = false;
		for (size_t i = 0; i < sizeof skipped / sizeof *skipped; i++)
			skip = skip || xml_is(node, skipped[i]);
		if (skip)
			continue;
		if (xml_is(node, "r"))
			add_run(reader, node);
		else if (xml_is(node, "AlternateContent"))
			(void)find_boxes(reader->text, node);
		else
			add_inline(reader, node);
	}
}

/* The mark that Word counts, with a space after it as a page shows it. `shown`: it is not only counted. */
static void add_mark(struct reader *reader, const xmlNode *properties, bool shown)
{
	struct docx_part *part = reader->part;
	const xmlNode *own = xml_child(properties, "numPr");
	int64_t number, level;
	docx_styles_numbering(&part->styles, reader->style, &number, &level);
	bool by_style = own == NULL || xml_child(own, "numId") == NULL;
	number = xml_number(xml_child(own, "numId"), "val", number);
	level = xml_number(xml_child(own, "ilvl"), "val", by_style ? level : 0);
	struct str mark =
	    docx_numbering_next(part->arena, &part->numbering, number, level, by_style ? reader->style : (struct str){0});
	if (mark.len == 0 || !shown)
		return;
	buf_add(&reader->text->text, mark);
	buf_add_char(&reader->text->text, ' ');
}

static bool has_words(const xmlNode *paragraph)
{
	for (const xmlNode *node = paragraph; node != NULL; node = xml_walk(paragraph, node, true))
		if ((xml_is(node, "t") && node->children != NULL) || xml_is(node, "drawing") || xml_is(node, "pict"))
			return true;
	return false;
}

bool docx_text_add(struct docx_part *part, const xmlNode *paragraph, struct docx_text *text)
{
	const xmlNode *properties = xml_child(paragraph, "pPr");
	struct reader reader = {
	    .part = part, .text = text, .style = xml_attribute(part->arena, xml_child(properties, "pStyle"), "val")};
	const xmlNode *page = xml_child(properties, "pageBreakBefore");
	struct docx_look look = {.centred = docx_styles_centred(part->arena, properties)};
	docx_styles_inherit(&part->styles, reader.style, &look);
	text->centred = look.centred == DOCX_ON;
	text->page_before = text->page_before || (page != NULL && xml_number(page, "val", 1) != 0);
	if (text->text.len == 0)
		add_mark(&reader, properties, text->in_cell || has_words(paragraph));
	add_inline(&reader, paragraph);
	if (xml_child(properties, "sectPr") != NULL) {
		struct str type = xml_attribute(part->arena, xml_child(xml_child(properties, "sectPr"), "type"), "val");
		text->page_after = text->page_after || !str_eq(type, STR("continuous"));
	}
	return xml_child(xml_child(properties, "rPr"), "del") != NULL;
}
