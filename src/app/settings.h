/* Settings, kept in the database; each known by name, with its default, bounds and help. */
#ifndef APP_SETTINGS_H
#define APP_SETTINGS_H

#include "app/app.h"

struct settings_row {
	const char *name; /* "upload.max_megabytes" */
	int64_t fallback, least, most;
	const char *help; /* message id */
};

/* All that exist, ended by a NULL name. */
const struct settings_row *settings_all(void);

enum rc settings_get(struct db_conn *db, const char *name, int64_t *ret) MUST_USE;
/* RC_NOT_FOUND: no such setting; RC_INVALID: outside its bounds. */
enum rc settings_set(struct db_conn *db, struct str name, int64_t value) MUST_USE;

#endif
