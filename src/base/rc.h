/* What a function that can fail returns.
 *
 * Conditions are part of a function's contract: its header says which it returns, and the caller decides what they mean.
 * Failures are nobody's contract: they go up unchanged, leaving a trail in the log; only http/ and main/ turn them into a
 * status or an exit code. */
#ifndef BASE_RC_H
#define BASE_RC_H

#include <stdbool.h>

enum rc {
	RC_OK = 0,
	/* conditions */
	RC_NOT_FOUND,
	RC_CONFLICT, /* someone else changed it first, or it exists already */
	RC_INVALID,
	RC_DENIED,
	RC_LIMIT, /* a stated limit was passed */
	RC_BUSY,
	RC_UNSUPPORTED,
	RC_CANCELLED,
	/* failures */
	RC_IO,
	RC_DB,
	RC_CORRUPT,
	RC_CHILD,
	RC_BUG,
};

#define MUST_USE __attribute__((warn_unused_result))

/* The English word for a code, for logs and tests. Never NULL. */
const char *rc_name(enum rc rc);

/* Whether the code is a failure, which the caller cannot mend. */
bool rc_is_failure(enum rc rc);

/* Adds one place to the trail of a failure and returns the code unchanged; conditions pass without a trace. */
enum rc rc_pass(enum rc rc, const char *file, int line);

/* Returns from the calling function when `call` does not succeed. */
#define TRY(call)                                                                                                                \
	do {                                                                                                                         \
		enum rc try_rc_ = (call);                                                                                                \
		if (try_rc_ != RC_OK)                                                                                                    \
			return rc_pass(try_rc_, __FILE__, __LINE__);                                                                         \
	} while (0)

#endif
