#include "reading/checks.h"

#include "reading/words.h"

enum { MAX_LOOK = 60 };

struct checker {
	struct arena *arena;
	struct reading *reading;
};

static void warn(struct checker *c, const char *id, struct document_span span, struct str a, struct str b, struct str d)
{
	if (c->reading->warnings.n < CHECKS_MAX_WARNINGS)
		VEC_PUSH(c->arena, &c->reading->warnings,
		         (struct reading_warning){.message = {.id = id, .args = {a, b, d}}, .span = span});
}

static struct str number_text(struct checker *c, int64_t n)
{
	return str_format(c->arena, "%lld", (long long)n);
}

/* ---- the document ---- */

static void check_header(struct checker *c)
{
	const struct reading_header *h = &c->reading->header;
	struct str none = {0};
	if (h->kind.text.len == 0)
		warn(c, MSG("The kind of document was not found: it should stand alone in a line above the title."), h->title.span, none,
		     none, none);
	if (h->kind.text.len > 0 && !str_eq(h->kind.text, STR("Phụ lục")) && h->number.text.len == 0)
		warn(c, MSG("The document has no number yet."), h->kind.span, none, none, none);
	if (h->date == DATE_NONE && h->date_raw.text.len > 0)
		warn(c, MSG("The document has no day yet: “{1}”."), h->date_raw.span, h->date_raw.text, none, none);
	if (h->year == 0)
		warn(c, MSG("The plan's year was not found; times without a year could not be placed."), h->title.span, none, none, none);
}

/* ---- the headings ---- */

static int heading_value(struct str number)
{
	int64_t n;
	if (str_parse_int(number, &n) && n > 0 && n < 1000)
		return (int)n;
	return words_roman(number);
}

static void check_outline(struct checker *c)
{
	enum { MAX_LEVEL = 8 };
	int last[MAX_LEVEL + 1] = {0};
	for (size_t i = 0; i < c->reading->outline.n; i++) {
		const struct reading_heading *h = &c->reading->outline.at[i];
		int level = h->level < MAX_LEVEL ? h->level : MAX_LEVEL, value = heading_value(h->number);
		if (value > last[level] + 1 && last[level] > 0)
			warn(c, MSG("Heading {1} follows heading {2} of the same level: is one missing?"), h->title.span, h->number,
			     number_text(c, last[level]), (struct str){0});
		last[level] = value;
		for (int k = level + 1; k <= MAX_LEVEL; k++)
			last[k] = 0;
	}
}

/* ---- the tasks ---- */

static void check_ordinals(struct checker *c)
{
	int64_t last = 0;
	for (size_t i = 0; i < c->reading->tasks.n; i++) {
		const struct reading_task *t = &c->reading->tasks.at[i];
		int64_t n;
		if (!str_parse_int(t->ordinal, &n))
			continue;
		if (last > 0 && n == last)
			warn(c, MSG("Two tasks have the number {1}."), t->title.span, t->ordinal, (struct str){0}, (struct str){0});
		else if (last > 0 && n > last + 1)
			warn(c, MSG("Task {1} follows task {2}: is one missing?"), t->title.span, t->ordinal, number_text(c, last),
			     (struct str){0});
		last = n;
	}
}

/* "năm 2025" in the title of a plan for 2026, where a plan, programme or report of that year is meant to be carried out now. */
static void check_stale_title(struct checker *c, const struct reading_task *t)
{
	struct words words = words_of(c->arena, t->title.text);
	bool plan = false;
	for (size_t i = 0; i < words.n; i++) {
		plan = plan || words_match(&words, i, "kế hoạch") > 0 || words_match(&words, i, "tập huấn") > 0;
		if (plan && words_is(&words, i, "năm") && words_number(&words, i + 1) == c->reading->header.year - 1) {
			warn(c, MSG("Task {1} speaks of the year {2}, but the plan is for {3}: is the year left over from an earlier plan?"),
			     t->title.span, t->ordinal, words_text(&words, i + 1, i + 2), number_text(c, c->reading->header.year));
			return;
		}
	}
}

static date_day last_day(const struct schedule *s)
{
	return s->kind == SCHEDULE_ONCE && s->due.n > 0 ? s->due.at[s->due.n - 1] : s->end;
}

