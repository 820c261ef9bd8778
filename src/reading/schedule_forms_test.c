/* Forms of times beyond the plainest, as officials write them; schedule_cases.h has the notation. */
#include "reading/schedule_cases.h"

static void months_in_every_abbreviation(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Tháng 6+7/2026", "window 2026-06-01..2026-07-31"},
	    {"T4-5/2026", "window 2026-04-01..2026-05-31"},
	    {"tháng 04-tháng 06 năm 2026", "window 2026-04-01..2026-06-30"},
	    {"Tháng IV/2026", "window 2026-04-01..2026-04-30"},
	    {"T8/2026", "window 2026-08-01..2026-08-31"},
	    {"T.8/2026", "window 2026-08-01..2026-08-31"},
	    {"T3-T5/2026", "window 2026-03-01..2026-05-31"},
	    {"T8, T9/2026", "window 2026-08-01..2026-09-30"},
	    {"Th8/2026", "window 2026-08-01..2026-08-31"},
	    {"8/2026", "window 2026-08-01..2026-08-31"},
	    {"3-4/2026", "window 2026-03-01..2026-04-30"},
	    {"3/2026 - 5/2026", "window 2026-03-01..2026-05-31"},
	    {"Từ 3/2026 đến 5/2026", "window 2026-03-01..2026-05-31"},
	    {"Trong 4/2026", "window 2026-04-01..2026-04-30"},
	    {"tháng 3-4/2026", "window 2026-03-01..2026-04-30"},
	    {"tháng 3 và 4/2026", "window 2026-03-01..2026-04-30"},
	    {"Tháng Tám", "window 2026-08-01..2026-08-31"},
	    {"Tháng Mười hai năm 2026", "window 2026-12-01..2026-12-31"},
	    {"tháng tư năm 2026", "window 2026-04-01..2026-04-30"},
	    {"Tháng Năm/2026", "window 2026-05-01..2026-05-31"},
	    {"tháng 8, năm 2026", "window 2026-08-01..2026-08-31"},
	    {"tháng 8 - 2026", "window 2026-08-01..2026-08-31"},
	    {"Tháng 8.2026", "window 2026-08-01..2026-08-31"},
	    {"tháng 8 2026", "window 2026-08-01..2026-08-31"},
	    {"Tháng 8/26", "window 2026-08-01..2026-08-31"},
	    {"Tháng 01 năm sau", "window 2027-01-01..2027-01-31"},
	    {"trong tháng 5 và tháng 6", "window 2026-05-01..2026-06-30"},
	    {"Tháng 12/2026 và tháng 01/2027", "window 2026-12-01..2027-01-31"},
	    {"Từ tháng 11 đến tháng 02", "window 2026-11-01..2027-02-28"},
	};
	(void)state;
	CHECK(cases);
}

static void parts_of_months(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Giữa tháng 9", "window 2026-09-11..2026-09-20"},
	    {"Cuối tháng 9/2026", "window 2026-09-21..2026-09-30"},
	    {"Nửa đầu tháng 5", "window 2026-05-01..2026-05-15"},
	    {"Nửa cuối tháng 5/2026", "window 2026-05-16..2026-05-31"},
	    {"Trung tuần tháng 11", "window 2026-11-11..2026-11-20"},
	    {"Từ đầu tháng 3 đến giữa tháng 4/2026", "window 2026-03-01..2026-04-20"},
	    {"Đến cuối tháng 6/2026", "once due 2026-06-30"},
	    {"Tuần 1-2 tháng 5/2026", "window 2026-05-01..2026-05-14"},
	    {"tuần đầu tháng 9", "window 2026-09-01..2026-09-07"},
	    {"Tuần thứ hai của tháng 3/2026", "window 2026-03-08..2026-03-14"},
	};
	(void)state;
	CHECK(cases);
}

