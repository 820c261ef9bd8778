#include "format/docx.h"

#include "format/testing.h"

#define BODY(content)                                                                                                            \
	"<w:document xmlns:w=\"w\" xmlns:mc=\"m\" xmlns:wps=\"s\" xmlns:v=\"v\"><w:body>" content "</w:body></w:document>"
#define P(text)  "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define TC(text) "<w:tc>" P(text) "</w:tc>"

static struct str package(struct arena *arena, const char *document, const char *name, const char *content)
{
	const struct testing_file files[] = {{"word/document.xml", str_of(document)}, {name, str_of(content)}};
	return testing_zip(arena, files, name != NULL ? 2 : 1);
}

static void check(const char *document, const char *name, const char *content, const char *expected)
{
	struct arena *arena = arena_new();
	struct document got = {0};
	struct message problem = {0};
	struct str bytes = package(arena, document, name, content);
	assert_true(docx_format.score(bytes) > 0);
	assert_rc(testing_read(arena, &docx_format, bytes, &got, &problem), RC_OK);
	assert_str(testing_dump(arena, &got), expected);
	arena_free(arena);
}

static void refuse(struct str bytes, enum rc rc, const char *words)
{
	struct arena *arena = arena_new();
	struct document got;
	struct message problem = {0};
	assert_rc(testing_read(arena, &docx_format, bytes, &got, &problem), rc);
	if (!str_contains(str_of(problem.id), str_of(words)))
		fail_msg("said: %s", problem.id);
	arena_free(arena);
}

static void paragraphs_are_lines_and_bold_ones_emphasised(void **state)
{
	(void)state;
	check(BODY("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>KẾ HOẠCH</w:t></w:r></w:p>" P(
	          "Thực hiện") "<w:p><w:r><w:t xml:space=\"preserve\">một </w:t>"
	                       "<w:tab/><w:t>hai</w:t><w:br/><w:t>ba</w:t></w:r></w:p><w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Điều "
	                       "đó</w:t></w:r></w:p>"),
	      NULL, NULL, "* KẾ HOẠCH\nThực hiện\nmột \thai\nba\nĐIỀU ĐÓ\n");
}

static void text_comes_composed_and_without_what_is_no_character(void **state)
{
	(void)state;
	check(BODY(P("Kế hoạch&#x85;")), NULL, NULL, "Kế hoạch\n");
}

static void tracked_changes_are_accepted(void **state)
{
	(void)state;
	check(BODY("<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>"
	           "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>một </w:t></w:r></w:p>" P(
	               "đoạn") "<w:p><w:moveFrom><w:r><w:t>chuyển "
	                       "đi</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"),
	      NULL, NULL, "mới\nmột đoạn\n");
}

static void numbers_that_word_counts_stand_before_the_text(void **state)
{
#define ITEM(level, text)                                                                                                        \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" text                  \
	"</w:t></w:r></w:p>"
#define LEVEL(i, format, text)                                                                                                   \
	"<w:lvl w:ilvl=\"" i "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
	static const char numbering[] =
	    "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\">" LEVEL("0", "upperRoman", "%1.")
	        LEVEL("1", "decimal", "%2.") LEVEL("2", "decimal", "%2.%3.") LEVEL("3", "lowerLetter", "%4)")
	            LEVEL("4", "bullet",
	                  "\xef\x80\xad") "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";
	(void)state;
	check(BODY(ITEM("0", "MỤC TIÊU") ITEM("1", "Chung") ITEM("1", "Riêng") ITEM("2", "Trong") ITEM("2", "Sau") ITEM("3", "chữ")
	               ITEM("4", "gạch") ITEM("0", "TỔ CHỨC") ITEM("1", "Lại từ đầu")),
	      "word/numbering.xml", numbering,
	      "I. MỤC TIÊU\n1. Chung\n2. Riêng\n2.1. Trong\n2.2. Sau\na) chữ\n- gạch\nII. TỔ CHỨC\n1. Lại từ đầu\n");
}

