/* Words, dates and sums that a column was too narrow for, so that they go on in the next line. */
#ifndef READING_TORN_TEXT_H
#define READING_TORN_TEXT_H

#include <stdbool.h>

#include "base/str.h"

/* "05/12/202" "6", "II/202" "6 đến": whether two words are one date, whose year was torn. */
bool torn_text_is_year(struct str before, struct str after);

/* The same of a date, a sum ("1.200.0" "00"), a percentage or a word (viet/torn_word.h). Only of what stands alone in a line that
 * is full. */
bool torn_text_is_one(struct str before, struct str after);

#endif
