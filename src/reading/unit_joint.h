/* Signs and "và" inside the names of units: whether the name goes on behind them ("Sở Văn hóa, Thể thao và Du lịch", "Phòng Hành
 * chính - Kế toán", "Đội 1, 2 và 3"), and by how many words. Where a function says 0 the name ends. */
#ifndef READING_UNIT_JOINT_H
#define READING_UNIT_JOINT_H

#include "reading/unit_head.h"
#include "reading/words.h"

/* "(VCCI)": the words of a bracket with an abbreviation of what stands before it. */
size_t unit_joint_abbreviation(const struct words *words, size_t i);

/* Of a comma inside a phrase that names are known to have, the words of the phrase from it on. */
size_t unit_joint_known_comma(const struct words *words, size_t comma);

/* Whether "A, B và C" goes on behind a comma inside a name of an agency. */
bool unit_joint_comma_goes_on(const struct words *words, size_t comma);

/* Whether "các" at word `i` is of what a unit is for ("các khu công nghiệp"), not of a group of units. */
bool unit_joint_is_many_things(const struct words *words, size_t i);

/* Behind "và" or "&" at word `at` of a name with a head of that kind. */
size_t unit_joint_and(const struct words *words, size_t at, enum unit_lexicon_head kind);

/* Behind a comma or "và", the number of one more body of the same name. */
size_t unit_joint_number(const struct words *words, size_t at);

/* At any other sign. */
size_t unit_joint_sign(const struct words *words, size_t at);

#endif
