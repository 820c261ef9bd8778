/* Each kind of defect: found where it is, and not where it is not. */
#include "reading/checks.h"

#include "reading/defect.h"
#include "reading/testing.h"

/* A sound plan whose task table ends with the rows given and whose body has the paragraph given. */
static const char plan[] = "UBND TỈNH VÍ DỤ\n"
                           "SỞ VĂN HÓA\n"
                           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                           "Độc lập - Tự do - Hạnh phúc\n"
                           "Số: 12/KH-SVH\n"
                           "Bình Minh, ngày 05 tháng 3 năm 2026\n"
                           "KẾ HOẠCH\n"
                           "Tuyên truyền năm 2026\n"
                           "I. MỤC TIÊU\n"
                           "%s\n"
                           "II. NHIỆM VỤ\n"
                           "| STT | Nhiệm vụ | Sản phẩm | Thời gian | Phân công thực hiện |\n"
                           "|---|---|---|---|---|\n"
                           "| 1 | Mở chuyên mục hỏi đáp | Chuyên mục | Quý II/2026 | Văn phòng Sở chủ trì |\n"
                           "%s\n"
                           "III. TỔ CHỨC THỰC HIỆN\n"
                           "1. Văn phòng Sở %s\n";

static struct reading reading_of(struct arena *arena, const char *body, const char *row, const char *duty)
{
	struct reading reading = testing_read(arena, str_format(arena, plan, body, row, duty));
	for (size_t i = 0; i < reading.warnings.n; i++) {
		assert_non_null(defect_name(reading.warnings.at[i].defect));
		assert_true(reading.warnings.at[i].span.end > 0);
	}
	return reading;
}

static bool has(const struct reading *reading, enum reading_defect defect)
{
	for (size_t i = 0; i < reading->warnings.n; i++)
		if (reading->warnings.at[i].defect == defect)
			return true;
	return false;
}

enum { NONE = READING_DEFECTS };

static void each_defect_is_found_where_it_is(void **state)
{
	(void)state;
	static const struct {
		const char *body, *row, *duty;
		int defect; /* the only one, or NONE */
	} cases[] = {
	    {"Đổi mới.", "", "theo dõi.", NONE},
	    {"Theo Kế hoạch số 5/KH-UBND ngày 01/02/2026.", "", "theo dõi.", NONE},
	    {"Theo Kế hoạch số 5/KH- của tỉnh.", "", "theo dõi.", READING_WRONG_CITATION},
	    {"Theo Kế hoạch số …/KH-UBND của tỉnh.", "", "theo dõi.", READING_WRONG_CITATION},
	    {"Họp ngày 30/02/2026 tại Sở.", "", "theo dõi.", READING_WRONG_DATE},
	    {"Xem tại https://tinh.gov.vn/cchc hoặc hỏi vp@tinh.gov.vn.", "", "theo dõi.", NONE},
	    {"Xem tại https:/tinh.gov.vn ngay.", "", "theo dõi.", READING_BROKEN_ADDRESS},
	    {"Hỏi qua vanphong@tinh nhé.", "", "theo dõi.", READING_BROKEN_ADDRESS},
	    {"Mỗi phòng 01 tin, bài/tháng; riêng Văn phòng 02 tin, bài/tháng.", "", "theo dõi.", READING_QUOTA_DIFFERS},
	    {"Đổi mới.", "| 3 | Phát tờ rơi | Tờ rơi | Tháng 5/2026 | Văn phòng Sở |", "theo dõi.", READING_NUMBER_SKIPPED},
	    {"Đổi mới.", "| 1 | Phát tờ rơi | Tờ rơi | Tháng 5/2026 | Văn phòng Sở |", "theo dõi.", READING_NUMBER_REPEATED},
	    {"Đổi mới.", "| 2 | Phát tờ rơi | Tờ rơi | Ngày 31/4/2026 | Văn phòng Sở |", "theo dõi.", READING_WRONG_DATE},
	    {"Đổi mới.", "| 2 | Phát tờ rơi | Tờ rơi | tùy nghi | Văn phòng Sở |", "theo dõi.", READING_UNKNOWN_TIME},
	    {"Đổi mới.", "| 2 | Phát tờ rơi | Tờ rơi | Tháng 5/2025 | Văn phòng Sở |", "theo dõi.", READING_PAST_DATE},
	    {"Đổi mới.", "| 2 | Phát tờ rơi | Tờ rơi | Tháng 01/2026 | Văn phòng Sở |", "theo dõi.", READING_PAST_DATE},
	    {"Đổi mới.", "| 2 | Phát tờ rơi theo Kế hoạch năm 2025 | Tờ rơi | Tháng 5/2026 | Văn phòng Sở |", "theo dõi.",
	     READING_STALE_YEAR},
	    {"Đổi mới.", "| 2 | Phát tờ rơi | Tờ rơi | Tháng 5/2026 | |", "theo dõi.", READING_UNCLEAR_WHO},
	    {"Đổi mới.", "| 2 | Phát tờ rơi | | Tháng 5/2026 | Văn phòng Sở |", "theo dõi.", READING_UNCLEAR_PRODUCT},
	    {"Đổi mới.", "| 2 | Phát tờ rơi | Tờ rơi | | Văn phòng Sở |", "theo dõi.", READING_UNCLEAR_WHEN},
	    {"Đổi mới.", "| 2 | Họp | Biên bản | Tháng 5/2026 | Văn phòng Sở |", "theo dõi.", READING_UNCLEAR_WHAT},
	    {"Đổi mới.", "| 2 | Phát tờ rơi | Tờ rơi | Tháng 5/2026 | Văn phòng Sở, Thanh tra Sở |", "theo dõi.",
	     READING_UNCLEAR_DUTY},
	    {"Đổi mới.", "| 2 | Phát tờ rơi | Tờ rơi | Tháng 5/2026 | Các phòng, đơn vị |", "theo dõi.", READING_UNCLEAR_AUTHORITY},
	    {"Đổi mới.", "| 2 | Phát tờ rơi | Tờ rơi | Tháng 5/2026 | Văn phòng Sở, ba hộ khá giả |", "theo dõi.",
	     READING_UNKNOWN_UNIT},
	    {"Đổi mới.", "", "báo cáo quý I trước ngày 05/3/2026.", READING_EARLY_REPORT},
	    {"Đổi mới.", "", "báo cáo năm trước ngày 20/12/2026.", NONE},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct reading reading = reading_of(arena, cases[i].body, cases[i].row, cases[i].duty);
		for (int defect = 0; defect < READING_DEFECTS; defect++)
			if (has(&reading, (enum reading_defect)defect) != (defect == cases[i].defect))
				fail_msg("case %zu: %s", i, defect_name((enum reading_defect)defect));
	}
	arena_free(arena);
}

