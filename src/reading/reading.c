/* Puts the parts of the reading together: each is a file of its own, and this one only says what is given to which. */
#include "reading/reading.h"

#include "document/document_grid.h"
#include "reading/abbreviations.h"
#include "reading/basis.h"
#include "reading/channels.h"
#include "reading/checks.h"
#include "reading/citation.h"
#include "reading/duties.h"
#include "reading/header.h"
#include "reading/lines.h"
#include "reading/lists.h"
#include "reading/outline.h"
#include "reading/plan_year.h"
#include "reading/prose_tasks.h"
#include "reading/report_duties.h"
#include "reading/scan_doubt.h"
#include "reading/table.h"
#include "reading/targets.h"
#include "reading/tasks.h"
#include "reading/timetable.h"
#include "reading/words.h"

struct composer {
	struct arena *arena;
	const struct document *document;
	struct table_vec tables;
	struct lines lines;
	struct header_body body;
	struct outline_place_vec places;
	size_t first_heading; /* of the paragraphs */
	int table_year;       /* for times that name none */
	bool basis_goes_on;   /* a list of bases has not ended yet */
	struct reading *reading;
};

/* Every text of the document in order: the paragraphs with their places, then the tables' cells. */
typedef void (*text_visitor)(struct composer *c, void *context, const struct words *words,
                             const struct lines_paragraph *paragraph, struct document_span span);

static void visit_texts(struct composer *c, text_visitor visit, void *context)
{
	for (size_t i = 0; i < c->lines.paragraphs.n; i++) {
		const struct lines_paragraph *p = &c->lines.paragraphs.at[i];
		visit(c, context, &p->words, p, p->pieces.at[0].span);
	}
	struct arena *scratch = arena_new();
	for (size_t t = 0; t < c->tables.n; t++)
		for (size_t r = 0; r < c->tables.at[t].rows.n; r++)
			for (size_t k = 0; k < TABLE_COLUMNS; k++) {
				const struct reading_field *cell = &c->tables.at[t].rows.at[r].cells[k].text;
				struct words words = words_of(scratch, cell->text);
				visit(c, context, &words, NULL, cell->span);
				arena_reset(scratch);
			}
	arena_free(scratch);
}

/* Whether a paragraph names what the plan is based on: "Căn cứ …" before the first numbered heading, or the next of such a list.
 */
static bool is_basis(struct composer *c, const struct lines_paragraph *paragraph)
{
	if (paragraph == NULL || (size_t)(paragraph - c->lines.paragraphs.at) >= c->first_heading || paragraph->words.n == 0)
		return false;
	const struct words *words = &paragraph->words;
	bool basis = c->basis_goes_on || basis_begins(words, lines_first_word(paragraph));
	c->basis_goes_on = basis && (words_is(words, words->n - 1, ";") || words_is(words, words->n - 1, ":"));
	return basis;
}

/* Which paragraph is the first numbered heading of the body; past the last where there is none. */
static size_t first_heading(const struct composer *c)
{
	for (size_t k = 0; k < c->places.n; k++)
		if (c->places.at[k].level > 0)
			return c->body.first + k;
	return c->lines.paragraphs.n;
}

static void visit_lists(struct composer *c, void *context, const struct words *words, const struct lines_paragraph *paragraph,
                        struct document_span span)
{
	/* a document does not cite itself: its own number in the letterhead and under its appendix */
	const struct reading_field *number = &c->reading->header.number;
	bool holds_it = span.begin <= number->span.begin && number->span.end <= span.end; /* there it may be printed with spaces */
	bool own = number->text.len > 0 && (holds_it || str_contains(words->text, number->text));
	if (!own)
		citation_finder_add(context, words, paragraph, span, is_basis(c, paragraph) ? READING_BASIS : READING_MENTION);
	lists_add_indices(c->arena, words, &c->reading->indices);
	lists_add_urls(c->arena, words->text, &c->reading->urls);
}

static void read_lists(struct composer *c)
{
	struct citation_finder *citations = citation_finder_new(c->arena);
	c->first_heading = first_heading(c);
	visit_texts(c, visit_lists, citations);
	c->reading->citations = citation_finder_finish(citations);
	basis_tell_apart(c->arena, &c->reading->header, &c->reading->citations);
	for (size_t i = 0; i < c->lines.loose_urls.n; i++)
		lists_add_urls(c->arena, c->lines.loose_urls.at[i], &c->reading->urls);
}

