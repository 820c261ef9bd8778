#include "viet/spacing.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/letter.h"
#include "viet/space.h"
#include "viet/syllable.h"

enum { LETTERS_MIN = 4, WORDS_MIN = 5, SHARE_PERCENT = 80, RUN_MAX = 2000, SYLLABLE_PENALTY = 20 };

bool viet_spacing_is_spaced(struct str line)
{
	size_t words = 0, single = 0, letters = 0, length = 0;
	bool is_letter = false;
	for (size_t at = 0; at <= line.len;) {
		bool at_end = at == line.len;
		uint32_t c = at_end ? ' ' : utf8_next(line, &at);
		if (!viet_space_is(c)) {
			length++;
			is_letter = viet_letter_of(c).letter != 0;
		} else if (length > 0) {
			words++;
			single += length == 1;
			letters += length == 1 && is_letter;
			length = 0;
		}
		if (at_end)
			break;
	}
	return words >= WORDS_MIN && letters >= LETTERS_MIN && single * 100 >= words * SHARE_PERCENT;
}

/* One character of a run and where it stands in it. */
struct run {
	struct str text;    /* letters alone, joined */
	const size_t *ends; /* where each letter ends in text */
	size_t n;
};

static struct str run_part(const struct run *run, size_t from, size_t to)
{
	size_t begin = from > 0 ? run->ends[from - 1] : 0;
	return str_part(run->text, begin, run->ends[to - 1] - begin);
}

/* Writes a run of letters as the likeliest syllables with a space between; as one word where they make none. */
static void add_syllables(struct arena *arena, struct buf *out, const struct run *run)
{
	static const int impossible = 1 << 29;
	int *cost = ARENA_ARRAY(arena, int, run->n + 1);
	size_t *from = ARENA_ARRAY(arena, size_t, run->n + 1), *cuts = ARENA_ARRAY(arena, size_t, run->n + 1);
	for (size_t end = 1; end <= run->n; end++) {
		cost[end] = impossible;
		for (size_t len = 1; len <= VIET_SYLLABLE_MAX_LETTERS && len <= end; len++) {
			int own = viet_syllable_cost(run_part(run, end - len, end));
			int all = cost[end - len] + own + SYLLABLE_PENALTY;
			if (own != VIET_SYLLABLE_NONE && all < cost[end]) {
				cost[end] = all;
				from[end] = end - len;
			}
		}
	}
	if (cost[run->n] >= impossible) {
		buf_add(out, run->text);
		return;
	}
	size_t n = 0;
	for (size_t end = run->n; end > 0; end = from[end])
		cuts[n++] = end;
	for (size_t i = n; i > 0; i--) {
		buf_add(out, run_part(run, i < n ? cuts[i] : 0, cuts[i - 1]));
		buf_add(out, i > 1 ? STR(" ") : STR(""));
	}
}

enum kind { LETTER, DIGIT, CLOSING, OPENING, SLASH, DASH, OTHER };

static enum kind kind_of(uint32_t c)
{
	if (viet_letter_of(c).letter != 0)
		return LETTER;
	if (c >= '0' && c <= '9')
		return DIGIT;
	switch (c) {
	case ',':
	case '.':
	case ';':
	case ':':
	case ')':
	case ']':
	case '%':
	case 0x201d: /* ” */
	case 0x2026: /* … */
		return CLOSING;
	case '(':
	case '[':
	case 0x201c: /* “ */
		return OPENING;
	case '/':
		return SLASH;
	case '-':
	case 0x2013: /* – */
		return DASH;
	default:
		return OTHER;
	}
}

/* Whether a space stands between two kinds of neighbours; letters among themselves are add_syllables()'s. */
static bool is_spaced(enum kind left, enum kind right)
{
	if ((left == DIGIT && right == DIGIT) || left == SLASH || right == SLASH || left == OPENING || right == CLOSING)
		return false;
	/* "kinh tế - xã hội", but "2021-2030" */
	if (left == DASH || right == DASH)
		return left == LETTER || right == LETTER;
	return true;
}

/* Closes up what stands between two wide spaces. */
static void close_up_chunk(struct arena *arena, struct buf *out, struct str chunk)
{
	char *letters = arena_alloc(arena, chunk.len + 1);
	size_t *ends = ARENA_ARRAY(arena, size_t, chunk.len + 1);
	size_t n = 0, len = 0;
	bool is_first = true;
	enum kind last = OTHER;
	for (size_t at = 0; at <= chunk.len;) {
		size_t begin = at;
		uint32_t c = at < chunk.len ? utf8_next(chunk, &at) : 0;
		if (c != 0 && viet_space_is(c))
			continue;
		enum kind kind = c != 0 ? kind_of(c) : OTHER;
		if (kind == LETTER && n < RUN_MAX) {
			for (size_t i = begin; i < at; i++)
				letters[len++] = chunk.ptr[i];
			ends[n++] = len;
			continue;
		}
		if (n > 0) {
			if (!is_first && is_spaced(last, LETTER))
				buf_add_char(out, ' ');
			const struct run run = {.text = {.ptr = letters, .len = len}, .ends = ends, .n = n};
			add_syllables(arena, out, &run);
			last = LETTER;
			is_first = false;
			n = len = 0;
		}
		if (c == 0)
			break;
		if (!is_first && is_spaced(last, kind))
			buf_add_char(out, ' ');
		buf_add(out, str_part(chunk, begin, at - begin));
		last = kind;
		is_first = false;
	}
}

/* Where the next space between words stands: several white space characters together; the end where there is none. */
static size_t find_gap(struct str s, size_t from, size_t *ret_end)
{
	for (size_t at = from; at < s.len;) {
		size_t space = viet_space_leading(str_from(s, at)), next = at;
		utf8_next(s, &next);
		if (space > next - at) {
			*ret_end = at + space;
			return at;
		}
		at = next;
	}
	*ret_end = s.len;
	return s.len;
}

struct str viet_spacing_close_up(struct arena *arena, struct str line)
{
	if (!viet_spacing_is_spaced(line))
		return line;
	struct buf out;
	struct str rest = viet_space_trim(line);
	/* Every character may get a space beside it. */
	buf_init(&out, arena, rest.len * 2 + 2);
	for (size_t at = 0; at < rest.len;) {
		size_t next, end = find_gap(rest, at, &next);
		buf_add(&out, at > 0 ? STR(" ") : STR(""));
		close_up_chunk(arena, &out, str_part(rest, at, end - at));
		at = next;
	}
	return buf_str(&out);
}