/* What is wrong with the words of a schedule. */
static void check_schedule_words(struct checker *c, const struct reading_task *t, const struct reading_part *p)
{
	enum { HALF_UNDERSTOOD = 75 };
	const struct schedule_notes *notes = &p->schedule_notes;
	struct document_span place = p->schedule_raw.span;
	struct str none = {0};
	if (notes->wrong.len > 0)
		warn(c, MSG("Task {1} has a time that cannot be: “{2}”. Correct it."), place, t->ordinal, notes->wrong, none);
	else if (p->schedule_raw.text.len > 0 && p->schedule.kind == SCHEDULE_NONE)
		warn(c, MSG("The schedule of task {1} could not be understood: “{2}”."), place, t->ordinal, p->schedule_raw.text, none);
	if (notes->blank.len > 0)
		warn(c, MSG("Task {1} leaves its day open: “{2}”. Fill it in."), place, t->ordinal, notes->blank, none);
	if (notes->left_over.len > 0 && notes->confidence < HALF_UNDERSTOOD)
		warn(c, MSG("In the schedule of task {1}, these words were not understood: “{2}”."), place, t->ordinal, notes->left_over,
		     none);
}

static void check_part(struct checker *c, const struct reading_task *t, const struct reading_part *p, bool first)
{
	int year = c->reading->header.year;
	struct str none = {0};
	date_day last = last_day(&p->schedule);
	check_schedule_words(c, t, p);
	if (first && p->schedule_raw.text.len == 0)
		warn(c, MSG("Task {1} has no schedule."), t->title.span, t->ordinal, none, none);
	else if (last != DATE_NONE && year != 0 && last < date_from_parts(year, 1, 1))
		warn(c, MSG("The schedule of task {1} ends before the plan's year {2}: “{3}”."), p->schedule_raw.span, t->ordinal,
		     number_text(c, year), p->schedule_raw.text);
	if (first && p->assignments.n == 0)
		warn(c, MSG("Task {1} names no one to do it."), p->assignment_raw.text.len > 0 ? p->assignment_raw.span : t->title.span,
		     t->ordinal, none, none);
}

static void check_tasks(struct checker *c)
{
	for (size_t i = 0; i < c->reading->tasks.n; i++) {
		const struct reading_task *t = &c->reading->tasks.at[i];
		check_stale_title(c, t);
		for (size_t k = 0; k < t->parts.n; k++)
			check_part(c, t, &t->parts.at[k], k == 0);
	}
}

/* The body points to an appendix that is not there. */
static bool misses_appendix(const struct lines_paragraph_vec *paragraphs)
{
	bool promised = false;
	for (size_t i = 0; i < paragraphs->n; i++) {
		const struct words *words = &paragraphs->at[i].words;
		if (words_match(words, 0, "phụ lục") > 0 && words->n <= 4)
			return false;
		for (size_t k = 0; k < words->n && k < MAX_LOOK && !promised; k++)
			promised = words_match(words, k, "phụ lục") > 0;
	}
	return promised;
}

void checks_run(struct arena *arena, const struct lines_paragraph_vec *paragraphs, const struct table_vec *tables, bool cut,
                struct reading *reading)
{
	struct checker c = {.arena = arena, .reading = reading};
	struct document_span title = reading->header.title.span;
	struct str none = {0};
	for (size_t t = 0; t < tables->n; t++)
		for (size_t i = 0; i < tables->at[t].warnings.n && reading->warnings.n < CHECKS_MAX_WARNINGS; i++)
			VEC_PUSH(arena, &reading->warnings, tables->at[t].warnings.at[i]);
	check_header(&c);
	check_outline(&c);
	if (reading->tasks.n == 0 && misses_appendix(paragraphs))
		warn(&c, MSG("The plan points to an appendix that is not in this file: add the appendix's text and read it again."),
		     title, none, none, none);
	else if (reading->tasks.n == 0)
		warn(&c, MSG("No task was found. Check that the file holds the table of tasks, or enter the tasks by hand."), title, none,
		     none, none);
	if (cut)
		warn(&c, MSG("There are more than {1} tasks; the others were not read. Split the file."), title,
		     number_text(&c, READING_MAX_TASKS), none, none);
	check_ordinals(&c);
	check_tasks(&c);
}
