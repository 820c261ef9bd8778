#include "reading/table_cell.h"

#include <string.h>

#include "base/buf.h"
#include "reading/torn_text.h"

enum { MAX_CELL_BYTES = 256 * 1024, LETTER_WIDTH = 800 };

struct piece {
	struct str text;
	struct document_span span;
	bool begins_line, begins_item;
	bool fills_line; /* alone in its line, and no line of the cell is wider by a letter or more */
};
VEC_OF(piece, struct piece);

/* --- bullets --- */

/* "1." → 1, "2)" → 2, "a)" → 1; 0 where the word is no mark of a list. */
static int list_number(struct str s)
{
	if (s.len < 2 || s.len > 3 || strchr(".)", s.ptr[s.len - 1]) == NULL)
		return 0;
	s.len--;
	int64_t number;
	if (str_parse_int(s, &number) && number > 0)
		return (int)number;
	return s.len == 1 && s.ptr[0] >= 'a' && s.ptr[0] <= 'z' ? s.ptr[0] - 'a' + 1 : 0;
}

static bool is_bare_bullet(struct str s)
{
	static const char *const bullets[] = {"-", "–", "—", "+", "*", "•", "●", "▪", "◦", "‑", "−", "\xEF\x82\xB7"};
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (str_eq(s, str_of(bullets[i])))
			return true;
	return false;
}

/* How many bytes of bullet a word that begins with one has: "-Tin" has one. */
static size_t glued_bullet(const struct table_word *word, struct str s)
{
	if (!(word->flags & TABLE_WORD_BULLET) || !(word->flags & TABLE_WORD_LETTERS))
		return 0;
	unsigned char first = (unsigned char)s.ptr[0];
	return first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
}

/* --- paragraphs inside one text --- */

struct seen {
	int depth;  /* of brackets */
	int number; /* of the list that is being read; 0: none */
	bool bullets;
};

/* Whether an item begins at words[i] of a cell without line breaks, going by what its first word was. */
static bool begins_inside(const struct table_text *text, uint32_t word, uint32_t end, const struct seen *seen)
{
	struct str s = table_text_word(text, word);
	const struct table_word *w = &text->words.at[word];
	if (seen->depth > 0 || word + 1 >= end)
		return false;
	uint16_t next = text->words.at[word + 1].flags, before = text->words.at[word - 1].flags;
	if (seen->number > 0 && list_number(s) == seen->number + 1 && !(next & TABLE_WORD_LOWER))
		return true;
	if (!seen->bullets)
		return false;
	if (glued_bullet(w, s) > 0)
		return w->flags & TABLE_WORD_UPPER;
	if (!is_bare_bullet(s) || (next & TABLE_WORD_LOWER))
		return false;
	bool is_range = (next & TABLE_WORD_DIGIT) && (before & (TABLE_WORD_DIGIT | TABLE_WORD_DATE)) && !(before & TABLE_WORD_STOPS);
	return !is_range;
}

static void count_brackets(struct str s, int *depth)
{
	for (size_t i = 0; i < s.len; i++) {
		*depth += s.ptr[i] == '(';
		*depth -= s.ptr[i] == ')' && *depth > 0;
	}
}

static bool is_break_tag(struct str s)
{
	return str_eq(s, STR("<br>")) || str_eq(s, STR("<br/>")) || str_eq(s, STR("<br />"));
}

/* Adds a word, which may hold "<br>" between two. */
static void add_word(struct arena *arena, struct str s, struct document_span span, bool begins_line, bool *begins_item,
                     struct piece_vec *pieces)
{
	while (s.len > 0) {
		size_t tag = str_find(s, STR("<br"), 0), close = tag == SIZE_MAX ? SIZE_MAX : str_find(s, STR(">"), tag);
		bool has_tag = close != SIZE_MAX && is_break_tag(str_part(s, tag, close + 1 - tag));
		struct str part = has_tag ? str_part(s, 0, tag) : s;
		if (part.len > 0) {
			struct document_span at = {span.begin, has_tag ? span.begin + (uint32_t)part.len : span.end};
			VEC_PUSH(arena, pieces, (struct piece){part, at, begins_line, *begins_item, false});
			begins_line = *begins_item = false;
		}
		if (!has_tag)
			return;
		*begins_item = true;
		span.begin += (uint32_t)(close + 1);
		s = str_from(s, close + 1);
	}
}

