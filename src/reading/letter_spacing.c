#include "reading/letter_spacing.h"

#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/lower.h"
#include "viet/space.h"
#include "viet/syllable.h"
#include "viet/tone.h"

enum { MAX_LINE_BYTES = 4096, MAX_SYLLABLE = 8 };

bool letter_spacing_is(struct str line)
{
	enum { FEWEST = 4 };
	uint32_t words = 0, single = 0, letters = 0, length = 0;
	if (line.len > MAX_LINE_BYTES)
		return false;
	for (size_t at = 0; at < line.len;) {
		uint32_t c = utf8_next(line, &at);
		if (viet_space_is(c)) {
			length = 0;
			continue;
		}
		length++;
		words += length == 1;
		single += length == 1;
		single -= length == 2;
		letters += c > 0x7F || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	}
	return words >= FEWEST && letters >= FEWEST && single * 10 >= words * 9;
}

bool letter_spacing_is_spaced(struct str word)
{
	for (size_t at = 0; at < word.len;)
		if (viet_space_is(utf8_next(word, &at)))
			return true;
	return false;
}

struct str letter_spacing_squeeze(struct arena *arena, struct str word)
{
	struct buf out;
	buf_init(&out, arena, MAX_LINE_BYTES);
	for (size_t at = 0; at < word.len;) {
		size_t from = at;
		if (!viet_space_is(utf8_next(word, &at)))
			buf_add(&out, str_part(word, from, at - from));
	}
	return buf_str(&out);
}

static uint64_t hash_text(struct str s)
{
	uint64_t hash = 1469598103934665603u;
	for (size_t i = 0; i < s.len; i++)
		hash = (hash ^ (unsigned char)s.ptr[i]) * 1099511628211u;
	return hash >> 1;
}

static bool is_mark(char c)
{
	return strchr(",.;:!?()[]\"'/+-", c) != NULL;
}

void letter_spacing_learn(struct arena *arena, struct str line, struct counts *vocabulary)
{
	struct str rest = viet_lower(arena, line), word;
	while (str_split(&rest, ' ', &word)) {
		while (word.len > 0 && is_mark(word.ptr[0]))
			word = str_from(word, 1);
		while (word.len > 0 && is_mark(word.ptr[word.len - 1]))
			word.len--;
		if (word.len > 0)
			counts_add(vocabulary, hash_text(word), 1);
	}
}

/* --- closing up --- */

struct letter {
	uint32_t begin, end; /* bytes */
	uint32_t gap;        /* white space before */
	bool is_letter, is_digit, is_opening, is_mark;
};

struct closing {
	struct arena *arena;
	struct str line;
	const struct counts *vocabulary;
	struct letter *letters;
	uint32_t n;
};

static void find_letters(struct closing *c)
{
	uint32_t gap = 0;
	c->letters = ARENA_ARRAY(c->arena, struct letter, c->line.len + 1);
	for (size_t at = 0; at < c->line.len;) {
		size_t from = at;
		uint32_t code = utf8_next(c->line, &at);
		if (viet_space_is(code)) {
			gap++;
			continue;
		}
		struct letter letter = {.begin = (uint32_t)from, .end = (uint32_t)at, .gap = gap};
		letter.is_digit = code >= '0' && code <= '9';
		letter.is_opening = code == '(' || code == '[' || code == 0x201C;
		letter.is_mark = (code < 0x80 && is_mark((char)code)) || code == 0x201C || code == 0x201D || code == 0x2026;
		letter.is_letter = !letter.is_digit && !letter.is_mark;
		c->letters[c->n++] = letter;
		gap = 0;
	}
}

static struct str between(const struct closing *c, uint32_t first, uint32_t end)
{
	struct str s = str_part(c->line, c->letters[first].begin, c->letters[end - 1].end - c->letters[first].begin);
	return letter_spacing_squeeze(c->arena, s);
}

