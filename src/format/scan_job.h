/* Reads many scanned pages on all the processors there are. */
#ifndef FORMAT_SCAN_JOB_H
#define FORMAT_SCAN_JOB_H

#include <leptonica/allheaders.h>

#include "format/format.h"
#include "format/page.h"

enum scan_job_state {
	SCAN_JOB_READ,
	SCAN_JOB_LATE,     /* took longer than it may: what was read until then */
	SCAN_JOB_UNLOADED, /* its picture could not be had */
};

struct scan_job {
	size_t n; /* pages */
	/* The picture of a page (from 0), which the caller of it destroys, and its resolution, 0 where it is not known. NULL where it
	 * cannot be had. Never called by two threads at once. */
	PIX *(*load)(void *context, size_t page, int32_t *ret_dpi);
	void *context;
	const struct format_input *input; /* seconds a page; progress, called by this thread */
	uint32_t done, all;               /* pages of the whole file, for progress: `done` before the first of these */
};

/* Fills ret_pages[n] and ret_states[n]. RC_UNSUPPORTED where the language data is not installed, with *ret_problem; RC_CANCELLED.
 */
enum rc scan_job_run(struct arena *arena, const struct scan_job *job, struct page *ret_pages, enum scan_job_state *ret_states,
                     struct message *ret_problem) MUST_USE;

#endif
