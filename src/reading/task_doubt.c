#include "reading/task_doubt.h"

#include "reading/unit_name.h"
#include "reading/words.h"

enum { ROW_DOUBTED = 86, TABLE_DOUBTED = 84 };

/* The fields that most tasks of a table have, or none. */
enum usual { USUAL_TITLE, USUAL_PRODUCTS, USUAL_SCHEDULE, USUAL_ASSIGNMENT, USUAL_CHANNELS, USUAL_ORDINAL, USUALS };

static void lower(struct reading_field *field, uint8_t most)
{
	if (field->confidence > most)
		field->confidence = most;
}

static void lower_all(struct reading_field_vec *fields, uint8_t most)
{
	for (size_t i = 0; i < fields->n; i++)
		lower(&fields->at[i], most);
}

static void lower_task(struct reading_task *task, uint8_t most)
{
	lower(&task->title, most);
	lower(&task->channels, most);
	for (size_t i = 0; i < task->parts.n; i++) {
		struct reading_part *part = &task->parts.at[i];
		lower_all(&part->products, most);
		lower_all(&part->funding, most);
		lower(&part->schedule_raw, most);
		lower(&part->assignment_raw, most);
		lower(&part->funding_raw, most);
		for (size_t a = 0; a < part->assignments.n; a++)
			if (part->assignments.at[a].confidence > most)
				part->assignments.at[a].confidence = most;
	}
}

/* --- signs in the words of a field --- */

static bool begins_small(const struct words *words)
{
	for (size_t i = 0; i < words->n; i++)
		if (words->at[i].kind == WORD_LETTERS)
			return !words->at[i].capital;
		else if (words->at[i].kind != WORD_SIGN)
			return false;
	return false;
}

/* Whether the last word, or an open bracket or quotation, wants more to follow. */
static bool breaks_off(const struct words *words)
{
	static const char *const joints[] = {",",   "và",   "của", "các",  "những", "về", "tại", "cho",   "với",  "từ",
	                                     "đến", "theo", "năm", "ngày", "trước", "số", "để",  "trong", "hoặc", "được"};
	size_t open = 0, closed = 0;
	for (size_t i = 0; i < words->n; i++) {
		open += words_is(words, i, "(");
		closed += words_is(words, i, ")");
	}
	return words->n > 0 && (open != closed || words_longest(words, words->n - 1, joints, sizeof joints / sizeof *joints) > 0);
}

/* Whether a heading in capitals has come to the end of the text. */
static bool ends_in_capitals(const struct words *words)
{
	enum { FEWEST = 3 };
	size_t n = 0;
	while (n < words->n && (words->at[words->n - 1 - n].all_capitals || words->at[words->n - 1 - n].kind == WORD_SIGN))
		n++;
	return n >= FEWEST && n < words->n;
}

static bool is_odd_text(struct arena *arena, struct str text)
{
	struct words words = words_of(arena, text);
	return begins_small(&words) || breaks_off(&words) || ends_in_capitals(&words);
}

/* Whether a number stands alone among the units: it belongs to another column. */
static bool has_stray_number(struct arena *arena, struct str units)
{
	struct words words = words_of(arena, units);
	bool first_is = words.n > 0 && words.at[0].kind == WORD_NUMBER;
	bool last_is = words.n > 0 && words.at[words.n - 1].kind == WORD_NUMBER;
	for (size_t i = 1; i < words.n; i++)
		if (words.at[i].kind == WORD_NUMBER && words_is(&words, i + 1, ";"))
			return true;
	return first_is || last_is;
}

/* Whether two times stand side by side with nothing between: they are those of two rows. */
static bool has_two_times(struct arena *arena, struct str schedule)
{
	static const char *const units[] = {"quý", "tháng", "hoàn thành", "thường xuyên", "trong"};
	struct words words = words_of(arena, schedule);
	for (size_t i = 1; i < words.n; i++) {
		bool after_year = words_number(&words, i - 1) >= 2000 && words_number(&words, i - 1) < 2100;
		if (after_year && words.at[i].capital && words_longest(&words, i, units, sizeof units / sizeof *units) > 0)
			return true;
	}
	return false;
}

