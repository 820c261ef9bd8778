#include "reading/words.h"

#include <string.h>

#include "base/utf8.h"
#include "viet/space.h"

/* Lower case of the letters that Vietnamese uses; others come back unchanged. */
static uint32_t lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c == 0xD0 || c == 0xF0) /* Icelandic eth, as old fonts and OCR write Đ */
		return 0x111;
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return c + 32;
	if ((c >= 0x100 && c <= 0x17F) || (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x1A0)
		return c | 1;
	return c == 0x1AF ? 0x1B0 : c;
}

static bool is_letter(uint32_t c)
{
	return (c < 0x80 && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) ||
	       (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) || (c >= 0x300 && c < 0x370) || (c >= 0x1E00 && c < 0x1F00);
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* The sign that stands for all of its kind. */
static uint32_t plain_sign(uint32_t c)
{
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD)
		return '-';
	if (c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB)
		return '"';
	return c == 0x2018 || c == 0x2019 ? '\'' : c;
}

static size_t put(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | (c >> 6));
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | (c >> 12));
		out[1] = (char)(0x80 | ((c >> 6) & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | (c >> 18));
	out[1] = (char)(0x80 | ((c >> 12) & 0x3F));
	out[2] = (char)(0x80 | ((c >> 6) & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

/* Endings in the new tone style, and the same in the old one. */
static const struct {
	const char *modern, *old;
} endings[] = {
    {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"}, {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"},
    {"oẽ", "õe"}, {"oẹ", "ọe"}, {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"},
};

/* Moves the tone of a key that ends in oa, oe or uy to where the old style has it. The key keeps its length at most. */
static size_t old_tone(char *key, size_t len)
{
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		size_t modern = strlen(endings[i].modern), old = strlen(endings[i].old);
		if (len < modern || memcmp(key + len - modern, endings[i].modern, modern) != 0)
			continue;
		if (key[len - modern] == 'u' && len > modern && key[len - modern - 1] == 'q')
			return len;
		if (old > modern)
			return len;
		memcpy(key + len - modern, endings[i].old, old);
		return len - modern + old;
	}
	return len;
}

/* Reads one run of letters and digits that begins at byte `at`; writes its key. */
static size_t read_run(struct str text, size_t at, struct word *word, char *key)
{
	size_t n = 0, letters = 0, digits = 0, capitals = 0;
	bool modern = false;
	while (at < text.len) {
		size_t next = at;
		uint32_t c = utf8_next(text, &next);
		bool letter = c != UTF8_INVALID && is_letter(c);
		if (!letter && !is_digit(c))
			break;
		uint32_t small = lower(c);
		if (letters + digits == 0)
			word->capital = letter && small != c;
		letters += letter;
		digits += !letter;
		capitals += small != c;
		n += put(key + n, small);
		modern = small > 0x7F;
		at = next;
	}
	word->kind = digits == 0 ? WORD_LETTERS : letters == 0 ? WORD_NUMBER : WORD_MIXED;
	word->all_capitals = letters > 1 && capitals == letters;
	word->key = (struct str){.ptr = key, .len = modern ? old_tone(key, n) : n};
	return at;
}

/* How many words a text has: counted first, since texts are large and their words larger. */
static size_t count_words(struct str text)
{
	size_t n = 0;
	bool in_run = false;
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		bool run = c != UTF8_INVALID && (is_letter(c) || is_digit(c));
		bool space = c != UTF8_INVALID && !run && viet_space_is(c);
		n += run ? !in_run : !space;
		in_run = run;
	}
	return n;
}

struct words words_of(struct arena *arena, struct str text)
{
	struct words words = {.text = text, .at = ARENA_ARRAY(arena, struct word, count_words(text))};
	char *keys = arena_alloc(arena, text.len + 4);
	size_t used = 0, at = 0;
	bool space = true;
	while (at < text.len) {
		size_t next = at;
		uint32_t c = utf8_next(text, &next);
		if (c != UTF8_INVALID && viet_space_is(c)) {
			space = true;
			at = next;
			continue;
		}
		struct word word = {.begin = (uint32_t)at, .space_before = space, .kind = WORD_SIGN};
		if (c != UTF8_INVALID && (is_letter(c) || is_digit(c))) {
			next = read_run(text, at, &word, keys + used);
		} else {
			size_t n = put(keys + used, c == UTF8_INVALID ? '?' : plain_sign(c));
			word.key = (struct str){.ptr = keys + used, .len = n};
		}
		used += word.key.len;
		word.end = (uint32_t)next;
		words.at[words.n++] = word;
		space = false;
		at = next;
	}
	return words;
}

struct str words_key(struct arena *arena, struct str text)
{
	struct words words = words_of(arena, text);
	size_t len = 0;
	for (size_t i = 0; i < words.n; i++)
		len += words.at[i].key.len + 1;
	char *out = arena_alloc(arena, len + 1);
	size_t n = 0;
	for (size_t i = 0; i < words.n; i++) {
		if (i > 0)
			out[n++] = ' ';
		memcpy(out + n, words.at[i].key.ptr, words.at[i].key.len);
		n += words.at[i].key.len;
	}
	return (struct str){.ptr = out, .len = n};
}

/* Nearly every phrase that is asked for stands somewhere else: whether the word may begin it is told without a call. */
static inline bool may_begin(struct str key, const char *keys)
{
	return keys[0] == key.ptr[0] && (key.len == 1 || keys[1] == key.ptr[1]);
}

/* How many words of `keys` stand at `i`; 0 where not all do. */
static size_t match(const struct words *words, size_t i, const char *keys)
{
	size_t n = 0;
	while (*keys != '\0') {
		if (i + n >= words->n)
			return 0;
		struct str key = words->at[i + n].key;
		size_t same = 0; /* words are short: a loop is faster than a call */
		while (same < key.len && keys[same] == key.ptr[same])
			same++;
		if (same < key.len || (keys[same] != ' ' && keys[same] != '\0'))
			return 0;
		keys += same + (keys[same] == ' ');
		n++;
	}
	return n;
}

size_t words_match(const struct words *words, size_t i, const char *keys)
{
	return i < words->n && may_begin(words->at[i].key, keys) ? match(words, i, keys) : 0;
}

const struct words_phrase *words_match_any(const struct words *words, size_t i, const struct words_phrase *phrases, size_t n,
                                           size_t *ret_words)
{
	const struct words_phrase *best = NULL;
	size_t best_words = 0;
	if (i >= words->n)
		return NULL;
	struct str key = words->at[i].key;
	for (size_t k = 0; k < n; k++) {
		if (!may_begin(key, phrases[k].keys))
			continue;
		size_t matched = match(words, i, phrases[k].keys);
		if (matched > best_words) {
			best = &phrases[k];
			best_words = matched;
		}
	}
	if (best != NULL)
		*ret_words = best_words;
	return best;
}

size_t words_longest(const struct words *words, size_t i, const char *const *phrases, size_t n)
{
	size_t best = 0;
	if (i >= words->n)
		return 0;
	struct str key = words->at[i].key;
	for (size_t k = 0; k < n; k++) {
		size_t matched = may_begin(key, phrases[k]) ? match(words, i, phrases[k]) : 0;
		best = matched > best ? matched : best;
	}
	return best;
}

bool words_is(const struct words *words, size_t i, const char *key)
{
	return i < words->n && may_begin(words->at[i].key, key) && str_eq(words->at[i].key, str_of(key));
}

int words_number(const struct words *words, size_t i)
{
	if (i >= words->n || words->at[i].kind != WORD_NUMBER || words->at[i].key.len > 6)
		return -1;
	int value = 0;
	for (size_t k = 0; k < words->at[i].key.len; k++)
		value = value * 10 + (words->at[i].key.ptr[k] - '0');
	return value;
}

struct str words_text(const struct words *words, size_t from, size_t to)
{
	if (to > words->n)
		to = words->n;
	if (from >= to)
		return (struct str){.ptr = words->text.ptr, .len = 0};
	return str_part(words->text, words->at[from].begin, words->at[to - 1].end - words->at[from].begin);
}

int words_roman(struct str s)
{
	static const struct {
		const char *text;
		int value;
	} steps[] = {{"x", 10}, {"x", 10}, {"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1}, {"i", 1}, {"i", 1}};
	char small[8];
	if (s.len == 0 || s.len >= sizeof small)
		return 0;
	for (size_t i = 0; i < s.len; i++)
		small[i] = (char)lower((unsigned char)s.ptr[i]);
	small[s.len] = '\0';
	int value = 0;
	const char *rest = small;
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		size_t len = strlen(steps[i].text);
		if (strncmp(rest, steps[i].text, len) == 0) {
			value += steps[i].value;
			rest += len;
		}
	}
	return *rest == '\0' ? value : 0;
}
