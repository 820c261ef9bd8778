/* Each case: what a cell says, and the units in order, each after "L:" (leads), "C:" (coordinates) or "P:" (performs). */
#include "reading/assignment.h"

#include "base/buf.h"
#include "base/test.h"
#include "reading/unit_name.h"

struct test_case {
	const char *words, *expected;
};

static struct str in_short(struct arena *arena, const struct reading_assignment_vec *all)
{
	static const char *const roles[] = {"L", "C", "P"};
	struct buf out;
	buf_init(&out, arena, 4000);
	for (size_t i = 0; i < all->n; i++)
		buf_add_format(&out, "%s%s:%.*s", i > 0 ? " | " : "", roles[all->at[i].role], STR_ARG(all->at[i].unit));
	return buf_str(&out);
}

static void check(const struct test_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *arena = arena_new();
		struct reading_assignment_vec all = {0};
		assignment_parse(arena, str_of(cases[i].words), (struct document_span){0}, &all);
		struct str got = in_short(arena, &all);
		if (!str_eq(got, str_of(cases[i].expected)))
			print_error("words    \"%s\"\n", cases[i].words);
		assert_str(got, cases[i].expected);
		arena_free(arena);
	}
}

#define CHECK(cases) check((cases), sizeof(cases) / sizeof(cases)[0])

static void verbs_give_the_role(void **state)
{
	static const struct test_case cases[] = {
	    {"Sở Tài chính", "P:Sở Tài chính"},
	    {"Sở Tài chính thực hiện", "P:Sở Tài chính"},
	    {"Sở Tài chính chủ trì", "L:Sở Tài chính"},
	    {"Sở Tài chính phối hợp", "C:Sở Tài chính"},
	    {"Sở Tài chính phối hợp thực hiện", "C:Sở Tài chính"},
	    {"Sở Tư pháp tham mưu UBND tỉnh", "P:Sở Tư pháp"},
	    {"Sở Tư pháp: tham mưu trình ban hành", "P:Sở Tư pháp"},
	    {"Sở Y tế (chủ trì)", "L:Sở Y tế"},
	    {"Sở Y tế có trách nhiệm chủ trì rà soát", "L:Sở Y tế"},
	    {"Sở Y tế làm đầu mối tổng hợp", "L:Sở Y tế"},
	    {"Sở Y tế tham gia, phối hợp, cung cấp số liệu", "C:Sở Y tế"},
	    {"Sở Y tế tham gia góp ý", "P:Sở Y tế"},
	    {"Văn phòng Sở Chủ trì", "L:Văn phòng Sở"},
	};
	(void)state;
	CHECK(cases);
}

static void who_is_told_to_work_with_whom(void **state)
{
	static const struct test_case cases[] = {
	    {"Sở Nội vụ chủ trì, phối hợp với Sở Tài chính", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Nội vụ chủ trì, phối hợp Sở Tài chính, Sở Y tế và các cơ quan liên quan rà soát, tổng hợp",
	     "L:Sở Nội vụ | C:Sở Tài chính | C:Sở Y tế | C:các cơ quan liên quan"},
	    {"Sở Nội vụ phối hợp Sở Tài chính thực hiện", "P:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Nội vụ phối hợp cùng với Công an tỉnh kiểm tra", "P:Sở Nội vụ | C:Công an tỉnh"},
	    {"Sở Nội vụ chủ trì; Sở Tài chính phối hợp", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Nội vụ chủ trì, Sở Tài chính phối hợp", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Tài chính; Sở Y tế phối hợp", "C:Sở Tài chính | C:Sở Y tế"},
	    {"Sở Nội vụ rà soát, phối hợp với Sở Tư pháp trình ban hành", "P:Sở Nội vụ | C:Sở Tư pháp"},
	    {"Sở Nội vụ chủ trì tham mưu; phối hợp cơ quan báo chí đưa tin", "L:Sở Nội vụ | C:cơ quan báo chí"},
	    {"Đề nghị Tỉnh đoàn phối hợp, chỉ đạo các cấp bộ đoàn", "C:Tỉnh đoàn"},
	    {"Đề nghị Hội Nông dân tỉnh nghiên cứu, nhân rộng", "P:Hội Nông dân tỉnh"},
	    {"Giao Văn phòng chủ trì", "L:Văn phòng"},
	    {"Do Phòng Kế hoạch chủ trì", "L:Phòng Kế hoạch"},
	    {"- Phòng Đào tạo chủ trì - Các khoa phối hợp", "L:Phòng Đào tạo | C:Các khoa"},
	    {"Phòng Đào tạo thực hiện. Các khoa phối hợp.", "P:Phòng Đào tạo | C:Các khoa"},
	};
	(void)state;
	CHECK(cases);
}

