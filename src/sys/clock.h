/* The time: from here alone, so that tests set it. */
#ifndef SYS_CLOCK_H
#define SYS_CLOCK_H

#include <stdint.h>

/* Where the time comes from. A fixed clock stands at `fixed_ms` until someone moves it; the real one ignores it. */
struct clock {
	int64_t fixed_ms; /* 0: the machine's clock */
};

/* Milliseconds since 1970-01-01T00:00:00Z. */
int64_t clock_now_ms(const struct clock *clock);

/* Days since 1970-01-01 in the state's zone, UTC+7 all year round. */
int32_t clock_today(const struct clock *clock);

/* Milliseconds that only grow, for measuring. */
int64_t clock_monotonic_ms(void);

#endif
