#include "feature/unit/unit.h"

#include <string.h>

#include "app/audit.h"
#include "feature/unit/unit_sql.h"
#include "feature/unit/unit_store.h"

/* ---- Words ---- */

const char *const unit_kind_names[] = {"province", "department", "commune", "school", "centre", "division", "other", NULL};
const char *const unit_state_names[] = {"active", "merged", "closed", NULL};

static const char *const kind_labels[] = {
    [UNIT_PROVINCE] = MSG("Province"), [UNIT_DEPARTMENT] = MSG("Department"), [UNIT_COMMUNE] = MSG("Commune, ward"),
    [UNIT_SCHOOL] = MSG("School"),     [UNIT_CENTRE] = MSG("Centre"),         [UNIT_DIVISION] = MSG("Division"),
    [UNIT_OTHER] = MSG("Other body"),
};
static const char *const state_labels[] = {
    [UNIT_ACTIVE] = MSG("Active"), [UNIT_MERGED] = MSG("Merged"), [UNIT_CLOSED] = MSG("Closed")};

static bool parse_word(const char *const *words, struct str word, int *ret)
{
	for (int i = 0; words[i] != NULL; i++) {
		if (str_eq(word, str_of(words[i]))) {
			*ret = i;
			return true;
		}
	}
	return false;
}

struct str unit_kind_name(enum unit_kind kind)
{
	return str_of(unit_kind_names[kind]);
}

bool unit_kind_parse(struct str name, enum unit_kind *ret)
{
	int i;
	if (!parse_word(unit_kind_names, name, &i))
		return false;
	*ret = (enum unit_kind)i;
	return true;
}

const char *unit_kind_label(enum unit_kind kind)
{
	return kind_labels[kind];
}

struct str unit_state_name(enum unit_state state)
{
	return str_of(unit_state_names[state]);
}

bool unit_state_parse(struct str name, enum unit_state *ret)
{
	int i;
	if (!parse_word(unit_state_names, name, &i))
		return false;
	*ret = (enum unit_state)i;
	return true;
}

const char *unit_state_label(enum unit_state state)
{
	return state_labels[state];
}

bool unit_is_code(struct str code)
{
	struct str group;
	if (code.len == 0 || code.len > UNIT_CODE_BYTES)
		return false;
	while (str_split(&code, '.', &group)) {
		if (group.len == 0)
			return false;
		for (size_t i = 0; i < group.len; i++) {
			char c = group.ptr[i];
			if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')))
				return false;
		}
	}
	return true;
}

struct str unit_code_typed(struct arena *arena, struct str typed)
{
	char *code = arena_alloc(arena, typed.len + 1);
	for (size_t i = 0; i < typed.len; i++)
		code[i] = (char)(typed.ptr[i] >= 'a' && typed.ptr[i] <= 'z' ? typed.ptr[i] - 'a' + 'A' : typed.ptr[i]);
	return (struct str){.ptr = code, .len = typed.len};
}

/* ---- The tree ---- */

struct unit_scope unit_scope_of_path(struct arena *arena, struct str path)
{
	/* '0' is the character after '/': what begins with "/1/5/" comes before "/1/50". */
	return (struct unit_scope){.from = path, .to = str_format(arena, "%.*s0", (int)path.len - 1, path.ptr)};
}

enum rc unit_scope_of(struct db_conn *db, struct arena *arena, int64_t unit_id, struct unit_scope *ret)
{
	struct unit unit;
	TRY(unit_store_find(db, arena, unit_id, &unit));
	*ret = unit_scope_of_path(arena, unit.path);
	return RC_OK;
}

bool unit_scope_holds(const struct unit_scope *scope, struct str path)
{
	return str_has_prefix(path, scope->from);
}

enum rc unit_find(struct db_conn *db, struct arena *arena, int64_t id, struct unit *ret)
{
	return unit_store_find(db, arena, id, ret);
}

enum rc unit_find_code(struct db_conn *db, struct arena *arena, struct str code, struct unit *ret)
{
	struct unit_sql_find_code_row row;
	TRY(unit_sql_find_code(db, arena, code, &row));
	return unit_store_find(db, arena, row.id, ret);
}

enum rc unit_list(struct db_conn *db, struct arena *arena, struct unit_vec *ret)
{
	return unit_store_list(db, arena, ret);
}

enum rc unit_list_below(struct db_conn *db, struct arena *arena, int64_t parent_id, struct unit_vec *ret)
{
	return unit_store_list_below(db, arena, parent_id, ret);
}

enum rc unit_list_above(struct db_conn *db, struct arena *arena, const struct unit *unit, struct unit_vec *ret)
{
	struct unit_vec above = {0};
	struct str ids = unit->path, part;
	while (str_split(&ids, '/', &part)) {
		struct unit found;
		int64_t id;
		if (!str_parse_int(part, &id) || id == unit->id)
			continue;
		TRY(unit_store_find(db, arena, id, &found));
		VEC_PUSH(arena, &above, found);
	}
	*ret = above;
	return RC_OK;
}

enum rc unit_search(struct db_conn *db, struct arena *arena, struct str words, int64_t most, struct unit_vec *ret)
{
	return unit_store_search(db, arena, words, most, ret);
}

