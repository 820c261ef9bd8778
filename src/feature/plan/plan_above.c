#include "feature/plan/plan_above.h"

#include "base/buf.h"
#include "feature/plan/plan_sql.h"
#include "feature/plan/plan_store.h"
#include "feature/task/task.h"
#include "reading/check_above.h"
#include "reading/checks.h"
#include "viet/fold.h"

/* ---- the plan above ---- */

static enum rc load_above(struct db_conn *db, struct arena *arena, const struct plan_sql_list_of_number_row *row,
                          struct check_above *ret)
{
	struct plan_item_vec reports = {0}, targets = {0};
	struct check_above above = {.name = str_format(arena, "%.*s số %.*s", STR_ARG(row->kind), STR_ARG(row->number)),
	                            .year = row->year.has ? (int)row->year.value : 0};
	TRY(plan_store_source(db, arena, row->id, &above.text));
	TRY(plan_store_items(db, arena, row->id, STR("report_duty"), &reports));
	TRY(plan_store_items(db, arena, row->id, STR("target"), &targets));
	for (size_t i = 0; i < reports.n; i++)
		VEC_PUSH(arena, &above.reports, (struct check_above_report){.what = reports.at[i].text, .to = reports.at[i].detail});
	for (size_t i = 0; i < targets.n; i++)
		VEC_PUSH(arena, &above.targets, (struct check_above_target){.text = targets.at[i].text, .value = targets.at[i].detail});
	*ret = above;
	return RC_OK;
}

/* Whether a stored plan is the document that is cited, and of the unit or one above it: their days may be told of only one. */
static bool is_cited(const struct reading_citation *cited, const struct plan_sql_list_of_number_row *row)
{
	date_day issued = date_parse_iso(row->issued_on);
	if (!str_has_prefix(row->own_path, row->path))
		return false;
	return cited->date == DATE_NONE || issued == DATE_NONE || issued == cited->date;
}

enum rc plan_above_check(struct db_conn *db, struct arena *arena, int64_t plan_id, int64_t unit_id,
                         const struct document *document, struct reading *reading)
{
	for (size_t i = 0; i < reading->citations.n; i++) {
		const struct reading_citation *cited = &reading->citations.at[i];
		struct plan_sql_list_of_number_rows rows = {0};
		if (cited->role != READING_IN_EXECUTION_OF || cited->number.len == 0)
			continue;
		TRY(plan_sql_list_of_number(db, arena, cited->number, unit_id, plan_id, &rows));
		size_t k = 0;
		while (k < rows.n && !is_cited(cited, &rows.at[k]))
			k++;
		if (k == rows.n)
			continue;
		struct check_above above;
		TRY(load_above(db, arena, &rows.at[k], &above));
		check_above_run(arena, &above, document->text, reading);
	}
	return RC_OK;
}

/* ---- the register ---- */

/* The first word of a name, folded: "so" of "Sở Y tế". */
static struct str first_word(struct arena *arena, struct str name)
{
	struct str folded = viet_fold(arena, name);
	size_t end = str_find(folded, STR(" "), 0);
	return end == SIZE_MAX ? folded : str_part(folded, 0, end);
}

/* Whether the register has a unit whose name begins with the word: names are sorted by their keys. */
static bool has_kind(const struct unit_directory *directory, struct arena *arena, struct str word)
{
	const struct unit_name_vec *names = &directory->names;
	struct str begin = str_format(arena, "%.*s ", STR_ARG(word));
	size_t from = 0, to = names->n;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (str_compare(names->at[middle].key, begin) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < names->n && str_has_prefix(names->at[from].key, begin);
}

static bool is_told(struct arena *arena, const struct str_vec *told, struct str key)
{
	for (size_t i = 0; i < told->n; i++)
		if (str_eq(viet_fold(arena, told->at[i]), key))
			return true;
	return false;
}

/* Whether a name means no unit of the register, though it should: it is one body's, of a kind that the register has. */
static bool is_unknown(const struct unit_directory *directory, struct arena *arena, const struct reading_assignment *given)
{
	enum { SURE = 90 };
	struct str word = first_word(arena, given->unit);
	if (given->confidence < SURE || str_eq(word, STR("cac")) || word.len == given->unit.len || !has_kind(directory, arena, word))
		return false;
	struct unit_meaning meaning = unit_meaning_of(directory, arena, given->unit);
	return meaning.unit_id == 0 && meaning.root_id == 0;
}

static void tell_unknown(struct arena *arena, const struct str_vec *told, struct document_span first, struct reading *reading)
{
	enum { MOST_BYTES = 4000 };
	struct buf names;
	buf_init(&names, arena, MOST_BYTES);
	for (size_t i = 0; i < told->n; i++)
		buf_add_format(&names, "%s“%.*s”", i > 0 ? ", " : "", STR_ARG(told->at[i]));
	struct reading_warning warning = {
	    .defect = READING_UNKNOWN_UNIT,
	    .span = first,
	    .message = {.id =
	                    MSG("Not in the register of units: {1}. Correct the name in the task, or add the unit to the register."),
	                .args = {buf_str(&names)}}};
	if (told->n > 0 && reading->warnings.n < CHECKS_MAX_WARNINGS)
		VEC_PUSH(arena, &reading->warnings, warning);
}

enum rc plan_above_check_units(struct db_conn *db, struct arena *arena, int64_t unit_id, struct reading *reading)
{
	struct unit_directory directory;
	struct str_vec told = {0};
	struct document_span first = {0};
	TRY(unit_meaning_open(db, arena, unit_id, &directory));
	for (size_t i = 0; i < reading->tasks.n; i++)
		for (size_t k = 0; k < reading->tasks.at[i].parts.n; k++) {
			const struct reading_assignment_vec *all = &reading->tasks.at[i].parts.at[k].assignments;
			for (size_t a = 0; a < all->n; a++) {
				if (!is_unknown(&directory, arena, &all->at[a]) || is_told(arena, &told, viet_fold(arena, all->at[a].unit)))
					continue;
				first = told.n == 0 ? all->at[a].span : first;
				VEC_PUSH(arena, &told, all->at[a].unit);
			}
		}
	tell_unknown(arena, &told, first, reading);
	return RC_OK;
}
