/* Months, quarters, halves and weeks in their written forms: "tháng 3-4/2026", "T8", "Q.II", "III/2026", "6 tháng cuối năm",
 * "tuần 2 tháng 3", "đầu tháng 9". */
#ifndef READING_TIME_PERIOD_H
#define READING_TIME_PERIOD_H

#include "reading/time_phrase.h"

/* For time_phrase_find(), with the same contract. */
size_t time_period_find(struct time_finder *finder, size_t i);

#endif
