/* Whole documents: what the parts make of them together, and how it is written out. */
#include "reading/reading.h"

#include "reading/reading_ics.h"
#include "reading/reading_json.h"
#include "reading/reading_print.h"
#include "reading/testing.h"

struct fixture {
	struct arena *arena;
	struct document document;
	struct reading reading;
};

static void read(struct fixture *f, const char *text)
{
	f->arena = arena_new();
	f->document = testing_document(f->arena, str_of(text));
	assert_rc(reading_of_document(f->arena, &f->document, STR("vidu.txt"), NULL, NULL, &f->reading), RC_OK);
}

static const char plan[] =
    "UBND TỈNH VÍ DỤ\n"
    "SỞ VĂN HÓA VÍ DỤ\n"
    "\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n"
    "\n"
    "Số: 12/KH-SVH\n"
    "Bình Minh, ngày 05 tháng 3 năm 2026\n"
    "\n"
    "KẾ HOẠCH\n"
    "Truyền thông cải cách hành chính\n"
    "của Sở Văn hóa Ví Dụ năm 2026\n"
    "\n"
    "Căn cứ Luật Lưu trữ năm 2024;\n"
    "Thực hiện Kế hoạch số 7/KH-UBND ngày 15/01/2026 của UBND tỉnh, Sở Văn hóa Ví Dụ xây dựng Kế hoạch như sau:\n"
    "I. MỤC TIÊU\n"
    "- Có 95% người dân hài lòng với thủ tục hành chính (TTHC), theo báo cáo (VB).\n"
    "II. HÌNH THỨC TUYÊN TRUYỀN\n"
    "1. Trên mạng xã hội (Zalo, Facebook)\n"
    "2. Qua loa truyền thanh\n"
    "IV. TỔ CHỨC THỰC HIỆN\n"
    "1. Văn phòng Sở\n"
    "- Đôn đốc việc thực hiện; tổng hợp, báo cáo Giám đốc Sở trước ngày 25 hằng tháng.\n"
    "2. Các phòng, đơn vị thuộc Sở cử người phụ trách.\n"
    "Trên đây là Kế hoạch của Sở./.\n"
    "Nơi nhận:                          KT. GIÁM ĐỐC\n"
    "- UBND tỉnh;                       PHÓ GIÁM ĐỐC\n"
    "- Lưu: VT.                         Lê Thị Mẫu\n"
    "\n"
    "PHỤ LỤC\n"
    "| STT | Nhiệm vụ | Sản phẩm | Thời gian | Phân công thực hiện |\n"
    "|---|---|---|---|---|\n"
    "| 1 | Mở chuyên mục hỏi đáp | Chuyên mục | Quý II/2026 | Văn phòng Sở chủ trì |\n"
    "| 3 | Họp báo | Thông cáo; Ảnh | Trước ngày 20/11/2026 | Văn phòng Sở chủ trì, phối hợp với các phòng |\n"
    "| 3 | Tập huấn theo Kế hoạch năm 2025 | Lớp học | tùy | |\n";

static void the_header_is_read(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, plan);
	const struct reading_header *h = &f.reading.header;
	assert_str(h->kind.text, "Kế hoạch");
	assert_str(h->parent_body.text, "UBND TỈNH VÍ DỤ");
	assert_str(h->issuer.text, "Sở Văn hóa Ví Dụ");
	assert_str(h->number.text, "12/KH-SVH");
	assert_str(h->place.text, "Bình Minh");
	assert_int_equal(h->date, date_from_parts(2026, 3, 5));
	assert_str(h->title.text, "Truyền thông cải cách hành chính của Sở Văn hóa Ví Dụ năm 2026");
	assert_int_equal(h->year, 2026);
	assert_str(h->signer_title.text, "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC");
	assert_str(h->signer_name.text, "Lê Thị Mẫu");
	assert_int_equal(h->recipients.n, 2);
	assert_str(h->recipients.at[0].text, "UBND tỉnh");
	assert_int_equal(h->in_execution_of.n, 1); /* a law is no plan to be carried out */
	assert_str(h->in_execution_of.at[0].text, "Kế hoạch số 7/KH-UBND ngày 15/01/2026 của UBND tỉnh");
	assert_str(document_span_text(&f.document, h->number.span), "12/KH-SVH");
	arena_free(f.arena);
}

