/* Roman numbers as plans have them: of headings, which follow one another, and of quarters. Readers take their strokes for "l",
 * "1", "L", "H", and lose one of three. */
#ifndef REPAIR_ROMAN_H
#define REPAIR_ROMAN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* The number that was read as `text`: "III" of "I11", "II" of "IL" and "H", "IV" of "Iv". No text where it is none. */
struct str repair_roman_of(struct arena *arena, struct str text);

/* The number up to 39 that a text is; 0: none. */
unsigned repair_roman_value(struct str text);

/* The number of a heading that was read as `read`, where the last one of its kind was `last`: "III" of "Il" after II. What
 * repair_roman_of() says where the next number cannot be meant. */
struct str repair_roman_heading(struct arena *arena, struct str read, unsigned last);

/* A quarter, with its year and the quarter that it goes on to, as it was read behind the word: "II/2026" of "11/2026", "I-IV" of
 * "l-IV". A single 1 is one only where `ones`. No text where it is none. */
struct str repair_roman_quarter(struct arena *arena, struct str read, bool ones);

#endif
