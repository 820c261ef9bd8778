/* A scanned or photographed page made fit to be read: grey, flat, evenly lit, upright, straight. */
#ifndef FORMAT_SCAN_PICTURE_H
#define FORMAT_SCAN_PICTURE_H

#include <leptonica/allheaders.h>

#include "format/ocr.h"
#include "format/scan_quad.h"

enum { SCAN_PICTURE_THRESHOLD = 160 /* between ink and paper once the light is even */ };

struct scan_picture {
	PIX *grey;  /* 8 bits a pixel; the caller frees it with scan_picture_release() */
	PIX *black; /* one bit a pixel */
	int32_t dpi;
	bool is_flat; /* it was laid flat by the corners of the page in it, `quad`, before all else */
	struct scan_quad quad;
	int turns;         /* by quarters, clockwise, that made it upright */
	l_float32 degrees; /* clockwise, that made it straight then */
};

/* Makes it of `source`, which stays the caller's. `dpi` is what the source says, 0 where it says nothing. `ocr` tells up from
 * down where the letters' shapes alone do not; it may be NULL. RC_INVALID where there is no picture to be made of it. */
enum rc scan_picture_make(struct arena *arena, PIX *source, int32_t dpi, struct ocr *ocr, struct scan_picture *ret) MUST_USE;

/* Whether a black picture has so few letters that the rows and columns they stand in are chance. */
bool scan_picture_is_sparse(PIX *black);

/* The grey picture with its rules white, so that they touch no text; the caller destroys it. NULL: no memory. */
PIX *scan_picture_paint_over_rules(PIX *grey, PIX *black);

/* The source as it was, colours and all, but upright and straight, for looking at; the caller destroys it. NULL: no memory. */
PIX *scan_picture_show(struct arena *arena, PIX *source, int32_t dpi);

void scan_picture_release(struct scan_picture *picture);

#endif
