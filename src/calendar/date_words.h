/* Dates, periods and what is left until a deadline in words, for pages and documents.
 *
 * The words come from a catalogue: English is the ids themselves. Dates are written in numbers in both languages, as documents of
 * the state have them. */
#ifndef CALENDAR_DATE_WORDS_H
#define CALENDAR_DATE_WORDS_H

#include "base/arena.h"
#include "base/message.h"
#include "base/str.h"
#include "calendar/date.h"

/* "Thứ Sáu, 20/3/2026". No text for DATE_NONE. */
struct str date_words_day(struct arena *arena, const struct message_catalogue *words, date_day day);

/* "còn 3 ngày làm việc", "hạn cuối hôm nay", "quá hạn 2 ngày". Working days are counted to come, all days passed. */
struct str date_words_left(struct arena *arena, const struct message_catalogue *words, date_day today, date_day deadline);

/* "Thứ Sáu, 20/3/2026 (còn 3 ngày làm việc)". */
struct str date_words_deadline(struct arena *arena, const struct message_catalogue *words, date_day today, date_day deadline);

/* The span from `start` to `end` as people name it: "trong năm 2026", "trong quý III/2026", "từ tháng 3 đến tháng 5/2026", "từ
 * ngày 10/3/2026 đến ngày 05/4/2026"; either may be DATE_NONE. Begins with a capital letter on request. No text where both are.
 */
struct str date_words_period(struct arena *arena, const struct message_catalogue *words, date_day start, date_day end,
                             bool capital);

/* "05/3, 05/6 và 05/9/2026": ascending days, a year once behind those that share it; past two dozen days the rest are counted. */
struct str date_words_list(struct arena *arena, const struct message_catalogue *words, const struct date_day_vec *days);

/* Joins items as a sentence does: "a", "a và b", "a, b và c". */
struct str date_words_join(struct arena *arena, const struct message_catalogue *words, const struct str *items, size_t n);

#endif
