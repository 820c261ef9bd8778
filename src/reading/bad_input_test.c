/* Plans as they should not be written, but are: the tasks are found all the same, and what is missing is said. */
#include "reading/testing.h"

#include <time.h>

#include "viet/fold.h"
#include "viet/upper.h"

static const char head[] = "SỞ NỘI VỤ VÍ DỤ\n"
                           "Số: 5/KH-SNV\n"
                           "Bình Minh, ngày 05 tháng 01 năm 2026\n"
                           "\n"
                           "KẾ HOẠCH\n"
                           "Tuyên truyền cải cách hành chính năm 2026\n"
                           "\n"
                           "I. MỤC ĐÍCH\n"
                           "Nâng cao nhận thức của công chức - viên chức.\n";

#define TABLE_HEAD                                                                                                               \
	"| STT | Nhiệm vụ | Sản phẩm | Thời gian | Đơn vị thực hiện |\n"                                           \
	"|---|---|---|---|---|\n"

static const char rows[] = TABLE_HEAD "| 1 | Số hóa hồ sơ thủy sản | Kho số hóa | Quý II/2026 | Sở Nội vụ |\n"
                                      "| 2 | Đối thoại với doanh nghiệp | Biên bản | Trước ngày 15/6/2026 | Sở Tài chính |\n";

static const char expected[] = "1 so hoa ho so thuy san <2026-04-01..2026-06-30> so noi vu | "
                               "2 doi thoai voi doanh nghiep <15/6/2026> so tai chinh";

/* Folded: case, marks and the way they are written do not count. */
static struct str tasks_of(struct arena *arena, const struct reading *reading)
{
	struct buf out;
	buf_init(&out, arena, 8000);
	for (size_t i = 0; i < reading->tasks.n; i++) {
		const struct reading_task *task = &reading->tasks.at[i];
		const struct reading_part *part = &task->parts.at[0];
		const struct schedule *s = &part->schedule;
		buf_add_format(&out, "%s%.*s %.*s <", testing_between(&out), STR_ARG(task->ordinal),
		               STR_ARG(viet_fold(arena, task->title.text)));
		if (s->kind == SCHEDULE_ONCE)
			buf_add(&out, date_format_short(arena, s->due.at[0]));
		else
			buf_add_format(&out, "%.*s..%.*s", STR_ARG(date_format_iso(arena, s->start)),
			               STR_ARG(date_format_iso(arena, s->end)));
		buf_add(&out, STR(">"));
		for (size_t k = 0; k < part->assignments.n; k++)
			buf_add_format(&out, " %.*s", STR_ARG(viet_fold(arena, part->assignments.at[k].unit)));
	}
	return buf_str(&out);
}

static struct str replaced(struct arena *arena, struct str text, const char *from, const char *to)
{
	struct buf out;
	size_t at = 0, next;
	buf_init(&out, arena, text.len * 4 + 16);
	while ((next = str_find(text, str_of(from), at)) != SIZE_MAX) {
		buf_add(&out, str_part(text, at, next - at));
		buf_add(&out, str_of(to));
		at = next + strlen(from);
	}
	buf_add(&out, str_from(text, at));
	return buf_str(&out);
}

/* Many of the text's letters as a letter with its marks behind it. */
static struct str decomposed(struct arena *arena, struct str text)
{
	static const char *const letters[][2] = {{"ố", "o\u0302\u0301"}, {"ồ", "o\u0302\u0300"}, {"ơ", "o\u031b"},
	                                         {"ủ", "u\u0309"},       {"ả", "a\u0309"},       {"ệ", "e\u0323\u0302"},
	                                         {"ạ", "a\u0323"},       {"á", "a\u0301"},       {"ý", "y\u0301"},
	                                         {"ị", "i\u0323"},       {"ó", "o\u0301"},       {"Ế", "E\u0302\u0301"}};
	for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
		text = replaced(arena, text, letters[i][0], letters[i][1]);
	return text;
}

static void check(struct arena *arena, const char *what, struct str text)
{
	struct reading reading = testing_read(arena, text);
	struct str got = tasks_of(arena, &reading);
	if (!str_eq(got, str_of(expected)))
		print_error("%s\n", what);
	assert_str(got, expected);
	assert_int_equal(reading.header.year, 2026);
	assert_str(viet_fold(arena, reading.header.number.text), "5/kh-snv");
}

static void other_ways_to_write_the_letters_change_nothing(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct str text = str_format(arena, "%s%s", head, rows);
	check(arena, "as it should be", text);
	check(arena, "capitals throughout", viet_upper(arena, text));
	check(arena, "decomposed letters", decomposed(arena, text));
	check(arena, "both styles of tones", replaced(arena, replaced(arena, text, "hóa", "hoá"), "thủy", "thuỷ"));
	check(arena, "the Icelandic letter", replaced(arena, replaced(arena, text, "Đ", "Ð"), "đ", "ð"));
	check(arena, "hyphens that do not break", replaced(arena, text, "-SNV", "\u2011SNV"));
	check(arena, "spaces that do not break", replaced(arena, text, " ", "\u00a0"));
	check(arena, "soft hyphens", replaced(arena, text, "doanh", "do\u00adanh"));
	arena_free(arena);
}

static void letters_spaced_out_are_closed_up(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	check(arena, "the heading of the table spaced out",
	      str_format(arena, "%sI I . N H I Ệ M   V Ụ   T R Ọ N G   T Â M\n%s", head, rows));
	check(arena, "a paragraph spaced out",
	      str_format(arena, "%sT r i ể n   k h a i   đ ồ n g   b ộ   c á c   n h i ệ m   v ụ .\n%s", head, rows));
	arena_free(arena);
}

