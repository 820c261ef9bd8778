/* A sentence, or a part of one between semicolons, as one who looks for reports reads it: what is reported, to whom, when. */
#ifndef READING_REPORT_CLAUSE_H
#define READING_REPORT_CLAUSE_H

#include "reading/lines.h"
#include "reading/reading.h"
#include "reading/words.h"

/* Where nothing was found. */
enum { REPORT_NOWHERE = 0x7FFFFFFF };

/* Words from..to-1 of a text, and who has to do it. */
struct report_clause {
	const struct words *words;
	size_t from, to;
	struct str by, section;
	const struct words *title;               /* of the task that the text is a product of; NULL for none */
	const struct lines_paragraph *paragraph; /* NULL: `field` holds the text */
	const struct reading_field *field;
};

/* A time, and how sure its words were understood, in percent. */
struct report_time {
	struct schedule schedule;
	uint8_t confidence;
};

/* The time that words from..to-1 name; words that say how often need no further condition. */
struct report_time report_clause_time(struct arena *arena, const struct report_clause *c, size_t from, size_t to, int year);

/* Whether it is a time that work can be held to. */
bool report_clause_is_firm(const struct schedule *schedule);

/* The word at or after `from` where the phrase stands; REPORT_NOWHERE without one. */
size_t report_clause_find(const struct report_clause *c, size_t from, const char *keys);

/* The word at or after `from` where an act of reporting begins, "báo cáo" that someone does or hands in; REPORT_NOWHERE without.
 */
size_t report_clause_next(const struct report_clause *c, size_t from);

/* To whom words from..to-1 send something, or the task that they are a product of; no text where no one is named. */
struct str report_clause_receiver(const struct report_clause *c, size_t from, size_t to);

/* Words from..to-1 as what is to be reported: at most 80 words, without the sign at the end. */
struct reading_field report_clause_what(struct arena *arena, const struct report_clause *c, size_t from, size_t to,
                                        uint8_t confidence);

/* Whether a clause ends at word `i`. */
bool report_clause_ends(const struct words *words, size_t i);

#endif
