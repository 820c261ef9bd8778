#include "format/scan_picture.h"

#include <math.h>

static const l_float32 RADIANS = 3.14159265F / 180.0F;

enum {
	DPI = 200,      /* what the letters are read at best */
	DPI_LOW = 140,  /* coarser is enlarged */
	DPI_HIGH = 320, /* finer is made coarser */
	DPI_GUESS_MIN = 60,
	WHITE = 255,
	THRESHOLD = 160,                  /* between ink and paper once the light is even */
	HUNDREDTHS_OF_A_PAGE_WIDTH = 827, /* inches of A4 */
};

/* --- grey, at a fit size --- */

/* What the source says, where it can be true of a page, or what makes an A4 page of it. */
static int32_t resolution_of(PIX *source, int32_t dpi)
{
	enum { A4_MIN = 4, A4_MAX = 20 }; /* inches that a side of a page may have */
	int32_t width = pixGetWidth(source), height = pixGetHeight(source), narrow = width < height ? width : height;
	if (dpi >= DPI_GUESS_MIN && narrow >= dpi * A4_MIN && narrow <= dpi * A4_MAX)
		return dpi;
	int32_t guess = narrow * 100 / HUNDREDTHS_OF_A_PAGE_WIDTH;
	return guess > DPI_GUESS_MIN ? guess : DPI_GUESS_MIN;
}

static PIX *to_grey(PIX *source)
{
	PIX *flat = pixGetSpp(source) == 4 ? pixAlphaBlendUniform(source, 0xffffff00) : pixClone(source);
	PIX *grey = flat != NULL ? pixConvertTo8(flat, 0) : NULL;
	pixDestroy(&flat);
	return grey;
}

static PIX *to_fit_size(PIX *grey, int32_t *dpi)
{
	if (*dpi >= DPI_LOW && *dpi <= DPI_HIGH)
		return pixClone(grey);
	float scale = (float)DPI / (float)*dpi;
	*dpi = DPI;
	return scale < 1 ? pixScaleAreaMap(grey, scale, scale) : pixScale(grey, scale, scale);
}

/* --- light --- */

/* Whether the paper is darker here than there, as in a photograph. */
static bool is_unevenly_lit(PIX *grey)
{
	enum { TILES = 8, EVEN = 24, DARKEST_PAPER = 215 };
	l_int32 tile_width = pixGetWidth(grey) / TILES, tile_height = pixGetHeight(grey) / TILES;
	l_float32 low = WHITE, high = 0;
	if (tile_width < TILES || tile_height < TILES)
		return false;
	for (l_int32 y = 0; y < TILES; y++)
		for (l_int32 x = 0; x < TILES; x++) {
			BOX *tile = boxCreate(x * tile_width, y * tile_height, tile_width, tile_height);
			l_float32 paper = 0;
			PIX *part = pixClipRectangle(grey, tile, NULL);
			if (part != NULL && pixGetRankValueMasked(part, NULL, 0, 0, 4, 0.8F, &paper, NULL) == 0) {
				low = paper < low ? paper : low;
				high = paper > high ? paper : high;
			}
			pixDestroy(&part);
			boxDestroy(&tile);
		}
	return high - low > EVEN || low < DARKEST_PAPER;
}

static PIX *to_even_light(PIX *grey)
{
	PIX *even = is_unevenly_lit(grey) ? pixBackgroundNormSimple(grey, NULL, NULL) : NULL;
	return even != NULL ? even : pixClone(grey);
}

/* --- which way is up --- */

/* How much the rows of a black picture differ from each other: lines of text make dark rows and light ones. */
static double unrest_of_rows(PIX *black)
{
	NUMA *counts = pixCountPixelsByRow(black, NULL);
	l_int32 n = counts != NULL ? numaGetCount(counts) : 0;
	double sum = 0, last = 0;
	for (l_int32 i = 0; i < n; i++) {
		l_float32 count;
		numaGetFValue(counts, i, &count);
		double step = count - last;
		sum += i > 0 ? step * step : 0;
		last = count;
	}
	numaDestroy(&counts);
	return n > 0 ? sum / n / (double)pixGetWidth(black) : 0;
}

static bool is_sideways(PIX *black)
{
	static const double surely = 1.3;
	PIX *turned = pixRotateOrth(black, 1);
	double upright = unrest_of_rows(black), sideways = turned != NULL ? unrest_of_rows(turned) : 0;
	pixDestroy(&turned);
	return sideways > upright * surely;
}

