#include "base/test.h"

#include "document/text_reader.h"
#include "repair/mend.h"

static void places_move_along_with_the_words(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document document = {0};
	struct message problem;
	struct repair_change_vec changes;
	assert_rc(text_reader_read(arena,
	                           STR("Uy ban nhan dan tinh ban hanh ké hoach\n\n"
	                               "| TT | Nhiém vu (trong tam) | Thoi gian |\n|---|---|---|\n"
	                               "| 1 | T6 chirc hdi nghi tuyén truyén | Quy II |\n"),
	                           &document, &problem),
	          RC_OK);
	struct str before = document.text;
	assert_rc(repair_mend(arena, &document, NULL, &changes), RC_OK);
	if (changes.n == 0) {
		print_message("there is no model/vietnamese.model\n");
		arena_free(arena);
		skip();
	}
	assert_int_equal(document.warnings.n, 1);
	assert_str(document_span_text(&document, document.blocks.at[0].span), "Ủy ban nhân dân tỉnh ban hành kế hoạch");
	const struct document_block *head = &document.blocks.at[1], *row = &document.blocks.at[2];
	assert_str(document_span_text(&document, head->cells[1].span), "Nhiệm vụ (trọng tâm)");
	assert_str(document_span_text(&document, row->cells[1].span), "Tổ chức hội nghị tuyên truyền");
	for (size_t i = 0; i < changes.n; i++) {
		assert_true(str_contains(before, changes.at[i].before));
		assert_false(str_eq(document_span_text(&document, changes.at[i].span), changes.at[i].before));
	}
	arena_free(arena);
}

static void a_sound_document_stays(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document document = {0};
	struct message problem;
	struct repair_change_vec changes;
	assert_rc(text_reader_read(arena, STR("Ủy ban nhân dân tỉnh ban hành kế hoạch\n"), &document, &problem), RC_OK);
	struct str before = document.text;
	assert_rc(repair_mend(arena, &document, NULL, &changes), RC_OK);
	assert_int_equal(changes.n, 0);
	assert_int_equal(document.warnings.n, 0);
	assert_ptr_equal(document.text.ptr, before.ptr);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(places_move_along_with_the_words),
	    cmocka_unit_test(a_sound_document_stays),
	};
	return TEST_RUN(cases);
}
