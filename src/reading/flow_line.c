#include "reading/flow_line.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "reading/flow_ordinal.h"

enum { MAX_FURNITURE_LINES = 8 };

static const struct document_block *block_of(const struct table_text *text, uint32_t line)
{
	return &text->document->blocks.at[text->lines.at[line].block];
}

static struct str line_text(const struct table_text *text, uint32_t line)
{
	return document_span_text(text->document, block_of(text, line)->span);
}

/* "14", "- 14 -", "14/20", "Trang 14": the number; 0 where the line is none. */
static int page_number(const struct table_text *text, const struct flow_line *line)
{
	enum { MOST_WORDS = 3, MOST_DIGITS = 3 };
	int number = 0, digits = 0;
	bool after_slash = false;
	if (line->end - line->first > MOST_WORDS)
		return 0;
	for (uint32_t i = line->first; i < line->end; i++) {
		struct str s = table_text_word(text, i);
		if (str_eq(table_text_fold(text->arena, s), STR("trang")))
			continue;
		for (size_t k = 0; k < s.len; k++) {
			bool is_digit = s.ptr[k] >= '0' && s.ptr[k] <= '9';
			if (!is_digit && strchr("-/|", s.ptr[k]) == NULL)
				return 0;
			if ((s.ptr[k] == '/' && after_slash) || (is_digit && !after_slash && ++digits > MOST_DIGITS))
				return 0;
			after_slash = after_slash || s.ptr[k] == '/';
			if (is_digit && !after_slash)
				number = number * 10 + (s.ptr[k] - '0');
		}
	}
	return number;
}

static bool is_address(const struct table_text *text, const struct flow_line *line)
{
	struct str s = table_text_word(text, line->first);
	return line->end == line->first + 1 &&
	       (str_has_prefix(s, STR("http://")) || str_has_prefix(s, STR("https://")) || str_has_prefix(s, STR("mailto:")));
}

/* Whether the lines before number `n` say the address already, wherever they broke it. */
static bool is_said_before(const struct table_text *text, const struct flow_line_vec *lines, size_t n)
{
	enum { REACH_LINES = 400, MAX_TEXT = 64 * 1024 };
	struct str address = table_text_word(text, lines->at[n].first);
	while (str_has_suffix(address, STR("/")))
		address.len--;
	struct buf said;
	buf_init(&said, text->arena, MAX_TEXT);
	for (size_t i = n > REACH_LINES ? n - REACH_LINES : 0; i < n; i++)
		for (uint32_t w = lines->at[i].first; w < lines->at[i].end; w++)
			buf_add(&said, table_text_word(text, w));
	return str_contains(buf_str(&said), address);
}

/* The foot of one page of the table, or its head. */
struct foot {
	size_t line; /* of the lines gathered: the last of the page, a number */
	int number;
	uint32_t page;
	bool is_all;     /* the only line between a page break and the header: it stands at the head of the page */
	bool is_counted; /* the document has as many pages before it as it says */
};
VEC_OF(foot, struct foot);

/* Takes away the addresses of links, which the text layer of a PDF file repeats at the foot of the page that ends after the last
 * line, and notes what may be the page's number. */
static void end_page(const struct table_text *text, struct flow_line_vec *lines, size_t page_begin, uint32_t page,
                     struct foot_vec *feet)
{
	size_t n_feet = feet->n;
	for (int i = 0; i < MAX_FURNITURE_LINES && lines->n > page_begin; i++) {
		const struct flow_line *last = &lines->at[lines->n - 1];
		if (is_address(text, last) && is_said_before(text, lines, lines->n - 1)) {
			lines->n--;
			continue;
		}
		int number = feet->n == n_feet ? page_number(text, last) : 0;
		if (number == 0)
			return;
		/* addresses may stand before the number too */
		size_t before = lines->n - 1;
		while (before > page_begin && is_address(text, &lines->at[before - 1]) && is_said_before(text, lines, before - 1))
			before--;
		lines->at[before] = *last;
		lines->n = before + 1;
		bool is_all = before == page_begin && before > 0;
		VEC_PUSH(text->arena, feet, (struct foot){.line = before, .number = number, .page = page, .is_all = is_all});
	}
}

