/* Each case: the sections of a plan of 2026 without tables, and the tasks found there, as "ordinal title <time> units". */
#include "reading/prose_tasks.h"

#include "base/buf.h"
#include "base/test.h"
#include "document/text_reader.h"

static const char head[] = "SỞ VÍ DỤ\n"
                           "Số: 5/KH-SVD\n"
                           "Bình Minh, ngày 05 tháng 01 năm 2026\n"
                           "\n"
                           "KẾ HOẠCH\n"
                           "Tuyên truyền cải cách hành chính năm 2026\n"
                           "\n"
                           "I. MỤC ĐÍCH\n"
                           "Nâng cao nhận thức.\n";

struct test_case {
	const char *sections, *expected;
};

static void check(const struct test_case *one)
{
	struct arena *arena = arena_new();
	struct document document = {0};
	struct reading reading;
	struct message problem;
	struct buf got;
	struct str text = str_format(arena, "%s%s", head, one->sections);
	buf_init(&got, arena, 4000);
	assert_rc(text_reader_read(arena, text, &document, &problem), RC_OK);
	assert_rc(reading_of_document(arena, &document, STR("vidu.txt"), NULL, NULL, &reading), RC_OK);
	for (size_t i = 0; i < reading.tasks.n; i++) {
		const struct reading_task *task = &reading.tasks.at[i];
		const struct reading_part *part = &task->parts.at[0];
		buf_add_format(&got, "%s%.*s %.*s <%.*s>", i > 0 ? " | " : "", STR_ARG(task->ordinal), STR_ARG(task->title.text),
		               STR_ARG(part->schedule_raw.text));
		for (size_t k = 0; k < part->assignments.n; k++)
			buf_add_format(&got, " %.*s", STR_ARG(part->assignments.at[k].unit));
	}
	if (!str_eq(buf_str(&got), str_of(one->expected)))
		print_error("sections  \"%s\"\n", one->sections);
	assert_str(buf_str(&got), one->expected);
	arena_free(arena);
}

static void check_all(const struct test_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check(&cases[i]);
}

static void labels_tell_when_and_who(void **state)
{
	static const struct test_case cases[] = {
	    {"II. NHIỆM VỤ\n1. Phát bản tin\nThời gian: thứ Ba hằng tuần. Đơn vị thực hiện: Văn phòng Sở.\n",
	     "1 Phát bản tin <thứ Ba hằng tuần> Văn phòng Sở"},
	    {"II. NHIỆM VỤ\n1.1. Phát bản tin trên loa Thời gian: Quý II/2026. Chủ trì: Văn phòng Sở.\n",
	     "1.1 Phát bản tin trên loa <Quý II/2026> Văn phòng Sở"},
	};
	(void)state;
	check_all(cases, sizeof cases / sizeof cases[0]);
}

static void a_time_in_brackets_is_no_part_of_the_title(void **state)
{
	static const struct test_case cases[] = {
	    {"II. NHIỆM VỤ TRỌNG TÂM\n1. Mở chuyên mục hỏi đáp (Hoàn thành trước 30/4/2026)\n2. Mở lớp học (tiếng Anh)\n",
	     "1 Mở chuyên mục hỏi đáp <Hoàn thành trước 30/4/2026>"},
	    {"II. NHIỆM VỤ\n1. Tập huấn (Quý II/2026).\nChủ trì: Văn phòng Sở.\n", "1 Tập huấn <Quý II/2026> Văn phòng Sở"},
	    {"II. NỘI DUNG\n1. Kết quả đã đạt (Quý II/2026)\n", ""},
	};
	(void)state;
	check_all(cases, sizeof cases / sizeof cases[0]);
}

static void an_order_names_who_and_when(void **state)
{
	static const struct test_case cases[] = {
	    {"II. NHIỆM VỤ\n1. Giao Văn phòng Sở tổ chức tập huấn cho doanh nghiệp trước ngày 15/6/2026.\n",
	     "1 tổ chức tập huấn cho doanh nghiệp <trước ngày 15/6/2026> Văn phòng Sở"},
	    {"II. NHIỆM VỤ\n1. Giao lưu với doanh nghiệp trước ngày 15/6/2026.\n", ""},
	};
	(void)state;
	check_all(cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(labels_tell_when_and_who),
	    cmocka_unit_test(a_time_in_brackets_is_no_part_of_the_title),
	    cmocka_unit_test(an_order_names_who_and_when),
	};
	return TEST_RUN(tests);
}
