/* Years, school years, and days known by their names: "năm 2026", "giai đoạn 2026-2030", "học kỳ I", "trước Tết". */
#ifndef READING_TIME_YEAR_H
#define READING_TIME_YEAR_H

#include "reading/time_phrase.h"

/* For time_phrase_find(), with the same contract. */
size_t time_year_find(struct time_finder *finder, size_t i);

#endif
