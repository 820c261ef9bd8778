/* Times that are no single day, month or quarter: parts of them, several apart, around an event; schedule_cases.h has the
 * notation. */
#include "reading/schedule_words.h"

#include "reading/schedule_cases.h"

static void periods_apart_are_each_due(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Tháng 5 và tháng 10/2026", "once due 2026-05-31,2026-10-31"},
	    {"Tháng 2, 8/2026", "once due 2026-02-28,2026-08-31"},
	    {"Các tháng 3, 6, 9, 12", "once due 2026-03-31,2026-06-30,2026-09-30,2026-12-31"},
	    {"Tháng 3, 4 và tháng 9/2026", "once due 2026-04-30,2026-09-30"},
	    {"Tháng 4; tháng 7; tháng 11", "once due 2026-04-30,2026-07-31,2026-11-30"},
	    {"Quý I và quý III/2026", "once due 2026-03-31,2026-09-30"},
	    {"Quý II, IV năm 2026", "once due 2026-06-30,2026-12-31"},
	    {"Tháng 11/2026 và tháng 4/2027", "once due 2026-11-30,2027-04-30"},
	    {"Đợt 1: tháng 3; đợt 2: tháng 8/2026", "once due 2026-03-31,2026-08-31"},
	    {"Tuần 1 tháng 3, tuần 3 tháng 5/2026", "once due 2026-03-07,2026-05-21"},
	    {"Ngày 26/3/2026 và tháng 9/2026", "once due 2026-03-26,2026-09-30"},
	    {"Đợt 1: tháng 3 - 4; đợt 2: tháng 9 - 10/2026", "once due 2026-04-30,2026-10-31"},
	    {"Đợt 1 từ 01/3 - 31/3; đợt 2 từ 01/9 - 30/9/2026", "once due 2026-03-31,2026-09-30"},
	    {"Phát động: 19/5; nhận bài: từ 20/5 đến 30/8; trao giải: 10/10/2026", "once due 2026-08-30,2026-10-10"},
	    {"Học kỳ I: tháng 10; học kỳ II: tháng 3", "once due 2026-03-31,2026-10-31"},
	    {"Tháng 6 và tháng 7", "window 2026-06-01..2026-07-31"},
	    {"Từ tháng 3 đến tháng 5 và tháng 9", "once due 2026-05-31,2026-09-30"},
	    {"Tuyển sinh 2027 (tháng 10, 11/2026)", "window 2026-10-01..2026-11-30"},
	};
	(void)state;
	CHECK(cases);
}

static void so_many_days_or_weeks(void **state)
{
	static const struct schedule_case cases[] = {
	    {"02 tuần cuối tháng 9/2026", "window 2026-09-17..2026-09-30"},
	    {"Hai tuần đầu tháng 3", "window 2026-03-01..2026-03-14"},
	    {"03 tuần đầu của tháng 11/2026", "window 2026-11-01..2026-11-21"},
	    {"01 tuần cuối tháng 6", "window 2026-06-24..2026-06-30"},
	    {"10 ngày đầu tháng 5/2026", "window 2026-05-01..2026-05-10"},
	    {"5 ngày cuối tháng 12", "window 2026-12-27..2026-12-31"},
	    {"15 ngày cuối tháng 2/2026", "window 2026-02-14..2026-02-28"},
	    {"Trong 02 tuần cuối năm 2026", "window 2026-12-18..2026-12-31"},
	    {"10 ngày đầu năm", "window 2026-01-01..2026-01-10"},
	    {"Hoàn thành trong 7 ngày đầu tháng 4", "window 2026-04-01..2026-04-07"},
	};
	(void)state;
	CHECK(cases);
}

