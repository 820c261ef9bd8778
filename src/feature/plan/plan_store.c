/* Statements to structs and back. No rules here: those are plan.c's and plan_import.c's. */
#include "feature/plan/plan_store.h"

#include "base/buf.h"
#include "feature/plan/plan_sql.h"
#include "reading/defect.h"
#include "viet/fold.h"

enum { KEY_BYTES = 16 * 1024 };

enum plan_state plan_store_parse_state(struct str name)
{
	for (int state = PLAN_READING; state <= PLAN_CANCELLED; state++)
		if (str_eq(plan_state_name((enum plan_state)state), name))
			return (enum plan_state)state;
	return PLAN_REFUSED;
}

static struct plan of_row(const struct plan_sql_find_row *row)
{
	return (struct plan){
	    .id = row->id,
	    .unit_id = row->unit_id,
	    .unit = row->unit,
	    .unit_path = row->path,
	    .original_sha256 = row->original_sha256,
	    .file_name = row->file_name,
	    .state = plan_store_parse_state(row->state),
	    .kind = row->kind,
	    .issuer = row->issuer,
	    .parent_body = row->parent_body,
	    .number = row->number,
	    .place = row->place,
	    .title = row->title,
	    .signer_title = row->signer_title,
	    .signer_name = row->signer_name,
	    .attached_to = row->attached_to,
	    .issued_on = date_parse_iso(row->issued_on),
	    .year = row->year.has ? (int)row->year.value : 0,
	    .created_at_ms = row->created_at,
	    .confirmed_at_ms = row->confirmed_at.value,
	    .n_tasks = row->n_tasks,
	    .version = row->version,
	};
}

static struct db_int year_value(int year)
{
	return (struct db_int){.has = year != 0, .value = year};
}

struct str plan_store_key(struct arena *arena, const struct plan *plan)
{
	struct buf words;
	buf_init(&words, arena, KEY_BYTES);
	const struct str parts[] = {plan->title, plan->number, plan->issuer, plan->file_name};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (parts[i].len == 0)
			continue;
		buf_add(&words, parts[i]);
		buf_add_char(&words, ' ');
	}
	return viet_fold(arena, str_trim(buf_str(&words)));
}

enum rc plan_store_find(struct db_conn *db, struct arena *arena, struct str path_from, struct str path_to, int64_t id,
                        struct plan *ret)
{
	struct plan_sql_find_row row;
	TRY(plan_sql_find(db, arena, id, path_from, path_to, &row));
	*ret = of_row(&row);
	return RC_OK;
}

enum rc plan_store_list(struct db_conn *db, struct arena *arena, const struct plan_filter *filter, struct plan_vec *ret,
                        int64_t *ret_total)
{
	struct plan_sql_find_rows rows = {0};
	struct plan_sql_count_row count;
	struct plan_vec plans = {0};
	struct str pattern = db_containing(arena, viet_fold(arena, filter->words));
	TRY(plan_sql_count(db, arena, filter->path_from, filter->path_to, pattern, filter->year, filter->state, &count));
	TRY(plan_sql_list(db, arena, filter->path_from, filter->path_to, pattern, filter->year, filter->state, filter->offset,
	                  filter->limit, &rows));
	for (size_t i = 0; i < rows.n; i++)
		VEC_PUSH(arena, &plans, of_row(&rows.at[i]));
	*ret = plans;
	*ret_total = count.n;
	return RC_OK;
}

enum rc plan_store_correct(struct db_conn *db, struct arena *arena, const struct plan *plan)
{
	int64_t changed;
	TRY(plan_sql_correct(db, plan->id, plan->version, plan->kind, plan->issuer, plan->parent_body, plan->number, plan->place,
	                     date_format_iso(arena, plan->issued_on), plan->title, plan_store_key(arena, plan),
	                     year_value(plan->year), plan->signer_title, plan->signer_name, &changed));
	return changed == 1 ? RC_OK : RC_CONFLICT;
}

enum rc plan_store_set_sure(struct db_conn *db, int64_t plan_id, struct str field)
{
	return plan_sql_set_sure(db, plan_id, field, NULL);
}

/* ---- what was read, in ---- */

struct named_field {
	const char *name;
	const struct reading_field *field;
};

