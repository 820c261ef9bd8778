#include "calendar/lunar.h"

#include <math.h>

static const double days_per_month = 29.530588853;
static const double first_new_moon = 2415021.076998695; /* Julian day of new moon 0, in January 1900 */
static const double zone = 7.0 / 24.0;
static const double degree = M_PI / 180.0;

enum { JULIAN_1970 = 2440588 };

/* The Julian day number on which new moon `k` after that of January 1900 falls. */
static int new_moon_day(int k)
{
	double t = k / 1236.85, t2 = t * t, t3 = t2 * t;
	double mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 +
	              0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t2) * degree);
	double sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * degree;
	double moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * degree;
	double latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * degree;
	double correction = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon) + 0.0161 * sin(2 * moon) -
	                    0.0004 * sin(3 * moon) + 0.0104 * sin(2 * latitude) - 0.0051 * sin(sun + moon) -
	                    0.0074 * sin(sun - moon) + 0.0004 * sin(2 * latitude + sun) - 0.0004 * sin(2 * latitude - sun) -
	                    0.0006 * sin(2 * latitude + moon) + 0.0010 * sin(2 * latitude - moon) + 0.0005 * sin(2 * moon + sun);
	double clock = -0.000278 + 0.000265 * t + 0.000262 * t2;
	return (int)floor(mean + correction - clock + 0.5 + zone);
}

/* In which twelfth of its circle, 0…11, the sun stands as a day begins; 9 begins at the winter solstice. */
static int sun_sector(int julian_day)
{
	double t = (julian_day - 2451545.5 - zone) / 36525.0, t2 = t * t;
	double anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * degree;
	double longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2 + (1.914600 - 0.004817 * t - 0.000014 * t2) * sin(anomaly) +
	                   (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly);
	return (int)floor((longitude - 360.0 * floor(longitude / 360.0)) / 30.0);
}

/* The Julian day on which the 11th lunar month of a solar year begins: the month of the winter solstice. */
static int month_11(int year)
{
	int last_day = date_from_parts(year, 12, 31) + JULIAN_1970;
	int k = (int)floor((last_day - 2415021) / days_per_month);
	int day = new_moon_day(k);
	return sun_sector(day) >= 9 ? new_moon_day(k - 1) : day;
}

static int moon_number(int julian_day)
{
	return (int)floor((julian_day - first_new_moon) / days_per_month + 0.5);
}

/* How many months after the 11th the leap month comes: the first in which the sun enters no new sector. */
static int leap_offset(int eleventh)
{
	int k = moon_number(eleventh), i = 1, sector = sun_sector(new_moon_day(k + 1)), before;
	do {
		before = sector;
		i++;
		sector = sun_sector(new_moon_day(k + i));
	} while (sector != before && i < 14);
	return i - 1;
}

date_day lunar_to_day(int year, int month, int day)
{
	if (year < 1901 || year > 2198 || month < 1 || month > 12 || day < 1 || day > 30)
		return DATE_NONE;
	int from = month < 11 ? year - 1 : year;
	int eleventh = month_11(from), next_eleventh = month_11(from + 1);
	int offset = month < 11 ? month + 1 : month - 11;
	if (next_eleventh - eleventh > 365 && offset >= leap_offset(eleventh))
		offset++;
	return new_moon_day(moon_number(eleventh) + offset) + day - 1 - JULIAN_1970;
}

date_day lunar_new_year(int year)
{
	return lunar_to_day(year, 1, 1);
}

date_day lunar_kings_day(int year)
{
	return lunar_to_day(year, 3, 10);
}
