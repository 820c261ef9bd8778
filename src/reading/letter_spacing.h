/* Text whose letters were spaced out ("T r i ể n   k h a i"), as some text layers of PDF files have it: where its words end.
 *
 * Where the gaps between words are wider than those between letters they tell; else the words are found by what syllables
 * Vietnamese can have and which the document has elsewhere. */
#ifndef READING_LETTER_SPACING_H
#define READING_LETTER_SPACING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "reading/counts.h"

struct letter_spacing_word {
	uint32_t begin, end; /* bytes of the text */
};
VEC_OF(letter_spacing_word, struct letter_spacing_word);

/* Whether a line is spaced out. */
bool letter_spacing_is(struct str line);

/* Counts the words of a line that is not. */
void letter_spacing_learn(struct arena *arena, struct str line, struct counts *vocabulary);

/* The words of a line that is spaced out. */
void letter_spacing_close(struct arena *arena, struct str line, const struct counts *vocabulary,
                          struct letter_spacing_word_vec *ret);

/* Whether the text, one word, has white space in it; and the text without. */
bool letter_spacing_is_spaced(struct str word);
struct str letter_spacing_squeeze(struct arena *arena, struct str word);

#endif
