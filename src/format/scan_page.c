#include "format/scan_page.h"

#include <time.h>

#include "format/page_grid.h"
#include "format/page_rules.h"
#include "format/scan_again.h"
#include "format/scan_line.h"
#include "format/scan_mend.h"
#include "format/scan_tidy.h"

enum {
	POINTS_AN_INCH = 72,
	/* hundredths of a point that what is left of a cell's rules may reach into it: text keeps away from the sides, not from the
	 * rules above and below it */
	INSET = 250,
	INSET_DOWN = 100,
	INK_MIN = 12, /* black pixels that are more than dirt, in a cell at 200 dpi */
	WHITE = 255,
	ONE_LINE = 2200, /* ink that is no higher is one line */
};

struct scan {
	struct arena *arena;
	struct ocr *ocr;
	const struct scan_picture *picture;
	PIX *grey, *black; /* the picture without its rules */
	struct timespec end;
	struct page *page;
};

/* --- lengths --- */

static int32_t to_pixels(const struct scan *scan, int32_t length)
{
	return (int32_t)((int64_t)length * scan->picture->dpi / (POINTS_AN_INCH * PAGE_POINT));
}

static int32_t to_length(const struct scan *scan, int32_t pixels)
{
	return (int32_t)((int64_t)pixels * POINTS_AN_INCH * PAGE_POINT / scan->picture->dpi);
}

static struct page_box box_to_pixels(const struct scan *scan, const struct page_box *box)
{
	return (struct page_box){to_pixels(scan, box->left), to_pixels(scan, box->top), to_pixels(scan, box->right),
	                         to_pixels(scan, box->bottom)};
}

static struct page_box box_to_length(const struct scan *scan, const struct page_box *pixels)
{
	return (struct page_box){to_length(scan, pixels->left), to_length(scan, pixels->top), to_length(scan, pixels->right),
	                         to_length(scan, pixels->bottom)};
}

static int32_t milliseconds_left(const struct scan *scan)
{
	struct timespec now;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	int64_t left = (scan->end.tv_sec - now.tv_sec) * 1000 + (scan->end.tv_nsec - now.tv_nsec) / (1000 * 1000);
	return left > 0 ? (int32_t)(left < INT32_MAX ? left : INT32_MAX) : 0;
}

/* --- rules --- */

static void find_rules(struct scan *scan)
{
	PIX *grey = scan->picture->grey;
	struct arena *scratch = arena_new();
	int32_t width = pixGetWidth(grey), height = pixGetHeight(grey);
	uint8_t *dark = arena_alloc(scratch, (size_t)width * (size_t)height);
	for (int32_t y = 0; y < height; y++) {
		const l_uint32 *row = pixGetData(grey) + (size_t)y * (size_t)pixGetWpl(grey);
		for (int32_t x = 0; x < width; x++)
			dark[(size_t)y * (size_t)width + (size_t)x] = (uint8_t)(WHITE - GET_DATA_BYTE(row, x));
	}
	const struct page_picture picture = {
	    .dark = dark, .width = width, .height = height, .dpi = scan->picture->dpi, .is_rough = true};
	page_rules_find(scan->arena, &picture, &scan->page->rules);
	arena_free(scratch);
}

/* --- words --- */

static enum rc read_part(struct scan *scan, const struct page_box *pixels, enum ocr_part part)
{
	struct page_word_vec words = {0};
	int32_t left = milliseconds_left(scan);
	if (left == 0)
		return RC_LIMIT;
	TRY(ocr_read(scan->ocr, scan->arena, pixels, part, left, &words));
	scan_mend_numerals(scan->arena, scan->picture->black, &words);
	for (size_t i = 0; i < words.n && scan->page->words.n < PAGE_MAX_WORDS; i++) {
		struct page_word word = words.at[i];
		word.box = box_to_length(scan, &word.box);
		word.baseline = to_length(scan, word.baseline);
		VEC_PUSH(scan->arena, &scan->page->words, word);
	}
	return RC_OK;
}

