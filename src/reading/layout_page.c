#include "reading/layout_page.h"

#include <string.h>

#include "base/utf8.h"

enum { GAP = 2, MAX_X = 400 };

struct layout_line layout_page_line(struct arena *arena, const struct table_text *text, uint32_t line)
{
	const struct table_line *at = &text->lines.at[line];
	const struct document_block *block = &text->document->blocks.at[at->block];
	struct layout_line out = {.line = line, .first = at->first, .n = at->end - at->first, .n_segments = 1};
	out.words = ARENA_ARRAY(arena, struct layout_word, out.n);
	uint32_t x = block->indent, byte = block->span.begin;
	for (uint32_t i = 0; i < out.n; i++) {
		struct document_span span = text->words.at[at->first + i].span;
		x += (uint32_t)utf8_count(document_span_text(text->document, (struct document_span){byte, span.begin}));
		out.words[i].begin = x;
		x += (uint32_t)utf8_count(document_span_text(text->document, span));
		out.words[i].end = x;
		byte = span.end;
		out.n_segments += i > 0 && out.words[i].begin >= out.words[i - 1].end + GAP;
	}
	return out;
}

/* A stretch of the line, from one gap to the next. */
struct stretch {
	uint32_t begin, end;
};

/* How many lines have a word at each character. */
static void count_cover(const struct layout_line *lines, size_t n, uint32_t *cover)
{
	memset(cover, 0, MAX_X * sizeof *cover);
	for (size_t l = 0; l < n; l++)
		for (uint32_t w = 0; w < lines[l].n; w++)
			for (uint32_t x = lines[l].words[w].begin; x < lines[l].words[w].end && x < MAX_X; x++)
				cover[x]++;
}

/* Whether the lines below the head leave a gap in the middle of a piece: it spans two columns. */
static bool spans_gap(const uint32_t *cover, const struct stretch *piece)
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
static size_t find_heads(const struct layout_line *lines, size_t n_head, const uint32_t *cover_below, struct stretch *heads)
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

/* Where, between the middles of two heads, the fewest lines have a word: the end of the longest such stretch. */
static uint32_t find_border(const uint32_t *cover, const struct stretch *left, const struct stretch *right)
{
	uint32_t from = (left->begin + left->end) / 2, to = (right->begin + right->end) / 2 + 1;
	uint32_t least = UINT32_MAX, best = from, best_length = 0, length = 0;
	from = from < MAX_X ? from : MAX_X;
	to = to < MAX_X ? to : MAX_X;
	for (uint32_t x = from; x < to; x++)
		least = cover[x] < least ? cover[x] : least;
	for (uint32_t x = from; x < to; x++) {
		length = cover[x] == least ? length + 1 : 0;
		if (length >= best_length && length > 0) {
			best_length = length;
			best = x;
		}
	}
	return best + 1;
}

bool layout_page_find_columns(const struct layout_line *lines, size_t n, size_t n_head, struct layout_columns *ret)
{
	struct stretch heads[TABLE_MAX_COLUMNS];
	uint32_t cover[MAX_X];
	count_cover(lines + n_head, n - n_head, cover);
	size_t n_heads = find_heads(lines, n_head, cover, heads);
	if (n_heads < 2)
		return false;
	count_cover(lines, n, cover);
	ret->n = (uint32_t)n_heads;
	for (size_t i = 0; i + 1 < n_heads; i++)
		ret->ends[i] = find_border(cover, &heads[i], &heads[i + 1]);
	return true;
}

static uint32_t column_of(const struct layout_word *word, const struct layout_columns *columns)
{
	uint32_t middle = word->begin + (word->end - word->begin) / 2, c = 0;
	while (c + 1 < columns->n && middle >= columns->ends[c])
		c++;
	return c;
}

void layout_page_split(const struct layout_line *line, const struct layout_columns *columns, struct layout_cell *cells)
{
	for (uint32_t c = 0; c < columns->n; c++)
		cells[c] = (struct layout_cell){line->first, line->first};
	for (uint32_t w = 0; w < line->n; w++) {
		struct layout_cell *cell = &cells[column_of(&line->words[w], columns)];
		if (cell->first == cell->end)
			*cell = (struct layout_cell){line->first + w, line->first + w};
		cell->end = line->first + w + 1;
	}
}

bool layout_page_spans(const struct layout_line *line, const struct layout_columns *columns)
{
	enum { ENOUGH = 2 };
	uint32_t crossed = 0, cut = 0;
	if (line->n_segments > 1)
		return false;
	for (uint32_t c = 0; c + 1 < columns->n; c++) {
		crossed += line->words[0].begin < columns->ends[c] && line->words[line->n - 1].end > columns->ends[c];
		for (uint32_t w = 0; w < line->n; w++)
			cut += line->words[w].begin + 1 < columns->ends[c] && line->words[w].end > columns->ends[c] + 1;
	}
	return crossed >= ENOUGH || cut > 0;
}
