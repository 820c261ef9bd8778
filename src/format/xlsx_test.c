#include "format/xlsx.h"

#include "format/testing.h"
#include "format/xlsx_value.h"

#define WORKBOOK                                                                                                                 \
	"<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/><sheet name=\"b\" state=\"hidden\" "                         \
	"r:id=\"r2\"/></sheets></workbook>"
#define RELATIONS                                                                                                                \
	"<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"                                                  \
	"<Relationship Id=\"r2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"
#define STYLES                                                                                                                   \
	"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;ngày&quot; dd/mm/yyyy\"/></numFmts>"                      \
	"<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"17\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"
#define STRINGS "<sst><si><t>Họp</t></si><si><r><t>Đăng </t></r><r><t>tin</t></r><rPh><t>x</t></rPh></si></sst>"

static struct str book(struct arena *arena, const char *sheet)
{
	const struct testing_file files[] = {
	    {"xl/workbook.xml", STR_INIT(WORKBOOK)},     {"xl/_rels/workbook.xml.rels", STR_INIT(RELATIONS)},
	    {"xl/styles.xml", STR_INIT(STYLES)},         {"xl/sharedStrings.xml", STR_INIT(STRINGS)},
	    {"xl/worksheets/sheet1.xml", str_of(sheet)}, {"xl/worksheets/sheet2.xml", STR_INIT("<worksheet/>")},
	};
	return testing_zip(arena, files, sizeof files / sizeof *files);
}

#define CELL(place, text) "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"

static void a_list_of_tasks_is_a_table_and_what_is_above_it_lines(void **state)
{
	struct arena *arena = arena_new();
	struct document got = {0};
	struct message problem = {0};
	(void)state;
	struct str bytes =
	    book(arena,
	         "<worksheet><sheetData><row r=\"1\">" CELL("A1", "KẾ HOẠCH") "</row><row r=\"3\">" CELL("A3", "TT")
	             CELL("B3", "Việc") CELL("C3", "Hạn")
	                 CELL("D3",
	                      "Tỷ lệ") "</row><row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"B4\" t=\"s\"><v>1</v></c>"
	                               "<c r=\"C4\" s=\"1\"><v>46096</v></c><c r=\"D4\" s=\"3\"><v>0.255</v></c></row><row "
	                               "r=\"5\"><c r=\"A5\"><v>2</v></c>"
	                               "<c r=\"B5\" t=\"s\"><v>0</v></c><c r=\"C5\" s=\"2\"><v>46096</v></c></row><row r=\"6\">" CELL(
	                                   "A6", "NHÓM HAI") "</row></sheetData>"
	                                                     "<mergeCells><mergeCell ref=\"A6:D6\"/><mergeCell "
	                                                     "ref=\"C5:C5\"/></mergeCells></worksheet>");
	assert_true(xlsx_format.score(bytes) > 0);
	assert_rc(testing_read(arena, &xlsx_format, bytes, &got, &problem), RC_OK);
	assert_str(testing_dump(arena, &got), "KẾ HOẠCH\nTT | Việc | Hạn | Tỷ lệ\n1 | Đăng tin | 15/03/2026 | 25,5%\n"
	                                      "2 | Họp | 3/2026 | \nNHÓM HAI[4x1]\n");
	arena_free(arena);
}

static void numbers_look_as_people_write_them(void **state)
{
	static const struct {
		const char *number;
		enum xlsx_value_kind kind;
		const char *text;
	} cases[] = {
	    {"12", XLSX_NUMBER, "12"},
	    {"0.5", XLSX_NUMBER, "0,5"},
	    {"0.1000000000000000055", XLSX_NUMBER, "0,1"},
	    {"45658", XLSX_DATE, "01/01/2025"},
	    {"60", XLSX_DATE, "28/02/1900"},
	    {"46081.75", XLSX_DATE, "28/02/2026"},
	    {"-3", XLSX_DATE, "-3"},
	    {"1e300", XLSX_DATE, "1e+300"},
	    {"0.07", XLSX_SHARE, "7%"},
	    {"x", XLSX_NUMBER, "x"},
	    {"46082", XLSX_MONTH, "3/2026"},
	};
	struct arena *arena = arena_new();
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(xlsx_value_format(arena, str_of(cases[i].number), cases[i].kind, false), cases[i].text);
	assert_str(xlsx_value_format(arena, STR("0"), XLSX_NUMBER, true), "0");
	assert_str(xlsx_value_format(arena, STR("44196"), XLSX_DATE, true), "01/01/2025");
	arena_free(arena);
}

static void a_spoilt_book_is_refused(void **state)
{
	struct arena *arena = arena_new();
	struct document got;
	struct message problem = {0};
	const struct testing_file files[] = {{"xl/workbook.xml", STR_INIT("<workbook")}};
	(void)state;
	assert_rc(testing_read(arena, &xlsx_format, testing_zip(arena, files, 1), &got, &problem), RC_INVALID);
	assert_true(str_contains(str_of(problem.id), STR("Excel file is damaged")));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_list_of_tasks_is_a_table_and_what_is_above_it_lines),
	    cmocka_unit_test(numbers_look_as_people_write_them),
	    cmocka_unit_test(a_spoilt_book_is_refused),
	};
	return TEST_RUN(cases);
}
