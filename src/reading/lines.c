#include "reading/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "reading/words.h"
#include "viet/space.h"

/* ---- marks ---- */

enum { MAX_NUMBER = 12 };

static const char *const bullets[] = {
    "-",           "–", "—", "‑", "+", "•", "·", "●", "○", "▪", "■", "◦", "►", "➢", "✓", "*", "\xEF\x82\xB7", "\xEF\x82\xA7",
    "\xEF\x80\xAD"};

/* What named divisions begin with. */
static const struct {
	const char *word;
	enum lines_mark mark;
} divisions[] = {
    {"Phần thứ", LINES_PART}, {"PHẦN THỨ", LINES_PART}, {"Phần", LINES_PART},    {"PHẦN", LINES_PART},
    {"Chương", LINES_PART},   {"CHƯƠNG", LINES_PART},   {"Mục", LINES_PART},     {"MỤC", LINES_PART},
    {"Tiểu mục", LINES_PART}, {"TIỂU MỤC", LINES_PART}, {"Điều", LINES_ARTICLE}, {"ĐIỀU", LINES_ARTICLE},
};
static const char *const counting_words[] = {"nhất", "hai", "ba", "tư", "năm", "NHẤT", "HAI", "BA", "TƯ", "NĂM"};

static bool is_ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_lower_at(struct str s, size_t at)
{
	size_t next = at;
	if (at >= s.len)
		return false;
	uint32_t c = utf8_next(s, &next);
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	return ((c >= 0xDF && c < 0x100 && c != 0xF7) || (c >= 0x100 && c < 0x180 && (c & 1) == 1) || c == 0x1A1 || c == 0x1B0 ||
	        (c >= 0x1EA0 && c < 0x1F00 && (c & 1) == 1));
}

bool lines_is_capitals(struct str s)
{
	bool any = false;
	for (size_t at = 0; at < s.len;) {
		size_t here = at;
		uint32_t c = utf8_next(s, &at);
		if (is_lower_at(s, here))
			return false;
		any =
		    any || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x100 && c < 0x1B1) || (c >= 0x1EA0 && c < 0x1F00);
	}
	return any;
}

static uint32_t skip_space(struct str s, size_t at)
{
	return (uint32_t)(at + viet_space_leading(str_from(s, at)));
}

static bool mark_bullet(struct str line, uint32_t *ret_content)
{
	for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++) {
		struct str bullet = str_of(bullets[i]);
		if (!str_has_prefix(line, bullet))
			continue;
		uint32_t content = skip_space(line, bullet.len);
		bool spaced = content > bullet.len;
		if (content >= line.len || (!spaced && (is_ascii_digit(line.ptr[content]) || line.ptr[0] == '*')) ||
		    (!spaced && line.ptr[content] == line.ptr[0]))
			return false;
		*ret_content = content;
		return true;
	}
	return false;
}

/* The digits with points that a line begins with: where they end. *ret_dots: points among them. 0 where it is no such number. */
static size_t digits_with_points(struct str line, size_t *ret_dots)
{
	size_t at = 0, digits = 0;
	*ret_dots = 0;
	for (; at < line.len; at++) {
		bool point = line.ptr[at] == '.' && at > 0 && line.ptr[at - 1] != '.';
		if (!point && !is_ascii_digit(line.ptr[at]))
			break;
		*ret_dots += point;
		digits = point ? 0 : digits + 1;
		if (digits > 3)
			return 0;
	}
	return at <= MAX_NUMBER ? at : 0;
}

/* "1." "1)" "1.2." "1.2" "12/ ": digits with points, then what ends a number. */
static enum lines_mark mark_number(struct str line, struct str *ret_number, uint32_t *ret_content)
{
	size_t dots, at = digits_with_points(line, &dots);
	if (at == 0)
		return LINES_PLAIN;
	char sign = at < line.len ? line.ptr[at] : ' ';
	bool point = line.ptr[at - 1] == '.', closed = !point && (sign == ')' || sign == '/');
	size_t end = point ? at - 1 : at, behind = closed ? at + 1 : at, inner = point ? dots - 1 : dots;
	uint32_t content = skip_space(line, behind);
	bool spaced = content > behind, needs_space = closed ? sign == '/' : !point;
	if (content >= line.len || is_ascii_digit(line.ptr[content]) || (needs_space && !spaced))
		return LINES_PLAIN;
	if (!point && !closed && inner == 0)
		return LINES_PLAIN;
	*ret_number = str_part(line, 0, end);
	*ret_content = content;
	return inner > 0 ? LINES_DECIMAL : LINES_NUMBER;
}

