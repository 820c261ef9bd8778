#include "document/markdown.h"

#include "base/test.h"

static void headings_lose_their_marks(void **state)
{
	static const struct {
		const char *line, *title;
		int level;
	} cases[] = {
	    {"# KẾ HOẠCH", "KẾ HOẠCH", 1},   {"### II. NỘI DUNG ###", "II. NỘI DUNG", 3},
	    {"##\tMục tiêu", "Mục tiêu", 2}, {"# C#", "C#", 1},
	    {"#hashtag", "#hashtag", 0},     {"#######  Bảy", "#######  Bảy", 0},
	    {"Mục #1", "Mục #1", 0},         {"#", "#", 0},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct str line = str_of(cases[i].line);
		assert_int_equal(markdown_heading(&line), cases[i].level);
		assert_str(line, cases[i].title);
	}
}

static void marks_go_and_text_stays(void **state)
{
	static const struct {
		const char *given, *expected;
		bool emphasised;
	} cases[] = {
	    {"**KẾ HOẠCH**", "KẾ HOẠCH", true},
	    {"**I.** **MỤC TIÊU**", "I. MỤC TIÊU", true},
	    {"**1. Mục tiêu:** nâng cao nhận thức", "1. Mục tiêu: nâng cao nhận thức", false},
	    {"***Yêu cầu***", "Yêu cầu", true},
	    {"*(Kèm theo Kế hoạch số 01)*", "(Kèm theo Kế hoạch số 01)", false},
	    {"_Nơi nhận:_", "Nơi nhận:", false},
	    {"* Ghi chú: gạch đầu dòng", "* Ghi chú: gạch đầu dòng", false},
	    {"(**) Số liệu ước tính", "(**) Số liệu ước tính", false},
	    {"2 ** 3 ** 4", "2 ** 3 ** 4", false},
	    {"Số: ____/KH-TTDN", "Số: ____/KH-TTDN", false},
	    {"__________", "__________", false},
	    {"Tại <https://lamgiang.example/cchc> và <a@b.vn>", "Tại https://lamgiang.example/cchc và a@b.vn", false},
	    {"a < b và c > d, <br> còn nguyên", "a < b và c > d, <br> còn nguyên", false},
	    {"1\\. Mục tiêu \\| yêu cầu", "1. Mục tiêu | yêu cầu", false},
	    {"C:\\plan", "C:\\plan", false},
	    {"\\**không đậm**", "**không đậm**", false},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct buf out;
		buf_init(&out, arena, 1000);
		bool bold = false;
		assert_int_equal(markdown_clean(&out, str_of(cases[i].given), (struct str){0}, &bold), cases[i].emphasised);
		assert_str(buf_str(&out), cases[i].expected);
		assert_false(bold);
	}
	arena_free(arena);
}

static void a_bold_may_run_on_over_two_lines(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct buf out;
	buf_init(&out, arena, 1000);
	bool bold = false;
	assert_true(markdown_clean(&out, STR("**Tuyên truyền cải cách"), STR("hành chính năm 2026**\n\nTiếp"), &bold));
	assert_true(bold);
	assert_true(markdown_clean(&out, STR("hành chính năm 2026**"), STR("\nTiếp"), &bold));
	assert_false(bold);
	assert_str(buf_str(&out), "Tuyên truyền cải cáchhành chính năm 2026");
	buf_cut(&out, 0);
	/* After a blank line it is another paragraph, and the marks are text. */
	assert_false(markdown_clean(&out, STR("**Chú ý"), STR("\nđoạn khác**"), &bold));
	assert_false(bold);
	assert_str(buf_str(&out), "**Chú ý");
	arena_free(arena);
}

static void rows_are_cut_at_pipes_that_are_not_escaped(void **state)
{
	static const struct {
		const char *row;
		bool is_row;
		size_t n;
		const char *cells[4];
	} cases[] = {
	    {"| 1 | Việc |", true, 2, {" 1 ", " Việc "}},
	    {"|1|Việc", true, 2, {"1", "Việc"}},
	    {"| a \\| b | c |", true, 2, {" a \\| b ", " c "}},
	    {"| | | |", true, 3, {" ", " ", " "}},
	    {"| một mình", false, 0, {0}},
	    {"một | hai", false, 0, {0}},
	    {"|", false, 0, {0}},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct str row = str_of(cases[i].row), cell;
		assert_int_equal(markdown_is_row(row), cases[i].is_row);
		if (!cases[i].is_row)
			continue;
		struct str rest = markdown_row_start(row);
		size_t n = 0;
		while (markdown_row_next(&rest, &cell)) {
			assert_true(n < cases[i].n);
			assert_str(cell, cases[i].cells[n++]);
		}
		assert_int_equal(n, cases[i].n);
	}
}

static void the_line_under_a_tables_head_is_known(void **state)
{
	(void)state;
	assert_true(markdown_is_separator(STR("|-----|--|---|"), 2));
	assert_true(markdown_is_separator(STR("| :--- | :-: | ---: |"), 2));
	assert_true(markdown_is_separator(STR("|-|-|"), 1));
	assert_false(markdown_is_separator(STR("|-|-|"), 2));
	assert_false(markdown_is_separator(STR("| 1 | -- |"), 2));
	assert_false(markdown_is_separator(STR("| | |"), 1));
	assert_false(markdown_is_separator(STR("|:|:|"), 1));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(headings_lose_their_marks),
	    cmocka_unit_test(marks_go_and_text_stays),
	    cmocka_unit_test(a_bold_may_run_on_over_two_lines),
	    cmocka_unit_test(rows_are_cut_at_pipes_that_are_not_escaped),
	    cmocka_unit_test(the_line_under_a_tables_head_is_known),
	};
	return TEST_RUN(cases);
}