/* How many lines rows of pixels with ink and without show. Marks above letters are no lines. */
static uint32_t count_lines(PIX *ink, int32_t least)
{
	NUMA *rows = pixCountPixelsByRow(ink, NULL);
	l_int32 n = rows != NULL ? numaGetCount(rows) : 0, begin = -1;
	uint32_t lines = 0;
	for (l_int32 y = 0; y <= n; y++) {
		l_int32 count = 0;
		if (y < n)
			numaGetIValue(rows, y, &count);
		if (count > 0 && begin < 0)
			begin = y;
		if (count > 0 || begin < 0)
			continue;
		lines += y - begin >= least;
		begin = -1;
	}
	numaDestroy(&rows);
	return lines;
}

/* Narrows a box to the ink in it, without specks. False where there is none. */
static bool find_ink(const struct scan *scan, struct page_box *pixels, uint32_t *ret_lines)
{
	enum { SPECK = 3, LINE = 450 };
	BOX *box = boxCreate(pixels->left, pixels->top, page_box_width(pixels), page_box_height(pixels)), *ink_box = NULL;
	PIX *part = pixClipRectangle(scan->black, box, NULL), *clean = NULL, *clip = NULL;
	l_int32 ink = 0;
	if (part != NULL)
		clean = pixSelectBySize(part, SPECK, SPECK, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, NULL);
	if (clean != NULL)
		pixCountPixels(clean, &ink, NULL);
	if (ink >= INK_MIN && pixClipToForeground(clean, &clip, &ink_box) == 0 && ink_box != NULL) {
		l_int32 x, y, width, height;
		boxGetGeometry(ink_box, &x, &y, &width, &height);
		*pixels = (struct page_box){pixels->left + x, pixels->top + y, pixels->left + x + width, pixels->top + y + height};
		*ret_lines = count_lines(clip, to_pixels(scan, LINE));
	} else {
		ink = 0;
	}
	boxDestroy(&box);
	boxDestroy(&ink_box);
	pixDestroy(&part);
	pixDestroy(&clean);
	pixDestroy(&clip);
	return ink > 0;
}

static void clip(const struct scan *scan, struct page_box *pixels)
{
	int32_t width = pixGetWidth(scan->picture->grey), height = pixGetHeight(scan->picture->grey);
	pixels->left = pixels->left < 0 ? 0 : pixels->left;
	pixels->top = pixels->top < 0 ? 0 : pixels->top;
	pixels->right = pixels->right > width ? width : pixels->right;
	pixels->bottom = pixels->bottom > height ? height : pixels->bottom;
}

/* The part of a cell that has ink. False where it is empty. */
static bool find_cell_ink(const struct scan *scan, const struct page_cell *cell, struct page_box *ret, uint32_t *ret_lines)
{
	enum { MARGIN = 8 };
	struct page_box inner = {cell->box.left + INSET, cell->box.top + INSET_DOWN, cell->box.right - INSET,
	                         cell->box.bottom - INSET_DOWN};
	struct page_box all = box_to_pixels(scan, &inner), ink;
	clip(scan, &all);
	ink = all;
	if (page_box_width(&all) < 4 || page_box_height(&all) < 4 || !find_ink(scan, &ink, ret_lines))
		return false;
	ret->left = ink.left - MARGIN > all.left ? ink.left - MARGIN : all.left;
	ret->top = ink.top - MARGIN > all.top ? ink.top - MARGIN : all.top;
	ret->right = ink.right + MARGIN < all.right ? ink.right + MARGIN : all.right;
	ret->bottom = ink.bottom + MARGIN < all.bottom ? ink.bottom + MARGIN : all.bottom;
	return true;
}

static enum rc read_cell(struct scan *scan, const struct page_cell *cell)
{
	struct page_box pixels;
	uint32_t lines = 0;
	if (!find_cell_ink(scan, cell, &pixels, &lines))
		return RC_OK;
	bool one_line = lines <= 1 && page_box_height(&pixels) <= to_pixels(scan, ONE_LINE);
	return read_part(scan, &pixels, one_line ? OCR_LINE : OCR_BLOCK);
}

/* --- columns of numbers --- */

static bool is_in(const struct page_word *word, const struct page_cell *cell)
{
	int32_t x = word->box.left + page_box_width(&word->box) / 2, y = page_box_middle(&word->box);
	return x >= cell->box.left && x < cell->box.right && y >= cell->box.top && y < cell->box.bottom;
}

