#include "format/scan_case.h"

#include "format/scan_testing.h"

static void assert_mended(const char *read, const char *meant)
{
	struct arena *arena = arena_new();
	struct page page = scan_testing_page(arena, read, 90);
	scan_case_mend(arena, &page, 1);
	assert_str(scan_testing_text(arena, &page), meant);
	arena_free(arena);
}

static void capitals_among_small_letters_are_small(void **state)
{
	(void)state;
	assert_mended("Công đoàn cơ SỞ; Phòng Tổ chức", "Công đoàn cơ sở; Phòng Tổ chức");
	assert_mended("tuyên truyền ở CƠ SỞ trong năm", "tuyên truyền ở cơ sở trong năm");
	assert_mended("triển khai theo lĩnh VỰC", "triển khai theo lĩnh vực");
}

static void a_capital_inside_a_word_is_small(void **state)
{
	(void)state;
	assert_mended("Văn phòng Tổng CụC; Vụ Tổ chức", "Văn phòng Tổng cục; Vụ Tổ chức");
}

static void capitals_that_are_meant_stay(void **state)
{
	(void)state;
	static const char *const sound[] = {
	    "SỞ NỘI VỤ",
	    "SỞ SỐ VỀ",
	    "của UBND xã. SỔ SÁCH",
	    "Sở Nội vụ và các Sở, ngành",
	    "gửi VX, NC; CV đi",
	    "ứng dụng VNeID và YouTube",
	};
	for (size_t i = 0; i < sizeof sound / sizeof *sound; i++)
		assert_mended(sound[i], sound[i]);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(capitals_among_small_letters_are_small),
	    cmocka_unit_test(a_capital_inside_a_word_is_small),
	    cmocka_unit_test(capitals_that_are_meant_stay),
	};
	return TEST_RUN(cases);
}
