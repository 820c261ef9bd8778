/* Whether a word can be a Vietnamese syllable: an onset, a rime and a tone that go together. For telling damaged text from sound.
 */
#ifndef VIET_SYLLABLE_H
#define VIET_SYLLABLE_H

#include <stdbool.h>

#include "base/str.h"

/* The longest syllable has seven letters ("nghiêng"), each of up to three bytes. */
enum { VIET_SYLLABLE_MAX_LETTERS = 7, VIET_SYLLABLE_MAX_BYTES = 21 };

/* Whether `word`, NFC of any case and either tone style, is a possible syllable: "nghiêng" is, "ngiêng", "cac" (a stopped rime
 * takes sắc or nặng) and "hoạch," are not. Abbreviations, numbers and foreign words are not either. */
bool viet_syllable_is_possible(struct str word);

/* How rare a syllable is in official texts: ten times the negative logarithm of its share, about 40 for the commonest;
 * VIET_SYLLABLE_RARE for a possible one outside the table, VIET_SYLLABLE_NONE for what is no syllable. */
enum { VIET_SYLLABLE_RARE = 150, VIET_SYLLABLE_NONE = 255 };
int viet_syllable_cost(struct str word);

#endif
