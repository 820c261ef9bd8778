#include "reading/table_text.h"

#include <string.h>

#include "base/utf8.h"
#include "reading/letter_spacing.h"
#include "viet/fold.h"
#include "viet/space.h"
#include "viet/syllable.h"

/* Advance widths of Times New Roman in thousandths of an em, from U+0020 to U+007E. */
static const uint16_t ascii_widths[] = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
    500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
};

static const uint32_t empty_slot = UINT32_MAX;

struct letter_range {
	uint16_t first, last;
	char base;       /* of both cases */
	char cases;      /* 'U' all capitals, 'L' all small, 'A' capitals and small in turn, a capital first */
	char first_even; /* of 'A': whether the first stands for a capital */
};

static const struct letter_range letter_ranges[] = {
    {0xC0, 0xC5, 'a', 'U', 0},     {0xC8, 0xCB, 'e', 'U', 0},     {0xCC, 0xCF, 'i', 'U', 0},     {0xD0, 0xD0, 'd', 'U', 0},
    {0xD2, 0xD6, 'o', 'U', 0},     {0xD9, 0xDC, 'u', 'U', 0},     {0xDD, 0xDD, 'y', 'U', 0},     {0xE0, 0xE5, 'a', 'L', 0},
    {0xE8, 0xEB, 'e', 'L', 0},     {0xEC, 0xEF, 'i', 'L', 0},     {0xF2, 0xF6, 'o', 'L', 0},     {0xF9, 0xFC, 'u', 'L', 0},
    {0xFD, 0xFD, 'y', 'L', 0},     {0x102, 0x103, 'a', 'A', 1},   {0x110, 0x111, 'd', 'A', 1},   {0x128, 0x129, 'i', 'A', 1},
    {0x168, 0x169, 'u', 'A', 1},   {0x1A0, 0x1A1, 'o', 'A', 1},   {0x1AF, 0x1B0, 'u', 'A', 1},   {0x1EA0, 0x1EB7, 'a', 'A', 1},
    {0x1EB8, 0x1EC7, 'e', 'A', 1}, {0x1EC8, 0x1ECB, 'i', 'A', 1}, {0x1ECC, 0x1EE3, 'o', 'A', 1}, {0x1EE4, 0x1EF1, 'u', 'A', 1},
    {0x1EF2, 0x1EF9, 'y', 'A', 1},
};

/* The small letter without marks of a Vietnamese or ASCII letter; 0 of any other character. */
static char base_letter(uint32_t c, bool *ret_upper)
{
	*ret_upper = false;
	if (c < 0x80) {
		*ret_upper = c >= 'A' && c <= 'Z';
		return *ret_upper ? (char)(c + 32) : (c >= 'a' && c <= 'z') ? (char)c : 0;
	}
	for (size_t i = 0; i < sizeof letter_ranges / sizeof *letter_ranges; i++) {
		const struct letter_range *range = &letter_ranges[i];
		if (c < range->first || c > range->last)
			continue;
		*ret_upper = range->cases == 'U' || (range->cases == 'A' && (c - range->first) % 2 == 0);
		return range->base;
	}
	return 0;
}

static bool is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static bool is_bullet(uint32_t c)
{
	return is_dash(c) || c == '+' || c == '*' || c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0xF0B7 || c == 0x25E6;
}

static uint32_t character_width(uint32_t c)
{
	bool upper;
	char base = base_letter(c, &upper);
	if (base != 0) {
		uint32_t width = ascii_widths[(upper ? base - 32 : base) - 32];
		return c >= 0x1AF && c <= 0x1B0 ? width + 40 : width; /* the horned u is wider */
	}
	if (c >= 0x20 && c < 0x7F)
		return ascii_widths[c - 0x20];
	if (c == 0x2026)
		return 1000;
	if (c == 0x201C || c == 0x201D)
		return 444;
	if (c == 0x2018 || c == 0x2019)
		return 333;
	return 500;
}