size_t unit_children(const struct unit_vec *all, int64_t parent_id, size_t *ret_first)
{
	size_t low = 0, high = all->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (all->at[middle].parent_id < parent_id)
			low = middle + 1;
		else
			high = middle;
	}
	*ret_first = low;
	while (high < all->n && all->at[high].parent_id == parent_id)
		high++;
	return high - low;
}

/* ---- Changes ---- */

static enum rc refuse(const char *field, struct message message, const char **ret_field, struct message *ret_problem)
{
	*ret_field = field;
	*ret_problem = message;
	return RC_INVALID;
}

static int depth_of(struct str path)
{
	int slashes = 0;
	for (size_t i = 0; i < path.len; i++)
		slashes += path.ptr[i] == '/';
	return slashes - 1;
}

/* Checks what holds for a new unit and a changed one; *ret_parent_path is "/" where it has no parent. */
static enum rc check(struct db_conn *db, struct arena *arena, const struct unit *unit, struct str *ret_parent_path,
                     struct message *ret_problem, const char **ret_field)
{
	struct unit other;
	*ret_parent_path = STR("/");
	if (!unit_is_code(unit->code))
		return refuse("code",
		              (struct message){.id = MSG("A code has groups of 0-9 and A-Z with dots between them, like H56.03.12")},
		              ret_field, ret_problem);
	enum rc rc = unit_find_code(db, arena, unit->code, &other);
	if (rc_is_failure(rc))
		return rc;
	if (rc == RC_OK && other.id != unit->id)
		return refuse("code", (struct message){.id = MSG("The code {1} belongs to {2}"), .args = {unit->code, other.name}},
		              ret_field, ret_problem);
	if (unit->parent_id == 0)
		return RC_OK;
	rc = unit_store_find(db, arena, unit->parent_id, &other);
	if (rc_is_failure(rc))
		return rc;
	if (rc != RC_OK)
		return refuse("parent", (struct message){.id = MSG("There is no such parent unit")}, ret_field, ret_problem);
	if (depth_of(other.path) >= UNIT_DEPTH)
		return refuse("parent", (struct message){.id = MSG("The units would lie more than {1} levels deep"), .args = {STR("12")}},
		              ret_field, ret_problem);
	*ret_parent_path = other.path;
	return RC_OK;
}

static enum rc record(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t person_id, const char *action,
                      const struct unit *unit, int64_t id)
{
	return audit_add(
	    db, arena, now_ms, person_id, action, str_format(arena, "unit/%lld", (long long)id),
	    str_format(arena, "%.*s %.*s (%.*s)", STR_ARG(unit->code), STR_ARG(unit->name), STR_ARG(unit_state_name(unit->state))));
}

enum rc unit_add(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t person_id, const struct unit *unit,
                 int64_t *ret_id, struct message *ret_problem, const char **ret_field)
{
	struct unit added = *unit;
	struct str parent_path;
	int64_t id;
	added.id = 0;
	TRY(check(db, arena, &added, &parent_path, ret_problem, ret_field));
	TRY(unit_store_add(db, arena, &added, &id));
	TRY(unit_sql_set_path(db, id, str_format(arena, "%.*s%lld/", STR_ARG(parent_path), (long long)id), NULL));
	TRY(record(db, arena, now_ms, person_id, "unit.add", &added, id));
	*ret_id = id;
	return RC_OK;
}

static enum rc check_successor(struct db_conn *db, struct arena *arena, const struct unit *unit, struct message *ret_problem,
                               const char **ret_field)
{
	struct unit successor;
	if (unit->state != UNIT_MERGED)
		return RC_OK;
	enum rc rc = unit->successor_id != 0 && unit->successor_id != unit->id
	                 ? unit_store_find(db, arena, unit->successor_id, &successor)
	                 : RC_NOT_FOUND;
	if (rc == RC_OK && successor.state == UNIT_ACTIVE)
		return RC_OK;
	if (rc_is_failure(rc))
		return rc;
	return refuse("successor", (struct message){.id = MSG("Say which active unit it was merged into")}, ret_field, ret_problem);
}

enum rc unit_change(struct db_conn *db, struct arena *arena, int64_t now_ms, int64_t person_id, const struct unit *unit,
                    struct message *ret_problem, const char **ret_field)
{
	struct unit old, changed = *unit;
	struct str parent_path;
	TRY(unit_store_find(db, arena, unit->id, &old));
	if (old.version != unit->version)
		return RC_CONFLICT;
	if (changed.state != UNIT_MERGED)
		changed.successor_id = 0;
	TRY(check(db, arena, &changed, &parent_path, ret_problem, ret_field));
	TRY(check_successor(db, arena, &changed, ret_problem, ret_field));
	if (str_has_prefix(parent_path, old.path))
		return refuse("parent", (struct message){.id = MSG("A unit cannot lie below itself")}, ret_field, ret_problem);
	TRY(unit_store_change(db, arena, &changed));
	struct str path = str_format(arena, "%.*s%lld/", STR_ARG(parent_path), (long long)unit->id);
	if (!str_eq(path, old.path)) {
		struct unit_scope scope = unit_scope_of_path(arena, old.path);
		TRY(unit_sql_move(db, scope.from, scope.to, path, NULL));
	}
	return record(db, arena, now_ms, person_id, "unit.change", &changed, unit->id);
}
