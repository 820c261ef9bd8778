#include "reading/lines.h"

#include "reading/testing.h"

struct fixture {
	struct arena *arena;
	struct document document;
	struct lines lines;
};

static void read(struct fixture *f, const char *text)
{
	struct table_vec none = {0};
	f->arena = arena_new();
	f->document = testing_document(f->arena, str_of(text));
	f->lines = lines_of(f->arena, &f->document, &none);
}

static struct str text_of(const struct fixture *f, size_t i)
{
	assert_true(i < f->lines.paragraphs.n);
	return f->lines.paragraphs.at[i].text;
}

static void marks_are_told_from_words(void **state)
{
	static const struct {
		const char *line;
		enum lines_mark mark;
		const char *number, *content;
	} cases[] = {
	    {"- Tin bài", LINES_BULLET, "", "Tin bài"},
	    {"–Tin bài", LINES_BULLET, "", "Tin bài"},
	    {"+ Tin bài", LINES_BULLET, "", "Tin bài"},
	    {"-5 độ", LINES_PLAIN, "", "-5 độ"},
	    {"---", LINES_PLAIN, "", "---"},
	    {"I. MỤC TIÊU", LINES_ROMAN, "I", "MỤC TIÊU"},
	    {"XIV/ Kinh phí", LINES_ROMAN, "XIV", "Kinh phí"},
	    {"I.MỤC TIÊU", LINES_ROMAN, "I", "MỤC TIÊU"},
	    {"V. 2026", LINES_PLAIN, "", "V. 2026"},
	    {"1. Mục tiêu", LINES_NUMBER, "1", "Mục tiêu"},
	    {"12) Mục tiêu", LINES_NUMBER, "12", "Mục tiêu"},
	    {"2. 100% số xã", LINES_NUMBER, "2", "100% số xã"},
	    {"1.Mục tiêu", LINES_NUMBER, "1", "Mục tiêu"},
	    {"3/ Mục tiêu", LINES_NUMBER, "3", "Mục tiêu"},
	    {"2.1. Mục tiêu", LINES_DECIMAL, "2.1", "Mục tiêu"},
	    {"2.1 Mục tiêu", LINES_DECIMAL, "2.1", "Mục tiêu"},
	    {"2026. Tiếp tục", LINES_PLAIN, "", "2026. Tiếp tục"},
	    {"15/7/2021 của", LINES_PLAIN, "", "15/7/2021 của"},
	    {"100 người", LINES_PLAIN, "", "100 người"},
	    {"3/KH-UBND", LINES_PLAIN, "", "3/KH-UBND"},
	    {"a) Nội dung", LINES_LETTER, "a", "Nội dung"},
	    {"đ) Nội dung", LINES_LETTER, "đ", "Nội dung"},
	    {"A. MỤC TIÊU", LINES_CAPITAL, "A", "MỤC TIÊU"},
	    {"C. Mác", LINES_PLAIN, "", "C. Mác"},
	    {"Điều 5. Hiệu lực", LINES_ARTICLE, "5", "Hiệu lực"},
	    {"Chương II", LINES_PART, "Chương II", ""},
	    {"PHẦN THỨ NHẤT", LINES_PART, "PHẦN THỨ NHẤT", ""},
	    {"Điều 5 Luật này", LINES_PLAIN, "", "Điều 5 Luật này"},
	    {"Mục tiêu chung", LINES_PLAIN, "", "Mục tiêu chung"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct str number, line = str_of(cases[i].line);
		uint32_t content;
		assert_int_equal(lines_mark_of(line, &number, &content), cases[i].mark);
		assert_str(number, cases[i].number);
		assert_str(str_from(line, content), cases[i].content);
	}
}

static void wrapped_lines_become_one_paragraph(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, "- Bảo đảm mọi người trong cơ quan đều hiểu rõ các nhiệm vụ của\n"
	         "năm và cùng nhau hoàn thành trước thời hạn được giao.\n"
	         "- Mỗi phòng cử một người theo dõi, đôn đốc và báo cáo về Văn phòng\n"
	         "Sở hằng tháng.\n");
	assert_int_equal(f.lines.paragraphs.n, 2);
	assert_str(text_of(&f, 0), "- Bảo đảm mọi người trong cơ quan đều hiểu rõ các nhiệm vụ của năm và cùng nhau hoàn thành trước "
	                           "thời hạn được giao.");
	assert_str(text_of(&f, 1), "- Mỗi phòng cử một người theo dõi, đôn đốc và báo cáo về Văn phòng Sở hằng tháng.");
	arena_free(f.arena);
}

static void headings_do_not_swallow_what_follows(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, "I. MỤC TIÊU\nNăm nay mỗi cơ quan phải công khai đủ thủ tục của mình trên mạng.\n"
	         "2. Hình thức\nĐăng trên trang của cơ quan và niêm yết tại nơi tiếp người dân.\n");
	assert_int_equal(f.lines.paragraphs.n, 4);
	assert_true(f.lines.paragraphs.at[0].capitals);
	assert_str(text_of(&f, 2), "2. Hình thức");
	arena_free(f.arena);
}

