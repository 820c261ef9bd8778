/* The old encodings, character by character; which of them a text is in, legacy.c finds. */
#ifndef VIET_LEGACY_CHAR_H
#define VIET_LEGACY_CHAR_H

#include "viet/legacy.h"

/* Bytes as characters of the same number, in UTF-8. */
struct str viet_legacy_char_widen(struct arena *arena, struct str bytes);

/* UTF-8 text whose characters stand for the bytes of TCVN3, VNI, VISCII or CP1258, or that is VIQR, as what it means, in NFC.
 * Characters that mean nothing in it stay. */
struct str viet_legacy_char_decode(struct arena *arena, struct str text, enum viet_legacy encoding);

/* UTF-16 after its byte order mark; characters that are none become U+FFFD. */
struct str viet_legacy_char_utf16(struct arena *arena, struct str bytes);

/* UTF-8 in which runs of characters are UTF-8 once more, seen as Windows-1252. */
struct str viet_legacy_char_undouble(struct arena *arena, struct str text);

#endif
