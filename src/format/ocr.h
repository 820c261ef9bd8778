/* Reads the letters of a picture by tesseract, in Vietnamese.
 *
 * A reader belongs to one thread at a time. */
#ifndef FORMAT_OCR_H
#define FORMAT_OCR_H

#include <leptonica/allheaders.h>

#include "base/arena.h"
#include "base/rc.h"
#include "format/page.h"

struct ocr;

/* What a part of a picture holds. */
enum ocr_part {
	OCR_PAGE,   /* blocks and columns, to be found */
	OCR_BLOCK,  /* lines one below the other */
	OCR_LINE,   /* one line */
	OCR_NUMBER, /* one number, perhaps with points */
};

/* NULL where the Vietnamese language data is not installed. */
struct ocr *ocr_new(void);
void ocr_free(struct ocr *ocr);

/* What is read next: a grey or black picture, which stays the caller's and must outlive the reading. */
void ocr_set_picture(struct ocr *ocr, PIX *picture, int32_t dpi);

/* Adds the words in `box` (pixels) of the picture to `ret`, their boxes in pixels too, as high as their line. RC_LIMIT where it
 * takes the processor longer than `milliseconds`. */
enum rc ocr_read(struct ocr *ocr, struct arena *arena, const struct page_box *box, enum ocr_part part, int32_t milliseconds,
                 struct page_word_vec *ret) MUST_USE;

#endif
