#include "reading/table_header.h"

#include <string.h>

#include "reading/flow_ordinal.h"
#include "reading/grid_row.h"
#include "reading/header_phrase.h"
#include "reading/header_run.h"
#include "reading/torn_text.h"

enum { MAX_HEADER_LINES = 24, MAX_UNKNOWN_RUN = 5 };

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
	struct str s = table_text_word(text, line->first);
	if (word->flags & TABLE_WORD_DIGIT)
		return true;
	/* "STT" wraps in a narrow column */
	return !str_eq(s, STR("T")) && flow_ordinal_parse(s, &mark);
}

/* Whether a line that says `s`, one word or the end of one, goes on with the first word of the next: "hoạ" "ch". */
static bool is_torn(const struct table_text *text, uint32_t line, struct str s)
{
	const struct table_line *at = &text->lines.at[line], *next = at + 1;
	bool joins = line + 1 < text->lines.n && next->block == at->block + 1 && at->end == at->first + 1;
	return joins && torn_text_is_one(s, table_text_word(text, next->first));
}

/* The words from line `line` on that may be the header's. True where they end before what looks like a first row. */
static bool gather_words(const struct table_text *text, uint32_t line, struct header_words *words)
{
	bool aside = false, ends_at_row = false;
	struct str torn = {0}; /* the begin of a word that goes on in the next line */
	for (uint32_t l = line; l < text->lines.n && l < line + MAX_HEADER_LINES && !ends_at_row; l++) {
		ends_at_row = l > line && begins_row(text, &text->lines.at[l]);
		if (ends_at_row || (l > line && text->lines.at[l].block != text->lines.at[l - 1].block + 1))
			break; /* or a row of cells stands between */
		struct str s = document_span_text(text->document, text->document->blocks.at[text->lines.at[l].block].span);
		s = torn.len > 0 ? str_format(text->arena, "%.*s%.*s", STR_ARG(torn), STR_ARG(s)) : s;
		torn = is_torn(text, l, s) ? s : (struct str){0};
		if (torn.len == 0)
			header_phrase_split(text, s, l, &aside, words);
	}
	header_phrase_look_at_case(words);
	return ends_at_row;
}

/* Reads phrases for as long as they are phrases of a header; words [0, *ret_end) were read. Lines are taken whole: reading
 * ends after the last line all of whose words belong. What no phrase is known for is a column as well where the table has
 * ordinals; at the end only where the words end before a first row. */
static enum header_bond bond_at(const struct header_words *words, uint32_t at)
{
	const struct header_word *word = &words->at[at];
	if (word->joined || (at > 0 && str_eq(words->at[at - 1].text, STR("va"))) || (words->cased && word->small))
		return HEADER_BOND_JOINED;
	return words->cased && word->proper ? HEADER_BOND_FRESH : HEADER_BOND_NONE;
}

/* A word that no phrase is known for: *unknown such words stand side by side. False where it is no word of a header. */
static bool take_unknown(const struct header_words *words, uint32_t at, struct header_run *run, uint32_t *unknown)
{
	if (++*unknown > MAX_UNKNOWN_RUN || (words->cased && words->at[at].capitals))
		return false;
	if (words->cased ? words->at[at].proper : *unknown == 1)
		header_run_begin(run, SAYS_NOTE);
	return true;
}

