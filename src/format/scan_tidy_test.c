#include "format/scan_tidy.h"

#include "format/scan_testing.h"

static void assert_tidied(const char *read, uint8_t confidence, const char *meant)
{
	struct arena *arena = arena_new();
	struct page page = scan_testing_page(arena, read, confidence);
	scan_tidy(arena, &page);
	assert_str(scan_testing_text(arena, &page), meant);
	arena_free(arena);
}

static void underlines_and_specks_go(void **state)
{
	(void)state;
	assert_tidied("CẨM __ GIANG ˆ _", 90, "CẨM GIANG");
	assert_tidied("- . GIANG —", 40, "GIANG");
	assert_tidied("_Xét đề nghị", 90, "Xét đề nghị");
}

static void bullets_and_dashes_stay(void **state)
{
	(void)state;
	assert_tidied("- Sở Nội vụ – Văn phòng", 90, "- Sở Nội vụ – Văn phòng");
}

static void a_torn_code_is_whole(void **state)
{
	(void)state;
	assert_tidied("số 07-C T/TU ngày", 40, "số 07-CT/TU ngày");
	assert_tidied("số 07-C T/TU ngày", 90, "số 07-C T/TU ngày");
	assert_tidied("UBND T/TU 12 T/TU", 40, "UBND T/TU 12 T/TU");
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(underlines_and_specks_go),
	    cmocka_unit_test(bullets_and_dashes_stay),
	    cmocka_unit_test(a_torn_code_is_whole),
	};
	return TEST_RUN(cases);
}