static void headings_have_levels_and_sections(void **state)
{
	static const struct {
		const char *number;
		int level;
		const char *title;
	} expected[] = {{"I", 1, "MỤC TIÊU"},
	                {"II", 1, "HÌNH THỨC TUYÊN TRUYỀN"},
	                {"1", 2, "Trên mạng xã hội (Zalo, Facebook)"},
	                {"2", 2, "Qua loa truyền thanh"},
	                {"IV", 1, "TỔ CHỨC THỰC HIỆN"},
	                {"1", 2, "Văn phòng Sở"},
	                {"2", 2, "Các phòng, đơn vị thuộc Sở cử người phụ trách."}};
	struct fixture f;
	(void)state;
	read(&f, plan);
	assert_int_equal(f.reading.outline.n, sizeof expected / sizeof expected[0]);
	for (size_t i = 0; i < f.reading.outline.n; i++) {
		assert_str(f.reading.outline.at[i].number, expected[i].number);
		assert_int_equal(f.reading.outline.at[i].level, expected[i].level);
		assert_str(f.reading.outline.at[i].title.text, expected[i].title);
	}
	arena_free(f.arena);
}

static void abbreviations_of_units_are_written_out(void **state)
{
	static const char text[] =
	    "KẾ HOẠCH\nĐọc sách năm 2026\nI. YÊU CẦU\n1. Sở Văn hóa và Thể thao (sau đây viết tắt là Sở VHTT) lo sách; dịch vụ công\n"
	    "trực tuyến (DVCTT) mở cả ngày; thủ tục và hồ sơ (TTHS) gọn.\n2. Ban Chỉ đạo phong trào đọc sách (gọi tắt là Ban Chỉ "
	    "đạo) "
	    "họp hằng quý.\n"
	    "II. NHIỆM VỤ\n1. Mở phòng đọc\nThời gian: Quý II/2026. Đơn vị thực hiện: Giám đốc Sở VHTT.\n"
	    "2. Tặng sách\nThời gian: Quý II/2026. Đơn vị thực hiện: Sở Y tế.\n";
	struct arena *arena = arena_new();
	(void)state;
	struct reading reading = testing_read(arena, str_of(text));
	assert_int_equal(reading.abbreviations.n, 4);
	assert_str(reading.abbreviations.at[0].abbreviation, "Sở VHTT");
	assert_str(reading.abbreviations.at[0].meaning.text, "Sở Văn hóa và Thể thao");
	assert_str(reading.abbreviations.at[2].meaning.text, "thủ tục và hồ sơ");
	assert_str(reading.abbreviations.at[3].abbreviation, "Ban Chỉ đạo");
	assert_int_equal(reading.tasks.n, 2);
	assert_str(reading.tasks.at[0].parts.at[0].assignments.at[0].unit, "Giám đốc Sở VHTT");
	assert_str(reading.tasks.at[0].parts.at[0].assignments.at[0].in_full, "Giám đốc Sở Văn hóa và Thể thao");
	assert_str(reading.tasks.at[1].parts.at[0].assignments.at[0].in_full, "");
	arena_free(arena);
}

