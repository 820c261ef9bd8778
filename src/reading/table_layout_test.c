/* Tables whose columns are told by spaces. */
#include "reading/table.h"

#include "reading/testing.h"

static struct table table_of(struct arena *arena, const char *text)
{
	const struct document document = testing_document(arena, str_of(text));
	struct table_vec tables = {0};
	assert_rc(table_find_all(arena, &document, NULL, NULL, &tables), RC_OK);
	assert_int_equal(tables.n, 1);
	return tables.at[0];
}

static void assert_cell(const struct table *table, size_t row, enum table_column column, const char *text)
{
	assert_true(row < table->rows.n);
	assert_str(table->rows.at[row].cells[column].text.text, text);
}

static void cells_at_the_top_of_their_rows(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_of(arena, "      II. PHÂN CÔNG\n"
	                                     "                                                  Thời gian\n"
	                                     "ST                             Cơ quan\n"
	                                     "         Tên nhiệm vụ                               hoàn       Sản phẩm\n"
	                                     " T                              chủ trì\n"
	                                     "                                                   thành\n"
	                                     "A. Việc chung của tất cả các phòng trong năm nay và năm sau\n"
	                                     " 1 Dán thông báo tại          Phòng Văn         Quý         - Thông báo\n"
	                                     "     nhà văn hóa thôn         thư               II/2026     - Ảnh chụp\n"
	                                     " 2 Mở lớp học buổi tối        Trạm Y tế         Tháng       Lớp học\n"
	                                     "     cho người lớn tuổi                         5/2026\n"
	                                     "\n"
	                                     "      III. TỔ CHỨC THỰC HIỆN\n"
	                                     "      1. Các phòng trong cơ quan căn cứ Kế hoạch này mà thực hiện cho tốt, hằng\n"
	                                     "tháng báo cáo về Văn phòng những việc đã làm được và chưa làm được trong tháng\n"
	                                     "để Văn phòng tổng hợp, trình lãnh đạo xem xét và cho ý kiến về các việc đó.\n");
	assert_int_equal(table.rows.n, 3);
	assert_true(table.rows.at[0].is_group);
	assert_cell(&table, 1, TABLE_TITLE, "Dán thông báo tại nhà văn hóa thôn");
	assert_cell(&table, 1, TABLE_LEAD, "Phòng Văn thư");
	assert_cell(&table, 1, TABLE_SCHEDULE, "Quý II/2026");
	assert_int_equal(table.rows.at[1].cells[TABLE_PRODUCT].items.n, 2);
	assert_cell(&table, 2, TABLE_TITLE, "Mở lớp học buổi tối cho người lớn tuổi");
	assert_cell(&table, 2, TABLE_SCHEDULE, "Tháng 5/2026");
	arena_free(arena);
}

static void a_head_may_begin_above_the_others_and_a_page_with_its_number(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_of(arena, "IV. LỊCH\n"
	                                     "     Thời gian thực\n"
	                                     "TT                      Nhiệm vụ                      Cơ quan chủ trì\n"
	                                     "          hiện\n"
	                                     "1    Tháng 3/2026       Thăm nhà có người già neo     Hội Phụ nữ xã\n"
	                                     "                        đơn\n"
	                                     "\f                                                       2\n"
	                                     "2    Tháng 9/2026       Trao quà cho trẻ em           Xã đoàn\n"
	                                     "V. TỔ CHỨC THỰC HIỆN\n");
	assert_int_equal(table.rows.n, 2);
	assert_cell(&table, 0, TABLE_SCHEDULE, "Tháng 3/2026");
	assert_cell(&table, 0, TABLE_TITLE, "Thăm nhà có người già neo đơn");
	assert_cell(&table, 0, TABLE_LEAD, "Hội Phụ nữ xã");
	assert_cell(&table, 1, TABLE_TITLE, "Trao quà cho trẻ em");
	assert_cell(&table, 1, TABLE_LEAD, "Xã đoàn");
	arena_free(arena);
}

static void cells_in_the_middle_of_their_rows_and_a_page_between(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_of(arena, "STT       Nội dung công việc         Thời gian        Người thực hiện\n"
	                                     "       Kiểm kê, sắp xếp tài liệu\n"
	                                     "1      của các phòng trong cơ       Tháng 3/2026       Văn phòng\n"
	                                     "       quan\n"
	                                     "                                                     Phòng Tài chính,\n"
	                                     "2      Thanh lý máy móc cũ          Quý II/2026      Phòng Hành chính,\n"
	                                     "                                                     Thanh tra\n"
	                                     "\f"
	                                     "STT       Nội dung công việc         Thời gian        Người thực hiện\n"
	                                     "3      Sơn lại cổng, tường rào      Tháng 9/2026     Bảo vệ\n");
	assert_int_equal(table.rows.n, 3);
	assert_cell(&table, 0, TABLE_TITLE, "Kiểm kê, sắp xếp tài liệu của các phòng trong cơ quan");
	assert_cell(&table, 0, TABLE_ASSIGNMENT, "Văn phòng");
	assert_cell(&table, 1, TABLE_TITLE, "Thanh lý máy móc cũ");
	assert_cell(&table, 1, TABLE_ASSIGNMENT, "Phòng Tài chính, Phòng Hành chính, Thanh tra");
	assert_cell(&table, 2, TABLE_ORDINAL, "3");
	arena_free(arena);
}

