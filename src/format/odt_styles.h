/* The styles of an OpenDocument text, as far as they change what is read: bold, page breaks, the marks of lists. */
#ifndef FORMAT_ODT_STYLES_H
#define FORMAT_ODT_STYLES_H

#include "base/vec.h"
#include "format/marks.h"
#include "format/xml.h"

enum { ODT_STYLES_LEVELS = 10 };

enum odt_toggle { ODT_UNSET, ODT_OFF, ODT_ON };

struct odt_style {
	struct str name, parent, list;
	enum odt_toggle bold, hidden, ruled;
	bool page_before;
};
VEC_OF(odt_style, struct odt_style);

struct odt_level {
	enum marks_kind kind;
	struct str prefix, suffix, bullet;
	int64_t start, shown; /* how many levels its mark shows */
};

struct odt_list {
	struct str name;
	struct odt_level levels[ODT_STYLES_LEVELS];
};
VEC_OF(odt_list, struct odt_list);

struct odt_styles {
	struct odt_style_vec styles;
	struct odt_list_vec lists;
	struct odt_list outline; /* of headings */
};

/* Adds what a file says. `doc` may be NULL. */
void odt_styles_read(struct arena *arena, const xmlDoc *doc, struct odt_styles *styles);

/* NULL where there is none. */
const struct odt_list *odt_styles_lookup_list(const struct odt_styles *styles, struct str name);

/* What a style says, and for what it leaves open those above it. */
struct odt_style odt_styles_resolve(const struct odt_styles *styles, struct str name);

#endif
