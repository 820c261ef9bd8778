#include "format/page_rules.h"

#include "base/test.h"

enum { WIDTH = 400, HEIGHT = 300, DPI = 100, INK = 200 };

static uint8_t *blank(struct arena *arena)
{
	return arena_zalloc(arena, (size_t)WIDTH * HEIGHT);
}

static void fill(uint8_t *dark, int left, int top, int right, int bottom)
{
	for (int y = top; y < bottom; y++)
		for (int x = left; x < right; x++)
			dark[y * WIDTH + x] = INK;
}

static struct page_rule_vec find(struct arena *arena, const uint8_t *dark, bool is_rough)
{
	struct page_rule_vec rules = {0};
	const struct page_picture picture = {.dark = dark, .width = WIDTH, .height = HEIGHT, .dpi = DPI, .is_rough = is_rough};
	page_rules_find(arena, &picture, &rules);
	return rules;
}

static void thin_lines_are_rules(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	uint8_t *dark = blank(arena);
	fill(dark, 50, 100, 250, 101);
	fill(dark, 50, 100, 52, 200);
	struct page_rule_vec rules = find(arena, dark, false);
	assert_int_equal(rules.n, 2);
	assert_false(rules.at[0].is_vertical);
	assert_int_equal(rules.at[0].from, 50 * 72);
	assert_int_equal(rules.at[0].to, 250 * 72);
	assert_int_equal(rules.at[0].at, 100 * 72 + 36);
	assert_true(rules.at[1].is_vertical);
	assert_int_equal(rules.at[1].to, 200 * 72);
	arena_free(arena);
}

static void blocks_and_strokes_of_letters_are_none(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	uint8_t *dark = blank(arena);
	fill(dark, 50, 100, 250, 140);
	for (int letter = 0; letter < 20; letter++)
		fill(dark, 50 + letter * 12, 200, 52 + letter * 12, 213);
	assert_int_equal(find(arena, dark, false).n, 0);
	arena_free(arena);
}

static void the_pieces_of_a_wavering_line_are_one_rule(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	uint8_t *dark = blank(arena);
	fill(dark, 20, 100, 120, 101);
	fill(dark, 122, 101, 220, 102);
	fill(dark, 221, 102, 360, 103);
	struct page_rule_vec rules = find(arena, dark, true);
	assert_int_equal(rules.n, 1);
	assert_int_equal(rules.at[0].from, 20 * 72);
	assert_int_equal(rules.at[0].to, 360 * 72);
	arena_free(arena);
}

static void a_double_border_is_one_rule(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	uint8_t *dark = blank(arena);
	fill(dark, 20, 100, 300, 101);
	fill(dark, 20, 103, 300, 104);
	assert_int_equal(find(arena, dark, false).n, 1);
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(thin_lines_are_rules),
	    cmocka_unit_test(blocks_and_strokes_of_letters_are_none),
	    cmocka_unit_test(the_pieces_of_a_wavering_line_are_one_rule),
	    cmocka_unit_test(a_double_border_is_one_rule),
	};
	return TEST_RUN(cases);
}
