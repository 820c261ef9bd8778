#include "base/test.h"

#include "feature/plan/plan_boxes.h"

/* Two lines of a left column, the first of a right one, and a word of the next page. */
static void fill(struct arena *arena, struct document *document)
{
	const struct document_word words[] = {
	    {.span = {0, 4}, .page = 1, .left = 1000, .top = 2000, .right = 1500, .bottom = 2150},
	    {.span = {5, 9}, .page = 1, .left = 1550, .top = 2010, .right = 2000, .bottom = 2160},
	    {.span = {10, 14}, .page = 1, .left = 1000, .top = 2200, .right = 1400, .bottom = 2350},
	    {.span = {15, 19}, .page = 1, .left = 5000, .top = 2200, .right = 5600, .bottom = 2350},
	    {.span = {20, 24}, .page = 2, .left = 5650, .top = 2200, .right = 9990, .bottom = 9995},
	    {.span = {25, 29}}, /* without a place */
	};
	*document = (struct document){0};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		VEC_PUSH(arena, &document->words, words[i]);
}

static void assert_box(const struct plan_box *box, uint32_t page, int left, int top, int right, int bottom)
{
	assert_int_equal(box->page, page);
	assert_int_equal(box->left, left);
	assert_int_equal(box->top, top);
	assert_int_equal(box->right, right);
	assert_int_equal(box->bottom, bottom);
}

static void each_line_of_each_column_and_page_has_its_box(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document document;
	struct plan_box_vec boxes = {0};
	fill(arena, &document);
	plan_boxes_add(arena, &document, 0, 29, &boxes);
	assert_int_equal(boxes.n, 4);
	assert_box(&boxes.at[0], 1, 975, 1997, 2025, 2163);
	assert_box(&boxes.at[1], 1, 975, 2197, 1425, 2353);
	assert_box(&boxes.at[2], 1, 4975, 2197, 5625, 2353);
	assert_box(&boxes.at[3], 2, 5625, 2197, 10000, 9998);
	arena_free(arena);
}

static void only_the_words_of_the_stretch_count(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document document;
	struct plan_box_vec boxes = {0};
	fill(arena, &document);
	plan_boxes_add(arena, &document, 6, 8, &boxes); /* within a word */
	assert_int_equal(boxes.n, 1);
	assert_box(&boxes.at[0], 1, 1525, 2007, 2025, 2163);
	plan_boxes_add(arena, &document, 4, 5, &boxes); /* between two */
	plan_boxes_add(arena, &document, 25, 90, &boxes);
	assert_int_equal(boxes.n, 1);
	plan_boxes_add(arena, &(struct document){0}, 0, 90, &boxes);
	assert_int_equal(boxes.n, 1);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(each_line_of_each_column_and_page_has_its_box),
	    cmocka_unit_test(only_the_words_of_the_stretch_count),
	};
	return TEST_RUN(cases);
}
