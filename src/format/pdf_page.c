#include "format/pdf_page.h"

#include <math.h>
#include <string.h>

#include "format/page_rules.h"
#include "format/page_turn.h"
#include "viet/nfc.h"
#include "viet/space.h"

enum {
	RULES_DPI = 100,
	RULES_PIXELS_MAX = 4 * 1000 * 1000,
	RULES_DPI_MIN = 36,
	DRAW_PIXELS_MAX = 40 * 1000 * 1000,
	CHARACTERS_MAX = 400 * 1000,
	POINTS_AN_INCH = 72,
	SURE = 99, /* percent: what a text layer says */
};

/* The page's characters as poppler tells them: one box for each code point of the text. */
struct layer {
	char *text;
	PopplerRectangle *boxes;
	guint n;
	GList *fonts;
};

static void layer_load(PopplerPage *page, struct layer *layer)
{
	*layer = (struct layer){.text = poppler_page_get_text(page)};
	if (layer->text == NULL || !poppler_page_get_text_layout(page, &layer->boxes, &layer->n))
		layer->n = 0;
	layer->n = layer->n < CHARACTERS_MAX ? layer->n : CHARACTERS_MAX;
	layer->fonts = layer->n > 0 ? poppler_page_get_text_attributes(page) : NULL;
}

static void layer_release(struct layer *layer)
{
	g_free(layer->text);
	g_free(layer->boxes);
	poppler_page_free_text_attributes(layer->fonts);
}

/* --- words --- */

struct reader {
	struct arena *arena;
	struct page *page;
	GList *font; /* of the character being read */
	struct page_word word;
	const char *begin, *end;
	PopplerRectangle box;
	bool open;
};

static bool is_bold_font(const char *name)
{
	return name != NULL && (strstr(name, "Bold") != NULL || strstr(name, "bold") != NULL || strstr(name, "Black") != NULL ||
	                        strstr(name, "Heavy") != NULL);
}

static bool is_bold(struct reader *reader, gint at)
{
	while (reader->font != NULL && ((PopplerTextAttributes *)reader->font->data)->end_index < at)
		reader->font = reader->font->next;
	return reader->font != NULL && is_bold_font(((PopplerTextAttributes *)reader->font->data)->font_name);
}

static int32_t to_length(double points)
{
	if (!(points > 0))
		return 0;
	return points < PAGE_MAX_LENGTH / PAGE_POINT ? (int32_t)lround(points * PAGE_POINT) : PAGE_MAX_LENGTH;
}

static void close_word(struct reader *reader)
{
	if (reader->open && reader->page->words.n < PAGE_MAX_WORDS) {
		struct page_word *word = &reader->word;
		word->text = viet_nfc(reader->arena, str_dup(reader->arena, word->text));
		word->box = (struct page_box){to_length(reader->box.x1), to_length(reader->box.y1), to_length(reader->box.x2),
		                              to_length(reader->box.y2)};
		VEC_PUSH(reader->arena, &reader->page->words, *word);
	}
	reader->open = false;
}

/* Whether a character that follows without white space, or with so little that it is none, belongs to the open word. */
static bool joins(const struct reader *reader, const PopplerRectangle *box)
{
	const PopplerRectangle *word = &reader->box;
	double height = word->y2 - word->y1;
	bool beside = box->y1 < word->y2 - height / 3 && box->y2 > word->y1 + height / 3;
	return beside && box->x1 - word->x2 < height / 4 && box->x1 > word->x1 - height / 2;
}

/* Justified text has spaces that are no wider than a hair, put into words by the program that set it. */
static bool is_hair(const PopplerRectangle *space)
{
	static const double hair = 0.07;
	return space->x2 - space->x1 < (space->y2 - space->y1) * hair;
}

static void add_character(struct reader *reader, const char *at, const char *next, const PopplerRectangle *box, bool bold)
{
	struct page_word *word = &reader->word;
	if (reader->open && joins(reader, box)) {
		struct str more = {at, (size_t)(next - at)};
		char *text = arena_grow(reader->arena, (char *)word->text.ptr, word->text.len, word->text.len + more.len);
		memcpy(text + word->text.len, more.ptr, more.len);
		word->text = (struct str){text, word->text.len + more.len};
		reader->box.x1 = fmin(reader->box.x1, box->x1);
		reader->box.y1 = fmin(reader->box.y1, box->y1);
		reader->box.x2 = fmax(reader->box.x2, box->x2);
		reader->box.y2 = fmax(reader->box.y2, box->y2);
		return;
	}
	close_word(reader);
	reader->word = (struct page_word){.confidence = SURE, .bold = bold};
	reader->word.text = str_dup(reader->arena, (struct str){at, (size_t)(next - at)});
	reader->box = *box;
	reader->open = true;
}

static PopplerRectangle turned_box(const PopplerRectangle *box, int turns, double width, double height)
{
	switch (turns) {
	case 1:
		return (PopplerRectangle){.x1 = height - box->y2, .y1 = box->x1, .x2 = height - box->y1, .y2 = box->x2};
	case 2:
		return (PopplerRectangle){.x1 = width - box->x2, .y1 = height - box->y2, .x2 = width - box->x1, .y2 = height - box->y1};
	case 3:
		return (PopplerRectangle){.x1 = box->y1, .y1 = width - box->x2, .x2 = box->y2, .y2 = width - box->x1};
	default:
		return *box;
	}
}

