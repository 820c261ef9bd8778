#include "format/scan_language.h"

#include "format/scan_testing.h"
#include "repair/store.h"

/* What becomes of words, each read as surely as said. */
static struct str mended(struct arena *arena, const char *text, uint8_t confidence, bool is_scan)
{
	struct page page = scan_testing_page(arena, text, confidence);
	struct repair_model model;
	if (repair_store_open(arena, &model) != RC_OK) {
		print_message("there is no model/vietnamese.model\n");
		skip();
	}
	page.is_scan = is_scan;
	scan_language_mend(arena, &model, &page, 1);
	repair_store_close(&model);
	return scan_testing_text(arena, &page);
}

static void assert_mended(const char *read, uint8_t confidence, const char *meant)
{
	struct arena *arena = arena_new();
	assert_str(mended(arena, read, confidence, true), meant);
	arena_free(arena);
}

static void marks_that_readers_confuse_are_told_by_the_words_around(void **state)
{
	(void)state;
	assert_mended("Văn phòng Tống hợp kiếm tra, đôn đốc thúc đấy đối mới.", 96,
	              "Văn phòng Tổng hợp kiểm tra, đôn đốc thúc đẩy đổi mới.");
	assert_mended("- Các bộ phân được phân công; bố trí dự toán chỉ thường xuyên; sắp xếp, tỉnh gọn bộ máy", 95,
	              "- Các bộ phận được phân công; bố trí dự toán chi thường xuyên; sắp xếp, tinh gọn bộ máy");
	assert_mended("QUA Cống/Trang thông tỉn điện tử", 90, "QUA Cổng/Trang thông tin điện tử");
}

static void the_case_of_each_letter_stays(void **state)
{
	(void)state;
	assert_mended("TRUNG TÂM TUYẾN TRUYỀN CẢI CÁCH HÀNH CHÍNH", 23, "TRUNG TÂM TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH");
	assert_mended("Đài Truyền thanh phố biến", 90, "Đài Truyền thanh phổ biến");
}

static void names_numbers_and_codes_stay(void **state)
{
	(void)state;
	static const char *const sound[] = {
	    "UBND xã Đồi Cọ xây dựng kế hoạch",
	    "xã Nậm Khòa, phường Lam Thành và xã Bến Nghè",
	    "Chỉ thị số 07-CT/TU ngày 02/3/2026 của Thành ủy",
	    "Cơ chế, chính sách và chỉ tiêu thi đua; các chỉ số thành phần được công bố",
	};
	for (size_t i = 0; i < sizeof sound / sizeof *sound; i++)
		assert_mended(sound[i], 93, sound[i]);
}

static void what_was_changed_is_no_longer_sure(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct repair_model model;
	struct page page = scan_testing_page(arena, "Tống cục", 96);
	if (repair_store_open(arena, &model) != RC_OK)
		skip();
	scan_language_mend(arena, &model, &page, 1);
	assert_str(page.words.at[0].text, "Tổng");
	assert_true(page.words.at[0].confidence < 75);
	assert_int_equal(page.words.at[1].confidence, 96);
	repair_store_close(&model);
	arena_free(arena);
}

static void text_that_was_not_read_from_a_picture_stays(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_str(mended(arena, "kiếm tra, Tống hợp", 96, false), "kiếm tra, Tống hợp");
	arena_free(arena);
}

static void without_the_model_nothing_is_changed(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct page page = {.is_scan = true};
	VEC_PUSH(arena, &page.words, (struct page_word){.text = STR("kiếm"), .confidence = 50});
	scan_language_mend(arena, NULL, &page, 1);
	assert_str(page.words.at[0].text, "kiếm");
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(marks_that_readers_confuse_are_told_by_the_words_around),
	    cmocka_unit_test(the_case_of_each_letter_stays),
	    cmocka_unit_test(names_numbers_and_codes_stay),
	    cmocka_unit_test(what_was_changed_is_no_longer_sure),
	    cmocka_unit_test(text_that_was_not_read_from_a_picture_stays),
	    cmocka_unit_test(without_the_model_nothing_is_changed),
	};
	return TEST_RUN(cases);
}
