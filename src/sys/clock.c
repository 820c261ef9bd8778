#include "sys/clock.h"

#include <time.h>

#define MS_PER_DAY INT64_C(86400000)
#define ZONE_MS    (INT64_C(7) * 3600 * 1000)

static int64_t read_ms(clockid_t which)
{
	struct timespec now;
	clock_gettime(which, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clock_now_ms(const struct clock *clock)
{
	return clock->fixed_ms != 0 ? clock->fixed_ms : read_ms(CLOCK_REALTIME);
}

int32_t clock_today(const struct clock *clock)
{
	int64_t local = clock_now_ms(clock) + ZONE_MS;
	int64_t day = local / MS_PER_DAY;
	/* Division rounds towards zero; a day before 1970 begins below it. */
	if (local % MS_PER_DAY < 0)
		day--;
	return (int32_t)day;
}

int64_t clock_monotonic_ms(void)
{
	return read_ms(CLOCK_MONOTONIC);
}
