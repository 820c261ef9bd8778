#include "reading/table_layout.h"

#include "reading/column_model.h"
#include "reading/flow_line.h"
#include "reading/flow_ordinal.h"
#include "reading/layout_page.h"
#include "reading/layout_rows.h"
#include "reading/table_rows.h"
#include "viet/torn_word.h"

enum { MOST_HEAD_LINES = 12, LOOKED_AT = 60, FEWEST_ON_PAGE = 4, PROSE_LINES = 3, PER_COLUMN = 2 };

/* A page of the table, in lines first … end - 1 of those gathered. */
struct page {
	size_t first, end, n_head;
	struct layout_columns columns;
};
VEC_OF(page, struct page);

struct layout {
	struct arena *arena;
	struct table_text *text;
	const struct counts *pairs;
	struct table_header header;
	struct layout_line_vec lines;
	struct page_vec pages;
	uint32_t widths[TABLE_MAX_COLUMNS]; /* of the widest line of each column, in characters */
	struct table_raw_row_vec rows;
};

static const struct document_block *block_of(const struct table_text *text, uint32_t line)
{
	return &text->document->blocks.at[text->lines.at[line].block];
}

static struct str text_of(const struct table_text *text, uint32_t first, uint32_t end)
{
	if (first == end)
		return (struct str){0};
	struct document_span span = {text->words.at[first].span.begin, text->words.at[end - 1].span.end};
	return document_span_text(text->document, span);
}

/* --- the head --- */

/* Where a head begins and ends, what it says, and how much of it is words of heads. */
struct head {
	struct table_header header;
	struct layout_columns columns;
	size_t n;
	int score;
};

/* The first line of "STT" or "TT" in a narrow column. */
static bool is_torn_ordinal(struct str s)
{
	return str_eq(s, STR("S")) || str_eq(s, STR("ST")) || str_eq(s, STR("T"));
}

static struct str first_word(struct str s)
{
	size_t space = str_find(s, STR(" "), 0);
	return space == SIZE_MAX ? s : str_part(s, 0, space);
}

static struct str last_word(struct str s)
{
	size_t from = s.len;
	while (from > 0 && s.ptr[from - 1] != ' ')
		from--;
	return str_from(s, from);
}

/* What the head says above each column: its lines one below the other. */
static void take_head(struct arena *arena, const struct table_text *text, const struct layout_line *lines, size_t n_head,
                      const struct layout_columns *columns, struct table_header_cells *ret)
{
	struct layout_cell cells[TABLE_MAX_COLUMNS];
	bool is_alone[TABLE_MAX_COLUMNS] = {false}; /* the last line of the column so far is one word */
	*ret = (struct table_header_cells){.n = columns->n};
	for (size_t l = 0; l < n_head; l++) {
		layout_page_split(&lines[l], columns, cells);
		for (uint32_t c = 0; c < columns->n; c++) {
			struct str word = text_of(text, cells[c].first, cells[c].end), *above = &ret->above[c];
			bool torn = is_torn_ordinal(*above) && (str_eq(word, STR("T")) || str_eq(word, STR("TT")));
			torn = torn || (is_alone[c] && viet_torn_word_is_one(last_word(*above), first_word(word)));
			is_alone[c] = cells[c].first < cells[c].end ? cells[c].end == cells[c].first + 1 : is_alone[c];
			if (word.len > 0)
				*above =
				    above->len == 0 ? word : str_format(arena, "%.*s%s%.*s", STR_ARG(*above), torn ? "" : " ", STR_ARG(word));
		}
	}
}

/* Words that heads have count for one, others against them twice. */
static int score_head(const struct table_text *text, const struct table_header_cells *cells)
{
	int score = 0;
	for (uint32_t c = 0; c < cells->n; c++) {
		uint32_t known, n = table_header_count_words(text, cells->above[c], &known);
		score += (int)known - 2 * (int)(n - known);
	}
	return score;
}