struct str table_text_fold(struct arena *arena, struct str s)
{
	struct str folded = viet_fold(arena, s);
	char *ptr = arena_alloc(arena, folded.len > 0 ? folded.len : 1);
	size_t n = 0;
	for (size_t at = 0; at < folded.len;) {
		size_t from = at;
		uint32_t c = utf8_next(folded, &at);
		if (c >= '0' && c <= '9')
			ptr[n++] = '0';
		else if (c == 0x2026)
			ptr[n++] = '.';
		else
			for (size_t i = from; i < at; i++)
				ptr[n++] = folded.ptr[i];
	}
	return (struct str){ptr, n};
}

static uint64_t hash_text(struct str s)
{
	uint64_t hash = 1469598103934665603u;
	for (size_t i = 0; i < s.len; i++)
		hash = (hash ^ (unsigned char)s.ptr[i]) * 1099511628211u;
	return hash ^ (hash >> 29);
}

static void grow_slots(struct table_text *text)
{
	uint32_t n_slots = text->n_slots > 0 ? text->n_slots * 2 : 1024;
	uint32_t *slots = arena_alloc(text->arena, n_slots * sizeof *slots);
	memset(slots, 0xFF, n_slots * sizeof *slots);
	for (uint32_t key = 0; key < text->n_keys; key++) {
		uint32_t at = (uint32_t)hash_text(text->key_texts[key]) & (n_slots - 1);
		while (slots[at] != empty_slot)
			at = (at + 1) & (n_slots - 1);
		slots[at] = key;
	}
	text->slots = slots;
	text->n_slots = n_slots;
}

uint32_t table_text_key(struct table_text *text, struct str folded)
{
	if ((text->n_keys + 1) * 2 > text->n_slots)
		grow_slots(text);
	uint32_t at = (uint32_t)hash_text(folded) & (text->n_slots - 1);
	while (text->slots[at] != empty_slot) {
		if (str_eq(text->key_texts[text->slots[at]], folded))
			return text->slots[at];
		at = (at + 1) & (text->n_slots - 1);
	}
	if (text->n_keys == text->room_keys) {
		uint32_t room = text->room_keys > 0 ? text->room_keys * 2 : 512;
		text->key_texts =
		    arena_grow(text->arena, text->key_texts, text->room_keys * sizeof(struct str), room * sizeof(struct str));
		text->room_keys = room;
	}
	text->key_texts[text->n_keys] = str_dup(text->arena, folded);
	return text->slots[at] = text->n_keys++;
}

static bool is_date_like(struct str s)
{
	int digits = 0, slashes = 0;
	for (size_t i = 0; i < s.len; i++) {
		digits += s.ptr[i] >= '0' && s.ptr[i] <= '9';
		slashes += s.ptr[i] == '/';
		if (strchr("0123456789/-.,;)IVX", s.ptr[i]) == NULL)
			return false;
	}
	bool is_year = digits == 4 && slashes == 0 && s.len <= 5 && (str_has_prefix(s, STR("19")) || str_has_prefix(s, STR("20")));
	return is_year || (slashes >= 1 && slashes <= 4 && digits >= 3);
}

static uint16_t flags_at_end(uint32_t last)
{
	if (last < 0x80 && strchr(".;:!?", (int)last) != NULL)
		return TABLE_WORD_STOPS;
	if (last == 0x2026)
		return TABLE_WORD_STOPS;
	return last == ',' || last == '(' ? TABLE_WORD_COMMA : 0;
}

static uint16_t flags_at_begin(uint32_t first, struct str s, size_t after_first)
{
	bool upper;
	if (is_bullet(first)) {
		size_t at = after_first;
		uint32_t second = at < s.len ? utf8_next(s, &at) : 0;
		return second == 0 || base_letter(second, &upper) != 0 ? TABLE_WORD_BULLET : 0;
	}
	if (first >= '0' && first <= '9')
		return TABLE_WORD_DIGIT;
	return 0;
}

/* What the letters of a word say. */
struct letters {
	uint32_t n, capitals;
	bool first_upper, after_digit;
};

static struct letters count_letters(struct str s)
{
	struct letters letters = {0};
	bool digit_seen = false, upper;
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		digit_seen = digit_seen || (c >= '0' && c <= '9');
		if (base_letter(c, &upper) == 0)
			continue;
		if (letters.n++ == 0) {
			letters.first_upper = upper;
			letters.after_digit = digit_seen;
		}
		letters.capitals += upper;
	}
	return letters;
}

