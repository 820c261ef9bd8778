/* A plan against the one above it, which it carries out. */
#include "reading/check_above.h"

#include "reading/testing.h"

/* What both plans begin with. */
static const char above_head[] = "UBND TỈNH VÍ DỤ\n"
                                 "SỞ NỘI VỤ\n"
                                 "Số: 8/KH-SNV\n"
                                 "Bình Minh, ngày 05 tháng 01 năm 2026\n"
                                 "\n"
                                 "KẾ HOẠCH\n"
                                 "Tuyên truyền cải cách hành chính năm 2026\n"
                                 "\n";

struct test_case {
	const char *above, *own;
	int defect; /* the only one against the plan above; READING_DEFECTS for none */
};

static void check(const struct test_case *one)
{
	struct arena *arena = arena_new();
	struct str above_text = str_format(arena, "%s%s", above_head, one->above);
	struct str own_text = str_format(arena, "%s%s", TESTING_HEAD, one->own);
	struct reading above = testing_read(arena, above_text), own = testing_read(arena, own_text);
	size_t before = own.warnings.n;
	const struct check_above asked = check_above_of(arena, &above, above_text);
	assert_str(asked.name, "Kế hoạch số 8/KH-SNV");
	check_above_run(arena, &asked, own_text, &own);
	if (own.warnings.n - before != (one->defect != READING_DEFECTS))
		fail_msg("\"%s\" against \"%s\": %zu", one->own, one->above, own.warnings.n - before);
	if (one->defect != READING_DEFECTS) {
		const struct reading_warning *warning = &own.warnings.at[own.warnings.n - 1];
		assert_int_equal(warning->defect, one->defect);
		assert_true(warning->span.end > warning->span.begin && warning->span.end <= own_text.len);
	}
	arena_free(arena);
}

static void check_all(const struct test_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check(&cases[i]);
}

#define DUTIES "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng\n- "

static void a_report_is_due_by_the_day_that_is_asked_for(void **state)
{
	static const struct test_case cases[] = {
	    {DUTIES "Báo cáo năm về Sở Nội vụ trước ngày 25/11/2026.\n", DUTIES "Báo cáo năm về Sở Nội vụ trước ngày 05/12/2026.\n",
	     READING_LATER_THAN_ABOVE},
	    {DUTIES "Báo cáo năm về Sở Nội vụ trước ngày 25/11/2026.\n", DUTIES "Báo cáo năm về Sở Nội vụ trước ngày 20/11/2026.\n",
	     READING_DEFECTS},
	    {DUTIES "Báo cáo năm về Sở Nội vụ trước ngày 25/11/2026.\n", DUTIES "Báo cáo Giám đốc trước ngày 05/12/2026.\n",
	     READING_DEFECTS},
	    {DUTIES "Báo cáo Sở Nội vụ 6 tháng trước ngày 05/6/2026, báo cáo năm Sở Nội vụ trước ngày 25/11/2026.\n",
	     DUTIES "Báo cáo năm về Sở Nội vụ trước ngày 25/11/2026.\n", READING_DEFECTS},
	};
	(void)state;
	check_all(cases, sizeof cases / sizeof cases[0]);
}

static void a_quota_is_not_below_the_one_asked_for(void **state)
{
	static const struct test_case cases[] = {
	    {"I. NỘI DUNG\nMỗi đơn vị gửi ít nhất 02 tin, bài/tháng.\n", "II. NỘI DUNG\nMỗi phòng 01 tin, bài/tháng.\n",
	     READING_LESS_THAN_ABOVE},
	    {"I. NỘI DUNG\nMỗi tháng gửi tối thiểu 02 tin, bài.\n", "II. NỘI DUNG\nMỗi phòng 01 tin, bài/tháng.\n",
	     READING_LESS_THAN_ABOVE},
	    {"I. NỘI DUNG\nTừ 1 - 3 tin, bài/tháng.\n", "II. NỘI DUNG\nMỗi phòng 01 tin, bài/tháng.\n", READING_DEFECTS},
	    {"I. NỘI DUNG\nMỗi đơn vị 02 tin, bài/tháng.\n", "II. NỘI DUNG\nMỗi phòng 03 tin, bài/tháng.\n", READING_DEFECTS},
	    {"I. NỘI DUNG\nMỗi đơn vị 02 tin, bài/quý.\n", "II. NỘI DUNG\nMỗi phòng 01 tin, bài/tháng.\n", READING_DEFECTS},
	    {"I. NỘI DUNG\nSở 04 tin, bài/tháng; xã 02 tin, bài/tháng.\n", "II. NỘI DUNG\nMỗi phòng 01 tin, bài/tháng.\n",
	     READING_DEFECTS},
	};
	(void)state;
	check_all(cases, sizeof cases / sizeof cases[0]);
}

static void a_target_is_not_below_the_one_asked_for(void **state)
{
	static const struct test_case cases[] = {
	    {"I. MỤC TIÊU\n- Tỷ lệ hồ sơ trực tuyến toàn trình đạt trên 75%.\n",
	     "II. MỤC TIÊU\n- Tỷ lệ hồ sơ trực tuyến toàn trình đạt 70%.\n", READING_LESS_THAN_ABOVE},
	    {"I. MỤC TIÊU\n- Tỷ lệ hồ sơ trực tuyến toàn trình đạt trên 75%.\n",
	     "II. MỤC TIÊU\n- Tỷ lệ hồ sơ trực tuyến toàn trình đạt 75,5%.\n", READING_DEFECTS},
	    {"I. MỤC TIÊU\n- Tỷ lệ hồ sơ trực tuyến toàn trình đạt trên 75%.\n",
	     "II. MỤC TIÊU\n- Phấn đấu 70% cán bộ được tập huấn kỹ năng.\n", READING_DEFECTS},
	    {"I. MỤC TIÊU\n- Tỷ lệ hồ sơ quá hạn của đơn vị dưới 2%.\n", "II. MỤC TIÊU\n- Tỷ lệ hồ sơ quá hạn của đơn vị dưới 1%.\n",
	     READING_DEFECTS},
	};
	(void)state;
	check_all(cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_report_is_due_by_the_day_that_is_asked_for),
	    cmocka_unit_test(a_quota_is_not_below_the_one_asked_for),
	    cmocka_unit_test(a_target_is_not_below_the_one_asked_for),
	};
	return TEST_RUN(tests);
}
