#include "format/scan_formula.h"

#include "format/scan_testing.h"

static void assert_mended(const char *read, const char *meant)
{
	struct arena *arena = arena_new();
	struct page page = scan_testing_page(arena, read, 90);
	scan_formula_mend(arena, &page, 1);
	assert_str(scan_testing_text(arena, &page), meant);
	arena_free(arena);
}

static void what_differs_by_a_letter_is_the_formula(void **state)
{
	(void)state;
	assert_mended("GỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	assert_mended("SỞ Y TẾ CÔỘNG HOÀ XÃ HÔI CHỦ NGHĨA VIỆT NAM", "SỞ Y TẾ CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	assert_mended("Độc lâp - Tự do – Hạnh phúc", "Độc lập - Tự do – Hạnh phúc");
	assert_mended("- Lưu: VI, NC.", "- Lưu: VT, NC.");
}

static void what_differs_by_more_is_something_else(void **state)
{
	(void)state;
	static const char *const sound[] = {
	    "Lưu trữ hồ sơ; Lưu: hồ sơ",
	    "ĐẢNG BỘ XÃ HỘI CHỦ NGHĨA",
	    "Độc lập, tự chủ - Tự do",
	    "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
	};
	for (size_t i = 0; i < sizeof sound / sizeof *sound; i++)
		assert_mended(sound[i], sound[i]);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(what_differs_by_a_letter_is_the_formula),
	    cmocka_unit_test(what_differs_by_more_is_something_else),
	};
	return TEST_RUN(cases);
}
