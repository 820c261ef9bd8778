#include "format/scan_picture.h"

#include <math.h>

#include "viet/syllable.h"

static const l_float32 RADIANS = 3.14159265F / 180.0F;

enum {
	DPI = 200,      /* what the letters are read at best */
	DPI_LOW = 140,  /* coarser is enlarged */
	DPI_HIGH = 320, /* finer is made coarser */
	DPI_GUESS_MIN = 60,
	WHITE = 255,
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
	enum { BLACKEST = 30, PAPER = 190 }; /* where the light is even, paper is 200 */
	PIX *even = is_unevenly_lit(grey) ? pixBackgroundNormSimple(grey, NULL, NULL) : NULL;
	if (even != NULL)
		pixGammaTRC(even, even, 1.0F, BLACKEST, PAPER);
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

/* A black picture without the rules of its tables, which run both ways. NULL: no memory. */
static PIX *without_rules(PIX *black)
{
	enum { LONGEST_STROKE = 50 };
	PIX *across = pixOpenBrick(NULL, black, LONGEST_STROKE, 1), *down = pixOpenBrick(NULL, black, 1, LONGEST_STROKE);
	PIX *part = across != NULL ? pixSubtract(NULL, black, across) : NULL;
	PIX *rest = part != NULL && down != NULL ? pixSubtract(NULL, part, down) : NULL;
	pixDestroy(&across);
	pixDestroy(&down);
	pixDestroy(&part);
	return rest;
}

/* How much the rows differ once the picture is straight: where it is the right way round, lines of text and the room between
 * them take turns. */
static double unrest_straightened(PIX *black)
{
	static const l_float32 least = 0.04F;
	l_float32 degrees = 0, confidence = 0;
	PIX *straight = NULL;
	if (pixFindSkew(black, &degrees, &confidence) == 0 && fabsf(degrees) > least)
		straight = pixRotate(black, degrees * RADIANS, L_ROTATE_SHEAR, L_BRING_IN_WHITE, 0, 0);
	double unrest = unrest_of_rows(straight != NULL ? straight : black);
	pixDestroy(&straight);
	return unrest;
}

bool scan_picture_is_sparse(PIX *black)
{
	enum { FEW = 100 };
	l_int32 n = 0;
	return pixCountConnComp(black, 8, &n) == 0 && n < FEW;
}

/* A page of few letters is taken to be upright, as nearly all are. */
static bool is_sideways(PIX *black)
{
	static const double surely = 1.3;
	PIX *text = without_rules(black), *turned = text != NULL ? pixRotateOrth(text, 1) : NULL;
	bool sideways =
	    turned != NULL && !scan_picture_is_sparse(text) && unrest_straightened(turned) > unrest_straightened(text) * surely;
	pixDestroy(&turned);
	pixDestroy(&text);
	return sideways;
}

/* The rows of a picture, as many as a quarter of it has, that have most ink. */
static struct page_box find_fullest_rows(PIX *black)
{
	NUMA *rows = pixCountPixelsByRow(black, NULL);
	l_int32 n = rows != NULL ? numaGetCount(rows) : 0, height = n / 4, best = 0;
	int64_t ink = 0, most = -1;
	for (l_int32 y = 0; y < n; y++) {
		l_int32 in = 0, out = 0;
		numaGetIValue(rows, y, &in);
		if (y >= height)
			numaGetIValue(rows, y - height, &out);
		ink += in - out;
		if (ink > most) {
			most = ink;
			best = y - height + 1;
		}
	}
	numaDestroy(&rows);
	best = best > 0 ? best : 0;
	return (struct page_box){0, best, pixGetWidth(black), best + height};
}

/* How many Vietnamese syllables can be read in a part of a picture. */
static uint32_t count_syllables(struct arena *arena, struct ocr *ocr, PIX *grey, int32_t dpi, const struct page_box *box)
{
	enum { MILLISECONDS = 20 * 1000, LEGIBLE = 60, LONG_ENOUGH = 3 };
	struct page_word_vec words = {0};
	uint32_t n = 0;
	ocr_set_picture(ocr, grey, dpi);
	if (ocr_read(ocr, arena, box, OCR_BLOCK, MILLISECONDS, &words) != RC_OK)
		return 0;
	for (size_t i = 0; i < words.n; i++) {
		const struct page_word *word = &words.at[i];
		n += word->confidence > LEGIBLE && word->text.len >= LONG_ENOUGH && viet_syllable_is_possible(word->text);
	}
	return n;
}

PIX *scan_picture_paint_over_rules(PIX *grey, PIX *black)
{
	PIX *text = without_rules(black), *rules = text != NULL ? pixSubtract(NULL, black, text) : NULL;
	PIX *wide = rules != NULL ? pixDilateBrick(NULL, rules, 3, 3) : NULL, *painted = wide != NULL ? pixCopy(NULL, grey) : NULL;
	if (painted != NULL)
		pixSetMasked(painted, wide, WHITE);
	pixDestroy(&text);
	pixDestroy(&rules);
	pixDestroy(&wide);
	return painted;
}

/* By the letters that reach up and down; where they do not say surely that it stands upright, by reading both ways. */
static bool is_upside_down(struct arena *arena, PIX *grey, PIX *black, int32_t dpi, struct ocr *ocr)
{
	static const l_float32 surely = 7.0F;
	l_float32 confidence = 0;
	pixUpDownDetect(black, &confidence, 0, 0, 0);
	if (confidence > surely || ocr == NULL)
		return confidence < -surely;
	PIX *upright = scan_picture_paint_over_rules(grey, black), *turned = upright != NULL ? pixRotate180(NULL, upright) : NULL;
	uint32_t up = 0, down = 0;
	if (turned != NULL) {
		int32_t height = pixGetHeight(grey);
		struct page_box box = find_fullest_rows(black), mirrored = {box.left, height - box.bottom, box.right, height - box.top};
		up = count_syllables(arena, ocr, upright, dpi, &box);
		down = count_syllables(arena, ocr, turned, dpi, &mirrored);
	}
	pixDestroy(&upright);
	pixDestroy(&turned);
	return down > 2 * up + 5 || (confidence < -surely && down >= up);
}

/* Whether there is less ink than one letter has. */
static bool is_blank(PIX *black)
{
	enum { INK_OF_A_LETTER = 60 };
	l_int32 ink = 0;
	return pixCountPixels(black, &ink, NULL) == 0 && ink < INK_OF_A_LETTER;
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
	replace(&picture->black, pixThresholdToBinary(picture->grey, SCAN_PICTURE_THRESHOLD));
}

/* A photograph of a page shows more than the page, and from askew. */
static void lay_flat(struct scan_picture *picture, PIX **grey)
{
	PIX *flat = scan_quad_find(*grey, &picture->quad) ? scan_quad_flatten(*grey, &picture->quad) : NULL;
	picture->is_flat = flat != NULL;
	replace(grey, flat);
	if (picture->is_flat)
		picture->dpi = resolution_of(*grey, 0);
}

enum rc scan_picture_make(struct arena *arena, PIX *source, int32_t dpi, struct ocr *ocr, struct scan_picture *ret)
{
	struct scan_picture picture = {.dpi = resolution_of(source, dpi)};
	PIX *grey = to_grey(source);
	if (grey != NULL)
		lay_flat(&picture, &grey);
	PIX *fit = grey != NULL ? to_fit_size(grey, &picture.dpi) : NULL;
	pixDestroy(&grey);
	picture.grey = fit != NULL ? to_even_light(fit) : NULL;
	pixDestroy(&fit);
	picture.black = picture.grey != NULL ? pixThresholdToBinary(picture.grey, SCAN_PICTURE_THRESHOLD) : NULL;
	if (picture.black == NULL) {
		scan_picture_release(&picture);
		return RC_INVALID;
	}
	if (is_blank(picture.black)) { /* has no way up */
		*ret = picture;
		return RC_OK;
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
	PIX *shown = picture.is_flat ? scan_quad_flatten(source, &picture.quad) : pixClone(source);
	if (shown != NULL && picture.turns > 0)
		replace(&shown, pixRotateOrth(shown, picture.turns));
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
