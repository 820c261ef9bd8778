/* Each case is a way to write a time and what it comes to, in short: kind, start..end, "due" days, "before" where exclusive, the
 * rule, "if" the condition, "maybe" where tentative. The plan's year is 2026. */
#include "reading/schedule_words.h"

#include "base/buf.h"
#include "base/test.h"

struct test_case {
	const char *words, *expected;
};

static struct str in_short(struct arena *arena, const struct schedule *s)
{
	struct buf out;
	buf_init(&out, arena, 4000);
	buf_add(&out, schedule_kind_name(s->kind));
	if (s->start != DATE_NONE || s->end != DATE_NONE) {
		struct str start = date_format_iso(arena, s->start), end = date_format_iso(arena, s->end);
		buf_add_format(&out, " %.*s..%.*s", STR_ARG(start), STR_ARG(end));
	}
	for (size_t i = 0; i < s->due.n; i++) {
		buf_add(&out, i == 0 ? STR(" due ") : STR(","));
		buf_add(&out, date_format_iso(arena, s->due.at[i]));
	}
	if (s->exclusive)
		buf_add(&out, STR(" before"));
	if (s->rrule.len > 0)
		buf_add_format(&out, " %.*s", STR_ARG(s->rrule));
	if (s->condition.len > 0)
		buf_add_format(&out, " if %.*s", STR_ARG(s->condition));
	if (s->tentative)
		buf_add(&out, STR(" maybe"));
	return buf_str(&out);
}

static void check(const struct test_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *arena = arena_new();
		uint8_t confidence = 0;
		struct schedule schedule = schedule_words_parse(arena, str_of(cases[i].words), 2026, &confidence);
		struct date_day_vec days = {0};
		struct str got = in_short(arena, &schedule);
		if (!str_eq(got, str_of(cases[i].expected)))
			print_error("words    \"%s\"\n", cases[i].words);
		assert_str(got, cases[i].expected);
		assert_rc(schedule_deadlines(arena, &schedule, date_from_parts(2026, 1, 1), date_from_parts(2026, 12, 31), 400, &days),
		          RC_OK);
		assert_true(confidence <= 100 && (schedule.kind == SCHEDULE_NONE) == (confidence == 0));
		arena_free(arena);
	}
}

#define CHECK(cases) check((cases), sizeof(cases) / sizeof(cases)[0])

static void a_day_is_due(void **state)
{
	static const struct test_case cases[] = {
	    {"Ngày 05/3/2026", "once due 2026-03-05"},
	    {"15/4/2026", "once due 2026-04-15"},
	    {"ngày 20 tháng 11 năm 2026", "once due 2026-11-20"},
	    {"Ngày 20 tháng 11", "once due 2026-11-20"},
	    {"ngày 09/11", "once due 2026-11-09"},
	    {"Ngày 01.7.2026", "once due 2026-07-01"},
	    {"ngày 01-7-2026", "once due 2026-07-01"},
	    {"Chậm nhất ngày 30/6/2026", "once due 2026-06-30"},
	    {"Muộn nhất là ngày 30 tháng 6", "once due 2026-06-30"},
	    {"Hạn cuối: 31/10/2026", "once due 2026-10-31"},
	    {"Hoàn thành đến hết ngày 15/12/2026", "once due 2026-12-15"},
	    {"Gửi báo cáo năm 2026 chậm nhất ngày 01/12/2026", "once due 2026-12-01"},
	};
	(void)state;
	CHECK(cases);
}

static void before_a_day_the_day_itself_is_too_late(void **state)
{
	static const struct test_case cases[] = {
	    {"Trước 15/8/2026", "once due 2026-08-15 before"},
	    {"Trước ngày 15 tháng 8 năm 2026", "once due 2026-08-15 before"},
	    {"trước ngày 15/8", "once due 2026-08-15 before"},
	    {"Hoàn thành trước tháng 9/2026", "once due 2026-09-01 before"},
	    {"Xong trước quý III", "once due 2026-07-01 before"},
	    {"Báo cáo năm 2026 gửi trước ngày 20/11/2026", "once due 2026-11-20 before"},
	    {"Chậm nhất trước ngày 10/3/2026", "once due 2026-03-10 before"},
	};
	(void)state;
	CHECK(cases);
}

