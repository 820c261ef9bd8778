/* Forms: what browsers send is read, at any cut of the bytes; what they do not send is refused. */
#include "base/test.h"

#include <string.h>

#include "http/http_form.h"

/* A sink that keeps the bytes of all uploads, one after the other. */
struct memory {
	struct buf bytes;
	int begun, ended;
};

static enum rc begin(void *context, struct http_upload *upload)
{
	struct memory *memory = context;
	memory->begun++;
	upload->temporary_path = "memory";
	return RC_OK;
}

static enum rc write_bytes(void *context, struct str bytes)
{
	struct memory *memory = context;
	buf_add(&memory->bytes, bytes);
	return str_contains(buf_str(&memory->bytes), STR("FULL")) ? RC_IO : RC_OK;
}

static enum rc end(void *context)
{
	struct memory *memory = context;
	memory->ended++;
	return RC_OK;
}

static const struct http_form_limits limits = {.max_bytes = 64, .max_fields = 5, .max_upload_bytes = 32, .max_uploads = 2};

/* Reads a body cut into pieces of `step` bytes. */
static enum rc read_form(struct arena *arena, const char *type, struct str body, size_t step, struct http_form *form,
                         struct memory *memory)
{
	const struct http_form_sink sink = {.context = memory, .begin = begin, .write = write_bytes, .end = end};
	*memory = (struct memory){0};
	buf_init(&memory->bytes, arena, 1 << 16);
	TRY(http_form_init(form, arena, str_of(type), &limits, &sink));
	for (size_t at = 0; at < body.len; at += step)
		TRY(http_form_feed(form, str_part(body, at, step)));
	return http_form_finish(form);
}

#define MULTIPART          "multipart/form-data; boundary=XX"
#define FIELD(name, value) "--XX\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"
#define FILE_PART(name, content)                                                                                                 \
	"--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" name "\"\r\n"                                              \
	"Content-Type: text/plain\r\n\r\n" content "\r\n"
#define LAST "--XX--\r\n"

static void urlencoded_fields_are_decoded_at_any_cut(void **state)
{
	(void)state;
	for (size_t step = 1; step < 40; step++) {
		struct arena *arena = arena_new();
		struct http_form form;
		struct memory memory;
		assert_rc(read_form(arena, "application/x-www-form-urlencoded; charset=UTF-8",
		                    STR("ten=K%E1%BA%BF+ho%E1%BA%A1ch&b=&c=1%262"), step, &form, &memory),
		          RC_OK);
		assert_int_equal(form.fields.n, 3);
		assert_str(http_field_find(&form.fields, STR("ten")), "Kế hoạch");
		assert_str(http_field_find(&form.fields, STR("c")), "1&2");
		arena_free(arena);
	}
}

static void a_multipart_form_is_read_at_any_cut(void **state)
{
	const char *body =
	    FIELD("a", "") FIELD("b", "\r\n--X\r\r\n--") FILE_PART("C:\\folder\\k.txt", "x\r\n--XY\r") FIELD("a%22b", "1") LAST;
	(void)state;
	for (size_t step = 1; step <= strlen(body); step++) {
		struct arena *arena = arena_new();
		struct http_form form;
		struct memory memory;
		assert_rc(read_form(arena, MULTIPART, str_of(body), step, &form, &memory), RC_OK);
		assert_int_equal(form.fields.n, 3);
		assert_str(http_field_find(&form.fields, STR("a")), "");
		assert_str(http_field_find(&form.fields, STR("b")), "\r\n--X\r\r\n--");
		assert_str(http_field_find(&form.fields, STR("a\"b")), "1");
		assert_int_equal(form.uploads.n, 1);
		assert_str(form.uploads.at[0].field, "f");
		assert_str(form.uploads.at[0].file_name, "k.txt");
		assert_str(form.uploads.at[0].media_type, "text/plain");
		assert_int_equal(form.uploads.at[0].size, 8);
		assert_str(buf_str(&memory.bytes), "x\r\n--XY\r");
		assert_int_equal(memory.ended, 1);
		arena_free(arena);
	}
}

static void a_file_field_left_empty_is_no_upload_but_an_empty_file_is(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct http_form form;
	struct memory memory;
	assert_rc(read_form(arena, MULTIPART, STR(FILE_PART("", "") FILE_PART("empty.txt", "") LAST), 9, &form, &memory), RC_OK);
	assert_int_equal(form.uploads.n, 1);
	assert_str(form.uploads.at[0].file_name, "empty.txt");
	assert_int_equal(form.uploads.at[0].size, 0);
	assert_int_equal(memory.begun, 1);
	assert_int_equal(memory.ended, 1);
	arena_free(arena);
}

