#include "format/scan_page.h"

#include <time.h>

#include "format/page_grid.h"
#include "format/page_rules.h"

enum {
	RULES_DPI = 100,
	POINTS_AN_INCH = 72,
	INSET = 250,  /* hundredths of a point that a cell's rule may reach into it */
	INK_MIN = 12, /* black pixels that are more than dirt, in a cell at 200 dpi */
	WHITE = 255,
	ONE_LINE = 2200, /* ink that is no higher is one line */
};

struct scan {
	struct arena *arena;
	struct ocr *ocr;
	const struct scan_picture *picture;
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

static int32_t milliseconds_left(const struct scan *scan)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	int64_t left = (scan->end.tv_sec - now.tv_sec) * 1000 + (scan->end.tv_nsec - now.tv_nsec) / (1000 * 1000);
	return left > 0 ? (int32_t)(left < INT32_MAX ? left : INT32_MAX) : 0;
}

/* --- rules --- */

static void find_rules(struct scan *scan)
{
	float scale = (float)RULES_DPI / (float)scan->picture->dpi;
	PIX *small = pixScaleAreaMap(scan->picture->grey, scale, scale);
	if (small == NULL)
		return;
	struct arena *scratch = arena_new();
	int32_t width = pixGetWidth(small), height = pixGetHeight(small);
	uint8_t *dark = arena_alloc(scratch, (size_t)width * (size_t)height);
	for (int32_t y = 0; y < height; y++) {
		const l_uint32 *row = pixGetData(small) + (size_t)y * (size_t)pixGetWpl(small);
		for (int32_t x = 0; x < width; x++)
			dark[(size_t)y * (size_t)width + (size_t)x] = (uint8_t)(WHITE - GET_DATA_BYTE(row, x));
	}
	const struct page_picture picture = {.dark = dark, .width = width, .height = height, .dpi = RULES_DPI, .is_rough = true};
	page_rules_find(scan->arena, &picture, &scan->page->rules);
	arena_free(scratch);
	pixDestroy(&small);
}

/* --- words --- */

static enum rc read_part(struct scan *scan, const struct page_box *pixels, enum ocr_part part)
{
	struct page_word_vec words = {0};
	int32_t left = milliseconds_left(scan);
	if (left == 0)
		return RC_LIMIT;
	TRY(ocr_read(scan->ocr, scan->arena, pixels, part, left, &words));
	for (size_t i = 0; i < words.n && scan->page->words.n < PAGE_MAX_WORDS; i++) {
		struct page_word word = words.at[i];
		word.box = (struct page_box){to_length(scan, word.box.left), to_length(scan, word.box.top),
		                             to_length(scan, word.box.right), to_length(scan, word.box.bottom)};
		VEC_PUSH(scan->arena, &scan->page->words, word);
	}
	return RC_OK;
}

/* Narrows a box to the ink in it. False where there is none. */
static bool find_ink(const struct scan *scan, struct page_box *pixels)
{
	BOX *box = boxCreate(pixels->left, pixels->top, page_box_width(pixels), page_box_height(pixels)), *ink_box = NULL;
	PIX *part = pixClipRectangle(scan->picture->black, box, NULL), *clean = NULL, *clip = NULL;
	l_int32 ink = 0;
	if (part != NULL)
		clean = pixSelectBySize(part, 3, 3, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, NULL);
	if (clean != NULL)
		pixCountPixels(clean, &ink, NULL);
	if (ink >= INK_MIN && pixClipToForeground(clean, &clip, &ink_box) == 0 && ink_box != NULL) {
		l_int32 x, y, width, height;
		boxGetGeometry(ink_box, &x, &y, &width, &height);
		*pixels = (struct page_box){pixels->left + x, pixels->top + y, pixels->left + x + width, pixels->top + y + height};
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

static enum rc read_cell(struct scan *scan, const struct page_cell *cell)
{
	enum { MARGIN = 6 };
	struct page_box inner = {cell->box.left + INSET, cell->box.top + INSET, cell->box.right - INSET, cell->box.bottom - INSET};
	struct page_box pixels = box_to_pixels(scan, &inner);
	clip(scan, &pixels);
	struct page_box all = pixels;
	if (page_box_width(&pixels) < 4 || page_box_height(&pixels) < 4 || !find_ink(scan, &pixels))
		return RC_OK;
	bool one_line = page_box_height(&pixels) <= to_pixels(scan, ONE_LINE);
	pixels.left = pixels.left - MARGIN > all.left ? pixels.left - MARGIN : all.left;
	pixels.top = pixels.top - MARGIN > all.top ? pixels.top - MARGIN : all.top;
	pixels.right = pixels.right + MARGIN < all.right ? pixels.right + MARGIN : all.right;
	pixels.bottom = pixels.bottom + MARGIN < all.bottom ? pixels.bottom + MARGIN : all.bottom;
	return read_part(scan, &pixels, one_line ? OCR_LINE : OCR_BLOCK);
}

/* Paints the tables white, which are read by themselves. */
static PIX *without_tables(const struct scan *scan, const struct page_grid_vec *grids)
{
	PIX *rest = grids->n > 0 ? pixCopy(NULL, scan->picture->grey) : pixClone(scan->picture->grey);
	for (size_t g = 0; rest != NULL && g < grids->n; g++) {
		struct page_box outer = grids->at[g].box;
		outer = (struct page_box){outer.left - INSET, outer.top - INSET, outer.right + INSET, outer.bottom + INSET};
		struct page_box pixels = box_to_pixels(scan, &outer);
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
	ocr_set_picture(scan->ocr, rest, scan->picture->dpi);
	if (find_ink(scan, &ink))
		TRY(read_part(scan, &whole, OCR_PAGE));
	if (grids->n == 0)
		return RC_OK;
	ocr_set_picture(scan->ocr, scan->picture->grey, scan->picture->dpi);
	for (size_t g = 0; g < grids->n; g++)
		for (size_t i = 0; i < grids->at[g].cells.n; i++)
			TRY(read_cell(scan, &grids->at[g].cells.at[i]));
	return RC_OK;
}

enum rc scan_page_read(struct arena *arena, struct ocr *ocr, const struct scan_picture *picture, uint32_t seconds,
                       struct page *ret)
{
	struct scan scan = {.arena = arena, .ocr = ocr, .picture = picture, .page = ret};
	clock_gettime(CLOCK_MONOTONIC, &scan.end);
	scan.end.tv_sec += seconds;
	*ret = (struct page){.is_scan = true};
	ret->width = to_length(&scan, pixGetWidth(picture->grey));
	ret->height = to_length(&scan, pixGetHeight(picture->grey));
	find_rules(&scan);
	struct page_grid_vec grids = page_grid_find(arena, ret);
	PIX *rest = without_tables(&scan, &grids);
	if (rest == NULL)
		return RC_INVALID;
	enum rc rc = read_words(&scan, rest, &grids);
	pixDestroy(&rest);
	return rc;
}
