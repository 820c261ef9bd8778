/* Timetables in running text: lines or headings that are a time ("Tháng 9: …", "Tuần 2 (từ 12/01 đến 17/01)") and what is done
 * then. */
#ifndef READING_TIMETABLE_H
#define READING_TIMETABLE_H

#include "base/arena.h"
#include "reading/outline.h"

/* The tasks of the timetables, in the order of the text, their ordinals counted; none where fewer than two times of a section
 * have any. Months without a year that go on after December are of the year after `year`. */
struct reading_task_vec timetable_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, struct header_body body,
                                       const struct outline_place_vec *places, int year);

#endif
