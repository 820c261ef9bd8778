#include "format/scan_again.h"

#include <string.h>

enum {
	DOUBTED = 85, /* percent */
	SIZES = 3,
	READINGS = SIZES + 1,
	ROOM = 20, /* white pixels around */
	WHITE = 255,
};

static const float sizes[SIZES] = {1.0F, 1.5F, 2.0F};

/* Readings that are the same, and how sure they are together. */
struct ballot {
	struct str text[READINGS];
	uint32_t sum[READINGS], most[READINGS], votes[READINGS];
	uint32_t n;
};

/* Whether two texts have the same digits: what a number is no other word can tell, so that one reading is as good as the next. */
static bool has_digits_of(struct str a, struct str b)
{
	size_t i = 0, k = 0;
	for (;;) {
		while (i < a.len && (a.ptr[i] < '0' || a.ptr[i] > '9'))
			i++;
		while (k < b.len && (b.ptr[k] < '0' || b.ptr[k] > '9'))
			k++;
		if (i == a.len || k == b.len)
			return i == a.len && k == b.len;
		if (a.ptr[i++] != b.ptr[k++])
			return false;
	}
}

static void vote(struct ballot *ballot, struct str text, uint8_t confidence)
{
	uint32_t i = 0;
	while (i < ballot->n && !str_eq(ballot->text[i], text))
		i++;
	if (i == ballot->n)
		ballot->text[ballot->n++] = text;
	ballot->sum[i] += confidence;
	ballot->votes[i]++;
	ballot->most[i] = ballot->most[i] > confidence ? ballot->most[i] : confidence;
}

bool scan_again_is_wanted(const struct page_word *word)
{
	if (word->confidence >= DOUBTED)
		return false;
	for (size_t i = 0; i < word->text.len; i++) {
		unsigned char c = (unsigned char)word->text.ptr[i];
		bool is_letter = c >= 0xc3 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
		if (is_letter && c != 0xe2 && strchr("IVXHLl", c) == NULL)
			return true;
	}
	return false;
}

/* The part of a picture in another size, with room around it. NULL: no memory. */
static PIX *part_of(PIX *picture, const struct page_box *box, float size)
{
	BOX *area = boxCreate(box->left, box->top, page_box_width(box), page_box_height(box));
	PIX *part = pixClipRectangle(picture, area, NULL), *scaled = part != NULL ? pixScale(part, size, size) : NULL;
	PIX *framed = scaled != NULL ? pixAddBorderGeneral(scaled, ROOM, ROOM, ROOM, ROOM, WHITE) : NULL;
	boxDestroy(&area);
	pixDestroy(&part);
	pixDestroy(&scaled);
	return framed;
}

static void read_at(struct arena *arena, struct ocr *ocr, PIX *part, int32_t dpi, int32_t milliseconds, struct ballot *ballot)
{
	struct page_word_vec words = {0};
	struct page_box whole = {0, 0, pixGetWidth(part), pixGetHeight(part)};
	ocr_set_picture(ocr, part, dpi);
	if (ocr_read(ocr, arena, &whole, OCR_LINE, milliseconds, &words) == RC_OK && words.n == 1 &&
	    has_digits_of(words.at[0].text, ballot->text[0]))
		vote(ballot, words.at[0].text, words.at[0].confidence);
}

void scan_again_read(struct arena *arena, struct ocr *ocr, PIX *picture, int32_t dpi, const struct page_box *box,
                     int32_t milliseconds, struct page_word *word)
{
	struct ballot ballot = {0};
	uint32_t best = 0;
	vote(&ballot, word->text, word->confidence);
	for (size_t i = 0; i < SIZES; i++) {
		PIX *part = part_of(picture, box, sizes[i]);
		if (part != NULL)
			read_at(arena, ocr, part, (int32_t)((float)dpi * sizes[i]), milliseconds, &ballot);
		pixDestroy(&part);
	}
	for (uint32_t i = 1; i < ballot.n; i++)
		best = ballot.sum[i] > ballot.sum[best] ? i : best;
	word->text = ballot.text[best];
	word->confidence = (uint8_t)(ballot.votes[best] > READINGS / 2 ? ballot.most[best] : ballot.sum[best] / READINGS);
}
