#include "feature/unit/unit_store.h"

#include "feature/unit/unit_sql.h"
#include "viet/fold.h"

static struct unit unit_of(const struct unit_sql_find_row *row)
{
	struct unit unit = {.id = row->id,
	                    .code = row->code,
	                    .name = row->name,
	                    .kind = UNIT_OTHER,
	                    .parent_id = row->parent_id.has ? row->parent_id.value : 0,
	                    .path = row->path,
	                    .successor_id = row->successor_id.has ? row->successor_id.value : 0,
	                    .version = row->version};
	/* A check in the table keeps other words out. */
	(void)(unit_kind_parse(row->kind, &unit.kind) && unit_state_parse(row->state, &unit.state));
	return unit;
}

/* The statements that list units give the columns of `find`, in another struct each. */
#define PUSH_ROWS(arena, rows, ret)                                                                                              \
	for (size_t i_ = 0; i_ < (rows).n; i_++) {                                                                                   \
		const struct unit_sql_find_row row_ = {.id = (rows).at[i_].id,                                                           \
		                                       .code = (rows).at[i_].code,                                                       \
		                                       .kind = (rows).at[i_].kind,                                                       \
		                                       .name = (rows).at[i_].name,                                                       \
		                                       .parent_id = (rows).at[i_].parent_id,                                             \
		                                       .path = (rows).at[i_].path,                                                       \
		                                       .state = (rows).at[i_].state,                                                     \
		                                       .successor_id = (rows).at[i_].successor_id,                                       \
		                                       .version = (rows).at[i_].version};                                                \
		VEC_PUSH((arena), (ret), unit_of(&row_));                                                                                \
	}

enum rc unit_store_find(struct db_conn *db, struct arena *arena, int64_t id, struct unit *ret)
{
	struct unit_sql_find_row row;
	TRY(unit_sql_find(db, arena, id, &row));
	*ret = unit_of(&row);
	return RC_OK;
}

enum rc unit_store_list(struct db_conn *db, struct arena *arena, struct unit_vec *ret)
{
	struct unit_sql_list_rows rows = {0};
	TRY(unit_sql_list(db, arena, &rows));
	*ret = (struct unit_vec){0};
	PUSH_ROWS(arena, rows, ret);
	return RC_OK;
}

enum rc unit_store_list_below(struct db_conn *db, struct arena *arena, int64_t parent_id, struct unit_vec *ret)
{
	struct unit_sql_list_below_rows rows = {0};
	TRY(unit_sql_list_below(db, arena, parent_id, &rows));
	*ret = (struct unit_vec){0};
	PUSH_ROWS(arena, rows, ret);
	return RC_OK;
}

enum rc unit_store_search(struct db_conn *db, struct arena *arena, struct str words, int64_t most, struct unit_vec *ret)
{
	struct unit_sql_search_rows rows = {0};
	struct str pattern = db_containing(arena, viet_fold(arena, words));
	TRY(unit_sql_search(db, arena, pattern, most, &rows));
	*ret = (struct unit_vec){0};
	PUSH_ROWS(arena, rows, ret);
	return RC_OK;
}

static struct db_int id_or_null(int64_t id)
{
	return (struct db_int){.has = id != 0, .value = id};
}

enum rc unit_store_add(struct db_conn *db, struct arena *arena, const struct unit *unit, int64_t *ret_id)
{
	struct unit_sql_add_row row;
	TRY(unit_sql_add(db, arena, unit->code, unit_kind_name(unit->kind), unit->name, viet_fold(arena, unit->name),
	                 id_or_null(unit->parent_id), &row));
	*ret_id = row.id;
	return RC_OK;
}

enum rc unit_store_change(struct db_conn *db, struct arena *arena, const struct unit *unit)
{
	int64_t changed;
	TRY(unit_sql_change(db, unit->id, unit->version, unit->code, unit_kind_name(unit->kind), unit->name,
	                    viet_fold(arena, unit->name), id_or_null(unit->parent_id), unit_state_name(unit->state),
	                    id_or_null(unit->successor_id), &changed));
	return changed == 1 ? RC_OK : RC_NOT_FOUND;
}
