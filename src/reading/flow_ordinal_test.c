#include "reading/flow_ordinal.h"

#include "reading/testing.h"

/* The ordinals found in lines, with a star after those of groups. */
static struct str ordinals_of(struct arena *arena, const char *lines)
{
	const struct document document = testing_document(arena, str_of(lines));
	struct table_text text;
	struct flow_line_vec flow = {0};
	struct flow_ordinal_vec ordinals;
	struct str all = STR("");
	table_text_init(&text, arena, &document);
	for (uint32_t l = 0; l < text.lines.n; l++)
		VEC_PUSH(arena, &flow, (struct flow_line){.first = text.lines.at[l].first, .end = text.lines.at[l].end, .line = l});
	flow_ordinal_find(arena, &text, &flow, &ordinals);
	for (size_t i = 0; i < ordinals.n; i++)
		all = str_format(arena, "%.*s%s%.*s%s", STR_ARG(all), i > 0 ? " " : "", STR_ARG(ordinals.at[i].mark),
		                 ordinals.at[i].is_group ? "*" : "");
	return all;
}

static void ordinals_are_a_sequence(void **state)
{
	(void)state;
	static const struct {
		const char *lines, *ordinals;
	} cases[] = {
	    {"1.\nXây dựng kế hoạch\n2.\nTổ chức họp\n3.\nBáo cáo\n", "1 2 3"},
	    {"01 Xây dựng kế hoạch\n02 Tổ chức họp\n03 Báo cáo\n", "01 02 03"},
	    /* a stray number is no row, nor is a list inside a cell */
	    {"1 Xây dựng kế hoạch\n19\nngày 5\n2 Tổ chức họp\n02 cấp chính quyền\n3 Báo cáo\n", "1 2 3"},
	    {"7 Rà soát\n8 Sửa đổi\n1. Danh mục\n2. Biên bản\n9 Công bố\n10 Niêm yết\n11 Lưu trữ\n", "7 8 9 10 11"},
	    {"1 Xây dựng kế hoạch\n2 Tổ chức họp\n4 Báo cáo\n5 Lưu trữ\n", "1 2 4 5"},
	    {"I. CHUNG\n1 Xây dựng\n2 Tổ chức\nII. RIÊNG\n1 Báo cáo\n2 Lưu trữ\n", "I* 1 2 II* 1 2"},
	    {"A. CHUNG\n1 Xây dựng\n2 Tổ chức\nB. RIÊNG\n3 Báo cáo\n4 Lưu trữ\n", "A* 1 2 B* 3 4"},
	    {"1 Thể chế\n1.1 Rà soát\n1.2 Sửa đổi\n2 Bộ máy\n2.1 Sắp xếp\n", "1* 1.1 1.2 2* 2.1"},
	    {"I Xây dựng kế hoạch\nII TỔ CHỨC HỌP\nIII BÁO CÁO\n", "I II III"},
	    {"không có số nào\nở đây\n", ""},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(ordinals_of(arena, cases[i].lines), cases[i].ordinals);
	arena_free(arena);
}

static void marks_are_parsed(void **state)
{
	(void)state;
	struct flow_ordinal_mark mark;
	assert_true(flow_ordinal_parse(STR("12."), &mark));
	assert_int_equal(mark.major, 12);
	assert_true(mark.marked);
	assert_true(flow_ordinal_parse(STR("(3)"), &mark));
	assert_str(mark.text, "3");
	assert_true(flow_ordinal_parse(STR("2.10"), &mark));
	assert_int_equal(mark.minor, 10);
	assert_true(flow_ordinal_parse(STR("XIV)"), &mark));
	assert_int_equal(mark.kind, ORDINAL_ROMAN);
	assert_int_equal(mark.major, 14);
	static const char *const none[] = {"", ".", "1a", "-1", "1..2", "Một", "IIII.X", "123456789", "()"};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_false(flow_ordinal_parse(str_of(none[i]), &mark));
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(ordinals_are_a_sequence),
	    cmocka_unit_test(marks_are_parsed),
	};
	return TEST_RUN(cases);
}
