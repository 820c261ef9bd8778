/* A text taken apart into words and signs, so that grammars match words, not bytes.
 *
 * Each word has its place in the text and a key: lower case, tones in the old style ("hòa" for both "hòa" and "hoà"), Ð as đ,
 * every dash as "-", curly quotes as straight ones. Grammars are written in keys: "phối hợp với". A run of letters is one word,
 * a run of digits one, letters and digits together ("QH15") one; any other sign stands alone. */
#ifndef READING_WORDS_H
#define READING_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum word_kind { WORD_LETTERS, WORD_NUMBER, WORD_MIXED, WORD_SIGN };

struct word {
	uint32_t begin, end; /* bytes of the text */
	struct str key;
	enum word_kind kind;
	bool capital;      /* begins with an upper-case letter */
	bool all_capitals; /* two letters or more, all upper-case */
	bool space_before;
};

struct words {
	struct str text;
	struct word *at;
	size_t n;
};

/* A row of a grammar's word list: a phrase of keys with single spaces between words ("xã , phường"), and what it means. */
struct words_phrase {
	const char *keys;
	int meaning;
};

struct words words_of(struct arena *arena, struct str text);

/* The key of a text as a whole: the keys of its words with single spaces between them. */
struct str words_key(struct arena *arena, struct str text);

/* How many words from word `i` on match the phrase; 0 where they do not. */
size_t words_match(const struct words *words, size_t i, const char *keys);

/* The longest of `n` phrases that stands at word `i`: its row and, in *ret_words, its length. NULL where none does. */
const struct words_phrase *words_match_any(const struct words *words, size_t i, const struct words_phrase *phrases, size_t n,
                                           size_t *ret_words);

/* The same for phrases that all mean the same: the longest one's length, 0 where none stands there. */
size_t words_longest(const struct words *words, size_t i, const char *const *phrases, size_t n);

/* Whether word `i` is this sign or word; false past the end. */
bool words_is(const struct words *words, size_t i, const char *key);

/* The value of number word `i`, or -1: no number, past the end, or above 999,999. */
int words_number(const struct words *words, size_t i);

/* The text from word `from` up to, not including, word `to`; empty where from >= to. */
struct str words_text(const struct words *words, size_t from, size_t to);

/* The value of a Roman number up to 29 ("III", "xiv"); 0 where it is none. */
int words_roman(struct str s);

#endif
