/* The form in which two texts are the same text. */
#ifndef VIET_NORMALIZE_H
#define VIET_NORMALIZE_H

#include "base/arena.h"
#include "base/str.h"

/* NFC, tone marks in the old place ("hòa"), dashes and quotes the ASCII ones, Ð as Đ, white space as in viet_fold. Case and marks
 * are kept. Bytes that are not UTF-8 are left out. */
struct str viet_normalize(struct arena *arena, struct str s);

#endif