static void channels_duties_and_reports_are_found(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, plan);
	assert_int_equal(f.reading.channels.n, 4);
	assert_str(f.reading.channels.at[0].name.text, "mạng xã hội");
	assert_int_equal(f.reading.abbreviations.n, 1);
	assert_str(f.reading.abbreviations.at[0].abbreviation, "TTHC");
	assert_str(f.reading.abbreviations.at[0].meaning.text, "thủ tục hành chính");
	assert_str(f.reading.channels.at[1].name.text, "Zalo");
	assert_true(f.reading.channels.at[1].is_digital);
	assert_false(f.reading.channels.at[3].is_digital);
	assert_str(f.reading.channels.at[3].name.text, "loa truyền thanh");
	assert_str(f.reading.channels.at[3].section, "II.2");
	assert_int_equal(f.reading.duties.n, 2);
	assert_str(f.reading.duties.at[0].unit, "Văn phòng Sở");
	assert_str(f.reading.duties.at[1].unit, "Các phòng, đơn vị thuộc Sở");
	assert_int_equal(f.reading.report_duties.n, 1);
	assert_str(f.reading.report_duties.at[0].schedule.rrule, "FREQ=MONTHLY;BYMONTHDAY=25");
	assert_true(f.reading.report_duties.at[0].schedule.exclusive);
	assert_int_equal(f.reading.targets.n, 1);
	assert_str(f.reading.targets.at[0].value, "95%");
	arena_free(f.arena);
}

static void rows_become_tasks(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, plan);
	assert_int_equal(f.reading.tasks.n, 3);
	const struct reading_task *task = &f.reading.tasks.at[1];
	assert_str(task->title.text, "Họp báo");
	assert_int_equal(task->parts.at[0].assignments.n, 2);
	assert_int_equal(task->parts.at[0].assignments.at[1].role, READING_COORDINATE);
	assert_int_equal(task->parts.at[0].schedule.due.at[0], date_from_parts(2026, 11, 20));
	arena_free(f.arena);
}

static bool warns(const struct fixture *f, const char *text)
{
	static const struct message_catalogue english = {.language = "en"};
	for (size_t i = 0; i < f->reading.warnings.n; i++)
		if (str_eq(message_format(f->arena, &english, &f->reading.warnings.at[i].message), str_of(text)))
			return true;
	return false;
}

static void what_is_doubtful_is_said(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, plan);
	assert_true(warns(&f, "Heading IV follows heading II of the same level: is one missing?"));
	assert_true(warns(&f, "The rows of the table go from number 1 to number 3."));
	assert_true(warns(&f, "Two rows of the table have the number 3."));
	assert_true(warns(&f, "Who does it is not said, in tasks 3."));
	assert_true(warns(&f, "The schedule of task 3 could not be understood: “tùy”."));
	assert_true(
	    warns(&f, "Task 3 speaks of the year 2025, but the plan is for 2026: is the year left over from an earlier plan?"));
	assert_false(warns(&f, "The document has no number yet."));
	arena_free(f.arena);
}

static void a_plan_without_tasks_says_what_to_do(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, "KẾ HOẠCH\nTruyền thông năm 2026\n\nI. NHIỆM VỤ\n(Có Phụ lục kèm theo)\n");
	assert_true(warns(&f, "The plan points to an appendix that is not in this file: add the appendix's text and read it again."));
	assert_true(warns(&f, "The document has no number yet."));
	arena_free(f.arena);
	read(&f, "KẾ HOẠCH\nTruyền thông năm 2026\n\nI. NHIỆM VỤ\nLàm tốt mọi việc.\n");
	assert_true(warns(&f, "No task was found. Check that the file holds the table of tasks, or enter the tasks by hand."));
	arena_free(f.arena);
}

static void tasks_in_prose_are_read(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, "KẾ HOẠCH\nTruyền thông năm 2026\n\nI. NHIỆM VỤ\n"
	         "1. Mở điểm hỗ trợ người dân\n- Sản phẩm: 02 điểm; Báo cáo.\n- Chủ trì: Văn phòng.\n- Phối hợp: các tổ; Đoàn Thanh "
	         "niên.\n"
	         "- Thời gian thực hiện: Tháng 4/2026.\n"
	         "2. Nâng cao nhận thức của mọi người\n"
	         "3. Tổ chức hội thi. Đơn vị thực hiện: Phòng Văn hóa. Thời gian: Quý III.\n");
	assert_int_equal(f.reading.tasks.n, 2);
	const struct reading_part *part = &f.reading.tasks.at[0].parts.at[0];
	assert_str(f.reading.tasks.at[0].title.text, "Mở điểm hỗ trợ người dân");
	assert_int_equal(part->products.n, 2);
	assert_int_equal(part->assignments.n, 3);
	assert_str(part->assignment_raw.text, "Chủ trì: Văn phòng. Phối hợp: các tổ; Đoàn Thanh niên.");
	assert_int_equal(part->schedule.start, date_from_parts(2026, 4, 1));
	assert_str(f.reading.tasks.at[1].title.text, "Tổ chức hội thi");
	assert_str(f.reading.tasks.at[1].parts.at[0].assignments.at[0].unit, "Phòng Văn hóa");
	assert_int_equal(f.reading.tasks.at[1].parts.at[0].schedule.end, date_from_parts(2026, 9, 30));
	arena_free(f.arena);
}

