#include "reading/tasks.h"

#include "reading/assignment.h"
#include "reading/schedule_words.h"
#include "reading/task_doubt.h"

static uint8_t least(uint8_t a, uint8_t b)
{
	return a < b ? a : b;
}

static void read_schedule(struct arena *arena, const struct table_row *row, int year, struct reading_part *part)
{
	const struct table_cell *cell = &row->cells[TABLE_SCHEDULE];
	part->schedule_raw = cell->text;
	if (cell->text.text.len == 0)
		return;
	part->schedule = schedule_words_parse(arena, cell->text.text, year, &part->schedule_notes);
	part->schedule_raw.confidence = least(part->schedule_notes.confidence, least(cell->text.confidence, row->confidence));
}

/* One field of the cells that name units, in the order of the columns. */
static struct reading_field join_cells(struct arena *arena, const struct table_row *row)
{
	static const enum table_column columns[] = {TABLE_ASSIGNMENT, TABLE_LEAD, TABLE_COORDINATE};
	struct reading_field all = {0};
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
		const struct reading_field *field = &row->cells[columns[i]].text;
		if (field->text.len == 0)
			continue;
		if (all.text.len == 0) {
			all = *field;
			continue;
		}
		all.text = str_format(arena, "%.*s; %.*s", STR_ARG(all.text), STR_ARG(field->text));
		all.confidence = least(all.confidence, field->confidence);
	}
	return all;
}

/* The paragraphs of the cell that names units; a label alone in its paragraph ("Chủ trì:") belongs to the next. Returns whether
 * each names a unit. */
static bool read_items(struct arena *arena, const struct reading_field_vec *items, struct reading_assignment_vec *assignments)
{
	struct str label = {0};
	bool all_name = true;
	for (size_t i = 0; i < items->n; i++) {
		struct str text = items->at[i].text;
		if (label.len > 0)
			text = str_format(arena, "%.*s %.*s", STR_ARG(label), STR_ARG(text));
		bool is_label = i + 1 < items->n && str_has_suffix(text, STR(":"));
		size_t before = assignments->n;
		if (!is_label)
			assignment_parse(arena, text, items->at[i].span, assignments);
		all_name = all_name && (is_label || assignments->n > before);
		label = is_label ? text : (struct str){0};
	}
	return all_name;
}

static void read_assignments(struct arena *arena, const struct table_row *row, struct reading_part *part)
{
	enum { NAMES_NONE = 70, NAMES_SOME = 85 };
	const struct table_cell *cell = &row->cells[TABLE_ASSIGNMENT];
	bool all_name = read_items(arena, &cell->items, &part->assignments);
	cell = &row->cells[TABLE_LEAD];
	assignment_parse_column(arena, cell->text.text, cell->text.span, READING_LEAD, &part->assignments);
	cell = &row->cells[TABLE_COORDINATE];
	assignment_parse_column(arena, cell->text.text, cell->text.span, READING_COORDINATE, &part->assignments);
	part->assignment_raw = join_cells(arena, row);
	uint8_t confidence = part->assignments.n == 0 ? NAMES_NONE : all_name ? 100 : NAMES_SOME;
	for (size_t i = 0; i < part->assignments.n; i++)
		confidence = least(confidence, part->assignments.at[i].confidence);
	part->assignment_raw.confidence = least(part->assignment_raw.confidence, confidence);
}

static struct reading_part part_of(struct arena *arena, const struct table_row *row, int year)
{
	struct reading_part part = {.schedule = {.start = DATE_NONE, .end = DATE_NONE}};
	part.products = row->cells[TABLE_PRODUCT].items;
	part.funding_raw = row->cells[TABLE_FUNDING].text;
	part.funding = row->cells[TABLE_FUNDING].items;
	read_schedule(arena, row, year, &part);
	read_assignments(arena, row, &part);
	return part;
}

static bool is_empty(const struct table_row *row)
{
	for (size_t i = 0; i < TABLE_COLUMNS; i++)
		if (row->cells[i].text.text.len > 0 && i != TABLE_ORDINAL)
			return false;
	return true;
}

static void add_row(struct arena *arena, const struct table_row *row, int year, struct reading_task_vec *tasks)
{
	struct reading_part part = part_of(arena, row, year);
	if (row->continues && tasks->n > 0) {
		VEC_PUSH(arena, &tasks->at[tasks->n - 1].parts, part);
		return;
	}
	struct reading_task task = {.ordinal = row->cells[TABLE_ORDINAL].text.text,
	                            .title = row->cells[TABLE_TITLE].text,
	                            .channels = row->cells[TABLE_CHANNEL].text};
	task.title.confidence = least(task.title.confidence, row->confidence);
	VEC_PUSH(arena, &task.parts, part);
	VEC_PUSH(arena, tasks, task);
}

struct reading_task_vec tasks_of_tables(struct arena *arena, const struct table_vec *tables, int year, bool *ret_cut)
{
	struct reading_task_vec tasks = {0};
	*ret_cut = false;
	for (size_t t = 0; t < tables->n; t++) {
		const struct table *table = &tables->at[t];
		size_t first = tasks.n;
		for (size_t i = 0; table->is_of_tasks && i < table->rows.n; i++) {
			if (table->rows.at[i].is_group || is_empty(&table->rows.at[i]))
				continue;
			if (tasks.n == READING_MAX_TASKS) {
				*ret_cut = true;
				return tasks;
			}
			add_row(arena, &table->rows.at[i], year, &tasks);
		}
		if (tasks.n > first)
			task_doubt(arena, &tasks.at[first], tasks.n - first, table->shape);
	}
	return tasks;
}
