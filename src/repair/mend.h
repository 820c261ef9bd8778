/* A document made whole: its text restored where it is damaged, and every place in it moved along. */
#ifndef REPAIR_MEND_H
#define REPAIR_MEND_H

#include "document/document.h"
#include "repair/repair.h"

/* A word that was restored. */
struct repair_change {
	struct document_span span; /* in the new text */
	struct str before;         /* what stood there */
	uint8_t confidence;        /* percent */
};
VEC_OF(repair_change, struct repair_change);

/* Restores the document's text; *ret is the changes in the order of the text. Where there are some, a warning of the document
 * says how many. Without the model (repair/store.h) nothing is changed.
 * `teacher` may be NULL. */
enum rc repair_mend(struct arena *arena, struct document *document, const struct repair_teacher *teacher,
                    struct repair_change_vec *ret) MUST_USE;

#endif
