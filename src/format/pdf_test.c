/* PDF files and pictures that each case draws itself. */
#include "format/pdf.h"

#include <cairo-pdf.h>
#include <leptonica/allheaders.h>

#include "base/buf.h"
#include "base/test.h"
#include "format/picture.h"

enum { WIDTH = 595, HEIGHT = 842, FILE_MAX = 64 * 1024 * 1024 };

static cairo_status_t keep(void *context, const unsigned char *bytes, unsigned int n)
{
	buf_add(context, (struct str){(const char *)bytes, n});
	return CAIRO_STATUS_SUCCESS;
}

static void say(cairo_t *cairo, double x, double y, const char *text)
{
	cairo_move_to(cairo, x, y);
	cairo_show_text(cairo, text);
}

static void draw_text(cairo_t *cairo)
{
	cairo_set_source_rgb(cairo, 0, 0, 0);
	cairo_select_font_face(cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(cairo, 12);
	say(cairo, 85, 100, "Thực hiện Kế hoạch tuyên truyền cải cách hành chính của tỉnh");
	say(cairo, 85, 118, "trong năm, Ủy ban nhân dân xã giao các đơn vị những việc sau:");
	cairo_set_line_width(cairo, 0.7);
	for (int i = 0; i < 3; i++) {
		cairo_move_to(cairo, 85, 140 + 25 * i);
		cairo_line_to(cairo, 485, 140 + 25 * i);
	}
	static const double columns[] = {85, 125, 350, 485};
	for (size_t i = 0; i < 4; i++) {
		cairo_move_to(cairo, columns[i], 140);
		cairo_line_to(cairo, columns[i], 190);
	}
	cairo_stroke(cairo);
	say(cairo, 92, 157, "TT");
	say(cairo, 135, 157, "Nhiệm vụ");
	say(cairo, 360, 157, "Thời gian");
	say(cairo, 100, 182, "1");
	say(cairo, 135, 182, "Tuyên truyền trên loa");
	say(cairo, 360, 182, "Quý III/2026");
	say(cairo, 85, 220, "Các đơn vị báo cáo kết quả về Văn phòng trước ngày 25.");
}

/* Turned by quarters, clockwise, on a page of the shape that this makes. */
static struct str draw_pdf(struct arena *arena, int turns)
{
	struct buf buf;
	buf_init(&buf, arena, FILE_MAX);
	bool lies = turns & 1;
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(keep, &buf, lies ? HEIGHT : WIDTH, lies ? WIDTH : HEIGHT);
	cairo_t *cairo = cairo_create(surface);
	cairo_translate(cairo, lies ? HEIGHT / 2.0 : WIDTH / 2.0, lies ? WIDTH / 2.0 : HEIGHT / 2.0);
	cairo_rotate(cairo, turns * 3.14159265358979 / 2);
	cairo_translate(cairo, -WIDTH / 2.0, -HEIGHT / 2.0);
	draw_text(cairo);
	cairo_show_page(cairo);
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	return buf_str(&buf);
}

/* A white page of 200 dots an inch, in points, to draw on. */
static cairo_t *begin_picture(void)
{
	static const double scale = 200 / 72.0;
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(WIDTH * scale), (int)(HEIGHT * scale));
	cairo_t *cairo = cairo_create(surface);
	cairo_surface_destroy(surface); /* the context holds it */
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, scale, scale);
	return cairo;
}

/* What was drawn, turned by quarters. */
static struct str end_picture(struct arena *arena, cairo_t *cairo, int turns)
{
	struct buf buf;
	buf_init(&buf, arena, FILE_MAX);
	cairo_surface_write_to_png_stream(cairo_get_target(cairo), keep, &buf);
	cairo_destroy(cairo);
	PIX *pix = pixReadMem((const l_uint8 *)buf.ptr, buf.len), *turned = pixRotateOrth(pix, turns);
	l_uint8 *bytes = NULL;
	size_t n = 0;
	assert_int_equal(pixWriteMemPng(&bytes, &n, turned, 0), 0);
	struct str png = str_dup(arena, (struct str){(const char *)bytes, n});
	lept_free(bytes);
	pixDestroy(&pix);
	pixDestroy(&turned);
	return png;
}

