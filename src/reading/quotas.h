/* How many pieces of news a plan asks for in a period: "01 tin, bài/tháng", "từ 1 - 3 tin/quý", "mỗi tháng gửi tối thiểu 02 tin".
 */
#ifndef READING_QUOTAS_H
#define READING_QUOTAS_H

#include "reading/words.h"

enum quota_period { QUOTA_MONTH, QUOTA_QUARTER, QUOTA_PERIODS };

struct quota {
	int least; /* of "1 - 3": 1 */
	enum quota_period period;
	size_t begin, end; /* words */
};

/* The quota whose number is word `i`; false where there is none. */
bool quotas_at(const struct words *words, size_t i, struct quota *ret);

#endif