static void a_number_alone_in_a_cell_is_its_text(void **state)
{
	static const char numbering[] = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\">" LEVEL(
	    "0", "decimal", "%1.") "</w:abstractNum>"
	                           "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";
	(void)state;
	check(BODY("<w:tbl><w:tr>" TC("TT") TC("Việc") TC("Hạn") "</w:tr><w:tr><w:tc>" ITEM("0", "") "</w:tc>" TC("Họp")
	               TC("Quý I") "</w:tr><w:tr><w:tc>" ITEM("0", "") "</w:tc>" TC("Tin")
	                   TC("Quý II") "</w:tr></w:tbl>" ITEM("0", "") ITEM("0", "sau")),
	      "word/numbering.xml", numbering, "TT | Việc | Hạn\n1. | Họp | Quý I\n2. | Tin | Quý II\n4. sau\n");
}

static void a_style_brings_bold_and_numbers(void **state)
{
	static const char styles[] =
	    "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:rPr><w:b/></w:rPr></w:style>"
	    "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:basedOn w:val=\"Base\"/></w:style></w:styles>";
	(void)state;
	check(BODY("<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>đậm</w:t></w:r></w:p>"
	           "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>thường</w:t></w:r></w:p>"),
	      "word/styles.xml", styles, "* đậm\nthường\n");
}

static void merged_cells_stand_once_with_what_they_cover(void **state)
{
	(void)state;
	check(
	    BODY("<w:tbl><w:tr>" TC("TT") TC("Việc") TC("Sản phẩm") TC(
	        "Hạn") "</w:tr>"
	               "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" P(
	                   "1") "</w:tc><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" P("Đăng tin") "</w:tc><w:tc>" P("- Tin")
	                   P("- Bài") "</w:tc>" TC(
	                       "Quý I") "</w:tr>"
	                                "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/"
	                                "></w:tc>" TC("Báo cáo")
	                                    TC("Quý II") "</w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4\"/></w:tcPr>" P(
	                                        "II. NHÓM") "</w:tc></w:tr></w:tbl>"),
	    NULL, NULL,
	    "TT | Việc | Sản phẩm | Hạn\n1[1x2] | Đăng tin[1x2] | - Tin/- Bài | Quý I\nBáo cáo | Quý II\nII. NHÓM[4x1]\n");
}

static void a_letterhead_in_a_table_is_lines(void **state)
{
	(void)state;
	check(BODY("<w:tbl><w:tr><w:tc>" P("UBND TỈNH") P("SỞ NỘI VỤ") "</w:tc><w:tc>" P(
	          "CỘNG HÒA") "</w:tc></w:tr>"
	                      "<w:tr>" TC("Số: 1/KH-SNV") TC("ngày 5 tháng 1") "</w:tr></w:tbl>" P("KẾ HOẠCH")),
	      NULL, NULL, "UBND TỈNH\nSỞ NỘI VỤ\nCỘNG HÒA\nSố: 1/KH-SNV\nngày 5 tháng 1\nKẾ HOẠCH\n");
}

static void a_deleted_row_and_a_nested_table(void **state)
{
	(void)state;
	check(BODY("<w:tbl><w:tr>" TC("TT") TC("Việc") TC("Hạn") "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" TC("bỏ") TC("bỏ")
	               TC("bỏ") "</w:tr>"
	                        "<w:tr>" TC("1") "<w:tc><w:tbl><w:tr>" TC("a") TC("b") "</w:tr><w:tr>" TC("c")
	                            TC("d") "</w:tr></w:tbl><w:p/></w:tc>" TC("Quý I") "</w:tr></w:tbl>"),
	      NULL, NULL, "TT | Việc | Hạn\n1 | a b/c d | Quý I\n");
}

