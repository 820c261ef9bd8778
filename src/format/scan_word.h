/* A word of a scanned page, and the letters in it without the signs around them. */
#ifndef FORMAT_SCAN_WORD_H
#define FORMAT_SCAN_WORD_H

#include "base/arena.h"
#include "format/page.h"

/* Without the ASCII signs at both ends; no text where there is nothing else. It is a part of `text`. */
struct str scan_word_core(struct str text);

/* Puts `core` in place of a part of the word's text, `old`; the signs stay. */
void scan_word_put_core(struct arena *arena, struct page_word *word, struct str old, struct str core);

/* How many of the letters of a text are capitals, and how many small; what is no Vietnamese letter is neither. */
struct scan_word_cases {
	uint32_t capitals, small;
};
struct scan_word_cases scan_word_cases_of(struct str text);

#endif
