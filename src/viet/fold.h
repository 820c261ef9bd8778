/* The search key of a text, and with it its other forms for comparing. What the user wrote is kept as written; these are made
 * from it. All take any bytes; those that are not UTF-8 are left out. */
#ifndef VIET_FOLD_H
#define VIET_FOLD_H

#include "base/arena.h"
#include "base/str.h"
#include "viet/lower.h"
#include "viet/normalize.h"

/* Lower case, without marks (đ is d), composed or not; runs of white space are one space, none at the ends; dashes and quotes of
 * all kinds are the ASCII ones; soft hyphens and zero-width characters are gone. "Kế  hoạch" is "ke hoach". */
struct str viet_fold(struct arena *arena, struct str s);

#endif
