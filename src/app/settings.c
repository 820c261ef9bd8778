#include "app/settings.h"

#include "app/settings_sql.h"
#include "base/log.h"

static const struct settings_row rows[] = {
    {"upload.max_megabytes", 50, 1, 1000, MSG("Megabytes that a file may have")},
    {"session.idle_minutes", 8 * 60, 5, 7 * 24 * 60, MSG("Minutes without a request after which a session ends")},
    {"session.absolute_days", 30, 1, 365, MSG("Days after which a session ends in any case")},
    {"sign_in.wrong_tries", 5, 3, 100, MSG("Wrong passwords for one account before one must wait")},
    {"sign_in.wrong_tries_of_address", 50, 5, 10000, MSG("Wrong passwords from one address before it must wait")},
    {"sign_in.wait_minutes", 15, 1, 24 * 60, MSG("Minutes during which wrong passwords are counted")},
    {"reader.memory_megabytes", 512, 128, 16 * 1024, MSG("Megabytes of memory that the reading of one file may take")},
    {"reader.page_seconds", 60, 5, 3600, MSG("Seconds that the reading of one page of a file may take")},
    {"reader.max_pages", 1000, 1, 10000, MSG("Pages of a file that are read; later ones are left out")},
    {"pictures.max_megabytes", 2000, 10, 1000 * 1000,
     MSG("Megabytes that the kept pictures of pages may take; those not looked at longest go first, and are drawn again when "
         "asked "
         "for")},
    {NULL, 0, 0, 0, NULL},
};

const struct settings_row *settings_all(void)
{
	return rows;
}

static const struct settings_row *lookup(struct str name)
{
	for (const struct settings_row *row = rows; row->name != NULL; row++) {
		if (str_eq(str_of(row->name), name))
			return row;
	}
	return NULL;
}

enum rc settings_get(struct db_conn *db, const char *name, int64_t *ret)
{
	const struct settings_row *row = lookup(str_of(name));
	struct settings_sql_get_row found;
	if (row == NULL)
		return log_fail(RC_BUG, "no setting is named %s", name);
	struct arena *arena = arena_new();
	enum rc rc = settings_sql_get(db, arena, str_of(name), &found);
	arena_free(arena);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc_pass(rc, __FILE__, __LINE__);
	*ret = rc == RC_OK ? found.value : row->fallback;
	return RC_OK;
}

enum rc settings_set(struct db_conn *db, struct str name, int64_t value)
{
	const struct settings_row *row = lookup(name);
	if (row == NULL)
		return RC_NOT_FOUND;
	if (value < row->least || value > row->most)
		return RC_INVALID;
	return settings_sql_set(db, name, value, NULL);
}