/* Documents whose head, appendix or table is not whole. */
static void each_defect_of_a_whole_document_is_found(void **state)
{
#define HEAD       "SỞ VÍ DỤ\nSố: 5/KH-SVD\nBình Minh, ngày 05 tháng 01 năm 2026\n\n"
#define TITLE      "KẾ HOẠCH\nTuyên truyền năm 2026\n\nI. NHIỆM VỤ\n"
#define TABLE_HEAD "| STT | Nhiệm vụ | Sản phẩm | Thời gian | Phân công thực hiện |\n|---|---|---|---|---|\n"
#define ROW(n)     "| " n " | Mở chuyên mục hỏi đáp | Chuyên mục | Quý II/2026 | Văn phòng Sở chủ trì |\n"
	(void)state;
	static const struct {
		const char *text;
		int defect; /* the only one */
	} cases[] = {
	    {HEAD TITLE TABLE_HEAD ROW("1"), NONE},
	    {"SỞ VÍ DỤ\nSố:      /KH-SVD\nBình Minh, ngày 05 tháng 01 năm 2026\n\n" TITLE TABLE_HEAD ROW("1"), READING_NO_NUMBER},
	    {"SỞ VÍ DỤ\nSố: 5/KH-SVD\nBình Minh, ngày …… tháng 01 năm 2026\n\n" TITLE TABLE_HEAD ROW("1"), READING_NO_DATE},
	    {"SỞ VÍ DỤ\nSố: 5/BC-SVD\nBình Minh, ngày 28 tháng 11 năm 2026\n\nBÁO CÁO\nKết quả năm 2026\n\nI. KẾT QUẢ\n" TABLE_HEAD
	         ROW("1"),
	     NONE},
	    {HEAD TITLE "Các nhiệm vụ nêu tại Phụ lục kèm theo.\n", READING_NO_APPENDIX},
	    {HEAD TITLE "Nâng cao nhận thức.\n", READING_NO_TASKS},
	    {HEAD TITLE TABLE_HEAD ROW("1") ROW("2") ROW("3") "| 4 | Phát tờ | | | |\n", READING_TABLE_CUT},
	    {HEAD TITLE TABLE_HEAD ROW("1") "II. KINH PHÍ\nTự chủ.\nIV. TỔ CHỨC\nThực hiện.\n", READING_NUMBER_SKIPPED},
	    {HEAD TITLE TABLE_HEAD ROW("1") "I. KINH PHÍ\nTự chủ.\n", READING_NUMBER_REPEATED},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct reading reading = testing_read(arena, str_of(cases[i].text));
		bool cut = cases[i].defect == READING_TABLE_CUT; /* what the last row lacks is said as well */
		for (int defect = 0; defect < READING_UNCLEAR_WHO; defect++)
			if (has(&reading, (enum reading_defect)defect) != (defect == cases[i].defect))
				fail_msg("case %zu: %s", i, defect_name((enum reading_defect)defect));
		assert_true(cut || reading.warnings.n == (cases[i].defect != NONE));
	}
	arena_free(arena);
}

