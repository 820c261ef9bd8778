/* The plain ways to write a time; schedule_cases.h has the notation. */
#include "reading/schedule_words.h"

#include <time.h>

#include "reading/schedule_cases.h"

static void a_day_is_due(void **state)
{
	static const struct schedule_case cases[] = {
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
	static const struct schedule_case cases[] = {
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
	static const struct schedule_case cases[] = {
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
	static const struct schedule_case cases[] = {
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
	    {"Đầu tháng 3/2026", "window 2026-03-01..2026-03-10"},
	    {"Tuần 2 tháng 3/2026", "window 2026-03-08..2026-03-14"},
	    {"Tuần cuối tháng 4/2026", "window 2026-04-24..2026-04-30"},
	    {"Tuần thứ 3 của tháng 9", "window 2026-09-15..2026-09-21"},
	};
	(void)state;
	CHECK(cases);
}

static void quarters_halves_and_years_are_windows(void **state)
{
	static const struct schedule_case cases[] = {
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
	static const struct schedule_case cases[] = {
	    {"Từ ngày 01/3/2026 đến ngày 15/4/2026", "window 2026-03-01..2026-04-15"},
	    {"01/3/2026 - 15/4/2026", "window 2026-03-01..2026-04-15"},
	    {"Từ ngày 05 đến ngày 20/5/2026", "window 2026-05-05..2026-05-20"},
	    {"05-20/5/2026", "window 2026-05-05..2026-05-20"},
	    {"Đến hết tháng 6/2026", "once due 2026-06-30"},
	    {"Từ tháng 9/2026", "window 2026-09-01..2026-12-31"},
	    {"Từ ngày 15/12/2026 đến 15/01/2027", "window 2026-12-15..2027-01-15"},
	};
	(void)state;
	CHECK(cases);
}

static void what_comes_back_has_a_rule(void **state)
{
	static const struct schedule_case cases[] = {
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
	static const struct schedule_case cases[] = {
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
	static const struct schedule_case cases[] = {
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
	static const struct schedule_case cases[] = {
	    {"Dự kiến tháng 10/2026", "window 2026-10-01..2026-10-31 maybe"},
	    {"Dự kiến Quý I/2027", "window 2027-01-01..2027-03-31 maybe"},
	    {"Khoảng giữa tháng 5/2026", "window 2026-05-11..2026-05-20 maybe"},
	};
	(void)state;
	CHECK(cases);
}

static void words_without_a_time_have_none(void **state)
{
	static const struct schedule_case cases[] = {
	    {"", "none"}, {"-", "none"}, {"Văn bản số 12/KH-ABC", "none"}, {"32/13/2026", "none"}, {"Tổ theo dõi", "none"},
	};
	(void)state;
	CHECK(cases);
}

static void tone_style_case_and_dashes_do_not_matter(void **state)
{
	static const struct schedule_case cases[] = {
	    {"QUÝ II - III/2026", "window 2026-04-01..2026-09-30"},
	    {"TRƯỚC NGÀY 15/8/2026", "once due 2026-08-15 before"},
	    {"Quý II—III/2026", "window 2026-04-01..2026-09-30"},
	    {"Hoà giải thường xuyên", "ongoing 2026-01-01..2026-12-31"},
	};
	(void)state;
	CHECK(cases);
}

static void what_was_not_understood_is_named(void **state)
{
	static const struct {
		const char *words, *left_over, *blank, *wrong;
		bool sure;
	} cases[] = {
	    {"Trước ngày 15/8/2026", "", "", "", true},
	    {"Hoàn thành trong quý II/2026", "", "", "", true},
	    {"Đợt 1: 15/5/2026; đợt 2: 15/10/2026", "", "", "", true},
	    {"01 tin, bài/tháng", "", "", "", true},
	    {"Sau khi có hướng dẫn của Bộ", "", "", "", true},
	    {"Tháng 8/2026 tại hội trường lớn", "tại hội trường lớn", "", "", false},
	    {"Lễ ra quân tháng 3", "Lễ ra quân", "", "", false},
	    {"Ngày … tháng 3 năm 2026", "", "Ngày … tháng 3 năm 2026", "", false},
	    {"Trước 31/4/2026", "", "", "31/4/2026", false},
	    {"10/3/2026; 31/6/2026", "", "", "31/6/2026", false},
	    {"Từ ngày 30/6/2026 đến ngày 01/6/2026", "", "", "Từ ngày 30/6/2026 đến ngày 01/6/2026", false},
	    {"Truoc ngay 15/8/2026", "", "", "", false},
	    {"Đầu tháng 9/2026", "", "", "", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct arena *arena = arena_new();
		struct schedule_notes notes;
		schedule_words_parse(arena, str_of(cases[i].words), 2026, &notes);
		assert_str(notes.left_over, cases[i].left_over);
		assert_str(notes.blank, cases[i].blank);
		assert_str(notes.wrong, cases[i].wrong);
		if ((notes.confidence >= 90) != cases[i].sure)
			fail_msg("\"%s\": %d percent sure", cases[i].words, notes.confidence);
		arena_free(arena);
	}
}

static void without_the_plans_year_days_stay_open(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct schedule_notes notes;
	struct schedule s = schedule_words_parse(arena, STR("Quý II"), 0, &notes);
	assert_int_equal(s.kind, SCHEDULE_WINDOW);
	assert_true(s.start == DATE_NONE && s.end == DATE_NONE && notes.confidence <= 50);
	s = schedule_words_parse(arena, STR("Trước ngày 15 hàng tháng"), 0, &notes);
	assert_str(s.rrule, "FREQ=MONTHLY;BYMONTHDAY=15");
	assert_true(s.start == DATE_NONE && s.end == DATE_NONE && notes.confidence >= 90);
	arena_free(arena);
}

/* Seconds of the processor that a cell of the words over and over takes. */
static double seconds_for(const char *words, size_t times)
{
	struct arena *arena = arena_new();
	struct schedule_notes notes;
	struct buf out;
	buf_init(&out, arena, times * 100);
	for (size_t i = 0; i < times; i++)
		buf_add(&out, str_of(words));
	clock_t begin = clock();
	schedule_words_parse(arena, buf_str(&out), 2026, &notes);
	clock_t end = clock();
	arena_free(arena);
	return (double)(end - begin) / CLOCKS_PER_SEC;
}

/* Quadratic work on any of these would take ten times as long and more. */
static void a_long_cell_is_read_in_no_time(void **state)
{
	static const char *const words[] = {
	    "theo ",
	    "hàng ",
	    "ngày ",
	    "ngày ... ",
	    ". ",
	    "- ",
	    "tháng 3, ",
	    "quý I - ",
	    "05, ",
	    "thứ 2, ",
	    "đến ",
	    "05/3/2026, ",
	    "2026 - ",
	    "( ",
	    "1 ",
	    "từ 05 đến ",
	    "; ",
	    "lần / ",
	    "x : ",
	    "định kỳ (",
	    "1/3-2/3-",
	    "dự kiến ",
	    "thang ",
	    "đầu ",
	    "1 ngày ",
	    "quý I ; ",
	    "tuần 1 ",
	    "T8-",
	    "trước sự (1/3) ",
	};
	enum { REPEATED = 12 * 1000, MIXED = 5000 };
	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (seconds_for(words[i], REPEATED) > 0.5)
			fail_msg("\"%s\" is not read in linear time", words[i]);
	/* 100,000 words */
	assert_true(seconds_for("Chậm nhất ngày 05 tháng 3 năm 2026, sau khi có văn bản; hằng quý trước ngày 15. ", MIXED) < 5);
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
	    cmocka_unit_test(what_was_not_understood_is_named),
	    cmocka_unit_test(without_the_plans_year_days_stay_open),
	    cmocka_unit_test(a_long_cell_is_read_in_no_time),
	};
	return TEST_RUN(tests);
}
