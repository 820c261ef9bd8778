/* Vietnamese text in the encodings of before Unicode, or spoilt by a change of encoding: found by its words, and converted.
 *
 * An encoding is believed where the words that it changes become syllables of Vietnamese, and were none before. */
#ifndef VIET_LEGACY_H
#define VIET_LEGACY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum viet_legacy {
	VIET_LEGACY_NONE, /* UTF-8, and sound */
	VIET_LEGACY_UTF16,
	VIET_LEGACY_TCVN3, /* "TCVN3 (ABC)": fonts named .VnTime */
	VIET_LEGACY_VNI,   /* fonts named VNI-Times */
	VIET_LEGACY_VISCII,
	VIET_LEGACY_CP1258,
	VIET_LEGACY_VIQR,        /* "Co^.ng ho`a" */
	VIET_LEGACY_DOUBLE_UTF8, /* UTF-8 taken for Windows-1252, and encoded once more: "Cá»™ng hÃ²a" */
	VIET_LEGACY_DOUBLE_VNI,  /* Unicode taken for VNI, and converted once more: "Cơng hịa" */
	VIET_LEGACY_HOOKED_U,    /* U+01A2 and U+01A3 for Ư and ư */
};

/* What people call it. */
struct str viet_legacy_name(enum viet_legacy encoding);

/* Any bytes, as UTF-8: *ret_text is `bytes` itself for VIET_LEGACY_NONE. Bytes that are not UTF-8 and of no encoding that is
 * known come back as they are, as none. Several may follow one another; the first that was found is given. */
enum viet_legacy viet_legacy_decode(struct arena *arena, struct str bytes, struct str *ret_text);

/* The encoding that a font shows its characters in: ".VnTime", "VNI-Times"; *ret_capitals where it shows small letters as
 * capitals (".VnTimeH"). */
enum viet_legacy viet_legacy_of_font(struct str font, bool *ret_capitals);

/* UTF-8 text set in such a font. Text that is sound already stays as it is. */
struct str viet_legacy_from_font(struct arena *arena, struct str text, enum viet_legacy encoding, bool capitals);

#endif