static void read_words(struct arena *arena, const struct layer *layer, int turns, double width, double height, struct page *ret)
{
	struct reader reader = {.arena = arena, .page = ret, .font = layer->fonts};
	const char *at = layer->text;
	for (guint i = 0; i < layer->n && *at != '\0'; i++) {
		const char *next = g_utf8_next_char(at);
		gunichar c = g_utf8_get_char(at);
		PopplerRectangle box = turned_box(&layer->boxes[i], turns, width, height);
		if (c == ' ' && reader.open && is_hair(&box) && i + 1 < layer->n) {
			at = next;
			continue;
		}
		if (c < 0x20 || viet_space_is(c))
			close_word(&reader);
		else if (c != 0xAD && c != 0xFFFD)
			add_character(&reader, at, next, &box, is_bold(&reader, (gint)i));
		at = next;
	}
	close_word(&reader);
}

/* --- which way the text runs --- */

/* Votes of characters beside each other in a word for the way from one to the next. */
static int turns_of(const struct layer *layer)
{
	long votes[4] = {0}; /* by how often the page must be turned: right, up, left, down */
	const char *at = layer->text;
	for (guint i = 0; i + 1 < layer->n && *at != '\0'; i++) {
		const char *next = g_utf8_next_char(at);
		bool in_word = (unsigned char)*at > ' ' && (unsigned char)*next > ' ';
		const PopplerRectangle *a = &layer->boxes[i], *b = &layer->boxes[i + 1];
		double across = b->x1 + b->x2 - a->x1 - a->x2, down = b->y1 + b->y2 - a->y1 - a->y2;
		at = next;
		if (!in_word || fabs(across) == fabs(down))
			continue;
		if (fabs(across) > fabs(down))
			votes[across > 0 ? 0 : 2]++;
		else
			votes[down > 0 ? 3 : 1]++;
	}
	int best = 0;
	for (int turns = 1; turns < 4; turns++)
		if (votes[turns] > 2 * votes[best] + 10)
			best = turns;
	return best;
}

int pdf_page_turns(PopplerPage *page)
{
	struct layer layer;
	layer_load(page, &layer);
	int turns = layer.n > 0 ? turns_of(&layer) : 0;
	layer_release(&layer);
	return turns;
}

/* --- rules --- */

cairo_surface_t *pdf_page_draw(PopplerPage *page, double dpi)
{
	double width, height, scale = dpi / POINTS_AN_INCH;
	poppler_page_get_size(page, &width, &height);
	width = ceil(width * scale);
	height = ceil(height * scale);
	if (!(width >= 1 && height >= 1 && width * height <= DRAW_PIXELS_MAX))
		return NULL;
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
	cairo_t *cairo = cairo_create(surface);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, scale, scale);
	poppler_page_render(page, cairo);
	bool failed = cairo_status(cairo) == CAIRO_STATUS_NO_MEMORY;
	cairo_destroy(cairo);
	cairo_surface_flush(surface);
	if (failed || cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
		cairo_surface_destroy(surface);
		return NULL;
	}
	return surface;
}

static uint8_t *darkness_of(struct arena *arena, cairo_surface_t *surface)
{
	int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
	int stride = cairo_image_surface_get_stride(surface);
	const unsigned char *data = cairo_image_surface_get_data(surface);
	uint8_t *dark = arena_alloc(arena, (size_t)width * (size_t)height);
	for (int y = 0; y < height; y++) {
		const uint32_t *row = (const uint32_t *)(const void *)(data + (size_t)y * (size_t)stride);
		for (int x = 0; x < width; x++) {
			uint32_t p = row[x], light = ((p >> 16 & 255) + 2 * (p >> 8 & 255) + (p & 255)) / 4;
			dark[(size_t)y * (size_t)width + (size_t)x] = (uint8_t)(255 - light);
		}
	}
	return dark;
}

static void read_rules(struct arena *arena, PopplerPage *page, double width, double height, struct page *ret)
{
	double dpi = RULES_DPI, most = sqrt(RULES_PIXELS_MAX / (width * height)) * POINTS_AN_INCH;
	dpi = floor(most < dpi ? most : dpi);
	cairo_surface_t *surface = dpi >= RULES_DPI_MIN ? pdf_page_draw(page, dpi) : NULL;
	if (surface == NULL)
		return;
	struct arena *scratch = arena_new();
	const struct page_picture picture = {.dark = darkness_of(scratch, surface),
	                                     .width = cairo_image_surface_get_width(surface),
	                                     .height = cairo_image_surface_get_height(surface),
	                                     .dpi = (int32_t)dpi};
	page_rules_find(arena, &picture, &ret->rules);
	arena_free(scratch);
	cairo_surface_destroy(surface);
}

void pdf_page_read(struct arena *arena, PopplerPage *page, struct page *ret)
{
	struct layer layer;
	double width, height;
	poppler_page_get_size(page, &width, &height);
	layer_load(page, &layer);
	int turns = layer.n > 0 ? turns_of(&layer) : 0;
	*ret = (struct page){.width = to_length(width), .height = to_length(height)};
	read_words(arena, &layer, turns, width, height, ret);
	layer_release(&layer);
	if (ret->words.n > 0)
		read_rules(arena, page, width, height, ret);
	struct page_word_vec words = ret->words; /* are upright already */
	ret->words.n = 0;
	page_turn(ret, turns);
	ret->words = words;
}
