#include "format/page_document.h"

#include <stdlib.h>

#include "format/page_flow.h"
#include "format/page_furniture.h"
#include "format/page_grid.h"
#include "format/page_line.h"
#include "format/page_writer.h"

enum {
	FULL = 2000,      /* a line ends at the margin where it ends so near it */
	APART = 122,      /* percent of the usual way from line to line: more is a blank line */
	APART_SCAN = 124, /* the heights of scanned lines vary */
	MOST_BLANK = 9,
	MOST_INDENT = 80,
	LETTER_SHARE = 40, /* percent of a line's height that a letter is wide */
};

/* What was made out on a page. */
struct layout {
	struct page_grid_vec grids;
	struct page_line_vec lines; /* outside the tables, in reading order */
};

struct composer {
	struct arena *arena;
	struct page_writer writer;
	int32_t pitch;        /* from the middle of a line to that of the next, inside a paragraph; 0: not known */
	struct page_box last; /* the line or table written last on this page */
	bool has_last;
};

/* --- words --- */

static void drop_void_words(struct page *page)
{
	size_t n = 0;
	for (size_t i = 0; i < page->words.n && n < PAGE_MAX_WORDS; i++) {
		struct page_word word = page->words.at[i];
		bool sane = word.box.left >= 0 && word.box.top >= 0 && word.box.right > word.box.left && word.box.bottom > word.box.top &&
		            word.box.right <= PAGE_MAX_LENGTH && word.box.bottom <= PAGE_MAX_LENGTH;
		if (sane && word.text.len > 0)
			page->words.at[n++] = word;
	}
	page->words.n = n;
}

static bool is_inside(const struct page_box *word, const struct page_box *box)
{
	int32_t x = word->left + page_box_width(word) / 2, y = page_box_middle(word);
	return x >= box->left && x < box->right && y >= box->top && y < box->bottom;
}

/* --- lines outside the tables --- */

/* Words between one table and the next are put in order by themselves. */
static void order_strip(struct arena *arena, const struct page *page, struct layout *layout, const bool *in_table, int32_t from,
                        int32_t to)
{
	uint32_t *words = ARENA_ARRAY(arena, uint32_t, page->words.n + 1), n = 0;
	for (uint32_t i = 0; i < page->words.n; i++) {
		int32_t middle = page_box_middle(&page->words.at[i].box);
		if (!in_table[i] && middle >= from && middle < to)
			words[n++] = i;
	}
	struct page_line_vec lines = page_flow_order(arena, page, words, n);
	for (size_t i = 0; i < lines.n; i++)
		VEC_PUSH(arena, &layout->lines, lines.at[i]);
}

static struct layout layout_of(struct arena *arena, const struct page *page)
{
	struct layout layout = {.grids = page_grid_find(arena, page)};
	bool *in_table = ARENA_ARRAY(arena, bool, page->words.n + 1);
	size_t n = 0;
	for (size_t g = 0; g < layout.grids.n; g++) {
		bool any = false;
		for (uint32_t i = 0; i < page->words.n; i++) {
			bool inside = is_inside(&page->words.at[i].box, &layout.grids.at[g].box);
			in_table[i] = in_table[i] || inside;
			any = any || inside;
		}
		if (any)
			layout.grids.at[n++] = layout.grids.at[g];
	}
	layout.grids.n = n;
	int32_t from = INT32_MIN;
	for (size_t g = 0; g <= n; g++) {
		int32_t to = g < n ? layout.grids.at[g].box.top : INT32_MAX;
		if (to > from)
			order_strip(arena, page, &layout, in_table, from, to);
		from = to > from ? to : from;
	}
	return layout;
}

/* --- the usual way from line to line --- */

static int compare_pitches(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	return (x > y) - (x < y);
}

VEC_OF(pitch, int32_t);

/* The ways from a line that is full to the next one. */
static struct pitch_vec pitches_of(struct arena *arena, const struct layout *layouts, size_t n)
{
	struct pitch_vec pitches = {0};
	for (size_t p = 0; p < n; p++) {
		const struct page_line_vec *lines = &layouts[p].lines;
		int32_t margin = 0;
		for (size_t i = 0; i < lines->n; i++)
			margin = lines->at[i].box.right > margin ? lines->at[i].box.right : margin;
		for (size_t i = 0; i + 1 < lines->n; i++) {
			const struct page_box *box = &lines->at[i].box, *next = &lines->at[i + 1].box;
			int32_t pitch = page_box_middle(next) - page_box_middle(box);
			if (box->right >= margin - FULL && pitch > 0 && pitch < 3 * page_box_height(box))
				VEC_PUSH(arena, &pitches, pitch);
		}
	}
	return pitches;
}

