#include "reading/flow_ordinal.h"

#include <string.h>

enum { REACH = 64, MAX_NUMBER = 100 * 1000 };

struct candidate {
	struct flow_ordinal_mark mark;
	uint32_t line;
	float own;  /* how much it looks like an ordinal by itself */
	float best; /* of a sequence that ends with it */
	int32_t before;
	/* of that best sequence: the last number and group before this one */
	int number, minor, roman, letter;
};
VEC_OF(candidate, struct candidate);

static int roman_value(struct str s)
{
	static const struct {
		struct str digits;
		int value;
	} numerals[] = {{STR_INIT("X"), 10}, {STR_INIT("IX"), 9}, {STR_INIT("V"), 5}, {STR_INIT("IV"), 4}, {STR_INIT("I"), 1}};
	int value = 0;
	for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
		while (str_has_prefix(s, numerals[i].digits)) {
			s = str_from(s, numerals[i].digits.len);
			value += numerals[i].value;
			if (value > 50)
				return 0;
		}
	return s.len == 0 ? value : 0;
}

static bool parse_numbers(struct str s, struct flow_ordinal_mark *mark)
{
	struct str rest = s, part;
	int64_t parts[3] = {0};
	int n = 0;
	while (str_split(&rest, '.', &part)) {
		if (n == 3 || part.len == 0 || part.len > 5 || part.ptr[0] == '-' || !str_parse_int(part, &parts[n]))
			return false;
		n++;
	}
	mark->major = (int)parts[0];
	mark->minor = (int)(n == 3 ? parts[1] * 1000 + parts[2] : parts[1]);
	mark->kind = ORDINAL_NUMBER;
	return n > 0;
}

/* "IV-": how the party numbers its sections. */
static bool is_party_roman(struct str s)
{
	return str_has_suffix(s, STR("-")) && roman_value(str_part(s, 0, s.len - 1)) > 0;
}

bool flow_ordinal_parse(struct str s, struct flow_ordinal_mark *ret)
{
	struct flow_ordinal_mark mark = {0};
	if (s.len > 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')') {
		s = str_part(s, 1, s.len - 2);
		mark.marked = true;
	} else if (s.len > 1 && (strchr(".)", s.ptr[s.len - 1]) != NULL || is_party_roman(s))) {
		s.len--;
		mark.marked = true;
	}
	if (s.len == 0 || s.len > 12)
		return false;
	mark.text = s;
	if (s.ptr[0] >= '0' && s.ptr[0] <= '9') {
		if (!parse_numbers(s, &mark))
			return false;
	} else if (roman_value(s) > 0) {
		mark.kind = ORDINAL_ROMAN;
		mark.major = roman_value(s);
	} else if (s.len == 1 && s.ptr[0] >= 'A' && s.ptr[0] <= 'Z') {
		mark.kind = ORDINAL_LETTER;
		mark.major = s.ptr[0] - 'A' + 1;
	} else {
		return false;
	}
	*ret = mark;
	return true;
}

/* Words that numbers follow in any text: "tháng | 4", "Quý | III". */
static bool asks_for_number(const struct table_text *text, uint32_t word)
{
	static const char *const keys[] = {"thang", "quy",  "ngay", "nam",    "so",   "muc",
	                                   "khoan", "dieu", "lan",  "chuong", "phan", "lop"};
	struct str key = text->key_texts[text->words.at[word].key];
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (str_eq(key, str_of(keys[i])))
			return true;
	return false;
}

