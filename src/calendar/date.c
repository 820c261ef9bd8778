#include "calendar/date.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199, DAYS_PER_ERA = 146097, DAYS_TO_1970 = 719468 };

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && is_leap(year));
}

/* Years that begin in March put the leap day last; 400 of them, an era, have always the same number of days. */
date_day date_from_parts(int year, int month, int day)
{
	if (year < FIRST_YEAR || year > LAST_YEAR || day < 1 || day > date_days_in_month(year, month))
		return DATE_NONE;
	int march_year = year - (month <= 2), era = march_year / 400, year_of_era = march_year % 400;
	int day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
}

struct date_parts date_to_parts(date_day day)
{
	if (day == DATE_NONE)
		return (struct date_parts){0};
	int64_t shifted = (int64_t)day + DAYS_TO_1970;
	int64_t era = (shifted >= 0 ? shifted : shifted - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
	int day_of_era = (int)(shifted - era * DAYS_PER_ERA);
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int march_month = (5 * day_of_year + 2) / 153;
	int month = march_month < 10 ? march_month + 3 : march_month - 9;
	return (struct date_parts){
	    .year = (int)(era * 400) + year_of_era + (month <= 2),
	    .month = month,
	    .day = day_of_year - (153 * march_month + 2) / 5 + 1,
	};
}

date_day date_month_end(int year, int month)
{
	return date_from_parts(year, month, date_days_in_month(year, month));
}

date_day date_quarter_start(int year, int quarter)
{
	return quarter < 1 || quarter > 4 ? DATE_NONE : date_from_parts(year, quarter * 3 - 2, 1);
}

date_day date_quarter_end(int year, int quarter)
{
	return quarter < 1 || quarter > 4 ? DATE_NONE : date_month_end(year, quarter * 3);
}

int date_weekday(date_day day)
{
	/* 1970-01-01 was a Thursday. */
	int64_t since_monday = ((int64_t)day + 3) % 7;
	return (int)(since_monday < 0 ? since_monday + 7 : since_monday);
}

/* `n` digits from `at` on; -1 where they are not all digits. */
static int parse_digits(struct str s, size_t at, size_t n)
{
	int value = 0;
	for (size_t i = at; i < at + n; i++) {
		if (s.ptr[i] < '0' || s.ptr[i] > '9')
			return -1;
		value = value * 10 + (s.ptr[i] - '0');
	}
	return value;
}

date_day date_parse_iso(struct str s)
{
	if (s.len != 10 || s.ptr[4] != '-' || s.ptr[7] != '-')
		return DATE_NONE;
	return date_from_parts(parse_digits(s, 0, 4), parse_digits(s, 5, 2), parse_digits(s, 8, 2));
}

struct str date_format_iso(struct arena *arena, date_day day)
{
	if (day == DATE_NONE)
		return (struct str){0};
	struct date_parts parts = date_to_parts(day);
	return str_format(arena, "%04d-%02d-%02d", parts.year, parts.month, parts.day);
}

struct str date_format_short(struct arena *arena, date_day day)
{
	if (day == DATE_NONE)
		return (struct str){0};
	struct date_parts parts = date_to_parts(day);
	return str_format(arena, parts.month <= 2 ? "%02d/%02d/%04d" : "%02d/%d/%04d", parts.day, parts.month, parts.year);
}
