/* The order of a Vietnamese dictionary (CLDR "vi", as glibc's vi_VN): a ă â … d đ e ê … o ô ơ … u ư … y, then by tone ngang <
 * huyền < hỏi < ngã < sắc < nặng, then small before capital. */
#ifndef VIET_COLLATION_H
#define VIET_COLLATION_H

#include "base/arena.h"
#include "base/str.h"

/* A key in printable ASCII whose byte order (str_compare, SQL's COLLATE "C") is the order of the texts: first by the letters of
 * the whole text, then by tones, then by case. White space sorts before digits, digits before letters. */
struct str viet_collation_key(struct arena *arena, struct str s);

/* The same for a person's name, which is sorted by the given name, its last word, and then by the whole. */
struct str viet_collation_name_key(struct arena *arena, struct str name);

#endif
