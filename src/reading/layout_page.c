#include "reading/layout_page.h"

#include <float.h>
#include <math.h>

#include "base/utf8.h"
#include "reading/flow_ordinal.h"

enum { GAP = 2, MAX_X = 400 };

/* How much a word belongs to the one before it, as a cost of parting them: the document has the two together elsewhere. */
static float bond_of(const struct table_text *text, const struct counts *pairs, uint32_t word)
{
	static const float weight = 20.0F;
	const struct table_word *first = &text->words.at[word - 1], *second = &text->words.at[word];
	if (pairs == NULL || ((first->flags & (TABLE_WORD_DATE | TABLE_WORD_STOPS)) && (second->flags & TABLE_WORD_UPPER)))
		return 0;
	float together = (float)counts_get(pairs, table_text_pair_of(first->exact, second->exact)) - 1;
	float all = (float)counts_get(pairs, table_text_pair_of(first->exact, TABLE_TEXT_ANY_KEY)) - 1;
	return together > 0 && all > 0 ? logf(1 + weight * together / all) : 0;
}

struct layout_line layout_page_line(struct arena *arena, const struct table_text *text, const struct counts *pairs, uint32_t line)
{
	const struct table_line *at = &text->lines.at[line];
	const struct document_block *block = &text->document->blocks.at[at->block];
	struct layout_line out = {.line = line, .first = at->first, .n = at->end - at->first, .n_segments = 1};
	out.words = ARENA_ARRAY(arena, struct layout_word, out.n);
	struct flow_ordinal_mark mark;
	bool small = out.n > 1 && (text->words.at[at->first + 1].flags & TABLE_WORD_LOWER); /* "6 tháng" */
	out.has_mark = out.n > 0 && !small && flow_ordinal_parse(table_text_word(text, at->first), &mark);
	out.has_group_mark = out.has_mark && mark.kind != ORDINAL_NUMBER;
	uint32_t x = block->indent, byte = block->span.begin;
	for (uint32_t i = 0; i < out.n; i++) {
		struct document_span span = text->words.at[at->first + i].span;
		x += (uint32_t)utf8_count(document_span_text(text->document, (struct document_span){byte, span.begin}));
		out.words[i].begin = x;
		x += (uint32_t)utf8_count(document_span_text(text->document, span));
		out.words[i].end = x;
		byte = span.end;
		out.words[i].bond = i > 0 ? bond_of(text, pairs, at->first + i) : 0;
		out.n_segments += i > 0 && out.words[i].begin >= out.words[i - 1].end + GAP;
	}
	return out;
}

/* A stretch of the line, from one gap to the next. */
struct stretch {
	uint32_t begin, end;
};

/* Counts a line's words at each character. */
static void add_cover(const struct layout_line *line, int *cover)
{
	for (uint32_t w = 0; w < line->n; w++)
		for (uint32_t x = line->words[w].begin; x < line->words[w].end && x < MAX_X; x++)
			cover[x]++;
}

/* Whether the lines below the head leave a gap in the middle of a piece: it spans two columns. */
static bool spans_gap(const int *cover, const struct stretch *piece)
{
	bool left = false;
	uint32_t gap = 0;
	for (uint32_t x = piece->begin; x < piece->end && x < MAX_X; x++) {
		if (cover[x] > 0 && left && gap >= GAP)
			return true;
		left = left || cover[x] > 0;
		gap = cover[x] > 0 ? 0 : gap + 1;
	}
	return false;
}

enum { MAX_PIECES = 64 };

static size_t find_pieces(const struct layout_line *lines, size_t n_head, struct stretch *pieces)
{
	size_t n = 0;
	for (size_t l = 0; l < n_head; l++)
		for (uint32_t w = 0; w < lines[l].n && n < MAX_PIECES; w++) {
			const struct layout_word *word = &lines[l].words[w];
			if (w == 0 || word->begin >= word[-1].end + GAP)
				pieces[n++] = (struct stretch){word->begin, word->end};
			else
				pieces[n - 1].end = word->end;
		}
	return n;
}

/* Sorts a few stretches by where they begin or, `by_width`, by how wide they are. */
static void sort(struct stretch *at, size_t n, bool by_width)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0; k--) {
			struct stretch moved = at[k];
			uint32_t own = by_width ? moved.end - moved.begin : moved.begin;
			if (own >= (by_width ? at[k - 1].end - at[k - 1].begin : at[k - 1].begin))
				break;
			at[k] = at[k - 1];
			at[k - 1] = moved;
		}
}

/* Joins a piece with the head that it overlaps; one that lies over several spans them and is left out. False where there are too
 * many. */