/* Case is that of the first letter, whatever brackets, quotes or bullets stand before it. */
static uint16_t flags_of_letters(struct letters letters)
{
	if (letters.n == 0)
		return 0;
	uint16_t flags = TABLE_WORD_LETTERS;
	flags |= letters.first_upper ? TABLE_WORD_UPPER : letters.after_digit ? 0 : TABLE_WORD_LOWER;
	return letters.n >= 2 && letters.n == letters.capitals ? flags | TABLE_WORD_CAPS : flags;
}

static void measure_word(struct table_word *word, struct str s)
{
	uint32_t width = 0, head = 0;
	for (size_t at = 0; at < s.len;) {
		size_t from = at;
		uint32_t c = utf8_next(s, &at);
		width += character_width(c);
		if (head == 0 && from > 0 && at < s.len && (is_dash(c) || c == '/'))
			head = width;
	}
	word->width = (uint16_t)(width < UINT16_MAX ? width : UINT16_MAX);
	word->head_width = head > 0 && head < UINT16_MAX ? (uint16_t)head : word->width;
}

/* What names of units begin with, and now and then end with. */
static bool is_unit_noun(struct str s)
{
	static const struct str nouns[] = {STR_INIT("Phòng"), STR_INIT("Sở"),  STR_INIT("Khoa"), STR_INIT("Bộ"),
	                                   STR_INIT("Viện"),  STR_INIT("Cục"), STR_INIT("Vụ"),   STR_INIT("Huyện")};
	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
		if (str_eq(s, nouns[i]))
			return true;
	return false;
}

static bool is_open(struct str s)
{
	static const struct str words[] = {
	    STR_INIT("và"),   STR_INIT("của"),   STR_INIT("các"),   STR_INIT("với"),  STR_INIT("cho"),  STR_INIT("trong"),
	    STR_INIT("về"),   STR_INIT("tại"),   STR_INIT("theo"),  STR_INIT("từ"),   STR_INIT("hoặc"), STR_INIT("những"),
	    STR_INIT("được"), STR_INIT("để"),    STR_INIT("thuộc"), STR_INIT("bằng"), STR_INIT("gồm"),  STR_INIT("cùng"),
	    STR_INIT("bởi"),  STR_INIT("nhằm"),  STR_INIT("Các"),   STR_INIT("cua"),  STR_INIT("cac"),  STR_INIT("voi"),
	    STR_INIT("hoac"), STR_INIT("nhung"), STR_INIT("là"),    STR_INIT("do"),   STR_INIT("khi"),  STR_INIT("Ủy"),
	    STR_INIT("Tổng"), STR_INIT("Chi"),   STR_INIT("gửi"),   STR_INIT("qua"),  STR_INIT("đến"),
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(s, words[i]))
			return true;
	return is_unit_noun(s);
}

/* "Văn phòng Sở" is a whole name, as "Sở" by itself is not: whether such a word stands behind others that it may end. */
static bool ends_name(const struct table_text *text, struct document_span span, struct str s)
{
	if (text->words.n == 0 || !is_unit_noun(s))
		return false;
	const struct table_word *before = &text->words.at[text->words.n - 1];
	bool same_line =
	    before->span.end + 1 == span.begin && !(before->flags & (TABLE_WORD_STOPS | TABLE_WORD_COMMA | TABLE_WORD_BULLET));
	return same_line && !(before->flags & TABLE_WORD_OPEN) && text->document->text.ptr[before->span.end] == ' ';
}

uint16_t table_text_flags(struct str word)
{
	if (word.len == 0)
		return 0;
	size_t after_first = 0, last_at = word.len;
	uint32_t first = utf8_next(word, &after_first);
	do
		last_at--;
	while (last_at > 0 && ((unsigned char)word.ptr[last_at] & 0xC0) == 0x80);
	uint32_t last = utf8_next(word, &last_at);
	struct letters letters = count_letters(word);
	uint16_t flags = flags_at_begin(first, word, after_first) | flags_at_end(last) | flags_of_letters(letters);
	if (is_date_like(word))
		flags |= TABLE_WORD_DATE;
	if (word.len <= 3 && is_dash(first) && letters.n == 0)
		flags |= TABLE_WORD_COMMA;
	if (str_contains(word, STR("“")) || str_contains(word, STR("”")))
		flags |= TABLE_WORD_QUOTES;
	return is_open(word) ? flags | TABLE_WORD_OPEN : flags;
}