/* How much a line that begins with the mark looks like the begin of a row. */
static float score_alone(const struct table_text *text, const struct flow_line_vec *lines, uint32_t l,
                         const struct flow_ordinal_mark *mark)
{
	const struct flow_line *line = &lines->at[l];
	bool alone = line->end == line->first + 1;
	float score = mark->marked ? 1 : 0;
	uint32_t next = alone && l + 1 < lines->n ? lines->at[l + 1].first : line->first + 1;
	if (alone && l + 1 == lines->n)
		return -4;
	uint16_t flags = text->words.at[next].flags;
	score += alone ? 1 : 0;
	if (flags & (TABLE_WORD_UPPER | TABLE_WORD_BULLET))
		score += 0.5F;
	else if (flags & TABLE_WORD_LOWER)
		score -= alone ? 2 : 3;
	else if (flags & TABLE_WORD_DIGIT)
		score -= alone ? 2 : 4;
	if (l > 0) {
		uint16_t before = text->words.at[lines->at[l - 1].end - 1].flags;
		if (before & (TABLE_WORD_OPEN | TABLE_WORD_COMMA))
			score -= 2;
		else if (before & TABLE_WORD_STOPS)
			score += 0.3F;
		if (asks_for_number(text, lines->at[l - 1].end - 1))
			score -= 3;
	}
	if (mark->kind != ORDINAL_NUMBER)
		score -= mark->marked || (flags & TABLE_WORD_CAPS) ? 0.5F : 2;
	return score;
}

static float score_first(const struct candidate *c)
{
	if (c->mark.major == 1)
		return c->mark.minor <= 1 ? 2 : 0;
	return c->mark.kind == ORDINAL_NUMBER ? -(c->mark.major < 10 ? (float)c->mark.major * 0.5F : 5) : -2;
}

/* Of one number after another: the next, a few left out, or back to one. */
static float score_step(int from, int to)
{
	if (to == from + 1)
		return 3;
	if (to == from + 2)
		return -0.2F;
	if (to > from && to <= from + 5)
		return -1 - (float)(to - from);
	if (to == 1)
		return -4;
	return -10;
}

/* A candidate's score after the sequence that ends with `a`. */
static float score_after(const struct candidate *a, const struct candidate *b)
{
	bool a_is_group = a->mark.kind != ORDINAL_NUMBER;
	if (b->mark.kind == ORDINAL_ROMAN)
		return a->roman + 1 == b->mark.major ? (a_is_group ? 1.5F : 2) : a->roman == 0 ? -3 : -8;
	if (b->mark.kind == ORDINAL_LETTER)
		return a->letter + 1 == b->mark.major ? (a_is_group ? 1.5F : 2) : a->letter == 0 ? -3 : -8;
	if (b->mark.minor > 0) {
		if (b->mark.major == a->number)
			return a->minor == 0 && b->mark.minor == 1 ? 3 : score_step(a->minor, b->mark.minor);
		return b->mark.minor == 1 ? score_step(a->number, b->mark.major) : -8;
	}
	if (a_is_group && b->mark.major == 1)
		return 3;
	if (a->minor > 0 && b->mark.major == a->number)
		return -8;
	return score_step(a->number, b->mark.major) - (a_is_group && b->mark.major != a->number + 1 ? 1 : 0);
}

static void follow(struct candidate *c, const struct candidate *before)
{
	c->number = c->minor = c->roman = c->letter = 0;
	if (before != NULL) {
		c->number = before->number;
		c->minor = before->minor;
		c->roman = before->roman;
		c->letter = before->letter;
	}
	if (c->mark.kind == ORDINAL_ROMAN) {
		c->roman = c->mark.major;
	} else if (c->mark.kind == ORDINAL_LETTER) {
		c->letter = c->mark.major;
		c->roman = 0;
	} else {
		c->number = c->mark.major;
		c->minor = c->mark.minor;
	}
}

static void chain(struct candidate_vec *candidates)
{
	for (size_t i = 0; i < candidates->n; i++) {
		struct candidate *c = &candidates->at[i];
		const struct candidate *before = NULL;
		c->best = score_first(c);
		c->before = -1;
		for (size_t k = i; k-- > 0 && i - k <= REACH;) {
			const struct candidate *a = &candidates->at[k];
			float score = a->best + score_after(a, c);
			if (score > c->best) {
				c->best = score;
				c->before = (int32_t)k;
				before = a;
			}
		}
		c->best += c->own;
		follow(c, before);
	}
}