static void quarters_in_every_abbreviation(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Quý II: 01 lớp; quý III: 01 lớp", "window 2026-04-01..2026-09-30"},
	    {"Quý II,III,IV", "window 2026-04-01..2026-12-31"},
	    {"Quý 2 hoặc quý 3", "window 2026-04-01..2026-09-30"},
	    {"Q.II/2026", "window 2026-04-01..2026-06-30"},
	    {"Q II/2026", "window 2026-04-01..2026-06-30"},
	    {"QIII", "window 2026-07-01..2026-09-30"},
	    {"Q1-Q2/2026", "window 2026-01-01..2026-06-30"},
	    {"Quý 1", "window 2026-01-01..2026-03-31"},
	    {"Quý 1, 2/2026", "window 2026-01-01..2026-06-30"},
	    {"I/2026", "window 2026-01-01..2026-03-31"},
	    {"III-IV/2026", "window 2026-07-01..2026-12-31"},
	    {"Quý I/II năm 2026", "window 2026-01-01..2026-06-30"},
	    {"Quý hai năm 2026", "window 2026-04-01..2026-06-30"},
	    {"Trong quý IV của năm 2026", "window 2026-10-01..2026-12-31"},
	    {"Giữa quý II/2026", "window 2026-04-01..2026-06-30"},
	    {"Quý IV/2026 - Quý I/2027", "window 2026-10-01..2027-03-31"},
	    {"Quý I năm sau", "window 2027-01-01..2027-03-31"},
	    {"Quý 3/26", "window 2026-07-01..2026-09-30"},
	};
	(void)state;
	CHECK(cases);
}

static void stretches_of_years(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Sáu tháng đầu năm 2026", "window 2026-01-01..2026-06-30"},
	    {"9 tháng đầu năm", "window 2026-01-01..2026-09-30"},
	    {"9 tháng năm 2026", "window 2026-01-01..2026-09-30"},
	    {"03 tháng cuối năm 2026", "window 2026-10-01..2026-12-31"},
	    {"Nửa cuối năm 2026", "window 2026-07-01..2026-12-31"},
	    {"Từ năm 2026 đến năm 2030", "window 2026-01-01..2030-12-31"},
	    {"2026-2030", "window 2026-01-01..2030-12-31"},
	    {"Đến năm 2030", "once due 2030-12-31"},
	    {"Các năm 2026, 2027", "window 2026-01-01..2027-12-31"},
	    {"Giữa năm 2026", "window 2026-04-01..2026-09-30"},
	    {"Hè 2026", "window 2026-06-01..2026-08-31"},
	    {"Đầu năm học 2026-2027", "window 2026-09-01..2026-09-30"},
	    {"Năm 2026 và những năm tiếp theo", "window 2026-01-01..2026-12-31"},
	    {"06 tháng đầu năm và 06 tháng cuối năm", "window 2026-01-01..2026-12-31"},
	    {"Năm học 2025-2026", "window 2025-09-01..2026-05-31"},
	    {"Học kỳ I năm học 2026-2027", "window 2026-09-01..2026-12-31"},
	    {"Học kì II, năm học 2025 - 2026", "window 2026-01-01..2026-05-31"},
	    {"HK1 năm học 2026-2027", "window 2026-09-01..2026-12-31"},
	    {"Học kỳ 2", "window 2026-01-01..2026-05-31"},
	    {"Trong năm học 2025 - 2026", "window 2025-09-01..2026-05-31"},
	    {"Cả năm học", "window 2026-09-01..2027-05-31"},
	    {"Suốt năm học 2026-2027", "window 2026-09-01..2027-05-31"},
	};
	(void)state;
	CHECK(cases);
}

