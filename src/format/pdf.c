#include "format/pdf.h"

#include "format/page_damage.h"
#include "format/page_document.h"
#include "format/page_png.h"
#include "format/pdf_page.h"
#include "format/scan_job.h"
#include "format/scan_picture.h"
#include "format/scan_text.h"

enum {
	SIGNATURE_LOOKED_FOR = 1024, /* bytes that may stand before "%PDF-" */
	PAGES_MAX = 2000,            /* where the caller names no limit */
	SCAN_DPI = 200,
	SCAN_PIXELS_MAX = 12 * 1000 * 1000,
	WORDS_OF_A_STAMP = 60, /* on a page that is a picture: no text layer, but what a signing program wrote on it */
	PICTURE_SHARE = 50,    /* percent of a page that its picture covers */
	POINTS_AN_INCH = 72,
};

struct reader {
	struct arena *arena;
	const struct format_input *input;
	PopplerDocument *pdf;
	struct page *pages;
	uint32_t n_pages, n_all;
	size_t *scans; /* numbers of the pages that are read as pictures */
	size_t n_scans, n_damaged;
	struct document *document;
};

static int score(struct str bytes)
{
	enum { SURE = 100, LIKELY = 80 };
	if (str_has_prefix(bytes, STR("%PDF-")))
		return SURE;
	return str_contains(str_part(bytes, 0, SIGNATURE_LOOKED_FOR), STR("%PDF-")) ? LIKELY : 0;
}

static enum rc refuse(struct message *ret_problem, enum rc rc, const char *id)
{
	*ret_problem = (struct message){.id = id};
	return rc;
}

static enum rc open_pdf(const struct format_input *input, PopplerDocument **ret, struct message *ret_problem)
{
	setMsgSeverity(L_SEVERITY_NONE); /* what is wrong with a file is told by a message, not by the library */
	GError *error = NULL;
	GBytes *bytes = g_bytes_new_static(input->bytes.ptr, input->bytes.len);
	PopplerDocument *pdf = poppler_document_new_from_bytes(bytes, NULL, &error);
	bool encrypted = error != NULL && g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
	g_bytes_unref(bytes);
	g_clear_error(&error);
	if (pdf != NULL && poppler_document_get_n_pages(pdf) > 0) {
		*ret = pdf;
		return RC_OK;
	}
	if (pdf != NULL)
		g_object_unref(pdf);
	if (encrypted)
		return refuse(ret_problem, RC_INVALID,
		              MSG("This PDF file is locked by a password. Open it, save a copy without the password, and send that."));
	return refuse(ret_problem, RC_INVALID,
	              MSG("This PDF file is damaged or was cut off on its way. Ask for it again, or print it to a new PDF file."));
}

static void warn(struct reader *reader, const char *id, struct str a, struct str b)
{
	VEC_PUSH(reader->arena, &reader->document->warnings, (struct message){.id = id, .args = {a, b}});
}

static struct str number(struct arena *arena, size_t n)
{
	return str_format(arena, "%zu", n);
}

/* --- pages that are pictures --- */

/* Whether pictures cover most of a page. */
static bool is_covered(PopplerPage *page)
{
	double width, height, covered = 0;
	poppler_page_get_size(page, &width, &height);
	GList *images = poppler_page_get_image_mapping(page);
	for (GList *at = images; at != NULL; at = at->next) {
		const PopplerRectangle *area = &((PopplerImageMapping *)at->data)->area;
		double across = area->x2 - area->x1, down = area->y2 - area->y1;
		covered += across * down > 0 ? across * down : -across * down;
	}
	poppler_page_free_image_mapping(images);
	return covered * 100 >= width * height * PICTURE_SHARE;
}

/* Whether there is no text but what a signing program may have stamped on a scan. */
static bool is_picture(PopplerPage *page, const struct page *read)
{
	return read->words.n == 0 || (read->words.n < WORDS_OF_A_STAMP && is_covered(page));
}