/* Whether the name of a unit comes to the end of a text that did not lead to it: it belongs to the next column. */
static bool ends_in_unit(const struct words *words)
{
	static const char *const leading[] = {"của",   "gửi", "cho",  "về",   "với", "tại", "cáo",   "đến",   "từ",  "do",
	                                      "trình", "và",  "giữa", "trên", "qua", "bởi", "thuộc", "trong", "các", "ở"};
	for (size_t i = 1; i < words->n; i++) {
		bool led = words->at[i - 1].kind != WORD_LETTERS || words->at[i - 1].capital ||
		           words_longest(words, i - 1, leading, sizeof leading / sizeof *leading) > 0;
		if (!led && words->at[i].capital && unit_name_begins(words, i) && i + unit_name_at(words, i) == words->n)
			return true;
	}
	return false;
}

/* Whether two units stand side by side with nothing between: they are those of two rows, or of two columns. */
static bool has_touching_units(const struct reading_part *part)
{
	for (size_t i = 0; i + 1 < part->assignments.n; i++) {
		struct str unit = part->assignments.at[i].unit, next = part->assignments.at[i + 1].unit;
		const char *end = unit.ptr + unit.len; /* both are parts of one text, or of none */
		if (next.ptr == end + 1 && *end == ' ')
			return true;
	}
	return false;
}

/* Whether a name is hardly one of a unit: it may be two that stand side by side, of two rows or of two columns. */
static bool has_doubtful_unit(const struct reading_part *part)
{
	enum { DOUBTFUL = 80 };
	for (size_t i = 0; i < part->assignments.n; i++)
		if (part->assignments.at[i].confidence <= DOUBTFUL)
			return true;
	return false;
}

/* Whether a time or a unit is none, or is those of two rows. */
static bool is_odd_part(struct arena *arena, const struct reading_part *part)
{
	enum { HARDLY = 60 };
	struct str schedule = part->schedule_raw.text, units = part->assignment_raw.text;
	if (schedule.len > 0 && (part->schedule.kind == SCHEDULE_NONE || part->schedule_notes.confidence < HARDLY))
		return true;
	if (part->schedule_notes.left_over.len > 0 || part->units_left_over.len > 0 || (units.len > 0 && part->assignments.n == 0))
		return true;
	return has_stray_number(arena, units) || has_two_times(arena, schedule) || has_touching_units(part) ||
	       has_doubtful_unit(part);
}

/* Whether a product ends in the unit of the next column, or the funding in mid-sentence. */
static bool has_foreign_end(struct arena *arena, const struct reading_part *part)
{
	struct words funding = words_of(arena, part->funding_raw.text);
	if (breaks_off(&funding))
		return true;
	for (size_t i = 0; i < part->products.n; i++) {
		struct words words = words_of(arena, part->products.at[i].text);
		if (ends_in_unit(&words))
			return true;
	}
	return false;
}

/* Whether a bullet stands inside a title, where no compound name joins words: the items of another column begin there. */
static bool has_inner_bullet(struct arena *arena, struct str title)
{
	struct words words = words_of(arena, title);
	bool quoted = false;
	for (size_t i = 0; i + 1 < words.n; i++) {
		quoted = quoted != words_is(&words, i, "\"");
		if (i > 0 && !quoted && words_is(&words, i, "-") && words.at[i].space_before && words.at[i + 1].space_before &&
		    words.at[i + 1].capital && (words.at[i - 1].kind != WORD_LETTERS || words_roman(words.at[i - 1].key) > 0))
			return true;
	}
	return false;
}