static void a_plan_of_no_year_or_kind_and_a_file_with_damage_say_so(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct document document =
	    testing_document(arena, STR("SỞ VÍ DỤ\nSố: 5/KH-SVD\n\nKẾ HOẠCH\nTuyên truyền\n\nI. NHIỆM VỤ\nNâng cao nhận thức.\n"));
	struct reading reading;
	VEC_PUSH(arena, &document.warnings, (struct message){.id = "A page is missing."});
	assert_rc(reading_of_document(arena, &document, STR("vidu.txt"), NULL, NULL, &reading), RC_OK);
	assert_true(has(&reading, READING_NO_YEAR) && has(&reading, READING_SOURCE) && !has(&reading, READING_NO_KIND));
	reading = testing_read(arena, STR(HEAD "Tuyên truyền năm 2026\n\nI. NHIỆM VỤ\nNâng cao nhận thức.\n"));
	assert_true(has(&reading, READING_NO_KIND));
	arena_free(arena);
}

static void past_the_limit_of_tasks_it_is_said(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct buf text;
	struct reading reading;
	buf_init(&text, arena, 4 * 1024 * 1024);
	buf_add(&text, STR(HEAD TITLE TABLE_HEAD));
	for (int i = 1; i <= READING_MAX_TASKS + 1; i++)
		buf_add_format(&text, "| %d | Phát tờ rơi | Tờ rơi | Quý II/2026 | Văn phòng Sở |\n", i);
	const struct document document = testing_document(arena, buf_str(&text));
	assert_rc(reading_of_document(arena, &document, STR("vidu.txt"), NULL, NULL, &reading), RC_LIMIT);
	assert_int_equal(reading.tasks.n, READING_MAX_TASKS);
	assert_true(has(&reading, READING_TOO_LONG));
	arena_free(arena);
}

static void every_kind_has_a_name_of_its_own_and_is_found_by_it(void **state)
{
	(void)state;
	for (int i = 0; i < READING_DEFECTS; i++) {
		enum reading_defect defect;
		assert_non_null(defect_label((enum reading_defect)i));
		assert_true(defect_parse(str_of(defect_name((enum reading_defect)i)), &defect));
		assert_int_equal(defect, i);
	}
	enum reading_defect none;
	assert_false(defect_parse(STR(""), &none) || defect_parse(STR("stale"), &none));
}

static void tasks_that_lack_the_same_are_told_together(void **state)
{
	(void)state;
	static const struct message_catalogue english = {.language = "en"};
	struct arena *arena = arena_new();
	struct reading reading = reading_of(arena, "Đổi mới.",
	                                    "| 2 | Phát tờ rơi | | Tháng 5/2026 | Văn phòng Sở |\n"
	                                    "| 3 | Dán áp phích | | Tháng 6/2026 | Văn phòng Sở |\n"
	                                    "| 4 | Treo băng rôn | | Tháng 7/2026 | Văn phòng Sở |\n"
	                                    "| 5 | Mở lớp tập huấn | Lớp học | Tháng 7/2026 | Văn phòng Sở |\n"
	                                    "| 6 | In sổ tay | | Tháng 8/2026 | Văn phòng Sở |",
	                                    "theo dõi.");
	assert_int_equal(reading.warnings.n, 1);
	assert_str(message_format(arena, &english, &reading.warnings.at[0].message), "No product is named, in tasks 2–4, 6.");
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(each_defect_is_found_where_it_is),
	    cmocka_unit_test(each_defect_of_a_whole_document_is_found),
	    cmocka_unit_test(a_plan_of_no_year_or_kind_and_a_file_with_damage_say_so),
	    cmocka_unit_test(past_the_limit_of_tasks_it_is_said),
	    cmocka_unit_test(every_kind_has_a_name_of_its_own_and_is_found_by_it),
	    cmocka_unit_test(tasks_that_lack_the_same_are_told_together),
	};
	return TEST_RUN(cases);
}
