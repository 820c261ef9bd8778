/* Forms of a text for searching and comparing. What the user wrote is kept as written; these are keys made from it.
 *
 * Any bytes are accepted; those that are not UTF-8 are left out. */
#ifndef VIET_FOLD_H
#define VIET_FOLD_H

#include "base/arena.h"
#include "base/str.h"

/* The search key: lower case, without marks (đ is d), composed or not; runs of white space are one space, none at the ends;
 * dashes and quotes of all kinds are the ASCII ones; soft hyphens and zero-width characters are gone. "Kế  hoạch" is "ke hoach".
 */
struct str viet_fold(struct arena *arena, struct str s);

/* Lower case with the marks kept, in NFC. */
struct str viet_lower(struct arena *arena, struct str s);

/* The form in which two texts are the same text: NFC, tone marks in the old place ("hòa"), dashes and quotes the ASCII ones, Ð as
 * Đ, white space as in viet_fold. Case and marks are kept. */
struct str viet_normalize(struct arena *arena, struct str s);

#endif