static void labels_give_the_role(void **state)
{
	static const struct test_case cases[] = {
	    {"Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Đơn vị chủ trì: Phòng Đào tạo. Đơn vị phối hợp: các khoa", "L:Phòng Đào tạo | C:các khoa"},
	    {"Cơ quan thực hiện: Sở Y tế", "P:Sở Y tế"},
	    {"Cấp tỉnh: Sở Nội vụ thực hiện", "P:Sở Nội vụ"},
	};
	(void)state;
	CHECK(cases);
}

static void names_with_commas_stay_whole(void **state)
{
	static const struct test_case cases[] = {
	    {"Sở Văn hóa, Thể thao và Du lịch thực hiện", "P:Sở Văn hóa, Thể thao và Du lịch"},
	    {"Sở Văn hóa, Thể thao và Du lịch, Sở Tài chính thực hiện", "P:Sở Văn hóa, Thể thao và Du lịch | P:Sở Tài chính"},
	    {"Sở Nông nghiệp và Môi trường", "P:Sở Nông nghiệp và Môi trường"},
	    {"Sở Khoa học và Công nghệ và Sở Tài chính", "P:Sở Khoa học và Công nghệ | P:Sở Tài chính"},
	    {"Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh", "P:Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh"},
	    {"Phòng Kinh tế, Hạ tầng và Đô thị chủ trì", "L:Phòng Kinh tế, Hạ tầng và Đô thị"},
	    {"Báo và Đài phát thanh, truyền hình tỉnh", "P:Báo | P:Đài phát thanh, truyền hình tỉnh"},
	    {"Báo và phát thanh, truyền hình Lâm Sơn đưa tin", "P:Báo và phát thanh, truyền hình Lâm Sơn"},
	    {"Phòng Tổ chức - Hành chính chủ trì", "L:Phòng Tổ chức - Hành chính"},
	    {"Phòng Hành chính-Kế toán thực hiện", "P:Phòng Hành chính-Kế toán"},
	    {"Khoa Chẩn đoán hình ảnh & Thăm dò chức năng", "P:Khoa Chẩn đoán hình ảnh & Thăm dò chức năng"},
	    {"Khoa Công nghệ thông tin phối hợp", "C:Khoa Công nghệ thông tin"},
	    {"Văn phòng HĐND và UBND xã thực hiện", "P:Văn phòng HĐND và UBND xã"},
	    {"Trung tâm Phục vụ hành chính công các cấp", "P:Trung tâm Phục vụ hành chính công các cấp"},
	    {"Hội Liên hiệp Phụ nữ, Hội Nông dân và Đoàn Thanh niên", "P:Hội Liên hiệp Phụ nữ | P:Hội Nông dân | P:Đoàn Thanh niên"},
	    {"Liên đoàn Thương mại và Công nghiệp (VCCI)", "P:Liên đoàn Thương mại và Công nghiệp (VCCI)"},
	    {"Bộ phận Tiếp nhận và Trả kết quả thực hiện", "P:Bộ phận Tiếp nhận và Trả kết quả"},
	    {"Ban Quản lý dự án đầu tư xây dựng báo cáo", "P:Ban Quản lý dự án đầu tư xây dựng"},
	    {"Phòng Tổ chức - Hành chính Sở Y tế", "P:Phòng Tổ chức - Hành chính Sở Y tế"},
	};
	(void)state;
	CHECK(cases);
}

static void groups_are_one_unit(void **state)
{
	static const struct test_case cases[] = {
	    {"Các cơ quan, đơn vị, địa phương thực hiện", "P:Các cơ quan, đơn vị, địa phương"},
	    {"Các sở, ban, ngành; UBND các xã, phường", "P:Các sở, ban, ngành | P:UBND các xã, phường"},
	    {"Các Sở, ban, ngành, UBND cấp xã gửi tin", "P:Các Sở, ban, ngành | P:UBND cấp xã"},
	    {"Sở, ban, ngành, UBND cấp xã", "P:Sở, ban, ngành | P:UBND cấp xã"},
	    {"Các đơn vị thuộc Trường phối hợp thực hiện", "C:Các đơn vị thuộc Trường"},
	    {"các sở, ngành liên quan, UBND cấp xã và các cơ quan báo chí",
	     "P:các sở, ngành liên quan | P:UBND cấp xã | P:các cơ quan báo chí"},
	    {"Các phòng, khoa và trung tâm thực hiện", "P:Các phòng, khoa và trung tâm"},
	    {"Toàn thể viên chức, người lao động tham gia", "P:Toàn thể viên chức, người lao động"},
	    {"Thủ trưởng các cơ quan, đơn vị chỉ đạo", "P:Thủ trưởng các cơ quan, đơn vị"},
	    {"Trưởng các thôn phối hợp", "C:Trưởng các thôn"},
	    {"các đoàn thể cấp tỉnh", "P:các đoàn thể cấp tỉnh"},
	    {"Sở Nội vụ chủ trì, phối hợp các cơ quan, đơn vị liên quan (theo phân công) tham mưu",
	     "L:Sở Nội vụ | C:các cơ quan, đơn vị liên quan"},
	};
	(void)state;
	CHECK(cases);
}

