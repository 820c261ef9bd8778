/* The picture is made small, its text is wiped away, and light is parted from dark. The largest light part is the page; a line is
 * laid along each of its sides, and where two meet is a corner. */
#include "format/scan_quad.h"

#include <math.h>
#include <stdlib.h>

enum {
	SMALL = 600,   /* pixels of the longer side */
	TEXT = 15,     /* pixels: what is dark and narrower than that is text */
	CONTRAST = 30, /* grey levels between the page and what it lies on, at least */
	LEAST = 25,
	MOST = 96, /* percent of the picture that a page takes */
	FULL = 92, /* percent of the four corners' area that is page */
	SIDES = 4,
};

/* A line: x = slope * y + at along an upright side, y = slope * x + at along a level one. */
struct side {
	double slope, at;
	bool found;
};

/* --- the page's part of the small picture --- */

/* The picture small, without text. NULL: no memory. */
static PIX *make_small(PIX *grey, l_float32 *ret_scale)
{
	l_int32 width = pixGetWidth(grey), height = pixGetHeight(grey), longer = width > height ? width : height;
	*ret_scale = longer > SMALL ? (l_float32)SMALL / (l_float32)longer : 1.0F;
	PIX *small = *ret_scale < 1 ? pixScale(grey, *ret_scale, *ret_scale) : pixClone(grey);
	PIX *bare = small != NULL ? pixCloseGray(small, TEXT, TEXT) : NULL;
	pixDestroy(&small);
	return bare;
}

/* What is light, as black on white. NULL where light and dark do not differ enough. */
static PIX *find_light(PIX *small)
{
	static const l_float32 steep = 0.1F;
	l_int32 threshold = 0;
	l_float32 light = 0, dark = 0;
	NUMA *counts = pixGetGrayHistogram(small, 1);
	bool split = counts != NULL && numaSplitDistribution(counts, steep, &threshold, &dark, &light, NULL, NULL, NULL) == 0;
	numaDestroy(&counts);
	PIX *black = split && threshold > 0 && light - dark >= CONTRAST ? pixThresholdToBinary(small, threshold) : NULL;
	return black != NULL ? pixInvert(black, black) : NULL;
}

/* The number of the largest part; -1: there is none. */
static l_int32 largest_of(PIXA *parts)
{
	l_int32 most = 0, best = -1;
	for (l_int32 i = 0; parts != NULL && i < pixaGetCount(parts); i++) {
		l_int32 area = 0;
		PIX *part = pixaGetPix(parts, i, L_CLONE);
		if (pixCountPixels(part, &area, NULL) == 0 && area > most) {
			most = area;
			best = i;
		}
		pixDestroy(&part);
	}
	return best;
}

/* The largest part that hangs together, where it stands. NULL: there is none. */
static PIX *keep_largest(PIX *black)
{
	PIXA *parts = NULL;
	BOXA *boxes = pixConnComp(black, &parts, 4);
	l_int32 best = boxes != NULL ? largest_of(parts) : -1, x = 0, y = 0;
	PIX *kept = best >= 0 ? pixCreateTemplate(black) : NULL;
	if (kept != NULL) {
		PIX *part = pixaGetPix(parts, best, L_CLONE);
		boxaGetBoxGeometry(boxes, best, &x, &y, NULL, NULL);
		pixRasterop(kept, x, y, pixGetWidth(part), pixGetHeight(part), PIX_SRC, part, 0, 0);
		pixDestroy(&part);
	}
	boxaDestroy(&boxes);
	pixaDestroy(&parts);
	return kept;
}

/* --- its sides --- */

static bool is_page(PIX *page, l_int32 x, l_int32 y)
{
	return GET_DATA_BIT(pixGetData(page) + (size_t)y * (size_t)pixGetWpl(page), x);
}