static bool has_gap(const struct table_text *text, uint32_t line)
{
	const struct table_line *at = &text->lines.at[line];
	for (uint32_t w = at->first + 1; w < at->end; w++)
		if (text->words.at[w].span.begin >= text->words.at[w - 1].span.end + 2)
			return true;
	return false;
}

/* Whether a line may be one of a head: no number, no mark of a row, no long words in a row. */
static bool may_be_head(const struct table_text *text, uint32_t line)
{
	enum { MOST_WORDS = 30 };
	const struct table_line *at = &text->lines.at[line];
	for (uint32_t w = at->first; w < at->end; w++) {
		uint16_t flags = text->words.at[w].flags;
		bool inside = w > at->first && text->words.at[w].span.begin == text->words.at[w - 1].span.end + 1; /* a dash, no bullet */
		if ((flags & (TABLE_WORD_DATE | TABLE_WORD_DIGIT)) || ((flags & TABLE_WORD_BULLET) && !inside))
			return false;
	}
	struct flow_ordinal_mark mark;
	struct str first = table_text_word(text, at->first);
	bool is_row = flow_ordinal_parse(first, &mark) && (mark.kind != ORDINAL_LETTER || mark.marked);
	return at->end - at->first <= MOST_WORDS && !is_row;
}

/* The best head that begins at the line; false where none does. */
static bool try_head(struct arena *arena, const struct table_text *text, uint32_t line, struct head *ret)
{
	struct layout_line lines[MOST_HEAD_LINES + LOOKED_AT];
	size_t most = 0, n = 0;
	bool found = false;
	while (most < MOST_HEAD_LINES && line + most < text->lines.n && may_be_head(text, line + (uint32_t)most))
		most++;
	for (uint32_t l = line; most > 0 && l < text->lines.n && n < most + LOOKED_AT; l++) {
		bool next_page = n >= most + FEWEST_ON_PAGE && block_of(text, l)->page_before;
		if (next_page || (l > line && text->lines.at[l].block != text->lines.at[l - 1].block + 1))
			break;
		lines[n++] = layout_page_line(arena, text, NULL, l);
	}
	for (size_t k = 1; k <= most && k < n; k++) {
		struct table_header_cells cells;
		struct head head = {.n = k};
		if (!layout_page_find_columns(lines, n, k, &head.columns) || head.columns.n < 3)
			continue;
		take_head(arena, text, lines, k, &head.columns, &cells);
		head.score = score_head(text, &cells);
		bool better = !found || head.score > ret->score;
		if (better && table_header_of_cells(text, &cells, &head.header) && table_header_has(&head.header, TABLE_TITLE)) {
			found = true;
			head.columns.begins_with_ordinal = head.header.columns[0] == TABLE_ORDINAL;
			*ret = head;
		}
	}
	return found;
}

/* A line without a gap may be the top of one column's head that is set higher than the others: "ST" above "T", "Thời gian thực"
 * above "hiện". */
static bool is_top_of_head(const struct table_text *text, uint32_t line)
{
	enum { MOST_WORDS = 4, MOST_OTHERS = 1 };
	const struct table_line *at = &text->lines.at[line];
	uint32_t known = 0;
	if (at->end - at->first > MOST_WORDS)
		return false;
	uint32_t n = table_header_count_words(text, text_of(text, at->first, at->end), &known);
	return is_torn_ordinal(table_text_word(text, at->first)) || (known > 0 && n - known <= MOST_OTHERS);
}

/* Whether one of the lines from `line` on has a gap and a word of heads: without one it is not worth trying. */
static bool is_promising(const struct table_text *text, uint32_t line)
{
	enum { REACH = 4, INDENT = 8 };
	bool may_begin = has_gap(text, line) || block_of(text, line)->indent > INDENT || is_top_of_head(text, line);
	if (!may_be_head(text, line) || !may_begin)
		return false;
	for (uint32_t l = line; l < line + REACH && l < text->lines.n; l++) {
		uint32_t known = 0;
		if (has_gap(text, l))
			(void)table_header_count_words(text, text_of(text, text->lines.at[l].first, text->lines.at[l].end), &known);
		if (known > 0)
			return true;
	}
	return false;
}

