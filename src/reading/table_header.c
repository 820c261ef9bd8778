#include "reading/table_header.h"

#include <string.h>

#include "reading/flow_ordinal.h"
#include "reading/header_phrase.h"

enum { MAX_HEADER_LINES = 24, MAX_UNKNOWN_RUN = 5 };

/* The state of one run of columns. */
struct run {
	struct table_header header;
	enum header_says says[TABLE_MAX_COLUMNS];
	bool bare[TABLE_MAX_COLUMNS]; /* a role word without a word for who */
	uint32_t joins;               /* of words of different columns: prose has them, headers do not */
	bool full;
};

static bool is_unit_role(enum header_says says)
{
	return says == SAYS_LEAD || says == SAYS_COORDINATE || says == SAYS_ASSIGNMENT || says == SAYS_OVERSEES;
}

/* What a column whose words said `now` is when words that say `next` follow as a matter of course; SAYS_NOTHING: they begin
 * another column. */
static enum header_says followed(enum header_says now, enum header_says next)
{
	if (next == SAYS_MORE)
		return now == SAYS_UNIT ? SAYS_ASSIGNMENT : now;
	if (now == SAYS_UNIT && (is_unit_role(next) || next == SAYS_UNIT))
		return next;
	if (now == SAYS_ASSIGNMENT && next == SAYS_UNIT)
		return now;
	bool repeats = now == SAYS_PRODUCT || now == SAYS_SCHEDULE || now == SAYS_FUNDING;
	return now == next && repeats ? now : SAYS_NOTHING;
}

/* Whether words that say `next` belong to a column whose words said `now`; *ret_says is what it then is. */
static bool merges(enum header_says now, enum header_says next, bool joined, enum header_says *ret_says)
{
	*ret_says = followed(now, next);
	if (*ret_says != SAYS_NOTHING)
		return true;
	bool lead_and_more = (now == SAYS_LEAD && next == SAYS_COORDINATE) || (now == SAYS_COORDINATE && next == SAYS_LEAD);
	*ret_says = now == SAYS_BROAD && next == SAYS_TITLE ? next : lead_and_more ? SAYS_ASSIGNMENT : now;
	return joined && now != SAYS_ORDINAL;
}

static enum table_column column_of(enum header_says says)
{
	static const enum table_column columns[] = {
	    [SAYS_ORDINAL] = TABLE_ORDINAL,
	    [SAYS_TITLE] = TABLE_TITLE,
	    [SAYS_BROAD] = TABLE_TITLE,
	    [SAYS_PRODUCT] = TABLE_PRODUCT,
	    [SAYS_CHANNEL] = TABLE_CHANNEL,
	    [SAYS_SCHEDULE] = TABLE_SCHEDULE,
	    [SAYS_BEGIN] = TABLE_SCHEDULE,
	    [SAYS_ASSIGNMENT] = TABLE_ASSIGNMENT,
	    [SAYS_UNIT] = TABLE_ASSIGNMENT,
	    [SAYS_LEAD] = TABLE_LEAD,
	    [SAYS_COORDINATE] = TABLE_COORDINATE,
	    [SAYS_FUNDING] = TABLE_FUNDING,
	    [SAYS_GROUP] = TABLE_GROUP,
	    [SAYS_NOTE] = TABLE_NOTE,
	    [SAYS_MORE] = TABLE_NOTE,
	    [SAYS_NOTHING] = TABLE_NOTE,
	    [SAYS_OVERSEES] = TABLE_NOTE,
	};
	return columns[says];
}

static void add_phrase(struct run *run, enum header_says says, bool joined)
{
	struct table_header *header = &run->header;
	enum header_says merged;
	if (header->n_columns > 0 && merges(run->says[header->n_columns - 1], says, joined, &merged)) {
		uint32_t last = header->n_columns - 1;
		if (joined && column_of(run->says[last]) != column_of(says) && says != SAYS_UNIT && says != SAYS_MORE &&
		    run->says[last] != SAYS_UNIT)
			run->joins++;
		if (says == SAYS_UNIT)
			run->bare[last] = false;
		run->says[last] = merged;
		return;
	}
	if (says == SAYS_MORE)
		return;
	if (header->n_columns == TABLE_MAX_COLUMNS) {
		run->full = true;
		return;
	}
	run->bare[header->n_columns] = says != SAYS_UNIT;
	run->says[header->n_columns++] = says;
}