/* The same page as a picture. */
static struct str draw_png(struct arena *arena, int turns, double degrees)
{
	cairo_t *cairo = begin_picture();
	cairo_rotate(cairo, degrees * 3.14159265358979 / 180);
	draw_text(cairo);
	return end_picture(arena, cairo, turns);
}

static struct str draw_column(struct arena *arena, const char *const *words, size_t n)
{
	cairo_t *cairo = begin_picture();
	cairo_set_source_rgb(cairo, 0, 0, 0);
	cairo_select_font_face(cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(cairo, 13);
	for (size_t i = 0; i < n; i++)
		say(cairo, 90, 110 + 16 * (double)i, words[i]);
	return end_picture(arena, cairo, 0);
}

static enum rc read_as(struct arena *arena, const struct format *format, struct str bytes, struct document *ret,
                       struct message *ret_problem)
{
	const struct format_input input = {.bytes = bytes};
	assert_true(format->score(bytes) > 0);
	return format->read(arena, &input, ret, ret_problem);
}

static struct document read_ok(struct arena *arena, const struct format *format, struct str bytes)
{
	struct document document = {0};
	struct message problem = {0};
	enum rc rc = read_as(arena, format, bytes, &document, &problem);
	if (rc == RC_UNSUPPORTED) /* a machine without the language data */
		skip();
	assert_rc(rc, RC_OK);
	return document;
}

static void check_document(const struct document *d, bool is_scan)
{
	assert_int_equal(d->pages.n, 1);
	assert_int_equal(d->pages.at[0].is_scan, is_scan);
	assert_int_equal(d->blocks.n, 5);
	assert_str(document_span_text(d, d->blocks.at[0].span), "Thực hiện Kế hoạch tuyên truyền cải cách hành chính của tỉnh");
	assert_int_equal(d->blocks.at[2].kind, DOCUMENT_ROW);
	assert_int_equal(d->blocks.at[3].n_cells, 3);
	assert_str(document_span_text(d, d->blocks.at[3].cells[0].span), "1");
	assert_str(document_span_text(d, d->blocks.at[3].cells[1].span), "Tuyên truyền trên loa");
	assert_str(document_span_text(d, d->blocks.at[3].cells[2].span), "Quý III/2026");
	assert_int_equal(d->words.at[0].page, 1);
	assert_in_range(d->words.at[0].left, 1300, 1500); /* 85 of 595 points */
	assert_in_range(d->words.at[0].bottom, 1100, 1350);
}

static void the_text_and_tables_of_a_page_are_read_whichever_way_it_lies(void **state)
{
	(void)state;
	for (int turns = 0; turns < 4; turns++) {
		struct arena *arena = arena_new();
		struct document document = read_ok(arena, &pdf_format, draw_pdf(arena, turns));
		check_document(&document, false);
		arena_free(arena);
	}
}

static void a_picture_is_turned_straightened_and_read(void **state)
{
	(void)state;
	static const struct {
		int turns;
		double degrees;
	} ways[] = {{0, 0}, {2, 0}, {1, 0}, {0, 0.8}};
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct arena *arena = arena_new();
		struct document document = read_ok(arena, &picture_format, draw_png(arena, ways[i].turns, ways[i].degrees));
		check_document(&document, true);
		arena_free(arena);
	}
}

