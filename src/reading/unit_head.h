/* What a word is to the grammar of unit names (unit_name.h): a head, a noun of groups, a verb, part of a proper name. */
#ifndef READING_UNIT_HEAD_H
#define READING_UNIT_HEAD_H

#include "reading/unit_lexicon.h"
#include "reading/words.h"

/* Whether word `i` is letters, or letters with figures. */
bool unit_head_is_letters(const struct words *words, size_t i);

/* Whether it begins with a capital. */
bool unit_head_is_capital(const struct words *words, size_t i);

/* Whether it is in capitals because all of the text is, which says nothing about it; an abbreviation is no syllable. */
bool unit_head_is_shouted(const struct words *words, size_t i);

/* Whether a capital marks it as part of a proper name. */
bool unit_head_is_proper(const struct words *words, size_t i);

/* The head at word `i`: its kind, 0 for none, and its length in *ret_n. */
enum unit_lexicon_head unit_head_at(const struct words *words, size_t i, size_t *ret_n);

/* How many words the noun of groups at word `i` has ("sở", "cơ quan"); 0 for none. */
size_t unit_head_group_noun(const struct words *words, size_t i);

/* "và" or "&". */
bool unit_head_is_and(const struct words *words, size_t i);

/* Whether another noun of groups is joined on at word `i`: ", ban", "và viên chức". */
bool unit_head_joins_noun(const struct words *words, size_t i);

/* How many words the verb at word `i` has that ends a name ("rà soát", "có trách nhiệm"); 0 for none. */
size_t unit_head_verb(const struct words *words, size_t i);

#endif