static void a_text_box_follows_its_paragraph_and_counts_once(void **state)
{
	(void)state;
	check(
	    BODY("<w:p><w:r><w:t>trước</w:t><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" P(
	        "trong khung") "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" P("trong "
	                                                                                                                  "khung") "<"
	                                                                                                                           "/"
	                                                                                                                           "w"
	                                                                                                                           ":"
	                                                                                                                           "t"
	                                                                                                                           "x"
	                                                                                                                           "b"
	                                                                                                                           "x"
	                                                                                                                           "C"
	                                                                                                                           "o"
	                                                                                                                           "n"
	                                                                                                                           "t"
	                                                                                                                           "e"
	                                                                                                                           "n"
	                                                                                                                           "t"
	                                                                                                                           ">"
	                                                                                                                           "<"
	                                                                                                                           "/"
	                                                                                                                           "v"
	                                                                                                                           ":"
	                                                                                                                           "t"
	                                                                                                                           "e"
	                                                                                                                           "x"
	                                                                                                                           "t"
	                                                                                                                           "b"
	                                                                                                                           "o"
	                                                                                                                           "x"
	                                                                                                                           ">"
	                                                                                                                           "<"
	                                                                                                                           "/"
	                                                                                                                           "w"
	                                                                                                                           ":"
	                                                                                                                           "p"
	                                                                                                                           "i"
	                                                                                                                           "c"
	                                                                                                                           "t"
	                                                                                                                           ">"
	                                                                                                                           "<"
	                                                                                                                           "/"
	                                                                                                                           "m"
	                                                                                                                           "c"
	                                                                                                                           ":"
	                                                                                                                           "F"
	                                                                                                                           "a"
	                                                                                                                           "l"
	                                                                                                                           "l"
	                                                                                                                           "b"
	                                                                                                                           "a"
	                                                                                                                           "c"
	                                                                                                                           "k"
	                                                                                                                           ">"
	                                                                                                                           "<"
	                                                                                                                           "/"
	                                                                                                                           "m"
	                                                                                                                           "c"
	                                                                                                                           ":"
	                                                                                                                           "A"
	                                                                                                                           "l"
	                                                                                                                           "t"
	                                                                                                                           "e"
	                                                                                                                           "r"
	                                                                                                                           "n"
	                                                                                                                           "a"
	                                                                                                                           "t"
	                                                                                                                           "e"
	                                                                                                                           "C"
	                                                                                                                           "o"
	                                                                                                                           "n"
	                                                                                                                           "t"
	                                                                                                                           "e"
	                                                                                                                           "n"
	                                                                                                                           "t"
	                                                                                                                           ">"
	                                                                                                                           "<"
	                                                                                                                           "/"
	                                                                                                                           "w"
	                                                                                                                           ":"
	                                                                                                                           "r"
	                                                                                                                           ">"
	                                                                                                                           "<"
	                                                                                                                           "/"
	                                                                                                                           "w"
	                                                                                                                           ":"
	                                                                                                                           "p"
	                                                                                                                           ">" P(
	                                                                                                                               "sau")),
	    NULL, NULL, "trước\ntrong khung\nsau\n");
}

static void text_in_an_old_font_is_converted(void **state)
{
	(void)state;
	check(BODY("<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\" w:hAnsi=\".VnTimeH\"/></w:rPr><w:t>KÕ ho¹ch</w:t></w:r></w:p>"
	           "<w:p><w:r><w:rPr><w:rFonts w:hAnsi=\"VNI-Times\"/></w:rPr><w:t>Toâi ñi hoïc</w:t></w:r><w:r><w:t>, "
	           "không</w:t></w:r></w:p>"),
	      NULL, NULL, "KẾ HOẠCH\nTôi đi học, không\n");
}

static void a_page_break_begins_a_page(void **state)
{
	(void)state;
	check(BODY(P("một") "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" P(
	          "hai") "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>ba</w:t></w:r></w:p>"),
	      NULL, NULL, "một\n--\nhai\n--\nba\n");
}

static void footnotes_come_last(void **state)
{
	(void)state;
	check(BODY(P("thân bài")), "word/footnotes.xml",
	      "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\">" P("-") "</w:footnote><w:footnote>" P(
	          "ghi chú") "</w:footnote></w:footnotes>",
	      "thân bài\n--\nghi chú\n");
}

static void macros_are_told_of(void **state)
{
	struct arena *arena = arena_new();
	struct document got = {0};
	struct message problem = {0};
	(void)state;
	assert_rc(testing_read(arena, &docx_format, package(arena, BODY(P("chữ")), "word/vbaProject.bin", "x"), &got, &problem),
	          RC_OK);
	assert_int_equal(got.warnings.n, 1);
	assert_true(str_contains(str_of(got.warnings.at[0].id), STR("macros")));
	arena_free(arena);
}

