/* What has to be reported, to whom, by when and by whom: in the body, in the table, beside an assignment. */
#include "reading/report_duties.h"

#include "reading/schedule_cases.h"
#include "reading/testing.h"

/* A plan around `body`, lines of the part that says who does what, and `rows` of its table. */
static void read(struct arena *arena, const char *body, const char *rows, struct reading *ret)
{
	static const char head[] =
	    "UBND TỈNH VÍ DỤ\n"
	    "SỞ VĂN HÓA VÍ DỤ\n"
	    "\n"
	    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	    "Độc lập - Tự do - Hạnh phúc\n"
	    "\n"
	    "Số: 12/KH-SVH\n"
	    "Bình Minh, ngày 05 tháng 01 năm 2026\n"
	    "\n"
	    "KẾ HOẠCH\n"
	    "Truyền thông cải cách hành chính\n"
	    "của Sở Văn hóa Ví Dụ năm 2026\n"
	    "\n"
	    "Thực hiện Kế hoạch số 7/KH-UBND ngày 02/01/2026 của UBND tỉnh, Sở Văn hóa Ví Dụ xây dựng Kế hoạch như sau:\n"
	    "I. NỘI DUNG\n"
	    "- Hằng năm nâng cao nhận thức của công chức.\n"
	    "1. Phát bản tin trên loa truyền thanh vào sáng thứ Hai hằng tuần.\n"
	    "2. Treo băng rôn theo Công văn số 9/SVH-VP ngày 03/01/2026.\n"
	    "II. TỔ CHỨC THỰC HIỆN\n";
	static const char tail[] = "Trên đây là Kế hoạch của Sở./.\n"
	                           "Nơi nhận:                          GIÁM ĐỐC\n"
	                           "- UBND tỉnh;\n"
	                           "- Lưu: VT.                         Lê Thị Mẫu\n"
	                           "\n"
	                           "PHỤ LỤC\n"
	                           "| STT | Nhiệm vụ | Sản phẩm | Thời gian | Phân công thực hiện |\n"
	                           "|---|---|---|---|---|\n";
	*ret = testing_read(arena, str_format(arena, "%s%s%s%s", head, body, tail, rows));
}

struct expected {
	const char *to, *by, *schedule;
};

static void check(const struct reading *reading, struct arena *arena, const struct expected *expected, size_t n)
{
	assert_int_equal(reading->report_duties.n, n);
	for (size_t i = 0; i < n; i++) {
		const struct reading_report_duty *duty = &reading->report_duties.at[i];
		assert_str(schedule_in_short(arena, &duty->schedule), expected[i].schedule);
		assert_str(duty->to, expected[i].to);
		assert_str(duty->by, expected[i].by);
	}
}