static void a_blank_number_and_day_are_told(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, "Số:      /KH-VP\nBình Minh, ngày     tháng 02 năm 2026\n\nKẾ HOẠCH\nTruyền thông\n\nI. NHIỆM VỤ\n1. Làm.\n");
	assert_null(f.reading.header.number.text.ptr);
	assert_int_equal(f.reading.header.date, DATE_NONE);
	assert_int_equal(f.reading.header.partial_month, 2);
	assert_int_equal(f.reading.header.partial_year, 2026);
	assert_int_equal(f.reading.header.year, 2026);
	assert_true(warns(&f, "The document has no number yet."));
	arena_free(f.arena);
}

static void a_decision_is_followed_by_what_it_promulgates(void **state)
{
	struct fixture f;
	(void)state;
	read(&f, "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch năm 2026\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n"
	         "Điều 2. Quyết định có hiệu lực từ ngày ký.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Ví\n\n"
	         "KẾ HOẠCH\nTruyền thông năm 2026\n\nI. MỤC TIÊU\nLàm tốt.\n");
	assert_str(f.reading.header.kind.text, "Quyết định");
	assert_str(f.reading.header.signer_name.text, "Trần Văn Ví");
	assert_int_equal(f.reading.outline.n, 3);
	assert_str(f.reading.outline.at[2].number, "I");
	assert_int_equal(f.reading.outline.at[2].level, 1);
	arena_free(f.arena);
}

static void json_has_every_member(void **state)
{
	static const char *const members[] = {"\"source\": \"vidu.txt\"",
	                                      "\"number\": \"12/KH-SVH\"",
	                                      "\"date\": \"2026-03-05\"",
	                                      "\"ordinal\": 1,",
	                                      "\"role\": \"coordinate\"",
	                                      "\"kind\": \"once\"",
	                                      "\"exclusive\": true",
	                                      "\"funding_raw\": null",
	                                      "\"confidence\": ",
	                                      "\"place\": [",
	                                      "\"en\": \"Two rows of the table have the number 3.\"",
	                                      "\"defect\": \"number_repeated\""};
	struct fixture f;
	struct str json, again;
	(void)state;
	read(&f, plan);
	assert_rc(reading_json_write(f.arena, &f.reading, NULL, &json), RC_OK);
	assert_rc(reading_json_write(f.arena, &f.reading, NULL, &again), RC_OK);
	assert_true(str_eq(json, again));
	for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
		if (!str_contains(json, str_of(members[i])))
			fail_msg("no %s in %.*s", members[i], STR_ARG(json));
	arena_free(f.arena);
}

static void a_calendar_has_the_deadlines(void **state)
{
	struct fixture f;
	struct str ics;
	(void)state;
	read(&f, plan);
	assert_rc(reading_ics_write(f.arena, &f.reading, NULL, 0, &ics), RC_OK);
	assert_true(str_has_prefix(ics, STR("BEGIN:VCALENDAR\r\n")));
	assert_true(str_contains(ics, STR("DTSTART;VALUE=DATE:20260630\r\n"))); /* the end of quarter II */
	assert_true(str_contains(ics, STR("DTSTART;VALUE=DATE:20261119\r\n"))); /* before the 20th */
	assert_true(str_contains(ics, STR("SUMMARY:Họp báo\r\n")));
	arena_free(f.arena);
}