static PIX *to_pix(cairo_surface_t *surface)
{
	int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
	int stride = cairo_image_surface_get_stride(surface);
	const unsigned char *data = cairo_image_surface_get_data(surface);
	PIX *pix = pixCreate(width, height, 32);
	for (int y = 0; pix != NULL && y < height; y++) {
		const uint32_t *from = (const uint32_t *)(const void *)(data + (size_t)y * (size_t)stride);
		l_uint32 *to = pixGetData(pix) + (size_t)y * (size_t)pixGetWpl(pix);
		for (int x = 0; x < width; x++)
			to[x] = from[x] << 8 | 0xff;
	}
	return pix;
}

/* A page as a picture that can be read. */
static PIX *draw_picture(PopplerPage *page, int32_t *ret_dpi)
{
	double width, height, dpi = SCAN_DPI;
	poppler_page_get_size(page, &width, &height);
	while (dpi > POINTS_AN_INCH && width * height * dpi * dpi / (POINTS_AN_INCH * POINTS_AN_INCH) > SCAN_PIXELS_MAX)
		dpi -= 8;
	cairo_surface_t *surface = pdf_page_draw(page, dpi);
	PIX *pix = surface != NULL ? to_pix(surface) : NULL;
	cairo_surface_destroy(surface);
	*ret_dpi = (int32_t)dpi;
	return pix;
}

static PIX *load_scan(void *context, size_t at, int32_t *ret_dpi)
{
	struct reader *reader = context;
	PopplerPage *page = poppler_document_get_page(reader->pdf, (int)reader->scans[at]);
	if (page == NULL)
		return NULL;
	PIX *pix = draw_picture(page, ret_dpi);
	g_object_unref(page);
	return pix;
}

static enum rc read_scans(struct reader *reader, struct message *ret_problem)
{
	struct page *pages = ARENA_ARRAY(reader->arena, struct page, reader->n_scans + 1);
	enum scan_job_state *states = ARENA_ARRAY(reader->arena, enum scan_job_state, reader->n_scans + 1);
	const struct scan_job job = {.n = reader->n_scans,
	                             .load = load_scan,
	                             .context = reader,
	                             .input = reader->input,
	                             .done = reader->n_pages - (uint32_t)reader->n_scans,
	                             .all = reader->n_pages};
	TRY(scan_job_run(reader->arena, &job, pages, states, ret_problem));
	for (size_t i = 0; i < reader->n_scans; i++) {
		struct page *page = &reader->pages[reader->scans[i]];
		if (states[i] != SCAN_JOB_UNLOADED && (pages[i].words.n > 0 || page->words.n == 0))
			*page = pages[i];
		if (states[i] == SCAN_JOB_READ)
			continue;
		warn(reader, MSG("Page {1} took too long to read: compare what is below with the page."),
		     number(reader->arena, reader->scans[i] + 1), (struct str){0});
	}
	return RC_OK;
}

/* --- all pages --- */

static enum rc read_pages(struct reader *reader)
{
	for (uint32_t i = 0; i < reader->n_pages; i++) {
		PopplerPage *page = poppler_document_get_page(reader->pdf, (int)i);
		if (page == NULL) {
			warn(reader, MSG("Page {1} of the file is damaged and was left out."), number(reader->arena, i + 1), (struct str){0});
			continue;
		}
		pdf_page_read(reader->arena, page, &reader->pages[i]);
		bool scan = is_picture(page, &reader->pages[i]);
		bool damaged = !scan && page_damage_is_likely(&reader->pages[i]);
		g_object_unref(page);
		reader->n_damaged += damaged;
		if (scan || damaged)
			reader->scans[reader->n_scans++] = i;
		else if (reader->input->progress != NULL &&
		         reader->input->progress(reader->input->context, i + 1 - (uint32_t)reader->n_scans, reader->n_pages))
			return RC_CANCELLED;
	}
	return RC_OK;
}

