/* The year that times without one belong to, where it is not simply the plan's: a section or an appendix names its own, a
 * school's year begins in September, a programme is for a quarter. */
#ifndef READING_PLAN_YEAR_H
#define READING_PLAN_YEAR_H

#include "reading/lines.h"
#include "reading/reading.h"
#include "reading/words.h"

/* The first year that a heading names, where it is the plan's or the next ("II. NHIỆM VỤ NĂM 2027" of a report on 2026); else the
 * plan's. */
int plan_year_of_heading(const struct words *heading, int plan_year);

/* The same of the title in capitals that stands nearest before a block of the document. */
int plan_year_before(const struct lines_paragraph_vec *paragraphs, uint32_t block, int plan_year);

/* Where the plan's title names a school year or a period no longer than a quarter ("năm học 2026 - 2027", "quý II năm 2026", "từ
 * ngày 01/6 đến ngày 31/8/2026"), what takes all of the plan's year by default, and does not name it, lasts as long as the
 * period. */
void plan_year_narrow(struct arena *arena, struct reading *reading);

#endif