static struct str zero_digits(struct arena *arena, struct str s)
{
	char *ptr = NULL;
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] < '1' || s.ptr[i] > '9')
			continue;
		if (ptr == NULL) {
			ptr = arena_alloc(arena, s.len);
			memcpy(ptr, s.ptr, s.len);
		}
		ptr[i] = '0';
	}
	return ptr != NULL ? (struct str){ptr, s.len} : s;
}

/* Without the punctuation around it; all of it where it is nothing else. */
static struct str strip_marks(struct str folded)
{
	size_t begin = 0, end = folded.len;
	while (begin < end && strchr("-+*([\"'", folded.ptr[begin]) != NULL)
		begin++;
	while (end > begin && strchr(",.;:!?)]\"'/", folded.ptr[end - 1]) != NULL)
		end--;
	return end > begin ? str_part(folded, begin, end - begin) : folded;
}

static void add_word(struct table_text *text, struct document_span span)
{
	struct str s = document_span_text(text->document, span);
	if (letter_spacing_is_spaced(s))
		s = letter_spacing_squeeze(text->arena, s);
	struct table_word word = {.span = span};
	measure_word(&word, s);
	word.flags = table_text_flags(s);
	if (ends_name(text, span, s))
		word.flags &= (uint16_t)~TABLE_WORD_OPEN;
	word.key = table_text_key(text, strip_marks(table_text_fold(text->arena, s)));
	if (text->words.n > 0) {
		const struct table_word *before = &text->words.at[text->words.n - 1];
		word.offset = before->offset + before->width + TABLE_TEXT_SPACE_WIDTH;
	}
	word.exact = table_text_key(text, zero_digits(text->arena, s));
	VEC_PUSH(text->arena, &text->words, word);
}

/* "Tháng 01", "- 02/2027" in the next line. */
static bool is_between_numbers(const struct table_text *text, size_t dash)
{
	enum { NUMBER = TABLE_WORD_DIGIT | TABLE_WORD_DATE };
	if (dash == 0 || dash + 1 >= text->words.n)
		return false;
	uint16_t before = text->words.at[dash - 1].flags, next = text->words.at[dash + 1].flags;
	return (before & NUMBER) && !(before & (TABLE_WORD_STOPS | TABLE_WORD_LETTERS)) && (next & TABLE_WORD_DATE);
}

/* A dash before a small "tháng", "quý", "năm" or "ngày" is that of a period, not a bullet; so is one between numbers. */
static void tell_periods(struct table_text *text, size_t first)
{
	static const char *const units[] = {"tháng", "quý", "năm", "ngày"};
	for (size_t w = first; w + 1 < text->words.n; w++) {
		struct table_word *word = &text->words.at[w];
		if (!(word->flags & TABLE_WORD_BULLET) || (word->flags & TABLE_WORD_LETTERS))
			continue;
		if (is_between_numbers(text, w))
			word->flags &= (uint16_t)~TABLE_WORD_BULLET;
		struct str next = document_span_text(text->document, text->words.at[w + 1].span);
		for (size_t i = 0; i < sizeof units / sizeof *units; i++)
			if (str_eq(next, str_of(units[i])))
				word->flags &= (uint16_t)~TABLE_WORD_BULLET;
	}
}

static void add_words(struct table_text *text, struct document_span span, const struct counts *vocabulary)
{
	struct str s = document_span_text(text->document, span);
	struct letter_spacing_word_vec words = {0};
	if (letter_spacing_is(s)) {
		letter_spacing_close(text->arena, s, vocabulary, &words);
		for (size_t i = 0; i < words.n; i++)
			add_word(text, (struct document_span){span.begin + words.at[i].begin, span.begin + words.at[i].end});
		return;
	}
	size_t begin = 0, at = 0;
	while (at < s.len) {
		size_t from = at;
		if (!viet_space_is(utf8_next(s, &at)))
			continue;
		if (from > begin)
			add_word(text, (struct document_span){span.begin + (uint32_t)begin, span.begin + (uint32_t)from});
		begin = at;
	}
	if (at > begin)
		add_word(text, (struct document_span){span.begin + (uint32_t)begin, span.begin + (uint32_t)at});
}

