#include "reading/tasks.h"

#include "reading/assignment.h"
#include "reading/reading_field.h"
#include "reading/schedule_words.h"
#include "reading/task_doubt.h"
#include "reading/words.h"

/* How sure a cell is whose words a grammar understood to `meaning` percent: where it understood each of them they are no other
 * column's, and it matters less how close another way to cut the row came. Without its number a row may be two. */
static uint8_t confirmed(uint8_t cell, uint8_t meaning, enum table_shape shape, bool is_numbered)
{
	enum { SURE = 90, CONFIRMED = 91, LEAST = 75 };
	bool doubted = cell >= LEAST && cell < CONFIRMED && is_numbered && (shape == TABLE_FLOWING || shape == TABLE_LAID_OUT);
	return doubted && meaning >= SURE ? CONFIRMED : reading_field_less_sure(cell, meaning);
}

/* What the rows of a table share. */
struct context {
	enum table_shape shape;
	int year;
	date_day month; /* the first day of the month that the group above names ("THÁNG 3/2026"); DATE_NONE for none */
};

/* The first day of the month that a group's title names, and nothing else; DATE_NONE for none. */
static date_day month_of_group(struct arena *arena, const struct table_row *row, int year)
{
	enum { SURE = 90 };
	struct schedule_notes notes;
	struct schedule schedule = schedule_words_parse(arena, row->cells[TABLE_TITLE].text.text, year, &notes);
	if (schedule.kind != SCHEDULE_WINDOW || notes.confidence < SURE || schedule.start == DATE_NONE)
		return DATE_NONE;
	struct date_parts first = date_to_parts(schedule.start);
	bool whole = first.day == 1 && schedule.end == date_month_end(first.year, first.month);
	return whole ? schedule.start : DATE_NONE;
}

/* "Tuần 1, 2", "Cả tháng", "Tuần cuối tháng" below "THÁNG 3/2026": the words with the month that they are in. */
static struct str with_month(struct arena *arena, struct str text, date_day month)
{
	struct date_parts parts = date_to_parts(month);
	struct words words = words_of(arena, text);
	for (size_t i = words.n; i-- > 0;)
		if (words_is(&words, i, "tháng"))
			return str_format(arena, "%.*s %d/%d%.*s", (int)words.at[i].end, text.ptr, parts.month, parts.year,
			                  STR_ARG(str_from(text, words.at[i].end)));
	return str_format(arena, "%.*s tháng %d/%d", STR_ARG(text), parts.month, parts.year);
}

/* Whether words say how often: then the month above does not make them one time. */
static bool says_each(struct arena *arena, struct str text)
{
	static const char *const each[] = {"hàng", "hằng", "mỗi", "các", "định kỳ"};
	struct words words = words_of(arena, text);
	for (size_t i = 0; i < words.n; i++)
		if (words_longest(&words, i, each, sizeof each / sizeof each[0]) > 0)
			return true;
	return false;
}

/* A time that is none by itself is one in the month of its group, where it makes one there. */
static void read_in_month(struct arena *arena, date_day month, struct reading_part *part)
{
	enum { BY_GROUP = 80 };
	struct schedule_notes notes;
	struct str text = part->schedule_raw.text;
	bool open = part->schedule.kind == SCHEDULE_NONE || part->schedule.kind == SCHEDULE_RECURRING;
	if (month == DATE_NONE || !open || says_each(arena, text))
		return;
	struct schedule schedule = schedule_words_parse(arena, with_month(arena, text, month), date_to_parts(month).year, &notes);
	if (schedule.kind != SCHEDULE_WINDOW && schedule.kind != SCHEDULE_ONCE)
		return;
	part->schedule = schedule;
	part->schedule_notes = notes;
	part->schedule_notes.confidence = reading_field_less_sure(notes.confidence, BY_GROUP);
}

static void read_schedule(struct arena *arena, const struct table_row *row, const struct context *context,
                          struct reading_part *part)
{
	const struct table_cell *cell = &row->cells[TABLE_SCHEDULE];
	part->schedule_raw = cell->text;
	if (cell->text.text.len == 0)
		return;
	part->schedule = schedule_words_parse(arena, cell->text.text, context->year, &part->schedule_notes);
	read_in_month(arena, context->month, part);
	part->schedule_raw.confidence = confirmed(cell->text.confidence, part->schedule_notes.confidence, context->shape,
	                                          row->cells[TABLE_ORDINAL].text.text.len > 0);
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
		all.confidence = reading_field_less_sure(all.confidence, field->confidence);
	}
	return all;
}