static void cut_numbers_and_addresses_are_closed_up(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, "Thực hiện nhiệm vụ được giao tại Kế hoạch số 15/KH-\nUBND của tỉnh và đăng trên https://cchc.vidu\n.vn/tin-tuc/ "
	         "của Sở\n");
	assert_int_equal(f.lines.paragraphs.n, 1);
	assert_str(text_of(&f, 0), "Thực hiện nhiệm vụ được giao tại Kế hoạch số 15/KH-UBND của tỉnh và đăng trên "
	                           "https://cchc.vidu.vn/tin-tuc/ của Sở");
	arena_free(f.arena);
}

static void page_furniture_is_left_out(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, "- Bảo đảm mọi người trong cơ quan đều hiểu rõ các nhiệm vụ của\n12\n\fTrang 3/10\nnăm nay.\n"
	         "______\n- Nâng cao chất lượng tin bài về công tác cải cách của ngành;\nhttps://vidu.vn/\nxây dựng chuyên mục.\n");
	assert_int_equal(f.lines.paragraphs.n, 2);
	assert_str(text_of(&f, 0), "- Bảo đảm mọi người trong cơ quan đều hiểu rõ các nhiệm vụ của năm nay.");
	assert_str(text_of(&f, 1), "- Nâng cao chất lượng tin bài về công tác cải cách của ngành; xây dựng chuyên mục.");
	assert_int_equal(f.lines.loose_urls.n, 1);
	arena_free(f.arena);
}

static void running_headers_are_left_out(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, "Mở đầu.\n\fSỞ VÍ DỤ\nHai.\n\fSỞ VÍ DỤ\nBa.\n\fSỞ VÍ DỤ\nBốn.\n");
	assert_int_equal(f.lines.paragraphs.n, 4);
	assert_str(text_of(&f, 3), "Bốn.");
	arena_free(f.arena);
}

static void a_part_of_a_paragraph_knows_its_places(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, "- Bảo đảm mọi người trong cơ quan đều hiểu rõ các nhiệm vụ của\nnăm nay.\n");
	const struct lines_paragraph *p = &f.lines.paragraphs.at[0];
	size_t begin = str_find(p->text, STR("nhiệm vụ"), 0), end = str_find(p->text, STR(" nay"), 0);
	struct reading_field field = lines_field(f.arena, p, begin, end, 90);
	assert_str(field.text, "nhiệm vụ của năm");
	assert_str(document_span_text(&f.document, field.span), "nhiệm vụ của");
	assert_int_equal(field.n_more, 1);
	assert_str(document_span_text(&f.document, field.more[0]), "năm");
	assert_str(lines_content(p), "Bảo đảm mọi người trong cơ quan đều hiểu rõ các nhiệm vụ của năm nay.");
	assert_int_equal(lines_field(f.arena, p, 3, 3, 90).text.len, 0);
	arena_free(f.arena);
}

static void where_all_is_in_capitals_lines_are_joined_as_elsewhere(void **state)
{
	enum { ITEMS = 20 };
	struct fixture f;
	struct arena *arena = arena_new();
	struct str text = STR("");
	(void)state;
	for (int i = 1; i <= ITEMS; i++)
		text = str_format(arena, "%.*s- MỤC THỨ %d.\n", STR_ARG(text), i);
	text = str_format(
	    arena,
	    "%.*sTHỰC HIỆN CÔNG VĂN SỐ 5/UBND-NC CỦA ỦY BAN NHÂN DÂN THÀNH PHỐ VÀ CÁC CƠ QUAN\nTRÊN ĐỊA BÀN, XÃ BAN HÀNH KẾ HOẠCH:\n"
	    "1. PHÒNG VĂN HÓA BÁO CÁO ỦY BAN NHÂN DÂN\nXÃ TRƯỚC NGÀY 20.\n",
	    STR_ARG(text));
	read(&f, str_cstr(arena, text));
	assert_str(
	    text_of(&f, ITEMS),
	    "THỰC HIỆN CÔNG VĂN SỐ 5/UBND-NC CỦA ỦY BAN NHÂN DÂN THÀNH PHỐ VÀ CÁC CƠ QUAN TRÊN ĐỊA BÀN, XÃ BAN HÀNH KẾ HOẠCH:");
	assert_str(text_of(&f, ITEMS + 1), "1. PHÒNG VĂN HÓA BÁO CÁO ỦY BAN NHÂN DÂN XÃ TRƯỚC NGÀY 20.");
	arena_free(f.arena);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(marks_are_told_from_words),
	    cmocka_unit_test(wrapped_lines_become_one_paragraph),
	    cmocka_unit_test(headings_do_not_swallow_what_follows),
	    cmocka_unit_test(cut_numbers_and_addresses_are_closed_up),
	    cmocka_unit_test(page_furniture_is_left_out),
	    cmocka_unit_test(running_headers_are_left_out),
	    cmocka_unit_test(a_part_of_a_paragraph_knows_its_places),
	    cmocka_unit_test(where_all_is_in_capitals_lines_are_joined_as_elsewhere),
	};
	return TEST_RUN(tests);
}