/* Whether the source ends a paragraph before the word, which is not the first of its cell. */
static bool begins_paragraph(const struct table_text *text, uint32_t word)
{
	struct document_span gap = {text->words.at[word - 1].span.end, text->words.at[word].span.begin};
	return str_contains(document_span_text(text->document, gap), STR(DOCUMENT_PARAGRAPH_END));
}

/* Where some paragraphs have bullets, only bullets begin one. */
static bool has_bullets(const struct table_text *text, const struct table_cell_run_vec *runs)
{
	for (size_t r = 0; r < runs->n; r++)
		for (uint32_t w = runs->at[r].first; w < runs->at[r].end; w++)
			if ((text->words.at[w].flags & TABLE_WORD_BULLET) &&
			    (w > runs->at[r].first ? begins_paragraph(text, w) : runs->at[r].begins_item))
				return true;
	return false;
}

/* What gathering knows at one word. */
struct reader {
	const struct table_text *text;
	bool is_whole, bulleted;
	struct seen seen;
};

/* Whether the word, not the first of the cell, begins an item. */
static bool begins_item(struct reader *reader, const struct table_cell_run *run, uint32_t word)
{
	uint16_t flags = reader->text->words.at[word].flags;
	bool is_bullet = flags & TABLE_WORD_BULLET;
	if (word > run->first && begins_paragraph(reader->text, word) && (is_bullet || !reader->bulleted))
		return is_bullet || !(flags & TABLE_WORD_LOWER);
	if (word > run->first)
		return reader->is_whole && begins_inside(reader->text, word, run->end, &reader->seen);
	if (run->begins_item && (is_bullet || !reader->bulleted))
		return true;
	int number = list_number(table_text_word(reader->text, word));
	return (number > 0 && number == reader->seen.number + 1) || (reader->is_whole && reader->seen.bullets && is_bullet);
}

/* Notes what an item began with. */
static void note_item(struct seen *seen, struct str s, bool is_bullet)
{
	int number = list_number(s);
	seen->bullets = seen->bullets || is_bullet;
	if (number == 1 || number == seen->number + 1)
		seen->number = number;
}

static uint32_t widest_line(const struct table_text *text, const struct table_cell_run_vec *runs)
{
	uint32_t widest = 0;
	for (size_t r = 0; r < runs->n; r++) {
		uint32_t width = table_text_width(text, runs->at[r].first, runs->at[r].end);
		widest = width > widest ? width : widest;
	}
	return widest;
}

static void gather(struct arena *arena, const struct table_text *text, const struct table_cell_run_vec *runs, bool is_whole,
                   struct piece_vec *pieces)
{
	struct reader reader = {.text = text, .is_whole = is_whole, .bulleted = has_bullets(text, runs)};
	bool pending = true;
	uint32_t widest = runs->n > 1 ? widest_line(text, runs) : 0;
	for (size_t r = 0; r < runs->n; r++) {
		const struct table_cell_run *run = &runs->at[r];
		bool alone = run->end == run->first + 1;
		for (uint32_t w = run->first; w < run->end; w++) {
			struct str s = table_text_word(text, w);
			bool first = pieces->n == 0;
			pending = pending || first || begins_item(&reader, run, w);
			if (pending)
				note_item(&reader.seen, s, text->words.at[w].flags & TABLE_WORD_BULLET);
			count_brackets(s, &reader.seen.depth);
			add_word(arena, s, text->words.at[w].span, w == run->first && !first, &pending, pieces);
			if (alone && pieces->n > 0)
				pieces->at[pieces->n - 1].fills_line = table_text_width(text, w, w + 1) + LETTER_WIDTH > widest;
		}
	}
}

/* --- joining --- */

static bool is_all(struct str s, const char *characters)
{
	for (size_t i = 0; i < s.len; i++)
		if (strchr(characters, s.ptr[i]) == NULL)
			return false;
	return s.len > 0;
}

static bool is_upper_ascii(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((s.ptr[i] < 'A' || s.ptr[i] > 'Z') && (unsigned char)s.ptr[i] < 0x80 && strchr("&.,;)", s.ptr[i]) == NULL)
			return false;
	return s.len > 0 && s.ptr[0] >= 'A' && s.ptr[0] <= 'Z';
}

