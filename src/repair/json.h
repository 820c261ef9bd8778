/* Restored tokens and doubtful words as JSON, for other programs. */
#ifndef REPAIR_JSON_H
#define REPAIR_JSON_H

#include "repair/repair.h"
#include "repair/suggest.h"

/* {"begin","end","before","text","changed","confidence","alternatives":[{"text","confidence"}]}; begin and end are bytes of
 * `text`, which the word is of. */
enum rc repair_json_word(struct arena *arena, struct str text, const struct repair_word *word, struct str *ret) MUST_USE;

/* {"begin","end","before","known","suggestions":[{"text","confidence"}]} */
enum rc repair_json_suspect(struct arena *arena, struct str text, const struct repair_suspect *suspect, struct str *ret) MUST_USE;

#endif