static enum rc store_header(struct db_conn *db, struct arena *arena, int64_t id, const struct reading *reading)
{
	const struct reading_header *header = &reading->header;
	const struct named_field fields[] = {
	    {"kind", &header->kind},
	    {"issuer", &header->issuer},
	    {"parent_body", &header->parent_body},
	    {"number", &header->number},
	    {"place", &header->place},
	    {"issued_on", &header->date_raw},
	    {"title", &header->title},
	    {"signer_title", &header->signer_title},
	    {"signer_name", &header->signer_name},
	    {"attached_to", &header->attached_to},
	};
	const struct plan plan = {
	    .title = header->title.text, .number = header->number.text, .issuer = header->issuer.text, .file_name = reading->source};
	int64_t changed;
	TRY(plan_sql_set_read(db, id, header->kind.text, header->issuer.text, header->parent_body.text, header->number.text,
	                      header->place.text, date_format_iso(arena, header->date), header->title.text,
	                      plan_store_key(arena, &plan), year_value(header->year), header->signer_title.text,
	                      header->signer_name.text, header->attached_to.text, &changed));
	if (changed != 1)
		return RC_CANCELLED;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		const struct reading_field *field = fields[i].field;
		if (field->text.ptr == NULL)
			continue;
		TRY(plan_sql_add_place(db, id, str_of(fields[i].name), field->span.begin, field->span.end, field->confidence, field->text,
		                       &changed));
		for (uint32_t k = 0; k < field->n_more; k++)
			TRY(plan_sql_add_place_more(db, id, str_of(fields[i].name), k + 1, field->more[k].begin, field->more[k].end,
			                            &changed));
	}
	return RC_OK;
}

/* Adds an item; `seq` counts within its kind. */
static enum rc store_item(struct db_conn *db, int64_t id, const char *kind, size_t seq, struct str text, struct str detail,
                          struct str section, struct document_span span)
{
	int64_t changed;
	if (text.ptr == NULL)
		return RC_OK;
	return plan_sql_add_item(db, id, str_of(kind), (int64_t)seq, text, detail, section, span.begin, span.end, &changed);
}

static enum rc store_lists(struct db_conn *db, struct arena *arena, int64_t id, const struct reading *reading)
{
	const struct str none = {0};
	const struct document_span nowhere = {0};
	const struct reading_field_vec *recipients = &reading->header.recipients, *basis = &reading->header.in_execution_of;
	for (size_t i = 0; i < recipients->n; i++)
		TRY(store_item(db, id, "recipient", i, recipients->at[i].text, none, none, recipients->at[i].span));
	for (size_t i = 0; i < basis->n; i++)
		TRY(store_item(db, id, "in_execution_of", i, basis->at[i].text, none, none, basis->at[i].span));
	for (size_t i = 0; i < reading->indices.n; i++)
		TRY(store_item(db, id, "index", i, reading->indices.at[i], none, none, nowhere));
	for (size_t i = 0; i < reading->urls.n; i++)
		TRY(store_item(db, id, "url", i, reading->urls.at[i], none, none, nowhere));
	for (size_t i = 0; i < reading->targets.n; i++) {
		const struct reading_target *target = &reading->targets.at[i];
		TRY(store_item(db, id, "target", i, target->text.text, target->value, none, target->text.span));
	}
	for (size_t i = 0; i < reading->channels.n; i++) {
		const struct reading_channel *channel = &reading->channels.at[i];
		TRY(store_item(db, id, "channel", i, channel->name.text, none, channel->section, channel->name.span));
	}
	for (size_t i = 0; i < reading->duties.n; i++) {
		const struct reading_duty *duty = &reading->duties.at[i];
		TRY(store_item(db, id, "duty", i, duty->text.text, duty->unit, duty->section, duty->text.span));
	}
	for (size_t i = 0; i < reading->report_duties.n; i++) {
		const struct reading_report_duty *duty = &reading->report_duties.at[i];
		TRY(store_item(db, id, "report_duty", i, duty->what.text, duty->to, duty->section, duty->what.span));
	}
	(void)arena;
	return RC_OK;
}

static enum rc store_outline(struct db_conn *db, struct arena *arena, int64_t id, const struct reading *reading)
{
	int64_t changed;
	for (size_t i = 0; i < reading->outline.n; i++) {
		const struct reading_heading *heading = &reading->outline.at[i];
		TRY(plan_sql_add_heading(db, id, (int64_t)i, heading->number, heading->level, heading->title.text,
		                         heading->title.span.begin, heading->title.span.end, &changed));
	}
	for (size_t i = 0; i < reading->citations.n; i++) {
		const struct reading_citation *cited = &reading->citations.at[i];
		TRY(plan_sql_add_citation(db, id, (int64_t)i, cited->type, cited->number, cited->name,
		                          date_format_iso(arena, cited->date), cited->issuer, cited->mentions, cited->span.begin,
		                          cited->span.end, &changed));
	}
	for (size_t i = 0; i < reading->warnings.n; i++) {
		const struct reading_warning *warning = &reading->warnings.at[i];
		TRY(plan_sql_add_warning(db, id, (int64_t)i, str_of(defect_name(warning->defect)), str_of(warning->message.id),
		                         message_pack_args(arena, &warning->message), warning->span.begin, warning->span.end, &changed));
	}
	return RC_OK;
}

enum rc plan_store_reading(struct db_conn *db, struct arena *arena, int64_t plan_id, const struct document *document,
                           const struct reading *reading)
{
	int64_t changed;
	TRY(store_header(db, arena, plan_id, reading));
	TRY(plan_sql_add_source(db, plan_id, document->text, &changed));
	TRY(store_lists(db, arena, plan_id, reading));
	return store_outline(db, arena, plan_id, reading);
}

