#include "document/text_reader.h"

#include <string.h>

#include "base/test.h"

static const struct message_catalogue english = {.language = "en"};

static struct document read_ok(struct arena *arena, struct str bytes)
{
	struct document document = {0};
	struct message problem = {0};
	assert_rc(text_reader_read(arena, bytes, &document, &problem), RC_OK);
	assert_null(problem.id);
	return document;
}

static struct str block_text(const struct document *document, size_t i)
{
	assert_true(i < document->blocks.n);
	return document_span_text(document, document->blocks.at[i].span);
}

static struct str cell_text(const struct document *document, size_t i, uint32_t cell)
{
	assert_true(i < document->blocks.n && cell < document->blocks.at[i].n_cells);
	return document_span_text(document, document->blocks.at[i].cells[cell].span);
}

static void lines_know_their_place(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document d = read_ok(arena, STR("  KẾ HOẠCH \n\n\nTuyên truyền\t\n\u00a0\u00a0- Mục tiêu\u00a0\n \n"));
	assert_int_equal(d.blocks.n, 3);
	static const struct {
		const char *text;
		uint32_t line, blank_before, indent;
	} expected[] = {{"KẾ HOẠCH", 1, 0, 2}, {"Tuyên truyền", 4, 2, 0}, {"- Mục tiêu", 5, 0, 2}};
	for (size_t i = 0; i < 3; i++) {
		const struct document_block *block = &d.blocks.at[i];
		assert_str(block_text(&d, i), expected[i].text);
		assert_int_equal(block->kind, DOCUMENT_LINE);
		assert_int_equal(block->line, expected[i].line);
		assert_int_equal(block->blank_before, expected[i].blank_before);
		assert_int_equal(block->indent, expected[i].indent);
		assert_false(block->page_before);
		assert_false(block->emphasised);
	}
	arena_free(arena);
}

static void line_ends_and_byte_order_marks_of_every_kind_are_read_alike(void **state)
{
	static const char *const cases[] = {"một\nhai\n\nba", "một\r\nhai\r\n\r\nba", "một\rhai\r\rba\r",
	                                    "\xef\xbb\xbfmột\nhai\n\nba\n"};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct document d = read_ok(arena, str_of(cases[i]));
		assert_int_equal(d.blocks.n, 3);
		assert_str(block_text(&d, 0), "một");
		assert_str(block_text(&d, 2), "ba");
		assert_int_equal(d.blocks.at[2].line, 4);
		assert_int_equal(d.blocks.at[2].blank_before, 1);
		assert_true(str_has_prefix(d.text, STR("một\nhai\n\nba")));
	}
	arena_free(arena);
}

static void a_form_feed_begins_a_page(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document d = read_ok(arena, STR("trang 1\n\n\f2\n\ntrang 2\fcuối"));
	assert_int_equal(d.blocks.n, 4);
	assert_false(d.blocks.at[0].page_before);
	assert_str(block_text(&d, 1), "2");
	assert_true(d.blocks.at[1].page_before);
	assert_int_equal(d.blocks.at[1].blank_before, 1);
	assert_false(d.blocks.at[2].page_before);
	assert_str(block_text(&d, 2), "trang 2");
	assert_str(block_text(&d, 3), "cuối");
	assert_true(d.blocks.at[3].page_before);
	assert_int_equal(d.blocks.at[3].line, 5);
	arena_free(arena);
}

static void decomposed_letters_are_composed_and_spans_follow(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document d = read_ok(arena, STR("Ke\u0302\u0301 hoa\u0323ch\nTha\u0301ng 8"));
	assert_str(d.text, "Kế hoạch\nTháng 8");
	assert_str(block_text(&d, 1), "Tháng 8");
	arena_free(arena);
}