/* The paragraphs of the cell that names units; a label alone in its paragraph ("Chủ trì:") belongs to the next. Returns whether
 * each names a unit. */
static bool read_items(struct arena *arena, const struct reading_field_vec *items, struct reading_assignment_vec *assignments,
                       struct str *ret_left_over)
{
	struct str label = {0};
	bool all_name = true;
	for (size_t i = 0; i < items->n; i++) {
		struct str text = items->at[i].text;
		if (label.len > 0)
			text = str_format(arena, "%.*s %.*s", STR_ARG(label), STR_ARG(text));
		bool is_label = i + 1 < items->n && str_has_suffix(text, STR(":"));
		size_t before = assignments->n;
		struct str left_over = {0};
		if (!is_label)
			left_over = assignment_parse(arena, text, items->at[i].span, assignments);
		*ret_left_over = ret_left_over->len > 0 ? *ret_left_over : left_over;
		all_name = all_name && (is_label || assignments->n > before);
		label = is_label ? text : (struct str){0};
	}
	return all_name;
}

static void read_assignments(struct arena *arena, const struct table_row *row, enum table_shape shape, struct reading_part *part)
{
	enum { NAMES_NONE = 70, LEFT_OVER = 80, NAMES_SOME = 85, ALL = 100 };
	static const enum table_column columns[] = {TABLE_LEAD, TABLE_COORDINATE};
	static const enum reading_role roles[] = {READING_LEAD, READING_COORDINATE};
	struct str *left_over = &part->units_left_over;
	bool all_name = read_items(arena, &row->cells[TABLE_ASSIGNMENT].items, &part->assignments, left_over);
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
		const struct reading_field *cell = &row->cells[columns[i]].text;
		struct str more = assignment_parse_column(arena, cell->text, cell->span, roles[i], &part->assignments);
		*left_over = left_over->len > 0 ? *left_over : more;
	}
	part->assignment_raw = join_cells(arena, row);
	uint8_t confidence = part->assignments.n == 0 ? NAMES_NONE : left_over->len > 0 ? LEFT_OVER : all_name ? ALL : NAMES_SOME;
	for (size_t i = 0; i < part->assignments.n; i++)
		confidence = reading_field_less_sure(confidence, part->assignments.at[i].confidence);
	part->assignment_raw.confidence =
	    confirmed(part->assignment_raw.confidence, confidence, shape, row->cells[TABLE_ORDINAL].text.text.len > 0);
}

static struct reading_part part_of(struct arena *arena, const struct table_row *row, const struct context *context)
{
	struct reading_part part = {.schedule = {.start = DATE_NONE, .end = DATE_NONE}};
	part.products = row->cells[TABLE_PRODUCT].items;
	part.funding_raw = row->cells[TABLE_FUNDING].text;
	part.funding = row->cells[TABLE_FUNDING].items;
	read_schedule(arena, row, context, &part);
	read_assignments(arena, row, context->shape, &part);
	return part;
}

static bool is_empty(const struct table_row *row)
{
	for (size_t i = 0; i < TABLE_COLUMNS; i++)
		if (row->cells[i].text.text.len > 0 && i != TABLE_ORDINAL)
			return false;
	return true;
}

static void add_row(struct arena *arena, const struct table_row *row, const struct context *context,
                    struct reading_task_vec *tasks)
{
	struct reading_part part = part_of(arena, row, context);
	if (row->continues && tasks->n > 0) {
		VEC_PUSH(arena, &tasks->at[tasks->n - 1].parts, part);
		return;
	}
	struct reading_task task = {.ordinal = row->cells[TABLE_ORDINAL].text.text,
	                            .title = row->cells[TABLE_TITLE].text,
	                            .channels = row->cells[TABLE_CHANNEL].text};
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
		struct context context = {.shape = table->shape, .year = year, .month = DATE_NONE};
		for (size_t i = 0; table->is_of_tasks && i < table->rows.n; i++) {
			const struct table_row *row = &table->rows.at[i];
			if (row->is_group)
				context.month = month_of_group(arena, row, year);
			if (row->is_group || is_empty(row))
				continue;
			if (tasks.n == READING_MAX_TASKS) {
				*ret_cut = true;
				return tasks;
			}
			add_row(arena, row, &context, &tasks);
		}
		if (tasks.n > first)
			task_doubt(arena, &tasks.at[first], tasks.n - first, table->shape);
	}
	return tasks;
}