/* Whether a title or a product begins or ends where none does. */
static bool has_odd_texts(struct arena *arena, const struct reading_task *task)
{
	bool odd = is_odd_text(arena, task->title.text);
	for (size_t p = 0; p < task->parts.n && !odd; p++)
		for (size_t i = 0; i < task->parts.at[p].products.n && !odd; i++)
			odd = is_odd_text(arena, task->parts.at[p].products.at[i].text);
	return odd;
}

/* --- signs in what the tasks have --- */

static bool has(const struct reading_task *task, enum usual usual)
{
	const struct reading_part *part = &task->parts.at[0];
	switch (usual) {
	case USUAL_TITLE:
		return task->title.text.len > 0;
	case USUAL_PRODUCTS:
		return part->products.n > 0;
	case USUAL_SCHEDULE:
		return part->schedule_raw.text.len > 0;
	case USUAL_ASSIGNMENT:
		return part->assignment_raw.text.len > 0;
	case USUAL_CHANNELS:
		return task->channels.text.len > 0;
	default:
		return task->ordinal.len > 0;
	}
}

static bool is_usual(const struct reading_task *tasks, size_t n, enum usual usual)
{
	enum { OF = 10, MOST = 7 };
	size_t filled = 0;
	for (size_t i = 0; i < n; i++)
		filled += has(&tasks[i], usual);
	return filled * OF >= n * MOST;
}

/* Whether the number of a task neither follows that of the one before nor begins anew. */
static bool skips(const struct reading_task *before, const struct reading_task *task)
{
	int64_t a, b;
	return str_parse_int(before->ordinal, &a) && str_parse_int(task->ordinal, &b) && b != a + 1 && b != 1;
}

/* Whether a task lacks what most of the table have. */
static bool lacks(const struct reading_task *task, const bool *usual)
{
	for (int u = 0; u < USUALS; u++)
		if (usual[u] && !has(task, (enum usual)u))
			return true;
	return false;
}

static void find_doubted(struct arena *arena, const struct reading_task *tasks, size_t n, enum table_shape shape, bool *doubted)
{
	bool usual[USUALS];
	for (int u = 0; u < USUALS; u++)
		usual[u] = is_usual(tasks, n, (enum usual)u);
	for (size_t i = 0; i < n; i++) {
		const struct reading_task *task = &tasks[i];
		/* the flow's own reader has weighed how cells begin and end, and which are missing */
		if (shape == TABLE_LAID_OUT)
			doubted[i] = doubted[i] || lacks(task, usual) || has_odd_texts(arena, task);
		doubted[i] = doubted[i] || has_inner_bullet(arena, task->title.text);
		for (size_t p = 0; p < task->parts.n && !doubted[i]; p++)
			doubted[i] = is_odd_part(arena, &task->parts.at[p]) || has_foreign_end(arena, &task->parts.at[p]);
	}
}

/* A number left out is mostly the plan's own mistake: only the rows beside it are doubted for it. */
static void doubt_beside_gaps(const struct reading_task *tasks, size_t n, bool *doubted)
{
	for (size_t i = 1; i < n; i++)
		if (skips(&tasks[i - 1], &tasks[i]))
			doubted[i - 1] = doubted[i] = true;
}

void task_doubt(struct arena *arena, struct reading_task *tasks, size_t n, enum table_shape shape)
{
	enum { FEWEST = 3, ONE_IN = 3 };
	bool *doubted = ARENA_ARRAY(arena, bool, n + 1);
	size_t n_doubted = 0;
	if (shape == TABLE_TOLD)
		return;
	find_doubted(arena, tasks, n, shape, doubted);
	for (size_t i = 0; i < n; i++)
		n_doubted += doubted[i];
	bool all = shape == TABLE_BY_COLUMNS || (n_doubted >= FEWEST && n_doubted * ONE_IN >= n);
	doubt_beside_gaps(tasks, n, doubted);
	for (size_t i = 0; i < n; i++)
		if (all || doubted[i])
			lower_task(&tasks[i], all ? TABLE_DOUBTED : ROW_DOUBTED);
}
