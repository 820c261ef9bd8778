#include "base/rc.h"

#include "base/log.h"

const char *rc_name(enum rc rc)
{
	static const char *const names[] = {
	    [RC_OK] = "ok",
	    [RC_NOT_FOUND] = "not found",
	    [RC_CONFLICT] = "conflict",
	    [RC_INVALID] = "invalid",
	    [RC_DENIED] = "denied",
	    [RC_LIMIT] = "limit",
	    [RC_BUSY] = "busy",
	    [RC_UNSUPPORTED] = "unsupported",
	    [RC_IO] = "io",
	    [RC_CANCELLED] = "cancelled",
	    [RC_DB] = "database",
	    [RC_CORRUPT] = "corrupt",
	    [RC_CHILD] = "child",
	    [RC_BUG] = "bug",
	};
	return names[rc];
}

bool rc_is_failure(enum rc rc)
{
	return rc >= RC_IO;
}

enum rc rc_pass(enum rc rc, const char *file, int line)
{
	if (rc_is_failure(rc))
		log_trail("passed up at %s:%d", file, line);
	return rc;
}