static void words_torn_in_narrow_columns_are_closed_up_in_head_and_cells(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_of(arena, "S                           Bắt                Lãn\n"
	                                     "                           đầu -      Sản       h\n"
	                                     "T    Công việc             kết       phẩm      đạo\n"
	                                     "                           thúc               phụ\n"
	                                     "T                                             trác\n"
	                                     "                                                h\n"
	                                     "1 Sơn lại bảng tin ở       Từ       Bảng tin  PG\n"
	                                     "   nhà văn hóa thôn        02/202              Đ\n"
	                                     "                           7\n"
	                                     "2 Quét dọn kho giấy        Thườn    Kho       Chá\n"
	                                     "   tờ cũ                   g        sạch       nh\n"
	                                     "                           xuyên              văn\n");
	assert_int_equal(table.n_columns, 5);
	assert_int_equal(table.rows.n, 2);
	assert_cell(&table, 0, TABLE_SCHEDULE, "Từ 02/2027");
	assert_cell(&table, 0, TABLE_NOTE, "PGĐ");
	assert_cell(&table, 1, TABLE_SCHEDULE, "Thường xuyên");
	assert_cell(&table, 1, TABLE_NOTE, "Chánh văn");
	arena_free(arena);
}

static void lines_whose_words_stand_close_begin_left_of_their_columns(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_of(arena, "TT      Nội dung            Chủ trì         Thời gian\n"
	                                     "1   Niêm yết bảng giá     Trung tâm        Tháng 4/2026\n"
	                                     "    ở nơi dễ thấy         Phục vụ\n"
	                                     "2   Mời người dân đến Trung tâm            Quý II/2026\n"
	                                     "    bàn việc làm cho Phục vụ\n"
	                                     "    đường               nhà nước\n"
	                                     "3   Thăm người già        Xã đoàn          Tháng 6/2026\n");
	assert_int_equal(table.rows.n, 3);
	assert_cell(&table, 1, TABLE_TITLE, "Mời người dân đến bàn việc làm cho đường");
	assert_cell(&table, 1, TABLE_LEAD, "Trung tâm Phục vụ nhà nước");
	arena_free(arena);
}

static void rows_without_ordinals_begin_with_capitals(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_of(arena, "                Nhiệm vụ                      Cơ quan thực hiện        Thời gian\n"
	                                     "Hội nghị bàn việc giữ rừng đầu nguồn       Ban Quản lý rừng        Tháng 4/2026\n"
	                                     "Ký cam kết không đốt nương làm rẫy         Các thôn trong xã       Trước 15/5/2026\n"
	                                     "Tuần tra các khoảnh rừng giáp ranh         Hạt Kiểm lâm khu        Quý III/2026\n"
	                                     "                                           vực\n"
	                                     "Tổng kết một năm giữ rừng                  Ban Quản lý rừng        Tháng 12/2026\n");
	assert_int_equal(table.rows.n, 4);
	assert_cell(&table, 1, TABLE_TITLE, "Ký cam kết không đốt nương làm rẫy");
	assert_cell(&table, 2, TABLE_ASSIGNMENT, "Hạt Kiểm lâm khu vực");
	assert_cell(&table, 3, TABLE_SCHEDULE, "Tháng 12/2026");
	arena_free(arena);
}

static void months_in_capitals_are_groups(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_of(arena, "Ngày            Nội dung công việc               Người phụ trách\n"
	                                     "THÁNG 4\n"
	                                     "01/4            Họp bàn việc dạy bơi trong       Ban đại diện\n"
	                                     "                dịp hè                           CMHS\n"
	                                     "THÁNG 5\n"
	                                     "05/5            Tặng sách cũ cho thư viện        Xã đoàn\n"
	                                     "19/5            Trồng cây trên đường vào         Xã đoàn\n"
	                                     "                trường\n");
	assert_int_equal(table.rows.n, 5);
	assert_true(table.rows.at[2].is_group);
	assert_cell(&table, 1, TABLE_ASSIGNMENT, "Ban đại diện CMHS");
	assert_cell(&table, 3, TABLE_SCHEDULE, "05/5");
	arena_free(arena);
}

static void a_number_inside_a_title_is_no_ordinal_and_a_group_runs_over_its_columns(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table table = table_of(arena, "TT            Nội dung                 Sản phẩm         Chủ trì          Thời gian\n"
	                                     "I     Việc chung của các phòng, ban trong xã\n"
	                                     "1     Dán thông báo ở                Thông báo        Văn phòng        Quý II/2026\n"
	                                     "      9 điểm đông người\n"
	                                     "2     Họp rút kinh nghiệm            Biên bản         Văn phòng        Tháng 6/2026\n"
	                                     "      6 tháng\n"
	                                     "3     Việc của các thôn\n"
	                                     "3.1   Quét dọn đường xóm             Ảnh chụp         Các thôn         Hằng tuần\n");
	assert_int_equal(table.rows.n, 5);
	assert_true(table.rows.at[0].is_group);
	assert_cell(&table, 0, TABLE_TITLE, "Việc chung của các phòng, ban trong xã");
	assert_cell(&table, 1, TABLE_TITLE, "Dán thông báo ở 9 điểm đông người");
	assert_cell(&table, 2, TABLE_TITLE, "Họp rút kinh nghiệm 6 tháng");
	assert_true(table.rows.at[3].is_group);
	assert_cell(&table, 4, TABLE_ORDINAL, "3.1");
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(cells_at_the_top_of_their_rows),
	    cmocka_unit_test(a_head_may_begin_above_the_others_and_a_page_with_its_number),
	    cmocka_unit_test(cells_in_the_middle_of_their_rows_and_a_page_between),
	    cmocka_unit_test(words_torn_in_narrow_columns_are_closed_up_in_head_and_cells),
	    cmocka_unit_test(rows_without_ordinals_begin_with_capitals),
	    cmocka_unit_test(months_in_capitals_are_groups),
	    cmocka_unit_test(a_number_inside_a_title_is_no_ordinal_and_a_group_runs_over_its_columns),
	    cmocka_unit_test(lines_whose_words_stand_close_begin_left_of_their_columns),
	};
	return TEST_RUN(cases);
}
