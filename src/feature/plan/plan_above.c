#include "feature/plan/plan_above.h"

#include "feature/plan/plan_sql.h"
#include "feature/plan/plan_store.h"
#include "reading/check_above.h"

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