static void page_numbers_and_headers_inside_rows_are_no_words_of_them(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	check(arena, "a page break inside a table, the head again",
	      str_format(arena, "%s%s\n3\n\n%s", head,
	                 TABLE_HEAD "| 1 | Số hóa hồ sơ thủy sản | Kho số hóa | Quý II/2026 | Sở Nội vụ |\n",
	                 TABLE_HEAD "| 2 | Đối thoại với doanh nghiệp | Biên bản | Trước ngày 15/6/2026 | Sở Tài chính |\n"));
	arena_free(arena);
}

static void a_page_number_inside_a_flowing_row_is_no_word_of_it(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct reading reading =
	    testing_read(arena, str_format(arena,
	                                   "%sPHỤ LỤC\nSTT Nhiệm vụ\nSản phẩm\nThời gian\nĐơn vị thực hiện\n"
	                                   "1 Mở chuyên mục hỏi\nđáp thủ tục\nChuyên mục\nQuý I/2026\nSở Nội vụ\n"
	                                   "2 Phát tờ rơi tại chợ\nphiên\nTờ rơi\nTháng 3/2026\nSở Y tế\n"
	                                   "3 Số hóa hồ sơ của\n\f17\nngành thủy sản\nKho số hóa\nQuý II/2026\nSở Nội vụ\n"
	                                   "4 Đối thoại với doanh\nnghiệp\nBiên bản\nTrước ngày\n15/6/2026\nSở Tài chính\n"
	                                   "5 Mở lớp tập huấn cho\ncông chức\nLớp học\nQuý III/2026\nSở Nội vụ\n",
	                                   head));
	assert_int_equal(reading.tasks.n, 5);
	for (size_t i = 0; i < reading.tasks.n; i++)
		assert_true(reading.tasks.at[i].parts.at[0].schedule.kind != SCHEDULE_NONE);
	assert_false(str_contains(tasks_of(arena, &reading), STR("17")));
	arena_free(arena);
}

static void all_appendices_are_read(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct reading reading =
	    testing_read(arena, str_format(arena,
	                                   "%s\nPHỤ LỤC I\nNHIỆM VỤ CỦA SỞ\n%s\nPHỤ LỤC II\nNHIỆM VỤ CỦA XÃ\n" TABLE_HEAD
	                                   "| 1 | Phát tờ rơi | Tờ rơi | Tháng 3/2026 | UBND các xã |\n",
	                                   head, rows));
	assert_str(tasks_of(arena, &reading), "1 so hoa ho so thuy san <2026-04-01..2026-06-30> so noi vu | "
	                                      "2 doi thoai voi doanh nghiep <15/6/2026> so tai chinh | "
	                                      "1 phat to roi <2026-03-01..2026-03-31> ubnd cac xa");
	arena_free(arena);
}

static void without_an_appendix_it_is_said(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct reading reading =
	    testing_read(arena, str_format(arena, "%sII. NHIỆM VỤ\nCác nhiệm vụ nêu tại Phụ lục kèm theo Kế hoạch này.\n", head));
	assert_int_equal(reading.tasks.n, 0);
	assert_int_equal(reading.warnings.n, 1);
	assert_int_equal(reading.warnings.at[0].defect, READING_NO_APPENDIX);
	arena_free(arena);
}

/* A row that repeats the table's bars inside a cell, as converters write a table in a cell. */
static void a_table_inside_a_cell_costs_no_row(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct reading reading = testing_read(
	    arena, str_format(arena, "%s%s| 3 | In sổ tay \\| tờ gấp | Sổ tay | Tháng 5/2026 | Sở Y tế |\n", head, rows));
	assert_int_equal(reading.tasks.n, 3);
	assert_str(reading.tasks.at[2].parts.at[0].schedule_raw.text, "Tháng 5/2026");
	arena_free(arena);
}

static double seconds_to_read(size_t n_lines)
{
	struct arena *arena = arena_new();
	struct buf text;
	struct timespec begin, end;
	buf_init(&text, arena, 32 * 1024 * 1024);
	buf_add_format(&text, "%s%sII. TỔ CHỨC THỰC HIỆN\n", head, rows);
	for (size_t i = 0; i < n_lines; i++)
		buf_add_format(&text, "- Văn phòng Sở rà soát hồ sơ số %zu hằng tháng.\n", i);
	clock_gettime(CLOCK_MONOTONIC, &begin);
	struct reading reading = testing_read(arena, buf_str(&text));
	clock_gettime(CLOCK_MONOTONIC, &end);
	assert_int_equal(reading.tasks.n, 2);
	assert_true(reading.duties.n > 0 && reading.report_duties.n > 0);
	arena_free(arena);
	return (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9;
}

static void a_hundred_thousand_lines_take_ten_times_ten_thousand(void **state)
{
	enum { MANY = 100 * 1000, TEN = 10, AT_MOST = 25, AT_LEAST_SECONDS = 1 };
	(void)state;
	double few = seconds_to_read(MANY / TEN), many = seconds_to_read(MANY);
	if (many > few * AT_MOST && many > AT_LEAST_SECONDS)
		fail_msg("%d lines take %.2f s, a tenth of them %.2f s", MANY, many, few);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(other_ways_to_write_the_letters_change_nothing),
	    cmocka_unit_test(letters_spaced_out_are_closed_up),
	    cmocka_unit_test(page_numbers_and_headers_inside_rows_are_no_words_of_them),
	    cmocka_unit_test(a_page_number_inside_a_flowing_row_is_no_word_of_it),
	    cmocka_unit_test(all_appendices_are_read),
	    cmocka_unit_test(without_an_appendix_it_is_said),
	    cmocka_unit_test(a_table_inside_a_cell_costs_no_row),
	    cmocka_unit_test(a_hundred_thousand_lines_take_ten_times_ten_thousand),
	};
	return TEST_RUN(tests);
}
