#include "base/test.h"

#include "app/input.h"

static const char *const colours[] = {"red", "green", NULL};

static const struct app_param params[] = {
    {.name = "title", .kind = APP_TEXT, .required = true, .max = 20, .label = "Title"},
    {.name = "words", .kind = APP_LINES, .label = "Words"},
    {.name = "count", .kind = APP_INT, .max = 100, .label = "Count"},
    {.name = "day", .kind = APP_DATE, .label = "Day"},
    {.name = "colour", .kind = APP_CHOICE, .label = "Colour", .choices = colours},
    {.name = "agreed", .kind = APP_FLAG, .label = "I agree"},
    {.name = "file", .kind = APP_FILE, .label = "File"},
    {.name = NULL},
};
static const struct app_route route = {.method = HTTP_POST, .path = "/", .params = params};

struct fixture {
	struct arena *arena;
	struct http_request request;
	struct app_call call;
};

static const struct message_catalogue english = {.language = "en"};

/* Reads a form of one field, besides a title. */
static void read_field(struct fixture *f, const char *name, const char *value)
{
	const struct http_field_vec none = {0};
	*f = (struct fixture){.arena = arena_new()};
	f->request = (struct http_request){.arena = f->arena, .method = HTTP_POST};
	VEC_PUSH(f->arena, &f->request.form, (struct http_field){.name = str_of(name), .value = str_of(value)});
	VEC_PUSH(f->arena, &f->request.form, (struct http_field){.name = STR("title"), .value = STR("Kế hoạch")});
	f->call = (struct app_call){.arena = f->arena, .words = &english, .request = &f->request, .route = &route};
	input_read(&f->call, &none);
}

static void text_is_trimmed_and_composed(void **state)
{
	struct fixture f;
	(void)state;
	read_field(&f, "title", "  Ke\xcc\x82\xcc\x81 hoạch \t");
	assert_str(app_text(&f.call, "title"), "Kế hoạch");
	assert_false(app_has_problems(&f.call));
	arena_free(f.arena);
}

static void each_kind_says_what_is_wrong(void **state)
{
	static const struct {
		const char *field, *value, *sentence;
	} cases[] = {
	    {"title", "", "Enter “Title”"},
	    {"title", "một tiêu đề quá dài", "“Title” is too long: shorten it by 5 characters"},
	    {"title", "hai\ndòng", "“Title” holds characters that cannot be read; type it again"},
	    {"title", "\xff\xfe", "“Title” holds characters that cannot be read; type it again"},
	    {"words", "\x01", "“Words” holds characters that cannot be read; type it again"},
	    {"count", "mười", "“Count” must be a whole number"},
	    {"count", "-1", "“Count” must be a whole number"},
	    {"count", "101", "“Count” must be at most 100"},
	    {"day", "31/2/2026", "“Day” must be a real date, like 5/3/2026"},
	    {"colour", "blue", "Choose “Colour” from the list"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct fixture f;
		read_field(&f, cases[i].field, cases[i].value);
		assert_str(app_problem_of(&f.call, cases[i].field), cases[i].sentence);
		assert_int_equal(f.call.problems.n, 1);
		arena_free(f.arena);
	}
}

static void what_is_wrong_is_kept_to_be_shown_again(void **state)
{
	struct fixture f;
	(void)state;
	read_field(&f, "day", "31/2/2026");
	assert_str(app_text(&f.call, "day"), "31/2/2026");
	assert_int_equal(app_date(&f.call, "day"), DATE_NONE);
	arena_free(f.arena);
	read_field(&f, "title", "một tiêu đề quá dài");
	assert_str(app_text(&f.call, "title"), "một tiêu đề quá dài");
	arena_free(f.arena);
	read_field(&f, "title", "a\xff");
	assert_str(app_text(&f.call, "title"), "a\xef\xbf\xbd");
	arena_free(f.arena);
}

static void each_kind_takes_what_people_send(void **state)
{
	struct fixture f;
	(void)state;
	read_field(&f, "words", "một\r\nhai\rba\n");
	assert_str(app_text(&f.call, "words"), "một\nhai\nba");
	arena_free(f.arena);
	read_field(&f, "count", " 42 ");
	assert_int_equal(app_int(&f.call, "count"), 42);
	arena_free(f.arena);
	read_field(&f, "colour", "green");
	assert_str(app_text(&f.call, "colour"), "green");
	arena_free(f.arena);
	read_field(&f, "agreed", "1");
	assert_true(app_flag(&f.call, "agreed"));
	assert_false(app_has_problems(&f.call));
	arena_free(f.arena);
}

static void dates_are_read_as_browsers_send_and_people_type_them(void **state)
{
	static const struct {
		const char *text;
		int year, month, day;
	} cases[] = {
	    {"2026-03-05", 2026, 3, 5}, {"5/3/2026", 2026, 3, 5}, {"05/03/2026", 2026, 3, 5},
	    {"5-3-2026", 2026, 3, 5},   {"5.3.2026", 2026, 3, 5}, {"29/2/2028", 2028, 2, 29},
	};
	static const char *const wrong[] = {"", "5/3", "5/3/26x", "5/13/2026", "29/2/2026", "5/3-2026", "2026-3-5", "5//2026"};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(input_parse_date(str_of(cases[i].text)), date_from_parts(cases[i].year, cases[i].month, cases[i].day));
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		assert_int_equal(input_parse_date(str_of(wrong[i])), DATE_NONE);
}

static void a_place_of_the_path_comes_before_the_form(void **state)
{
	struct fixture f;
	struct http_field_vec places = {0};
	(void)state;
	read_field(&f, "count", "7");
	VEC_PUSH(f.arena, &places, (struct http_field){.name = STR("count"), .value = STR("9")});
	f.call.problems.n = 0;
	input_read(&f.call, &places);
	assert_int_equal(app_int(&f.call, "count"), 9);
	arena_free(f.arena);
}

static void an_upload_gives_its_file_name(void **state)
{
	struct fixture f;
	const struct http_field_vec none = {0};
	(void)state;
	read_field(&f, "count", "7");
	VEC_PUSH(f.arena, &f.request.uploads, (struct http_upload){.field = STR("file"), .file_name = STR("kế hoạch.txt")});
	input_read(&f.call, &none);
	assert_str(app_text(&f.call, "file"), "kế hoạch.txt");
	arena_free(f.arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(text_is_trimmed_and_composed),
	    cmocka_unit_test(each_kind_says_what_is_wrong),
	    cmocka_unit_test(what_is_wrong_is_kept_to_be_shown_again),
	    cmocka_unit_test(each_kind_takes_what_people_send),
	    cmocka_unit_test(dates_are_read_as_browsers_send_and_people_type_them),
	    cmocka_unit_test(a_place_of_the_path_comes_before_the_form),
	    cmocka_unit_test(an_upload_gives_its_file_name),
	};
	return TEST_RUN(cases);
}
