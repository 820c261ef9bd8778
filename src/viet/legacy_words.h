/* The words of a text as evidence: how many are syllables of Vietnamese; and those damages that only words show. */
#ifndef VIET_LEGACY_WORDS_H
#define VIET_LEGACY_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* Of words that are letters alone. */
struct viet_legacy_words {
	size_t all, marked; /* marked: with a letter that is not ASCII's */
	size_t possible;    /* of the marked ones, syllables */
};

struct viet_legacy_words viet_legacy_words_count(struct str text);

/* A change of letters that damage made, and what undoes it: each of `from` may have been the one of `to` at the same place. */
struct viet_legacy_swap {
	struct str from, to;
};

/* How many words that are no syllables would become one by undoing the changes, and how many would not. */
void viet_legacy_words_count_mended(struct str text, const struct viet_legacy_swap *swaps, size_t n_swaps, size_t *ret_mended,
                                    size_t *ret_broken);

/* Undoes the changes word by word: where a word is no syllable and becomes one, or a far commoner one. *ret_mended: how many were
 * no syllable before; *ret_broken: how many are none still. */
struct str viet_legacy_words_mend(struct arena *arena, struct str text, const struct viet_legacy_swap *swaps, size_t n_swaps,
                                  size_t *ret_mended, size_t *ret_broken);

#endif
