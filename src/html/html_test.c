#include "base/test.h"

#include "html/html.h"

static const struct message_entry entries[] = {
    {"Due {1}", "Hạn <{1}>"},
    {"Today", "Hôm nay & mai"},
};
static const struct message_catalogue vietnamese = {.language = "vi", .entries = entries, .n = 2};

struct page {
	struct arena *arena;
	struct buf out;
	struct html html;
};

static struct page page_start(void)
{
	struct page page = {.arena = arena_new()};
	buf_init(&page.out, page.arena, 1 << 16);
	page.html = (struct html){.words = &vietnamese, .form_token = STR("token")};
	return page;
}

static void a_path_that_leads_elsewhere_becomes_the_first_page(void **state)
{
	static const struct {
		const char *path, *expected;
	} table[] = {
	    {"/task/12?tab=1", "/task/12?tab=1"},
	    {"/", "/"},
	    {"", "/"},
	    {"task", "/"},
	    {"//elsewhere.example", "/"},
	    {"/\\elsewhere.example", "/"},
	    {"/\t/elsewhere.example", "/"},
	    {"/task\r\nSet-Cookie: a=b", "/"},
	    {"/a b", "/"},
	    {"javascript:alert(1)", "/"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		assert_str(html_url_path(str_of(table[i].path)).text, table[i].expected);
	assert_str(html_url_path((struct str){0}).text, "/");
}

static void a_formatted_path_is_checked_too(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(html_url_format(arena, "/task/%d", 12).text, "/task/12");
	assert_str(html_url_format(arena, "%s", "//elsewhere.example").text, "/");
	assert_int_equal(html_url_format(arena, "/%0300d", 1).text.len, 301);
	arena_free(arena);
}

static void only_the_web_and_mail_are_addresses_elsewhere(void **state)
{
	static const struct {
		const char *address, *expected;
	} table[] = {
	    {"https://example.vn/a?b=c", "https://example.vn/a?b=c"},
	    {"HTTP://example.vn", "HTTP://example.vn"},
	    {"mailto:mot@example.vn", "mailto:mot@example.vn"},
	    {"https://", "#"},
	    {"https:/example.vn", "#"},
	    {"javascript:alert(1)", "#"},
	    {"java\nscript:alert(1)", "#"},
	    {" https://example.vn", "#"},
	    {"https://example.vn/a\nb", "#"},
	    {"data:text/html,x", "#"},
	    {"/path", "#"},
	    {"", "#"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		assert_str(html_url_external(str_of(table[i].address)).text, table[i].expected);
}

static void all_but_the_unreserved_is_percent_encoded(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(html_url_escape(arena, STR("aZ09-._~")), "aZ09-._~");
	assert_str(html_url_escape(arena, STR("kế hoạch/1?&=%+#")), "k%E1%BA%BF%20ho%E1%BA%A1ch%2F1%3F%26%3D%25%2B%23");
	assert_str(html_url_escape(arena, (struct str){0}), "");
	arena_free(arena);
}

static void text_is_escaped_wherever_it_stands(void **state)
{
	(void)state;
	struct page page = page_start();
	page.html.out = &page.out;
	html_text(&page.html, STR("<script>alert(\"x\" & 'y')</script> Rõ"));
	html_text(&page.html, (struct str){0});
	html_int(&page.html, -42);
	assert_str(buf_str(&page.out), "&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt; Rõ-42");
	arena_free(page.arena);
}

static void an_address_is_escaped_too(void **state)
{
	(void)state;
	struct page page = page_start();
	page.html.out = &page.out;
	html_url(&page.html, html_url_path(STR("/search?q=a&sort=\"b\"")));
	assert_str(buf_str(&page.out), "/search?q=a&amp;sort=&quot;b&quot;");
	arena_free(page.arena);
}

static void sentences_are_translated_then_escaped(void **state)
{
	(void)state;
	struct page page = page_start();
	page.html.out = &page.out;
	html_words(&page.html, "Today");
	html_raw(&page.html, "<br>", 4);
	html_message(&page.html, &(struct message){.id = "Due {1}", .args = {STR("<b>")}});
	html_raw(&page.html, "<br>", 4);
	html_message(&page.html, &(struct message){0});
	html_words(&page.html, "Not in the catalogue <");
	assert_str(buf_str(&page.out), "Hôm nay &amp; mai<br>Hạn &lt;&lt;b&gt;&gt;<br>Not in the catalogue &lt;");
	arena_free(page.arena);
}

static void write_number(struct html *html, const void *data)
{
	html_int(html, *(const int *)data);
}

static void a_slot_writes_its_content_and_an_empty_one_nothing(void **state)
{
	(void)state;
	struct page page = page_start();
	page.html.out = &page.out;
	int seven = 7;
	html_slot(&page.html, (struct html_slot){.render = write_number, .data = &seven});
	html_slot(&page.html, (struct html_slot){0});
	assert_str(buf_str(&page.out), "7");
	arena_free(page.arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_path_that_leads_elsewhere_becomes_the_first_page),
	    cmocka_unit_test(a_formatted_path_is_checked_too),
	    cmocka_unit_test(only_the_web_and_mail_are_addresses_elsewhere),
	    cmocka_unit_test(all_but_the_unreserved_is_percent_encoded),
	    cmocka_unit_test(text_is_escaped_wherever_it_stands),
	    cmocka_unit_test(an_address_is_escaped_too),
	    cmocka_unit_test(sentences_are_translated_then_escaped),
	    cmocka_unit_test(a_slot_writes_its_content_and_an_empty_one_nothing),
	};
	return TEST_RUN(cases);
}