static int32_t last_of(const struct candidate_vec *candidates)
{
	int32_t last = -1;
	for (size_t i = 0; i < candidates->n; i++)
		if (last < 0 || candidates->at[i].best > candidates->at[last].best)
			last = (int32_t)i;
	return last;
}

/* Numbers of one table stand all alone in their lines, or all before their titles: those that do not do as most of the sequence
 * that ends with `last` are less likely. */
static void ask_for_style(const struct flow_line_vec *lines, struct candidate_vec *candidates, int32_t last)
{
	static const float other_style = 2.0F;
	enum { FEWEST = 3, MOST_OTHERS = 4 };
	uint32_t alone = 0, n = 0;
	for (int32_t i = last; i >= 0; i = candidates->at[i].before) {
		const struct flow_line *line = &lines->at[candidates->at[i].line];
		bool counts = candidates->at[i].mark.kind == ORDINAL_NUMBER;
		n += counts;
		alone += counts && line->end == line->first + 1;
	}
	bool mostly_alone = alone * MOST_OTHERS > n * (MOST_OTHERS - 1), seldom_alone = alone * MOST_OTHERS < n;
	if (n < FEWEST || (!mostly_alone && !seldom_alone))
		return;
	for (size_t i = 0; i < candidates->n; i++) {
		struct candidate *c = &candidates->at[i];
		const struct flow_line *line = &lines->at[c->line];
		if (c->mark.kind == ORDINAL_NUMBER && (line->end == line->first + 1) != mostly_alone)
			c->own -= other_style;
	}
}

/* A row with a number of its own that numbers others below it: "2" above "2.1". */
static bool heads_next(const struct flow_ordinal_mark *mark, const struct flow_ordinal_mark *next)
{
	return mark->kind == ORDINAL_NUMBER && mark->minor == 0 && next->kind == ORDINAL_NUMBER && next->minor == 1 &&
	       next->major == mark->major;
}

void flow_ordinal_find(struct arena *arena, const struct table_text *text, const struct flow_line_vec *lines,
                       struct flow_ordinal_vec *ret)
{
	static const float enough = 2.5F;
	struct candidate_vec candidates = {0};
	for (uint32_t l = 0; l < lines->n; l++) {
		struct candidate c = {.line = l};
		if (!flow_ordinal_parse(table_text_word(text, lines->at[l].first), &c.mark))
			continue;
		c.own = score_alone(text, lines, l, &c.mark);
		VEC_PUSH(arena, &candidates, c);
	}
	chain(&candidates);
	ask_for_style(lines, &candidates, last_of(&candidates));
	chain(&candidates);
	int32_t last = last_of(&candidates);
	*ret = (struct flow_ordinal_vec){0};
	if (last < 0 || candidates.at[last].best < enough)
		return;
	size_t n = 0;
	bool has_numbers = false;
	for (int32_t i = last; i >= 0; i = candidates.at[i].before) {
		has_numbers = has_numbers || candidates.at[i].mark.kind == ORDINAL_NUMBER;
		n++;
	}
	struct flow_ordinal *at = ARENA_ARRAY(arena, struct flow_ordinal, n);
	const struct flow_ordinal_mark *next = NULL;
	size_t k = n;
	for (int32_t i = last; i >= 0; i = candidates.at[i].before) {
		const struct candidate *c = &candidates.at[i];
		bool is_group = (has_numbers && c->mark.kind != ORDINAL_NUMBER) || (next != NULL && heads_next(&c->mark, next));
		at[--k] = (struct flow_ordinal){.line = c->line, .mark = c->mark.text, .is_group = is_group};
		next = &c->mark;
	}
	*ret = (struct flow_ordinal_vec){.at = at, .n = n, .room = n};
}
