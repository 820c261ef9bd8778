/* The names of groups of units: "các sở, ban, ngành", "các khoa/phòng", "Các cơ quan báo chí trên địa bàn". */
#ifndef READING_UNIT_GROUP_H
#define READING_UNIT_GROUP_H

#include "reading/words.h"

/* Whether "có" at word `at` says which of a group are meant ("UBND các xã có đông đồng bào"), and begins no duty. */
bool unit_group_is_which(const struct words *words, size_t at);

/* How many words the name has that begins at word `i` with a head of `head` words (HEAD_GROUP); 0 where no noun of units is in
 * it. */
size_t unit_group_words(const struct words *words, size_t i, size_t head);

#endif
