/* When a task is to be done, from the words of its plan: "Quý III-IV/2025", "Trước ngày 20 hàng tháng", "Sau khi các chỉ số được
 * công bố (dự kiến quý II/2026)". What the result looks like stands in calendar/schedule.h. */
#ifndef READING_SCHEDULE_WORDS_H
#define READING_SCHEDULE_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "calendar/schedule.h"

/* `plan_year` fills in for years that are not printed. Kind SCHEDULE_NONE where the words name no time. *ret_confidence in
 * percent: 90 and above where every word was understood. */
struct schedule schedule_words_parse(struct arena *arena, struct str text, int plan_year, uint8_t *ret_confidence);

#endif