/* A head that begins at the line, where no better one begins a line or two below. */
static bool find_head(struct arena *arena, const struct table_text *text, uint32_t line, struct head *ret)
{
	enum { REACH = 3 };
	if (!is_promising(text, line) || !try_head(arena, text, line, ret))
		return false;
	for (uint32_t l = line + 1; l <= line + REACH && l < text->lines.n; l++) {
		struct head later;
		if (try_head(arena, text, l, &later) && later.score > ret->score)
			return false;
	}
	return true;
}

bool table_layout_begins(struct arena *arena, const struct table_text *text, uint32_t line, struct table_header *ret_header)
{
	struct head head;
	if (!find_head(arena, text, line, &head))
		return false;
	*ret_header = head.header;
	return true;
}

/* --- the lines --- */

static bool is_page_number(const struct layout *layout, const struct layout_line *line)
{
	const struct table_text *text = layout->text;
	struct layout_cell cells[TABLE_MAX_COLUMNS];
	int64_t number;
	if (line->n != 1 || !str_parse_int(table_text_word(text, line->first), &number))
		return false;
	layout_page_split(line, &layout->pages.at[layout->pages.n - 1].columns, cells);
	for (uint32_t c = 0; c < layout->header.n_columns; c++)
		if (cells[c].first < cells[c].end)
			return layout->header.columns[c] == TABLE_TITLE || block_of(text, line->line)->blank_before > 0 ||
			       block_of(text, line->line)->page_before;
	return true;
}

static void begin_page(struct layout *layout, uint32_t *line, const struct layout_columns *columns, size_t n_head)
{
	if (layout->pages.n > 0)
		layout->pages.at[layout->pages.n - 1].end = layout->lines.n;
	struct page page = {.first = layout->lines.n, .n_head = n_head, .columns = *columns};
	for (size_t i = 0; i < n_head; i++)
		VEC_PUSH(layout->arena, &layout->lines, layout_page_line(layout->arena, layout->text, layout->pairs, (*line)++));
	VEC_PUSH(layout->arena, &layout->pages, page);
}

/* Takes the lines from number `from` on away again, and those before them down from the last gap: a heading over the prose that
 * follows. Returns the line of the text with which they begin. */
static uint32_t drop_prose(struct layout *layout, size_t from)
{
	enum { MOST_HEADING_LINES = 3 };
	size_t begin = from, first = layout->pages.at[layout->pages.n - 1].first + layout->pages.at[layout->pages.n - 1].n_head;
	for (size_t i = 0; i < MOST_HEADING_LINES && from > first + i; i++) {
		const struct layout_line *line = &layout->lines.at[from - 1 - i];
		if (line->n_segments > 1)
			break;
		if (block_of(layout->text, line->line)->blank_before > 0) {
			begin = from - 1 - i;
			break;
		}
	}
	uint32_t line = layout->lines.at[begin].line;
	layout->lines.n = begin;
	return line;
}

