/* A picture as a PNG file. */
#ifndef FORMAT_PAGE_PNG_H
#define FORMAT_PAGE_PNG_H

#include <leptonica/allheaders.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/str.h"

/* `picture` scaled to be `width` pixels wide, in the arena. RC_INVALID where it cannot be, RC_LIMIT where it is too large. */
enum rc page_png_write(struct arena *arena, PIX *picture, uint32_t width, struct str *ret) MUST_USE;

#endif
