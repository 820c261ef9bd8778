/* When a task is to be done, from the words of its plan: "Quý III-IV/2025", "Trước ngày 20 hàng tháng", "Sau khi các chỉ số được
 * công bố (dự kiến quý II/2026)". What the result looks like stands in calendar/schedule.h. */
#ifndef READING_SCHEDULE_WORDS_H
#define READING_SCHEDULE_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "calendar/schedule.h"

/* What a reader should know of how the words were understood. The texts are as printed; empty where there is nothing to say. */
struct schedule_notes {
	uint8_t confidence;   /* percent; 90 and above where every word was understood; 0 for SCHEDULE_NONE */
	uint8_t of_times;     /* the same of the times alone, whatever words stand around them */
	struct str left_over; /* the first words that were not understood */
	struct str blank;     /* a day or month left open: "ngày … tháng 3/2026" */
	struct str wrong;     /* a date that does not exist, or a period that ends before it begins; never made into another */
};

/* `plan_year` fills in for years that are not printed; 0: unknown, and such times have no days. Kind SCHEDULE_NONE where the
 * words name no time, or none that exists. Takes any text; its cost is linear in it. */
struct schedule schedule_words_parse(struct arena *arena, struct str text, int plan_year, struct schedule_notes *ret_notes);

#endif