static void days_in_every_form(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Ngày 10/3 âm lịch", "once due 2026-04-26"},
	    {"Từ 7h30 đến 11h30 ngày 20/3/2026", "once due 2026-03-20"},
	    {"Từ 01/01/2026-31/12/2026", "window 2026-01-01..2026-12-31"},
	    {"01/01 - 31/12/2026", "window 2026-01-01..2026-12-31"},
	    {"Quý II năm 2026, hoàn thành trước 30/6/2026", "once due 2026-06-30 before"},
	    {"15.3.2026", "once due 2026-03-15"},
	    {"24/7/2026", "once due 2026-07-24"},
	    {"22/6, 24/7 và 05/8/2026", "once due 2026-06-22,2026-07-24,2026-08-05"},
	    {"ngày 15 - 3 - 2026", "once due 2026-03-15"},
	    {"2026-03-15", "once due 2026-03-15"},
	    {"Ngày 05 tháng 02 năm 2026", "once due 2026-02-05"},
	    {"15/3/26", "once due 2026-03-15"},
	    {"15-20/3/2026", "window 2026-03-15..2026-03-20"},
	    {"Từ 15 đến 20/3/2026", "window 2026-03-15..2026-03-20"},
	    {"15/3-20/3/2026", "window 2026-03-15..2026-03-20"},
	    {"Từ ngày 15/3 - 20/4/2026", "window 2026-03-15..2026-04-20"},
	    {"Từ ngày 05 đến hết ngày 20 tháng 5 năm 2026", "window 2026-05-05..2026-05-20"},
	    {"Ngày 05, 15 và 25/3/2026", "once due 2026-03-05,2026-03-15,2026-03-25"},
	    {"Các ngày 10, 20 tháng 4", "once due 2026-04-10,2026-04-20"},
	    {"Ngày cuối cùng của tháng 6/2026", "once due 2026-06-30"},
	    {"8 giờ 00, ngày 20/3/2026", "once due 2026-03-20"},
	    {"Thứ Sáu, ngày 20/3/2026", "once due 2026-03-20"},
	    {"Ngày 20/3/2026 (Thứ Sáu)", "once due 2026-03-20"},
	    {"Hạn nộp: 20/3/2026", "once due 2026-03-20"},
	    {"Không muộn hơn ngày 20/3/2026", "once due 2026-03-20"},
	    {"Trước 16h00 ngày 20/3/2026", "once due 2026-03-20 before"},
	    {"Trước 16 giờ 30 phút ngày 20/3/2026", "once due 2026-03-20 before"},
	    {"Hoàn thành trước 30/6", "once due 2026-06-30 before"},
	    {"Xong trong tháng 6, chậm nhất 30/6/2026", "once due 2026-06-30"},
	    {"Trước ngày 05/3, 05/6/2026", "once due 2026-03-05,2026-06-05 before"},
	    {"Từ nay đến hết ngày 30/6/2026", "once due 2026-06-30"},
	    {"Sau ngày 15/9/2026", "window 2026-09-16..2026-12-31"},
	    {"Đợt 1: tháng 3/2026; đợt 2: tháng 4/2026", "window 2026-03-01..2026-04-30"},
	    {"Báo cáo quý I trước ngày 10/3/2026; báo cáo 6 tháng trước ngày 10/6/2026", "once due 2026-03-10,2026-06-10 before"},
	    {"Báo cáo quý I: trước 10/3/2026; báo cáo năm: trước 10/12/2026", "once due 2026-03-10,2026-12-10 before"},
	};
	(void)state;
	CHECK(cases);
}