/* How many words a cell has; *ret is the last. */
static uint32_t words_of(struct page *page, const struct page_cell *cell, struct page_word **ret)
{
	uint32_t n = 0;
	*ret = NULL;
	for (size_t i = 0; i < page->words.n; i++) {
		if (!is_in(&page->words.at[i], cell))
			continue;
		*ret = &page->words.at[i];
		n++;
	}
	return n;
}

static bool is_number(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((s.ptr[i] < '0' || s.ptr[i] > '9') && s.ptr[i] != '.')
			return false;
	return s.len > 0;
}

/* The part of the picture, twice as large and with room around: single letters are read better so. */
static PIX *enlarge(const struct scan *scan, const struct page_box *pixels)
{
	enum { ROOM = 24, WHITE_VALUE = 255 };
	BOX *box = boxCreate(pixels->left, pixels->top, page_box_width(pixels), page_box_height(pixels));
	PIX *part = pixClipRectangle(scan->grey, box, NULL);
	PIX *large = part != NULL ? pixScale(part, 2.0F, 2.0F) : NULL;
	PIX *framed = large != NULL ? pixAddBorderGeneral(large, ROOM, ROOM, ROOM, ROOM, WHITE_VALUE) : NULL;
	boxDestroy(&box);
	pixDestroy(&part);
	pixDestroy(&large);
	return framed;
}

/* Reads a cell again as a number, in place of the short word in it or of none, and takes that where it is sure, or what the rows
 * around it let expect. */
static enum rc read_number(struct scan *scan, const struct page_cell *cell, int64_t expected, struct page_word *word)
{
	enum { SURE_ENOUGH = 60 };
	struct page_box pixels;
	uint32_t lines = 0;
	struct page_word_vec words = {0};
	PIX *large = find_cell_ink(scan, cell, &pixels, &lines) && lines <= 1 ? enlarge(scan, &pixels) : NULL;
	if (large == NULL)
		return RC_OK;
	struct page_box whole = {0, 0, pixGetWidth(large), pixGetHeight(large)};
	ocr_set_picture(scan->ocr, large, 2 * scan->picture->dpi);
	enum rc rc = ocr_read(scan->ocr, scan->arena, &whole, OCR_NUMBER, milliseconds_left(scan), &words);
	ocr_set_picture(scan->ocr, scan->grey, scan->picture->dpi);
	pixDestroy(&large);
	TRY(rc);
	if (words.n != 1 || !is_number(words.at[0].text))
		return RC_OK;
	int64_t number = 0;
	bool fits = str_parse_int(words.at[0].text, &number) && number == expected;
	if (!fits && words.at[0].confidence < SURE_ENOUGH)
		return RC_OK;
	words.at[0].box = box_to_length(scan, &pixels);
	if (word != NULL)
		*word = words.at[0];
	else if (scan->page->words.n < PAGE_MAX_WORDS)
		VEC_PUSH(scan->arena, &scan->page->words, words.at[0]);
	return RC_OK;
}

enum { LONGEST_NUMBER = 8 }; /* bytes of two wrong letters with marks, or three */

/* Whether most cells of a column that have one short word have a number. */
static bool is_of_numbers(struct scan *scan, const struct page_grid *grid, uint16_t column)
{
	uint32_t numbers = 0, others = 0;
	for (size_t i = 0; i < grid->cells.n; i++) {
		struct page_word *word;
		if (grid->cells.at[i].column != column || words_of(scan->page, &grid->cells.at[i], &word) != 1)
			continue;
		numbers += is_number(word->text);
		others += !is_number(word->text) && word->text.len <= LONGEST_NUMBER;
	}
	return numbers > others;
}

/* In a column of ordinals, digits that were taken for letters or for nothing: a letter alone gives the reader little to go by. */
static enum rc read_numbers_again(struct scan *scan, const struct page_grid *grid, uint16_t column)
{
	int64_t last = 0;
	for (size_t i = 0; i < grid->cells.n; i++) {
		const struct page_cell *cell = &grid->cells.at[i];
		struct page_word *word;
		if (cell->column != column || cell->row == 0)
			continue;
		uint32_t n = words_of(scan->page, cell, &word);
		if (n == 0 || (n == 1 && !is_number(word->text) && word->text.len <= LONGEST_NUMBER))
			TRY(read_number(scan, cell, last + 1, word));
		n = words_of(scan->page, cell, &word);
		if (n == 1 && !str_parse_int(word->text, &last))
			last = last > 0 ? last + 1 : 0;
	}
	return RC_OK;
}

