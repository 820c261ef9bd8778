#include "reading/table_columns.h"

#include "reading/testing.h"

static struct table_vec tables_of(struct arena *arena, const char *text)
{
	const struct document document = testing_document(arena, str_of(text));
	struct table_vec tables = {0};
	assert_rc(table_find_all(arena, &document, NULL, NULL, &tables), RC_OK);
	return tables;
}

static void assert_row(const struct table_row *row, const char *ordinal, const char *title, const char *product,
                       const char *schedule, const char *unit)
{
	assert_str(row->cells[TABLE_ORDINAL].text.text, ordinal);
	assert_str(row->cells[TABLE_TITLE].text.text, title);
	assert_str(row->cells[TABLE_PRODUCT].text.text, product);
	assert_str(row->cells[TABLE_SCHEDULE].text.text, schedule);
	assert_str(row->cells[TABLE_LEAD].text.text, unit);
}

static const char column_after_column[] = "PHỤ LỤC\n"
                                          "STT\n\nNhiệm vụ\n\n1\n\n"
                                          "Nạo vét kênh cấp hai trước vụ gieo\ntrồng hè thu tại các xã vùng trũng\n"
                                          "Kiểm tra các trạm bơm\n\n2\n\n"
                                          "Thời gian\nthực hiện\nTháng 3/2026\n\nQuý II/2026\n\n"
                                          "Sản phẩm\n- Biên bản nghiệm thu\n- Bản đồ kênh\nBiên bản kiểm tra\n\n"
                                          "Cơ quan chủ trì\nPhòng Kinh tế\nTrạm Thủy nông\n"
                                          "\f2\n\n"
                                          "STT\n\nNhiệm vụ\n\n3\n\nLập phương án chống hạn cho vùng\ncao\n\n"
                                          "Thời gian\nthực hiện\nTháng 5/2026\n\n"
                                          "Sản phẩm\nPhương án\n\nCơ quan chủ trì\nPhòng Kinh tế\n\n"
                                          "Nơi nhận:\n- Như trên;\n";

static void columns_that_follow_one_another_become_rows(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table_vec tables = tables_of(arena, column_after_column);
	assert_int_equal(tables.n, 1);
	const struct table_row_vec *rows = &tables.at[0].rows;
	assert_int_equal(rows->n, 3);
	assert_row(&rows->at[0], "1", "Nạo vét kênh cấp hai trước vụ gieo trồng hè thu tại các xã vùng trũng",
	           "- Biên bản nghiệm thu - Bản đồ kênh", "Tháng 3/2026", "Phòng Kinh tế");
	assert_row(&rows->at[1], "2", "Kiểm tra các trạm bơm", "Biên bản kiểm tra", "Quý II/2026", "Trạm Thủy nông");
	assert_row(&rows->at[2], "3", "Lập phương án chống hạn cho vùng cao", "Phương án", "Tháng 5/2026", "Phòng Kinh tế");
	assert_int_equal(rows->at[0].cells[TABLE_PRODUCT].items.n, 2);
	arena_free(arena);
}

static void rows_are_as_many_as_all_columns_are_likeliest_to_have(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table_vec tables = tables_of(arena, "III. PHÂN CÔNG\nNhiệm vụ\nHọp dân bàn việc làm đường vào xóm\nnúi\n"
	                                           "Đắp lại bờ kênh bị lở sau mưa\nĐợt trồng cây mùa xuân ở các trường\n\n"
	                                           "Thời gian\nTháng 3/2026\n\nTrước\n30/4/2026\nCả năm\n\n"
	                                           "Chủ trì\nỦy ban Mặt trận xã\n\nPhòng Kinh tế\nĐoàn Thanh niên xã\n\n"
	                                           "Nơi nhận:\n- Như trên;\n");
	assert_int_equal(tables.n, 1);
	const struct table_row_vec *rows = &tables.at[0].rows;
	assert_int_equal(rows->n, 3);
	assert_row(&rows->at[0], "", "Họp dân bàn việc làm đường vào xóm núi", "", "Tháng 3/2026", "Ủy ban Mặt trận xã");
	assert_row(&rows->at[1], "", "Đắp lại bờ kênh bị lở sau mưa", "", "Trước 30/4/2026", "Phòng Kinh tế");
	assert_row(&rows->at[2], "", "Đợt trồng cây mùa xuân ở các trường", "", "Cả năm", "Đoàn Thanh niên xã");
	arena_free(arena);
}

static void heads_of_a_letter_are_no_table(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	assert_int_equal(tables_of(arena, "Nội dung\nBàn việc sửa đường liên xã.\n\nThời gian\n8 giờ ngày 12/3/2026.\n").n, 0);
	assert_int_equal(tables_of(arena, "Nhiệm vụ\n\nSản phẩm\n\nThời gian\n").n, 0);
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(columns_that_follow_one_another_become_rows),
	    cmocka_unit_test(rows_are_as_many_as_all_columns_are_likeliest_to_have),
	    cmocka_unit_test(heads_of_a_letter_are_no_table),
	};
	return TEST_RUN(cases);
}
