/* The names of Vietnamese agencies, units, groups of units and posts, as they stand in running text.
 *
 * A name begins with a head ("Sở", "Văn phòng", "Trường", "Hiệu trưởng", "các cơ quan") and goes on until a verb, a sign that
 * does not belong to names, or the next name. Commas and "và" inside a name ("Sở Văn hóa, Thể thao và Du lịch") are told from
 * those between names by what follows: a head begins a new name, a bare capitalised word does not. The names of departments are
 * those of Nghị định 150/2025/NĐ-CP and the ones it replaced. */
#ifndef READING_UNIT_NAME_H
#define READING_UNIT_NAME_H

#include "reading/words.h"

/* How many words the name that begins at word `i` has; 0 where none begins. */
size_t unit_name_at(const struct words *words, size_t i);

/* Whether a name may begin at word `i`. */
bool unit_name_begins(const struct words *words, size_t i);

/* Whether the name that begins at word `i` is of a body, not of a post, a person or a group. */
bool unit_name_is_body(const struct words *words, size_t i);

/* "Các Sở: …", "các phòng Hành chính, …": one head for several names. How many words stand before the first of them, 0 where it
 * is no such thing. *ret_head, *ret_head_end: the words that belong before each name. */
size_t unit_name_spread(const struct words *words, size_t i, size_t *ret_head, size_t *ret_head_end);

/* How many words the name without a head at word `i` has, inside such an enumeration ("Văn hóa, Thể thao và Du lịch"). */
size_t unit_name_bare(const struct words *words, size_t i);

#endif