/* How likely letters are a word: by how common the syllable is in official texts, and in this document. */
static float score_word(const struct closing *c, uint32_t first, uint32_t end)
{
	static const float unknown = -25.0F, cut = -2.0F;
	struct str word = viet_lower(c->arena, between(c, first, end));
	int cost = viet_syllable_cost(viet_tone_old_style(c->arena, word));
	uint32_t seen = counts_get(c->vocabulary, hash_text(word));
	float score = cost == VIET_SYLLABLE_NONE ? unknown : (float)cost / -10.0F;
	return cut + score + (seen > 0 ? 1.5F + logf((float)seen) * 0.8F : 0);
}

static void add(struct closing *c, uint32_t first, uint32_t end, struct letter_spacing_word_vec *words)
{
	struct letter_spacing_word word = {c->letters[first].begin, c->letters[end - 1].end};
	VEC_PUSH(c->arena, words, word);
}

/* Splits letters first … end - 1, all letters without marks, into syllables; marks right after the last belong to it. */
static void split_syllables(struct closing *c, uint32_t first, uint32_t end, uint32_t end_of_marks, uint32_t begin_of_marks,
                            struct letter_spacing_word_vec *words)
{
	uint32_t n = end - first;
	float *best = ARENA_ARRAY(c->arena, float, n + 1);
	uint32_t *from = ARENA_ARRAY(c->arena, uint32_t, n + 1), *way = ARENA_ARRAY(c->arena, uint32_t, n + 1), n_way = 0;
	for (uint32_t i = 1; i <= n; i++) {
		best[i] = -1e9F;
		for (uint32_t k = i > MAX_SYLLABLE ? i - MAX_SYLLABLE : 0; k < i; k++) {
			float score = best[k] + score_word(c, first + k, first + i);
			if (score > best[i]) {
				best[i] = score;
				from[i] = k;
			}
		}
	}
	for (uint32_t i = n; i > 0; i = from[i])
		way[n_way++] = i;
	uint32_t begin = 0;
	while (n_way-- > 0) {
		add(c, begin == 0 ? begin_of_marks : first + begin, way[n_way] == n ? end_of_marks : first + way[n_way], words);
		begin = way[n_way];
	}
}

/* One group: opening marks, then letters or digits, then the marks that follow without opening. */
static uint32_t close_group(struct closing *c, uint32_t at, struct letter_spacing_word_vec *words)
{
	uint32_t begin = at;
	while (at < c->n && c->letters[at].is_mark)
		at++;
	uint32_t first = at;
	if (at < c->n && c->letters[at].is_letter) {
		while (at < c->n && c->letters[at].is_letter)
			at++;
	} else {
		while (at < c->n && (c->letters[at].is_digit || (c->letters[at].is_mark && !c->letters[at].is_opening && at + 1 < c->n &&
		                                                 c->letters[at + 1].is_digit)))
			at++;
	}
	uint32_t end = at;
	while (at < c->n && c->letters[at].is_mark && !c->letters[at].is_opening)
		at++;
	if (end > first && c->letters[first].is_letter)
		split_syllables(c, first, end, at, begin, words);
	else
		add(c, begin, at, words);
	return at;
}

void letter_spacing_close(struct arena *arena, struct str line, const struct counts *vocabulary,
                          struct letter_spacing_word_vec *ret)
{
	struct closing c = {.arena = arena, .line = line, .vocabulary = vocabulary};
	uint32_t wide = 0;
	*ret = (struct letter_spacing_word_vec){0};
	find_letters(&c);
	for (uint32_t i = 1; i < c.n; i++)
		wide += c.letters[i].gap > 1;
	if (wide > 0) {
		uint32_t begin = 0;
		for (uint32_t i = 1; i <= c.n; i++)
			if (i == c.n || c.letters[i].gap > 1) {
				add(&c, begin, i, ret);
				begin = i;
			}
		return;
	}
	for (uint32_t at = 0; at < c.n;)
		at = close_group(&c, at, ret);
}
