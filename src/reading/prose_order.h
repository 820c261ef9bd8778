/* A task that stands in one sentence: "Giao Sở A chủ trì, phối hợp với Sở B tổ chức hội thi, hoàn thành trước ngày 15/6/2026."
 *
 * Who comes first, then the work, then the time; what stands behind the time ("đối với …", "gắn với …") is no part of the work,
 * unless the time stands right in it ("công bố hằng tháng kết quả …"). Names in quotation marks say no time. */
#ifndef READING_PROSE_ORDER_H
#define READING_PROSE_ORDER_H

#include "base/arena.h"
#include "reading/lines.h"

/* Words of the paragraph: from the first to the one after the last; both the same where there are none. */
struct prose_order_words {
	size_t begin, end;
};

struct prose_order {
	struct prose_order_words who, work, time;
	struct reading_assignment_vec assignments;
};

/* False where the paragraph is no order: it begins with no unit, or says no work for it. */
bool prose_order_read(struct arena *arena, const struct lines_paragraph *paragraph, struct prose_order *ret);

#endif