/* Whether the number goes up with the pages, as seen from another page. */
static bool counts_with_pages(const struct foot_vec *feet, size_t f)
{
	const struct foot *foot = &feet->at[f];
	for (size_t i = 0; i < feet->n; i++)
		if (i != f && feet->at[i].number - foot->number == (int)(feet->at[i].page - foot->page))
			return true;
	return false;
}

/* Of the numbers at the feet of pages those are page numbers that count with the pages, or stand apart from the lines above. */
static bool is_page_number(const struct flow_line_vec *lines, const struct foot_vec *feet, size_t f)
{
	enum { APART = 2 };
	const struct foot *foot = &feet->at[f];
	return foot->is_all || foot->is_counted || lines->at[foot->line].gap >= APART || counts_with_pages(feet, f);
}

/* Nghị định 30/2020/NĐ-CP puts the number at the head of each page but the first: notes the last line gathered, which begins its
 * page, where it may be one. `pages_before` counts all pages of the document before it. */
static void begin_page(const struct table_text *text, const struct flow_line_vec *lines, uint32_t page, uint32_t pages_before,
                       struct foot_vec *feet)
{
	const struct flow_line *line = &lines->at[lines->n - 1];
	int number = page_number(text, line);
	if (number > 0 && number == (int)pages_before + 1)
		VEC_PUSH(text->arena, feet, (struct foot){.line = lines->n - 1, .number = number, .page = page, .is_counted = true});
}

static void drop_page_numbers(struct flow_line_vec *lines, const struct foot_vec *feet)
{
	size_t n = 0, f = 0;
	bool cut = false;
	for (size_t i = 0; i < lines->n; i++) {
		if (f < feet->n && feet->at[f].line == i && is_page_number(lines, feet, f++)) {
			cut = cut || lines->at[i].cut_before;
			continue;
		}
		lines->at[n] = lines->at[i];
		lines->at[n].cut_before = lines->at[n].cut_before || cut;
		cut = false;
		n++;
	}
	lines->n = n;
}

static bool begins_with(const struct table_text *text, uint32_t line, const char *const *beginnings, size_t n)
{
	struct str folded = table_text_fold(text->arena, str_part(line_text(text, line), 0, 64));
	for (size_t i = 0; i < n; i++)
		if (str_has_prefix(folded, str_of(beginnings[i])))
			return true;
	return false;
}

static bool is_all_capitals(const struct table_text *text, uint32_t line)
{
	const struct table_line *l = &text->lines.at[line];
	uint32_t capitals = 0;
	for (uint32_t i = l->first; i < l->end; i++) {
		uint16_t flags = text->words.at[i].flags;
		capitals += (flags & TABLE_WORD_CAPS) != 0;
		if ((flags & TABLE_WORD_LETTERS) && !(flags & TABLE_WORD_CAPS))
			return false;
	}
	return capitals >= 1;
}

/* "Phụ lục II", "Phụ lục 2.": in small letters, an appendix only where nothing else stands in its line. */
static bool is_appendix(const struct table_text *text, uint32_t line)
{
	enum { WORDS = 3 };
	const struct table_line *l = &text->lines.at[line];
	struct flow_ordinal_mark mark;
	return l->end == l->first + WORDS && begins_with(text, line, (const char *const[]){"phu luc "}, 1) &&
	       flow_ordinal_parse(table_text_word(text, l->end - 1), &mark);
}

bool flow_line_ends_table(const struct table_text *text, uint32_t line)
{
	static const char *const anywhere[] = {"noi nhan:", "noi nhan :", "tren day la", "kinh gui:"};
	static const char *const in_capitals[] = {
	    "phu luc",         "tm. ",         "kt. ",         "tl. ",      "tuq. ",    "giam doc",       "hieu truong", "chu tich",
	    "chanh van phong", "pho giam doc", "truong phong", "nguoi lap", "bieu mau", "cong hoa xa hoi"};
	if (begins_with(text, line, anywhere, sizeof anywhere / sizeof *anywhere) || is_appendix(text, line))
		return true;
	return is_all_capitals(text, line) && begins_with(text, line, in_capitals, sizeof in_capitals / sizeof *in_capitals);
}

