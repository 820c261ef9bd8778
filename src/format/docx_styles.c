#include "format/docx_styles.h"

enum { MAX_STYLES = 5000, MAX_DEPTH = 16 };

static enum docx_toggle toggle_of(struct arena *arena, const xmlNode *properties, const char *name)
{
	const xmlNode *node = xml_child(properties, name);
	if (node == NULL)
		return DOCX_UNSET;
	struct str value = xml_attribute(arena, node, "val");
	bool off = str_eq(value, STR("0")) || str_eq(value, STR("false")) || str_eq(value, STR("off")) || str_eq(value, STR("none"));
	return off ? DOCX_OFF : DOCX_ON;
}

struct docx_look docx_styles_look(struct arena *arena, const xmlNode *properties)
{
	const xmlNode *fonts = xml_child(properties, "rFonts");
	struct str font = xml_attribute(arena, fonts, "hAnsi");
	return (struct docx_look){
	    .bold = toggle_of(arena, properties, "b"),
	    .capitals = toggle_of(arena, properties, "caps"),
	    .hidden = toggle_of(arena, properties, "vanish"),
	    .font = font.len > 0 ? font : xml_attribute(arena, fonts, "ascii"),
	};
}

enum docx_toggle docx_styles_centred(struct arena *arena, const xmlNode *properties)
{
	struct str value = xml_attribute(arena, xml_child(properties, "jc"), "val");
	return value.len == 0 ? DOCX_UNSET : str_eq(value, STR("center")) ? DOCX_ON : DOCX_OFF;
}

static struct docx_style read_style(struct arena *arena, const xmlNode *node)
{
	const xmlNode *paragraph = xml_child(node, "pPr"), *numbering = xml_child(paragraph, "numPr");
	bool is_default = xml_number(node, "default", 0) == 1 || str_eq(xml_attribute(arena, node, "default"), STR("true"));
	struct docx_look look = docx_styles_look(arena, xml_child(node, "rPr"));
	look.centred = docx_styles_centred(arena, paragraph);
	return (struct docx_style){
	    .id = xml_attribute(arena, node, "styleId"),
	    .based_on = xml_attribute(arena, xml_child(node, "basedOn"), "val"),
	    .is_default = is_default && str_eq(xml_attribute(arena, node, "type"), STR("paragraph")),
	    .look = look,
	    .number = xml_number(xml_child(numbering, "numId"), "val", -1),
	    .level = xml_number(xml_child(numbering, "ilvl"), "val", -1),
	};
}

void docx_styles_read(struct arena *arena, const xmlDoc *doc, struct docx_styles *ret)
{
	*ret = (struct docx_styles){0};
	if (doc == NULL)
		return;
	const xmlNode *root = xmlDocGetRootElement(doc);
	const xmlNode *defaults = xml_child(xml_child(xml_child(root, "docDefaults"), "rPrDefault"), "rPr");
	ret->default_font = docx_styles_look(arena, defaults).font;
	for (const xmlNode *node = xml_child(root, "style"); node != NULL && ret->styles.n < MAX_STYLES;
	     node = xml_next(node, "style"))
		VEC_PUSH(arena, &ret->styles, read_style(arena, node));
}

const struct docx_style *docx_styles_lookup(const struct docx_styles *styles, struct str id)
{
	for (size_t i = 0; i < styles->styles.n; i++) {
		const struct docx_style *style = &styles->styles.at[i];
		if (id.len > 0 ? str_eq(style->id, id) : style->is_default)
			return style;
	}
	return NULL;
}

/* The style above; a style without one has none, not even the default. */
static const struct docx_style *above(const struct docx_styles *styles, const struct docx_style *style)
{
	return style->based_on.len > 0 ? docx_styles_lookup(styles, style->based_on) : NULL;
}

void docx_styles_inherit(const struct docx_styles *styles, struct str id, struct docx_look *look)
{
	const struct docx_style *style = docx_styles_lookup(styles, id);
	for (int depth = 0; style != NULL && depth < MAX_DEPTH; depth++, style = above(styles, style)) {
		look->bold = look->bold != DOCX_UNSET ? look->bold : style->look.bold;
		look->capitals = look->capitals != DOCX_UNSET ? look->capitals : style->look.capitals;
		look->hidden = look->hidden != DOCX_UNSET ? look->hidden : style->look.hidden;
		look->centred = look->centred != DOCX_UNSET ? look->centred : style->look.centred;
		look->font = look->font.len > 0 ? look->font : style->look.font;
	}
}

void docx_styles_numbering(const struct docx_styles *styles, struct str id, int64_t *ret_number, int64_t *ret_level)
{
	const struct docx_style *style = docx_styles_lookup(styles, id);
	*ret_number = *ret_level = -1;
	for (int depth = 0; style != NULL && depth < MAX_DEPTH && *ret_number < 0; depth++, style = above(styles, style)) {
		*ret_number = style->number;
		*ret_level = *ret_level >= 0 ? *ret_level : style->level;
	}
}
