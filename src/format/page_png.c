#include "format/page_png.h"

enum { WIDTH_MAX = 4000, HEIGHT_MAX = 20000 };

enum rc page_png_write(struct arena *arena, PIX *picture, uint32_t width, struct str *ret)
{
	l_uint8 *bytes = NULL;
	size_t n = 0;
	l_int32 own = pixGetWidth(picture);
	if (width < 1 || width > WIDTH_MAX || (int64_t)pixGetHeight(picture) * width > (int64_t)own * HEIGHT_MAX)
		return RC_LIMIT;
	float scale = (float)width / (float)own;
	PIX *scaled = scale < 1 ? pixScaleAreaMap(picture, scale, scale) : pixScale(picture, scale, scale);
	bool written = scaled != NULL && pixWriteMemPng(&bytes, &n, scaled, 0) == 0;
	pixDestroy(&scaled);
	if (written)
		*ret = str_dup(arena, (struct str){(const char *)bytes, n});
	lept_free(bytes);
	return written ? RC_OK : RC_INVALID;
}
