/* Days and periods named in a text: "05/3/2026", "tháng 8, 9/2025", "Quý III - IV năm 2026", "06 tháng cuối năm", "năm 2026".
 *
 * Here stands what each such phrase means by itself; what they come to together is schedule_words.h. */
#ifndef READING_TIME_WORDS_H
#define READING_TIME_WORDS_H

#include "base/arena.h"
#include "base/vec.h"
#include "calendar/date.h"
#include "reading/words.h"

enum time_unit { TIME_DAY, TIME_WEEK, TIME_MONTH, TIME_QUARTER, TIME_HALF, TIME_YEAR, TIME_YEARS };

/* How a phrase is bound to what is said: by the word before it. */
enum time_bound {
	TIME_IN,     /* "trong", or nothing */
	TIME_FROM,   /* "từ", "kể từ", "bắt đầu từ" */
	TIME_UNTIL,  /* "đến", "đến hết" */
	TIME_LATEST, /* "chậm nhất", "muộn nhất", "hạn" */
	TIME_BEFORE, /* "trước" */
	TIME_AFTER,  /* "sau" */
};

struct time_item {
	enum time_unit unit;
	enum time_bound bound;
	date_day start, end; /* both the same for a day; DATE_NONE where the month of a day is unknown */
	int day, month;      /* of a TIME_DAY as printed; 0 where not printed */
	bool has_year;
	bool is_label;          /* followed by a colon: "Quý I: 05/3/2026" */
	bool ends_range;        /* of a range "từ … đến …" or "A - B" that the item before begins */
	size_t begin, end_word; /* words, without the bounding word */
};
VEC_OF(time_item, struct time_item);

/* All of them, in order. A year that is not printed is taken from the next phrase that has one, then the one before, then
 * `default_year`. */
struct time_item_vec time_words_find(struct arena *arena, const struct words *words, int default_year);

/* The date that stands at word `i` in any of its written forms ("ngày 15 tháng 7 năm 2021", "15/7/2021", "15.7.2021"): how many
 * words it has, 0 for none. *ret_year 0 where no year is printed. */
size_t time_words_date(const struct words *words, size_t i, struct date_parts *ret);

#endif
