/* Days and periods named in a text: "05/3/2026", "tháng 8, 9/2025", "Quý III - IV năm 2026", "06 tháng cuối năm", "năm 2026".
 *
 * Here stands what each such phrase means by itself; what they come to together is schedule_words.h. */
#ifndef READING_TIME_WORDS_H
#define READING_TIME_WORDS_H

#include "base/arena.h"
#include "base/vec.h"
#include "calendar/date.h"
#include "reading/words.h"

enum time_unit { TIME_DAY, TIME_WEEK, TIME_MONTH, TIME_QUARTER, TIME_HALF, TIME_SCHOOL_YEAR, TIME_YEAR, TIME_YEARS };

/* How a phrase is bound to what is said: by the word before it. */
enum time_bound {
	TIME_IN,     /* "trong", or nothing */
	TIME_FROM,   /* "từ", "kể từ", "bắt đầu từ" */
	TIME_UNTIL,  /* "đến", "đến hết" */
	TIME_LATEST, /* "chậm nhất", "muộn nhất", "hạn" */
	TIME_BEFORE, /* "trước" */
	TIME_AFTER,  /* "sau" */
};

/* Why the days of a phrase are not simply those printed. */
enum time_doubt {
	TIME_SURE,
	TIME_BY_CUSTOM,  /* no rule says where "đầu tháng" or a school term ends */
	TIME_GUESSED,    /* the year, or which of two readings */
	TIME_BLANK,      /* the day is left open: "ngày … tháng 3 năm 2026"; start and end are the month's or year's */
	TIME_IMPOSSIBLE, /* "31/4/2026": start and end are DATE_NONE */
	TIME_BACKWARDS,  /* ends a range that begins after it */
};

struct time_item {
	enum time_unit unit;
	enum time_bound bound;
	enum time_doubt doubt;
	date_day start, end; /* both the same for a day; DATE_NONE where the month of a day is unknown */
	int day, month; /* of a TIME_DAY as printed, the month of a TIME_MONTH, the last of a TIME_QUARTER; 0 where not printed */
	bool has_year;
	bool is_label;          /* followed by a colon: "Quý I: 05/3/2026" */
	bool ends_range;        /* of a range "từ … đến …" or "A - B" that the item before begins */
	size_t begin, end_word; /* words, without the bounding word */
	size_t bound_begin;     /* the first bounding word; `begin` where there is none */
};
VEC_OF(time_item, struct time_item);

/* All of them, in order. A year that is not printed is taken from the next phrase that has one, then the one before, then
 * `default_year`; 0 there leaves start and end DATE_NONE. The words' spelling has been mended (time_spelling.h). */
struct time_item_vec time_words_find(struct arena *arena, const struct words *words, int default_year);

/* Whether word `i` belongs to a time of day: "16h00", "8 giờ 30 phút". */
bool time_words_is_clock(const struct words *words, size_t i);

#endif
