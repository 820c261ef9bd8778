#include "reading/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "reading/letterhead.h"
#include "reading/lines_mark.h"
#include "reading/words.h"
#include "viet/space.h"

/* ---- lines ---- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

struct line {
	uint32_t block;
	struct document_span span;
	struct str text;
	uint32_t width, blank, indent;
	bool page, emphasised;
	bool alone; /* neither goes on nor is gone on with: a cell, a part of the letterhead */
};
VEC_OF(line, struct line);

enum {
	MAX_WIDTH = 2000,
	MAX_GAP = 8,
	RUNNING_HEADER_TIMES = 3,
	MAX_CUT_WORD = 200,
	HEADING_FILL = 88,
	BODY_FILL = 78,
	SHORT_LINE = 60
};

/* "12", "- 12 -", "Trang 3/10", "3/10". */
static bool is_page_number(struct str text)
{
	struct str s = str_has_prefix(text, STR("Trang ")) ? str_from(text, 6) : text;
	size_t digits = 0;
	for (size_t i = 0; i < s.len; i++) {
		digits += is_digit(s.ptr[i]);
		if (!is_digit(s.ptr[i]) && s.ptr[i] != ' ' && s.ptr[i] != '-' && s.ptr[i] != '/' && s.ptr[i] != '|')
			return false;
	}
	return digits > 0 && digits <= 6 && s.len <= 12 && !str_contains(s, STR("/20"));
}

static bool is_url_only(struct str text)
{
	bool begins =
	    str_has_prefix(text, STR("http://")) || str_has_prefix(text, STR("https://")) || str_has_prefix(text, STR("www."));
	return begins && memchr(text.ptr, ' ', text.len) == NULL;
}

/* A line of dashes, underscores or asterisks: a drawn line. */
static bool is_rule(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (strchr("-_*=. ", text.ptr[i]) == NULL)
			return false;
	return true;
}

