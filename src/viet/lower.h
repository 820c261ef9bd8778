/* Lower case with the marks kept. */
#ifndef VIET_LOWER_H
#define VIET_LOWER_H

#include "base/arena.h"
#include "base/str.h"

/* `s` in lower case and NFC; Ð and Ɖ, typed for Đ, become đ. Bytes that are not UTF-8 are left out. */
struct str viet_lower(struct arena *arena, struct str s);

#endif
