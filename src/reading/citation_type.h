/* The kinds of documents that Vietnamese bodies issue, by name and by the letters in their numbers. */
#ifndef READING_CITATION_TYPE_H
#define READING_CITATION_TYPE_H

#include "reading/words.h"

struct citation_type {
	const char *keys;    /* as texts name it, in keys */
	const char *printed; /* "Nghị quyết": a citation's type is printed so */
	const char *code;    /* "NQ", in numbers; NULL without letters of its own */
	bool short_forms;    /* "Nghị quyết 57" without more means a document */
};

/* The kind named by the words that end before word `i` ("Nghị quyết" in "Nghị quyết 5/NQ-CP"), the longest name; NULL for none.
 * *ret_begin: its first word. */
const struct citation_type *citation_type_before(const struct words *words, size_t i, size_t *ret_begin);

/* The kind named from word `i` on; *ret_words: how many words name it. */
const struct citation_type *citation_type_at(const struct words *words, size_t i, size_t *ret_words);

/* The kind that the letters of a number tell; NULL where they tell none. */
const struct citation_type *citation_type_of_code(struct str code);

#endif