static void read_phrases(const struct header_words *words, bool has_ordinal, bool ends_at_row, struct header_run *ret,
                         uint32_t *ret_end_line)
{
	struct header_run run = {0};
	uint32_t unknown = 0;
	for (uint32_t at = 0; at < words->n && !run.full;) {
		uint32_t n = 1;
		enum header_says says = header_phrase_match(words, at, &n);
		if (words->at[at].aside) {
			n = 1;
		} else if (says != SAYS_NOTHING) {
			header_run_add(&run, says, bond_at(words, at));
			unknown = 0;
		} else if (!has_ordinal || !take_unknown(words, at, &run, &unknown)) {
			break;
		}
		at += n;
		bool line_ends = at == words->n || words->at[at].line != words->at[at - 1].line;
		if (line_ends && (unknown == 0 || (at == words->n && ends_at_row))) {
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

/* What the first column of a header may say. */
static bool may_come_first(enum header_says says)
{
	return says == SAYS_ORDINAL || says == SAYS_TITLE || says == SAYS_BROAD || says == SAYS_GROUP || says == SAYS_SCHEDULE ||
	       says == SAYS_BEGIN || says == SAYS_PRODUCT || header_run_is_unit_role(says) || says == SAYS_UNIT;
}

bool table_header_in_lines(const struct table_text *text, uint32_t line, struct table_header *ret, uint32_t *ret_end)
{
	const struct table_word *first = &text->words.at[text->lines.at[line].first];
	if (!(first->flags & TABLE_WORD_UPPER))
		return false;
	struct header_words words = {.n = 0};
	bool ends_at_row = gather_words(text, line, &words);
	uint32_t n = 0;
	enum header_says says = header_phrase_match(&words, 0, &n);
	if (!may_come_first(says))
		return false;
	bool has_ordinal = says == SAYS_ORDINAL;
	struct header_run run = {0};
	uint32_t end = line;
	read_phrases(&words, has_ordinal, ends_at_row, &run, &end);
	header_run_finish(&run);
	if (run.header.n_columns < 3 || run.full || !table_header_has(&run.header, TABLE_TITLE))
		return false;
	/* a heading may name the columns of the appendix below it: in prose, not as a header */
	bool in_one_line = end == line + 1;
	if (!has_ordinal && table_header_has(&run.header, TABLE_ORDINAL))
		return false;
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

static enum header_says says_of_cell(const struct table_text *text, struct str cell)
{
	struct header_words words = {.n = 0};
	bool aside = false;
	struct header_run run = {0};
	header_phrase_split(text, cell, 0, &aside, &words);
	for (uint32_t at = 0; at < words.n;) {
		uint32_t n = 1;
		enum header_says says = header_phrase_match(&words, at, &n);
		if (says == SAYS_NOTHING && run.header.n_columns == 0)
			return SAYS_NOTHING;
		if (says != SAYS_NOTHING && !words.at[at].aside)
			header_run_add(&run, says, HEADER_BOND_JOINED);
		at += n;
	}
	return run.header.n_columns > 0 ? run.says[0] : SAYS_NOTHING;
}

bool table_header_tell_cell(const struct table_text *text, const struct table_header_cells *cells, struct table_header *ret)
{
	enum header_says says = says_of_cell(text, cells->above[0]);
	if (says == SAYS_NOTHING || header_run_is_more(says) || says == SAYS_OVERSEES)
		return false;
	*ret = (struct table_header){.n_columns = 1};
	ret->columns[0] = header_run_column(says);
	ret->looks[0] = header_run_look(says);
	return true;
}

bool table_header_of_cells(const struct table_text *text, const struct table_header_cells *cells, struct table_header *ret)
{
	enum { MAX_HEADER_CELL_BYTES = 120 };
	struct header_run run = {.header = {.n_columns = cells->n}};
	uint32_t known = 0, filled = 0;
	for (uint32_t i = 0; i < cells->n; i++) {
		if (cells->above[i].len > MAX_HEADER_CELL_BYTES || cells->below[i].len > MAX_HEADER_CELL_BYTES)
			return false;
		run.says[i] = says_of_cell(text, cells->below[i]);
		if (run.says[i] == SAYS_NOTHING)
			run.says[i] = says_of_cell(text, cells->above[i]);
		run.header.is_told[i] = run.says[i] != SAYS_NOTHING;
		known += run.says[i] != SAYS_NOTHING;
		filled += cells->below[i].len + cells->above[i].len > 0;
	}
	if (known * 3 < filled * 2 || known < 2 || filled * 3 < cells->n * 2)
		return false;
	header_run_finish(&run);
	if (run.header.n_columns != cells->n)
		return false;
	*ret = run.header;
	return table_header_has(ret, TABLE_ORDINAL) || table_header_is_of_tasks(ret);
}

/* The row below a header's first, whose cells say more of some of its columns: "Chủ trì | Phối hợp" below what spans both. */
static bool is_second_row(const struct table_text *text, const struct table_header_cells *cells)
{
	uint32_t filled = 0, known = 0;
	for (uint32_t i = 0; i < cells->n; i++) {
		if (cells->below[i].len == 0)
			continue;
		/* where the first row has words as well, they are those that span several */
		enum header_says above = says_of_cell(text, cells->above[i]);
		bool may_span = above == SAYS_NOTHING || above == SAYS_ASSIGNMENT || above == SAYS_UNIT || above == SAYS_SCHEDULE ||
		                above == SAYS_FUNDING;
		if (!may_span && !cells->spans[i])
			return false;
		filled++;
		known += says_of_cell(text, cells->below[i]) != SAYS_NOTHING || cells->spans[i];
	}
	return filled >= 2 && known >= 2 && known * 2 > filled && filled < cells->n;
}

static void take_row(const struct table_text *text, const struct grid_row *row, bool is_below, struct table_header_cells *cells)
{
	for (uint32_t i = 0; i < row->n_columns && i < TABLE_MAX_COLUMNS; i++) {
		struct str cell = row->cells[i] != NULL ? document_span_text(text->document, row->cells[i]->span) : (struct str){0};
		if (is_below)
			cells->below[i] = cell;
		else
			cells->above[i] = cell;
		for (uint32_t k = 1; !is_below && row->cells[i] != NULL && k < row->cells[i]->n_columns && i + k < TABLE_MAX_COLUMNS;
		     k++) {
			cells->spans[i] = cells->spans[i + k] = true;
			cells->above[i + k] = cell;
		}
	}
	cells->n = row->n_columns > cells->n ? row->n_columns : cells->n;
}

bool table_header_in_rows(const struct table_text *text, uint32_t block, struct table_header *ret, uint32_t *ret_end)
{
	const struct document_block_vec *blocks = &text->document->blocks;
	struct table_header_cells cells = {.n = 0}, both;
	struct table_header wider;
	struct grid_row row;
	if (!grid_row_of_block(&blocks->at[block], &row) || row.n_columns < 2)
		return false;
	take_row(text, &row, false, &cells);
	bool found = table_header_of_cells(text, &cells, ret);
	*ret_end = block + 1;
	struct flow_ordinal_mark mark; /* a row of the table, above the head that its next page repeats */
	bool is_row = flow_ordinal_parse(str_trim(cells.above[0]), &mark) && mark.kind == ORDINAL_NUMBER;
	if (!is_row && block + 1 < blocks->n && grid_row_of_block(&blocks->at[block + 1], &row)) {
		both = cells;
		take_row(text, &row, true, &both);
		if (table_header_of_cells(text, &both, &wider) && is_second_row(text, &both)) {
			*ret = wider;
			*ret_end = block + 2;
			return true;
		}
	}
	return found;
}

uint32_t table_header_count_words(const struct table_text *text, struct str s, uint32_t *ret_known)
{
	struct header_words words = {.n = 0};
	bool aside = false;
	*ret_known = 0;
	header_phrase_split(text, s, 0, &aside, &words);
	for (uint32_t at = 0, n; at < words.n; at += n)
		*ret_known += header_phrase_match(&words, at, &n) != SAYS_NOTHING || words.at[at].aside ? n : 0;
	return words.n;
}

bool table_header_is_numbering(const struct table_text *text, const struct document_block *row)
{
	struct grid_row grid;
	uint32_t numbers = 0;
	if (!grid_row_of_block(row, &grid) || grid.n_columns < 2)
		return false;
	for (uint32_t i = 0; i < grid.n_columns; i++) {
		if (grid.cells[i] == NULL)
			continue;
		struct str s = str_trim(document_span_text(text->document, grid.cells[i]->span));
		if (s.len >= 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')')
			s = str_part(s, 1, s.len - 2);
		int64_t number;
		if (!str_parse_int(s, &number) || number != ++numbers)
			return false;
	}
	return numbers >= 2;
}