static bool add_piece(struct stretch *heads, size_t *n, struct stretch piece)
{
	size_t overlapping = 0, last = 0;
	for (size_t k = 0; k < *n; k++)
		if (piece.begin < heads[k].end && heads[k].begin < piece.end) {
			overlapping++;
			last = k;
		}
	if (overlapping == 1) {
		heads[last].begin = piece.begin < heads[last].begin ? piece.begin : heads[last].begin;
		heads[last].end = piece.end > heads[last].end ? piece.end : heads[last].end;
	} else if (overlapping == 0) {
		if (*n == TABLE_MAX_COLUMNS)
			return false;
		heads[(*n)++] = piece;
	}
	return true;
}

/* The heads of the columns, from left to right: pieces of the head's lines, the narrowest first, those that overlap joined. */
static size_t find_heads(const struct layout_line *lines, size_t n_head, const int *cover_below, struct stretch *heads)
{
	struct stretch pieces[MAX_PIECES];
	size_t n_pieces = find_pieces(lines, n_head, pieces), n = 0;
	sort(pieces, n_pieces, true);
	for (size_t i = 0; i < n_pieces; i++)
		if (!spans_gap(cover_below, &pieces[i]) && !add_piece(heads, &n, pieces[i]))
			return 0;
	sort(heads, n, false);
	return n;
}

/* What the lines say of the borders between columns: at each character, how many have a word there, and how many begin one. */
struct profile {
	int cover[MAX_X], begins[MAX_X + 1];
	uint32_t n_lines;
};

/* Costs of a border between two heads. */
static const float covered = 3.0F; /* each line that has a word there */
static const float begun = -1.0F;  /* each that begins one right after: cells are set from the left */
static const float off = 0.1F;     /* each character by which a head is not inside its column, as a share of the lines */

/* The cheapest border behind the one before, `after`. Lines are off their heads now and then. */
static uint32_t find_border(const struct profile *profile, const struct stretch *left, const struct stretch *right,
                            uint32_t after)
{
	uint32_t from = left->begin > after ? left->begin : after, to = right->end < MAX_X ? right->end : MAX_X, best = from;
	float least = FLT_MAX;
	for (uint32_t x = from; x < to; x++) {
		uint32_t distance = x + 1 < left->end ? left->end - x - 1 : x + 1 > right->begin ? x + 1 - right->begin : 0;
		float cost = covered * (float)profile->cover[x] + begun * (float)profile->begins[x + 1];
		cost += off * (float)distance * (float)profile->n_lines;
		if (cost <= least) {
			least = cost;
			best = x;
		}
	}
	return best + 1;
}

/* Whether the line goes over several columns without a gap, as headings over rows and prose do: it tells of no border. */
static bool goes_over(const struct layout_line *line, const struct stretch *heads, size_t n_heads)
{
	enum { ENOUGH = 3 }; /* an ordinal stands close before its title */
	size_t n = 0;
	if (line->n_segments > 1)
		return false;
	for (size_t i = 0; i < n_heads; i++)
		n += line->words[0].begin < heads[i].end && heads[i].begin < line->words[line->n - 1].end;
	return n >= ENOUGH;
}

bool layout_page_find_columns(const struct layout_line *lines, size_t n, size_t n_head, struct layout_columns *ret)
{
	struct stretch heads[TABLE_MAX_COLUMNS];
	int cover[MAX_X] = {0};
	struct profile profile = {0};
	for (size_t l = n_head; l < n; l++)
		add_cover(&lines[l], cover);
	size_t n_heads = find_heads(lines, n_head, cover, heads);
	if (n_heads < 2)
		return false;
	for (size_t l = n_head; l < n; l++) {
		if (goes_over(&lines[l], heads, n_heads))
			continue;
		profile.n_lines++;
		add_cover(&lines[l], profile.cover);
		for (uint32_t w = 0; w < lines[l].n; w++)
			profile.begins[lines[l].words[w].begin < MAX_X ? lines[l].words[w].begin : MAX_X]++;
	}
	ret->n = (uint32_t)n_heads;
	for (size_t i = 0; i + 1 < n_heads; i++)
		ret->ends[i] = find_border(&profile, &heads[i], &heads[i + 1], i > 0 ? ret->ends[i - 1] : 0);
	return true;
}

/* --- which words stand in which column --- */

enum { MOST_WORDS = 120 };

/* Costs of cutting a line before one of its words, at the border between two columns. */
static const float beyond = 2.0F;     /* each character by which the words before it go over the border */
static const float before = 0.45F;    /* each by which those after it begin before the border: close lines are set to the left */
static const float close_by = 0.7F;   /* only one space stands there */
static const float gap_inside = 9.0F; /* a gap that no border cuts */

