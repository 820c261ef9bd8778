/* The words of times as documents misspell them: no marks at all ("Truoc ngay 15"), a mark that slipped ("Thảng 8", "truớc",
 * "Qúy II"), digits and Roman numbers as a scanner reads them ("ngày l5", "Quý Il"), glued to their word ("tháng8", "QuýII").
 *
 * What may as well be another word is left alone: "thăng" is mended before a number, nowhere else. */
#ifndef READING_TIME_SPELLING_H
#define READING_TIME_SPELLING_H

#include "base/arena.h"
#include "reading/words.h"

/* The same words with the keys of misspelt ones as the grammars of times have them; places in the text stay. *ret_mended:
 * whether a key was guessed, beyond plain variants of spelling ("qui", "kì"). */
struct words time_spelling_mend(struct arena *arena, const struct words *words, bool *ret_mended);

#endif