/* A page of a text layer that cannot be seen, white on white, and of letters that are only shapes. */
static struct str draw_layers(struct arena *arena, const char *layer, const char *shown)
{
	struct buf buf;
	buf_init(&buf, arena, FILE_MAX);
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(keep, &buf, WIDTH, HEIGHT);
	cairo_t *cairo = cairo_create(surface);
	cairo_select_font_face(cairo, "DejaVu Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(cairo, 12);
	for (int i = 0; i < 4; i++) {
		cairo_set_source_rgb(cairo, 1, 1, 1);
		say(cairo, 85, 100 + 18 * i, layer);
		cairo_set_source_rgb(cairo, 0, 0, 0);
		cairo_move_to(cairo, 85, 100 + 18 * i);
		cairo_text_path(cairo, shown);
		cairo_fill(cairo);
	}
	cairo_show_page(cairo);
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	return buf_str(&buf);
}

static void a_damaged_text_layer_gives_way_to_the_picture(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct str pdf = draw_layers(arena, "Các đn v báo cáo kt qu v Văn phòng trưc ngày hai mươi lăm.",
	                             "Các đơn vị báo cáo kết quả về Văn phòng trước ngày hai mươi lăm.");
	struct document d = read_ok(arena, &pdf_format, pdf);
	assert_true(d.pages.at[0].is_scan);
	assert_true(str_has_prefix(d.text, STR("Các đơn vị báo cáo kết quả về Văn phòng trước ngày hai mươi lăm.")));
	assert_int_equal(d.warnings.n, 1);
	assert_non_null(strstr(d.warnings.at[0].id, "is damaged, so their pictures were read"));
	arena_free(arena);
}

static void a_page_in_english_is_no_damaged_one(void **state)
{
	(void)state;
	static const char text[] = "The heads of departments are responsible for the work and report on it.";
	struct arena *arena = arena_new();
	struct document d = read_ok(arena, &pdf_format, draw_layers(arena, text, "x"));
	assert_false(d.pages.at[0].is_scan);
	assert_true(str_has_prefix(d.text, str_of(text)));
	assert_int_equal(d.warnings.n, 0);
	arena_free(arena);
}

/* A few short words one below the other make columns of ink as well as rows. */
static void a_page_of_few_words_is_not_turned_by_chance(void **state)
{
	(void)state;
	static const char *const words[] = {"4. Lưu", "5. Gửi", "6. Báo", "7. Nêu", "8. Cho"};
	struct arena *arena = arena_new();
	struct document d = read_ok(arena, &picture_format, draw_column(arena, words, 5));
	for (size_t i = 0; i < 5; i++)
		assert_true(str_contains(d.text, str_of(words[i] + 3)));
	arena_free(arena);
}

static void a_page_is_drawn_as_wide_as_wanted(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct message problem = {0};
	struct str png = {0};
	const struct format_input input = {.bytes = draw_pdf(arena, 1)};
	assert_rc(pdf_format.draw_page(arena, &input, 1, 300, &png, &problem), RC_OK);
	l_int32 width = 0, height = 0;
	assert_int_equal(pixReadHeaderMem((const l_uint8 *)png.ptr, png.len, NULL, &width, &height, NULL, NULL, NULL), 0);
	assert_int_equal(width, 300);
	assert_in_range(height, 420, 428); /* upright */
	assert_rc(pdf_format.draw_page(arena, &input, 2, 300, &png, &problem), RC_NOT_FOUND);
	assert_non_null(problem.id);
	arena_free(arena);
}

static void what_is_broken_is_refused_with_a_message(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct str pdf = draw_pdf(arena, 0), png = draw_png(arena, 0, 0);
	struct document document = {0};
	struct message problem = {0};
	assert_rc(read_as(arena, &pdf_format, str_part(pdf, 0, 100), &document, &problem), RC_INVALID);
	assert_non_null(problem.id);
	problem = (struct message){0};
	assert_rc(read_as(arena, &picture_format, str_part(png, 0, 20), &document, &problem), RC_INVALID);
	assert_non_null(problem.id);
	arena_free(arena);
}

/* The header of a PNG file that says how large the picture is, and nothing after it. */
static void a_picture_that_would_fill_the_memory_is_refused_by_its_header(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document document = {0};
	struct message problem = {0};
	static const char header[] =
	    "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x75\x30\0\0\x75\x30\x08\0\0\0\0\x12\x34\x56\x78\0\0\0\0IDAT";
	assert_rc(read_as(arena, &picture_format, (struct str){header, sizeof header - 1}, &document, &problem), RC_LIMIT);
	assert_string_equal(problem.id, "This picture has more than {1} million pixels. Scan the page at 200 to 300 dots per inch.");
	arena_free(arena);
}

static void check_refused(struct arena *arena, const struct format *format, struct str bytes, enum rc expected, const char *said)
{
	struct document document = {0};
	struct message problem = {0};
	enum rc rc = read_as(arena, format, bytes, &document, &problem);
	if (rc == RC_UNSUPPORTED) /* a machine without the language data */
		skip();
	assert_rc(rc, expected);
	assert_non_null(strstr(problem.id, said));
}

static void a_blank_page_is_told(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	static const char *const nothing = "No text was found on any page of this file.";
	check_refused(arena, &pdf_format, draw_layers(arena, "", ""), RC_INVALID, nothing);
	PIX *blank = pixCreate(1654, 2339, 1);
	l_uint8 *bytes = NULL;
	size_t n = 0;
	assert_int_equal(pixWriteMemPng(&bytes, &n, blank, 0), 0);
	check_refused(arena, &picture_format, (struct str){(const char *)bytes, n}, RC_INVALID, nothing);
	lept_free(bytes);
	pixDestroy(&blank);
	arena_free(arena);
}

static void a_file_cut_off_anywhere_is_read_or_refused(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct str whole = draw_pdf(arena, 0);
	for (size_t percent = 5; percent < 100; percent += 5) {
		struct document document = {0};
		struct message problem = {0};
		enum rc rc = read_as(arena, &pdf_format, str_part(whole, 0, whole.len * percent / 100), &document, &problem);
		assert_true(rc == RC_OK ? document.text.len > 0 : problem.id != NULL);
	}
	arena_free(arena);
}

static void a_file_locked_by_a_password_is_told(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	static const char locked[] =
	    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
	    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
	    "4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<0102030405060708091011121314151617181920212223242526272829303132>"
	    "/U<0102030405060708091011121314151617181920212223242526272829303132>>>endobj\n"
	    "trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF\n";
	check_refused(arena, &pdf_format, str_of(locked), RC_INVALID, "locked by a password");
	arena_free(arena);
}

static struct str draw_pages(struct arena *arena, int n)
{
	struct buf buf;
	buf_init(&buf, arena, FILE_MAX);
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(keep, &buf, WIDTH, HEIGHT);
	cairo_t *cairo = cairo_create(surface);
	for (int i = 0; i < n; i++) {
		say(cairo, 85, 100, "Trang sau");
		cairo_show_page(cairo);
	}
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	return buf_str(&buf);
}

static void of_thousands_of_pages_the_first_are_read(void **state)
{
	(void)state;
	enum { ALL = 5000, MOST = 20 };
	struct arena *arena = arena_new();
	struct document d = {0};
	struct message problem = {0};
	const struct format_input input = {.bytes = draw_pages(arena, ALL), .max_pages = MOST};
	assert_rc(pdf_format.read(arena, &input, &d, &problem), RC_OK);
	assert_int_equal(d.pages.n, MOST);
	assert_int_equal(d.warnings.n, 1);
	assert_string_equal(d.warnings.at[0].id, "The file has {1} pages; only the first {2} were read.");
	assert_str(d.warnings.at[0].args[0], "5000");
	assert_str(d.warnings.at[0].args[1], "20");
	arena_free(arena);
}

/* The headers of a JPEG file of 30,000 by 30,000 pixels, and nothing after them. */
static void a_photograph_that_would_fill_the_memory_is_refused_by_its_header(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	static const char headers[] = "\xff\xd8\xff\xc0\0\x0b\x08\x75\x30\x75\x30\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0";
	check_refused(arena, &picture_format, (struct str){headers, sizeof headers - 1}, RC_LIMIT, "million pixels");
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(the_text_and_tables_of_a_page_are_read_whichever_way_it_lies),
	    cmocka_unit_test(a_picture_is_turned_straightened_and_read),
	    cmocka_unit_test(a_page_of_few_words_is_not_turned_by_chance),
	    cmocka_unit_test(a_page_is_drawn_as_wide_as_wanted),
	    cmocka_unit_test(what_is_broken_is_refused_with_a_message),
	    cmocka_unit_test(a_picture_that_would_fill_the_memory_is_refused_by_its_header),
	    cmocka_unit_test(a_damaged_text_layer_gives_way_to_the_picture),
	    cmocka_unit_test(a_page_in_english_is_no_damaged_one),
	    cmocka_unit_test(a_blank_page_is_told),
	    cmocka_unit_test(a_file_cut_off_anywhere_is_read_or_refused),
	    cmocka_unit_test(a_file_locked_by_a_password_is_told),
	    cmocka_unit_test(of_thousands_of_pages_the_first_are_read),
	    cmocka_unit_test(a_photograph_that_would_fill_the_memory_is_refused_by_its_header),
	};
	return TEST_RUN(cases);
}