static void what_no_browser_sends_is_refused(void **state)
{
	static const struct {
		const char *type, *body;
		enum rc expected;
	} table[] = {
	    /* the type */
	    {"", "", RC_INVALID},
	    {"application/json", "{}", RC_INVALID},
	    {"text/plain", "a=1", RC_INVALID},
	    {"multipart/form-data", LAST, RC_INVALID},
	    {"multipart/form-data; boundary=", LAST, RC_INVALID},
	    {"multipart/form-data; boundary=\"XX", LAST, RC_INVALID},
	    {"multipart/form-data; boundary=X X", LAST, RC_INVALID},
	    {"multipart/form-data; boundary=XX; boundary=YY", LAST, RC_INVALID},
	    {"multipart/form-data; boundary=1234567890123456789012345678901234567890123456789012345678901234567890x", LAST,
	     RC_INVALID},
	    {"multipart/form-data; Boundary=\"XX\"", LAST, RC_OK},
	    {"multipart/mixed; boundary=XX", LAST, RC_INVALID},
	    /* percent signs */
	    {"application/x-www-form-urlencoded", "a=%zz", RC_INVALID},
	    {"application/x-www-form-urlencoded", "a=%4", RC_INVALID},
	    /* the frame */
	    {MULTIPART, "", RC_INVALID},
	    {MULTIPART, "--XX", RC_INVALID},
	    {MULTIPART, "--XX--", RC_OK},
	    {MULTIPART, "--XX--\r", RC_INVALID},
	    {MULTIPART, "--XX--\r\nmore", RC_INVALID},
	    {MULTIPART, "before\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX \r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XY--", RC_INVALID},
	    {MULTIPART, FIELD("a", "1"), RC_INVALID},
	    {MULTIPART, FIELD("a", "1") "--XX", RC_INVALID},
	    /* the head of a part */
	    {MULTIPART, "--XX\r\n\r\n\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX\r\nContent-Type: text/plain\r\n\r\nx\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX\r\nContent-Disposition: form-data\r\n\r\nx\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX\r\nContent-Disposition: form-data; name=\"a\" b\r\n\r\nx\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nx\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX\r\nContent-Disposition: form-data; name=\"a%0D%0Ab\"\r\n\r\nx\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX\r\n Content-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX\r\nContent-Disposition: form-data;\r\n name=\"a\"\r\n\r\nx\r\n" LAST, RC_INVALID},
	    {MULTIPART, "--XX\r\nContent-Disposition: form-data; name=\"a\"\nX: y\r\n\r\nx\r\n" LAST, RC_INVALID},
	    {MULTIPART,
	     "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n" LAST,
	     RC_INVALID},
	    {MULTIPART, "--XX\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n" LAST,
	     RC_INVALID},
	    {MULTIPART, "--XX\r\ncontent-disposition:form-data;name=a\r\nX-Other: y\r\n\r\nx\r\n" LAST, RC_OK},
	    {MULTIPART, FILE_PART("", "content"), RC_INVALID},
	    /* the sink */
	    {MULTIPART, FILE_PART("a", "FULL"), RC_IO},
	};
	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		for (size_t step = 1; step < 200; step += 196) {
			struct arena *arena = arena_new();
			struct http_form form;
			struct memory memory;
			enum rc rc = read_form(arena, table[i].type, str_of(table[i].body), step, &form, &memory);
			if (rc != table[i].expected)
				print_error("%s: %s\n", table[i].type, table[i].body);
			assert_rc(rc, table[i].expected);
			arena_free(arena);
		}
	}
}

static void every_size_has_a_limit(void **state)
{
	static const struct {
		const char *type, *body;
		enum rc expected;
	} table[] = {
	    {"application/x-www-form-urlencoded", "a=123456789012345678901234567890123456789012345678901234567890123", RC_OK},
	    {"application/x-www-form-urlencoded", "a=1234567890123456789012345678901234567890123456789012345678901234", RC_LIMIT},
	    {"application/x-www-form-urlencoded", "a&b&c&d&e", RC_OK},
	    {"application/x-www-form-urlencoded", "a&b&c&d&e&f", RC_LIMIT},
	    {MULTIPART, FIELD("a", "123456789012345678901234567890123456789012345678901234567890123") LAST, RC_OK},
	    {MULTIPART, FIELD("a", "1234567890123456789012345678901234567890123456789012345678901234") LAST, RC_LIMIT},
	    {MULTIPART, FIELD("a", "") FIELD("b", "") FIELD("c", "") FIELD("d", "") FIELD("e", "") FIELD("f", "") LAST, RC_LIMIT},
	    {MULTIPART, FILE_PART("a", "12345678901234567890123456789012") FILE_PART("b", "") LAST, RC_OK},
	    {MULTIPART, FILE_PART("a", "123456789012345678901234567890123") LAST, RC_LIMIT},
	    {MULTIPART, FILE_PART("a", "") FILE_PART("b", "") FILE_PART("c", "") LAST, RC_LIMIT},
	};
	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct arena *arena = arena_new();
		struct http_form form;
		struct memory memory;
		assert_rc(read_form(arena, table[i].type, str_of(table[i].body), 5, &form, &memory), table[i].expected);
		arena_free(arena);
	}
}

static void a_part_head_without_end_is_refused(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct http_form form;
	struct memory memory;
	struct buf body;
	buf_init(&body, arena, 1 << 16);
	buf_add(&body, STR("--XX\r\nX-Long: "));
	for (int i = 0; i < HTTP_FORM_PART_HEAD_BYTES; i++)
		buf_add_char(&body, 'x');
	assert_rc(read_form(arena, MULTIPART, buf_str(&body), 1000, &form, &memory), RC_LIMIT);
	arena_free(arena);
}

static void a_refusal_stays(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct http_form form;
	const struct http_form_sink sink = {.begin = begin, .write = write_bytes, .end = end};
	assert_rc(http_form_init(&form, arena, STR(MULTIPART), &limits, &sink), RC_OK);
	assert_rc(http_form_feed(&form, STR("nonsense")), RC_INVALID);
	assert_rc(http_form_feed(&form, STR(LAST)), RC_INVALID);
	assert_rc(http_form_finish(&form), RC_INVALID);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(urlencoded_fields_are_decoded_at_any_cut),
	    cmocka_unit_test(a_multipart_form_is_read_at_any_cut),
	    cmocka_unit_test(a_file_field_left_empty_is_no_upload_but_an_empty_file_is),
	    cmocka_unit_test(what_no_browser_sends_is_refused),
	    cmocka_unit_test(every_size_has_a_limit),
	    cmocka_unit_test(a_part_head_without_end_is_refused),
	    cmocka_unit_test(a_refusal_stays),
	};
	return TEST_RUN(cases);
}
