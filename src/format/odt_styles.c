#include "format/odt_styles.h"

enum { MAX_STYLES = 20000, MAX_DEPTH = 16 };

static enum odt_toggle bold_of(struct arena *arena, const xmlNode *properties)
{
	struct str weight = xml_attribute(arena, properties, "font-weight");
	int64_t number;
	if (weight.len == 0)
		return ODT_UNSET;
	enum { BOLD = 600 };
	bool bold = str_eq(weight, STR("bold")) || (str_parse_int(weight, &number) && number >= BOLD);
	return bold ? ODT_ON : ODT_OFF;
}

static enum odt_toggle ruled_of(struct arena *arena, const xmlNode *properties)
{
	static const char *const sides[] = {"border", "border-top", "border-left", "border-bottom", "border-right"};
	enum odt_toggle ruled = ODT_UNSET;
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
		struct str border = xml_attribute(arena, properties, sides[i]);
		if (border.len > 0 && ruled != ODT_ON)
			ruled = str_eq(border, STR("none")) ? ODT_OFF : ODT_ON;
	}
	return ruled;
}

static struct odt_style read_style(struct arena *arena, const xmlNode *node)
{
	const xmlNode *text = xml_child(node, "text-properties"), *paragraph = xml_child(node, "paragraph-properties");
	const xmlNode *table = xml_child(node, "table-properties");
	struct str display = xml_attribute(arena, text, "display");
	const xmlNode *breaks = paragraph != NULL ? paragraph : table;
	return (struct odt_style){
	    .name = xml_attribute(arena, node, "name"),
	    .parent = xml_attribute(arena, node, "parent-style-name"),
	    .list = xml_attribute(arena, node, "list-style-name"),
	    .bold = bold_of(arena, text),
	    .hidden = display.len == 0               ? ODT_UNSET
	              : str_eq(display, STR("none")) ? ODT_ON
	                                             : ODT_OFF,
	    .ruled = ruled_of(arena, xml_child(node, "table-cell-properties")),
	    .page_before = str_eq(xml_attribute(arena, breaks, "break-before"), STR("page")) ||
	                   xml_attribute(arena, node, "master-page-name").len > 0,
	};
}

static struct odt_list read_list(struct arena *arena, const xmlNode *node)
{
	struct odt_list list = {.name = xml_attribute(arena, node, "name")};
	for (size_t i = 0; i < ODT_STYLES_LEVELS; i++)
		list.levels[i].kind = MARKS_NONE;
	for (const xmlNode *child = xml_child(node, NULL); child != NULL; child = xml_next(child, NULL)) {
		int64_t level = xml_number(child, "level", 0);
		if (level < 1 || level > ODT_STYLES_LEVELS)
			continue;
		bool bullet = xml_is(child, "list-level-style-bullet");
		list.levels[level - 1] = (struct odt_level){
		    .kind = bullet ? MARKS_BULLET : marks_kind_of(xml_attribute(arena, child, "num-format"), MARKS_NONE),
		    .prefix = xml_attribute(arena, child, "num-prefix"),
		    .suffix = xml_attribute(arena, child, "num-suffix"),
		    .bullet = xml_attribute(arena, child, "bullet-char"),
		    .start = xml_number(child, "start-value", 1),
		    .shown = xml_number(child, "display-levels", 1),
		};
	}
	return list;
}

static void read_group(struct arena *arena, const xmlNode *group, struct odt_styles *styles)
{
	for (const xmlNode *node = xml_child(group, NULL); node != NULL && styles->styles.n < MAX_STYLES;
	     node = xml_next(node, NULL)) {
		if (xml_is(node, "style"))
			VEC_PUSH(arena, &styles->styles, read_style(arena, node));
		else if (xml_is(node, "list-style"))
			VEC_PUSH(arena, &styles->lists, read_list(arena, node));
		else if (xml_is(node, "outline-style"))
			styles->outline = read_list(arena, node);
	}
}

void odt_styles_read(struct arena *arena, const xmlDoc *doc, struct odt_styles *styles)
{
	const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
	read_group(arena, xml_child(root, "styles"), styles);
	read_group(arena, xml_child(root, "automatic-styles"), styles);
}

const struct odt_list *odt_styles_lookup_list(const struct odt_styles *styles, struct str name)
{
	for (size_t i = styles->lists.n; i > 0 && name.len > 0; i--)
		if (str_eq(styles->lists.at[i - 1].name, name))
			return &styles->lists.at[i - 1];
	return NULL;
}

/* Names are used once more for each kind of style; the last is the document's own. */
static const struct odt_style *lookup(const struct odt_styles *styles, struct str name)
{
	for (size_t i = styles->styles.n; i > 0 && name.len > 0; i--)
		if (str_eq(styles->styles.at[i - 1].name, name))
			return &styles->styles.at[i - 1];
	return NULL;
}

struct odt_style odt_styles_resolve(const struct odt_styles *styles, struct str name)
{
	const struct odt_style *style = lookup(styles, name);
	struct odt_style found = {.page_before = style != NULL && style->page_before};
	for (int depth = 0; style != NULL && depth < MAX_DEPTH; depth++, style = lookup(styles, style->parent)) {
		found.bold = found.bold != ODT_UNSET ? found.bold : style->bold;
		found.hidden = found.hidden != ODT_UNSET ? found.hidden : style->hidden;
		found.ruled = found.ruled != ODT_UNSET ? found.ruled : style->ruled;
		found.list = found.list.len > 0 ? found.list : style->list;
	}
	return found;
}