/* Gathers the lines of all pages; returns the line after the table. */
static uint32_t gather(struct layout *layout, uint32_t line)
{
	const struct table_text *text = layout->text;
	struct head head, again;
	size_t prose = 0;
	uint32_t l = line;
	int section = flow_line_section_before(text, line);
	if (!try_head(layout->arena, text, l, &head))
		return line;
	layout->header = head.header;
	begin_page(layout, &l, &head.columns, head.n);
	while (l < text->lines.n && prose < PROSE_LINES) {
		bool torn = text->lines.at[l].block != text->lines.at[l - 1].block + 1;
		int number = section > 0 ? flow_line_section(text, l) : 0;
		section = number == 1 ? 0 : section; /* rows are grouped under such numbers */
		if (torn || flow_line_ends_table(text, l) || (section > 0 && number == section + 1))
			break;
		bool found = find_head(layout->arena, text, l, &again);
		if (found && !table_header_same(&again.header, &head.header)) {
			if (again.score >= (int)again.columns.n * PER_COLUMN)
				break;
			found = false; /* cells that happen to say what heads do */
		}
		if (found) {
			head = again;
			begin_page(layout, &l, &head.columns, head.n);
			prose = 0;
			continue;
		}
		struct layout_line at = layout_page_line(layout->arena, text, layout->pairs, l);
		if (block_of(text, l)->page_before && prose == 0)
			begin_page(layout, &l, &head.columns, 0);
		if (!is_page_number(layout, &at)) {
			VEC_PUSH(layout->arena, &layout->lines, at);
			prose = layout_page_spans(&at, &head.columns) ? prose + 1 : 0;
		}
		l++;
	}
	if (prose > 0)
		l = drop_prose(layout, layout->lines.n - prose);
	layout->pages.at[layout->pages.n - 1].end = layout->lines.n;
	return l;
}

/* --- the rows --- */

static void measure(struct layout *layout, const struct layout_cell *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t c = (uint32_t)(i % layout->header.n_columns);
		uint32_t width = table_text_width(layout->text, cells[i].first, cells[i].end);
		layout->widths[c] = width > layout->widths[c] ? width : layout->widths[c];
	}
}

/* Whether the line of a cell begins a paragraph: a bullet, or the line before ended early. */
static bool begins_item(const struct layout *layout, uint32_t column, const struct layout_cell *before,
                        const struct layout_cell *cell)
{
	uint16_t flags = layout->text->words.at[cell->first].flags;
	if (flags & TABLE_WORD_BULLET)
		return true;
	uint32_t used = table_text_width(layout->text, before->first, before->end);
	uint32_t needed = TABLE_TEXT_SPACE_WIDTH + layout->text->words.at[cell->first].head_width;
	uint16_t end = layout->text->words.at[before->end - 1].flags;
	return (flags & TABLE_WORD_UPPER) && !(end & (TABLE_WORD_OPEN | TABLE_WORD_COMMA)) &&
	       (used + needed) * 10 < layout->widths[column] * 9;
}

static void add_heading(struct layout *layout, const struct layout_line *line, bool goes_on)
{
	struct flow_ordinal_mark mark;
	struct table_raw_row row = {.emphasised = true}, *into = &row;
	uint32_t first = line->first, end = line->first + line->n, title = 0;
	for (uint32_t c = 0; c < layout->header.n_columns; c++) {
		title = layout->header.columns[c] == TABLE_TITLE ? c : title;
		if (layout->header.columns[c] == TABLE_ORDINAL && line->n > 1 &&
		    flow_ordinal_parse(table_text_word(layout->text, first), &mark)) {
			VEC_PUSH(layout->arena, &row.cells[c], (struct table_cell_run){.first = first, .end = first + 1});
			first++;
		}
	}
	if (goes_on && layout->rows.n > 0)
		into = &layout->rows.at[layout->rows.n - 1];
	VEC_PUSH(layout->arena, &into->cells[title], (struct table_cell_run){.first = first, .end = end, .begins_item = !goes_on});
	row.wide = 1u << title;
	if (into == &row)
		VEC_PUSH(layout->arena, &layout->rows, row);
}

/* Whether only one space stands before the word, which begins a cell in the middle of its line. */
static bool is_tight(const struct table_text *text, uint32_t line_first, uint32_t word)
{
	return word > line_first && text->words.at[word].span.begin < text->words.at[word - 1].span.end + 2;
}

