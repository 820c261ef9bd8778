/* Reports, quotas and other obligations that come back or have a day of their own, in the body and in the task table. */
#ifndef READING_REPORT_DUTIES_H
#define READING_REPORT_DUTIES_H

#include "base/arena.h"
#include "reading/outline.h"

/* From the body's paragraphs and from the reading's duties and tasks, which are read before; `table_year` is that of the tasks'
 * times. */
struct reading_report_duty_vec report_duties_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                                  struct header_body body, const struct outline_place_vec *places,
                                                  const struct reading *reading, int table_year);

#endif
