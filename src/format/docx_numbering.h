/* Word's automatic numbering: the mark before a paragraph, "1.", "a)", "II.", "1.2", "-", which stands nowhere in the text. */
#ifndef FORMAT_DOCX_NUMBERING_H
#define FORMAT_DOCX_NUMBERING_H

#include "format/docx_styles.h"
#include "format/marks.h"

enum { DOCX_NUMBERING_LEVELS = 9 };

struct docx_numbering_level {
	enum marks_kind kind;
	int64_t start;
	struct str text;  /* "%1.%2." */
	struct str style; /* of paragraphs that have this level */
	bool is_legal;    /* all levels in its text are decimal */
	bool keeps;       /* does not begin anew under a higher level */
};

/* A list as it is defined, and how far it is counted: lists made of one definition count on. */
struct docx_numbering_list {
	int64_t id;
	struct str style_link; /* the definition is that of this style's numbering */
	struct docx_numbering_level levels[DOCX_NUMBERING_LEVELS];
	int64_t counts[DOCX_NUMBERING_LEVELS]; /* -1: none yet */
};
VEC_OF(docx_numbering_list, struct docx_numbering_list);

struct docx_numbering_use {
	int64_t id;
	size_t list;
	int64_t starts[DOCX_NUMBERING_LEVELS]; /* begin anew with this number where the level is first used; -1: they do not */
	struct docx_numbering_level *levels[DOCX_NUMBERING_LEVELS]; /* in place of the list's; NULL: the list's */
};
VEC_OF(docx_numbering_use, struct docx_numbering_use);

struct docx_numbering {
	struct docx_numbering_list_vec lists;
	struct docx_numbering_use_vec uses;
};

/* `doc` may be NULL. */
void docx_numbering_read(struct arena *arena, const xmlDoc *doc, const struct docx_styles *styles, struct docx_numbering *ret);

/* The mark of the next paragraph of numbering `number`, at `level` (-1: the level of `style`, or the first), counting it. No text
 * where it has none. */
struct str docx_numbering_next(struct arena *arena, struct docx_numbering *numbering, int64_t number, int64_t level,
                               struct str style);

#endif
