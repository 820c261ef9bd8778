/* Periods that stand apart: "Tháng 4 và tháng 10/2026", "đợt 1: tháng 3 - 4; đợt 2: từ 01/9 đến 30/9". */
#ifndef READING_SCHEDULE_STRETCH_H
#define READING_SCHEDULE_STRETCH_H

#include "reading/time_words.h"

/* The last days of the stretches that the times come to, ascending; times that meet are one stretch. False where there is but
 * one, where all are single days, or where a word bounds one ("từ", "trước") that has no other end. */
bool schedule_stretch_ends(struct arena *arena, const struct time_item_vec *times, struct date_day_vec *ret);

#endif
