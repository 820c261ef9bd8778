/* One compiled template, from the .html file to the bytes that a browser gets. */
#include "base/test.h"

#include "html/page_test_html.h"

static const struct message_entry entries[] = {
    {"Due this week", "Hạn trong tuần"},
    {"{1} more", "còn {1} việc"},
};
static const struct message_catalogue vietnamese = {.language = "vi", .entries = entries, .n = 2};

static struct str write_page(struct arena *arena, const struct page_test_html *page)
{
	struct buf out;
	struct str text;
	buf_init(&out, arena, 1 << 16);
	struct html html = {.out = &out, .words = &vietnamese, .form_token = STR("a\"b")};
	struct html_slot slot = page_test_html_slot(page);
	html_slot(&html, slot);
	assert_rc(buf_finish(&out, &text), RC_OK);
	return text;
}

static void write_rule(struct html *html, const void *data)
{
	(void)data;
	html_raw(html, "<hr>", 4);
}

static void a_full_page_is_escaped_and_translated(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const struct page_test_html_row rows[] = {
	    {.href = html_url_path(STR("/task/1?a=b&c=d")), .title = STR("<Công khai>"), .late = true},
	    {.href = html_url_path(STR("//elsewhere.example")), .title = STR("Tập huấn")},
	};
	const struct str words[] = {STR_INIT("một"), STR_INIT("hai")};
	const struct page_test_html_person owner = {.name = STR("Trần Thị \"B\"")};
	const struct page_test_html page = {
	    .title = STR("Kế hoạch & việc"),
	    .rows = rows,
	    .n_rows = 2,
	    .words = words,
	    .n_words = 2,
	    .notice = {.id = "{1} more", .args = {STR("3")}},
	    .owner = &owner,
	    .body = {.render = write_rule},
	    .late = true,
	    .n = 5,
	    .href = html_url_path(STR("/task")),
	};
	assert_str(write_page(arena, &page),
	           "<h1 title=\"Kế hoạch &amp; việc\">Kế hoạch &amp; việc</h1>"
	           "<p>Hạn trong tuần: 5 còn 3 việc</p>"
	           "<ul><li class=\"row row-late\"><a href=\"/task/1?a=b&amp;c=d\">&lt;Công khai&gt;</a></li>"
	           "<li class=\"row\"><a href=\"/\">Tập huấn</a></li></ul>"
	           "<b>một</b><b>hai</b> <p>Trần Thị &quot;B&quot;</p>"
	           "<form method=\"post\" action=\"/task\"><input type=\"hidden\" name=\"form_token\" value=\"a&quot;b\"> "
	           "<textarea name=\"note\">\nKế hoạch &amp; việc</textarea> "
	           "<input type=\"checkbox\" name=\"late\" checked></form><hr>");
	arena_free(arena);
}

static void an_empty_page_shows_the_other_branches(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(write_page(arena, &(struct page_test_html){0}),
	           "<h1 title=\"\"></h1><p>Hạn trong tuần: 0 </p><ul><li>Nothing is due.</li></ul> <p>…</p><hr>"
	           "<form method=\"post\" action=\"\"><input type=\"hidden\" name=\"form_token\" value=\"a&quot;b\"> "
	           "<textarea name=\"note\">\n</textarea> <input type=\"checkbox\" name=\"late\" ></form>");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_full_page_is_escaped_and_translated),
	    cmocka_unit_test(an_empty_page_shows_the_other_branches),
	};
	return TEST_RUN(cases);
}