static bool mark_roman(struct str line, struct str *ret_number, uint32_t *ret_content)
{
	size_t at = 0;
	while (at < line.len && (line.ptr[at] == 'I' || line.ptr[at] == 'V' || line.ptr[at] == 'X'))
		at++;
	if (at == 0 || at >= line.len || words_roman(str_part(line, 0, at)) == 0)
		return false;
	if (line.ptr[at] != '.' && line.ptr[at] != '/' && line.ptr[at] != ')')
		return false;
	uint32_t content = skip_space(line, at + 1);
	if (content >= line.len || is_lower_at(line, content) || is_ascii_digit(line.ptr[content]))
		return false;
	*ret_number = str_part(line, 0, at);
	*ret_content = content;
	return true;
}

static enum lines_mark mark_letter(struct str line, struct str *ret_number, uint32_t *ret_content)
{
	size_t next = 0;
	utf8_next(line, &next);
	if (next >= line.len || (line.ptr[next] != ')' && line.ptr[next] != '.'))
		return LINES_PLAIN;
	uint32_t content = skip_space(line, next + 1);
	bool upper = lines_is_capitals(str_part(line, 0, next)), spaced = content > next + 1;
	if (content >= line.len || (line.ptr[next] == '.' && (!spaced || is_lower_at(line, content))))
		return LINES_PLAIN;
	*ret_number = str_part(line, 0, next);
	*ret_content = content;
	if (upper)
		return lines_is_capitals(str_from(line, content)) ? LINES_CAPITAL : LINES_PLAIN;
	return is_lower_at(line, 0) ? LINES_LETTER : LINES_PLAIN;
}

static bool is_counting_word(struct str s)
{
	for (size_t i = 0; i < sizeof counting_words / sizeof counting_words[0]; i++)
		if (str_eq(s, str_of(counting_words[i])))
			return true;
	return false;
}

static bool is_all_digits(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_ascii_digit(s.ptr[i]))
			return false;
	return s.len > 0;
}

/* "Phần I", "Chương II. …", "Mục 1", "Điều 5. …": where its number ends the line or is followed by a point or colon. */
static enum lines_mark mark_named(struct str line, struct str *ret_number, uint32_t *ret_content)
{
	for (size_t i = 0; i < sizeof divisions / sizeof divisions[0]; i++) {
		struct str word = str_of(divisions[i].word);
		uint32_t from = skip_space(line, word.len), end = from;
		if (!str_has_prefix(line, word) || from == word.len)
			continue;
		while (end < line.len && line.ptr[end] != ' ' && line.ptr[end] != '.' && line.ptr[end] != ':')
			end++;
		struct str number = str_part(line, from, end - from);
		if (!is_all_digits(number) && words_roman(number) == 0 && !is_counting_word(number))
			continue;
		if (end < line.len && line.ptr[end] == ' ')
			return LINES_PLAIN;
		*ret_number = divisions[i].mark == LINES_ARTICLE ? number : str_part(line, 0, end);
		*ret_content = end < line.len ? skip_space(line, end + 1) : end;
		return divisions[i].mark;
	}
	return LINES_PLAIN;
}

enum lines_mark lines_mark_of(struct str line, struct str *ret_number, uint32_t *ret_content)
{
	*ret_number = (struct str){0};
	*ret_content = 0;
	if (line.len < 2)
		return LINES_PLAIN;
	if (mark_bullet(line, ret_content))
		return LINES_BULLET;
	if (is_ascii_digit(line.ptr[0]))
		return mark_number(line, ret_number, ret_content);
	if (mark_roman(line, ret_number, ret_content))
		return LINES_ROMAN;
	enum lines_mark mark = mark_letter(line, ret_number, ret_content);
	if (mark != LINES_PLAIN)
		return mark;
	*ret_number = (struct str){0};
	*ret_content = 0;
	return mark_named(line, ret_number, ret_content);
}

/* ---- lines ---- */

struct line {
	uint32_t block;
	struct document_span span;
	struct str text;
	uint32_t width, blank, indent;
	bool page, emphasised;
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
		digits += is_ascii_digit(s.ptr[i]);
		if (!is_ascii_digit(s.ptr[i]) && s.ptr[i] != ' ' && s.ptr[i] != '-' && s.ptr[i] != '/' && s.ptr[i] != '|')
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
	                       .emphasised = b->emphasised});
}

