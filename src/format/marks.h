/* The mark before an item of a list, as a number or a letter; shared by the forms that count items themselves. */
#ifndef FORMAT_MARKS_H
#define FORMAT_MARKS_H

#include "base/buf.h"

enum marks_kind {
	MARKS_DECIMAL,
	MARKS_DECIMAL_ZERO,
	MARKS_LOWER_LETTER,
	MARKS_UPPER_LETTER,
	MARKS_LOWER_ROMAN,
	MARKS_UPPER_ROMAN,
	MARKS_BULLET,
	MARKS_NONE,
};

/* Of "1", "a", "A", "i", "I", as HTML and OpenDocument name them. */
enum marks_kind marks_kind_of(struct str name, enum marks_kind fallback);

/* Nothing is written for bullets, none, and what the kind has no number for. */
void marks_add(struct buf *out, enum marks_kind kind, int64_t number);

/* A bullet as it is seen: fonts of signs give common letters another face. */
struct str marks_bullet(struct str text);

#endif
