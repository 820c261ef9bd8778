#include "calendar/holiday.h"

#include "base/message.h"
#include "calendar/lunar.h"

enum { OFF_MAX = 24, TET_DAYS = 5, CULTURE_DAY_SINCE = 2026 };

/* What the Prime Minister decides for a year: on which day Tết's five days begin, counted from mồng một, and whether the day
 * before
 * (-1) or after (1) 2 September is off with it. */
static const struct decision {
	int year, tet_from, national_beside;
} decisions[] = {
    {2025, -2, -1}, /* Thông báo 6150/TB-BLĐTBXH of 3/12/2024 */
    {2026, -1, -1}, /* Thông báo 9441/TB-BNV */
};

/* Working days swapped for others. */
static const struct swap {
	struct date_parts off, work;
} swaps[] = {
    {{2025, 5, 2}, {2025, 4, 26}},  /* Thông báo 6150/TB-BLĐTBXH of 3/12/2024 */
    {{2026, 1, 2}, {2026, 1, 10}},  /* Công văn 12729/VPCP-KGVX of 25/12/2025 */
    {{2026, 8, 31}, {2026, 8, 22}}, /* Thông báo 9441/TB-BNV */
};

static const char *const lieu_name = MSG("Day off in lieu of a holiday on a weekend");
static const char *const swap_name = MSG("Day off swapped for a working Saturday");

/* The days off of one year other than weekends, in no order. */
struct year {
	int number;
	struct {
		date_day day;
		const char *name;
	} off[OFF_MAX];
	size_t n;
};

static date_day day_of(struct date_parts date)
{
	return date_from_parts(date.year, date.month, date.day);
}

static bool is_weekend(date_day day)
{
	return date_weekday(day) >= 5;
}

static const char *lookup_off(const struct year *year, date_day day)
{
	for (size_t i = 0; i < year->n; i++)
		if (year->off[i].day == day)
			return year->off[i].name;
	return NULL;
}

static void add_off(struct year *year, date_day day, const char *name)
{
	if (year->n < OFF_MAX && lookup_off(year, day) == NULL) {
		year->off[year->n].day = day;
		year->off[year->n++].name = name;
	}
}

static const struct decision *lookup_decision(int year)
{
	for (size_t i = 0; i < sizeof decisions / sizeof decisions[0]; i++)
		if (decisions[i].year == year)
			return &decisions[i];
	return NULL;
}

/* The day beside 2 September that makes the longer rest, where none has been decided: none that is a weekend already. */
static int likely_national_beside(int year)
{
	int weekday = date_weekday(date_from_parts(year, 9, 2));
	return weekday == 0 || weekday == 3 || weekday == 6 ? 1 : -1;
}

static void add_holidays(struct year *year)
{
	int y = year->number;
	const struct decision *decision = lookup_decision(y);
	add_off(year, date_from_parts(y, 1, 1), MSG("New Year's Day"));
	date_day tet = lunar_new_year(y);
	for (int i = 0; tet != DATE_NONE && i < TET_DAYS; i++)
		add_off(year, tet + (decision != NULL ? decision->tet_from : -1) + i, MSG("Lunar New Year"));
	if (tet != DATE_NONE)
		add_off(year, lunar_kings_day(y), MSG("Hùng Kings' Commemoration Day"));
	add_off(year, date_from_parts(y, 4, 30), MSG("Reunification Day"));
	add_off(year, date_from_parts(y, 5, 1), MSG("International Labour Day"));
	date_day national = date_from_parts(y, 9, 2);
	add_off(year, national, MSG("National Day"));
	add_off(year, national + (decision != NULL ? decision->national_beside : likely_national_beside(y)), MSG("National Day"));
	if (y >= CULTURE_DAY_SINCE)
		add_off(year, date_from_parts(y, 11, 24), MSG("Vietnam Culture Day"));
}

/* A holiday that meets a weekly rest day is made up for on the next working day (Điều 111.3). */
static void add_days_in_lieu(struct year *year)
{
	size_t n = year->n;
	for (size_t i = 0; i < n; i++) {
		date_day day = year->off[i].day;
		if (!is_weekend(day))
			continue;
		while (is_weekend(day) || lookup_off(year, day) != NULL)
			day++;
		add_off(year, day, lieu_name);
	}
}

static void fill_year(struct year *year, int number)
{
	*year = (struct year){.number = number};
	add_holidays(year);
	add_days_in_lieu(year);
	for (size_t i = 0; i < sizeof swaps / sizeof swaps[0]; i++)
		if (swaps[i].off.year == number)
			add_off(year, day_of(swaps[i].off), swap_name);
}

static bool makes_up_for_swap(date_day day)
{
	for (size_t i = 0; i < sizeof swaps / sizeof swaps[0]; i++)
		if (day_of(swaps[i].work) == day)
			return true;
	return false;
}

/* Keeps `year` the one that `day` lies in. */
static bool is_working(struct year *year, date_day day)
{
	int number = date_to_parts(day).year;
	if (is_weekend(day))
		return makes_up_for_swap(day);
	if (year->number != number)
		fill_year(year, number);
	return lookup_off(year, day) == NULL;
}

bool holiday_is_working_day(date_day day)
{
	struct year year = {0};
	return is_working(&year, day);
}

const char *holiday_name(date_day day)
{
	struct year year;
	fill_year(&year, date_to_parts(day).year);
	return lookup_off(&year, day);
}

bool holiday_is_announced(int year)
{
	return lookup_decision(year) != NULL;
}

int holiday_working_days_between(date_day from, date_day to)
{
	struct year year = {0};
	int n = 0;
	if (from == DATE_NONE)
		return 0;
	for (date_day day = from + 1; day <= to; day++)
		n += is_working(&year, day);
	return n;
}

date_day holiday_add_working_days(date_day from, int n)
{
	struct year year = {0};
	date_day day = from;
	while (day != DATE_NONE && n > 0)
		n -= is_working(&year, ++day);
	return day;
}

date_day holiday_end_of_term(date_day day)
{
	struct year year = {0};
	while (day != DATE_NONE && !is_working(&year, day))
		day++;
	return day;
}
