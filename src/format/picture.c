#include "format/picture.h"

#include <leptonica/allheaders.h>

#include "format/exif.h"
#include "format/page_document.h"
#include "format/page_png.h"
#include "format/scan_job.h"
#include "format/scan_picture.h"
#include "format/scan_text.h"

enum {
	PAGES_MAX = 500,
	MEGAPIXELS_MAX = 50,
	MEGAPIXEL = 1000 * 1000,
	FIT_PIXELS = 12 * MEGAPIXEL, /* what a page is made smaller to before it is worked on: 300 dpi and more */
	SIDE_MIN = 100,
};

static const struct {
	struct str magic;
} kinds[] = {
    {STR_INIT("\x89PNG\r\n\x1a\n")},
    {STR_INIT("\xff\xd8\xff")},
    {STR_INIT("II*\0")},
    {STR_INIT("MM\0*")},
};

static int score(struct str bytes)
{
	enum { SURE = 100 };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_has_prefix(bytes, kinds[i].magic))
			return SURE;
	return 0;
}

struct reader {
	struct str bytes;
	bool is_tiff;
	uint32_t n_pages, n_all;
};

static const l_uint8 *data_of(const struct reader *reader)
{
	return (const l_uint8 *)reader->bytes.ptr;
}

static enum rc refuse(struct message *ret_problem, enum rc rc, const char *id, struct str arg)
{
	*ret_problem = (struct message){.id = id, .args = {arg}};
	return rc;
}

static enum rc refuse_damaged(struct message *ret_problem)
{
	return refuse(ret_problem, RC_INVALID,
	              MSG("This picture is damaged or was cut off on its way. Scan the page again, or ask for the file again."),
	              (struct str){0});
}

/* How large a page (from 0) is, by its header alone. False: there is no such page. */
static bool measure(const struct reader *reader, uint32_t page, l_int32 *ret_width, l_int32 *ret_height)
{
	if (reader->is_tiff)
		return readHeaderMemTiff(data_of(reader), reader->bytes.len, (l_int32)page, ret_width, ret_height, NULL, NULL, NULL, NULL,
		                         NULL) == 0;
	return page == 0 && pixReadHeaderMem(data_of(reader), reader->bytes.len, NULL, ret_width, ret_height, NULL, NULL, NULL) == 0;
}

/* Looks at the headers of all pages: nothing is unpacked that would not fit into memory. */
static enum rc examine(struct arena *arena, const struct format_input *input, struct reader *ret, struct message *ret_problem)
{
	l_int32 width, height;
	uint32_t most = input->max_pages > 0 && input->max_pages < PAGES_MAX ? input->max_pages : PAGES_MAX;
	setMsgSeverity(L_SEVERITY_NONE); /* what is wrong with a file is told by a message, not by the library */
	*ret = (struct reader){.bytes = input->bytes};
	ret->is_tiff = str_has_prefix(input->bytes, kinds[2].magic) || str_has_prefix(input->bytes, kinds[3].magic);
	while (ret->n_all <= most && measure(ret, ret->n_all, &width, &height)) {
		if (width < 1 || height < 1)
			break;
		if ((int64_t)width * height > (int64_t)MEGAPIXELS_MAX * MEGAPIXEL)
			return refuse(ret_problem, RC_LIMIT,
			              MSG("This picture has more than {1} million pixels. Scan the page at 200 to 300 dots per inch."),
			              str_format(arena, "%d", MEGAPIXELS_MAX));
		if (width < SIDE_MIN || height < SIDE_MIN)
			return refuse(ret_problem, RC_INVALID, MSG("This picture is too small to hold a page. Is it the right file?"),
			              (struct str){0});
		ret->n_all++;
	}
	ret->n_pages = ret->n_all < most ? ret->n_all : most;
	return ret->n_all > 0 ? RC_OK : refuse_damaged(ret_problem);
}

/* A JPEG file can be unpacked at a half, a quarter or an eighth of its size. */
static l_int32 reduction_of(l_int32 width, l_int32 height)
{
	l_int32 reduction = 1;
	while (reduction < 8 && (int64_t)width * height / (reduction * reduction) > 2 * FIT_PIXELS)
		reduction *= 2;
	return reduction;
}

static PIX *unpack(const struct reader *reader, uint32_t page, int32_t *ret_dpi)
{
	l_int32 width, height;
	if (!measure(reader, page, &width, &height))
		return NULL;
	PIX *pix = NULL;
	l_int32 reduction = 1;
	if (reader->is_tiff) {
		pix = pixReadMemTiff(data_of(reader), reader->bytes.len, (l_int32)page);
	} else if (str_has_prefix(reader->bytes, kinds[1].magic)) {
		reduction = reduction_of(width, height);
		pix = pixReadMemJpeg(data_of(reader), reader->bytes.len, 0, reduction, NULL, 0);
	} else {
		pix = pixReadMem(data_of(reader), reader->bytes.len);
	}
	*ret_dpi = pix != NULL ? pixGetXRes(pix) / reduction : 0;
	return pix;
}

