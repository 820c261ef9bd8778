#include "format/docx_numbering.h"

#include "base/buf.h"

enum { MAX_LISTS = 5000, MAX_MARK_BYTES = 200 };

/* ---- Definitions ---- */

static enum marks_kind kind_of(struct str name)
{
	static const struct {
		struct str name;
		enum marks_kind kind;
	} kinds[] = {
	    {STR_INIT("decimalZero"), MARKS_DECIMAL_ZERO},
	    {STR_INIT("lowerLetter"), MARKS_LOWER_LETTER},
	    {STR_INIT("upperLetter"), MARKS_UPPER_LETTER},
	    {STR_INIT("lowerRoman"), MARKS_LOWER_ROMAN},
	    {STR_INIT("upperRoman"), MARKS_UPPER_ROMAN},
	    {STR_INIT("bullet"), MARKS_BULLET},
	    {STR_INIT("none"), MARKS_NONE},
	};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(name, kinds[i].name))
			return kinds[i].kind;
	return MARKS_DECIMAL;
}

static struct docx_numbering_level read_level(struct arena *arena, const xmlNode *node)
{
	return (struct docx_numbering_level){
	    .kind = kind_of(xml_attribute(arena, xml_child(node, "numFmt"), "val")),
	    .start = xml_number(xml_child(node, "start"), "val", 0),
	    .text = xml_attribute(arena, xml_child(node, "lvlText"), "val"),
	    .style = xml_attribute(arena, xml_child(node, "pStyle"), "val"),
	    .is_legal = xml_child(node, "isLgl") != NULL,
	    .keeps = xml_number(xml_child(node, "lvlRestart"), "val", -1) == 0,
	};
}

static struct docx_numbering_list read_list(struct arena *arena, const xmlNode *node)
{
	struct docx_numbering_list list = {.id = xml_number(node, "abstractNumId", -1),
	                                   .style_link = xml_attribute(arena, xml_child(node, "numStyleLink"), "val")};
	for (int i = 0; i < DOCX_NUMBERING_LEVELS; i++) {
		list.levels[i].kind = MARKS_NONE;
		list.counts[i] = -1;
	}
	for (const xmlNode *level = xml_child(node, "lvl"); level != NULL; level = xml_next(level, "lvl")) {
		int64_t i = xml_number(level, "ilvl", -1);
		if (i >= 0 && i < DOCX_NUMBERING_LEVELS)
			list.levels[i] = read_level(arena, level);
	}
	return list;
}

static size_t find_list(const struct docx_numbering *numbering, int64_t id)
{
	size_t i = 0;
	while (i < numbering->lists.n && numbering->lists.at[i].id != id)
		i++;
	return i;
}

static void read_overrides(struct arena *arena, const xmlNode *node, struct docx_numbering_use *use)
{
	for (const xmlNode *over = xml_child(node, "lvlOverride"); over != NULL; over = xml_next(over, "lvlOverride")) {
		int64_t i = xml_number(over, "ilvl", -1);
		const xmlNode *level = xml_child(over, "lvl");
		if (i < 0 || i >= DOCX_NUMBERING_LEVELS)
			continue;
		use->starts[i] = xml_number(xml_child(over, "startOverride"), "val", -1);
		if (level == NULL)
			continue;
		use->levels[i] = ARENA_NEW(arena, struct docx_numbering_level);
		*use->levels[i] = read_level(arena, level);
	}
}

static void read_use(struct arena *arena, const xmlNode *node, struct docx_numbering *numbering)
{
	struct docx_numbering_use use = {.id = xml_number(node, "numId", -1)};
	use.list = find_list(numbering, xml_number(xml_child(node, "abstractNumId"), "val", -1));
	for (int i = 0; i < DOCX_NUMBERING_LEVELS; i++)
		use.starts[i] = -1;
	read_overrides(arena, node, &use);
	if (use.list < numbering->lists.n)
		VEC_PUSH(arena, &numbering->uses, use);
}

static struct docx_numbering_use *lookup_use(struct docx_numbering *numbering, int64_t id)
{
	for (size_t i = 0; i < numbering->uses.n; i++)
		if (numbering->uses.at[i].id == id)
			return &numbering->uses.at[i];
	return NULL;
}