static int compare_text(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* Texts that stand at the top of RUNNING_HEADER_TIMES pages or more, sorted. */
static struct str_vec running_headers(struct arena *arena, const struct line_vec *lines)
{
	struct str_vec tops = {0}, headers = {0};
	for (size_t i = 0; i < lines->n; i++)
		if (lines->at[i].page)
			VEC_PUSH(arena, &tops, lines->at[i].text);
	if (tops.n > 0)
		qsort(tops.at, tops.n, sizeof tops.at[0], compare_text);
	for (size_t i = 0, run = 1; i < tops.n; i++, run++) {
		if (i > 0 && !str_eq(tops.at[i], tops.at[i - 1]))
			run = 1;
		if (run == RUNNING_HEADER_TIMES)
			VEC_PUSH(arena, &headers, tops.at[i]);
	}
	return headers;
}

static bool is_in(const struct str_vec *sorted, struct str text)
{
	return sorted->n > 0 && bsearch(&text, sorted->at, sorted->n, sizeof sorted->at[0], compare_text) != NULL;
}

static void add_line(struct arena *arena, const struct document *document, uint32_t block, struct document_span span,
                     struct line_vec *lines)
{
	const struct document_block *b = &document->blocks.at[block];
	struct str text = document_span_text(document, span);
	if (text.len == 0)
		return;
	VEC_PUSH(arena, lines,
	         (struct line){.block = block,
	                       .span = span,
	                       .text = text,
	                       .width = (uint32_t)utf8_count(text),
	                       .blank = b->blank_before,
	                       .indent = b->indent,
	                       .page = b->page_before,
	                       .emphasised = b->emphasised,
	                       .alone = b->kind == DOCUMENT_ROW || letterhead_stands_alone(text)});
}

/* The lines of the letterhead, whose two columns stand side by side: those of the left one, then those of the right one. Returns
 * the block after it; 0 where the document does not begin with one. */
static uint32_t collect_letterhead(struct arena *arena, const struct document *document, struct line_vec *lines)
{
	struct letterhead head = letterhead_find(document);
	for (int column = 0; column < 2; column++)
		for (uint32_t i = 0; i < head.end_block; i++) {
			struct document_span parts[2];
			letterhead_split(document, &head, i, parts);
			size_t before = lines->n;
			add_line(arena, document, i, parts[column], lines);
			if (lines->n > before)
				lines->at[before].alone = true;
		}
	return head.end_block;
}

/* Recipients and the signature beside them, from block `first` on: those first, then this. Returns the block after them; `first`
 * where they do not stand side by side. */
static uint32_t collect_closing(struct arena *arena, const struct document *document, uint32_t first, struct line_vec *lines)
{
	struct letterhead foot = letterhead_find_closing(document, first);
	for (int column = 0; column < 2; column++)
		for (uint32_t i = first; i < foot.end_block; i++) {
			struct document_span parts[2];
			letterhead_split(document, &foot, i, parts);
			size_t before = lines->n;
			add_line(arena, document, i, parts[column], lines);
			if (lines->n > before)
				lines->at[before].alone = column == 1;
		}
	return foot.end_block > first ? foot.end_block : first;
}

/* The paragraphs of a cell. */
static void add_cell(struct arena *arena, const struct document *document, uint32_t block, const struct document_cell *cell,
                     struct line_vec *lines)
{
	static const struct str mark = STR_INIT(DOCUMENT_PARAGRAPH_END);
	struct document_span rest = cell->span;
	while (rest.begin < rest.end && !cell->is_covered) {
		size_t at = str_find(document_span_text(document, rest), mark, 0);
		struct document_span line = {rest.begin, at == SIZE_MAX ? rest.end : rest.begin + (uint32_t)at};
		add_line(arena, document, block, line, lines);
		rest.begin = at == SIZE_MAX ? rest.end : line.end + (uint32_t)mark.len;
	}
}

/* The lines outside the tables; a row of no table gives its cells as lines. */
static struct line_vec collect_lines(struct arena *arena, const struct document *document, const struct table_vec *tables)
{
	struct line_vec lines = {0};
	size_t table = 0;
	for (uint32_t i = collect_letterhead(arena, document, &lines); i < document->blocks.n; i++) {
		while (table < tables->n && tables->at[table].end_block <= i)
			table++;
		if (table < tables->n && i >= tables->at[table].first_block)
			continue;
		const struct document_block *block = &document->blocks.at[i];
		uint32_t closed = block->kind == DOCUMENT_LINE ? collect_closing(arena, document, i, &lines) : i;
		if (closed > i)
			i = closed - 1;
		else if (block->kind == DOCUMENT_LINE)
			add_line(arena, document, i, block->span, &lines);
		else
			for (uint32_t c = 0; c < block->n_cells; c++)
				add_cell(arena, document, i, &block->cells[c], &lines);
	}
	return lines;
}

/* Leaves out page numbers, drawn lines, running headers, and addresses that a PDF file notes at the foot of a page. */
static struct line_vec without_furniture(struct arena *arena, const struct line_vec *all, struct str_vec *loose_urls)
{
	struct line_vec kept = {0};
	struct str_vec headers = running_headers(arena, all);
	uint32_t blank = 0;
	bool page = false;
	for (size_t i = 0; i < all->n; i++) {
		struct line line = all->at[i];
		bool after_colon = kept.n > 0 && (str_has_suffix(kept.at[kept.n - 1].text, STR(":")) ||
		                                  str_has_suffix(kept.at[kept.n - 1].text, STR("(")));
		bool url = is_url_only(line.text) && !after_colon;
		if (url)
			VEC_PUSH(arena, loose_urls, line.text);
		if (url || is_page_number(line.text) || is_rule(line.text) || (line.page && is_in(&headers, line.text))) {
			blank = line.blank > blank ? line.blank : blank;
			page = page || line.page || is_page_number(line.text);
			continue;
		}
		line.page = line.page || page;
		page = false;
		blank = 0;
		VEC_PUSH(arena, &kept, line);
	}
	return kept;
}

/* ---- joining ---- */

/* What is usual in a document: how long its lines are, how many blank lines stand between them. */
struct measure {
	uint32_t width, gap;
	bool shouted; /* all in capitals, which say nothing of a line */
};

static struct measure measure_of(const struct line_vec *lines)
{
	enum { NARROWEST = 72 }; /* of a page's lines: where all are shorter nothing was wrapped */
	enum { FEWEST_LINES = 20, SHOUTED_PERCENT = 90 };
	uint32_t widths[MAX_WIDTH + 1] = {0}, gaps[MAX_GAP + 1] = {0};
	struct measure measure = {0};
	size_t seen = 0, capitals = 0;
	for (size_t i = 0; i < lines->n; i++) {
		const struct line *line = &lines->at[i];
		capitals += lines_mark_is_capitals(line->text);
		widths[line->width < MAX_WIDTH ? line->width : MAX_WIDTH]++;
		gaps[line->blank < MAX_GAP ? line->blank : MAX_GAP]++;
	}
	for (uint32_t w = MAX_WIDTH; w > 0; w--) {
		seen += widths[w];
		if (seen * 10 >= lines->n) {
			measure.width = w;
			break;
		}
	}
	measure.shouted = lines->n >= FEWEST_LINES && capitals * 100 >= lines->n * SHOUTED_PERCENT;
	measure.width = measure.width < NARROWEST ? NARROWEST : measure.width;
	for (uint32_t g = 1; g <= MAX_GAP; g++)
		if (gaps[g] > gaps[measure.gap])
			measure.gap = g;
	return measure;
}

static uint32_t first_word_width(struct str s)
{
	size_t n = 0;
	while (n < s.len && s.ptr[n] != ' ')
		n++;
	return (uint32_t)utf8_count(str_part(s, 0, n));
}

/* Whether the line could hardly have held the first word of the next one too. Indents and the widths of letters make lines
 * differ; those of headings, which nothing else ends, less. */
static bool is_full(const struct measure *measure, const struct line *line, const struct line *next, bool heading)
{
	return (line->width + 1 + first_word_width(next->text)) * 100 >= measure->width * (heading ? HEADING_FILL : BODY_FILL);
}

/* Whether a line ends in a word that no sentence and no heading ends in. */
static bool hangs(struct str text)
{
	static const char *const words[] = {" và",   " của", " các",   " về",  " với",   " cho",  " trong",
	                                    " theo", " từ",  " là",    " để",  " những", " tại",  " ngày",
	                                    " số",   " năm", " tháng", " quý", " khoản", " Điều", ","};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (str_has_suffix(text, str_of(words[i])))
			return true;
	return false;
}

static bool begins_with_basis(struct str text)
{
	return str_has_prefix(text, STR("CĂN CỨ ")) || str_has_prefix(text, STR("THỰC HIỆN ")) ||
	       str_has_prefix(text, STR("Căn cứ ")) || str_has_prefix(text, STR("Thực hiện ")) ||
	       str_has_prefix(text, STR("Xét đề nghị")) || str_has_prefix(text, STR("Theo đề nghị"));
}

/* Whether a marked line goes on with the paragraph all the same: "- " or "2. " met in the middle of a sentence. */
static bool mark_is_accident(const struct measure *measure, const struct line *last, const struct line *next, uint32_t content)
{
	char end = last->text.ptr[last->text.len - 1];
	return lines_mark_is_lower_at(next->text, content) && strchr(".;:!?", end) == NULL && last->blank <= measure->gap + 1 &&
	       is_full(measure, last, next, true);
}

/* Whether no space belongs between two lines: a cut number or address. */
static bool is_cut_word(struct str last, struct str next)
{
	size_t word = last.len;
	while (word > 0 && last.ptr[word - 1] != ' ' && last.len - word < MAX_CUT_WORD)
		word--;
	struct str tail = str_from(last, word);
	if (tail.len == 0)
		return false;
	char first = next.ptr[0];
	bool digits = false;
	for (size_t i = 0; i < tail.len; i++)
		digits = digits || is_digit(tail.ptr[i]);
	if (str_has_suffix(tail, STR("-")) && tail.len > 1)
		return digits;
	bool address = str_contains(tail, STR("://")) || str_contains(tail, STR("www."));
	if (address)
		return first == '.' || first == '/' || str_has_suffix(tail, STR("/")) || str_has_suffix(tail, STR("."));
	return str_has_suffix(tail, STR("/")) && digits;
}

/* Whether a line that begins like a sentence of its own goes on with a paragraph: the line before it broke in mid-sentence. */
static bool is_broken_before(const struct measure *measure, const struct lines_paragraph *paragraph, const struct line *last,
                             const struct line *next)
{
	char end = last->text.ptr[last->text.len - 1], first = next->text.ptr[0];
	bool plain = paragraph->mark == LINES_PLAIN;
	if (plain && begins_with_basis(next->text))
		return false;
	if (strchr(".,);", first) != NULL || is_cut_word(last->text, next->text))
		return true;
	if (strchr(".:!?", end) != NULL || (end == ';' && plain))
		return false;
	bool half = last->width * 2 > measure->width;
	return is_full(measure, last, next, paragraph->mark > LINES_BULLET) || (half && (hangs(last->text) || is_digit(first)));
}

static bool goes_on(const struct measure *measure, const struct lines_paragraph *paragraph, const struct line *last,
                    const struct line *next)
{
	bool lower = lines_mark_is_lower_at(next->text, 0), capitals = lines_mark_is_capitals(next->text);
	bool gap = next->blank > measure->gap && !next->page;
	if (paragraph->capitals) {
		bool ended = strchr(".;:", last->text.ptr[last->text.len - 1]) != NULL; /* where all is in capitals */
		bool of_heading = !gap && capitals && !ended && paragraph->mark != LINES_PLAIN;
		if (of_heading || !measure->shouted)
			return of_heading;
	}
	if (lower)
		return !(gap && strchr(".;:", last->text.ptr[last->text.len - 1]) != NULL);
	bool torn = hangs(last->text) && !str_has_suffix(last->text, STR(",")); /* "… ngày" at the end of a page */
	if ((gap && !torn) || last->emphasised != next->emphasised)
		return false;
	if (capitals && next->width < SHORT_LINE && !is_full(measure, last, next, paragraph->mark > LINES_BULLET))
		return false;
	return is_broken_before(measure, paragraph, last, next);
}

/* The paragraph under way: its lines wait until it is whole. */
struct joiner {
	struct arena *arena;
	const struct line_vec *lines;
	struct lines *out;
	struct lines_paragraph paragraph;
	size_t first, n; /* lines of it */
};

static void finish(struct joiner *j)
{
	if (j->n == 0)
		return;
	struct lines_paragraph *p = &j->paragraph;
	size_t len = 0, used = 0;
	for (size_t i = 0; i < j->n; i++)
		len += j->lines->at[j->first + i].text.len + 1;
	char *text = j->n > 1 ? arena_alloc(j->arena, len) : NULL;
	for (size_t i = 0; i < j->n; i++) {
		const struct line *line = &j->lines->at[j->first + i];
		if (i > 0 && !is_cut_word((struct str){.ptr = text, .len = used}, line->text))
			text[used++] = ' ';
		VEC_PUSH(j->arena, &p->pieces, (struct lines_piece){.at = (uint32_t)used, .span = line->span});
		if (text != NULL)
			memcpy(text + used, line->text.ptr, line->text.len);
		used += line->text.len;
	}
	p->text = text != NULL ? (struct str){.ptr = text, .len = used} : j->lines->at[j->first].text;
	p->n_lines = (uint32_t)j->n;
	p->words = words_of(j->arena, p->text);
	p->capitals = lines_mark_is_capitals(lines_content(p));
	VEC_PUSH(j->arena, &j->out->paragraphs, *p);
	j->n = 0;
}

static void begin(struct joiner *j, const struct measure *measure, size_t i)
{
	const struct line *line = &j->lines->at[i];
	finish(j);
	j->paragraph = (struct lines_paragraph){.first_block = line->block,
	                                        .emphasised = line->emphasised,
	                                        .page_before = line->page,
	                                        .gap_before = line->blank > measure->gap};
	j->paragraph.mark = lines_mark_of(line->text, &j->paragraph.number, &j->paragraph.content);
	j->paragraph.capitals = lines_mark_is_capitals(str_from(line->text, j->paragraph.content));
	j->first = i;
	j->n = 1;
}

struct lines lines_of(struct arena *arena, const struct document *document, const struct table_vec *tables)
{
	struct lines out = {0};
	struct line_vec all = collect_lines(arena, document, tables);
	struct line_vec lines = without_furniture(arena, &all, &out.loose_urls);
	struct measure measure = measure_of(&lines);
	struct joiner j = {.arena = arena, .lines = &lines, .out = &out};
	for (size_t i = 0; i < lines.n; i++) {
		const struct line *line = &lines.at[i];
		struct str number;
		uint32_t content;
		enum lines_mark mark = lines_mark_of(line->text, &number, &content);
		bool next_to = j.n > 0 && line->block <= lines.at[i - 1].block + 3;
		bool alone = line->alone || (i > 0 && lines.at[i - 1].alone);
		bool joins = next_to && !alone &&
		             (mark == LINES_PLAIN ? goes_on(&measure, &j.paragraph, &lines.at[i - 1], line)
		                                  : mark_is_accident(&measure, &lines.at[i - 1], line, content));
		if (joins)
			j.n++;
		else
			begin(&j, &measure, i);
	}
	finish(&j);
	return out;
}

/* ---- parts of paragraphs ---- */

size_t lines_first_word(const struct lines_paragraph *paragraph)
{
	size_t first = 0;
	while (first < paragraph->words.n && paragraph->words.at[first].begin < paragraph->content)
		first++;
	return first;
}

struct str lines_content(const struct lines_paragraph *paragraph)
{
	return str_from(paragraph->text, paragraph->content);
}

struct reading_field lines_field(struct arena *arena, const struct lines_paragraph *paragraph, size_t begin, size_t end,
                                 uint8_t confidence)
{
	struct str part = viet_space_trim(str_part(paragraph->text, begin, end > begin ? end - begin : 0));
	struct reading_field field = {.text = part, .confidence = confidence};
	VEC_OF(span, struct document_span) spans = {0};
	if (part.len == 0)
		return field;
	uint32_t from = (uint32_t)(part.ptr - paragraph->text.ptr), to = from + (uint32_t)part.len;
	for (size_t i = 0; i < paragraph->pieces.n; i++) {
		const struct lines_piece *piece = &paragraph->pieces.at[i];
		uint32_t len = piece->span.end - piece->span.begin;
		if (piece->at + len <= from || piece->at >= to)
			continue;
		uint32_t a = from > piece->at ? from - piece->at : 0, b = to < piece->at + len ? to - piece->at : len;
		VEC_PUSH(arena, &spans, (struct document_span){.begin = piece->span.begin + a, .end = piece->span.begin + b});
	}
	if (spans.n > 0) {
		field.span = spans.at[0];
		field.more = spans.n > 1 ? spans.at + 1 : NULL;
		field.n_more = (uint32_t)spans.n - 1;
	}
	return field;
}