/* As the camera was held. NULL where there is no memory; `pix` is taken. */
static PIX *turn_upright(PIX *pix, struct exif_orientation orientation)
{
	PIX *mirrored = orientation.mirrored ? pixFlipLR(NULL, pix) : pixClone(pix);
	PIX *turned = mirrored != NULL && orientation.turns > 0 ? pixRotateOrth(mirrored, orientation.turns) : pixClone(mirrored);
	pixDestroy(&pix);
	pixDestroy(&mirrored);
	return turned;
}

/* Smaller, where it has more pixels than reading needs. */
static PIX *shrink(PIX *pix, int32_t *dpi)
{
	l_int32 width, height;
	pixGetDimensions(pix, &width, &height, NULL);
	l_int32 factor = 1;
	while ((int64_t)width * height / (factor * factor) > 2 * FIT_PIXELS)
		factor++;
	if (factor == 1)
		return pix;
	PIX *grey = pixConvertTo8(pix, 0);
	pixDestroy(&pix);
	PIX *small = grey != NULL ? pixScaleAreaMap(grey, 1.0F / (float)factor, 1.0F / (float)factor) : NULL;
	pixDestroy(&grey);
	*dpi /= factor;
	return small;
}

static PIX *load(void *context, size_t page, int32_t *ret_dpi)
{
	const struct reader *reader = context;
	PIX *pix = unpack(reader, (uint32_t)page, ret_dpi), *small = pix != NULL ? shrink(pix, ret_dpi) : NULL;
	return small != NULL ? turn_upright(small, exif_orientation_of(reader->bytes)) : NULL;
}

static void warn(struct arena *arena, struct document *document, const char *id, size_t a, size_t b)
{
	struct message warning = {.id = id, .args = {str_format(arena, "%zu", a), str_format(arena, "%zu", b)}};
	VEC_PUSH(arena, &document->warnings, warning);
}

static enum rc read_picture(struct arena *arena, const struct format_input *input, struct document *ret,
                            struct message *ret_problem)
{
	struct reader reader;
	struct document document = {0};
	size_t n_words = 0, n_unloaded = 0;
	TRY(examine(arena, input, &reader, ret_problem));
	if (reader.n_pages < reader.n_all)
		warn(arena, &document, MSG("The file has more than {1} pages; the others were not read."), reader.n_pages, 0);
	struct page *pages = ARENA_ARRAY(arena, struct page, reader.n_pages);
	enum scan_job_state *states = ARENA_ARRAY(arena, enum scan_job_state, reader.n_pages);
	const struct scan_job job = {.n = reader.n_pages, .load = load, .context = &reader, .input = input, .all = reader.n_pages};
	TRY(scan_job_run(arena, &job, pages, states, ret_problem));
	for (uint32_t i = 0; i < reader.n_pages; i++) {
		n_words += pages[i].words.n;
		n_unloaded += states[i] == SCAN_JOB_UNLOADED;
		if (states[i] == SCAN_JOB_LATE)
			warn(arena, &document, MSG("Page {1} took too long to read: compare what is below with the page."), i + 1, 0);
		else if (states[i] == SCAN_JOB_UNLOADED)
			warn(arena, &document, MSG("Page {1} of the file is damaged and was left out."), i + 1, 0);
	}
	if (n_unloaded == reader.n_pages)
		return refuse_damaged(ret_problem);
	if (n_words == 0)
		return refuse(ret_problem, RC_INVALID, MSG("No text was found on any page of this file. Is it the right one?"),
		              (struct str){0});
	scan_text_mend(arena, input->model, pages, reader.n_pages);
	if (page_document_write(arena, pages, reader.n_pages, &document) != RC_OK)
		return refuse(ret_problem, RC_LIMIT, MSG("The file holds too much text. Send only the pages of the plan."),
		              (struct str){0});
	*ret = document;
	return RC_OK;
}

static enum rc draw_page(struct arena *arena, const struct format_input *input, uint32_t page, uint32_t width,
                         struct str *ret_png, struct message *ret_problem)
{
	struct reader reader;
	int32_t dpi = 0;
	TRY(examine(arena, input, &reader, ret_problem));
	if (page < 1 || page > reader.n_pages)
		return refuse(ret_problem, RC_NOT_FOUND, MSG("The file has no such page."), (struct str){0});
	PIX *pix = load(&reader, page - 1, &dpi), *shown = pix != NULL ? scan_picture_show(arena, pix, dpi) : NULL;
	enum rc rc = shown != NULL ? page_png_write(arena, shown, width, ret_png) : RC_INVALID;
	pixDestroy(&pix);
	pixDestroy(&shown);
	return rc == RC_OK ? rc
	                   : refuse(ret_problem, rc, MSG("This page cannot be shown: it is damaged, or too large."), (struct str){0});
}

const struct format picture_format = {
    .name = "picture", .score = score, .read = read_picture, .draw_page = draw_page, .opens_files = true};
