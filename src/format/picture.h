/* Scans and photographs of pages: PNG, JPEG, TIFF (of many pages). */
#ifndef FORMAT_PICTURE_H
#define FORMAT_PICTURE_H

#include "format/format.h"

extern const struct format picture_format;

#endif
