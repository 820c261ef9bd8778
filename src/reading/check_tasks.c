/* The six that each task should make clear ("6 rõ": người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền), one sentence for
 * each kind with all the tasks that lack it; and times that cannot be meant. */
#include "base/buf.h"
#include "reading/check.h"
#include "reading/unit_name.h"
#include "reading/words.h"

enum { MAX_LIST = 4000, HALF_UNDERSTOOD = 75 };

/* Tasks told in one sentence. */
struct told {
	struct buf names;
	struct document_span first;
	size_t n, run_begin; /* tasks run_begin … last stand side by side */
	size_t last;
};

static void end_run(struct check *c, struct told *told)
{
	enum { SHORTEST = 3 };
	const struct reading_task_vec *tasks = &c->reading->tasks;
	for (size_t i = told->run_begin; i <= told->last; i++) {
		bool as_range = told->last - told->run_begin + 1 >= SHORTEST && tasks->at[told->run_begin].ordinal.len > 0 &&
		                tasks->at[told->last].ordinal.len > 0;
		if (told->names.len > 0)
			buf_add(&told->names, STR(", "));
		buf_add(&told->names, check_task_name(c, &tasks->at[i]));
		if (as_range) {
			buf_add(&told->names, STR("–"));
			buf_add(&told->names, check_task_name(c, &tasks->at[told->last]));
			return;
		}
	}
}

static void tell(struct check *c, struct told *told, size_t task)
{
	if (told->n == 0) {
		buf_init(&told->names, c->arena, MAX_LIST);
		told->first = c->reading->tasks.at[task].title.span;
		told->run_begin = task;
	} else if (task != told->last + 1) {
		end_run(c, told);
		told->run_begin = task;
	}
	told->last = task;
	told->n++;
}

static bool has_product(const struct reading_task *task)
{
	for (size_t i = 0; i < task->parts.n; i++)
		if (task->parts.at[i].products.n > 0)
			return true;
	return false;
}

static bool has_time(const struct reading_task *task)
{
	for (size_t i = 0; i < task->parts.n; i++)
		if (task->parts.at[i].schedule_raw.text.len > 0)
			return true;
	return false;
}

/* "Các sở, ban, ngành": of many, none of whom is named. */
static bool is_collective(struct str unit)
{
	return str_has_prefix(unit, STR("Các ")) || str_has_prefix(unit, STR("các ")) || str_has_prefix(unit, STR("Các cơ quan")) ||
	       str_has_prefix(unit, STR("Thủ trưởng các")) || str_has_prefix(unit, STR("Tất cả")) ||
	       str_has_prefix(unit, STR("Toàn "));
}

/* Who does a task: how many, how many of them lead, whether any of the leaders (or, without one, of the doers) is one body. */
struct doers {
	size_t n, leaders, single;
};

static struct doers doers_of(const struct reading_task *task)
{
	struct doers doers = {0};
	for (size_t i = 0; i < task->parts.n; i++)
		for (size_t k = 0; k < task->parts.at[i].assignments.n; k++) {
			const struct reading_assignment *a = &task->parts.at[i].assignments.at[k];
			doers.n++;
			doers.leaders += a->role == READING_LEAD;
			doers.single += a->role != READING_COORDINATE && !is_collective(a->unit);
		}
	return doers;
}

static size_t count_words(struct check *c, struct str text)
{
	struct words words = words_of(c->arena, text);
	size_t n = 0;
	for (size_t i = 0; i < words.n; i++)
		n += words.at[i].kind != WORD_SIGN;
	return n;
}

static void check_six(struct check *c)
{
	enum { WHO, WHAT, WHEN, DUTY, PRODUCT, AUTHORITY, SIX };
	static const struct {
		enum reading_defect defect;
		const char *sentence;
	} six[SIX] = {
	    [WHO] = {READING_UNCLEAR_WHO, MSG("Who does it is not said, in tasks {1}.")},
	    [WHAT] = {READING_UNCLEAR_WHAT, MSG("What is to be done is not clear, in tasks {1}.")},
	    [WHEN] = {READING_UNCLEAR_WHEN, MSG("No time is given, in tasks {1}.")},
	    [DUTY] = {READING_UNCLEAR_DUTY, MSG("Several units are named and none of them leads, in tasks {1}.")},
	    [PRODUCT] = {READING_UNCLEAR_PRODUCT, MSG("No product is named, in tasks {1}.")},
	    [AUTHORITY] = {READING_UNCLEAR_AUTHORITY, MSG("Only groups of units are named, none that could decide, in tasks {1}.")},
	};
	struct told told[SIX] = {{.n = 0}};
	for (size_t i = 0; i < c->reading->tasks.n; i++) {
		const struct reading_task *task = &c->reading->tasks.at[i];
		struct doers doers = doers_of(task);
		const bool missing[SIX] = {
		    [WHO] = doers.n == 0,           [WHAT] = count_words(c, task->title.text) < 2,
		    [WHEN] = !has_time(task),       [DUTY] = doers.n > 1 && doers.leaders == 0,
		    [PRODUCT] = !has_product(task), [AUTHORITY] = doers.n > 0 && doers.single == 0,
		};
		for (size_t k = 0; k < SIX; k++)
			if (missing[k])
				tell(c, &told[k], i);
	}
	for (size_t k = 0; k < SIX; k++) {
		if (told[k].n == 0)
			continue;
		end_run(c, &told[k]);
		check_note(c, six[k].defect, told[k].first, (struct message){.id = six[k].sentence, .args = {buf_str(&told[k].names)}});
	}
}

/* ---- times ---- */

static date_day last_day(const struct schedule *s)
{
	return s->kind == SCHEDULE_ONCE && s->due.n > 0 ? s->due.at[s->due.n - 1] : s->end;
}

