#include "format/page_flow.h"

enum {
	COLUMN_GAP = 60,
	COLUMN_GAP_SCAN = 85, /* percent of a line's height: a wider gap between words may part columns */
	STRETCHED_GAP = 100,  /* of single words, in a line that is set out to both margins */
	ALIKE = 180,          /* percent of the usual gap in a line that its widest may have */
	GUTTER = 400,         /* the least room between two columns */
	LONELY_GAP = 200,     /* the same, where no other line shows columns: a narrower gap parts nothing */
	TIGHT = 190,          /* percent of its height: a line so near below another goes on with it */
};

/* Lines that stand at one height. */
struct row {
	uint32_t first, n; /* of the lines */
};
VEC_OF(row, struct row);

/* Room between two columns. */
struct gutter {
	int32_t left, right;
};

static struct page_line join_lines(struct arena *arena, const struct page_line *a, const struct page_line *b)
{
	struct page_line joined = {.words = ARENA_ARRAY(arena, uint32_t, a->n + b->n), .n = a->n + b->n, .box = a->box};
	for (uint32_t i = 0; i < joined.n; i++)
		joined.words[i] = i < a->n ? a->words[i] : b->words[i - a->n];
	joined.box.right = b->box.right > a->box.right ? b->box.right : a->box.right;
	joined.box.top = b->box.top < a->box.top ? b->box.top : a->box.top;
	joined.box.bottom = b->box.bottom > a->box.bottom ? b->box.bottom : a->box.bottom;
	joined.bold = a->bold && b->bold;
	return joined;
}

/* The room between the words of a piece of a line, all together. */
static int64_t inner_gaps(const struct page *page, const struct page_line *line)
{
	int64_t sum = 0;
	for (uint32_t i = 1; i < line->n; i++)
		sum += page->words.at[line->words[i]].box.left - page->words.at[line->words[i - 1]].box.right;
	return sum;
}

/* Whether the pieces first … end-1 of one line lie apart no more than its words do: a line set out to both margins. */
static bool is_stretched(const struct page *page, const struct page_line_vec *lines, size_t first, size_t end)
{
	int64_t sum = 0, n = 0, widest = 0;
	for (size_t i = first; i < end; i++) {
		sum += inner_gaps(page, &lines->at[i]);
		n += lines->at[i].n - 1;
		int64_t gap = i > first ? lines->at[i].box.left - lines->at[i - 1].box.right : 0;
		widest = gap > widest ? gap : widest;
	}
	if (n < 2)
		return widest * 100 <= (int64_t)page_box_height(&lines->at[first].box) * STRETCHED_GAP;
	return widest * n * 100 <= sum * ALIKE;
}

/* Joins the pieces of a line that its setting out to both margins tore. */
static void join_stretched(struct arena *arena, const struct page *page, struct page_line_vec *lines)
{
	size_t n = 0;
	for (size_t i = 0; i < lines->n;) {
		size_t end = i + 1;
		while (end < lines->n && page_line_is_beside(&lines->at[i].box, &lines->at[end].box))
			end++;
		bool join = end > i + 1 && is_stretched(page, lines, i, end);
		struct page_line joined = lines->at[i];
		for (size_t k = i + 1; k < end; k++) {
			if (join) {
				joined = join_lines(arena, &joined, &lines->at[k]);
				continue;
			}
			lines->at[n++] = joined;
			joined = lines->at[k];
		}
		lines->at[n++] = joined;
		i = end;
	}
	lines->n = n;
}

static struct row_vec rows_of(struct arena *arena, const struct page_line_vec *lines)
{
	struct row_vec rows = {0};
	for (uint32_t i = 0; i < lines->n;) {
		uint32_t end = i + 1;
		while (end < lines->n && page_line_is_beside(&lines->at[i].box, &lines->at[end].box))
			end++;
		VEC_PUSH(arena, &rows, (struct row){.first = i, .n = end - i});
		i = end;
	}
	return rows;
}

/* Narrows the gutter to what the lines of a row leave of it. False, with the gutter as it was, where they leave too little. */
static bool narrow(const struct page_line_vec *lines, const struct row *row, struct gutter *gutter)
{
	struct gutter left = *gutter;
	for (uint32_t i = row->first; i < row->first + row->n; i++) {
		const struct page_box *box = &lines->at[i].box;
		int32_t middle = left.left + (left.right - left.left) / 2;
		if (box->right <= middle)
			left.left = box->right > left.left ? box->right : left.left;
		else if (box->left >= middle)
			left.right = box->left < left.right ? box->left : left.right;
		else if (box->right < left.right)
			left.left = box->right;
		else if (box->left > left.left)
			left.right = box->left;
		else
			return false;
	}
	if (left.right - left.left < GUTTER)
		return false;
	*gutter = left;
	return true;
}

