/* Letter-spaced text closed up: "P h ổ b i ế n , t u y ê n t r u y ề n" is "Phổ biến, tuyên truyền". */
#ifndef VIET_SPACING_H
#define VIET_SPACING_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* Whether a line is letter-spaced: nearly all of its words are single characters, and enough of them letters. */
bool viet_spacing_is_spaced(struct str line);

/* A letter-spaced line with its letters joined into the likeliest syllables and its punctuation set as usual; any other line, or
 * one of which the letters make no syllables, as it is. Several spaces between letters are a space between words. `line` is NFC.
 */
struct str viet_spacing_close_up(struct arena *arena, struct str line);

#endif
