/* Where the tone mark stands in "hòa" and "hoà": the same syllable in two styles, of which the state's emblem line has the old.
 */
#ifndef VIET_TONE_H
#define VIET_TONE_H

#include "base/arena.h"
#include "base/str.h"

/* `s`, which is NFC, with the mark of an open oa, oe, uy on the first vowel: "hoà" is "hòa", "thuỷ" is "thủy"; "quý" (the u
 * belongs to the consonant) and "hoàn" stay. `s` itself where nothing changes. The length in bytes may change. */
struct str viet_tone_old_style(struct arena *arena, struct str s);

#endif
