/* What the parts of the reader of Word documents share. */
#ifndef FORMAT_DOCX_PART_H
#define FORMAT_DOCX_PART_H

#include "format/builder.h"
#include "format/docx_numbering.h"
#include "format/docx_styles.h"
#include "format/format.h"
#include "viet/legacy.h"

struct docx_part {
	struct arena *arena;
	struct docx_styles styles;
	struct docx_numbering numbering;
	struct builder *out;
	const struct format_input *input;
	enum viet_legacy legacy; /* that some text was in, by its font */
};

/* A paragraph as it is read. */
struct docx_text {
	struct buf text; /* "\n" is a line break that was typed */
	bool has_bold, has_plain;
	bool page_before, page_after, centred;
	bool in_cell;          /* where a number alone says something: the ordinal of a row */
	const xmlNode **boxes; /* text boxes that hang on it */
	size_t n_boxes;
};

enum { DOCX_TEXT_MAX_BYTES = 4 * 1024 * 1024, DOCX_TEXT_MAX_BOXES = 200 };

void docx_text_init(struct docx_text *text, struct docx_part *part);

/* Adds what <w:p> says, its number before it, to what `text` holds already. Returns whether the paragraph goes on with the next
 * one, its end being a change that was tracked as deleted. */
bool docx_text_add(struct docx_part *part, const xmlNode *paragraph, struct docx_text *text);

/* Writes all blocks below <w:body> or the like. */
void docx_body_write(struct docx_part *part, const xmlNode *body);

#endif
