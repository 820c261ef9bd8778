/* The hash of an entry is SHA-256 over the hash before it and each of its fields with its length, so that neither an entry nor
 * the border between two fields can be changed unseen. */
#include "app/audit.h"

#include "app/audit_sql.h"
#include "base/buf.h"
#include "sys/secret.h"

enum { ENTRY_BYTES = 64 * 1024, PAGE = 500 };

#define FIRST_HASH "0000000000000000000000000000000000000000000000000000000000000000"

struct entry {
	int64_t time, person_id;
	struct str action, object, detail;
};

static void add_field(struct buf *out, struct str field)
{
	buf_add_format(out, "%zu:", field.len);
	buf_add(out, field);
}

static enum rc hash_of(struct arena *arena, struct str hash_before, const struct entry *entry, struct str *ret)
{
	struct buf text;
	struct str whole;
	buf_init(&text, arena, ENTRY_BYTES);
	buf_add(&text, hash_before);
	buf_add_format(&text, "%lld:%lld:", (long long)entry->time, (long long)entry->person_id);
	add_field(&text, entry->action);
	add_field(&text, entry->object);
	add_field(&text, entry->detail);
	TRY(buf_finish(&text, &whole));
	*ret = secret_sha256(arena, whole);
	return RC_OK;
}

enum rc audit_add(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t person_id, const char *action,
                  struct str object, struct str detail)
{
	const struct entry entry = {
	    .time = now_ms, .person_id = person_id, .action = str_of(action), .object = object, .detail = detail};
	struct audit_sql_last_row last = {.hash = STR(FIRST_HASH)};
	struct str hash;
	enum rc rc = audit_sql_last(db, arena, &last);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc_pass(rc, __FILE__, __LINE__);
	TRY(hash_of(arena, last.hash, &entry, &hash));
	return audit_sql_add(db, now_ms, (struct db_int){.has = person_id != 0, .value = person_id}, entry.action, object, detail,
	                     last.hash, hash, NULL);
}

/* Checks the entries after *id, at most PAGE of them; *ret_n is how many there were. */
static enum rc check_page(struct db_conn *db, struct arena *arena, struct str *hash, int64_t *id, size_t *ret_n)
{
	struct audit_sql_list_after_rows rows = {0};
	TRY(audit_sql_list_after(db, arena, *id, PAGE, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct audit_sql_list_after_row *row = &rows.at[i];
		const struct entry entry = {.time = row->time,
		                            .person_id = row->person_id.value,
		                            .action = row->action,
		                            .object = row->object,
		                            .detail = row->detail};
		struct str want;
		*id = row->id;
		TRY(hash_of(arena, *hash, &entry, &want));
		if (!str_eq(row->hash_before, *hash) || !str_eq(row->hash, want))
			return RC_CORRUPT;
		*hash = want;
	}
	*ret_n = rows.n;
	return RC_OK;
}

enum rc audit_check(struct db_conn *db, struct arena *arena, int64_t *ret_id)
{
	struct str hash = STR(FIRST_HASH);
	struct arena *scratch = arena_new();
	int64_t id = 0;
	size_t n = PAGE;
	enum rc rc = RC_OK;
	while (rc == RC_OK && n == PAGE) {
		rc = check_page(db, scratch, &hash, &id, &n);
		hash = str_dup(arena, hash);
		arena_reset(scratch);
	}
	arena_free(scratch);
	if (rc == RC_CORRUPT)
		*ret_id = id;
	return rc;
}