/* How far a border is from the gap before word k; at a line's begin and end, the gap goes on. */
static float distance_cost(const struct layout_line *line, uint32_t k, uint32_t border)
{
	if (k > 0 && border < line->words[k - 1].end)
		return beyond * (float)(line->words[k - 1].end - border);
	if (k < line->n && border > line->words[k].begin)
		return before * (float)(border - line->words[k].begin);
	return 0;
}

static bool is_gap(const struct layout_line *line, uint32_t k)
{
	return k > 0 && k < line->n && line->words[k].begin >= line->words[k - 1].end + GAP;
}

/* How wrong it is for the first k words to stand in the column of ordinals. */
static float ordinal_cost(const struct layout_line *line, uint32_t k)
{
	static const float no_number = 6.0F, missed = 2.0F;
	return k > 1 || (k == 1 && !line->has_mark) ? no_number : k == 0 && line->has_mark ? missed : 0;
}

static float cut_cost(const struct layout_line *line, uint32_t k, uint32_t border)
{
	float cost = distance_cost(line, k, border);
	bool inside = k > 0 && k < line->n;
	return inside ? cost + (is_gap(line, k) ? 0 : close_by) + line->words[k].bond : cost;
}

/* Where the borders cut the line, from left to right, at the least cost: line->words[cuts[c]] is the first right of border c. */
static void find_cuts(const struct layout_line *line, const struct layout_columns *columns, uint32_t n_words, uint32_t *cuts)
{
	float costs[2][MOST_WORDS + 1], gaps[MOST_WORDS + 2] = {0};
	uint8_t from[TABLE_MAX_COLUMNS][MOST_WORDS + 1];
	uint32_t n_borders = columns->n - 1;
	for (uint32_t k = 0; k <= n_words; k++) {
		gaps[k + 1] = gaps[k] + (is_gap(line, k) ? gap_inside : 0); /* of gaps before words 0 … k */
		costs[1][k] = gaps[k];                                      /* before the first cut, that at k left out */
	}
	for (uint32_t c = 0; c < n_borders; c++) {
		float *cost = costs[c % 2], *last = costs[(c + 1) % 2];
		uint32_t best = 0; /* of the cuts of the border before this one, left of word k */
		for (uint32_t k = 0; k <= n_words; k++) {
			float earlier = last[best] + gaps[k] - gaps[best + 1];
			bool same = c == 0 || k == 0 || last[k] <= earlier;
			from[c][k] = (uint8_t)(same ? k : best);
			cost[k] = (same ? last[k] : earlier) + cut_cost(line, k, columns->ends[c]);
			cost[k] += c == 0 && columns->begins_with_ordinal ? ordinal_cost(line, k) : 0;
			best = last[k] - gaps[k + 1] < last[best] - gaps[best + 1] ? k : best;
		}
	}
	float least = FLT_MAX;
	for (uint32_t k = 0; k <= n_words; k++) {
		float cost = costs[(n_borders + 1) % 2][k] + gaps[n_words + 1] - gaps[k + 1];
		if (cost < least) {
			least = cost;
			cuts[n_borders - 1] = k;
		}
	}
	for (uint32_t c = n_borders - 1; c > 0; c--)
		cuts[c - 1] = from[c][cuts[c]];
}

void layout_page_split(const struct layout_line *line, const struct layout_columns *columns, struct layout_cell *cells)
{
	uint32_t cuts[TABLE_MAX_COLUMNS] = {0}, n_words = line->n < MOST_WORDS ? line->n : MOST_WORDS;
	find_cuts(line, columns, n_words, cuts);
	for (uint32_t c = 0; c < columns->n; c++) {
		uint32_t first = c > 0 ? cuts[c - 1] : 0, end = c + 1 < columns->n ? cuts[c] : line->n;
		cells[c] = first < end ? (struct layout_cell){line->first + first, line->first + end}
		                       : (struct layout_cell){line->first, line->first};
	}
}

bool layout_page_spans(const struct layout_line *line, const struct layout_columns *columns)
{
	enum { ENOUGH = 2 };
	uint32_t crossed = 0, cut = 0, first = line->has_mark && is_gap(line, 1) ? 1 : 0;
	for (uint32_t w = first + 1; w < line->n; w++)
		if (is_gap(line, w))
			return false;
	for (uint32_t c = 0; c + 1 < columns->n; c++) {
		crossed += line->words[first].begin < columns->ends[c] && line->words[line->n - 1].end > columns->ends[c];
		for (uint32_t w = first; w < line->n; w++)
			cut += line->words[w].begin + 1 < columns->ends[c] && line->words[w].end > columns->ends[c] + 1;
	}
	return crossed >= ENOUGH || cut > 0 || (crossed > 0 && first > 0 && line->has_group_mark);
}