static void the_body_says_who_reports_when_and_to_whom(void **state)
{
	static const struct expected expected[] = {
	    {"", "", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=MO"},
	    {"Giám đốc Sở", "Văn phòng Sở", "recurring 2026-01-01..2026-12-31 before FREQ=MONTHLY;BYMONTHDAY=25"},
	    {"UBND tỉnh", "Văn phòng Sở", "once due 2026-12-05 before"},
	    {"UBND tỉnh", "Văn phòng Sở",
	     "recurring 2026-01-01..2026-12-31 if trong báo cáo cải cách hành chính quý, 6 tháng và năm"},
	    {"", "Phòng Nghiệp vụ", "window 2026-02-01..2026-02-28"},
	    {"Văn phòng Sở", "Phòng Nghiệp vụ", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	};
	(void)state;
	struct arena *arena = arena_new();
	struct reading reading;
	read(arena,
	     "1. Văn phòng Sở\n"
	     "- Đôn đốc việc thực hiện; tổng hợp, báo cáo Giám đốc Sở trước ngày 25 hằng tháng.\n"
	     "- Báo cáo UBND tỉnh kết quả năm 2026 trước ngày 05/12/2026.\n"
	     "- Định kỳ báo cáo về UBND tỉnh trong báo cáo cải cách hành chính quý, 6 tháng và năm.\n"
	     "2. Phòng Nghiệp vụ\n"
	     "- Xây dựng kế hoạch của phòng, hoàn thành trong tháng 02/2026.\n"
	     "- Gửi ảnh và tin cho Văn phòng Sở mỗi quý một lần.\n",
	     "| 1 | Họp báo | Thông cáo | Trước ngày 20/11/2026 | Văn phòng Sở |\n", &reading);
	check(&reading, arena, expected, sizeof expected / sizeof expected[0]);
	arena_free(arena);
}

static void the_table_adds_what_comes_back_and_its_reports(void **state)
{
	static const struct expected expected[] = {
	    {"", "", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=MO"},
	    {"UBND tỉnh", "Văn phòng Sở", "once due 2026-11-25 before"},
	    {"", "Văn phòng Sở; Phòng Nghiệp vụ", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"UBND tỉnh", "Văn phòng Sở", "window 2026-09-01..2026-09-30"},
	};
	(void)state;
	struct arena *arena = arena_new();
	struct reading reading;
	read(arena, "1. Văn phòng Sở theo dõi việc thực hiện.\n",
	     "| 1 | Tổng kết năm, báo cáo UBND tỉnh | Báo cáo | Trước ngày 25/11/2026 | Văn phòng Sở |\n"
	     "| 2 | Viết tin về gương tốt | Tin | Hằng tháng | Văn phòng Sở, Phòng Nghiệp vụ |\n"
	     "| 3 | Khảo sát người dân | Báo cáo khảo sát | Ngày 30/9/2026 | Văn phòng Sở |\n"
	     "| 4 | Trao giải, báo cáo UBND tỉnh | Lễ trao giải | Tháng 9/2026 | Văn phòng Sở |\n",
	     &reading);
	check(&reading, arena, expected, sizeof expected / sizeof expected[0]);
	arena_free(arena);
}

static void each_report_of_a_sentence_has_its_own_day(void **state)
{
	static const struct expected expected[] = {
	    {"", "", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=MO"},
	    {"", "Văn phòng Sở", "once due 2026-06-10 before"},
	    {"", "Văn phòng Sở", "once due 2026-12-05 before"},
	    {"UBND tỉnh", "Văn phòng Sở", "once due 2026-02-28 before"},
	    {"UBND tỉnh", "Văn phòng Sở", "once due 2026-06-15,2026-12-10 before"},
	};
	(void)state;
	struct arena *arena = arena_new();
	struct reading reading;
	read(arena,
	     "1. Văn phòng Sở\n"
	     "- Báo cáo kết quả 6 tháng trước ngày 10/6/2026, báo cáo năm trước ngày 05/12/2026.\n"
	     "- Căn cứ Kế hoạch này, xây dựng kế hoạch chi tiết, gửi UBND tỉnh trước ngày 28/02/2026.\n"
	     "- Tham mưu UBND tỉnh sơ kết trước 15/6/2026, tổng kết trước 10/12/2026.\n"
	     "- Dự trù chi phí bán hàng năm 2026; nhân rộng mô hình “Ngày thứ Bảy không hẹn”.\n",
	     "", &reading);
	check(&reading, arena, expected, sizeof expected / sizeof expected[0]);
	arena_free(arena);
}

static void a_term_behind_other_words_is_found(void **state)
{
	static const struct expected expected[] = {
	    {"", "", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=MO"},
	    {"", "Thủ trưởng các đơn vị", "once due 2026-02-20 before"},
	    {"Sở Nội vụ", "Thủ trưởng các đơn vị", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	};
	(void)state;
	struct arena *arena = arena_new();
	struct reading reading;
	read(arena,
	     "1. Thủ trưởng các đơn vị căn cứ Kế hoạch này ban hành kế hoạch của đơn vị trước ngày 20/02/2026; mỗi quý gửi Sở Nội vụ "
	     "một bản tổng hợp.\n",
	     "", &reading);
	check(&reading, arena, expected, sizeof expected / sizeof expected[0]);
	assert_true(reading.report_duties.at[1].what.confidence >= 90);
	assert_true(reading.report_duties.at[0].what.confidence < 90);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_body_says_who_reports_when_and_to_whom),
	    cmocka_unit_test(the_table_adds_what_comes_back_and_its_reports),
	    cmocka_unit_test(a_term_behind_other_words_is_found),
	    cmocka_unit_test(each_report_of_a_sentence_has_its_own_day),
	};
	return TEST_RUN(tests);
}
