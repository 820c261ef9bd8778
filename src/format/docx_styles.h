/* The styles of a Word document, as far as they change what is read: bold, capitals, hidden text, numbering. */
#ifndef FORMAT_DOCX_STYLES_H
#define FORMAT_DOCX_STYLES_H

#include "base/vec.h"
#include "format/xml.h"

/* A property that a style or run may leave to what is above it. */
enum docx_toggle { DOCX_UNSET, DOCX_OFF, DOCX_ON };

/* What a run's properties say. */
struct docx_look {
	enum docx_toggle bold, capitals, hidden;
	enum docx_toggle centred; /* of paragraphs; runs leave it open */
	struct str font;          /* of the Latin letters; no text where unset */
};

struct docx_style {
	struct str id, based_on;
	bool is_default; /* of paragraphs */
	struct docx_look look;
	int64_t number, level; /* numbering; -1: unset */
};
VEC_OF(docx_style, struct docx_style);

struct docx_styles {
	struct docx_style_vec styles;
	struct str default_font;
};

/* `doc` may be NULL. */
void docx_styles_read(struct arena *arena, const xmlDoc *doc, struct docx_styles *ret);

/* NULL where there is none. The id of no text is the default style of paragraphs. */
const struct docx_style *docx_styles_lookup(const struct docx_styles *styles, struct str id);

/* What <w:rPr> says itself; `properties` may be NULL. */
struct docx_look docx_styles_look(struct arena *arena, const xmlNode *properties);

/* Whether <w:pPr> sets its paragraph in the middle; `properties` may be NULL. */
enum docx_toggle docx_styles_centred(struct arena *arena, const xmlNode *properties);

/* Fills what `look` leaves unset from the style and those that it is based on. */
void docx_styles_inherit(const struct docx_styles *styles, struct str id, struct docx_look *look);

/* The numbering of a paragraph style; -1 where it has none. */
void docx_styles_numbering(const struct docx_styles *styles, struct str id, int64_t *ret_number, int64_t *ret_level);

#endif
