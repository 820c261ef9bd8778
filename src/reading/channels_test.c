/* Each case: the sections of a plan, and the channels found there, as "section name" with "*" after digital ones and "?" after
 * those that are not sure. */
#include "reading/channels.h"

#include "reading/testing.h"

static void show(struct buf *out, const struct reading *reading)
{
	for (size_t i = 0; i < reading->channels.n; i++) {
		const struct reading_channel *channel = &reading->channels.at[i];
		buf_add_format(out, "%s%.*s %.*s%s%s", testing_between(out), STR_ARG(channel->section), STR_ARG(channel->name.text),
		               channel->is_digital ? "*" : "", testing_doubt(channel->name.confidence));
	}
}

static void many_headings_announce_channels(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. PHƯƠNG THỨC THỰC HIỆN\n1. Treo băng rôn, pa-nô.\nIII. KINH PHÍ\nIn tờ rơi.\n", "II.1 băng rôn | II.1 pa-nô"},
	    {"II. NỘI DUNG\n1. Kênh truyền thông\nBảng tin; Zalo.\n2. Đối tượng\nNgười dùng Facebook.\n",
	     "II.1 Bảng tin | II.1 Zalo*"},
	    {"II. CÁCH THỨC TUYÊN TRUYỀN\nGửi thư điện tử.\n", "II thư điện tử*"},
	    {"II. NỘI DUNG\n1. Quy định mới.\n- Hình thức tuyên truyền: phát loa truyền thanh xã, dán áp phích.\n",
	     "II.1 loa truyền thanh xã | II.1 áp phích"},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

static void a_name_is_as_long_as_it_belongs_to_the_channel(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. HÌNH THỨC\nTrang Fanpage, Zalo OA của Trung tâm.\n", "II Fanpage* | II Zalo OA*?"},
	    {"II. HÌNH THỨC\nĐăng trên trang Zalo của xã.\n", "II trang Zalo của xã*"},
	    {"II. HÌNH THỨC\nBảng tin khu dân cư, màn hình chờ, góc truyền thông từng khoa.\n",
	     "II Bảng tin khu dân cư | II màn hình chờ* | II góc truyền thông?"},
	    {"II. HÌNH THỨC\nĐăng trên Báo Vĩnh Thụy và sóng phát thanh, truyền hình; báo cáo kết quả.\n",
	     "II Báo Vĩnh Thụy | II sóng phát thanh, truyền hình"},
	    {"II. HÌNH THỨC\nWebsite Trung tâm; Cổng Thông tin điện tử tỉnh.\n",
	     "II Website Trung tâm* | II Cổng Thông tin điện tử tỉnh*"},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

static void without_a_section_the_tasks_name_them(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. NHIỆM VỤ\n1. Phát bản tin trên loa truyền thanh phường\n2. Sửa bảng tin của phường\n",
	     "II.1 loa truyền thanh phường?"},
	    {"II. NHIỆM VỤ\n1. Đăng tin lên Facebook, Zalo\n", "II.1 Facebook*? | II.1 Zalo*?"},
	    {"II. NHIỆM VỤ\n1. Sở Nội vụ hướng dẫn các cơ quan báo chí, hệ thống truyền thanh cơ sở mở chuyên mục.\n",
	     "II.1 các cơ quan báo chí? | II.1 hệ thống truyền thanh cơ sở?"},
	    {"II. KINH PHÍ\nChi cho việc đăng tin lên Facebook.\n", ""},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

static void events_are_channels_where_they_are_listed(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. HÌNH THỨC\n1. Hội nghị, tọa đàm; xe loa lưu động.\n", "II.1 Hội nghị? | II.1 tọa đàm? | II.1 xe loa lưu động"},
	    {"II. HÌNH THỨC\n1. Tổ chức hội nghị phổ biến Kế hoạch.\n", ""},
	    {"II. HÌNH THỨC\n1. Lồng ghép trong sinh hoạt chi bộ, bảng tin.\n", "II.1 sinh hoạt chi bộ? | II.1 bảng tin"},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

static void a_whole_item_of_a_list_is_sure(void **state)
{
	static const struct testing_case cases[] = {
	    {"II. HÌNH THỨC\nPhát trên loa thôn, tổng đài 1022; tranh lật.\n", "II loa thôn | II tổng đài 1022 | II tranh lật"},
	    {"II. HÌNH THỨC\nBảng tin mới sơn, đội ngũ báo cáo viên.\n", "II Bảng tin mới sơn?"},
	    {"II. HÌNH THỨC\nBáo Tiếng nói Việt Nam khu vực.\nĐài Tiếng nói Ví Dụ phát.\n",
	     "II Báo Tiếng nói Việt Nam khu vực | II Đài Tiếng nói Ví Dụ?"},
	    {"II. HÌNH THỨC\n1. Bảng tin\nĐặt ở cổng.\n", "II.1 Bảng tin?"},
	};
	(void)state;
	testing_check(TESTING_HEAD, show, cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(many_headings_announce_channels),       cmocka_unit_test(a_name_is_as_long_as_it_belongs_to_the_channel),
	    cmocka_unit_test(without_a_section_the_tasks_name_them), cmocka_unit_test(events_are_channels_where_they_are_listed),
	    cmocka_unit_test(a_whole_item_of_a_list_is_sure),
	};
	return TEST_RUN(tests);
}
