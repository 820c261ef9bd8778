#include "format/ocr.h"

#include <time.h>

#include <tesseract/capi.h>

#include "base/log.h"
#include "viet/nfc.h"

struct ocr {
	TessBaseAPI *api;
};

struct ocr *ocr_new(void)
{
	struct ocr *ocr = calloc(1, sizeof *ocr); /* waiver(heap): it outlives the arenas of pages, and belongs to a thread */
	if (ocr == NULL)
		return NULL;
	ocr->api = TessBaseAPICreate();
	if (TessBaseAPIInit2(ocr->api, NULL, "vie", OEM_LSTM_ONLY) != 0) {
		ocr_free(ocr);
		return NULL;
	}
	TessBaseAPISetVariable(ocr->api, "debug_file", "/dev/null");
	TessBaseAPISetVariable(ocr->api, "tessedit_do_invert", "0");
	return ocr;
}

void ocr_free(struct ocr *ocr)
{
	if (ocr == NULL)
		return;
	TessBaseAPIEnd(ocr->api);
	TessBaseAPIDelete(ocr->api);
	free(ocr);
}

void ocr_set_picture(struct ocr *ocr, PIX *picture, int32_t dpi)
{
	TessBaseAPISetImage2(ocr->api, picture);
	TessBaseAPISetSourceResolution(ocr->api, dpi);
}

/* --- results --- */

static bool box_at(const TessPageIterator *at, TessPageIteratorLevel level, struct page_box *ret)
{
	int left, top, right, bottom;
	if (!TessPageIteratorBoundingBox(at, level, &left, &top, &right, &bottom))
		return false;
	*ret = (struct page_box){left, top, right, bottom};
	return true;
}

/* Where the letters of a line stand, in its middle; 0 where it is not known. */
static int32_t baseline_at(const TessPageIterator *at)
{
	int x1, y1, x2, y2;
	return TessPageIteratorBaseline(at, RIL_TEXTLINE, &x1, &y1, &x2, &y2) ? y1 + (y2 - y1) / 2 : 0;
}

static void add_word(struct arena *arena, const TessResultIterator *results, struct page_word_vec *ret)
{
	const TessPageIterator *at = TessResultIteratorGetPageIteratorConst(results);
	struct page_word word = {0};
	struct page_box line;
	if (ret->n >= PAGE_MAX_WORDS || !box_at(at, RIL_WORD, &word.box) || !box_at(at, RIL_TEXTLINE, &line))
		return;
	char *text = TessResultIteratorGetUTF8Text(results, RIL_WORD);
	if (text == NULL)
		return;
	word.text = viet_nfc(arena, str_dup(arena, str_trim(str_of(text))));
	TessDeleteText(text);
	float confidence = TessResultIteratorConfidence(results, RIL_WORD);
	word.confidence = confidence > 0 ? (uint8_t)(confidence < 100 ? confidence : 100) : 0;
	word.box.top = line.top;
	word.box.bottom = line.bottom;
	word.baseline = baseline_at(at);
	if (word.baseline <= line.top || word.baseline > line.bottom)
		word.baseline = 0;
	if (word.text.len > 0)
		VEC_PUSH(arena, ret, word);
}

static TessPageSegMode mode_of(enum ocr_part part)
{
	switch (part) {
	case OCR_BLOCK:
		return PSM_SINGLE_BLOCK;
	case OCR_LINE:
	case OCR_NUMBER:
		return PSM_SINGLE_LINE;
	default:
		return PSM_AUTO;
	}
}

/* Of the processor's time: other programs that keep the machine busy are no reason to leave a page half read. */
struct deadline {
	int64_t at;
	bool passed;
};

static int64_t thread_milliseconds(void)
{
	struct timespec used;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
	return used.tv_sec * 1000 + used.tv_nsec / (1000 * 1000);
}

static bool is_late(void *context, int words)
{
	struct deadline *deadline = context;
	(void)words;
	deadline->passed = deadline->passed || thread_milliseconds() > deadline->at;
	return deadline->passed;
}

enum rc ocr_read(struct ocr *ocr, struct arena *arena, const struct page_box *box, enum ocr_part part, int32_t milliseconds,
                 struct page_word_vec *ret)
{
	if (page_box_width(box) < 3 || page_box_height(box) < 3)
		return RC_OK;
	TessBaseAPISetPageSegMode(ocr->api, mode_of(part));
	TessBaseAPISetVariable(ocr->api, "tessedit_char_whitelist", part == OCR_NUMBER ? "0123456789." : "");
	TessBaseAPISetRectangle(ocr->api, box->left, box->top, page_box_width(box), page_box_height(box));
	struct deadline deadline = {.at = thread_milliseconds() + milliseconds};
	ETEXT_DESC *monitor = TessMonitorCreate();
	TessMonitorSetCancelFunc(monitor, is_late);
	TessMonitorSetCancelThis(monitor, &deadline);
	int failed = TessBaseAPIRecognize(ocr->api, monitor);
	TessMonitorDelete(monitor);
	if (failed != 0 || deadline.passed)
		return RC_LIMIT;
	TessResultIterator *results = TessBaseAPIGetIterator(ocr->api);
	if (results == NULL)
		return RC_OK;
	do
		add_word(arena, results, ret);
	while (TessResultIteratorNext(results, RIL_WORD));
	TessResultIteratorDelete(results);
	return RC_OK;
}
