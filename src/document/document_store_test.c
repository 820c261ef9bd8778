#include "document/document_store.h"

#include "base/test.h"

static const char text[] = "KẾ HOẠCH\n| 1 | Đăng tin |\n";

/* A title, a row of two cells, a page with a word, a warning. */
static struct document sample(struct arena *arena)
{
	struct document document = {.text = str_of(text)};
	struct document_block title = {.span = {0, 12}, .line = 1, .page_before = true, .emphasised = true};
	struct document_block row = {.kind = DOCUMENT_ROW, .span = {13, 31}, .line = 2, .blank_before = 3, .indent = 4, .n_cells = 2};
	row.cells = ARENA_ARRAY(arena, struct document_cell, 2);
	row.cells[0] = (struct document_cell){.span = {15, 16}};
	row.cells[1] = (struct document_cell){.span = {19, 29}, .column = 1, .n_columns = 2, .n_rows = 3};
	VEC_PUSH(arena, &document.blocks, title);
	VEC_PUSH(arena, &document.blocks, row);
	VEC_PUSH(arena, &document.pages, (struct document_page){.width = 59500, .height = 84200, .is_scan = true});
	VEC_PUSH(arena, &document.words, (struct document_word){{0, 4}, 1, 1000, 2000, 3000, 2500, 97});
	VEC_PUSH(arena, &document.warnings, (struct message){.id = "{1} lines were lost", .args = {STR("7")}});
	return document;
}

static struct str stored(struct arena *arena)
{
	struct document document = sample(arena);
	struct str bytes = {0};
	assert_rc(document_store_write(arena, &document, &bytes), RC_OK);
	return bytes;
}

static void what_is_written_is_read(void **state)
{
	struct arena *arena = arena_new();
	struct document d;
	(void)state;
	assert_rc(document_store_read(arena, stored(arena), &d), RC_OK);
	assert_str(d.text, text);
	assert_int_equal(d.blocks.n, 2);
	assert_int_equal(d.blocks.at[0].kind, DOCUMENT_LINE);
	assert_true(d.blocks.at[0].page_before);
	assert_true(d.blocks.at[0].emphasised);
	const struct document_block *row = &d.blocks.at[1];
	assert_int_equal(row->blank_before, 3);
	assert_int_equal(row->indent, 4);
	assert_str(document_span_text(&d, row->cells[1].span), "Đăng tin");
	assert_int_equal(row->cells[1].n_columns, 2);
	assert_int_equal(row->cells[1].n_rows, 3);
	assert_int_equal(d.pages.at[0].height, 84200);
	assert_true(d.pages.at[0].is_scan);
	assert_int_equal(d.words.at[0].right, 3000);
	assert_int_equal(d.words.at[0].confidence, 97);
	assert_string_equal(d.warnings.at[0].id, "{1} lines were lost");
	assert_str(d.warnings.at[0].args[0], "7");
	arena_free(arena);
}

static void bytes_cut_or_spoilt_anywhere_are_refused(void **state)
{
	struct arena *arena = arena_new();
	struct str bytes = stored(arena);
	struct document d;
	(void)state;
	for (size_t len = 0; len < bytes.len; len++)
		assert_rc(document_store_read(arena, str_part(bytes, 0, len), &d), RC_INVALID);
	char *copy = arena_alloc(arena, bytes.len);
	for (size_t i = 0; i < bytes.len; i++) {
		memcpy(copy, bytes.ptr, bytes.len);
		copy[i] = (char)(copy[i] ^ 0x15);
		assert_rc(document_store_read(arena, (struct str){copy, bytes.len}, &d), RC_INVALID);
	}
	arena_free(arena);
}

/* Who wrote it may lie with a sum that is right. */
static void a_document_that_breaks_its_promises_is_refused(void **state)
{
	struct arena *arena = arena_new();
	struct document d, got;
	struct str bytes = {0};
	(void)state;
	for (int lie = 0; lie < 8; lie++) {
		d = sample(arena);
		struct document_block *row = &d.blocks.at[1];
		if (lie == 0)
			row->span.end = 4000;
		else if (lie == 1)
			row->cells[1].span.begin = 20; /* within a letter */
		else if (lie == 2)
			row->cells[1].column = 0;
		else if (lie == 3)
			row->n_cells = 0;
		else if (lie == 4)
			d.words.at[0].page = 2;
		else if (lie == 5)
			d.words.at[0].right = 10;
		else if (lie == 6)
			d.text = STR("KE\xcc\x82 HOACH, not composed, long enough");
		else
			d.text = STR("a bell \a and enough of text behind it");
		assert_rc(document_store_write(arena, &d, &bytes), RC_OK);
		assert_rc(document_store_read(arena, bytes, &got), RC_INVALID);
	}
	arena_free(arena);
}

static void a_message_goes_there_and_back(void **state)
{
	struct arena *arena = arena_new();
	struct message sent = {.id = "Line {1}", .args = {STR("12"), STR("Đ")}}, got = {0};
	(void)state;
	assert_rc(document_store_read_message(arena, document_store_write_message(arena, &sent), &got), RC_OK);
	assert_string_equal(got.id, "Line {1}");
	assert_str(got.args[1], "Đ");
	assert_rc(document_store_read_message(arena,
	                                      STR("\x03"
	                                          "ab"),
	                                      &got),
	          RC_INVALID);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(what_is_written_is_read),
	    cmocka_unit_test(bytes_cut_or_spoilt_anywhere_are_refused),
	    cmocka_unit_test(a_document_that_breaks_its_promises_is_refused),
	    cmocka_unit_test(a_message_goes_there_and_back),
	};
	return TEST_RUN(cases);
}
