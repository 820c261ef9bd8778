#include "feature/person/person_store.h"

#include "feature/person/person_sql.h"
#include "viet/fold.h"

static struct person person_of(const struct person_sql_find_row *row)
{
	struct person person = {.id = row->id,
	                        .login = row->login,
	                        .name = row->name,
	                        .role = APP_VIEWER,
	                        .unit_id = row->unit_id,
	                        .unit_name = row->unit_name,
	                        .unit_path = row->unit_path,
	                        .disabled = str_eq(row->state, STR("disabled")),
	                        .english = str_eq(row->language, STR("en")),
	                        .must_change = row->must_change != 0,
	                        .has_feed = row->has_feed != 0,
	                        .version = row->version};
	/* A check in the table keeps other words out. */
	(void)!role_parse(row->role, &person.role);
	return person;
}

enum rc person_store_find(struct db_conn *db, struct arena *arena, int64_t id, struct person *ret)
{
	struct person_sql_find_row row;
	TRY(person_sql_find(db, arena, id, &row));
	*ret = person_of(&row);
	return RC_OK;
}

enum rc person_store_list(struct db_conn *db, struct arena *arena, struct str path_from, struct str path_to, struct str words,
                          int64_t most, struct person_vec *ret)
{
	struct person_sql_list_rows rows = {0};
	struct person_vec people = {0};
	struct str pattern = db_containing(arena, viet_fold(arena, words));
	TRY(person_sql_list(db, arena, path_from, path_to, pattern, most, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct person_sql_list_row *row = &rows.at[i];
		const struct person_sql_find_row found = {.id = row->id,
		                                          .login = row->login,
		                                          .name = row->name,
		                                          .role = row->role,
		                                          .unit_id = row->unit_id,
		                                          .unit_name = row->unit_name,
		                                          .unit_path = row->unit_path,
		                                          .state = row->state,
		                                          .language = row->language,
		                                          .must_change = row->must_change,
		                                          .has_feed = row->has_feed,
		                                          .version = row->version};
		VEC_PUSH(arena, &people, person_of(&found));
	}
	*ret = people;
	return RC_OK;
}

enum rc person_store_add(struct db_conn *db, struct arena *arena, int64_t now_ms, const struct person *person,
                         struct str password_hash, int64_t *ret_id)
{
	struct person_sql_add_row row;
	TRY(person_sql_add(db, arena, person->login, person->name, viet_fold(arena, person->name), password_hash, person->must_change,
	                   role_name(person->role), person->unit_id, now_ms, &row));
	*ret_id = row.id;
	return RC_OK;
}

enum rc person_store_change(struct db_conn *db, struct arena *arena, const struct person *person)
{
	int64_t changed;
	TRY(person_sql_change(db, person->id, person->version, person->name, viet_fold(arena, person->name), role_name(person->role),
	                      person->unit_id, person->disabled ? STR("disabled") : STR("active"), &changed));
	return changed == 1 ? RC_OK : RC_CONFLICT;
}