/* The narrowest one that is there often: where most paragraphs have one line, it is not the commonest. */
static int32_t usual_pitch(struct arena *arena, const struct layout *layouts, size_t n)
{
	enum { ALIKE = 107, OFTEN = 8, LEAST = 3 }; /* percent, percent, times */
	struct pitch_vec pitches = pitches_of(arena, layouts, n);
	if (pitches.n == 0)
		return 0;
	qsort(pitches.at, pitches.n, sizeof *pitches.at, compare_pitches);
	for (size_t i = 0, end = 0; i < pitches.n; i++) {
		while (end < pitches.n && (int64_t)pitches.at[end] * 100 <= (int64_t)pitches.at[i] * ALIKE)
			end++;
		if (end - i >= LEAST && (end - i) * 100 >= pitches.n * OFTEN)
			return pitches.at[i + (end - i) / 2];
	}
	return pitches.at[pitches.n / 2];
}

static uint32_t blank_before(const struct composer *composer, const struct page *page, const struct page_box *box)
{
	if (!composer->has_last)
		return 0;
	int32_t apart = page_box_middle(box) - page_box_middle(&composer->last);
	int32_t pitch = composer->pitch > 0 ? composer->pitch : page_box_height(&composer->last) * 5 / 4;
	if (apart <= 0)
		return 1; /* another column */
	if (pitch <= 0 || (int64_t)apart * 100 <= (int64_t)pitch * (page->is_scan ? APART_SCAN : APART))
		return 0;
	int32_t lines = (apart + pitch / 2) / pitch - 1;
	return lines < 1 ? 1 : lines > MOST_BLANK ? MOST_BLANK : (uint32_t)lines;
}

/* --- writing --- */

static void write_line(struct composer *composer, const struct page *page, const struct page_line *line, int32_t margin)
{
	int32_t letter = page_box_height(&line->box) * LETTER_SHARE / 100;
	int32_t indent = letter > 0 && line->box.left > margin ? (line->box.left - margin) / letter : 0;
	page_writer_add_line(&composer->writer, line, blank_before(composer, page, &line->box),
	                     (uint32_t)(indent < MOST_INDENT ? indent : MOST_INDENT));
	composer->last = line->box;
	composer->has_last = true;
}

static struct page_line_vec cell_lines(struct composer *composer, const struct page *page, const struct page_cell *cell)
{
	uint32_t *words = ARENA_ARRAY(composer->arena, uint32_t, page->words.n + 1), n = 0;
	for (uint32_t i = 0; i < page->words.n; i++)
		if (is_inside(&page->words.at[i].box, &cell->box))
			words[n++] = i;
	return page_line_find(composer->arena, page, words, n, 0);
}

static void write_grid(struct composer *composer, const struct page *page, const struct page_grid *grid)
{
	struct page_cell *cells = ARENA_ARRAY(composer->arena, struct page_cell, grid->n_columns);
	struct page_line_vec *lines = ARENA_ARRAY(composer->arena, struct page_line_vec, grid->n_columns);
	size_t at = 0;
	for (uint16_t row = 0; row < grid->n_rows; row++) {
		uint32_t n = 0;
		for (; at < grid->cells.n && grid->cells.at[at].row == row; at++, n++) {
			cells[n] = grid->cells.at[at];
			lines[n] = cell_lines(composer, page, &cells[n]);
		}
		if (n > 0)
			page_writer_add_row(&composer->writer, cells, lines, n, row == 0 && composer->has_last);
	}
	composer->last = grid->box;
	composer->last.top = grid->box.bottom;
	composer->has_last = true;
}

static void write_page(struct composer *composer, const struct page *page, const struct layout *layout)
{
	int32_t margin = INT32_MAX;
	size_t g = 0;
	page_writer_begin_page(&composer->writer, page);
	composer->has_last = false;
	for (size_t i = 0; i < layout->lines.n; i++)
		margin = layout->lines.at[i].box.left < margin ? layout->lines.at[i].box.left : margin;
	for (size_t i = 0; i <= layout->lines.n; i++) {
		const struct page_line *line = i < layout->lines.n ? &layout->lines.at[i] : NULL;
		while (g < layout->grids.n && (line == NULL || page_box_middle(&line->box) >= layout->grids.at[g].box.top))
			write_grid(composer, page, &layout->grids.at[g++]);
		if (line != NULL)
			write_line(composer, page, line, margin);
	}
}

enum rc page_document_write(struct arena *arena, struct page *pages, size_t n, struct document *ret)
{
	struct composer composer = {.arena = arena};
	struct layout *layouts = ARENA_ARRAY(arena, struct layout, n + 1);
	struct page_line_vec *lines = ARENA_ARRAY(arena, struct page_line_vec, n + 1);
	for (size_t p = 0; p < n; p++) {
		drop_void_words(&pages[p]);
		layouts[p] = layout_of(arena, &pages[p]);
		lines[p] = layouts[p].lines;
	}
	page_furniture_drop(arena, pages, lines, n);
	for (size_t p = 0; p < n; p++)
		layouts[p].lines = lines[p];
	composer.pitch = usual_pitch(arena, layouts, n);
	page_writer_init(&composer.writer, arena, ret);
	for (size_t p = 0; p < n; p++)
		write_page(&composer, &pages[p], &layouts[p]);
	return page_writer_finish(&composer.writer);
}