static void pipe_tables_become_rows(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document d = read_ok(arena, STR("Phụ lục\n\n"
	                                       "| **STT** | **Nhiệm vụ** | **Tiến độ** |\n"
	                                       "|---|:---:|---|\n"
	                                       "| 1 | Đăng tin \\| bài<br>hằng tuần | Quý I |\n"
	                                       "| | nối dòng |\n"
	                                       "|2|**Tập huấn** cho xã|Tháng 6|thừa\n"
	                                       "\n"
	                                       "Nơi nhận:"));
	assert_int_equal(d.blocks.n, 6);
	assert_int_equal(d.blocks.at[1].kind, DOCUMENT_ROW);
	assert_int_equal(d.blocks.at[1].n_cells, 3);
	assert_true(d.blocks.at[1].emphasised);
	assert_str(cell_text(&d, 1, 1), "Nhiệm vụ");
	assert_str(block_text(&d, 1), "| STT | Nhiệm vụ | Tiến độ |");
	assert_int_equal(d.blocks.at[2].line, 5);
	assert_false(d.blocks.at[2].emphasised);
	assert_str(cell_text(&d, 2, 1), "Đăng tin | bài<br>hằng tuần");
	assert_int_equal(d.blocks.at[3].n_cells, 2);
	assert_str(cell_text(&d, 3, 0), "");
	assert_int_equal(d.blocks.at[4].n_cells, 4);
	assert_false(d.blocks.at[4].emphasised);
	assert_str(cell_text(&d, 4, 1), "Tập huấn cho xã");
	assert_str(cell_text(&d, 4, 3), "thừa");
	assert_int_equal(d.blocks.at[5].kind, DOCUMENT_LINE);
	assert_int_equal(d.blocks.at[5].blank_before, 1);
	arena_free(arena);
}

static void a_row_of_single_dashes_is_a_row_unless_under_a_head(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document d = read_ok(arena, STR("|STT|Việc|\n|-|-|\n|1|Họp|\n|-|-|\n"));
	assert_int_equal(d.blocks.n, 3);
	assert_str(cell_text(&d, 2, 0), "-");
	arena_free(arena);
}

static void lines_with_tabs_become_rows(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document d = read_ok(arena, STR("SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	                                       "\t\tKẾ HOẠCH\n"
	                                       "TT\t Nhiệm vụ \tThời gian\tChủ trì\n"
	                                       "1\tTập huấn\tQuý I\t\n"
	                                       "\tcho cộng tác viên\t\t\n"
	                                       "Nơi nhận:\t\tGIÁM ĐỐC\n"));
	static const enum document_block_kind kinds[] = {DOCUMENT_LINE, DOCUMENT_LINE, DOCUMENT_ROW,
	                                                 DOCUMENT_ROW,  DOCUMENT_ROW,  DOCUMENT_LINE};
	assert_int_equal(d.blocks.n, 6);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(d.blocks.at[i].kind, kinds[i]);
	assert_str(cell_text(&d, 2, 1), "Nhiệm vụ");
	assert_int_equal(d.blocks.at[3].n_cells, 4);
	assert_str(cell_text(&d, 3, 3), "");
	assert_str(cell_text(&d, 4, 0), "");
	assert_str(cell_text(&d, 4, 1), "cho cộng tác viên");
	assert_str(block_text(&d, 5), "Nơi nhận:\t\tGIÁM ĐỐC");
	arena_free(arena);
}

static void emphasis_is_known_and_its_marks_are_gone(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document d = read_ok(arena, STR("# KẾ HOẠCH\n**Tuyên truyền cải cách\nhành chính năm 2026**\n\n**1.** Mục tiêu\n#\n"
	                                       "Xem <https://lamgiang.example/>"));
	static const struct {
		const char *text;
		bool emphasised;
	} expected[] = {
	    {"KẾ HOẠCH", true}, {"Tuyên truyền cải cách", true},         {"hành chính năm 2026", true}, {"1. Mục tiêu", false},
	    {"#", false},       {"Xem https://lamgiang.example/", false}};
	assert_int_equal(d.blocks.n, 6);
	for (size_t i = 0; i < 6; i++) {
		assert_str(block_text(&d, i), expected[i].text);
		assert_int_equal(d.blocks.at[i].emphasised, expected[i].emphasised);
	}
	arena_free(arena);
}

static void an_old_encoding_is_converted_and_told_of(void **state)
{
	struct arena *arena = arena_new();
	struct document d = {0};
	struct message problem = {0};
	(void)state;
	/* "KẾ HOẠCH" and "cải cách hành chính" in TCVN3 */
	assert_rc(text_reader_read(arena,
	                           STR("K\xd5 ho\xb9"
	                               "ch\nc\xb6i c\xb8"
	                               "ch h\xb5nh ch\xddnh"),
	                           &d, &problem),
	          RC_OK);
	assert_str(document_span_text(&d, d.blocks.at[1].span), "cải cách hành chính");
	assert_int_equal(d.warnings.n, 1);
	assert_str(d.warnings.at[0].args[0], "TCVN3 (ABC)");
	assert_rc(text_reader_read(arena, STR("\xff\xfeK\0\xbf\x1e"), &d, &problem), RC_OK);
	assert_str(document_span_text(&d, d.blocks.at[0].span), "Kế");
	assert_int_equal(d.warnings.n, 0);
	arena_free(arena);
}

