#include "feature/person/person.h"

#include <stdlib.h>

#include "app/audit.h"
#include "app/settings.h"
#include "base/utf8.h"
#include "feature/person/person_sql.h"
#include "feature/person/person_store.h"
#include "feature/unit/unit.h"
#include "sys/secret.h"
#include "viet/collation.h"
#include "viet/fold.h"

/* A password hash of nobody's, at the cost of all others. */
static const char nobodys_hash[] =
    "$argon2id$v=19$m=65536,t=2,p=1$RE30Vv8QNKUgLxrW6qHh6A$4gAwgD7ThlQjBiVBrUG2cq89PN3//lY4B4ON8GZDzfQ";

enum { MINUTE_MS = 60 * 1000, DAY_MS = 24 * 60 * MINUTE_MS };

/* ---- Logins and passwords ---- */

static bool is_login_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == '@';
}

struct message person_login_problem(struct str login)
{
	bool fine = login.len >= 3 && login.len <= PERSON_LOGIN_BYTES;
	for (size_t i = 0; fine && i < login.len; i++)
		fine = is_login_char(login.ptr[i]);
	if (fine)
		return (struct message){0};
	return (struct message){.id = MSG("A login has 3 to 64 letters without accents, digits or . _ - @")};
}

struct message person_password_problem(struct str password, struct str login)
{
	struct arena *arena = arena_new();
	struct str lower = viet_lower(arena, password);
	struct message problem = {0};
	if (utf8_count(password) < PERSON_PASSWORD_LEAST)
		problem.id = MSG("A password has at least 10 characters");
	else if (str_eq(lower, login))
		problem.id = MSG("The password must not be the login");
	arena_free(arena);
	return problem;
}

struct str person_login_typed(struct arena *arena, struct str typed)
{
	return viet_lower(arena, str_trim(typed));
}