static void several_days_are_each_due(void **state)
{
	static const struct test_case cases[] = {
	    {"10/3/2026, 10/6/2026 và 10/9/2026", "once due 2026-03-10,2026-06-10,2026-09-10"},
	    {"10/3, 10/6, 10/9/2026", "once due 2026-03-10,2026-06-10,2026-09-10"},
	    {"- Quý I: 04/3/2026 - 6 tháng: 04/6/2026 - Năm: 04/12/2026", "once due 2026-03-04,2026-06-04,2026-12-04"},
	    {"Đợt 1: 15/5/2026; đợt 2: 15/10/2026", "once due 2026-05-15,2026-10-15"},
	    {"Ngày 09/9 và ngày 02/4/2026", "once due 2026-04-02,2026-09-09"},
	    {"05/5/2026; 05/5/2026", "once due 2026-05-05"},
	};
	(void)state;
	CHECK(cases);
}

static void months_are_windows(void **state)
{
	static const struct test_case cases[] = {
	    {"Tháng 8/2026", "window 2026-08-01..2026-08-31"},
	    {"tháng 02 năm 2026", "window 2026-02-01..2026-02-28"},
	    {"Trong tháng 4", "window 2026-04-01..2026-04-30"},
	    {"Tháng 8, 9/2026", "window 2026-08-01..2026-09-30"},
	    {"Tháng 5, 6, 7 năm 2026", "window 2026-05-01..2026-07-31"},
	    {"Tháng 3 - 5/2026", "window 2026-03-01..2026-05-31"},
	    {"Từ tháng 3 đến tháng 5/2026", "window 2026-03-01..2026-05-31"},
	    {"Từ tháng 10/2026 đến tháng 01/2027", "window 2026-10-01..2027-01-31"},
	    {"Từ tháng 11 đến tháng 2/2027", "window 2026-11-01..2027-02-28"},
	    {"Tháng 6 và tháng 7", "window 2026-06-01..2026-07-31"},
	    {"Đầu tháng 3/2026", "window 2026-03-01..2026-03-31"},
	    {"Tuần 2 tháng 3/2026", "window 2026-03-08..2026-03-14"},
	    {"Tuần cuối tháng 4/2026", "window 2026-04-24..2026-04-30"},
	    {"Tuần thứ 3 của tháng 9", "window 2026-09-15..2026-09-21"},
	};
	(void)state;
	CHECK(cases);
}

static void quarters_halves_and_years_are_windows(void **state)
{
	static const struct test_case cases[] = {
	    {"Quý II/2026", "window 2026-04-01..2026-06-30"},
	    {"Quý 2 năm 2026", "window 2026-04-01..2026-06-30"},
	    {"quý iv", "window 2026-10-01..2026-12-31"},
	    {"Quý I-II/2026", "window 2026-01-01..2026-06-30"},
	    {"Quý I - Quý III, năm 2026", "window 2026-01-01..2026-09-30"},
	    {"Quý II, quý III/2026", "window 2026-04-01..2026-09-30"},
	    {"Quý III và IV năm 2026", "window 2026-07-01..2026-12-31"},
	    {"Từ quý II đến quý IV/2026", "window 2026-04-01..2026-12-31"},
	    {"Q3/2026", "window 2026-07-01..2026-09-30"},
	    {"6 tháng đầu năm 2026", "window 2026-01-01..2026-06-30"},
	    {"06 tháng cuối năm", "window 2026-07-01..2026-12-31"},
	    {"Trong năm 2026", "window 2026-01-01..2026-12-31"},
	    {"Trong năm", "window 2026-01-01..2026-12-31"},
	    {"Năm 2027", "window 2027-01-01..2027-12-31"},
	    {"Cả năm", "window 2026-01-01..2026-12-31"},
	    {"Cuối năm 2026", "window 2026-10-01..2026-12-31"},
	    {"Đầu năm", "window 2026-01-01..2026-03-31"},
	    {"Giai đoạn 2026-2030", "window 2026-01-01..2030-12-31"},
	    {"Giai đoạn 2026 – 2028", "window 2026-01-01..2028-12-31"},
	};
	(void)state;
	CHECK(cases);
}