/* The first pixel of the page from one side of the picture in a row or column; -1: none. */
static l_int32 first_from(PIX *page, bool upright, bool from_end, l_int32 line)
{
	l_int32 n = upright ? pixGetWidth(page) : pixGetHeight(page);
	for (l_int32 i = 0; i < n; i++) {
		l_int32 at = from_end ? n - 1 - i : i;
		if (upright ? is_page(page, at, line) : is_page(page, line, at))
			return at;
	}
	return -1;
}

/* The line through most of the points: those far from the first attempt are left out of the next ones. */
static struct side fit(const l_int32 *at, l_int32 from, l_int32 to)
{
	enum { ATTEMPTS = 5 };
	struct side side = {0};
	double far = 1e9;
	for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
		double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, spread = 0;
		for (l_int32 i = from; i < to; i++) {
			double off = side.found ? fabs(at[i] - side.slope * i - side.at) : 0;
			if (at[i] < 0 || off > far)
				continue;
			n += 1;
			sx += i;
			sy += at[i];
			sxx += (double)i * i;
			sxy += (double)i * at[i];
			spread += off;
		}
		double divisor = n * sxx - sx * sx;
		if (n < SMALL / 20.0 || fabs(divisor) < 1)
			return (struct side){0};
		far = side.found ? fmax(1.5, 2 * spread / n) : 1e9;
		side = (struct side){.slope = (n * sxy - sx * sy) / divisor, .found = true};
		side.at = (sy - side.slope * sx) / n;
	}
	return side;
}

/* The left, top, right and bottom side of the page, between the tenths of its height and width. */
static bool find_sides(PIX *page, struct side *ret)
{
	enum { TENTH = 10 };
	BOX *box = NULL;
	l_int32 points[SMALL + 1], x, y, width, height;
	if (pixClipToForeground(page, NULL, &box) != 0 || box == NULL)
		return false;
	boxGetGeometry(box, &x, &y, &width, &height);
	boxDestroy(&box);
	for (int i = 0; i < SIDES; i++) {
		bool upright = i % 2 == 0;
		l_int32 from = upright ? y + height / TENTH : x + width / TENTH;
		l_int32 to = upright ? y + height - height / TENTH : x + width - width / TENTH;
		for (l_int32 k = from; k < to && k <= SMALL; k++)
			points[k] = first_from(page, upright, i >= 2, k);
		ret[i] = fit(points, from, to < SMALL ? to : SMALL);
		if (!ret[i].found)
			return false;
	}
	return true;
}

static void meet(const struct side *upright, const struct side *level, l_float32 *ret_x, l_float32 *ret_y)
{
	double y = (level->slope * upright->at + level->at) / (1 - level->slope * upright->slope);
	*ret_y = (l_float32)y;
	*ret_x = (l_float32)(upright->slope * y + upright->at);
}

static double area_of(const struct scan_quad *quad)
{
	double sum = 0;
	for (int i = 0; i < SIDES; i++) {
		int next = (i + 1) % SIDES;
		sum += (double)quad->x[i] * quad->y[next] - (double)quad->x[next] * quad->y[i];
	}
	return fabs(sum) / 2;
}

/* Whether the corners are those of a page: the light part fills them, and they take much of the picture but not all. */
static bool is_sound(PIX *page, const struct scan_quad *quad)
{
	l_int32 light = 0, width = pixGetWidth(page), height = pixGetHeight(page);
	double whole = (double)width * height, area = area_of(quad);
	pixCountPixels(page, &light, NULL);
	for (int i = 0; i < SIDES; i++)
		if (quad->x[i] < (l_float32)-width / 10 || quad->x[i] > (l_float32)width * 1.1F || quad->y[i] < (l_float32)-height / 10 ||
		    quad->y[i] > (l_float32)height * 1.1F)
			return false;
	return area * 100 >= whole * LEAST && area * 100 <= whole * MOST && light * 100.0 >= area * FULL &&
	       light * 90.0 <= area * 100;
}

