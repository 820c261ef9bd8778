#include "format/scan_line.h"

#include <stdlib.h>

#include "format/scan_word.h"

enum {
	POINTS_AN_INCH = 72,
	ABOVE = 78, /* percent of a line's height that stand above its letters' feet */
	LOW = 70,
	HIGH = 140, /* percent of the usual height: lines between are of the usual size */
};

static int compare_lengths(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	return (x > y) - (x < y);
}

/* The length that `percent` of some are shorter than. */
static int32_t quantile(int32_t *lengths, size_t n, size_t percent)
{
	if (n == 0)
		return 0;
	qsort(lengths, n, sizeof *lengths, compare_lengths);
	return lengths[(n - 1) * percent / 100];
}

void scan_line_settle(struct arena *arena, struct page *page)
{
	int32_t *heights = ARENA_ARRAY(arena, int32_t, page->words.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < page->words.n; i++)
		if (page->words.at[i].baseline > 0)
			heights[n++] = page_box_height(&page->words.at[i].box);
	int64_t usual = quantile(heights, n, 50);
	for (size_t i = 0; i < page->words.n; i++) {
		struct page_word *word = &page->words.at[i];
		int64_t height = page_box_height(&word->box);
		if (word->baseline <= 0)
			continue;
		if (height * 100 > usual * LOW && height * 100 < usual * HIGH)
			height = usual;
		word->box.top = word->baseline - (int32_t)(height * ABOVE / 100);
		word->box.bottom = word->box.top + (int32_t)height;
		word->box.top = word->box.top > 0 ? word->box.top : 0;
	}
}

/* --- strokes --- */

enum { LONGEST_STROKE = 24 /* pixels; longer runs are no upright strokes */ };

/* Adds the runs of black pixels of some rows to the counts by their lengths. */
static void count_runs(PIX *black, const struct page_box *box, uint32_t *counts)
{
	for (int32_t y = box->top; y < box->bottom; y++) {
		const l_uint32 *row = pixGetData(black) + (size_t)y * (size_t)pixGetWpl(black);
		int32_t run = 0;
		for (int32_t x = box->left; x <= box->right; x++) {
			if (x < box->right && GET_DATA_BIT(row, x)) {
				run++;
				continue;
			}
			counts[run < LONGEST_STROKE ? run : LONGEST_STROKE]++;
			run = 0;
		}
	}
}

/* How thick the strokes of a word are that go across its rows, in tenths of a pixel: the mean of the middle half. 0: no ink. */
static int32_t thickness_of(PIX *black, const struct page_box *box)
{
	uint32_t counts[LONGEST_STROKE + 1] = {0}, all = 0, passed = 0;
	uint64_t sum = 0, n = 0;
	count_runs(black, box, counts);
	for (uint32_t i = 1; i < LONGEST_STROKE; i++)
		all += counts[i];
	for (uint32_t i = 1; i < LONGEST_STROKE; passed += counts[i++])
		for (uint32_t k = 0; k < counts[i]; k++)
			if ((passed + k) * 4 >= all && (passed + k) * 4 < 3 * all) {
				sum += 10 * i;
				n++;
			}
	return n > 0 ? (int32_t)(sum / n) : 0;
}

static struct page_box body_of(PIX *black, int32_t dpi, const struct page_word *word)
{
	int32_t height = page_box_height(&word->box), feet = word->baseline;
	const struct page_box body = {.left = word->box.left, .top = feet - height / 3, .right = word->box.right, .bottom = feet};
	const int64_t inch = POINTS_AN_INCH * PAGE_POINT;
	struct page_box pixels = {(int32_t)(body.left * dpi / inch), (int32_t)(body.top * dpi / inch),
	                          (int32_t)(body.right * dpi / inch), (int32_t)(body.bottom * dpi / inch)};
	pixels.left = pixels.left > 0 ? pixels.left : 0;
	pixels.top = pixels.top > 0 ? pixels.top : 0;
	pixels.right = pixels.right < pixGetWidth(black) ? pixels.right : pixGetWidth(black);
	pixels.bottom = pixels.bottom < pixGetHeight(black) ? pixels.bottom : pixGetHeight(black);
	return pixels;
}

void scan_line_measure_strokes(PIX *black, int32_t dpi, struct page *page)
{
	enum { TENTHS = 10 };
	for (size_t i = 0; i < page->words.n; i++) {
		struct page_word *word = &page->words.at[i];
		struct page_box box = body_of(black, dpi, word);
		if (word->baseline > 0)
			word->stroke = (uint16_t)(thickness_of(black, &box) * POINTS_AN_INCH * PAGE_POINT / TENTHS / dpi);
	}
}

/* Whether what crosses a word's rows is strokes of letters or digits: a dash is as thick as it is long. */
static bool has_strokes(const struct page_word *word)
{
	struct scan_word_cases cases = scan_word_cases_of(word->text);
	bool digits = false;
	for (size_t i = 0; i < word->text.len; i++)
		digits = digits || (word->text.ptr[i] >= '0' && word->text.ptr[i] <= '9');
	return word->stroke > 0 && (digits || cases.capitals + cases.small > 0);
}

/* Whether a word without strokes is bold: as the one beside it in its line is. */
static bool is_beside_bold(const struct page *page, size_t at)
{
	const struct page_word *word = &page->words.at[at], *before = at > 0 ? word - 1 : word;
	const struct page_word *behind = at + 1 < page->words.n ? word + 1 : word;
	if (before != word && before->baseline == word->baseline)
		return before->bold;
	return behind != word && behind->baseline == word->baseline && has_strokes(behind) && behind->bold;
}

void scan_line_find_bold(struct arena *arena, struct page *pages, size_t n)
{
	enum { THIN = 10, BOLD = 145 }; /* percent */
	VEC_OF(length, int32_t);
	struct length_vec strokes = {0};
	for (size_t p = 0; p < n; p++)
		for (size_t i = 0; pages[p].is_scan && i < pages[p].words.n; i++)
			if (has_strokes(&pages[p].words.at[i]))
				VEC_PUSH(arena, &strokes, pages[p].words.at[i].stroke);
	int64_t thin = quantile(strokes.at, strokes.n, THIN);
	for (size_t p = 0; p < n; p++)
		for (size_t i = 0; pages[p].is_scan && i < pages[p].words.n; i++)
			pages[p].words.at[i].bold = has_strokes(&pages[p].words.at[i]) && pages[p].words.at[i].stroke * 100 >= thin * BOLD;
	for (size_t p = 0; p < n; p++)
		for (size_t i = 0; pages[p].is_scan && i < pages[p].words.n; i++)
			if (!has_strokes(&pages[p].words.at[i]))
				pages[p].words.at[i].bold = is_beside_bold(&pages[p], i);
}
