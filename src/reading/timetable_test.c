/* Each case: the sections of a plan of 2026, and the tasks found there, as "ordinal title <start..end>". */
#include "reading/timetable.h"

#include "reading/testing.h"

static const char head[] = "TRƯỜNG THPT VÍ DỤ\n"
                           "Số: 5/KH-THPTVD\n"
                           "Bình Minh, ngày 05 tháng 01 năm 2026\n"
                           "\n"
                           "KẾ HOẠCH\n"
                           "Tuyên truyền cải cách hành chính năm 2026\n"
                           "\n"
                           "I. MỤC ĐÍCH\n"
                           "Nâng cao nhận thức.\n";

static void show(struct buf *out, const struct reading *reading)
{
	for (size_t i = 0; i < reading->tasks.n; i++) {
		const struct reading_task *task = &reading->tasks.at[i];
		const struct schedule *schedule = &task->parts.at[0].schedule;
		buf_add_format(out, "%s%.*s %.*s <%.*s..%.*s>", testing_between(out), STR_ARG(task->ordinal), STR_ARG(task->title.text),
		               STR_ARG(date_format_iso(out->arena, schedule->start)),
		               STR_ARG(date_format_iso(out->arena, schedule->end)));
	}
}

static void a_line_of_a_month_is_a_task(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. LỊCH\nTháng 9: Phổ biến nội quy.\nTháng 12: Sơ kết.\nTháng 01, 02: Khảo sát phụ huynh.\n",
	     "1 Phổ biến nội quy <2026-09-01..2026-09-30> | 2 Sơ kết <2026-12-01..2026-12-31> | "
	     "3 Khảo sát phụ huynh <2027-01-01..2027-02-28>"},
	    {"II. LỊCH\n- Tuần 2 (từ 12/01 đến 17/01): Làm bảng tin.\n- Tuần 3 (từ 19/01 đến 24/01): Treo áp phích.\n",
	     "1 Làm bảng tin <2026-01-12..2026-01-17> | 2 Treo áp phích <2026-01-19..2026-01-24>"},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

static void what_stands_below_a_month_is_done_in_it(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. LỊCH\n1. Tháng 3/2026\n- Làm bảng tin.\n- Treo áp phích;\n2. Tháng 4/2026:\n- Tập huấn.\n3. Lưu ý\n- Giữ trật "
	     "tự.\n",
	     "1 Làm bảng tin <2026-03-01..2026-03-31> | 2 Treo áp phích <2026-03-01..2026-03-31> | "
	     "3 Tập huấn <2026-04-01..2026-04-30>"},
	    {"II. LỊCH\nTháng 3/2026\n- Làm bảng tin.\nTháng 4/2026\n- Tập huấn.\nIII. KINH PHÍ\n- Tự chủ.\n",
	     "1 Làm bảng tin <2026-03-01..2026-03-31> | 2 Tập huấn <2026-04-01..2026-04-30>"},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

static void what_only_speaks_of_months_is_no_timetable(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. NHIỆM VỤ\nTháng 9: Phổ biến nội quy.\n", ""},
	    {"II. NHIỆM VỤ\nTháng 9 là tháng cao điểm: mọi lớp tham gia.\nTháng 10 cũng vậy: mọi tổ tham gia.\n", ""},
	    {"II. TỔ CHỨC THỰC HIỆN\nTháng 6: Báo cáo.\nTháng 12: Báo cáo.\n", ""},
	};
	(void)state;
	testing_check(head, show, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_line_of_a_month_is_a_task),
	    cmocka_unit_test(what_stands_below_a_month_is_done_in_it),
	    cmocka_unit_test(what_only_speaks_of_months_is_no_timetable),
	};
	return TEST_RUN(tests);
}
