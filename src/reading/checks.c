#include "reading/checks.h"

#include "reading/check.h"
#include "reading/words.h"

enum { MAX_LOOK = 60 };

/* ---- the document ---- */

static void check_header(struct check *c)
{
	const struct reading_header *h = &c->reading->header;
	bool has_kind = h->kind.text.len > 0;
	if (!has_kind)
		check_note(
		    c, READING_NO_KIND, h->title.span,
		    (struct message){.id = MSG("The kind of document was not found: it should stand alone in a line above the title.")});
	if (has_kind && !str_eq(h->kind.text, STR("Phụ lục")) && h->number.text.len == 0)
		check_note(c, READING_NO_NUMBER, h->kind.span, (struct message){.id = MSG("The document has no number yet.")});
	if (h->date == DATE_NONE && h->date_raw.text.len > 0)
		check_note(c, READING_NO_DATE, h->date_raw.span,
		           (struct message){.id = MSG("The document has no day yet: “{1}”."), .args = {h->date_raw.text}});
	if (h->year == 0)
		check_note(c, READING_NO_YEAR, h->title.span,
		           (struct message){.id = MSG("The plan's year was not found; times without a year could not be placed.")});
}

/* ---- the headings ---- */

static int heading_value(struct str number)
{
	int64_t n;
	if (str_parse_int(number, &n) && n > 0 && n < 1000)
		return (int)n;
	return words_roman(number);
}

static void check_outline(struct check *c)
{
	enum { MAX_LEVEL = 8 };
	int last[MAX_LEVEL + 1] = {0};
	struct str last_number[MAX_LEVEL + 1] = {{0}};
	for (size_t i = 0; i < c->reading->outline.n; i++) {
		const struct reading_heading *h = &c->reading->outline.at[i];
		int level = h->level < MAX_LEVEL ? h->level : MAX_LEVEL, value = heading_value(h->number);
		struct message message = {.args = {h->number, last_number[level]}};
		message.id = value == last[level] ? MSG("Two headings of the same level have the number {1}.")
		                                  : MSG("Heading {1} follows heading {2} of the same level: is one missing?");
		if (value > 0 && last[level] > 0 && (value > last[level] + 1 || value == last[level]))
			check_note(c, value == last[level] ? READING_NUMBER_REPEATED : READING_NUMBER_SKIPPED, h->title.span, message);
		last[level] = value;
		last_number[level] = h->number;
		for (int k = level + 1; k <= MAX_LEVEL; k++)
			last[k] = 0;
	}
}

/* The body points to an appendix that is not there. *ret_span is where. */
static bool misses_appendix(const struct lines_paragraph_vec *paragraphs, struct document_span *ret_span)
{
	bool promised = false;
	for (size_t i = 0; i < paragraphs->n; i++) {
		const struct words *words = &paragraphs->at[i].words;
		if (words_match(words, 0, "phụ lục") > 0 && words->n <= 4)
			return false;
		for (size_t k = 0; k < words->n && k < MAX_LOOK && !promised; k++) {
			promised = words_match(words, k, "phụ lục") > 0;
			*ret_span = paragraphs->at[i].pieces.at[0].span;
		}
	}
	return promised;
}

static void check_contents(struct check *c, bool cut)
{
	struct document_span title = c->reading->header.title.span, appendix = {0};
	if (c->reading->tasks.n == 0 && misses_appendix(c->paragraphs, &appendix))
		check_note(
		    c, READING_NO_APPENDIX, appendix,
		    (struct message){.id = MSG("The plan points to an appendix that is not in this file: add the appendix's text and "
		                               "read it again.")});
	else if (c->reading->tasks.n == 0)
		check_note(
		    c, READING_NO_TASKS, title,
		    (struct message){.id = MSG("No task was found. Check that the file holds the table of tasks, or enter the tasks by "
		                               "hand.")});
	if (cut)
		check_note(c, READING_TOO_LONG, title,
		           (struct message){.id = MSG("There are more than {1} tasks; the others were not read. Split the file."),
		                            .args = {check_number(c, READING_MAX_TASKS)}});
}

void checks_run(struct arena *arena, const struct lines_paragraph_vec *paragraphs, const struct table_vec *tables, bool cut,
                struct reading *reading)
{
	struct check c = {.arena = arena, .paragraphs = paragraphs, .tables = tables, .reading = reading};
	check_header(&c);
	check_contents(&c, cut);
	for (size_t t = 0; t < tables->n; t++)
		for (size_t i = 0; i < tables->at[t].warnings.n; i++) {
			const struct reading_warning *warning = &tables->at[t].warnings.at[i];
			check_note(&c, warning->defect, warning->span, warning->message);
		}
	check_outline(&c);
	check_tasks_run(&c);
	check_reports_run(&c);
	check_texts_run(&c);
}
