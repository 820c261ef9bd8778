/* The written forms of days and periods, one at a time: where each ends, and which days of which year it names. */
#ifndef READING_TIME_PHRASE_H
#define READING_TIME_PHRASE_H

#include "reading/time_words.h"

/* The part of a month that is meant. */
enum time_part { TIME_WHOLE, TIME_BEGIN, TIME_MIDDLE, TIME_END, TIME_FIRST_HALF, TIME_LAST_HALF };

/* What a phrase says before years are filled in. */
/* Days that are known by their names. */
enum time_event { TIME_NO_EVENT, TIME_TET, TIME_KINGS_DAY, TIME_SCHOOL_OPENING };

struct time_phrase {
	struct time_item item;
	int year, last_year; /* 0: not printed */
	int first, last;     /* months of the year; of a TIME_WEEK its month and which of the month's weeks, 5 for the last */
	int days;            /* of a TIME_WEEK in place of the week: so many from the month's begin, less than 0 to its end */
	enum time_part part;
	enum time_event event; /* in place of day and month */
	bool is_lunar;         /* day and month of the lunar year */
};
VEC_OF(time_phrase, struct time_phrase);

struct time_finder {
	struct arena *arena;
	const struct words *words;
	int default_year; /* for "năm sau"; 0: unknown */
	struct time_phrase_vec out;
};

/* Adds the phrases that stand at word `i` (a list such as "tháng 3, 4, 5/2026" is one for each); how many words they have, 0 for
 * none. Looks ahead a bounded number of words. */
size_t time_phrase_find(struct time_finder *finder, size_t i);

/* Fills in the first and last day, once the years are known. */
void time_phrase_set_days(struct time_phrase *phrase);

/* "/2026", "năm 2026", ", năm 2026", "/26", "năm sau" at word *at: moves *at past it and returns the year, else 0. */
int time_phrase_year(const struct words *words, int default_year, size_t *at);

/* "năm sau", "năm nay", "năm kế hoạch": the same for years told from the plan's. */
int time_phrase_relative_year(const struct words *words, int default_year, size_t *at);

/* A year of four digits at word `i`, 0 for none. */
int time_phrase_year_at(const struct words *words, size_t i);

/* Whether a number at word `i` is the tail of something longer: "13/2026". */
bool time_phrase_is_tail(const struct words *words, size_t i);

struct time_phrase *time_phrase_add(struct time_finder *finder, enum time_unit unit, size_t begin, size_t end);

/* Adds whole months of a year. */
struct time_phrase *time_phrase_add_months(struct time_finder *finder, enum time_unit unit, size_t begin, size_t end, int first,
                                           int last);

#endif
