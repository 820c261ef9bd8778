#include "format/html.h"

#include "format/testing.h"

static void check(const char *html, const char *expected)
{
	struct arena *arena = arena_new();
	struct document got = {0};
	struct message problem = {0};
	assert_true(html_format.score(str_of(html)) > 0);
	assert_rc(testing_read(arena, &html_format, str_of(html), &got, &problem), RC_OK);
	assert_str(testing_dump(arena, &got), expected);
	arena_free(arena);
}

static void what_is_shown_is_read(void **state)
{
	(void)state;
	check("<!DOCTYPE html><html><head><title>tên</title><style>p{}</style></head><body><nav>trình đơn</nav><h1>KẾ  HOẠCH</h1>"
	      "<p>Thực hiện\n  <b>Nghị quyết</b> 76 &amp; 77&nbsp;đó<br>dòng sau</p><p style=\"display: none\">ẩn</p>"
	      "<script>var a = '<p>mã</p>';</script><div>cuối</div></body></html>",
	      "* KẾ HOẠCH\nThực hiện Nghị quyết 76 & 77\u00a0đó\ndòng sau\ncuối\n");
}

static void lists_have_their_numbers(void **state)
{
	(void)state;
	check("<html><ol type=I><li>Mục đích<ol type=a start=2><li>hai<li value=5>năm</ol><li>Yêu cầu</ol><ul><li>gạch</ul>",
	      "I. Mục đích\nb. hai\ne. năm\nII. Yêu cầu\n- gạch\n");
}

static void tables_have_merged_cells(void **state)
{
	(void)state;
	check("<table border=1><tr><th>TT<th>Việc<th>Sản phẩm<th>Hạn<tr><td rowspan=2>1<td rowspan=2>Đăng tin<td><p>- Tin<p>- "
	      "Bài<td>Quý I"
	      "<tr><td>Báo cáo<td>Quý II<tr><td colspan=4>II. NHÓM</table>",
	      "* TT | Việc | Sản phẩm | Hạn\n1[1x2] | Đăng tin[1x2] | - Tin/- Bài | Quý I\nBáo cáo | Quý II\nII. NHÓM[4x1]\n");
}

static void a_table_around_tables_only_sets_the_page(void **state)
{
	(void)state;
	check("<table><tr><td>trái<td><p>trên</p><table border=1><tr><td>TT<td>Việc<td>Hạn<tr><td>1<td>Họp<td>Quý I</table></table>",
	      "trái\ntrên\nTT | Việc | Hạn\n1 | Họp | Quý I\n");
}

static void nesting_without_end_and_nothing_at_all(void **state)
{
	enum { DEEP = 20000 };
	struct arena *arena = arena_new();
	struct document got;
	struct message problem = {0};
	struct buf html;
	(void)state;
	buf_init(&html, arena, 1024 * 1024);
	buf_add(&html, STR("<html><p>đầu</p>"));
	for (int i = 0; i < DEEP; i++)
		buf_add(&html, STR("<div><b>"));
	buf_add(&html, STR("đáy"));
	assert_rc(testing_read(arena, &html_format, buf_str(&html), &got, &problem), RC_OK);
	assert_str(testing_dump(arena, &got), "đầu\n");
	assert_rc(testing_read(arena, &html_format, STR("<html><body>"), &got, &problem), RC_INVALID);
	assert_string_equal(problem.id, "The file holds no text. Choose the file that holds the plan.");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(what_is_shown_is_read),
	    cmocka_unit_test(lists_have_their_numbers),
	    cmocka_unit_test(tables_have_merged_cells),
	    cmocka_unit_test(a_table_around_tables_only_sets_the_page),
	    cmocka_unit_test(nesting_without_end_and_nothing_at_all),
	};
	return TEST_RUN(cases);
}