static void add_row(struct layout *layout, const struct layout_line *lines, const struct layout_cell *cells, uint32_t begin,
                    uint32_t end, bool after_cut)
{
	struct table_raw_row row = {.after_cut = after_cut};
	for (uint32_t c = 0; c < layout->header.n_columns; c++) {
		const struct layout_cell *before = NULL;
		for (uint32_t l = begin; l < end; l++) {
			const struct layout_cell *cell = &cells[l * layout->header.n_columns + c];
			if (cell->first == cell->end)
				continue;
			struct table_cell_run run = {.first = cell->first, .end = cell->end};
			run.begins_item = before == NULL || begins_item(layout, c, before, cell);
			if (is_tight(layout->text, lines[l].first, cell->first))
				row.doubted |= 1u << c | (c > 0 ? 1u << (c - 1) : 0);
			VEC_PUSH(layout->arena, &row.cells[c], run);
			before = cell;
		}
	}
	VEC_PUSH(layout->arena, &layout->rows, row);
}

/* "THÁNG 4" in a line of its own, where most lines are not in capitals. */
static void find_groups(const struct table_text *text, const struct layout_line *lines, uint32_t n, bool *is_heading)
{
	enum { RARE = 2 };
	uint32_t groups = 0;
	for (uint32_t l = 0; l < n; l++)
		groups += table_text_is_group(text, lines[l].first, lines[l].first + lines[l].n);
	for (uint32_t l = 0; l < n && groups * RARE < n; l++)
		is_heading[l] = is_heading[l] || table_text_is_group(text, lines[l].first, lines[l].first + lines[l].n);
}

static void read_page(struct layout *layout, struct arena *scratch, const struct page *page, bool is_first)
{
	const struct layout_line *lines = &layout->lines.at[page->first + page->n_head];
	uint32_t n = (uint32_t)(page->end - page->first - page->n_head), n_columns = layout->header.n_columns;
	struct layout_cell *cells = ARENA_ARRAY(scratch, struct layout_cell, (size_t)(n + 1) * n_columns);
	bool *is_heading = ARENA_ARRAY(scratch, bool, n + 1), *begins = ARENA_ARRAY(scratch, bool, n + 1);
	for (uint32_t l = 0; l < n; l++) {
		layout_page_split(&lines[l], &page->columns, &cells[l * n_columns]);
		is_heading[l] = layout_page_spans(&lines[l], &page->columns);
	}
	if (!table_header_has(&layout->header, TABLE_ORDINAL))
		find_groups(layout->text, lines, n, is_heading);
	struct layout_rows rows = {.text = layout->text,
	                           .header = &layout->header,
	                           .cells = cells,
	                           .is_heading = is_heading,
	                           .n_lines = n,
	                           .goes_on = !is_first};
	layout_rows_find(scratch, &rows, begins);
	measure(layout, cells, (size_t)n * n_columns);
	for (uint32_t begin = 0, end; begin < n; begin = end) {
		struct flow_ordinal_mark mark;
		end = begin + 1;
		while (end < n && !begins[end])
			end++;
		bool marked = flow_ordinal_parse(table_text_word(layout->text, lines[begin].first), &mark);
		if (is_heading[begin])
			add_heading(layout, &lines[begin], begin > 0 && is_heading[begin - 1] && !marked);
		else
			add_row(layout, lines, cells, begin, end, !is_first && begin == 0);
	}
}

enum rc table_layout_read(struct arena *arena, struct table_text *text, const struct counts *pairs, uint32_t line,
                          reading_progress progress, void *context, struct table *table, struct table_header *ret_header,
                          uint32_t *ret_end)
{
	struct layout layout = {.arena = arena, .text = text, .pairs = pairs};
	*ret_end = gather(&layout, line);
	struct arena *scratch = arena_new();
	for (size_t p = 0; p < layout.pages.n; p++) {
		read_page(&layout, scratch, &layout.pages.at[p], p == 0);
		arena_reset(scratch);
	}
	arena_free(scratch);
	column_model_tell(text, &layout.rows, &layout.header);
	*ret_header = layout.header;
	return table_rows_read(arena, text, pairs, &layout.header, &layout.rows, false, progress, context, table);
}