static struct gutter widest_gap(const struct page_line_vec *lines, const struct row *row)
{
	struct gutter widest = {0, 0};
	for (uint32_t i = row->first + 1; i < row->first + row->n; i++) {
		int32_t left = lines->at[i - 1].box.right, right = lines->at[i].box.left;
		if (right - left > widest.right - widest.left)
			widest = (struct gutter){left, right};
	}
	return widest;
}

static bool is_tight(const struct page_line_vec *lines, const struct row *above, const struct row *below)
{
	const struct page_box *a = &lines->at[above->first].box, *b = &lines->at[below->first].box;
	return (int64_t)(page_box_middle(b) - page_box_middle(a)) * 100 <= (int64_t)page_box_height(a) * TIGHT;
}

/* The side of the gutter that a row's lines are all on: -1 left, 1 right, 0 both. */
static int side_of(const struct page_line_vec *lines, const struct row *row, const struct gutter *gutter)
{
	int32_t middle = gutter->left + (gutter->right - gutter->left) / 2;
	bool left = lines->at[row->first].box.left<middle, right = lines->at[row->first + row->n - 1].box.right> middle;
	return left && right ? 0 : left ? -1 : 1;
}

/* A part of the page in which two columns stand side by side: rows first … end-1. */
struct band {
	size_t first, end;
	struct gutter gutter;
};

/* The columns that begin with row `first`, which has two lines or more. They end with the last row that has both, and with what
 * goes on tightly below it on the left, or anything below it on the right. */
static struct band find_band(const struct page_line_vec *lines, const struct row_vec *rows, size_t first)
{
	struct band band = {.first = first, .end = first + 1, .gutter = widest_gap(lines, &rows->at[first])};
	struct gutter gutter = band.gutter;
	size_t r = first + 1;
	for (; r < rows->n && narrow(lines, &rows->at[r], &gutter); r++) {
		if (side_of(lines, &rows->at[r], &gutter) != 0)
			continue;
		band.end = r + 1;
		band.gutter = gutter;
	}
	gutter = band.gutter;
	size_t last_left = band.end - 1;
	while (band.end < rows->n && narrow(lines, &rows->at[band.end], &gutter)) {
		int side = side_of(lines, &rows->at[band.end], &gutter);
		if (side < 0 && !is_tight(lines, &rows->at[last_left], &rows->at[band.end]))
			break;
		last_left = side < 0 ? band.end : last_left;
		band.gutter = gutter;
		band.end++;
	}
	return band;
}

/* Whether the pieces of a row, which no other row shows to be of columns, lie apart so little that they are one line. */
static bool is_one_line(const struct page_line_vec *lines, const struct row_vec *rows, const struct band *band)
{
	const struct row *row = &rows->at[band->first];
	struct gutter widest = widest_gap(lines, row);
	return band->end == band->first + 1 &&
	       (int64_t)(widest.right - widest.left) * 100 <= (int64_t)page_box_height(&lines->at[row->first].box) * LONELY_GAP;
}

static void add_row(struct arena *arena, const struct page_line_vec *lines, const struct row *row, struct page_line_vec *ret)
{
	struct page_line joined = lines->at[row->first];
	for (uint32_t i = row->first + 1; i < row->first + row->n; i++)
		joined = join_lines(arena, &joined, &lines->at[i]);
	VEC_PUSH(arena, ret, joined);
}

static void add_side(struct arena *arena, const struct page_line_vec *lines, const struct row_vec *rows, const struct band *band,
                     bool right, struct page_line_vec *ret)
{
	int32_t middle = band->gutter.left + (band->gutter.right - band->gutter.left) / 2;
	for (size_t r = band->first; r < band->end; r++) {
		const struct row *row = &rows->at[r];
		struct page_line joined = {0};
		for (uint32_t i = row->first; i < row->first + row->n; i++)
			if ((lines->at[i].box.left >= middle) == right)
				joined = joined.n == 0 ? lines->at[i] : join_lines(arena, &joined, &lines->at[i]);
		if (joined.n > 0)
			VEC_PUSH(arena, ret, joined);
	}
}

struct page_line_vec page_flow_order(struct arena *arena, const struct page *page, const uint32_t *words, uint32_t n)
{
	struct page_line_vec lines = page_line_find(arena, page, words, n, page->is_scan ? COLUMN_GAP_SCAN : COLUMN_GAP),
	                     ordered = {0};
	join_stretched(arena, page, &lines);
	struct row_vec rows = rows_of(arena, &lines);
	for (size_t r = 0; r < rows.n;) {
		struct band band = {.first = r, .end = r + 1};
		if (rows.at[r].n > 1)
			band = find_band(&lines, &rows, r);
		if (is_one_line(&lines, &rows, &band)) {
			add_row(arena, &lines, &rows.at[r], &ordered);
		} else {
			add_side(arena, &lines, &rows, &band, false, &ordered);
			add_side(arena, &lines, &rows, &band, true, &ordered);
		}
		r = band.end;
	}
	return ordered;
}
