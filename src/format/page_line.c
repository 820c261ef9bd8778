#include "format/page_line.h"

#include <stdlib.h>

/* A line in the making, linked to the one that took it up. */
struct open_line {
	struct page_box box;
	struct page_box last; /* the word that it ends with */
	uint32_t first, tail, n;
};
VEC_OF(open_line, struct open_line);

bool page_line_is_beside(const struct page_box *a, const struct page_box *b)
{
	int32_t top = a->top > b->top ? a->top : b->top, bottom = a->bottom < b->bottom ? a->bottom : b->bottom;
	int32_t low = page_box_height(a) < page_box_height(b) ? page_box_height(a) : page_box_height(b);
	return bottom > top && (bottom - top) * 2LL > low;
}

static void widen(struct page_box *box, const struct page_box *by)
{
	box->left = by->left < box->left ? by->left : box->left;
	box->top = by->top < box->top ? by->top : box->top;
	box->right = by->right > box->right ? by->right : box->right;
	box->bottom = by->bottom > box->bottom ? by->bottom : box->bottom;
}

/* What qsort_r() compares by. */
static int compare_lefts(const void *a, const void *b, void *context)
{
	const struct page *page = context;
	uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
	int32_t x = page->words.at[i].box.left, y = page->words.at[j].box.left;
	return x != y ? (x > y) - (x < y) : (i > j) - (i < j);
}

static int compare_lines(const void *a, const void *b)
{
	const struct page_line *x = a, *y = b;
	int32_t p = page_box_middle(&x->box), q = page_box_middle(&y->box);
	return p != q ? (p > q) - (p < q) : (x->box.left > y->box.left) - (x->box.left < y->box.left);
}

/* The open line that a word goes on with: the one at its height that ends nearest before it. */
static size_t find_line(const struct open_line_vec *open, const struct page_box *word, int32_t gap_percent)
{
	size_t best = open->n;
	for (size_t i = 0; i < open->n; i++) {
		const struct page_box *last = &open->at[i].last;
		int32_t height = page_box_height(last) > page_box_height(word) ? page_box_height(last) : page_box_height(word);
		int64_t gap = word->left - last->right;
		if (!page_line_is_beside(last, word) || gap * 2 < -height ||
		    (gap_percent > 0 && gap * 100 > (int64_t)height * gap_percent))
			continue;
		if (best == open->n || last->right > open->at[best].last.right)
			best = i;
	}
	return best;
}

/* Lines at one height in the order from left to right: a line whose middle differs by less than half its height from the one
 * before it is beside it. */
static void order_rows(struct page_line_vec *lines)
{
	for (size_t i = 1; i < lines->n; i++) {
		struct page_line line = lines->at[i];
		size_t to = i;
		while (to > 0 && page_line_is_beside(&lines->at[to - 1].box, &line.box) && lines->at[to - 1].box.left > line.box.left)
			to--;
		for (size_t k = i; k > to; k--)
			lines->at[k] = lines->at[k - 1];
		lines->at[to] = line;
	}
}

static struct page_line close_line(struct arena *arena, const struct page *page, const struct open_line *open,
                                   const uint32_t *next)
{
	struct page_line line = {.words = ARENA_ARRAY(arena, uint32_t, open->n), .n = open->n, .box = open->box, .bold = true};
	uint32_t word = open->first;
	for (uint32_t i = 0; i < open->n; i++, word = next[word]) {
		line.words[i] = word;
		line.bold = line.bold && page->words.at[word].bold;
	}
	return line;
}

struct page_line_vec page_line_find(struct arena *arena, const struct page *page, const uint32_t *words, uint32_t n,
                                    int32_t gap_percent)
{
	struct page_line_vec lines = {0};
	struct open_line_vec open = {0};
	if (n == 0)
		return lines;
	uint32_t *order = ARENA_ARRAY(arena, uint32_t, n), *next = ARENA_ARRAY(arena, uint32_t, page->words.n);
	for (uint32_t i = 0; i < n; i++)
		order[i] = words[i];
	qsort_r(order, n, sizeof *order, compare_lefts, (void *)page);
	for (uint32_t i = 0; i < n; i++) {
		const struct page_box *box = &page->words.at[order[i]].box;
		size_t line = find_line(&open, box, gap_percent);
		if (line == open.n) {
			VEC_PUSH(arena, &open, (struct open_line){.box = *box, .last = *box, .first = order[i], .tail = order[i], .n = 1});
			continue;
		}
		struct open_line *to = &open.at[line];
		next[to->tail] = order[i];
		to->tail = order[i];
		to->n++;
		to->last = *box;
		widen(&to->box, box);
	}
	for (size_t i = 0; i < open.n; i++)
		VEC_PUSH(arena, &lines, close_line(arena, page, &open.at[i], next));
	qsort(lines.at, lines.n, sizeof *lines.at, compare_lines);
	order_rows(&lines);
	return lines;
}