static void check_time(struct check *c, const struct reading_task *t, const struct reading_part *p)
{
	const struct schedule_notes *notes = &p->schedule_notes;
	struct document_span span = p->schedule_raw.span;
	struct str name = check_task_name(c, t), raw = p->schedule_raw.text;
	int year = c->reading->header.year;
	date_day last = last_day(&p->schedule), issued = c->reading->header.date;
	bool is_report = str_eq(c->reading->header.kind.text, STR("Báo cáo")); /* which tells of what was done */
	if (raw.len == 0)
		return;
	if (notes->wrong.len > 0)
		check_note(
		    c, READING_WRONG_DATE, span,
		    (struct message){.id = MSG("Task {1} has a time that cannot be: “{2}”. Correct it."), .args = {name, notes->wrong}});
	else if (notes->blank.len > 0)
		check_note(c, READING_WRONG_DATE, span,
		           (struct message){.id = MSG("Task {1} leaves its day open: “{2}”. Fill it in."), .args = {name, notes->blank}});
	else if (p->schedule.kind == SCHEDULE_NONE)
		check_note(c, READING_UNKNOWN_TIME, span,
		           (struct message){.id = MSG("The schedule of task {1} could not be understood: “{2}”."), .args = {name, raw}});
	else if (notes->left_over.len > 0 && notes->confidence < HALF_UNDERSTOOD)
		check_note(c, READING_UNKNOWN_TIME, span,
		           (struct message){.id = MSG("In the schedule of task {1}, these words were not understood: “{2}”."),
		                            .args = {name, notes->left_over}});
	else if (last != DATE_NONE && year != 0 && last < date_from_parts(year, 1, 1))
		check_note(c, READING_PAST_DATE, span,
		           (struct message){.id = MSG("The schedule of task {1} ends before the plan's year {2}: “{3}”."),
		                            .args = {name, check_number(c, year), raw}});
	else if (last != DATE_NONE && issued != DATE_NONE && last < issued && !is_report)
		check_note(c, READING_PAST_DATE, span,
		           (struct message){.id = MSG("The schedule of task {1} was over when the plan was issued: “{2}”."),
		                            .args = {name, raw}});
}

/* "năm 2025" in the title of a plan for 2026, where a plan, programme or report of that year is meant to be carried out now. */
static void check_stale_title(struct check *c, const struct reading_task *t)
{
	struct words words = words_of(c->arena, t->title.text);
	bool plan = false;
	for (size_t i = 0; i < words.n; i++) {
		plan = plan || words_match(&words, i, "kế hoạch") > 0 || words_match(&words, i, "tập huấn") > 0;
		if (!plan || !words_is(&words, i, "năm") || words_number(&words, i + 1) != c->reading->header.year - 1)
			continue;
		struct message message = {
		    .id = MSG("Task {1} speaks of the year {2}, but the plan is for {3}: is the year left over from an earlier plan?"),
		    .args = {check_task_name(c, t), words_text(&words, i + 1, i + 2), check_number(c, c->reading->header.year)}};
		check_note(c, READING_STALE_YEAR, t->title.span, message);
		return;
	}
}

/* ---- who ---- */

static void tell_unknown_unit(struct check *c, const struct reading_task *t, struct str name, struct document_span span)
{
	check_note(c, READING_UNKNOWN_UNIT, span,
	           (struct message){.id = MSG("Task {1} is given to “{2}”, which is not known as a unit or a post."),
	                            .args = {check_task_name(c, t), name}});
}

/* Names that no grammar of agencies and people knows: misspelt, or not names at all. */
static void check_units(struct check *c, const struct reading_task *t, const struct reading_part *p)
{
	if (p->units_left_over.len > 0)
		tell_unknown_unit(c, t, p->units_left_over, p->assignment_raw.span);
	for (size_t i = 0; i < p->assignments.n; i++) {
		const struct reading_assignment *a = &p->assignments.at[i];
		struct words words = words_of(c->arena, a->unit);
		if (unit_name_begins(&words, 0) || is_collective(a->unit) || (words.n > 0 && words.at[0].all_capitals))
			continue;
		tell_unknown_unit(c, t, a->unit, a->span);
	}
}

/* Where the tasks stand in no table, which looks after its own numbers. */
static void check_ordinals(struct check *c)
{
	int64_t last = 0;
	for (size_t t = 0; t < c->tables->n; t++)
		if (c->tables->at[t].is_of_tasks)
			return;
	for (size_t i = 0; i < c->reading->tasks.n; i++) {
		const struct reading_task *t = &c->reading->tasks.at[i];
		int64_t n;
		if (!str_parse_int(t->ordinal, &n))
			continue;
		if (last > 0 && n == last)
			check_note(c, READING_NUMBER_REPEATED, t->title.span,
			           (struct message){.id = MSG("Two tasks have the number {1}."), .args = {t->ordinal}});
		else if (last > 0 && n > last + 1)
			check_note(c, READING_NUMBER_SKIPPED, t->title.span,
			           (struct message){.id = MSG("Task {1} follows task {2}: is one missing?"),
			                            .args = {t->ordinal, check_number(c, last)}});
		last = n;
	}
}

void check_tasks_run(struct check *check)
{
	check_six(check);
	check_ordinals(check);
	for (size_t i = 0; i < check->reading->tasks.n; i++) {
		const struct reading_task *t = &check->reading->tasks.at[i];
		check_stale_title(check, t);
		for (size_t k = 0; k < t->parts.n; k++) {
			check_time(check, t, &t->parts.at[k]);
			check_units(check, t, &t->parts.at[k]);
		}
	}
}
