/* Each case: the sections of a plan of 2026 without tables, and the tasks found there, as "ordinal title <time> units". */
#include "reading/prose_tasks.h"

#include "reading/testing.h"

static void show(struct buf *out, const struct reading *reading)
{
	for (size_t i = 0; i < reading->tasks.n; i++) {
		const struct reading_task *task = &reading->tasks.at[i];
		const struct reading_part *part = &task->parts.at[0];
		buf_add_format(out, "%s%.*s %.*s <%.*s>", testing_between(out), STR_ARG(task->ordinal), STR_ARG(task->title.text),
		               STR_ARG(part->schedule_raw.text));
		for (size_t k = 0; k < part->assignments.n; k++)
			buf_add_format(out, " %.*s", STR_ARG(part->assignments.at[k].unit));
	}
}

static void labels_tell_when_and_who(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. NHIỆM VỤ\n1. Phát bản tin\nThời gian: thứ Ba hằng tuần. Đơn vị thực hiện: Văn phòng Sở.\n",
	     "1 Phát bản tin <thứ Ba hằng tuần> Văn phòng Sở"},
	    {"II. NHIỆM VỤ\n1.1. Phát bản tin trên loa Thời gian: Quý II/2026. Chủ trì: Văn phòng Sở.\n",
	     "1.1 Phát bản tin trên loa <Quý II/2026> Văn phòng Sở"},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

static void a_time_in_brackets_is_no_part_of_the_title(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. NHIỆM VỤ TRỌNG TÂM\n1. Mở chuyên mục hỏi đáp (Hoàn thành trước 30/4/2026)\n2. Mở lớp học (tiếng Anh)\n",
	     "1 Mở chuyên mục hỏi đáp <Hoàn thành trước 30/4/2026>"},
	    {"II. NHIỆM VỤ\n1. Tập huấn (Quý II/2026).\nChủ trì: Văn phòng Sở.\n", "1 Tập huấn <Quý II/2026> Văn phòng Sở"},
	    {"II. NỘI DUNG\n1. Kết quả đã đạt (Quý II/2026)\n", ""},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

static void an_order_names_who_and_when(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. NHIỆM VỤ\n1. Giao Văn phòng Sở tổ chức tập huấn cho doanh nghiệp trước ngày 15/6/2026.\n",
	     "1 tổ chức tập huấn cho doanh nghiệp <trước ngày 15/6/2026> Văn phòng Sở"},
	    {"II. NHIỆM VỤ\n1. Giao lưu với doanh nghiệp trước ngày 15/6/2026.\n", ""},
	    {"II. NHIỆM VỤ\n1. Giao Sở Xây dựng chủ trì, phối hợp với Sở Y tế, Công an tỉnh in sổ tay, hoàn thành trong tháng "
	     "3/2026.\n",
	     "1 in sổ tay <trong tháng 3/2026> Sở Xây dựng Sở Y tế Công an tỉnh"},
	    {"II. NHIỆM VỤ\n1. Sở Y tế chủ trì mở chuyên trang “Mỗi tháng một việc”; xong trong quý I/2026.\n",
	     "1 mở chuyên trang “Mỗi tháng một việc” <trong quý I/2026> Sở Y tế"},
	    {"II. NHIỆM VỤ\n1. Sở Y tế đăng hằng tuần các câu hỏi hay trên trang của Sở (https://a.gov.vn).\n",
	     "1 đăng hằng tuần các câu hỏi hay trên trang của Sở <hằng tuần> Sở Y tế"},
	    {"II. NHIỆM VỤ\n1. Đề nghị Tỉnh Đoàn phối hợp với Sở Y tế hiến máu vào cuối mỗi quý, gắn với ngày hội.\n",
	     "1 hiến máu <vào cuối mỗi quý> Tỉnh Đoàn Sở Y tế"},
	    {"II. NHIỆM VỤ\n1. Báo chí\n- Giao Sở Y tế gặp mặt nhà báo từ ngày 01/6 đến ngày 15/6/2026.\n"
	     "- Công an tỉnh chủ trì cấp thẻ.\n",
	     " gặp mặt nhà báo <từ ngày 01/6 đến ngày 15/6/2026> Sở Y tế |  cấp thẻ <> Công an tỉnh"},
	    {"II. NHIỆM VỤ\n1. Sở Y tế chủ trì trực đường dây nóng.\nIII. TỔ CHỨC THỰC HIỆN\n- Sở Y tế họp vào ngày 25 hằng tháng.\n",
	     "1 trực đường dây nóng <> Sở Y tế"},
	    {"II. NHIỆM VỤ\n1. Sở Y tế chủ trì cấp thẻ.\n2. Các trường học tổ chức trồng cây.\n",
	     "1 cấp thẻ <> Sở Y tế | 2 tổ chức trồng cây <> Các trường học"},
	    {"II. NHIỆM VỤ\n1. Sở Y tế trực cấp thẻ vào tối thứ Năm hằng tuần.\n",
	     "1 trực cấp thẻ <vào tối thứ Năm hằng tuần> Sở Y tế"},
	    {"II. NHIỆM VỤ\n1. Sở Y tế chủ trì trả lời dân, không quá 02 ngày làm việc kể từ khi nhận đơn.\n",
	     "1 trả lời dân <không quá 02 ngày làm việc kể từ khi nhận đơn> Sở Y tế"},
	    {"II. NHIỆM VỤ\n1. Sở Y tế chủ trì khám mắt trước khai giảng năm học 2026 - 2027.\n",
	     "1 khám mắt <trước khai giảng năm học 2026 - 2027> Sở Y tế"},
	    {"II. NHIỆM VỤ\n1. Sở Y tế họp dân vào ngày 25 hằng tháng.\n", "1 họp dân <vào ngày 25 hằng tháng> Sở Y tế"},
	    {"II. TRÁCH NHIỆM CỦA CÁC NGÀNH\n1. Sở Y tế chủ trì cấp thẻ trước ngày 15/6/2026.\n", ""},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

static void show_sureness(struct buf *out, const struct reading *reading)
{
	for (size_t i = 0; i < reading->tasks.n; i++) {
		const struct reading_part *part = &reading->tasks.at[i].parts.at[0];
		buf_add_format(out, "%swork%s time%s units%s", testing_between(out), testing_doubt(reading->tasks.at[i].title.confidence),
		               testing_doubt(part->schedule_raw.confidence), testing_doubt(part->assignment_raw.confidence));
	}
}

static void an_order_is_as_sure_as_what_was_understood_of_it(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. NHIỆM VỤ\n1. Giao Văn phòng Sở tổ chức tập huấn cho doanh nghiệp trước ngày 15/6/2026.\n", "work time units"},
	    {"II. NHIỆM VỤ\n1. Giao Văn phòng Sở chủ trì tổ chức tập huấn cho doanh nghiệp.\n", "work? time? units"},
	    {"II. NHIỆM VỤ\n1. Phát bản tin\nThời gian: Quý II/2026. Đơn vị thực hiện: Văn phòng Sở.\n", "work time units"},
	    {"II. NHIỆM VỤ\n1. Phát bản tin\nThời gian: Quý II/2026. Chủ trì: Văn phòng Sở, ba hộ khá giả.\n", "work time units?"},
	};
	(void)state;
	testing_check(TESTING_HEAD, show_sureness, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(labels_tell_when_and_who),
	    cmocka_unit_test(a_time_in_brackets_is_no_part_of_the_title),
	    cmocka_unit_test(an_order_names_who_and_when),
	    cmocka_unit_test(an_order_is_as_sure_as_what_was_understood_of_it),
	};
	return TEST_RUN(tests);
}