static bool is_empty(const struct reader *reader)
{
	for (uint32_t i = 0; i < reader->n_pages; i++)
		if (reader->pages[i].words.n > 0)
			return false;
	return true;
}

static enum rc read_document(struct reader *reader, struct message *ret_problem)
{
	reader->pages = ARENA_ARRAY(reader->arena, struct page, reader->n_pages);
	reader->scans = ARENA_ARRAY(reader->arena, size_t, reader->n_pages);
	if (reader->n_pages < reader->n_all)
		warn(reader, MSG("The file has {1} pages; only the first {2} were read."), number(reader->arena, reader->n_all),
		     number(reader->arena, reader->n_pages));
	TRY(read_pages(reader));
	if (reader->n_damaged > 0)
		warn(
		    reader,
		    MSG("The text inside {1} pages of this PDF file is damaged, so their pictures were read: compare names and numbers."),
		    number(reader->arena, reader->n_damaged), (struct str){0});
	TRY(read_scans(reader, ret_problem));
	scan_text_mend(reader->arena, reader->input->model, reader->pages, reader->n_pages);
	if (is_empty(reader))
		return refuse(ret_problem, RC_INVALID, MSG("No text was found on any page of this file. Is it the right one?"));
	return page_document_write(reader->arena, reader->pages, reader->n_pages, reader->document);
}

static enum rc read_pdf(struct arena *arena, const struct format_input *input, struct document *ret, struct message *ret_problem)
{
	struct document document = {0};
	struct reader reader = {.arena = arena, .input = input, .document = &document};
	TRY(open_pdf(input, &reader.pdf, ret_problem));
	uint32_t most = input->max_pages > 0 && input->max_pages < PAGES_MAX ? input->max_pages : PAGES_MAX;
	reader.n_all = (uint32_t)poppler_document_get_n_pages(reader.pdf);
	reader.n_pages = reader.n_all < most ? reader.n_all : most;
	enum rc rc = read_document(&reader, ret_problem);
	g_object_unref(reader.pdf);
	if (rc == RC_LIMIT)
		return refuse(ret_problem, rc, MSG("The file holds too much text. Send only the pages of the plan."));
	if (rc == RC_OK)
		*ret = document;
	return rc;
}

/* --- pictures to look at --- */

static PIX *draw_upright(struct arena *arena, PopplerDocument *pdf, int at)
{
	int32_t dpi = 0;
	struct page read;
	PopplerPage *page = poppler_document_get_page(pdf, at);
	PIX *drawn = page != NULL ? draw_picture(page, &dpi) : NULL, *shown = NULL;
	if (drawn != NULL) {
		pdf_page_read(arena, page, &read);
		if (is_picture(page, &read) || page_damage_is_likely(&read))
			shown = scan_picture_show(arena, drawn, dpi);
		else
			shown = pixRotateOrth(drawn, pdf_page_turns(page));
	}
	pixDestroy(&drawn);
	if (page != NULL)
		g_object_unref(page);
	return shown;
}

static enum rc draw_page(struct arena *arena, const struct format_input *input, uint32_t page, uint32_t width,
                         struct str *ret_png, struct message *ret_problem)
{
	PopplerDocument *pdf;
	TRY(open_pdf(input, &pdf, ret_problem));
	bool found = page >= 1 && page <= (uint32_t)poppler_document_get_n_pages(pdf);
	PIX *pix = found ? draw_upright(arena, pdf, (int)page - 1) : NULL;
	g_object_unref(pdf);
	if (!found)
		return refuse(ret_problem, RC_NOT_FOUND, MSG("The file has no such page."));
	if (pix == NULL)
		return refuse(ret_problem, RC_INVALID, MSG("This page cannot be shown: it is damaged, or too large."));
	enum rc rc = page_png_write(arena, pix, width, ret_png);
	pixDestroy(&pix);
	return rc;
}

const struct format pdf_format = {.name = "pdf", .score = score, .read = read_pdf, .draw_page = draw_page, .opens_files = true};
