/* How often something is to be done: "hàng tháng", "02 lần/năm", "thứ Hai, thứ Sáu hằng tuần", "ngày cuối cùng của tháng". */
#ifndef READING_FREQUENCY_WORDS_H
#define READING_FREQUENCY_WORDS_H

#include "reading/words.h"

/* Shortest last. */
enum frequency_unit { NOT_REPEATED, EVERY_YEAR, EVERY_HALF, EVERY_QUARTER, EVERY_MONTH, EVERY_WEEK, EVERY_DAY };

struct frequency {
	enum frequency_unit unit;
	int interval;         /* of months, weeks or days; 1 where each period of the unit */
	bool last_day;        /* the month's last day */
	int month_of_quarter; /* 1 the first, 3 the last: "tháng cuối quý"; 0 none */
	unsigned weekdays;    /* bit 0 Monday … bit 6 Sunday */
	int weekday_place;    /* 2: the second such weekday of the month, -1: its last; 0: each */
	bool is_before;       /* "trước thứ Sáu": the day itself is too late */
	bool is_uneven;       /* more often than the rule can say: "03 lần/tháng" */
};

/* Whether words from … to - 1 may say how often: nothing does without a day, a week, a month, a quarter or a year, however
 * spelled. Cheap, for passing over the many sentences that do not. */
bool frequency_words_may_be(const struct words *words, size_t from, size_t to);

/* What stands at word `i`, taken into *frequency (begun as all zero): how many words it has, 0 for none. */
size_t frequency_words_read(const struct words *words, size_t i, struct frequency *frequency);

#endif