static void around_a_day(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Trước, trong và sau 02/9/2026", "once due 2026-09-02"},
	    {"Trước, trong và sau ngày 30/4", "once due 2026-04-30"},
	    {"Trước và trong ngày 22/12/2026", "once due 2026-12-22"},
	    {"trong và sau ngày 26 tháng 3", "once due 2026-03-26"},
	    {"Trước và sau ngày 27/7", "once due 2026-07-27"},
	    {"Trước, trong và sau tháng 5/2026", "window 2026-05-01..2026-05-31"},
	    {"Trước, trong và sau Tết Nguyên đán", "conditional if Trước, trong và sau Tết Nguyên đán"},
	    {"Trước, trong và sau kỳ họp", "conditional if Trước, trong và sau kỳ họp"},
	    {"Trước và sau Đại hội", "conditional if Trước và sau Đại hội"},
	    {"Trong và sau đợt cao điểm", "conditional if Trong và sau đợt cao điểm"},
	};
	(void)state;
	CHECK(cases);
}

static void what_comes_back_within_a_span(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Hằng tuần, từ 02/3 đến 29/5/2026", "recurring 2026-03-02..2026-05-29 FREQ=WEEKLY"},
	    {"Thứ Năm hằng tuần, từ ngày 04/5 đến ngày 28/6", "recurring 2026-05-04..2026-06-28 FREQ=WEEKLY;BYDAY=TH"},
	    {"Hằng ngày từ 15/4 đến 30/4", "recurring 2026-04-15..2026-04-30 FREQ=DAILY"},
	    {"Mỗi tuần 01 lần trong quý III", "recurring 2026-07-01..2026-09-30 FREQ=WEEKLY"},
	    {"Hằng tuần (01/10 - 30/11/2026)", "recurring 2026-10-01..2026-11-30 FREQ=WEEKLY"},
	    {"Hằng tháng trong năm học 2026 - 2027", "recurring 2026-09-01..2027-05-31 FREQ=MONTHLY"},
	    {"Hằng tháng, từ 01/3 đến 30/11", "recurring 2026-03-01..2026-11-30 FREQ=MONTHLY"},
	    {"Mỗi năm 01 lần, giai đoạn 2026 - 2030", "recurring 2026-01-01..2030-12-31 FREQ=YEARLY"},
	    {"Hằng quý (05/3, 05/6, 05/9, 05/12)", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=5"},
	    {"02 lần/năm (10/6 và 10/12)", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10"},
	    {"Quý II và quý IV hằng năm", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=6,12"},
	    {"Thường niên", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY"},
	};
	(void)state;
	CHECK(cases);
}

static void a_month_or_a_week_by_its_place(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Tháng cuối quý II/2026", "window 2026-06-01..2026-06-30"},
	    {"Tháng đầu của quý III", "window 2026-07-01..2026-07-31"},
	    {"tháng đầu tiên quý 4/2026", "window 2026-10-01..2026-10-31"},
	    {"Trong tháng cuối năm 2026", "window 2026-12-01..2026-12-31"},
	    {"Tháng đầu năm", "window 2026-01-01..2026-01-31"},
	    {"Tháng 3/2026 và các tháng tiếp theo", "window 2026-03-01..2026-12-31"},
	    {"Quý II và các quý tiếp theo", "window 2026-04-01..2026-12-31"},
	    {"Tuần 4/9", "window 2026-09-22..2026-09-30"},
	    {"Tuần 2/10/2026", "window 2026-10-08..2026-10-14"},
	    {"Cuối học kỳ I", "window 2026-12-01..2026-12-31"},
	    {"Đầu học kỳ II", "window 2026-01-01..2026-01-31"},
	    {"Cuối học kỳ 2 năm học 2026-2027", "window 2027-05-01..2027-05-31"},
	    {"Trước ngày 20 tháng cuối quý", "recurring 2026-01-01..2026-12-31 before FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"},
	};
	(void)state;
	CHECK(cases);
}

static void one_day_of_several_months(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Ngày 10 các tháng 3, 6, 9, 12", "once due 2026-03-10,2026-06-10,2026-09-10,2026-12-10"},
	    {"Trước ngày 15 của các tháng 4, 7 và 10/2026", "once due 2026-04-15,2026-07-15,2026-10-15 before"},
	    {"Chậm nhất ngày 05 các tháng 3 và 9", "once due 2026-03-05,2026-09-05"},
	    {"Ngày 15 tháng 6, tháng 12", "once due 2026-06-15,2026-12-15"},
	    {"ngày 20 tháng 5 và tháng 11 năm 2026", "once due 2026-05-20,2026-11-20"},
	    {"Ngày 10 tháng 3, 15 người", "once due 2026-03-10"},
	};
	(void)state;
	CHECK(cases);
}

static void brackets_and_emphasis(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Quý II (tháng 5)", "window 2026-05-01..2026-05-31"},
	    {"Quý III/2026 (tháng 8)", "window 2026-08-01..2026-08-31"},
	    {"Học kỳ I (từ 07/9/2026 đến 16/01/2027)", "window 2026-09-07..2027-01-16"},
	    {"Tháng 3/2026 (ngày 26/3)", "once due 2026-03-26"},
	    {"Quý I (tháng 3) và quý III (tháng 9)", "once due 2026-03-31,2026-09-30"},
	    {"Thường xuyên, cao điểm tháng 10", "ongoing 2026-01-01..2026-12-31"},
	    {"Thường xuyên, trọng tâm quý II", "ongoing 2026-01-01..2026-12-31"},
	    {"Hằng tuần, cao điểm trong tháng 5 và tháng 10", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY"},
	    {"Hằng tháng (trừ tháng 7)", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Thường xuyên; tổng kết tháng 12/2026", "ongoing 2026-01-01..2026-12-31"},
	    {"Thường xuyên, từ tháng 3/2026", "ongoing 2026-03-01..2026-12-31"},
	};
	(void)state;
	CHECK(cases);
}

static void terms_of_schools_and_halves_come_back(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Mỗi học kỳ 01 lần", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"01 lần/học kỳ", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"Mỗi năm học 02 lần", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"6 tháng, năm", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"Sơ kết 6 tháng, tổng kết năm", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"Trước 11h00 thứ Năm hằng tuần", "recurring 2026-01-01..2026-12-31 before FREQ=WEEKLY;BYDAY=TH"},
	    {"Tối thứ Bảy hằng tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=SA"},
	    {"Thứ Hai, tuần đầu tiên của tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYDAY=1MO"},
	    {"Mùng 5 hằng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYMONTHDAY=5"},
	    {"Đầu mỗi tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"6 tháng đầu năm", "window 2026-01-01..2026-06-30"},
	};
	(void)state;
	CHECK(cases);
}

static void days_of_feasts_and_of_signing(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Dịp lễ 30/4, 01/5", "once due 2026-04-30,2026-05-01"},
	    {"Dịp Quốc khánh 02/9", "once due 2026-09-02"},
	    {"Từ ngày ký ban hành đến hết năm 2026", "conditional ..2026-12-31 if Từ ngày ký ban hành"},
	    {"Từ ngày ban hành Kế hoạch đến ngày 15/12/2026", "conditional ..2026-12-15 if Từ ngày ban hành Kế hoạch"},
	};
	(void)state;
	CHECK(cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(periods_apart_are_each_due),
	    cmocka_unit_test(so_many_days_or_weeks),
	    cmocka_unit_test(around_a_day),
	    cmocka_unit_test(what_comes_back_within_a_span),
	    cmocka_unit_test(a_month_or_a_week_by_its_place),
	    cmocka_unit_test(one_day_of_several_months),
	    cmocka_unit_test(brackets_and_emphasis),
	    cmocka_unit_test(terms_of_schools_and_halves_come_back),
	    cmocka_unit_test(days_of_feasts_and_of_signing),
	};
	return TEST_RUN(tests);
}