/* A list that only names a style takes the place of that style's list. */
static void follow_links(struct docx_numbering *numbering, const struct docx_styles *styles)
{
	for (size_t i = 0; i < numbering->uses.n; i++) {
		struct docx_numbering_use *use = &numbering->uses.at[i];
		struct str link = numbering->lists.at[use->list].style_link;
		int64_t number, level;
		if (link.len == 0)
			continue;
		docx_styles_numbering(styles, link, &number, &level);
		const struct docx_numbering_use *meant = lookup_use(numbering, number);
		if (meant != NULL)
			use->list = meant->list;
	}
}

void docx_numbering_read(struct arena *arena, const xmlDoc *doc, const struct docx_styles *styles, struct docx_numbering *ret)
{
	*ret = (struct docx_numbering){0};
	if (doc == NULL)
		return;
	const xmlNode *root = xmlDocGetRootElement(doc);
	for (const xmlNode *node = xml_child(root, "abstractNum"); node != NULL && ret->lists.n < MAX_LISTS;
	     node = xml_next(node, "abstractNum"))
		VEC_PUSH(arena, &ret->lists, read_list(arena, node));
	for (const xmlNode *node = xml_child(root, "num"); node != NULL && ret->uses.n < MAX_LISTS; node = xml_next(node, "num"))
		read_use(arena, node, ret);
	follow_links(ret, styles);
}

/* ---- Counting ---- */

static const struct docx_numbering_level *level_of(const struct docx_numbering *numbering, const struct docx_numbering_use *use,
                                                   int64_t level)
{
	return use->levels[level] != NULL ? use->levels[level] : &numbering->lists.at[use->list].levels[level];
}

static void count(struct docx_numbering *numbering, struct docx_numbering_use *use, int64_t level)
{
	int64_t *counts = numbering->lists.at[use->list].counts;
	if (use->starts[level] >= 0) {
		counts[level] = use->starts[level];
		use->starts[level] = -1;
	} else {
		counts[level] = counts[level] < 0 ? level_of(numbering, use, level)->start : counts[level] + 1;
	}
	for (int64_t below = level + 1; below < DOCX_NUMBERING_LEVELS; below++)
		if (!level_of(numbering, use, below)->keeps)
			counts[below] = -1;
}

static struct str format_mark(struct arena *arena, const struct docx_numbering *numbering, const struct docx_numbering_use *use,
                              int64_t level)
{
	const struct docx_numbering_level *own = level_of(numbering, use, level);
	const int64_t *counts = numbering->lists.at[use->list].counts;
	struct buf out;
	if (own->kind == MARKS_BULLET)
		return marks_bullet(own->text);
	buf_init(&out, arena, MAX_MARK_BYTES);
	for (size_t i = 0; i < own->text.len; i++) {
		char c = own->text.ptr[i], next = i + 1 < own->text.len ? own->text.ptr[i + 1] : '\0';
		if (c != '%' || next < '1' || next > '9') {
			buf_add_char(&out, c);
			continue;
		}
		const struct docx_numbering_level *shown = level_of(numbering, use, next - '1');
		int64_t value = counts[next - '1'] < 0 ? shown->start : counts[next - '1'];
		marks_add(&out, own->is_legal && shown->kind != MARKS_NONE ? MARKS_DECIMAL : shown->kind, value);
		i++;
	}
	return str_trim(buf_str(&out));
}

static int64_t level_of_style(const struct docx_numbering *numbering, const struct docx_numbering_use *use, struct str style)
{
	for (int64_t i = 0; i < DOCX_NUMBERING_LEVELS && style.len > 0; i++)
		if (str_eq(level_of(numbering, use, i)->style, style))
			return i;
	return 0;
}

struct str docx_numbering_next(struct arena *arena, struct docx_numbering *numbering, int64_t number, int64_t level,
                               struct str style)
{
	struct docx_numbering_use *use = number > 0 ? lookup_use(numbering, number) : NULL;
	if (use == NULL || level >= DOCX_NUMBERING_LEVELS)
		return (struct str){0};
	if (level < 0)
		level = level_of_style(numbering, use, style);
	count(numbering, use, level);
	return format_mark(arena, numbering, use, level);
}
