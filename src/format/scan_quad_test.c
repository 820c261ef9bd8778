#include "format/scan_quad.h"

#include <math.h>
#include <stdlib.h>

#include "base/test.h"

enum { WIDTH = 900, HEIGHT = 1200, PAPER = 220, TABLE = 70, INK = 20, CORNERS = 4 };

static void fill(PIX *pix, l_int32 x, l_int32 y, l_int32 width, l_int32 height, l_uint32 grey)
{
	BOX *box = boxCreate(x, y, width, height);
	pixSetInRectArbitrary(pix, box, grey);
	boxDestroy(&box);
}

/* A page with lines of text, as large as the picture. */
static PIX *draw_page(void)
{
	PIX *page = pixCreate(WIDTH, HEIGHT, 8);
	fill(page, 0, 0, WIDTH, HEIGHT, PAPER);
	for (l_int32 y = 100; y < HEIGHT - 100; y += 30)
		for (l_int32 x = 80; x < WIDTH - 80; x += 40)
			fill(page, x, y, 30, 8, INK);
	return page;
}

/* The page lying on a dark table. */
static PIX *photograph(const struct scan_quad *at)
{
	const l_float32 x[CORNERS] = {0, WIDTH, WIDTH, 0}, y[CORNERS] = {0, 0, HEIGHT, HEIGHT};
	PIX *page = draw_page();
	PTA *from = ptaCreate(CORNERS), *to = ptaCreate(CORNERS);
	for (int i = 0; i < CORNERS; i++) {
		ptaAddPt(from, x[i], y[i]);
		ptaAddPt(to, at->x[i], at->y[i]);
	}
	PIX *photo = pixProjectivePtaGray(page, to, from, TABLE);
	ptaDestroy(&from);
	ptaDestroy(&to);
	pixDestroy(&page);
	return photo;
}

static void a_page_seen_from_askew_is_found(void **state)
{
	(void)state;
	static const struct scan_quad quads[] = {
	    {{120, 780, 840, 60}, {90, 70, 1130, 1100}},
	    {{90, 700, 850, 200}, {200, 60, 1000, 1150}},
	    {{0, 899, 820, 60}, {60, 60, 1160, 1150}},
	};
	for (size_t i = 0; i < sizeof quads / sizeof *quads; i++) {
		struct scan_quad found;
		PIX *photo = photograph(&quads[i]);
		assert_true(scan_quad_find(photo, &found));
		for (int k = 0; k < CORNERS; k++) {
			assert_true(fabsf(found.x[k] - quads[i].x[k]) < 8);
			assert_true(fabsf(found.y[k] - quads[i].y[k]) < 8);
		}
		pixDestroy(&photo);
	}
}

static void laid_flat_it_is_a_sheet_without_its_surroundings(void **state)
{
	(void)state;
	const struct scan_quad quad = {{120, 780, 840, 60}, {90, 70, 1130, 1100}};
	PIX *photo = photograph(&quad), *flat = scan_quad_flatten(photo, &quad);
	l_float32 paper = 0;
	assert_non_null(flat);
	assert_true(abs(pixGetHeight(flat) * 1000 / pixGetWidth(flat) - 1414) < 10);
	assert_int_equal(pixGetRankValueMasked(flat, NULL, 0, 0, 1, 0.0F, &paper, NULL), 0);
	/* nothing of the table along the edges */
	BOX *edge = boxCreate(0, 0, pixGetWidth(flat), 4);
	PIX *strip = pixClipRectangle(flat, edge, NULL);
	assert_int_equal(pixGetRankValueMasked(strip, NULL, 0, 0, 1, 0.1F, &paper, NULL), 0);
	assert_true(paper > PAPER - 20);
	boxDestroy(&edge);
	pixDestroy(&strip);
	pixDestroy(&photo);
	pixDestroy(&flat);
}

static void a_scan_is_the_whole_picture(void **state)
{
	(void)state;
	struct scan_quad found;
	PIX *page = draw_page();
	assert_false(scan_quad_find(page, &found));
	fill(page, 0, 0, WIDTH, 10, 0); /* the dark edge of a scanner's lid */
	assert_false(scan_quad_find(page, &found));
	fill(page, 200, 300, 400, 300, INK); /* a picture on the page */
	assert_false(scan_quad_find(page, &found));
	pixDestroy(&page);
}

static void what_is_no_page_is_not_found(void **state)
{
	(void)state;
	struct scan_quad found;
	PIX *pix = pixCreate(WIDTH, HEIGHT, 8);
	assert_false(scan_quad_find(pix, &found));
	fill(pix, 300, 300, 200, 200, PAPER); /* too small */
	assert_false(scan_quad_find(pix, &found));
	fill(pix, 0, 0, WIDTH, HEIGHT, 0);
	for (l_int32 y = 0; y < HEIGHT - 100; y++) /* light in the shape of a triangle */
		fill(pix, 50, y + 50, 1 + y * 2 / 3, 1, PAPER);
	assert_false(scan_quad_find(pix, &found));
	pixDestroy(&pix);
	pix = pixCreate(1, 1, 8);
	assert_false(scan_quad_find(pix, &found));
	pixDestroy(&pix);
}

int main(void)
{
	setMsgSeverity(L_SEVERITY_NONE);
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_page_seen_from_askew_is_found),
	    cmocka_unit_test(laid_flat_it_is_a_sheet_without_its_surroundings),
	    cmocka_unit_test(a_scan_is_the_whole_picture),
	    cmocka_unit_test(what_is_no_page_is_not_found),
	};
	return TEST_RUN(cases);
}