/* The lines outside the tables; a row of no table gives its cells as lines. */
static struct line_vec collect_lines(struct arena *arena, const struct document *document, const struct table_vec *tables)
{
	struct line_vec lines = {0};
	size_t table = 0;
	for (uint32_t i = 0; i < document->blocks.n; i++) {
		while (table < tables->n && tables->at[table].end_block <= i)
			table++;
		if (table < tables->n && i >= tables->at[table].first_block)
			continue;
		const struct document_block *block = &document->blocks.at[i];
		if (block->kind == DOCUMENT_LINE)
			add_line(arena, document, i, block->span, &lines);
		else
			for (uint32_t c = 0; c < block->n_cells; c++)
				add_line(arena, document, i, block->cells[c].span, &lines);
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
};

static struct measure measure_of(const struct line_vec *lines)
{
	uint32_t widths[MAX_WIDTH + 1] = {0}, gaps[MAX_GAP + 1] = {0};
	struct measure measure = {0};
	size_t seen = 0;
	for (size_t i = 0; i < lines->n; i++) {
		const struct line *line = &lines->at[i];
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
	return str_has_prefix(text, STR("Căn cứ ")) || str_has_prefix(text, STR("Thực hiện ")) ||
	       str_has_prefix(text, STR("Xét đề nghị")) || str_has_prefix(text, STR("Theo đề nghị"));
}

/* Whether a marked line goes on with the paragraph all the same: "- " or "2. " met in the middle of a sentence. */
static bool mark_is_accident(const struct measure *measure, const struct line *last, const struct line *next, uint32_t content)
{
	char end = last->text.ptr[last->text.len - 1];
	return is_lower_at(next->text, content) && strchr(".;:!?", end) == NULL && last->blank <= measure->gap + 1 &&
	       is_full(measure, last, next, true);
}

/* Whether a line that begins like a sentence of its own goes on with a paragraph: the line before it broke in mid-sentence. */
static bool is_broken_before(const struct measure *measure, const struct lines_paragraph *paragraph, const struct line *last,
                             const struct line *next)
{
	char end = last->text.ptr[last->text.len - 1], first = next->text.ptr[0];
	bool plain = paragraph->mark == LINES_PLAIN;
	if (plain && begins_with_basis(next->text))
		return false;
	if (strchr(".,);", first) != NULL)
		return true;
	if (strchr(".:!?", end) != NULL || (end == ';' && plain))
		return false;
	bool half = last->width * 2 > measure->width;
	return is_full(measure, last, next, paragraph->mark > LINES_BULLET) || (half && (hangs(last->text) || is_ascii_digit(first)));
}

static bool goes_on(const struct measure *measure, const struct lines_paragraph *paragraph, const struct line *last,
                    const struct line *next)
{
	bool lower = is_lower_at(next->text, 0), capitals = lines_is_capitals(next->text);
	bool gap = next->blank > measure->gap && !next->page;
	if (paragraph->capitals)
		return !gap && capitals && paragraph->mark != LINES_PLAIN;
	if (lower)
		return !(gap && strchr(".;:", last->text.ptr[last->text.len - 1]) != NULL);
	bool torn = hangs(last->text) && !str_has_suffix(last->text, STR(",")); /* "… ngày" at the end of a page */
	if ((gap && !torn) || last->emphasised != next->emphasised)
		return false;
	if (capitals && next->width < SHORT_LINE && !is_full(measure, last, next, paragraph->mark > LINES_BULLET))
		return false;
	return is_broken_before(measure, paragraph, last, next);
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
		digits = digits || is_ascii_digit(tail.ptr[i]);
	if (str_has_suffix(tail, STR("-")) && tail.len > 1)
		return digits;
	bool address = str_contains(tail, STR("://")) || str_contains(tail, STR("www."));
	if (address)
		return first == '.' || first == '/' || str_has_suffix(tail, STR("/")) || str_has_suffix(tail, STR("."));
	return str_has_suffix(tail, STR("/")) && digits;
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
	p->capitals = lines_is_capitals(lines_content(p));
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
	j->paragraph.capitals = lines_is_capitals(str_from(line->text, j->paragraph.content));
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
		bool joins = next_to && (mark == LINES_PLAIN ? goes_on(&measure, &j.paragraph, &lines.at[i - 1], line)
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
