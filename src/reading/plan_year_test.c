/* Each case: the title of a plan or report with what follows, and the times of its tasks and reports: "start..end". */
#include "reading/plan_year.h"

#include "reading/testing.h"

static const char head[] = "SỞ VÍ DỤ\n"
                           "Số: 5/BC-SVD\n"
                           "Bình Minh, ngày 28 tháng 11 năm 2026\n"
                           "\n";

static void show_schedule(struct buf *out, const struct schedule *schedule)
{
	buf_add_format(out, "%s%.*s..%.*s", testing_between(out), STR_ARG(date_format_iso(out->arena, schedule->start)),
	               STR_ARG(date_format_iso(out->arena, schedule->end)));
}

static void show(struct buf *out, const struct reading *reading)
{
	for (size_t i = 0; i < reading->tasks.n; i++)
		show_schedule(out, &reading->tasks.at[i].parts.at[0].schedule);
	for (size_t i = 0; i < reading->report_duties.n; i++)
		show_schedule(out, &reading->report_duties.at[i].schedule);
}

#define TABLE_HEAD "| STT | Nhiệm vụ | Sản phẩm | Thời gian | Đơn vị thực hiện |\n|---|---|---|---|---|\n"

static void a_section_and_an_appendix_name_their_year(void **state)
{
	static const struct testing_case cases[] = {
	    {"BÁO CÁO\nKết quả tuyên truyền năm 2026\n\nI. KẾT QUẢ NĂM 2026\nTốt.\nII. NHIỆM VỤ NĂM 2027\n"
	     "Các phòng gửi số liệu về Văn phòng Sở hằng quý.\n\nPHỤ LỤC\nNHIỆM VỤ NĂM 2027\n" TABLE_HEAD
	     "| 1 | Họp báo | Thông cáo | Cả năm | Văn phòng Sở |\n",
	     "2027-01-01..2027-12-31 | 2027-01-01..2027-12-31"},
	    {"BÁO CÁO\nKết quả tuyên truyền năm 2026\n\nI. KẾT QUẢ\nTốt.\n\nPHỤ LỤC\nNHIỆM VỤ NĂM 2026 VÀ DỰ KIẾN NĂM "
	     "2027\n" TABLE_HEAD "| 1 | Họp báo | Thông cáo | Cả năm | Văn phòng Sở |\n",
	     "2026-01-01..2026-12-31"},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

static void a_school_year_lasts_from_september_to_may(void **state)
{
	static const struct testing_case cases[] = {
	    {"KẾ HOẠCH\nTuyên truyền năm học 2026 - 2027\n\nI. NHIỆM VỤ\n" TABLE_HEAD
	     "| 1 | Đăng tin | Tin | Hằng tháng | Tổ Văn phòng |\n| 2 | Hội thi | Kết quả | Trong năm 2026 | Tổ Văn phòng |\n",
	     "2026-09-01..2027-05-31 | 2026-01-01..2026-12-31 | 2026-09-01..2027-05-31"},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

static void a_period_of_the_title_bounds_what_comes_back(void **state)
{
#define ROWS                                                                                                                     \
	"\n\nI. NHIỆM VỤ\n" TABLE_HEAD "| 1 | Đăng tin | Tin | Hằng tuần | Tổ Văn phòng |\n"                               \
	"| 2 | Hội thi | Kết quả | Tháng 8/2026 | Tổ Văn phòng |\n"
	static const struct testing_case cases[] = {
	    {"CHƯƠNG TRÌNH\nCông tác quý III năm 2026" ROWS,
	     "2026-07-01..2026-09-30 | 2026-08-01..2026-08-31 | 2026-07-01..2026-09-30"},
	    {"KẾ HOẠCH\nTuyên truyền 6 tháng cuối năm 2026" ROWS,
	     "2026-01-01..2026-12-31 | 2026-08-01..2026-08-31 | 2026-01-01..2026-12-31"},
	    {"KẾ HOẠCH\nCông tác tháng 8 năm 2026" ROWS, "2026-08-01..2026-08-31 | 2026-08-01..2026-08-31 | 2026-08-01..2026-08-31"},
	    {"KẾ HOẠCH\nCao điểm tuyên truyền từ ngày 01/7/2026 đến ngày 30/9/2026" ROWS,
	     "2026-07-01..2026-09-30 | 2026-08-01..2026-08-31 | 2026-07-01..2026-09-30"},
	    {"BÁO CÁO\nKết quả quý II, nhiệm vụ quý III năm 2026" ROWS,
	     "2026-01-01..2026-12-31 | 2026-08-01..2026-08-31 | 2026-01-01..2026-12-31"},
	    {"KẾ HOẠCH\nHưởng ứng Ngày Pháp luật 09/11/2026" ROWS,
	     "2026-01-01..2026-12-31 | 2026-08-01..2026-08-31 | 2026-01-01..2026-12-31"},
	    {"KẾ HOẠCH\nTuyên truyền giai đoạn 2026 - 2030" ROWS,
	     "2026-01-01..2026-12-31 | 2026-08-01..2026-08-31 | 2026-01-01..2026-12-31"},
	};
#undef ROWS
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_section_and_an_appendix_name_their_year),
	    cmocka_unit_test(a_school_year_lasts_from_september_to_may),
	    cmocka_unit_test(a_period_of_the_title_bounds_what_comes_back),
	};
	return TEST_RUN(tests);
}