static void what_is_not_text_is_refused_with_advice(void **state)
{
	static const struct {
		struct str bytes;
		enum rc rc;
		const char *words;
	} cases[] = {
	    {STR_INIT(""), RC_INVALID, "The file is empty"},
	    {STR_INIT("\xef\xbb\xbf"), RC_INVALID, "The file is empty"},
	    {STR_INIT(" \r\n\t\u00a0\n"), RC_INVALID, "only white space"},
	    {STR_INIT("PK\x03\x04\x14"), RC_INVALID, "a packed archive (ZIP)"},
	    {STR_INIT("Rar!\x1a\x07"), RC_INVALID, "a packed archive (RAR)"},
	    {STR_INIT("MZ\x90\0\x03\0"), RC_INVALID, "This file is a program"},
	    {STR_INIT("\x7f"
	              "ELF\x02\x01"),
	     RC_INVALID, "This file is a program"},
	    {STR_INIT("\xff\xfe \0"), RC_INVALID, "only white space"},
	    {STR_INIT("một\nhai\0ba"), RC_INVALID, "control character in line 2"},
	    {STR_INIT("m\x7f"), RC_INVALID, "control character in line 1"},
	    {STR_INIT("một\r\nhai\rK\xd5 ho\xb9"
	              "ch"),
	     RC_INVALID, "Line 3 is not UTF-8"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct document d = {0};
		struct message problem = {0};
		assert_rc(text_reader_read(arena, cases[i].bytes, &d, &problem), cases[i].rc);
		struct str words = message_format(arena, &english, &problem);
		if (!str_contains(words, str_of(cases[i].words)))
			fail_msg("case %zu says: %.*s", i, STR_ARG(words));
		assert_int_equal(d.blocks.n, 0);
	}
	arena_free(arena);
}

static void too_much_text_is_refused(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	size_t n = TEXT_READER_MAX_LINES + 1;
	char *lines = arena_alloc(arena, n * 2);
	for (size_t i = 0; i < n; i++)
		memcpy(lines + i * 2, "a\n", 2);
	struct document d = {0};
	struct message problem = {0};
	assert_rc(text_reader_read(arena, (struct str){.ptr = lines, .len = n * 2}, &d, &problem), RC_LIMIT);
	assert_str(problem.args[0], "200000");
	d = read_ok(arena, (struct str){.ptr = lines, .len = (n - 1) * 2 - 1});
	assert_int_equal(d.blocks.n, n - 1);
	size_t len = TEXT_READER_MAX_LINE_BYTES + 1;
	char *line = arena_alloc(arena, len);
	memset(line, 'a', len);
	assert_rc(text_reader_read(arena, (struct str){.ptr = line, .len = len}, &d, &problem), RC_LIMIT);
	assert_str(problem.args[0], "1");
	d = read_ok(arena, (struct str){.ptr = line, .len = len - 1});
	assert_int_equal(d.blocks.n, 1);
	arena_free(arena);
}

static void lost_characters_are_told_of(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document d = read_ok(arena, STR("một\nh\xef\xbf\xbdi ba\xef\xbf\xbd\n"));
	assert_int_equal(d.warnings.n, 1);
	assert_str(d.warnings.at[0].args[0], "2");
	assert_str(d.warnings.at[0].args[1], "2");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(lines_know_their_place),
	    cmocka_unit_test(line_ends_and_byte_order_marks_of_every_kind_are_read_alike),
	    cmocka_unit_test(a_form_feed_begins_a_page),
	    cmocka_unit_test(decomposed_letters_are_composed_and_spans_follow),
	    cmocka_unit_test(pipe_tables_become_rows),
	    cmocka_unit_test(a_row_of_single_dashes_is_a_row_unless_under_a_head),
	    cmocka_unit_test(lines_with_tabs_become_rows),
	    cmocka_unit_test(emphasis_is_known_and_its_marks_are_gone),
	    cmocka_unit_test(an_old_encoding_is_converted_and_told_of),
	    cmocka_unit_test(what_is_not_text_is_refused_with_advice),
	    cmocka_unit_test(too_much_text_is_refused),
	    cmocka_unit_test(lost_characters_are_told_of),
	};
	return TEST_RUN(cases);
}
