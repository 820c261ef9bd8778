/* The words of the lexicon of cells (cell_lexicon.h): tables and nothing else. Digits are zeros, as in keys; scores in tenths. */
#ifndef READING_CELL_PHRASES_H
#define READING_CELL_PHRASES_H

#include <stddef.h>
#include <stdint.h>

#include "reading/table_header.h"

enum {
	CELL_PHRASES_MOST_WORDS = 4,
	CELL_PHRASES_ALL = 406,
	CELL_PHRASES_ENDINGS = 30,
	CELL_PHRASES_LOOKS = 59,
	CELL_PHRASES_HOSTS = 25,
	CELL_PHRASES_TIMES = 125
};

/* What cells begin with, and what stands in them. */
struct cell_phrase {
	const char *words;
	enum table_column kind;
	int8_t start;  /* of a cell that begins with the words */
	int8_t inside; /* of each of the words inside a cell */
};
extern const struct cell_phrase cell_phrases[CELL_PHRASES_ALL];

/* What cells end with: the last two words. */
struct cell_phrases_ending {
	const char *words;
	enum table_column kind;
	int8_t score;
};
extern const struct cell_phrases_ending cell_phrases_endings[CELL_PHRASES_ENDINGS];

/* Every word of which times are made; others hardly stand in a cell that says when. */
extern const char *const cell_phrases_times[CELL_PHRASES_TIMES];

/* What the name of a unit may follow inside that of another: "Giám đốc | Sở", "Văn phòng | UBND". */
extern const char *const cell_phrases_hosts[CELL_PHRASES_HOSTS];

/* What the cells of a column begin with whose head says how they look: whom the work is for, where it is done. */
struct cell_phrases_look {
	const char *words; /* one or two */
	enum table_look look;
};
extern const struct cell_phrases_look cell_phrases_looks[CELL_PHRASES_LOOKS];

#endif