bool scan_quad_find(PIX *grey, struct scan_quad *ret)
{
	l_float32 scale = 1;
	struct side sides[SIDES];
	struct scan_quad quad = {{0}, {0}};
	PIX *small = make_small(grey, &scale), *light = small != NULL ? find_light(small) : NULL;
	PIX *page = light != NULL ? keep_largest(light) : NULL;
	bool found = page != NULL && find_sides(page, sides);
	if (found) {
		meet(&sides[0], &sides[1], &quad.x[0], &quad.y[0]);
		meet(&sides[2], &sides[1], &quad.x[1], &quad.y[1]);
		meet(&sides[2], &sides[3], &quad.x[2], &quad.y[2]);
		meet(&sides[0], &sides[3], &quad.x[3], &quad.y[3]);
		found = is_sound(page, &quad);
	}
	pixDestroy(&small);
	pixDestroy(&light);
	pixDestroy(&page);
	for (int i = 0; found && i < SIDES; i++) {
		ret->x[i] = quad.x[i] / scale;
		ret->y[i] = quad.y[i] / scale;
	}
	return found;
}

/* --- flat --- */

/* The height of a sheet so wide, where it is about that of a sheet of A4, upright or across: seen from askew, it looks shorter.
 */
static l_float32 height_of_sheet(l_float32 width, l_float32 height)
{
	static const l_float32 ratio = 1.4142F, most = 1.2F;
	const l_float32 heights[] = {width * ratio, width / ratio};
	for (size_t i = 0; i < sizeof heights / sizeof *heights; i++)
		if (height < heights[i] * most && heights[i] < height * most)
			return heights[i];
	return height;
}

/* Without the margin, where the edge of the paper casts a shadow. */
static struct scan_quad narrowed(const struct scan_quad *quad)
{
	static const l_float32 share = 0.988F;
	struct scan_quad narrow = *quad;
	l_float32 x = 0, y = 0;
	for (int i = 0; i < SIDES; i++) {
		x += quad->x[i] / SIDES;
		y += quad->y[i] / SIDES;
	}
	for (int i = 0; i < SIDES; i++) {
		narrow.x[i] = x + (quad->x[i] - x) * share;
		narrow.y[i] = y + (quad->y[i] - y) * share;
	}
	return narrow;
}

static l_float32 distance(const struct scan_quad *quad, int a, int b)
{
	return hypotf(quad->x[a] - quad->x[b], quad->y[a] - quad->y[b]);
}

PIX *scan_quad_flatten(PIX *pix, const struct scan_quad *whole)
{
	const struct scan_quad narrow = narrowed(whole), *quad = &narrow;
	const l_uint32 white = pixGetDepth(pix) == 32 ? 0xffffff00 : 0xff;
	l_float32 width = fmaxf(distance(quad, 0, 1), distance(quad, 3, 2)),
	          height = fmaxf(distance(quad, 0, 3), distance(quad, 1, 2));
	height = height_of_sheet(width, height);
	PTA *from = ptaCreate(SIDES), *to = ptaCreate(SIDES);
	const l_float32 across[SIDES] = {0, width, width, 0}, down[SIDES] = {0, 0, height, height};
	for (int i = 0; from != NULL && to != NULL && i < SIDES; i++) {
		ptaAddPt(from, quad->x[i], quad->y[i]);
		ptaAddPt(to, across[i], down[i]);
	}
	/* what is made is as large as the picture: the page's room is cut out of it */
	PIX *flat = NULL, *cut = NULL;
	PIX *room = pixAddBorderGeneral(pix, 0, (l_int32)width > pixGetWidth(pix) ? (l_int32)width - pixGetWidth(pix) : 0, 0,
	                                (l_int32)height > pixGetHeight(pix) ? (l_int32)height - pixGetHeight(pix) : 0, white);
	if (room != NULL)
		flat = pixProjectivePta(room, to, from, L_BRING_IN_WHITE);
	if (flat != NULL) {
		BOX *box = boxCreate(0, 0, (l_int32)width, (l_int32)height);
		cut = pixClipRectangle(flat, box, NULL);
		boxDestroy(&box);
	}
	ptaDestroy(&from);
	ptaDestroy(&to);
	pixDestroy(&room);
	pixDestroy(&flat);
	return cut;
}
