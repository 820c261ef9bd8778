#include "reading/unit_sureness.h"

#include "base/test.h"

static void check(const char *const *names, size_t n, bool sure)
{
	struct arena *arena = arena_new();
	for (size_t i = 0; i < n; i++) {
		bool got = unit_sureness_of(arena, str_of(names[i])) >= 90;
		if (got != sure)
			print_error("name     \"%s\"\n", names[i]);
		assert_int_equal(got, sure);
	}
	arena_free(arena);
}

static void a_name_as_names_are_is_sure(void **state)
{
	static const char *const names[] = {"Sở Nội vụ",
	                                    "Sở Văn hóa, Thể thao và Du lịch",
	                                    "Văn phòng HĐND và UBND xã",
	                                    "Trung tâm Chuyển đổi số",
	                                    "Phòng Kế hoạch tổng hợp",
	                                    "Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh",
	                                    "các sở, ban, ngành",
	                                    "UBND các xã, phường, đặc khu",
	                                    "các đơn vị trực thuộc",
	                                    "các cơ quan, đơn vị, địa phương có liên quan",
	                                    "Các khoa lâm sàng",
	                                    "Chủ tịch UBND các xã",
	                                    "Hiệu trưởng",
	                                    "Văn phòng Sở Y tế",
	                                    "Sở Nội vụ Vĩnh Mẫu",
	                                    "Trưởng Phòng Nội vụ",
	                                    "Sở Khoa học và Công nghệ",
	                                    "Phòng Tổ chức - Hành chính",
	                                    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
	                                    "SNV"};
	(void)state;
	check(names, sizeof names / sizeof names[0], true);
}

static void a_name_that_ran_on_or_stopped_short_is_not(void **state)
{
	static const char *const names[] = {"Sở Nội vụ góp sức cùng nhau làm cho tốt",
	                                    "các cơ quan chung sức một lòng",
	                                    "Sở Văn hóa, Thể thao và",
	                                    "Phòng Hành chính -",
	                                    "Sở Nội vụ (Phòng Cải cách",
	                                    "các đơn vị thuộc",
	                                    "Sở Y tế Sở Tài chính",
	                                    "Vụ Tổ chức cán bộ Công đoàn Bộ",
	                                    "Sở Nội vụ Họp báo",
	                                    "UBND các xã, phường Xe loa lưu động",
	                                    "không phải là đơn vị nào",
	                                    ""};
	(void)state;
	check(names, sizeof names / sizeof names[0], false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_name_as_names_are_is_sure),
	    cmocka_unit_test(a_name_that_ran_on_or_stopped_short_is_not),
	};
	return TEST_RUN(tests);
}
