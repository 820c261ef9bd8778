/* In which case the chosen words are written: by how they were read, where they stand, and what texts do with them. */
#ifndef REPAIR_CASE_H
#define REPAIR_CASE_H

#include "base/buf.h"
#include "repair/decode.h"

/* What an option of a piece costs with the case that suits it best, the words around it not looked at. */
int repair_case_least(const struct repair_model *model, const struct repair_piece *piece, const struct repair_option *option);

/* Sets `written` of each choice. */
void repair_case_choose(const struct repair_model *model, const struct repair_piece_vec *pieces, struct repair_choice *choices);

/* Writes a word of the model in a case. */
void repair_case_write(struct buf *out, struct str word, enum repair_case written);

#endif