static void rules(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Hàng tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY"},
	    {"Thứ Hai, thứ Tư và thứ Sáu hằng tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=MO,WE,FR"},
	    {"Thứ 2 đến thứ 6 hàng tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
	    {"Sáng thứ Hai đầu tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=MO"},
	    {"Thứ Sáu cuối cùng của tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYDAY=-1FR"},
	    {"Thứ Năm tuần thứ 2 hằng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYDAY=2TH"},
	    {"Chủ nhật hằng tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=SU"},
	    {"02 tuần/lần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;INTERVAL=2"},
	    {"Hai tuần một lần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;INTERVAL=2"},
	    {"Ít nhất 01 lần/quý", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"01 tin/tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Từ 1-3 tin, bài/tháng, trước ngày 20 hàng tháng", "recurring 2026-01-01..2026-12-31 before FREQ=MONTHLY;BYMONTHDAY=20"},
	    {"Mỗi năm 02 lần", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"Hai lần mỗi năm", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"Một năm 4 lần", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"Mỗi quý ít nhất một lần", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"3 tháng 1 lần", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"Định kỳ hàng quý, 6 tháng, năm", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"Định kỳ (quý, 6 tháng, năm)", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"Định kỳ 6 tháng, năm", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"Hàng tháng/quý", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Chậm nhất là ngày 25 của tháng cuối quý",
	     "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"},
	    {"Trước ngày 15 tháng cuối của mỗi quý",
	     "recurring 2026-01-01..2026-12-31 before FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15"},
	    {"Trước ngày 05 tháng đầu quý sau", "recurring 2026-01-01..2026-12-31 before FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5"},
	    {"Trước ngày 05 của tháng tiếp theo", "recurring 2026-01-01..2026-12-31 before FREQ=MONTHLY;BYMONTHDAY=5"},
	    {"05 hằng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYMONTHDAY=5"},
	    {"Trước 10 hàng tháng", "recurring 2026-01-01..2026-12-31 before FREQ=MONTHLY;BYMONTHDAY=10"},
	    {"02 tin hằng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Ngày 10 và 25 hàng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYMONTHDAY=10,25"},
	    {"Tháng 3 và tháng 9 hàng năm", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=3,9"},
	    {"Ngày 15/6 và 15/12 hàng năm", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15"},
	    {"Cuối mỗi quý", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"Ngày cuối tháng hằng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYMONTHDAY=-1"},
	    {"Hàng tháng, từ tháng 3 đến tháng 11/2026", "recurring 2026-03-01..2026-11-30 FREQ=MONTHLY"},
	    {"Hàng tháng đến hết ngày 31/10/2026", "recurring 2026-01-01..2026-10-31 FREQ=MONTHLY"},
	    {"Hàng quý; báo cáo năm trước ngày 25/11/2026",
	     "recurring 2026-01-01..2026-12-31 due 2026-11-25 before FREQ=MONTHLY;INTERVAL=3"},
	    {"Hằng ngày", "recurring 2026-01-01..2026-12-31 FREQ=DAILY"},
	    {"Định kỳ hoặc đột xuất theo yêu cầu", "recurring 2026-01-01..2026-12-31 if Định kỳ hoặc đột xuất theo yêu cầu"},
	    {"02 lần/năm (tháng 5 và tháng 10)", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=5,10"},
	    {"Thứ Bảy tuần đầu của tháng cuối mỗi quý", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYDAY=1SA;BYMONTH=3,6,9,12"},
	    {"Tuần cuối mỗi tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Trước thứ Sáu hằng tuần", "recurring 2026-01-01..2026-12-31 before FREQ=WEEKLY;BYDAY=FR"},
	    {"Chậm nhất ngày 20 của tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYMONTHDAY=20"},
	    {"04 kỳ/năm", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"02 cuộc/năm", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"Mỗi tuần ít nhất 02 tin", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY"},
	    {"19h45 thứ Năm hằng tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=TH"},
	    {"Thứ 7, chủ nhật hằng tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=SA,SU"},
	    {"Hằng năm, trước ngày 15/12", "recurring 2026-01-01..2026-12-31 before FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"},
	    {"Báo cáo hằng quý, 6 tháng, 9 tháng và năm", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"Trước ngày 25 hàng tháng và đột xuất khi có yêu cầu",
	     "recurring 2026-01-01..2026-12-31 before FREQ=MONTHLY;BYMONTHDAY=25 if đột xuất khi có yêu cầu"},
	    {"T2-T6 hàng tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
	    {"Ngày 1-5 hàng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYMONTHDAY=5"},
	    {"Từ ngày 25 đến ngày 30 hằng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYMONTHDAY=30"},
	    {"Hằng năm, quý IV", "recurring 2026-10-01..2026-12-31 FREQ=YEARLY"},
	    {"Thứ 2 đầu tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYDAY=1MO"},
	    {"Ngày 14 tháng cuối kỳ báo cáo", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14"},
	    {"Theo định kỳ", "recurring 2026-01-01..2026-12-31 if định kỳ"},
	    {"Hằng năm", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY"},
	};
	(void)state;
	CHECK(cases);
}

static void all_the_time(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Thực hiện thường xuyên, hằng năm", "ongoing 2026-01-01..2026-12-31"},
	    {"Hoàn thành trước ngày 30/6/2026 và duy trì thường xuyên", "once due 2026-06-30 before"},
	    {"Tháng 3/2026 và duy trì thường xuyên", "ongoing 2026-03-01..2026-12-31"},
	    {"24/7", "ongoing 2026-01-01..2026-12-31"},
	    {"24h/7", "ongoing 2026-01-01..2026-12-31"},
	    {"24h/24h", "ongoing 2026-01-01..2026-12-31"},
	    {"Liên tục", "ongoing 2026-01-01..2026-12-31"},
	    {"Thường xuyên; đột xuất khi có yêu cầu", "ongoing 2026-01-01..2026-12-31 if đột xuất khi có yêu cầu"},
	    {"Thường xuyên giai đoạn 2026-2030", "ongoing 2026-01-01..2030-12-31"},
	    {"Thường xuyên đến hết tháng 6/2026", "ongoing 2026-01-01..2026-06-30"},
	    {"Trong suốt năm 2026", "window 2026-01-01..2026-12-31"},
	};
	(void)state;
	CHECK(cases);
}

static void conditions(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản",
	     "conditional if Trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản"},
	    {"Chậm nhất 03 ngày làm việc sau khi kết thúc hội nghị",
	     "conditional if Chậm nhất 03 ngày làm việc sau khi kết thúc hội nghị"},
	    {"Trước 10 ngày so với ngày tổ chức", "conditional if Trước 10 ngày so với ngày tổ chức"},
	    {"Sau Tết Nguyên đán", "conditional if Sau Tết Nguyên đán"},
	    {"Trước khai giảng", "once due 2026-09-05 before"},
	    {"Trước Tết Nguyên đán Đinh Mùi", "once due 2027-02-06 before"},
	    {"Trước Tết Nguyên đán 2026", "once due 2026-02-17 before"},
	    {"Trước Giỗ Tổ Hùng Vương", "once due 2026-04-26 before"},
	    {"Trước kỳ họp thứ ba (15/7/2026)", "once due 2026-07-15 before"},
	    {"Trong dịp khai giảng năm học mới", "conditional if Trong dịp khai giảng năm học mới"},
	    {"Sau kỳ họp thứ 5 HĐND tỉnh", "conditional if Sau kỳ họp thứ 5 HĐND tỉnh"},
	    {"Từ khi ban hành Kế hoạch đến hết năm 2026", "conditional ..2026-12-31 if Từ khi ban hành Kế hoạch"},
	    {"Theo lịch của Đài truyền hình", "conditional if Theo lịch của Đài truyền hình"},
	    {"Khi có văn bản của cấp trên", "conditional if Khi có văn bản của cấp trên"},
	    {"Tùy theo tình hình thực tế", "conditional if Tùy theo tình hình thực tế"},
	    {"Tháng 4/2026 (theo Công văn số 15/SNV-CCHC ngày 05/3/2026)",
	     "window 2026-04-01..2026-04-30 if theo Công văn số 15/SNV-CCHC ngày 05/3/2026"},
	    {"Theo Kế hoạch số 15/KH-UBND ngày 05/3/2026 của UBND tỉnh",
	     "conditional if Theo Kế hoạch số 15/KH-UBND ngày 05/3/2026 của UBND tỉnh"},
	    {"Sau khi có hướng dẫn, chậm nhất ngày 30/6/2026", "conditional ..2026-06-30 if Sau khi có hướng dẫn"},
	    {"Quý II/2026, sau khi có hướng dẫn của Bộ", "window 2026-04-01..2026-06-30 if sau khi có hướng dẫn của Bộ"},
	    {"Sau Hội nghị tổng kết (dự kiến tháng 12/2026)", "conditional 2026-12-01..2026-12-31 if Sau Hội nghị tổng kết maybe"},
	    {"Trong thời gian từ 01/3/2026 đến 15/3/2026", "window 2026-03-01..2026-03-15"},
	};
	(void)state;
	CHECK(cases);
}

static void spelling(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Truoc ngay 15 hang thang", "recurring 2026-01-01..2026-12-31 before FREQ=MONTHLY;BYMONTHDAY=15"},
	    {"Quy II/2026", "window 2026-04-01..2026-06-30"},
	    {"Qúy II/2026", "window 2026-04-01..2026-06-30"},
	    {"Quí II/2026", "window 2026-04-01..2026-06-30"},
	    {"Qúi 2", "window 2026-04-01..2026-06-30"},
	    {"Trứơc ngày 15/8/2026", "once due 2026-08-15 before"},
	    {"Thảng 8/2026", "window 2026-08-01..2026-08-31"},
	    {"Truớc ngày 15/8/2026", "once due 2026-08-15 before"},
	    {"ngày l5/8/2026", "once due 2026-08-15"},
	    {"Quý Il/2026", "window 2026-04-01..2026-06-30"},
	    {"Quý lV/2026", "window 2026-10-01..2026-12-31"},
	    {"tháng8/2026", "window 2026-08-01..2026-08-31"},
	    {"THƯỜNG XUYÊN", "ongoing 2026-01-01..2026-12-31"},
	    {"HÀNG THÁNG", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Thuong xuyen trong nam 2026", "ongoing 2026-01-01..2026-12-31"},
	    {"hăng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Qu\u00fd II/2026", "window 2026-04-01..2026-06-30"},
	    {"Thu\u031bo\u031b\u0300ng xuye\u0302n", "ongoing 2026-01-01..2026-12-31"},
	    {"Định kì hàng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"6 thang cuoi nam", "window 2026-07-01..2026-12-31"},
	    {"thu Sau hang tuan", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=FR"},
	};
	(void)state;
	CHECK(cases);
}

static void blank_and_impossible_days(void **state)
{
	static const struct schedule_case cases[] = {
	    {"Ngày … tháng 3 năm 2026", "window 2026-03-01..2026-03-31"},
	    {"ngày .../3/2026", "window 2026-03-01..2026-03-31"},
	    {"…/3/2026", "window 2026-03-01..2026-03-31"},
	    {"Ngày ... tháng ... năm 2026", "window 2026-01-01..2026-12-31"},
	    {"Tháng …/2026", "window 2026-01-01..2026-12-31"},
	    {"31/4/2026", "none"},
	    {"Không tổ chức trong năm 2026", "none"},
	    {"Tạm dừng đến hết quý II/2026", "none"},
	    {"Không triển khai", "none"},
	    {"Từ ngày 01 đến ngày 04", "none"},
	    {"Trước ngày 30/02/2026", "none"},
	    {"Ngày 15/13/2026", "none"},
	    {"Từ ngày 30/6/2026 đến ngày 01/6/2026", "none"},
	};
	(void)state;
	CHECK(cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(months_in_every_abbreviation),
	    cmocka_unit_test(parts_of_months),
	    cmocka_unit_test(quarters_in_every_abbreviation),
	    cmocka_unit_test(stretches_of_years),
	    cmocka_unit_test(days_in_every_form),
	    cmocka_unit_test(rules),
	    cmocka_unit_test(all_the_time),
	    cmocka_unit_test(conditions),
	    cmocka_unit_test(spelling),
	    cmocka_unit_test(blank_and_impossible_days),
	};
	return TEST_RUN(tests);
}
