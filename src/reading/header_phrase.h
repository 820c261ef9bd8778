/* The words of a table's header, and what they say: the phrases that headers of task tables are made of. */
#ifndef READING_HEADER_PHRASE_H
#define READING_HEADER_PHRASE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "reading/table_text.h"

/* What a word or two of a header say. */
enum header_says {
	SAYS_ORDINAL,
	SAYS_TITLE,
	SAYS_BROAD, /* a title where nothing closer to one follows, else what several tasks share */
	SAYS_PRODUCT,
	SAYS_CHANNEL,
	SAYS_SCHEDULE,
	SAYS_BEGIN, /* of two schedule columns, the first */
	SAYS_ASSIGNMENT,
	SAYS_UNIT, /* who; the words after it say in what role */
	SAYS_LEAD,
	SAYS_COORDINATE,
	SAYS_FUNDING,
	SAYS_GROUP,
	SAYS_NOTE,
	SAYS_AMOUNT,   /* a note that is a number */
	SAYS_PLACE,    /* a note of where it is done */
	SAYS_AUDIENCE, /* a note of whom the work is for */
	SAYS_STATE,    /* a note that says how far the work is */
	SAYS_RESULT,   /* beside a product, how far the work is; else a product */
	SAYS_OVERSEES, /* of a unit: another role than to do the work */
	SAYS_MORE,     /* belongs to the words before */
	SAYS_PERFORM,  /* "thực hiện": the same; by itself, who */
	SAYS_DONE,     /* "hoàn thành": the same; by itself, when */
	SAYS_DEMAND,   /* "yêu cầu": the same; by itself, what is to come of it */
	SAYS_NOTHING,
};

enum { HEADER_PHRASE_MAX_WORDS = 80 };

struct header_word {
	struct str text;
	uint32_t line;
	bool joined;   /* to the word before, by a slash, a comma or "và" */
	bool aside;    /* inside brackets */
	bool proper;   /* begins with a capital, and is not all capitals */
	bool capitals; /* two letters or more, all capitals */
	bool small;    /* begins with a small letter */
};

struct header_words {
	struct header_word at[HEADER_PHRASE_MAX_WORDS];
	uint32_t n;
	bool cased; /* cells begin with capitals, and only cells */
};

/* Adds the words of one line; *aside says whether a bracket is open, and is set for the line after. More than fit are left out.
 */
void header_phrase_split(const struct table_text *text, struct str s, uint32_t line, bool *aside, struct header_words *words);

/* Looks whether capitals tell where cells begin: some words have them and some have not. */
void header_phrase_look_at_case(struct header_words *words);

/* What the longest phrase that begins at word `at` says, and how many words it takes. SAYS_NOTHING, and one word, where none
 * does. */
enum header_says header_phrase_match(const struct header_words *words, uint32_t at, uint32_t *ret_n);

#endif