static void enumerations_are_spread_out(void **state)
{
	static const struct test_case cases[] = {
	    {"Các Sở: Tài chính; Công Thương; Xây dựng thực hiện", "P:Sở Tài chính | P:Sở Công Thương | P:Sở Xây dựng"},
	    {"Các Sở: Tài chính, Văn hóa, Thể thao và Du lịch, Y tế",
	     "P:Sở Tài chính | P:Sở Văn hóa, Thể thao và Du lịch | P:Sở Y tế"},
	    {"Các Sở Tài chính, Nội vụ, Tư pháp phối hợp", "C:Sở Tài chính | C:Sở Nội vụ | C:Sở Tư pháp"},
	    {"Các Sở: Tài chính; Y tế; UBND các xã, phường", "P:Sở Tài chính | P:Sở Y tế | P:UBND các xã, phường"},
	    {"Các phòng: Hành chính, Đào tạo", "P:phòng Hành chính | P:phòng Đào tạo"},
	    {"Sở Nội vụ chủ trì, phối hợp các Sở: Tài chính, Tư pháp và Văn phòng UBND tỉnh",
	     "L:Sở Nội vụ | C:Sở Tài chính | C:Sở Tư pháp | C:Văn phòng UBND tỉnh"},
	};
	(void)state;
	CHECK(cases);
}

static void what_names_no_unit_gives_none(void **state)
{
	static const struct test_case cases[] = {
	    {"", ""},
	    {"Triển khai theo hình thức phù hợp", ""},
	    {"- Quan tâm mở rộng mạng lưới cộng tác viên", ""},
	    {"Theo phân công chủ trì của Ban Thường vụ", ""},
	    {"Tổ chức thực hiện trong năm", ""},
	    {"Báo cáo theo yêu cầu của Sở Nội vụ", ""},
	    {"Sở Nội vụ gửi tin cho Ban Biên tập", "P:Sở Nội vụ"},
	    {"Sở Nội vụ chủ trì, tham mưu UBND tỉnh ban hành", "L:Sở Nội vụ"},
	};
	(void)state;
	CHECK(cases);
}

static void a_column_gives_all_its_units_one_role(void **state)
{
	struct arena *arena = arena_new();
	struct reading_assignment_vec all = {0};
	(void)state;
	assignment_parse_column(arena, STR("Sở Nội vụ, Sở Tài chính; các xã, phường"), (struct document_span){0}, READING_COORDINATE,
	                        &all);
	assert_str(in_short(arena, &all), "C:Sở Nội vụ | C:Sở Tài chính | C:các xã, phường");
	arena_free(arena);
}

static void the_unit_of_a_heading_ends_where_the_name_ends(void **state)
{
	struct arena *arena = arena_new();
	size_t end = 0;
	(void)state;
	assert_str(assignment_first_unit(arena, STR("Các khoa, Phòng Đào tạo"), &end), "Các khoa, Phòng Đào tạo");
	assert_int_equal(end, sizeof "Các khoa, Phòng Đào tạo" - 1);
	assert_str(assignment_first_unit(arena, STR("Sở Nội vụ đôn đốc"), &end), "Sở Nội vụ");
	assert_str(assignment_first_unit(arena, STR("Giao phòng Tài vụ kiểm tra"), &end), "phòng Tài vụ");
	assert_null(assignment_first_unit(arena, STR("Tăng cường kiểm tra"), &end).ptr);
	assert_int_equal(end, 0);
	arena_free(arena);
}

static void long_lists_take_no_long_time(void **state)
{
	enum { UNITS = 20000 };
	struct arena *arena = arena_new();
	struct reading_assignment_vec all = {0};
	struct buf text;
	(void)state;
	buf_init(&text, arena, 64 * UNITS);
	for (int i = 0; i < UNITS; i++)
		buf_add(&text, STR("Sở Văn hóa, Thể thao và Du lịch, "));
	assignment_parse(arena, buf_str(&text), (struct document_span){0}, &all);
	assert_int_equal(all.n, UNITS);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(verbs_give_the_role),
	    cmocka_unit_test(who_is_told_to_work_with_whom),
	    cmocka_unit_test(labels_give_the_role),
	    cmocka_unit_test(names_with_commas_stay_whole),
	    cmocka_unit_test(groups_are_one_unit),
	    cmocka_unit_test(enumerations_are_spread_out),
	    cmocka_unit_test(what_names_no_unit_gives_none),
	    cmocka_unit_test(a_column_gives_all_its_units_one_role),
	    cmocka_unit_test(the_unit_of_a_heading_ends_where_the_name_ends),
	    cmocka_unit_test(long_lists_take_no_long_time),
	};
	return TEST_RUN(tests);
}