static void bad_files_are_refused_with_advice(void **state)
{
	struct arena *arena = arena_new();
	(void)state;
	struct str good = package(arena, BODY(P("chữ")), NULL, NULL);
	refuse(str_part(good, 0, good.len - 30), RC_INVALID, "damaged or was cut short");
	refuse(package(arena, "<w:document xmlns:w=\"w\"><w:body>", NULL, NULL), RC_INVALID, "Word file is damaged");
	refuse(package(arena, BODY("<w:p/>"), NULL, NULL), RC_INVALID, "holds no text");
	refuse(package(arena, "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>" BODY(P("&b;")), NULL, NULL), RC_INVALID,
	       "Word file is damaged");
	const struct testing_file outside[] = {{"../../../etc/passwd", STR_INIT("x")}, {"word/styles.xml", STR_INIT("<s/>")}};
	refuse(testing_zip(arena, outside, 2), RC_INVALID, "Word file is damaged");
	arena_free(arena);
}

static void nesting_without_end_is_refused(void **state)
{
	enum { DEEP = 5000 };
	struct arena *arena = arena_new();
	struct buf xml;
	(void)state;
	buf_init(&xml, arena, 1024 * 1024);
	buf_add(&xml, STR("<w:document xmlns:w=\"w\"><w:body>"));
	for (int i = 0; i < DEEP; i++)
		buf_add(&xml, STR("<w:tbl><w:tr><w:tc>"));
	refuse(package(arena, str_cstr(arena, buf_str(&xml)), NULL, NULL), RC_INVALID, "Word file is damaged");
	arena_free(arena);
}

/* 100 MB of blanks, which pack to a few kilobytes. */
static void a_bomb_is_not_unpacked(void **state)
{
	enum { BYTES = 100 * 1024 * 1024 };
	struct arena *arena = arena_new();
	(void)state;
	char *blanks = arena_alloc(arena, BYTES);
	memset(blanks, ' ', BYTES);
	const struct testing_file files[] = {{"word/document.xml", {blanks, BYTES}}};
	refuse(testing_zip(arena, files, 1), RC_LIMIT, "Unpacked, the file is far too large");
	arena_free(arena);
}

static void a_table_of_a_million_cells_is_refused(void **state)
{
	enum { ROWS = 100 * 1000, COLUMNS = 10 };
	struct arena *arena = arena_new();
	struct buf xml;
	(void)state;
	buf_init(&xml, arena, 63 * 1024 * 1024);
	buf_add(&xml, STR("<w:document xmlns:w=\"w\"><w:body><w:tbl>"));
	for (int r = 0; r < ROWS; r++) {
		buf_add(&xml, STR("<w:tr>"));
		for (int c = 0; c < COLUMNS; c++)
			buf_add(&xml, STR("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"));
		buf_add(&xml, STR("</w:tr>"));
	}
	buf_add(&xml, STR("</w:tbl></w:body></w:document>"));
	assert_false(xml.overflowed);
	refuse(package(arena, str_cstr(arena, buf_str(&xml)), NULL, NULL), RC_LIMIT, "more than {1} cells");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(paragraphs_are_lines_and_bold_ones_emphasised),
	    cmocka_unit_test(text_comes_composed_and_without_what_is_no_character),
	    cmocka_unit_test(tracked_changes_are_accepted),
	    cmocka_unit_test(numbers_that_word_counts_stand_before_the_text),
	    cmocka_unit_test(a_number_alone_in_a_cell_is_its_text),
	    cmocka_unit_test(a_style_brings_bold_and_numbers),
	    cmocka_unit_test(merged_cells_stand_once_with_what_they_cover),
	    cmocka_unit_test(a_letterhead_in_a_table_is_lines),
	    cmocka_unit_test(a_deleted_row_and_a_nested_table),
	    cmocka_unit_test(a_text_box_follows_its_paragraph_and_counts_once),
	    cmocka_unit_test(text_in_an_old_font_is_converted),
	    cmocka_unit_test(a_page_break_begins_a_page),
	    cmocka_unit_test(footnotes_come_last),
	    cmocka_unit_test(macros_are_told_of),
	    cmocka_unit_test(bad_files_are_refused_with_advice),
	    cmocka_unit_test(nesting_without_end_is_refused),
	    cmocka_unit_test(a_bomb_is_not_unpacked),
	    cmocka_unit_test(a_table_of_a_million_cells_is_refused),
	};
	return TEST_RUN(cases);
}
