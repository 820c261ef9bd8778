/* Unicode normalization form C, the form of all text inside the program (TCVN 6909:2001 asks for composed letters). */
#ifndef VIET_NFC_H
#define VIET_NFC_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* Whether `s` surely is NFC, from its ranges of characters alone. False means "normalize to know". `s` is valid UTF-8. */
bool viet_nfc_is_sure(struct str s);

/* `s`, which is valid UTF-8, in NFC: `s` itself where nothing changes, else a copy in the arena. */
struct str viet_nfc(struct arena *arena, struct str s);

#endif
