#include "format/odt.h"

#include "format/testing.h"

#define STYLES "<d><styles><style name=\"Strong\"><text-properties font-weight=\"bold\"/></style></styles></d>"
#define CONTENT(body)                                                                                                            \
	"<d><automatic-styles><style name=\"P1\" parent-style-name=\"Strong\"><paragraph-properties break-before=\"page\"/></style>" \
	"<list-style name=\"L1\"><list-level-style-number level=\"1\" num-format=\"I\" num-suffix=\".\"/>"                           \
	"<list-level-style-number level=\"2\" num-format=\"1\" num-suffix=\".\" display-levels=\"1\"/>"                              \
	"<list-level-style-bullet level=\"3\" bullet-char=\"-\"/></list-style></automatic-styles><body><text>" body                  \
	"</text></body></d>"

static void check_kind(const char *kind, const char *content, const char *expected)
{
	struct arena *arena = arena_new();
	struct document got = {0};
	struct message problem = {0};
	const struct testing_file files[] = {
	    {"mimetype", str_of(kind)}, {"styles.xml", STR_INIT(STYLES)}, {"content.xml", str_of(content)}};
	struct str bytes = testing_zip(arena, files, 3);
	assert_rc(testing_read(arena, &odt_format, bytes, &got, &problem), RC_OK);
	assert_str(testing_dump(arena, &got), expected);
	arena_free(arena);
}

static void check(const char *content, const char *expected)
{
	check_kind("application/vnd.oasis.opendocument.text", content, expected);
}

static void sheets_with_their_heads(void **state)
{
	(void)state;
	check_kind(
	    "application/vnd.oasis.opendocument.spreadsheet",
	    "<d><body><spreadsheet><table><table-row><table-cell><p>KẾ HOẠCH</p></table-cell>"
	    "<table-cell number-columns-repeated=\"16383\"/></table-row>"
	    "<table-row number-rows-repeated=\"2\"><table-cell number-columns-repeated=\"16384\"/></table-row>"
	    "<table-row><table-cell><p>TT</p></table-cell><table-cell><p>Việc</p></table-cell><table-cell><p>Hạn</p></table-cell>"
	    "</table-row><table-row><table-cell number-rows-spanned=\"2\"><p>1</p></table-cell><table-cell><p>Họp</p></table-cell>"
	    "<table-cell><p>Quý I</p></table-cell></table-row><table-row><covered-table-cell/><table-cell><p>Tin</p></table-cell>"
	    "<table-cell/></table-row><table-row number-rows-repeated=\"1048570\"><table-cell number-columns-repeated=\"16384\"/>"
	    "</table-row></table><table><table-row><table-cell><p>Ghi "
	    "chú</p></table-cell></table-row></table></spreadsheet></body></d>",
	    "KẾ HOẠCH\nTT | Việc | Hạn\n1[1x2] | Họp | Quý I\nTin | \n--\nGhi chú\n");
}

static void paragraphs_lists_and_notes(void **state)
{
	(void)state;
	check(
	    CONTENT("<p>Kế<s c=\"2\"/>hoạch<tab/>một<line-break/>hai<note><note-body><p>ghi chú</p></note-body></note></p>"
	            "<list "
	            "style-name=\"L1\"><list-item><p>Một</p><list><list-item><p>a</p></list-item><list-item><p>b</p><list><list-item>"
	            "<p>gạch</p></list-item></list></list-item></list></list-item><list-item><p>Hai</p></list-item></list>"
	            "<p style-name=\"P1\">đậm</p><tracked-changes><p>đã xóa</p></tracked-changes>"),
	    "Kế  hoạch\tmột\nhai\nI. Một\n1. a\n2. b\n- gạch\nII. Hai\n--\n* đậm\n--\nghi chú\n");
}

static void tables_with_merged_cells(void **state)
{
	(void)state;
	check(CONTENT("<table><table-header-rows><table-row><table-cell><p>TT</p></table-cell><table-cell><p>Việc</p></table-cell>"
	              "<table-cell><p>Hạn</p></table-cell></table-row></table-header-rows><table-row>"
	              "<table-cell "
	              "number-rows-spanned=\"2\"><p>1</p></table-cell><table-cell><p>Họp</p></table-cell><table-cell><p>Quý I</p>"
	              "<p>Quý II</p></table-cell></table-row><table-row><covered-table-cell/><table-cell "
	              "number-columns-spanned=\"2\"><p>Tin</p>"
	              "</table-cell><covered-table-cell/></table-row></table>"),
	      "TT | Việc | Hạn\n1[1x2] | Họp | Quý I/Quý II\nTin[2x1]\n");
}

static void a_document_that_is_not_packed(void **state)
{
	static const char flat[] =
	    "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"
	    "<office:body><office:text><p>Kế hoạch</p></office:text></office:body></office:document>";
	struct arena *arena = arena_new();
	struct document got = {0};
	struct message problem = {0};
	(void)state;
	assert_int_equal(odt_format.score(str_of(flat)), 0);
	assert_true(odt_flat_format.score(str_of(flat)) > 0);
	assert_rc(testing_read(arena, &odt_flat_format, str_of(flat), &got, &problem), RC_OK);
	assert_str(testing_dump(arena, &got), "Kế hoạch\n");
	assert_rc(testing_read(arena, &odt_flat_format, str_part(str_of(flat), 0, sizeof flat - 20), &got, &problem), RC_INVALID);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(paragraphs_lists_and_notes),
	    cmocka_unit_test(tables_with_merged_cells),
	    cmocka_unit_test(sheets_with_their_heads),
	    cmocka_unit_test(a_document_that_is_not_packed),
	};
	return TEST_RUN(cases);
}
