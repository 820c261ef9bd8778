#include "reading/quotas.h"

/* The period that "/tháng", "mỗi quý" at word `i` names; QUOTA_PERIODS for none. */
static enum quota_period period_at(const struct words *words, size_t i)
{
	static const char *const each[] = {"/", "mỗi", "một", "hằng", "hàng"};
	if (words_longest(words, i, each, sizeof each / sizeof each[0]) == 0)
		return QUOTA_PERIODS;
	return words_is(words, i + 1, "tháng") ? QUOTA_MONTH : words_is(words, i + 1, "quý") ? QUOTA_QUARTER : QUOTA_PERIODS;
}

static bool ends_clause(const struct words *words, size_t i)
{
	return words_is(words, i, ";") || (words_is(words, i, ".") && i + 1 < words->n && words->at[i + 1].capital);
}

bool quotas_at(const struct words *words, size_t i, struct quota *ret)
{
	enum { BEHIND = 5, BEFORE = 8 };
	struct quota quota = {.least = words_number(words, i), .period = QUOTA_PERIODS, .begin = i, .end = i + 2};
	if (quota.least <= 0 || !words_is(words, i + 1, "tin"))
		return false;
	for (size_t k = i + 2; k < i + BEHIND && !ends_clause(words, k) && quota.period == QUOTA_PERIODS; k++) {
		quota.period = period_at(words, k);
		quota.end = quota.period == QUOTA_PERIODS ? quota.end : k + 2;
	}
	for (size_t k = i; k > 0 && i - k < BEFORE && !ends_clause(words, k - 1) && quota.period == QUOTA_PERIODS; k--) {
		quota.period = period_at(words, k - 1);
		quota.begin = quota.period == QUOTA_PERIODS ? quota.begin : k - 1;
	}
	bool range = i >= 2 && (words_is(words, i - 1, "-") || words_is(words, i - 1, "đến")) && words_number(words, i - 2) > 0;
	if (range) {
		quota.least = words_number(words, i - 2);
		quota.begin = quota.begin < i - 2 ? quota.begin : i - 2;
	}
	*ret = quota;
	return quota.period != QUOTA_PERIODS;
}