/* Of "Phân công thực hiện" above "Chủ trì" and "Phối hợp" only the two below are columns; they stand in its place. */
static void drop_spanning_header(struct run *run)
{
	uint32_t n = run->header.n_columns, above = n, lead = n;
	for (uint32_t i = 0; i < n; i++) {
		if ((run->says[i] == SAYS_ASSIGNMENT || run->says[i] == SAYS_UNIT) && above == n)
			above = i;
		if (run->says[i] == SAYS_LEAD && run->bare[i] && i + 1 < n && run->says[i + 1] == SAYS_COORDINATE)
			lead = i;
	}
	if (above == n || lead == n || above > lead)
		return;
	enum header_says kept[TABLE_MAX_COLUMNS];
	uint32_t n_kept = 0;
	for (uint32_t i = 0; i < n; i++) {
		if (i == above) {
			kept[n_kept++] = SAYS_LEAD;
			kept[n_kept++] = SAYS_COORDINATE;
		} else if (i != lead && i != lead + 1) {
			kept[n_kept++] = run->says[i];
		}
	}
	memcpy(run->says, kept, n_kept * sizeof *kept);
	run->header.n_columns = n_kept;
}

/* Names the columns: of several titles the last that is one, and the others what their tasks share. */
static void name_columns(struct run *run)
{
	drop_spanning_header(run);
	struct table_header *header = &run->header;
	uint32_t title = TABLE_MAX_COLUMNS;
	for (uint32_t i = 0; i < header->n_columns; i++) {
		header->columns[i] = column_of(run->says[i]);
		if (header->columns[i] == TABLE_TITLE && (title == TABLE_MAX_COLUMNS || run->says[i] == SAYS_TITLE))
			title = i;
	}
	for (uint32_t i = 0; i < header->n_columns; i++)
		if (header->columns[i] == TABLE_TITLE && i != title)
			header->columns[i] = i < title ? TABLE_GROUP : TABLE_NOTE;
	/* a table of groups and units has its tasks in the column called by their field */
	for (uint32_t i = 0; title == TABLE_MAX_COLUMNS && i < header->n_columns; i++)
		if (header->columns[i] == TABLE_GROUP) {
			header->columns[i] = TABLE_TITLE;
			title = i;
		}
}

bool table_header_has(const struct table_header *header, enum table_column column)
{
	for (uint32_t i = 0; i < header->n_columns; i++)
		if (header->columns[i] == column)
			return true;
	return false;
}

bool table_header_is_of_tasks(const struct table_header *header)
{
	return table_header_has(header, TABLE_TITLE) &&
	       (table_header_has(header, TABLE_SCHEDULE) || table_header_has(header, TABLE_ASSIGNMENT) ||
	        table_header_has(header, TABLE_LEAD));
}

bool table_header_same(const struct table_header *a, const struct table_header *b)
{
	return a->n_columns == b->n_columns && memcmp(a->columns, b->columns, a->n_columns * sizeof *a->columns) == 0;
}

/* --- in a flow of lines --- */

/* Whether a line begins a row rather than going on with the header: "1", "1.", "I.", "I", "A." */
static bool begins_row(const struct table_text *text, const struct table_line *line)
{
	const struct table_word *word = &text->words.at[line->first];
	struct flow_ordinal_mark mark;
	if (word->flags & TABLE_WORD_DIGIT)
		return true;
	return flow_ordinal_parse(table_text_word(text, line->first), &mark);
}

static void gather_words(const struct table_text *text, uint32_t line, struct header_words *words)
{
	bool aside = false;
	for (uint32_t l = line; l < text->lines.n && l < line + MAX_HEADER_LINES; l++) {
		if (l > line && begins_row(text, &text->lines.at[l]))
			break;
		if (l > line && text->lines.at[l].block != text->lines.at[l - 1].block + 1)
			break; /* a row of cells stands between */
		struct str s = document_span_text(text->document, text->document->blocks.at[text->lines.at[l].block].span);
		header_phrase_split(text, s, l, &aside, words);
	}
	header_phrase_look_at_case(words);
}

/* Reads phrases for as long as they are phrases of a header; words [0, *ret_end) were read. Lines are taken whole: reading
 * ends after the last line all of whose words belong. */
static void read_phrases(const struct header_words *words, bool has_ordinal, struct run *ret, uint32_t *ret_end_line)
{
	struct run run = {0};
	uint32_t unknown = 0;
	for (uint32_t at = 0; at < words->n && !run.full;) {
		uint32_t n = 1;
		enum header_says says = header_phrase_match(words, at, &n);
		if (words->at[at].aside) {
			n = 1;
		} else if (says != SAYS_NOTHING) {
			bool joined = words->at[at].joined || (at > 0 && str_eq(words->at[at - 1].text, STR("va"))) ||
			              (words->cased && words->at[at].small);
			add_phrase(&run, says, joined);
			unknown = 0;
		} else {
			if (!has_ordinal || ++unknown > MAX_UNKNOWN_RUN)
				break;
			if (unknown == 1)
				add_phrase(&run, SAYS_NOTE, false);
		}
		at += n;
		bool line_ends = at == words->n || words->at[at].line != words->at[at - 1].line;
		if (line_ends && unknown == 0) {
			*ret = run;
			*ret_end_line = words->at[at - 1].line + 1;
		}
	}
}