/* --- where prose begins --- */

static bool is_wide(const struct table_text *text, uint32_t line, uint32_t widest)
{
	const struct table_line *l = &text->lines.at[line];
	return (uint64_t)table_text_width(text, l->first, l->end) * 2 > (uint64_t)widest * 3;
}

static int compare_u32(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

/* The width that nine of ten lines so far keep to; 0 where there are too few to tell. */
static uint32_t usual_width(const struct table_text *text, const struct flow_line_vec *lines)
{
	enum { FEWEST = 20, MOST = 200 };
	uint32_t widths[MOST];
	size_t n = lines->n < MOST ? lines->n : MOST;
	if (n < FEWEST)
		return 0;
	for (size_t i = 0; i < n; i++)
		widths[i] = table_text_width(text, lines->at[lines->n - 1 - i].first, lines->at[lines->n - 1 - i].end);
	qsort(widths, n, sizeof *widths, compare_u32);
	return widths[n * 9 / 10];
}

/* Lines of a paragraph go over the whole page, those of cells do not: three such lines of four are prose. */
static bool begins_prose(const struct table_text *text, uint32_t line, uint32_t widest)
{
	enum { LOOKED_AT = 4, ENOUGH = 3 };
	int wide = 0;
	if (widest == 0 || !is_wide(text, line, widest))
		return false;
	for (uint32_t l = line; l < text->lines.n && l < line + LOOKED_AT; l++)
		wide += is_wide(text, l, widest);
	return wide >= ENOUGH;
}

/* A heading and the lines right before prose belong to it, not to the table: "V. GIẢI PHÁP". */
static void drop_heading(const struct table_text *text, struct flow_line_vec *lines, uint32_t *end)
{
	enum { MAX_HEADING_LINES = 4 };
	for (size_t i = 1; i <= MAX_HEADING_LINES && i < lines->n; i++) {
		const struct flow_line *line = &lines->at[lines->n - i];
		struct str first = table_text_word(text, line->first);
		bool numbered = first.len >= 2 && first.len <= 6 && str_has_suffix(first, STR(".")) &&
		                strchr("IVX", first.ptr[0]) != NULL && (text->words.at[line->first].flags & TABLE_WORD_UPPER);
		if (!numbered)
			continue;
		lines->n -= i;
		*end = line->line;
		return;
	}
}

/* --- where the next section begins --- */

int flow_line_section(const struct table_text *text, uint32_t line)
{
	const struct table_line *at = &text->lines.at[line];
	struct flow_ordinal_mark mark;
	bool is_number = flow_ordinal_parse(table_text_word(text, at->first), &mark) && mark.kind == ORDINAL_ROMAN && mark.marked;
	bool has_words = at->end > at->first + 1 && (text->words.at[at->first + 1].flags & TABLE_WORD_UPPER);
	return is_number && has_words ? mark.major : 0;
}

int flow_line_section_before(const struct table_text *text, uint32_t line)
{
	enum { REACH = 300 };
	for (uint32_t l = line; l-- > 0 && l + REACH > line;) {
		if (flow_line_ends_table(text, l))
			return 0;
		if (flow_line_section(text, l) > 0)
			return flow_line_section(text, l);
	}
	return 0;
}

struct gathering {
	struct arena *arena;
	const struct table_text *text;
	struct flow_line_vec lines;
	struct foot_vec feet;
	size_t page_begin;
	uint32_t page;           /* of the table */
	uint32_t document_pages; /* before blocks[counted] */
	uint32_t counted;
	int section; /* in which the table stands; 0: not known, or rows have such numbers too */
	bool cut;
};

static void turn_page(struct gathering *g)
{
	end_page(g->text, &g->lines, g->page_begin, g->page++, &g->feet);
	g->page_begin = g->lines.n;
	g->cut = true;
}

static void add_line(struct gathering *g, uint32_t l)
{
	const struct document_block *block = block_of(g->text, l);
	struct flow_line flow = {.first = g->text->lines.at[l].first, .end = g->text->lines.at[l].end, .line = l};
	if (block->page_before && g->lines.n > g->page_begin)
		turn_page(g);
	flow.cut_before = g->cut;
	flow.gap = (uint8_t)(block->blank_before < UINT8_MAX ? block->blank_before : UINT8_MAX);
	g->cut = false;
	VEC_PUSH(g->arena, &g->lines, flow);
	for (; g->counted <= g->text->lines.at[l].block; g->counted++)
		g->document_pages += g->text->document->blocks.at[g->counted].page_before;
	if (block->page_before)
		begin_page(g->text, &g->lines, g->page, g->document_pages, &g->feet);
}

/* Whether the section after that of the table begins with the line. Rows may be grouped under such numbers as well, from I on. */
static bool begins_next_section(struct gathering *g, uint32_t l)
{
	int number = g->section > 0 ? flow_line_section(g->text, l) : 0;
	if (number == 1)
		g->section = 0;
	return g->section > 0 && number == g->section + 1;
}

void flow_line_gather(struct arena *arena, const struct table_text *text, uint32_t first, uint32_t line,
                      const struct table_header *header, struct flow_line_vec *ret, uint32_t *ret_end)
{
	enum { RECHECK_EVERY = 50 };
	struct gathering g = {.arena = arena, .text = text, .section = flow_line_section_before(text, first)};
	uint32_t widest = 0, l = line;
	while (l < text->lines.n) {
		struct table_header again;
		uint32_t header_end;
		if (l > line && text->lines.at[l].block != text->lines.at[l - 1].block + 1)
			break;
		bool repeats = table_header_repeats(text, first, line, l, &header_end);
		if (repeats || table_header_in_lines(text, l, &again, &header_end)) {
			if (!repeats && !table_header_same(&again, header))
				break;
			turn_page(&g);
			l = header_end;
			continue;
		}
		if (g.lines.n % RECHECK_EVERY == 0)
			widest = usual_width(text, &g.lines);
		if (flow_line_ends_table(text, l) || begins_next_section(&g, l))
			break;
		if (begins_prose(text, l, widest)) {
			drop_heading(text, &g.lines, &l);
			break;
		}
		add_line(&g, l++);
	}
	end_page(text, &g.lines, g.page_begin, g.page, &g.feet);
	drop_page_numbers(&g.lines, &g.feet);
	*ret = g.lines;
	*ret_end = l;
}

bool flow_line_drop_feet(const struct table_text *text, struct flow_line_vec *lines, const bool *is_row)
{
	enum { APART = 2, RARE = 10, MANY = 2 };
	struct foot_vec feet = {0};
	size_t apart = 0;
	for (size_t i = 1; i + 1 < lines->n; i++) {
		apart += lines->at[i].gap >= APART;
		bool may_be = lines->at[i].gap >= APART && !lines->at[i].cut_before && !is_row[i];
		int number = may_be ? page_number(text, &lines->at[i]) : 0;
		if (number > 0)
			VEC_PUSH(text->arena, &feet, (struct foot){.line = i, .number = number, .page = (uint32_t)feet.n});
	}
	if (feet.n == 0 || apart * MANY > lines->n)
		return false; /* where all lines stand apart it says nothing */
	bool rare = apart * RARE < lines->n;
	size_t n = 0, f = 0;
	bool cut = false;
	for (size_t i = 0; i < lines->n; i++) {
		bool is_foot = f < feet.n && feet.at[f].line == i;
		if (is_foot && (counts_with_pages(&feet, f++) || (rare && feet.n == 1))) {
			cut = true;
			continue;
		}
		lines->at[n] = lines->at[i];
		lines->at[n].cut_before = lines->at[n].cut_before || cut;
		cut = false;
		n++;
	}
	bool dropped = n < lines->n;
	lines->n = n;
	return dropped;
}