/* ---- what was read, out ---- */

enum rc plan_store_source(struct db_conn *db, struct arena *arena, int64_t id, struct str *ret)
{
	struct plan_sql_find_source_row row;
	TRY(plan_sql_find_source(db, arena, id, &row));
	*ret = row.text;
	return RC_OK;
}

enum rc plan_store_places(struct db_conn *db, struct arena *arena, int64_t id, struct plan_place_vec *ret)
{
	struct plan_sql_list_places_rows rows = {0};
	struct plan_place_vec places = {0};
	TRY(plan_sql_list_places(db, arena, id, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_sql_list_places_row *row = &rows.at[i];
		VEC_PUSH(arena, &places,
		         (struct plan_place){row->field, row->printed, row->seq, row->span_begin, row->span_end, row->confidence});
	}
	*ret = places;
	return RC_OK;
}

enum rc plan_store_headings(struct db_conn *db, struct arena *arena, int64_t id, struct plan_item_vec *ret)
{
	struct plan_sql_list_headings_rows rows = {0};
	struct plan_item_vec items = {0};
	TRY(plan_sql_list_headings(db, arena, id, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_sql_list_headings_row *row = &rows.at[i];
		VEC_PUSH(arena, &items,
		         (struct plan_item){.text = row->title,
		                            .detail = row->number,
		                            .level = (int)row->level,
		                            .begin = row->span_begin,
		                            .end = row->span_end});
	}
	*ret = items;
	return RC_OK;
}

enum rc plan_store_citations(struct db_conn *db, struct arena *arena, int64_t id, struct plan_citation_vec *ret)
{
	struct plan_sql_list_citations_rows rows = {0};
	struct plan_citation_vec citations = {0};
	TRY(plan_sql_list_citations(db, arena, id, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_sql_list_citations_row *row = &rows.at[i];
		VEC_PUSH(arena, &citations,
		         (struct plan_citation){.type = row->type,
		                                .number = row->number,
		                                .name = row->name,
		                                .issuer = row->issuer,
		                                .issued_on = date_parse_iso(row->issued_on),
		                                .mentions = row->mentions,
		                                .begin = row->span_begin,
		                                .end = row->span_end});
	}
	*ret = citations;
	return RC_OK;
}

enum rc plan_store_items(struct db_conn *db, struct arena *arena, int64_t id, struct str kind, struct plan_item_vec *ret)
{
	struct plan_sql_list_items_rows rows = {0};
	struct plan_item_vec items = {0};
	TRY(plan_sql_list_items(db, arena, id, kind, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_sql_list_items_row *row = &rows.at[i];
		VEC_PUSH(arena, &items,
		         (struct plan_item){.text = row->text,
		                            .detail = row->detail,
		                            .section = row->section,
		                            .begin = row->span_begin,
		                            .end = row->span_end});
	}
	*ret = items;
	return RC_OK;
}

enum rc plan_store_warnings(struct db_conn *db, struct arena *arena, int64_t id, struct plan_warning_vec *ret)
{
	struct plan_sql_list_warnings_rows rows = {0};
	struct plan_warning_vec warnings = {0};
	TRY(plan_sql_list_warnings(db, arena, id, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_sql_list_warnings_row *row = &rows.at[i];
		struct plan_warning warning = {
		    .message = message_unpack(arena, row->message_id, row->message_args), .begin = row->span_begin, .end = row->span_end};
		enum reading_defect defect;
		if (defect_parse(row->defect, &defect))
			warning.label = defect_label(defect);
		VEC_PUSH(arena, &warnings, warning);
	}
	*ret = warnings;
	return RC_OK;
}

enum rc plan_store_add_changes(struct db_conn *db, int64_t plan_id, const struct plan_change_vec *changes)
{
	int64_t changed;
	for (size_t i = 0; i < changes->n; i++) {
		const struct plan_change *change = &changes->at[i];
		TRY(plan_sql_add_change(db, plan_id, change->begin, change->end, change->before, change->confidence, &changed));
	}
	return RC_OK;
}

enum rc plan_store_weigh_changes(struct db_conn *db, int64_t plan_id)
{
	TRY(plan_sql_weigh_header(db, plan_id, NULL));
	TRY(plan_sql_weigh_header_more(db, plan_id, NULL));
	return plan_sql_weigh_tasks(db, plan_id, NULL);
}

enum rc plan_store_changes(struct db_conn *db, struct arena *arena, int64_t id, struct plan_change_vec *ret)
{
	struct plan_sql_list_changes_rows rows = {0};
	struct plan_change_vec changes = {0};
	TRY(plan_sql_list_changes(db, arena, id, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_sql_list_changes_row *row = &rows.at[i];
		VEC_PUSH(arena, &changes, (struct plan_change){row->span_begin, row->span_end, row->before_text, row->confidence});
	}
	*ret = changes;
	return RC_OK;
}
