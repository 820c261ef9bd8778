/* Dates of the Gregorian calendar, as days since 1970-01-01 (negative before). */
#ifndef CALENDAR_DATE_H
#define CALENDAR_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

typedef int32_t date_day;

#define DATE_NONE INT32_MIN

VEC_OF(date_day, date_day);

struct date_parts {
	int year, month, day; /* month and day from 1 */
};

/* DATE_NONE where there is no such day (30 February, month 13), or the year lies outside 1900…2199. */
date_day date_from_parts(int year, int month, int day);
struct date_parts date_to_parts(date_day day);

int date_days_in_month(int year, int month);
date_day date_month_end(int year, int month);
/* First and last day of quarter 1…4. */
date_day date_quarter_start(int year, int quarter);
date_day date_quarter_end(int year, int quarter);

/* 0 Monday … 6 Sunday. */
int date_weekday(date_day day);

/* "2026-03-05" and back; anything else gives DATE_NONE, and DATE_NONE gives no text. */
date_day date_parse_iso(struct str s);
struct str date_format_iso(struct arena *arena, date_day day);

/* "05/3/2026" as Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4 has it: day two digits, months 1 and 2 two digits. */
struct str date_format_short(struct arena *arena, date_day day);

#endif
