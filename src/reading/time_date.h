/* Dates in any of their written forms. */
#ifndef READING_TIME_DATE_H
#define READING_TIME_DATE_H

#include "calendar/date.h"
#include "reading/words.h"

struct time_finder;

/* The date that stands at word `i` ("ngày 15 tháng 7 năm 2021", "15/7/2021", "15.7.2021", "15/7"): how many words it has, 0 for
 * none. Its year is 0 where none is printed; the month may not have such a day. */
size_t time_date_read(const struct words *words, size_t i, struct date_parts *ret);

/* The same for time_phrase_find(), with days in lists and ranges, blank and impossible ones: "ngày 20", "15-20/3/2026", "05, 15
 * và 25/3/2026", "ngày … tháng 3", "32/13/2026". */
size_t time_date_find(struct time_finder *finder, size_t i);

#endif