static void the_table_for_the_terminal_wraps_its_cells(void **state)
{
	struct fixture f;
	struct str out, rest, line;
	(void)state;
	read(&f, plan);
	assert_rc(reading_print_write(f.arena, &f.reading, NULL, &out), RC_OK);
	assert_true(str_contains(out, STR("Văn phòng Sở (leads)")));
	assert_true(str_contains(out, STR("→ Thông cáo")));
	rest = out;
	while (str_split(&rest, '\n', &line))
		assert_true(line.len <= 4 * 120);
	arena_free(f.arena);
}

static bool stop_at_60(void *context, int percent)
{
	*(int *)context = percent;
	return percent >= 60;
}

static void a_reading_can_be_cancelled(void **state)
{
	struct arena *arena = arena_new();
	const struct document document = testing_document(arena, str_of(plan));
	struct reading reading;
	int percent = 0;
	(void)state;
	assert_rc(reading_of_document(arena, &document, STR("x"), stop_at_60, &percent, &reading), RC_CANCELLED);
	assert_int_equal(percent, 60);
	arena_free(arena);
}

static void a_time_that_is_none_by_itself_is_in_the_month_of_its_group(void **state)
{
	static const char *const expected[][2] = {
	    {"2026-03-01", "2026-03-14"}, {"2026-03-25", "2026-03-31"}, {"2026-05-01", "2026-05-31"}, {"2026-06-01", "2026-06-30"}};
	(void)state;
	struct arena *arena = arena_new();
	struct reading reading = testing_read(arena, STR("KẾ HOẠCH\nTuyên truyền năm 2026\n\n"
	                                                 "| STT | Nhiệm vụ | Thời gian | Thực hiện |\n|---|---|---|---|\n"
	                                                 "| | THÁNG 3/2026 | | |\n"
	                                                 "| 1 | Mở lớp tập huấn | Tuần 1, 2 | Văn phòng |\n"
	                                                 "| 2 | Đối thoại với người dân | Tuần cuối tháng | Văn phòng |\n"
	                                                 "| | THÁNG 5 | | |\n"
	                                                 "| 3 | Khảo sát mức độ hài lòng | Cả tháng | Văn phòng |\n"
	                                                 "| 4 | Treo băng rôn | Tháng 6/2026 | Văn phòng |\n"
	                                                 "| 5 | Gửi tin, bài | Hằng tuần | Văn phòng |\n"));
	assert_int_equal(reading.tasks.n, 5);
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		const struct schedule *schedule = &reading.tasks.at[i].parts.at[0].schedule;
		assert_str(date_format_iso(arena, schedule->start), expected[i][0]);
		assert_str(date_format_iso(arena, schedule->end), expected[i][1]);
	}
	assert_int_equal(reading.tasks.at[4].parts.at[0].schedule.kind, SCHEDULE_RECURRING);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_header_is_read),
	    cmocka_unit_test(headings_have_levels_and_sections),
	    cmocka_unit_test(abbreviations_of_units_are_written_out),
	    cmocka_unit_test(channels_duties_and_reports_are_found),
	    cmocka_unit_test(rows_become_tasks),
	    cmocka_unit_test(what_is_doubtful_is_said),
	    cmocka_unit_test(a_plan_without_tasks_says_what_to_do),
	    cmocka_unit_test(tasks_in_prose_are_read),
	    cmocka_unit_test(a_blank_number_and_day_are_told),
	    cmocka_unit_test(a_decision_is_followed_by_what_it_promulgates),
	    cmocka_unit_test(json_has_every_member),
	    cmocka_unit_test(a_calendar_has_the_deadlines),
	    cmocka_unit_test(the_table_for_the_terminal_wraps_its_cells),
	    cmocka_unit_test(a_reading_can_be_cancelled),
	    cmocka_unit_test(a_time_that_is_none_by_itself_is_in_the_month_of_its_group),
	};
	return TEST_RUN(tests);
}