static void from_and_until_bound_a_window(void **state)
{
	static const struct test_case cases[] = {
	    {"Từ ngày 01/3/2026 đến ngày 15/4/2026", "window 2026-03-01..2026-04-15"},
	    {"01/3/2026 - 15/4/2026", "window 2026-03-01..2026-04-15"},
	    {"Từ ngày 05 đến ngày 20/5/2026", "window 2026-05-05..2026-05-20"},
	    {"05-20/5/2026", "window 2026-05-05..2026-05-20"},
	    {"Đến hết tháng 6/2026", "window ..2026-06-30"},
	    {"Từ tháng 9/2026", "window 2026-09-01..2026-12-31"},
	    {"Từ ngày 15/12/2026 đến 15/01/2027", "window 2026-12-15..2027-01-15"},
	};
	(void)state;
	CHECK(cases);
}

static void what_comes_back_has_a_rule(void **state)
{
	static const struct test_case cases[] = {
	    {"Hàng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Hằng tháng trong năm 2027", "recurring 2027-01-01..2027-12-31 FREQ=MONTHLY"},
	    {"Hàng quý", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"Mỗi quý", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"Hằng tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY"},
	    {"Hàng ngày", "recurring 2026-01-01..2026-12-31 FREQ=DAILY"},
	    {"Hàng năm", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY"},
	    {"Định kỳ hàng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Định kỳ 6 tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"06 tháng một lần", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"03 tháng/lần", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"02 lần/năm", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=6"},
	    {"Ít nhất 4 lần/năm", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"01 lần/quý", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;INTERVAL=3"},
	    {"Mỗi tháng 02 tin", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"02 phóng sự/tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Trước ngày 15 hàng tháng", "recurring 2026-01-01..2026-12-31 before FREQ=MONTHLY;BYMONTHDAY=15"},
	    {"Ngày 25 hằng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYMONTHDAY=25"},
	    {"Chậm nhất ngày 10 tháng cuối quý", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=10"},
	    {"Trước ngày 05 tháng đầu mỗi quý", "recurring 2026-01-01..2026-12-31 before FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5"},
	    {"Ngày 09/11 hàng năm", "recurring 2026-01-01..2026-12-31 FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=9"},
	    {"Thứ Sáu hằng tuần", "recurring 2026-01-01..2026-12-31 FREQ=WEEKLY;BYDAY=FR"},
	    {"Ngày cuối cùng hàng tháng", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY;BYMONTHDAY=-1"},
	    {"Hằng tuần, từ tháng 5/2026", "recurring 2026-05-01..2026-12-31 FREQ=WEEKLY"},
	    {"Hàng tháng, hàng quý", "recurring 2026-01-01..2026-12-31 FREQ=MONTHLY"},
	    {"Định kỳ", "recurring 2026-01-01..2026-12-31 if Định kỳ"},
	};
	(void)state;
	CHECK(cases);
}

static void all_the_time_is_the_plans_year(void **state)
{
	static const struct test_case cases[] = {
	    {"Thường xuyên", "ongoing 2026-01-01..2026-12-31"},
	    {"Thường xuyên trong năm", "ongoing 2026-01-01..2026-12-31"},
	    {"Thường xuyên, liên tục trong năm 2026", "ongoing 2026-01-01..2026-12-31"},
	    {"Định kỳ, thường xuyên", "ongoing 2026-01-01..2026-12-31"},
	    {"Thường xuyên theo chỉ đạo của cấp trên", "ongoing 2026-01-01..2026-12-31 if theo chỉ đạo của cấp trên"},
	    {"Thường xuyên, từ tháng 3/2026", "ongoing 2026-03-01..2026-12-31"},
	};
	(void)state;
	CHECK(cases);
}

static void what_waits_for_something_names_it(void **state)
{
	static const struct test_case cases[] = {
	    {"Theo tiến độ của dự án", "conditional if Theo tiến độ của dự án"},
	    {"Triển khai theo kế hoạch của Sở", "conditional if theo kế hoạch của Sở"},
	    {"Sau khi có hướng dẫn của Bộ", "conditional if Sau khi có hướng dẫn của Bộ"},
	    {"Ngay sau khi Kế hoạch được ban hành", "conditional if Ngay sau khi Kế hoạch được ban hành"},
	    {"Khi có yêu cầu", "conditional if Khi có yêu cầu"},
	    {"Sau khi kết quả được công bố (dự kiến quý II/2026)",
	     "conditional 2026-04-01..2026-06-30 if Sau khi kết quả được công bố maybe"},
	    {"Sau khi kết quả năm 2025 được công bố, dự kiến tháng 5/2026",
	     "conditional 2026-05-01..2026-05-31 if Sau khi kết quả năm 2025 được công bố maybe"},
	    {"- Lớp cơ bản theo kế hoạch của Sở - Lớp nâng cao theo thời gian phù hợp",
	     "conditional if - Lớp cơ bản theo kế hoạch của Sở - Lớp nâng cao theo thời gian phù hợp"},
	    {"Đột xuất", "conditional if Đột xuất"},
	};
	(void)state;
	CHECK(cases);
}

static void a_guess_is_marked(void **state)
{
	static const struct test_case cases[] = {
	    {"Dự kiến tháng 10/2026", "window 2026-10-01..2026-10-31 maybe"},
	    {"Dự kiến Quý I/2027", "window 2027-01-01..2027-03-31 maybe"},
	    {"Khoảng giữa tháng 5/2026", "window 2026-05-01..2026-05-31 maybe"},
	};
	(void)state;
	CHECK(cases);
}

static void words_without_a_time_have_none(void **state)
{
	static const struct test_case cases[] = {
	    {"", "none"},           {"-", "none"},           {"Văn bản số 12/KH-ABC", "none"},
	    {"32/13/2026", "none"}, {"Tổ theo dõi", "none"}, {"24/7", "none"},
	};
	(void)state;
	CHECK(cases);
}

static void tone_style_case_and_dashes_do_not_matter(void **state)
{
	static const struct test_case cases[] = {
	    {"QUÝ II - III/2026", "window 2026-04-01..2026-09-30"},
	    {"TRƯỚC NGÀY 15/8/2026", "once due 2026-08-15 before"},
	    {"Quý II—III/2026", "window 2026-04-01..2026-09-30"},
	    {"Hoà giải thường xuyên", "ongoing 2026-01-01..2026-12-31"},
	};
	(void)state;
	CHECK(cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_day_is_due),
	    cmocka_unit_test(before_a_day_the_day_itself_is_too_late),
	    cmocka_unit_test(several_days_are_each_due),
	    cmocka_unit_test(months_are_windows),
	    cmocka_unit_test(quarters_halves_and_years_are_windows),
	    cmocka_unit_test(from_and_until_bound_a_window),
	    cmocka_unit_test(what_comes_back_has_a_rule),
	    cmocka_unit_test(all_the_time_is_the_plans_year),
	    cmocka_unit_test(what_waits_for_something_names_it),
	    cmocka_unit_test(a_guess_is_marked),
	    cmocka_unit_test(words_without_a_time_have_none),
	    cmocka_unit_test(tone_style_case_and_dashes_do_not_matter),
	};
	return TEST_RUN(tests);
}
