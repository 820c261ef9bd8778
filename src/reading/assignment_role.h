/* How a text tells the role of the units that it names: by a label ("Đơn vị chủ trì:"), a bracket ("(phối hợp)"), a verb ("chủ
 * trì", "phối hợp với"). Each looks at word `i`. */
#ifndef READING_ASSIGNMENT_ROLE_H
#define READING_ASSIGNMENT_ROLE_H

#include "reading/reading.h"
#include "reading/words.h"

/* "Đơn vị chủ trì:", "CQ phối hợp:": how many words, with the colon; 0 for no label. */
size_t assignment_role_label(const struct words *words, size_t i, enum reading_role *ret_role);

/* "(theo phân công)" behind a unit: how many words; 0 for no bracket. */
size_t assignment_role_bracket(const struct words *words, size_t i);

/* Whether the bracket of `n` words tells a role: "(chủ trì)", "(cơ quan phối hợp)". */
bool assignment_role_in_bracket(const struct words *words, size_t i, size_t n, enum reading_role *ret_role);

/* Where a unit's chain of verbs ("tham gia, phối hợp, cung cấp") has one that leads, or coordinates: the word behind it; 0 where
 * it has none. */
size_t assignment_role_leads(const struct words *words, size_t i);
size_t assignment_role_coordinates(const struct words *words, size_t i);

/* How many words the verb has that stands here and leads, or coordinates; 0 for none. */
size_t assignment_role_lead_verb(const struct words *words, size_t i);
size_t assignment_role_coordinate_verb(const struct words *words, size_t i);

#endif