/* The line after a row of column numbers that begins at `line`; `line` itself where there is none. */
static uint32_t skip_numbering(const struct table_text *text, uint32_t line, uint32_t n_columns)
{
	uint32_t expected = 1, l = line;
	for (; l < text->lines.n && expected <= n_columns; l++)
		for (uint32_t i = text->lines.at[l].first; i < text->lines.at[l].end; i++) {
			struct str s = table_text_word(text, i);
			while (s.len > 0 && strchr("([", s.ptr[0]) != NULL)
				s = str_from(s, 1);
			while (s.len > 0 && strchr(")].", s.ptr[s.len - 1]) != NULL)
				s.len--;
			int64_t number;
			if (!str_parse_int(s, &number) || number != expected)
				return expected > 3 && i == text->lines.at[l].first ? l : line;
			expected++;
		}
	return expected > 3 ? l : line;
}

bool table_header_in_lines(const struct table_text *text, uint32_t line, struct table_header *ret, uint32_t *ret_end)
{
	const struct table_word *first = &text->words.at[text->lines.at[line].first];
	if (!(first->flags & TABLE_WORD_UPPER))
		return false;
	struct header_words words = {.n = 0};
	gather_words(text, line, &words);
	uint32_t n = 0;
	enum header_says says = header_phrase_match(&words, 0, &n);
	if (says != SAYS_ORDINAL && says != SAYS_TITLE && says != SAYS_BROAD && says != SAYS_GROUP)
		return false;
	bool has_ordinal = says == SAYS_ORDINAL;
	struct run run = {0};
	uint32_t end = line;
	read_phrases(&words, has_ordinal, &run, &end);
	name_columns(&run);
	if (run.header.n_columns < 3 || run.full || !table_header_has(&run.header, TABLE_TITLE))
		return false;
	/* a heading may name the columns of the appendix below it: in prose, not as a header */
	bool in_one_line = end == line + 1;
	if (!has_ordinal && (run.joins > 0 || !table_header_is_of_tasks(&run.header) || (in_one_line && !words.cased)))
		return false;
	*ret = run.header;
	*ret_end = skip_numbering(text, end, run.header.n_columns);
	return true;
}

bool table_header_repeats(const struct table_text *text, uint32_t first, uint32_t first_end, uint32_t line, uint32_t *ret_end)
{
	uint32_t l = line, at = text->lines.at[line].first;
	for (uint32_t w = text->lines.at[first].first; w < text->lines.at[first_end - 1].end; w++, at++) {
		if (at == text->lines.at[l].end) {
			if (++l == text->lines.n)
				return false;
			at = text->lines.at[l].first;
		}
		if (text->words.at[at].key != text->words.at[w].key)
			return false;
	}
	*ret_end = l + 1;
	return at == text->lines.at[l].end;
}

/* --- in a row of cells --- */

static enum table_column column_of_cell(const struct table_text *text, struct document_span span, enum header_says *ret_says)
{
	struct header_words words = {.n = 0};
	bool aside = false;
	struct run run = {0};
	header_phrase_split(text, document_span_text(text->document, span), 0, &aside, &words);
	*ret_says = SAYS_NOTHING;
	for (uint32_t at = 0; at < words.n;) {
		uint32_t n = 1;
		enum header_says says = header_phrase_match(&words, at, &n);
		if (says == SAYS_NOTHING && run.header.n_columns == 0)
			return TABLE_NOTE;
		if (says != SAYS_NOTHING && !words.at[at].aside)
			add_phrase(&run, says, true);
		at += n;
	}
	if (run.header.n_columns > 0)
		*ret_says = run.says[0];
	return column_of(*ret_says);
}

bool table_header_in_row(const struct table_text *text, const struct document_block *row, struct table_header *ret)
{
	enum { MAX_HEADER_CELL_BYTES = 120 };
	struct run run = {0};
	uint32_t known = 0;
	if (row->n_cells < 2 || row->n_cells > TABLE_MAX_COLUMNS)
		return false;
	for (uint32_t i = 0; i < row->n_cells; i++) {
		struct document_span span = row->cells[i].span;
		if (span.end - span.begin > MAX_HEADER_CELL_BYTES)
			return false;
		enum header_says says;
		column_of_cell(text, span, &says);
		known += says != SAYS_NOTHING && says != SAYS_MORE;
		run.says[i] = says;
	}
	run.header.n_columns = row->n_cells;
	if (known * 3 < row->n_cells * 2 || known < 2)
		return false;
	uint32_t n_columns = run.header.n_columns;
	name_columns(&run);
	if (run.header.n_columns != n_columns)
		return false;
	*ret = run.header;
	return table_header_has(ret, TABLE_ORDINAL) || table_header_is_of_tasks(ret);
}

bool table_header_is_numbering(const struct table_text *text, const struct document_block *row)
{
	for (uint32_t i = 0; i < row->n_cells; i++) {
		struct str s = str_trim(document_span_text(text->document, row->cells[i].span));
		if (s.len >= 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')')
			s = str_part(s, 1, s.len - 2);
		int64_t number;
		if (!str_parse_int(s, &number) || number != i + 1)
			return false;
	}
	return row->n_cells >= 2;
}
