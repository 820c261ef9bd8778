/* The four corners of a page in a photograph of it, and the page laid flat. */
#ifndef FORMAT_SCAN_QUAD_H
#define FORMAT_SCAN_QUAD_H

#include <leptonica/allheaders.h>

#include <stdbool.h>

/* Corners in pixels: top left, top right, bottom right, bottom left. */
struct scan_quad {
	l_float32 x[4], y[4];
};

/* Finds a page that is lighter than what it lies on, in a grey picture. False where there is none, or it is the whole picture, as
 * in a scan. */
bool scan_quad_find(PIX *grey, struct scan_quad *ret);

/* What lies between the corners as a rectangle, grey or in colours; the caller destroys it. NULL: no memory. */
PIX *scan_quad_flatten(PIX *pix, const struct scan_quad *quad);

#endif
