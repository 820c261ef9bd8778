/* What the programs that time a thing many times share. */
#ifndef BENCH_MEDIAN_H
#define BENCH_MEDIAN_H

#include <stdlib.h>
#include <time.h>

static inline double median_now_ms(clockid_t clock)
{
	struct timespec t;
	clock_gettime(clock, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static inline int median_compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;
	return (left > right) - (left < right);
}

/* Sorts them. */
static inline double median_of(double *times, size_t n)
{
	qsort(times, n, sizeof *times, median_compare);
	return times[n / 2];
}

#endif