static bool is_address(struct str s)
{
	return str_contains(s, STR("://")) || str_contains(s, STR("www.")) || str_contains(s, STR(".gov")) ||
	       str_contains(s, STR("@"));
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* An address goes on with what only an address has, or after it with a small letter. */
static bool continues_address(char last, char next)
{
	if (strchr("),;", last) != NULL)
		return false;
	return strchr("./?=&_-%", next) != NULL || (strchr("./-?=&_", last) != NULL && next >= 'a' && next <= 'z');
}

/* Whether a word that a line break cut in two goes on without a space: "2021-|2030", "76/NQ-|CP", "https://a.gov|.vn". */
static bool closes_up(struct str before, struct str after)
{
	if (before.len < 2 || after.len == 0)
		return false;
	char last = before.ptr[before.len - 1], next = after.ptr[0];
	if (is_address(before))
		return continues_address(last, next);
	if (last == '-')
		return is_digit(before.ptr[before.len - 2]) ? is_digit(next) : str_contains(before, STR("/")) && is_upper_ascii(after);
	if (last == '/')
		return is_all(str_part(before, 0, before.len - 1), "0123456789/") && is_digit(next);
	return torn_text_is_year(before, after);
}

static bool is_contiguous(const struct table_text *text, struct document_span a, struct document_span b)
{
	enum { NEAR = 256 };
	if (b.begin < a.end || b.begin - a.end > NEAR)
		return false;
	struct str gap = str_part(text->document->text, a.end, b.begin - a.end);
	return str_trim(gap).len == 0;
}

static void add_span(struct arena *arena, const struct table_text *text, struct document_span span, struct reading_field *field)
{
	struct document_span *last = field->n_more > 0 ? &field->more[field->n_more - 1] : &field->span;
	if (field->span.end == 0) {
		field->span = span;
	} else if (is_contiguous(text, *last, span)) {
		last->end = span.end;
	} else {
		field->more =
		    arena_grow(arena, field->more, field->n_more * sizeof *field->more, (field->n_more + 1) * sizeof *field->more);
		field->more[field->n_more++] = span;
	}
}

static void join(struct arena *arena, const struct table_text *text, const struct piece *pieces, size_t n, uint8_t confidence,
                 struct reading_field *ret)
{
	struct buf out;
	buf_init(&out, arena, MAX_CELL_BYTES);
	*ret = (struct reading_field){.confidence = confidence};
	for (size_t i = 0; i < n; i++) {
		bool closed = i > 0 && pieces[i].begins_line && !pieces[i].begins_item &&
		              (closes_up(pieces[i - 1].text, pieces[i].text) ||
		               (pieces[i - 1].fills_line && torn_text_is_one(pieces[i - 1].text, pieces[i].text)));
		if (i > 0 && !closed)
			buf_add_char(&out, ' ');
		buf_add(&out, pieces[i].text);
		add_span(arena, text, pieces[i].span, ret);
	}
	ret->text = buf_str(&out);
}

/* Without the mark that the item begins with. */
static size_t skip_mark(struct piece *pieces, size_t n, bool numbered)
{
	struct str *first = &pieces[0].text;
	if (n > 1 && (is_bare_bullet(*first) || (numbered && list_number(*first) > 0)))
		return 1;
	if (first->len > 1 && (first->ptr[0] == '-' || first->ptr[0] == '+')) {
		*first = str_from(*first, 1);
		pieces[0].span.begin++;
	} else if (str_has_prefix(*first, STR("–")) && first->len > 3) {
		*first = str_from(*first, 3);
		pieces[0].span.begin += 3;
	}
	return 0;
}

void table_cell_compose(struct arena *arena, const struct table_text *text, const struct table_cell_run_vec *runs, bool is_whole,
                        uint8_t confidence, struct table_cell *ret)
{
	struct piece_vec pieces = {0};
	*ret = (struct table_cell){0};
	gather(arena, text, runs, is_whole, &pieces);
	if (pieces.n == 0)
		return;
	join(arena, text, pieces.at, pieces.n, confidence, &ret->text);
	bool numbered = list_number(pieces.at[0].text) == 1;
	for (size_t begin = 0, end; begin < pieces.n; begin = end) {
		end = begin + 1;
		while (end < pieces.n && !pieces.at[end].begins_item)
			end++;
		size_t skipped = skip_mark(&pieces.at[begin], end - begin, numbered);
		struct reading_field item;
		join(arena, text, &pieces.at[begin + skipped], end - begin - skipped, confidence, &item);
		VEC_PUSH(arena, &ret->items, item);
	}
}
