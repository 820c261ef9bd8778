/* The Vietnamese lunar calendar (UTC+7), by the algorithm of Hồ Ngọc Đức after Meeus: for the holidays that follow the moon. */
#ifndef CALENDAR_LUNAR_H
#define CALENDAR_LUNAR_H

#include "calendar/date.h"

/* The day of a lunar date in an ordinary (not a leap) month; `year` is the solar year in which the lunar one begins, 1901…2198.
 * DATE_NONE outside it, or where day (1…30) or month are none. The 30th of a month of 29 days is the next month's first. */
date_day lunar_to_day(int year, int month, int day);

/* Mồng một Tết and Giỗ Tổ Hùng Vương (10/3 âm lịch). */
date_day lunar_new_year(int year);
date_day lunar_kings_day(int year);

#endif
