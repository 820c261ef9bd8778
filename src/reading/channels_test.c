/* Each case: the sections of a plan, and the channels found there, as "section name" with "*" after digital ones. */
#include "reading/channels.h"

#include "base/buf.h"
#include "base/test.h"
#include "document/text_reader.h"

static const char head[] = "SỞ VÍ DỤ\n"
                           "Số: 5/KH-SVD\n"
                           "Bình Minh, ngày 05 tháng 3 năm 2026\n"
                           "\n"
                           "KẾ HOẠCH\n"
                           "Tuyên truyền cải cách hành chính năm 2026\n"
                           "\n"
                           "I. MỤC ĐÍCH\n"
                           "Nâng cao nhận thức qua mọi kênh, nhất là Facebook.\n";

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
	for (size_t i = 0; i < reading.channels.n; i++) {
		const struct reading_channel *channel = &reading.channels.at[i];
		buf_add_format(&got, "%s%.*s %.*s%s", i > 0 ? " | " : "", STR_ARG(channel->section), STR_ARG(channel->name.text),
		               channel->is_digital ? "*" : "");
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

static void many_headings_announce_channels(void **state)
{
	static const struct test_case cases[] = {
	    {"II. PHƯƠNG THỨC THỰC HIỆN\n1. Treo băng rôn, pa-nô.\nIII. KINH PHÍ\nIn tờ rơi.\n", "II.1 băng rôn | II.1 pa-nô"},
	    {"II. NỘI DUNG\n1. Kênh truyền thông\nBảng tin; Zalo.\n2. Đối tượng\nNgười dùng Facebook.\n",
	     "II.1 Bảng tin | II.1 Zalo*"},
	    {"II. CÁCH THỨC TUYÊN TRUYỀN\nGửi thư điện tử.\n", "II thư điện tử*"},
	    {"II. NỘI DUNG\n1. Quy định mới.\n- Hình thức tuyên truyền: phát loa truyền thanh xã, dán áp phích.\n",
	     "II.1 loa truyền thanh xã | II.1 áp phích"},
	};
	(void)state;
	check_all(cases, sizeof cases / sizeof cases[0]);
}

static void a_name_is_as_long_as_it_belongs_to_the_channel(void **state)
{
	static const struct test_case cases[] = {
	    {"II. HÌNH THỨC\nTrang Fanpage, Zalo OA của Trung tâm.\n", "II Fanpage* | II Zalo OA*"},
	    {"II. HÌNH THỨC\nĐăng trên trang Zalo của xã.\n", "II trang Zalo của xã*"},
	    {"II. HÌNH THỨC\nBảng tin khu dân cư, màn hình chờ, góc truyền thông từng khoa.\n",
	     "II Bảng tin khu dân cư | II màn hình chờ* | II góc truyền thông"},
	    {"II. HÌNH THỨC\nĐăng trên Báo Vĩnh Thụy và sóng phát thanh, truyền hình; báo cáo kết quả.\n",
	     "II Báo Vĩnh Thụy | II sóng phát thanh, truyền hình"},
	    {"II. HÌNH THỨC\nWebsite Trung tâm; Cổng Thông tin điện tử tỉnh.\n",
	     "II Website Trung tâm* | II Cổng Thông tin điện tử tỉnh*"},
	};
	(void)state;
	check_all(cases, sizeof cases / sizeof cases[0]);
}

static void without_a_section_the_tasks_name_them(void **state)
{
	static const struct test_case cases[] = {
	    {"II. NHIỆM VỤ\n1. Phát bản tin trên loa truyền thanh phường\n2. Sửa bảng tin của phường\n",
	     "II.1 loa truyền thanh phường"},
	    {"II. NHIỆM VỤ\n1. Đăng tin lên Facebook, Zalo\n", "II.1 Facebook* | II.1 Zalo*"},
	    {"II. KINH PHÍ\nChi cho việc đăng tin lên Facebook.\n", ""},
	};
	(void)state;
	check_all(cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(many_headings_announce_channels),
	    cmocka_unit_test(a_name_is_as_long_as_it_belongs_to_the_channel),
	    cmocka_unit_test(without_a_section_the_tasks_name_them),
	};
	return TEST_RUN(tests);
}
