/* What comes back as a recurrence rule of RFC 5545: "ngày 20 hàng tháng" is FREQ=MONTHLY;BYMONTHDAY=20. */
#ifndef READING_SCHEDULE_RULE_H
#define READING_SCHEDULE_RULE_H

#include "reading/schedule_compose.h"

/* Whether a time is a part of the rule ("ngày 20", "15/11" of each year), not a span in which it holds. */
bool schedule_rule_takes(const struct schedule_clues *clues, const struct time_item *item);

/* The rule of the clues' frequency, with those of the times that it takes. *ret_before: whether the days that it names are
 * themselves too late. Where a rule cannot say all of it clues->is_loose is set; "02 lần/năm (tháng 5 và tháng 10)" makes the
 * frequency a yearly one of those months. */
struct str schedule_rule(struct arena *arena, struct schedule_clues *clues, const struct time_item_vec *times, bool *ret_before);

#endif
