/* A word that the column was too narrow for: it goes on in the next line, without a hyphen. */
#ifndef VIET_TORN_WORD_H
#define VIET_TORN_WORD_H

#include <stdbool.h>

#include "base/str.h"

/* Whether two pieces, one below the other, each the first of its line and the upper one alone there, are one word: together a
 * common syllable, which one of them is not by itself ("Thườ" "ng", "hoạ" "ch"), or two halves of an abbreviation in capitals
 * ("PG" "Đ"), which only the place can tell from two abbreviations: ask it where the upper line is full. NFC; marks after the
 * lower piece do not matter. */
bool viet_torn_word_is_one(struct str before, struct str after);

#endif