struct str person_one_time_password(struct arena *arena)
{
	static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789"; /* no i, l, o, 0, 1 */
	struct str digits = secret_sha256(arena, secret_token(arena));
	char *out = arena_alloc(arena, 19);
	size_t n = 0;
	for (size_t i = 0; i < 16; i++) {
		unsigned value = 0;
		for (size_t k = 0; k < 2; k++) {
			char c = digits.ptr[i * 2 + k];
			value = value * 16 + (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
		}
		if (i > 0 && i % 4 == 0)
			out[n++] = '-';
		out[n++] = letters[value % (sizeof letters - 1)];
	}
	return (struct str){.ptr = out, .len = n};
}

/* ---- People ---- */

enum rc person_find(struct db_conn *db, struct arena *arena, int64_t id, struct person *ret)
{
	return person_store_find(db, arena, id, ret);
}

enum rc person_find_login(struct db_conn *db, struct arena *arena, struct str login, struct person *ret)
{
	struct person_sql_find_login_row row;
	TRY(person_sql_find_login(db, arena, login, &row));
	return person_store_find(db, arena, row.id, ret);
}

enum rc person_is_nobody(struct db_conn *db, struct arena *arena, bool *ret)
{
	struct person_sql_count_row row;
	TRY(person_sql_count(db, arena, &row));
	*ret = row.n == 0;
	return RC_OK;
}

struct keyed {
	struct str key;
	struct person person;
};

static int compare_keyed(const void *a, const void *b)
{
	return str_compare(((const struct keyed *)a)->key, ((const struct keyed *)b)->key);
}

/* As a Vietnamese list has them: by the given name, which is the last word. */
static void sort_by_name(struct arena *arena, struct person_vec *people)
{
	struct keyed *keyed = ARENA_ARRAY(arena, struct keyed, people->n);
	for (size_t i = 0; i < people->n; i++)
		keyed[i] = (struct keyed){.key = viet_collation_name_key(arena, people->at[i].name), .person = people->at[i]};
	if (people->n > 1)
		qsort(keyed, people->n, sizeof keyed[0], compare_keyed);
	for (size_t i = 0; i < people->n; i++)
		people->at[i] = keyed[i].person;
}

enum rc person_list(struct db_conn *db, struct arena *arena, struct str path, struct str words, int64_t most,
                    struct person_vec *ret)
{
	struct unit_scope scope = unit_scope_of_path(arena, path);
	TRY(person_store_list(db, arena, scope.from, scope.to, words, most, ret));
	sort_by_name(arena, ret);
	return RC_OK;
}

static enum rc record(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t by, const char *action, int64_t id,
                      struct str detail)
{
	return audit_add(db, arena, now_ms, by, action, str_format(arena, "person/%lld", (long long)id), detail);
}

enum rc person_add(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t by, const struct person *person,
                   struct str password_hash, int64_t *ret_id)
{
	int64_t id;
	TRY(person_store_add(db, arena, now_ms, person, password_hash, &id));
	TRY(record(db, arena, now_ms, by, "person.add", id,
	           str_format(arena, "%.*s (%.*s)", STR_ARG(person->login), STR_ARG(role_name(person->role)))));
	*ret_id = id;
	return RC_OK;
}

enum rc person_change(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t by, const struct person *person)
{
	TRY(person_store_change(db, arena, person));
	if (person->disabled)
		TRY(person_sql_end_sessions(db, person->id, NULL));
	return record(db, arena, now_ms, by, "person.change", person->id,
	              str_format(arena, "%.*s, unit %lld%s", STR_ARG(role_name(person->role)), (long long)person->unit_id,
	                         person->disabled ? ", disabled" : ""));
}

enum rc person_change_own(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t id, struct str name, bool english)
{
	TRY(person_sql_change_own(db, id, name, viet_fold(arena, name), english ? STR("en") : STR("vi"), NULL));
	return record(db, arena, now_ms, id, "person.change_own", id, name);
}

static struct str login_subject(struct arena *arena, struct str login)
{
	return str_format(arena, "login:%.*s", STR_ARG(login));
}

enum rc person_set_password(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t by, int64_t id,
                            struct str password_hash, bool one_time)
{
	int64_t changed;
	TRY(person_sql_set_password(db, id, password_hash, one_time, &changed));
	if (changed == 0)
		return RC_NOT_FOUND;
	if (one_time) {
		struct person person;
		TRY(person_store_find(db, arena, id, &person));
		TRY(person_sql_forget_tries(db, login_subject(arena, person.login), NULL));
		TRY(person_sql_end_sessions(db, id, NULL));
	}
	return record(db, arena, now_ms, by, "person.password", id, one_time ? STR("one-time") : STR("own"));
}

enum rc person_renew_feed(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t id, struct str *ret_token)
{
	struct str token = secret_token(arena);
	TRY(person_sql_set_feed(db, id, secret_sha256(arena, token), NULL));
	TRY(record(db, arena, now_ms, id, "person.feed", id, STR("")));
	*ret_token = token;
	return RC_OK;
}

enum rc person_find_feed(struct db_conn *db, struct arena *arena, struct str token, struct person *ret)
{
	struct person_sql_find_feed_row row;
	TRY(person_sql_find_feed(db, arena, secret_sha256(arena, token), &row));
	return person_store_find(db, arena, row.id, ret);
}

/* ---- Signing in ---- */

static struct str address_subject(struct arena *arena, const struct person_try *try)
{
	return str_format(arena, "address:%.*s", STR_ARG(try->address));
}

/* RC_LIMIT where the subject has had its tries within the time; waits until the oldest of them is old enough. */
static enum rc check_tries(struct db_conn *db, struct arena *arena, struct str subject, const char *setting, int64_t now_ms,
                           int64_t *ret_wait_minutes)
{
	struct person_sql_list_tries_rows rows = {0};
	int64_t most, minutes;
	TRY(settings_get(db, setting, &most));
	TRY(settings_get(db, "sign_in.wait_minutes", &minutes));
	TRY(person_sql_list_tries(db, arena, subject, now_ms - minutes * MINUTE_MS, most, &rows));
	if ((int64_t)rows.n < most)
		return RC_OK;
	int64_t wait_ms = rows.at[rows.n - 1].time + minutes * MINUTE_MS - now_ms;
	*ret_wait_minutes = (wait_ms + MINUTE_MS - 1) / MINUTE_MS;
	return RC_LIMIT;
}

enum rc person_try_begin(struct db_conn *db, struct arena *arena, struct person_try *try, int64_t *ret_wait_minutes)
{
	struct str login = login_subject(arena, try->login), address = address_subject(arena, try);
	struct person_sql_find_hash_row row;
	TRY(person_sql_drop_old_tries(db, try->now_ms - DAY_MS, NULL));
	TRY(check_tries(db, arena, login, "sign_in.wrong_tries", try->now_ms, ret_wait_minutes));
	TRY(person_sql_add_try(db, login, try->now_ms, NULL));
	if (try->address.len > 0) {
		TRY(check_tries(db, arena, address, "sign_in.wrong_tries_of_address", try->now_ms, ret_wait_minutes));
		TRY(person_sql_add_try(db, address, try->now_ms, NULL));
	}
	enum rc rc = person_sql_find_hash(db, arena, try->login, &row);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc_pass(rc, __FILE__, __LINE__);
	try->person_id = rc == RC_OK ? row.id : 0;
	try->hash = rc == RC_OK ? row.password_hash : str_of(nobodys_hash);
	return RC_OK;
}

enum rc person_forget_tries(struct db_conn *db, struct arena *arena, const struct person_try *try)
{
	TRY(person_sql_forget_tries(db, login_subject(arena, try->login), NULL));
	if (try->address.len > 0)
		TRY(person_sql_forget_try(db, address_subject(arena, try), try->now_ms, NULL));
	return RC_OK;
}

enum rc person_try_succeeded(struct db_conn *db, struct arena *arena, const struct person_try *try)
{
	TRY(person_forget_tries(db, arena, try));
	return record(db, arena, try->now_ms, try->person_id, "person.sign_in", try->person_id, try->address);
}