/* Paints the tables white, which are read by themselves. */
static PIX *without_tables(const struct scan *scan, const struct page_grid_vec *grids)
{
	PIX *rest = grids->n > 0 ? pixCopy(NULL, scan->grey) : pixClone(scan->grey);
	for (size_t g = 0; rest != NULL && g < grids->n; g++) {
		struct page_box pixels = box_to_pixels(scan, &grids->at[g].box);
		clip(scan, &pixels);
		BOX *box = boxCreate(pixels.left, pixels.top, page_box_width(&pixels), page_box_height(&pixels));
		pixSetInRectArbitrary(rest, box, WHITE);
		boxDestroy(&box);
	}
	return rest;
}

static enum rc read_words(struct scan *scan, PIX *rest, const struct page_grid_vec *grids)
{
	struct page_box whole = {0, 0, pixGetWidth(rest), pixGetHeight(rest)}, ink = whole;
	uint32_t lines = 0;
	/* few words one below the other would be taken for a column that runs down */
	bool few = grids->n == 0 && scan_picture_is_sparse(scan->picture->black);
	ocr_set_picture(scan->ocr, rest, scan->picture->dpi);
	if (find_ink(scan, &ink, &lines))
		TRY(read_part(scan, &whole, few ? OCR_BLOCK : OCR_PAGE));
	if (grids->n == 0)
		return RC_OK;
	ocr_set_picture(scan->ocr, scan->grey, scan->picture->dpi);
	for (size_t g = 0; g < grids->n; g++) {
		for (size_t i = 0; i < grids->at[g].cells.n; i++)
			TRY(read_cell(scan, &grids->at[g].cells.at[i]));
		for (uint16_t column = 0; column < grids->at[g].n_columns; column++)
			if (is_of_numbers(scan, &grids->at[g], column))
				TRY(read_numbers_again(scan, &grids->at[g], column));
	}
	return RC_OK;
}

/* Within the time that is left. */
static void read_again(struct scan *scan)
{
	enum { MARGIN = 4 };
	const struct scan_picture *picture = scan->picture;
	for (size_t i = 0; i < scan->page->words.n && milliseconds_left(scan) > 0; i++) {
		struct page_word *word = &scan->page->words.at[i];
		if (!scan_again_is_wanted(word))
			continue;
		struct page_box box = box_to_pixels(scan, &word->box);
		box = (struct page_box){box.left - MARGIN, box.top - MARGIN, box.right + MARGIN, box.bottom + MARGIN};
		clip(scan, &box);
		scan_again_read(scan->arena, scan->ocr, scan->grey, picture->dpi, &box, milliseconds_left(scan), word);
	}
}

enum rc scan_page_read(struct arena *arena, struct ocr *ocr, const struct scan_picture *picture, uint32_t seconds,
                       struct page *ret)
{
	struct scan scan = {.arena = arena, .ocr = ocr, .picture = picture, .page = ret};
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &scan.end);
	scan.end.tv_sec += seconds;
	*ret = (struct page){.is_scan = true};
	ret->width = to_length(&scan, pixGetWidth(picture->grey));
	ret->height = to_length(&scan, pixGetHeight(picture->grey));
	find_rules(&scan);
	struct page_grid_vec grids = page_grid_find(arena, ret);
	scan.grey = scan_picture_paint_over_rules(picture->grey, picture->black);
	scan.black = scan.grey != NULL ? pixThresholdToBinary(scan.grey, SCAN_PICTURE_THRESHOLD) : NULL;
	PIX *rest = scan.grey != NULL && scan.black != NULL ? without_tables(&scan, &grids) : NULL;
	enum rc rc = rest != NULL ? read_words(&scan, rest, &grids) : RC_INVALID;
	scan_tidy(arena, ret);
	if (rc == RC_OK)
		read_again(&scan);
	if (rest != NULL) {
		scan_line_measure_strokes(scan.black, picture->dpi, ret);
		scan_line_settle(arena, ret);
	}
	pixDestroy(&rest);
	pixDestroy(&scan.grey);
	pixDestroy(&scan.black);
	return rc;
}