/* How well the words in the middle of a picture can be read, times how many. */
static long legibility(struct arena *arena, struct ocr *ocr, PIX *grey, int32_t dpi)
{
	enum { SECONDS = 20 * 1000 };
	struct page_word_vec words = {0};
	int32_t width = pixGetWidth(grey), height = pixGetHeight(grey);
	struct page_box box = {width / 10, height / 4, width * 9 / 10, height / 2};
	long sum = 0;
	ocr_set_picture(ocr, grey, dpi);
	if (ocr_read(ocr, arena, &box, OCR_BLOCK, SECONDS, &words) != RC_OK)
		return 0;
	for (size_t i = 0; i < words.n; i++)
		sum += words.at[i].confidence > 50 ? words.at[i].confidence : 0;
	return sum;
}

/* By the letters that reach up and down; where they do not say surely that it stands upright, by reading both ways. */
static bool is_upside_down(struct arena *arena, PIX *grey, PIX *black, int32_t dpi, struct ocr *ocr)
{
	static const l_float32 surely = 7.0F;
	l_float32 confidence = 0;
	pixUpDownDetect(black, &confidence, 0, 0, 0);
	if (confidence > surely || ocr == NULL)
		return confidence < -surely;
	PIX *turned = pixRotate180(NULL, grey);
	if (turned == NULL)
		return false;
	bool down = legibility(arena, ocr, turned, dpi) > legibility(arena, ocr, grey, dpi);
	pixDestroy(&turned);
	return down;
}

/* --- straight --- */

static void replace(PIX **pix, PIX *by)
{
	if (by == NULL)
		return;
	pixDestroy(pix);
	*pix = by;
}

static void straighten(struct scan_picture *picture)
{
	static const l_float32 least = 0.04F, most = 12.0F, surely = 2.0F;
	l_float32 degrees = 0, confidence = 0;
	if (pixFindSkew(picture->black, &degrees, &confidence) != 0 || confidence < surely || fabsf(degrees) < least ||
	    fabsf(degrees) > most)
		return;
	picture->degrees = degrees;
	replace(&picture->grey, pixRotateAMGray(picture->grey, degrees * RADIANS, WHITE));
	replace(&picture->black, pixThresholdToBinary(picture->grey, THRESHOLD));
}

enum rc scan_picture_make(struct arena *arena, PIX *source, int32_t dpi, struct ocr *ocr, struct scan_picture *ret)
{
	struct scan_picture picture = {.dpi = resolution_of(source, dpi)};
	PIX *grey = to_grey(source);
	PIX *fit = grey != NULL ? to_fit_size(grey, &picture.dpi) : NULL;
	pixDestroy(&grey);
	picture.grey = fit != NULL ? to_even_light(fit) : NULL;
	pixDestroy(&fit);
	picture.black = picture.grey != NULL ? pixThresholdToBinary(picture.grey, THRESHOLD) : NULL;
	if (picture.black == NULL) {
		scan_picture_release(&picture);
		return RC_INVALID;
	}
	if (is_sideways(picture.black)) {
		replace(&picture.grey, pixRotateOrth(picture.grey, 1));
		replace(&picture.black, pixRotateOrth(picture.black, 1));
		picture.turns = 1;
	}
	straighten(&picture);
	if (is_upside_down(arena, picture.grey, picture.black, picture.dpi, ocr)) {
		replace(&picture.grey, pixRotate180(NULL, picture.grey));
		replace(&picture.black, pixRotate180(NULL, picture.black));
		picture.turns += 2;
	}
	*ret = picture;
	return RC_OK;
}

PIX *scan_picture_show(struct arena *arena, PIX *source, int32_t dpi)
{
	struct scan_picture picture;
	struct ocr *ocr = ocr_new();
	enum rc rc = scan_picture_make(arena, source, dpi, ocr, &picture);
	ocr_free(ocr);
	if (rc != RC_OK)
		return NULL;
	PIX *shown = picture.turns > 0 ? pixRotateOrth(source, picture.turns) : pixClone(source);
	if (shown != NULL && picture.degrees != 0)
		replace(&shown, pixRotate(shown, picture.degrees * RADIANS, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
	scan_picture_release(&picture);
	return shown;
}

void scan_picture_release(struct scan_picture *picture)
{
	pixDestroy(&picture->grey);
	pixDestroy(&picture->black);
}
