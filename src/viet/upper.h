/* Capitals with the marks kept. */
#ifndef VIET_UPPER_H
#define VIET_UPPER_H

#include "base/arena.h"
#include "base/str.h"

/* `s` with its letters of Vietnamese as capitals; all else stays. Bytes that are not UTF-8 are left out. */
struct str viet_upper(struct arena *arena, struct str s);

#endif