static bool is_cancelled(reading_progress progress, void *context, int percent)
{
	return progress != NULL && progress(context, percent);
}

/* The year for times that name none: that of the table's title or the plan's; where neither is told, that of the table's own
 * times.
 */
static int year_of(const struct composer *c)
{
	int best = 0;
	if (c->reading->header.year != 0) {
		for (size_t t = 0; t < c->tables.n; t++)
			if (c->tables.at[t].is_of_tasks)
				return plan_year_before(&c->lines.paragraphs, c->tables.at[t].first_block, c->reading->header.year);
		return c->reading->header.year;
	}
	for (size_t t = 0; t < c->tables.n; t++)
		for (size_t r = 0; r < c->tables.at[t].rows.n; r++) {
			struct words words = words_of(c->arena, c->tables.at[t].rows.at[r].cells[TABLE_SCHEDULE].text.text);
			for (size_t i = 0; i < words.n; i++) {
				int year = words_number(&words, i);
				best = year > 2000 && year < 2100 && year > best ? year : best;
			}
		}
	return best;
}

/* Where no task of a table has a printed number, all are counted through the document. */
static void count_tasks(struct composer *c)
{
	struct reading_task_vec *tasks = &c->reading->tasks;
	size_t counted = tasks->n;
	while (counted > 0 && tasks->at[counted - 1].ordinal.len == 0)
		counted--;
	for (size_t i = counted; counted > 0 && i < tasks->n; i++)
		tasks->at[i].ordinal = str_format(c->arena, "%zu", i + 1);
}

static void read_tasks(struct composer *c, bool *ret_cut)
{
	int year = c->table_year = year_of(c);
	struct reading_task_vec others = tasks_of_tables(c->arena, &c->tables, year, ret_cut);
	if (others.n == 0)
		others = prose_tasks_read(c->arena, &c->lines.paragraphs, c->body, &c->places, year);
	c->reading->tasks = timetable_read(c->arena, &c->lines.paragraphs, c->body, &c->places, year);
	for (size_t i = 0; i < others.n && c->reading->tasks.n < READING_MAX_TASKS; i++)
		VEC_PUSH(c->arena, &c->reading->tasks, others.at[i]);
	count_tasks(c);
}

/* What was said of the file comes before what is said of the plan. */
static void take_warnings(struct arena *arena, const struct document *document, struct reading *reading)
{
	for (size_t i = 0; i < document->warnings.n; i++)
		VEC_PUSH(arena, &reading->warnings,
		         (struct reading_warning){.defect = READING_SOURCE, .message = document->warnings.at[i]});
}

enum rc reading_of_document(struct arena *arena, const struct document *document, struct str source, reading_progress progress,
                            void *context, struct reading *ret)
{
	struct reading reading = {.source = source};
	struct document aligned;
	struct composer c = {.arena = arena, .document = &aligned, .reading = &reading};
	document_grid_align(arena, document, &aligned);
	document = &aligned;
	take_warnings(arena, document, &reading);
	bool cut = false;
	enum rc rc = table_find_all(arena, document, progress, context, &c.tables);
	if (rc != RC_OK && rc != RC_LIMIT)
		return rc;
	if (is_cancelled(progress, context, 60))
		return RC_CANCELLED;
	c.lines = lines_of(arena, document, &c.tables);
	reading.header = header_read(arena, &c.lines.paragraphs, &c.body);
	reading.outline = outline_read(arena, &c.lines.paragraphs, c.body, &c.places);
	read_tasks(&c, &cut);
	if (is_cancelled(progress, context, 80))
		return RC_CANCELLED;
	read_lists(&c);
	reading.targets = targets_read(arena, &c.lines.paragraphs, c.body, &c.places, &reading.tasks);
	reading.abbreviations = abbreviations_read(arena, &c.lines.paragraphs);
	abbreviations_spell_out(arena, &reading);
	reading.channels = channels_read(arena, &c.lines.paragraphs, c.body, &c.places);
	reading.duties = duties_read(arena, &c.lines.paragraphs, c.body, &c.places);
	reading.report_duties = report_duties_read(arena, &c.lines.paragraphs, c.body, &c.places, &reading, c.table_year);
	plan_year_narrow(arena, &reading);
	scan_doubt(arena, document, &reading);
	checks_run(arena, &c.lines.paragraphs, &c.tables, cut || rc == RC_LIMIT, &reading);
	*ret = reading;
	return cut || rc == RC_LIMIT ? RC_LIMIT : RC_OK;
}
