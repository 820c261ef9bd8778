/* What a camera notes in a JPEG file: which way up it was held. */
#ifndef FORMAT_EXIF_H
#define FORMAT_EXIF_H

#include "base/str.h"

/* How the picture must be turned to stand upright. */
struct exif_orientation {
	int turns;     /* by quarters, clockwise */
	bool mirrored; /* left and right are changed about, before it is turned */
};

/* The orientation in the head of a JPEG file; upright where there is none, or the file is none. */
struct exif_orientation exif_orientation_of(struct str jpeg);

#endif