/* The words of the document, to tell by them where words that were spaced out end. Only made where there are such. */
static void learn_vocabulary(struct arena *arena, const struct document *document, struct counts *vocabulary)
{
	bool needed = false;
	counts_init(vocabulary, arena);
	for (size_t i = 0; i < document->blocks.n && !needed; i++)
		needed = letter_spacing_is(document_span_text(document, document->blocks.at[i].span));
	for (size_t i = 0; i < document->blocks.n && needed; i++) {
		struct str s = document_span_text(document, document->blocks.at[i].span);
		if (!letter_spacing_is(s))
			letter_spacing_learn(arena, s, vocabulary);
	}
}

void table_text_init(struct table_text *text, struct arena *arena, const struct document *document)
{
	struct counts vocabulary;
	*text = (struct table_text){.arena = arena, .document = document};
	text->line_of_block = ARENA_ARRAY(arena, uint32_t, document->blocks.n + 1);
	text->cell_of_block = ARENA_ARRAY(arena, uint32_t, document->blocks.n + 1);
	learn_vocabulary(arena, document, &vocabulary);
	for (uint32_t i = 0; i < document->blocks.n; i++) {
		const struct document_block *block = &document->blocks.at[i];
		bool is_row = block->kind == DOCUMENT_ROW;
		text->line_of_block[i] = (uint32_t)text->lines.n;
		text->cell_of_block[i] = (uint32_t)text->cells.n;
		for (uint32_t c = 0; c < (is_row ? block->n_cells : 1); c++) {
			struct table_line line = {.block = i, .first = (uint32_t)text->words.n};
			add_words(text, is_row ? block->cells[c].span : block->span, &vocabulary);
			line.end = (uint32_t)text->words.n;
			tell_periods(text, line.first);
			if (is_row)
				VEC_PUSH(arena, &text->cells, line);
			else if (line.end > line.first)
				VEC_PUSH(arena, &text->lines, line);
		}
	}
	text->line_of_block[document->blocks.n] = (uint32_t)text->lines.n;
	text->cell_of_block[document->blocks.n] = (uint32_t)text->cells.n;
}

uint32_t table_text_width(const struct table_text *text, uint32_t first, uint32_t end)
{
	if (first >= end)
		return 0;
	const struct table_word *last = &text->words.at[end - 1];
	return last->offset + last->width - text->words.at[first].offset;
}

struct str table_text_word(const struct table_text *text, uint32_t word)
{
	struct str s = document_span_text(text->document, text->words.at[word].span);
	return letter_spacing_is_spaced(s) ? letter_spacing_squeeze(text->arena, s) : s;
}

void table_text_count_pairs(const struct table_text *text, struct counts *pairs)
{
	for (size_t l = 0; l < text->lines.n + text->cells.n; l++) {
		const struct table_line *line = l < text->lines.n ? &text->lines.at[l] : &text->cells.at[l - text->lines.n];
		for (uint32_t i = line->first; i + 1 < line->end; i++) {
			counts_add(pairs, table_text_pair_of(text->words.at[i].exact, text->words.at[i + 1].exact), 1);
			counts_add(pairs, table_text_pair_of(text->words.at[i].exact, TABLE_TEXT_ANY_KEY), 1);
		}
	}
}

uint64_t table_text_pair(const struct table_text *text, uint32_t word)
{
	return table_text_pair_of(text->words.at[word].key, text->words.at[word + 1].key);
}

uint64_t table_text_pair_of(uint32_t before, uint32_t after)
{
	return (uint64_t)before << 32 | after;
}

bool table_text_is_group(const struct table_text *text, uint32_t first, uint32_t end)
{
	enum { MOST_WORDS = 6 };
	uint32_t words = 0;
	for (uint32_t w = first; w < end && end - first <= MOST_WORDS; w++) {
		uint16_t flags = text->words.at[w].flags;
		if (!(flags & TABLE_WORD_LETTERS))
			continue;
		if (!(flags & TABLE_WORD_CAPS) || !viet_syllable_is_possible(table_text_word(text, w))) /* "CMHS" ends a cell */
			return false;
		words++;
	}
	return words > 0;
}
