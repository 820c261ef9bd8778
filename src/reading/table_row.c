#include "reading/table_row.h"

#include "reading/reading_field.h"

void table_row_put(struct arena *arena, struct table_row *row, enum table_column column, const struct table_cell *cell)
{
	struct table_cell *into = &row->cells[column];
	if (cell->text.text.len == 0)
		return;
	if (into->text.text.len == 0) {
		*into = *cell;
		return;
	}
	reading_field_add(arena, &into->text, &cell->text, " - ");
	for (size_t i = 0; i < cell->items.n; i++)
		VEC_PUSH(arena, &into->items, cell->items.at[i]);
}

struct reading_field table_row_ordinal(struct document_span span, struct str mark, uint8_t confidence)
{
	return (struct reading_field){.text = mark, .span = span, .confidence = confidence};
}

static void cover(struct document_span *all, struct document_span span)
{
	if (span.end == 0)
		return;
	if (all->end == 0 || span.begin < all->begin)
		all->begin = span.begin;
	if (span.end > all->end)
		all->end = span.end;
}

void table_row_measure(struct table_row *row)
{
	row->span = (struct document_span){0};
	for (int c = 0; c < TABLE_COLUMNS; c++) {
		const struct reading_field *field = &row->cells[c].text;
		if (field->text.len == 0)
			continue;
		cover(&row->span, field->span);
		for (uint32_t i = 0; i < field->n_more; i++)
			cover(&row->span, field->more[i]);
	}
}

static void warn(struct arena *arena, struct table *table, enum reading_defect defect, struct document_span span,
                 struct message message)
{
	VEC_PUSH(arena, &table->warnings, (struct reading_warning){.defect = defect, .message = message, .span = span});
}

/* Whether at least half of the rows have a cell in the column. */
static bool is_usual(const struct table *table, enum table_column column)
{
	size_t filled = 0, tasks = 0;
	for (size_t i = 0; i < table->rows.n; i++) {
		const struct table_row *row = &table->rows.at[i];
		tasks += !row->is_group && !row->continues;
		filled += !row->is_group && !row->continues && row->cells[column].text.text.len > 0;
	}
	return tasks >= 2 && filled * 2 >= tasks;
}

static void check_last(struct arena *arena, struct table *table)
{
	static const enum table_column expected[] = {TABLE_SCHEDULE, TABLE_ASSIGNMENT, TABLE_LEAD};
	struct table_row *last = &table->rows.at[table->rows.n - 1];
	bool missing = false, present = false;
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		bool empty = last->cells[expected[i]].text.text.len == 0;
		missing = missing || (empty && is_usual(table, expected[i]));
		present = present || !empty;
	}
	if (missing && !present && !last->is_group && !last->continues)
		warn(arena, table, READING_TABLE_CUT, last->span,
		     (struct message){.id = MSG("The table seems to be cut off in its last row.")});
}

static void check_ordinals(struct arena *arena, struct table *table)
{
	const struct table_row *before = NULL;
	int64_t last = 0, number;
	for (size_t i = 0; i < table->rows.n; i++) {
		const struct table_row *row = &table->rows.at[i];
		struct str ordinal = row->cells[TABLE_ORDINAL].text.text;
		if (row->is_group || row->continues || !str_parse_int(ordinal, &number))
			continue;
		if (before != NULL && number == last)
			warn(arena, table, READING_NUMBER_REPEATED, row->span,
			     (struct message){.id = MSG("Two rows of the table have the number {1}."), .args = {ordinal}});
		else if (before != NULL && number > last + 1)
			warn(arena, table, READING_NUMBER_SKIPPED, row->span,
			     (struct message){.id = MSG("The rows of the table go from number {1} to number {2}."),
			                      .args = {before->cells[TABLE_ORDINAL].text.text, ordinal}});
		before = row;
		last = number;
	}
}

void table_row_check(struct arena *arena, struct table *table)
{
	if (table->rows.n == 0)
		return;
	check_ordinals(arena, table);
	check_last(arena, table);
}
