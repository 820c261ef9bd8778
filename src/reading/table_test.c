#include "reading/table.h"

#include "reading/testing.h"

static struct arena *arena;
static const struct message_catalogue english = {.language = "en"};

static int setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct table_vec tables_of(const char *text)
{
	const struct document document = testing_document(arena, str_of(text));
	struct table_vec tables = {0};
	assert_rc(table_find_all(arena, &document, NULL, NULL, &tables), RC_OK);
	return tables;
}

/* The only table of a text. */
static struct table table_of(const char *text)
{
	struct table_vec tables = tables_of(text);
	assert_int_equal(tables.n, 1);
	return tables.at[0];
}

/* A row as one text: its cells that are not empty, from the ordinal on, with a bar between. */
static struct str row_text(const struct table_row *row)
{
	struct str all = {0};
	for (int c = 0; c < TABLE_COLUMNS; c++) {
		struct str cell = row->cells[c].text.text;
		if (cell.len > 0)
			all = all.len > 0 ? str_format(arena, "%.*s|%.*s", STR_ARG(all), STR_ARG(cell)) : cell;
	}
	return all;
}

static void assert_rows(const struct table *table, const char *const *expected, size_t n)
{
	for (size_t i = 0; i < n && i < table->rows.n; i++)
		assert_str(row_text(&table->rows.at[i]), expected[i]);
	assert_int_equal(table->rows.n, n);
}
#define ASSERT_ROWS(table, expected) assert_rows((table), (expected), sizeof(expected) / sizeof *(expected))

/* --- cells one after the other --- */

static const char cells_in_turn[] = "PHỤ LỤC\n\n"
                                    "TT Nội dung công việc Sản phẩm Thời gian\n\nĐơn vị thực\n\nhiện\n\n"
                                    "1.\n\nXây dựng kế hoạch kiểm tra\n\nan toàn thực phẩm tại các chợ\n\nvà siêu thị\n\n"
                                    "- Kế hoạch\n\n- Quyết định thành\n\nlập đoàn\n\nTháng 3/2026\n\n"
                                    "Phòng Y tế chủ\n\ntrì\n\n"
                                    "2.\n\nTập huấn kiến thức cho hộ\n\nkinh doanh ăn uống trên địa\n\nbàn\n\n"
                                    "Hội nghị tập huấn\n\nQuý II/2026\n\nPhòng Kinh tế\n\nphối hợp Trạm\n\n"
                                    "\n\n7\n"
                                    " TT Nội dung công việc Sản phẩm Thời gian\n\nĐơn vị thực\n\nhiện\n\n"
                                    "Y tế xã\n\n"
                                    "3.\n\nKiểm tra liên ngành dịp Tết\n\nTrung thu\n\nBiên bản kiểm tra\n\n"
                                    "Trước ngày\n\n15/9/2026\n\nPhòng Y tế chủ\n\ntrì\n";

static void cells_that_follow_one_another_are_told_apart(void **state)
{
	(void)state;
	struct table table = table_of(cells_in_turn);
	static const char *const expected[] = {
	    "1|Xây dựng kế hoạch kiểm tra an toàn thực phẩm tại các chợ và siêu thị|- Kế hoạch - Quyết định thành lập đoàn|"
	    "Tháng 3/2026|Phòng Y tế chủ trì",
	    "2|Tập huấn kiến thức cho hộ kinh doanh ăn uống trên địa bàn|Hội nghị tập huấn|Quý II/2026|"
	    "Phòng Kinh tế phối hợp Trạm Y tế xã",
	    "3|Kiểm tra liên ngành dịp Tết Trung thu|Biên bản kiểm tra|Trước ngày 15/9/2026|Phòng Y tế chủ trì",
	};
	assert_true(table.is_of_tasks);
	ASSERT_ROWS(&table, expected);
	assert_int_equal(table.warnings.n, 0);
}

static void a_cell_knows_its_items_and_places(void **state)
{
	(void)state;
	struct table table = table_of(cells_in_turn);
	const struct table_cell *product = &table.rows.at[0].cells[TABLE_PRODUCT];
	assert_int_equal(product->items.n, 2);
	assert_str(product->items.at[0].text, "Kế hoạch");
	assert_str(product->items.at[1].text, "Quyết định thành lập đoàn");
	/* a cell that a page cut has two places */
	const struct reading_field *cut = &table.rows.at[1].cells[TABLE_ASSIGNMENT].text;
	assert_int_equal(cut->n_more, 1);
	assert_true(cut->more[0].begin > cut->span.end);
	assert_in_range(cut->confidence, 1, 95);
}

static void a_cell_whose_begin_could_be_another_is_doubted(void **state)
{
	(void)state;
	struct table table = table_of(
	    "PHỤ LỤC\n"
	    "STT Nhiệm vụ Sản phẩm Thời gian Đơn vị thực hiện\n"
	    "1 Nạo vét kênh mương nội đồng\nBiên bản nghiệm thu\nTháng 3/2026\nPhòng Kinh tế\n"
	    "2 Gia cố bờ bao chống tràn trước mùa\nmưa bão tại các xã ven sông\nBáo cáo kết quả\nTháng 5/2026\nPhòng Kinh tế\n"
	    "3 Kiểm tra các trạm bơm\nHồ chứa Suối Vàng\nĐập tràn Suối Bạc\nQuý II/2026\nPhòng Kinh tế\n"
	    "4 Kiểm tra các tuyến đê\nBiên bản kiểm tra\nQuý III/2026\nPhòng Kinh tế\n");
	assert_int_equal(table.rows.n, 4);
	for (size_t i = 0; i < table.rows.n; i++) {
		const struct table_cell *cells = table.rows.at[i].cells;
		assert_int_equal(cells[TABLE_TITLE].text.confidence >= 90, i != 2);
		assert_int_equal(cells[TABLE_PRODUCT].text.confidence >= 90, i != 2);
		assert_true(cells[TABLE_ASSIGNMENT].text.confidence >= 90);
	}
}

/* --- cells interleaved --- */

static void the_number_at_the_head_of_a_page_is_in_no_cell(void **state)
{
	(void)state;
	struct table table = table_of("PHỤ LỤC\n"
	                              "STT Nhiệm vụ Sản phẩm Thời gian Đơn vị thực hiện\n"
	                              "1 Nạo vét kênh mương nội đồng\nBiên bản nghiệm thu\nTháng 3/2026\nPhòng Kinh tế\n"
	                              "2 Gia cố bờ bao chống tràn trước mùa\n"
	                              "\f2\nmưa bão tại các xã ven sông\nBáo cáo kết quả\nTháng 5/2026\nPhòng Kinh tế\n"
	                              "3 Kiểm tra các trạm bơm\nBiên bản kiểm tra\nQuý II/2026\nPhòng Kinh tế\n");
	static const char *const expected[] = {
	    "1|Nạo vét kênh mương nội đồng|Biên bản nghiệm thu|Tháng 3/2026|Phòng Kinh tế",
	    "2|Gia cố bờ bao chống tràn trước mùa mưa bão tại các xã ven sông|Báo cáo kết quả|Tháng 5/2026|Phòng Kinh tế",
	    "3|Kiểm tra các trạm bơm|Biên bản kiểm tra|Quý II/2026|Phòng Kinh tế",
	};
	ASSERT_ROWS(&table, expected);
}

static void a_table_in_the_body_ends_where_the_next_section_begins(void **state)
{
	(void)state;
	struct table table = table_of("II. LỊCH CÔNG TÁC\n"
	                              "Thời gian Nội dung công việc Đơn vị thực hiện\n"
	                              "Tháng 2/2026\nTổng vệ sinh các tuyến phố\nPhòng Quản lý đô thị\n"
	                              "Tháng 4/2026\nKiểm tra hố ga, cống thoát nước\nPhòng Kinh tế\n"
	                              "III. TỔ CHỨC THỰC HIỆN\nCác phòng căn cứ lịch trên để thực hiện.\n");
	static const char *const expected[] = {
	    "Tổng vệ sinh các tuyến phố|Tháng 2/2026|Phòng Quản lý đô thị",
	    "Kiểm tra hố ga, cống thoát nước|Tháng 4/2026|Phòng Kinh tế",
	};
	ASSERT_ROWS(&table, expected);
}

static void rows_without_ordinals_may_begin_before_their_titles(void **state)
{
	(void)state;
	struct table table = table_of("Cơ quan chủ trì Nhiệm vụ Thời gian thực hiện\n"
	                              "Sở Xây dựng Lập hồ sơ nhà ở cũ cần sửa trước\nmùa mưa\nTháng 4/2026\n"
	                              "Sở Tài chính Bố trí vốn sửa nhà ở cũ\nQuý II/2026\n"
	                              "Sở Nội vụ Kiểm tra việc sửa nhà ở cũ tại các\nđịa phương\nTháng 9/2026\n");
	static const char *const expected[] = {
	    "Lập hồ sơ nhà ở cũ cần sửa trước mùa mưa|Tháng 4/2026|Sở Xây dựng",
	    "Bố trí vốn sửa nhà ở cũ|Quý II/2026|Sở Tài chính",
	    "Kiểm tra việc sửa nhà ở cũ tại các địa phương|Tháng 9/2026|Sở Nội vụ",
	};
	ASSERT_ROWS(&table, expected);
}

static void a_row_after_a_number_left_out_is_a_row_of_its_own(void **state)
{
	(void)state;
	struct table table = table_of("PHỤ LỤC\nSTT Nhiệm vụ Đơn vị chủ trì Thời hạn\n"
	                              "1 Sơn lại cổng làng\nPhòng Văn hóa\nTháng 3/2026\n"
	                              "2 Trồng hoa hai bên đường\nHội Phụ nữ xã\nTháng 4/2026\n"
	                              "4 Chấm điểm các tuyến đường\nPhòng Văn hóa\nTháng 9/2026\n");
	assert_int_equal(table.rows.n, 3);
	assert_str(row_text(&table.rows.at[2]), "4|Chấm điểm các tuyến đường|Tháng 9/2026|Phòng Văn hóa");
	assert_int_equal(table.warnings.n, 1);
}

static void a_sum_beside_a_time_and_a_time_that_begins_with_from(void **state)
{
	(void)state;
	struct table table = table_of("PHỤ LỤC\nSTT Nhiệm vụ Đơn vị thực hiện Thời gian Kinh phí (triệu đồng)\n"
	                              "1 Phát thanh tin mùa vụ\nĐài Truyền thanh xã\nHằng tháng 150\n"
	                              "2 Chạy thử máy bơm mới\nTrạm Thủy nông Từ\n01/3/2026 đến 30/4/2026\n240\n"
	                              "3 Sửa hàng rào trạm bơm\nPhòng Kinh tế\nTháng 5/2026 85\n");
	assert_int_equal(table.rows.n, 3);
	assert_str(table.rows.at[0].cells[TABLE_SCHEDULE].text.text, "Hằng tháng");
	assert_str(table.rows.at[0].cells[TABLE_FUNDING].text.text, "150");
	assert_str(table.rows.at[1].cells[TABLE_ASSIGNMENT].text.text, "Trạm Thủy nông");
	assert_str(table.rows.at[1].cells[TABLE_SCHEDULE].text.text, "Từ 01/3/2026 đến 30/4/2026");
}

static void a_report_s_columns_of_state_and_amount_are_not_products(void **state)
{
	(void)state;
	struct table table =
	    table_of("PHỤ LỤC\n"
	             "STT Nhiệm vụ Đơn vị chủ trì Thời hạn Sản phẩm Kết quả đạt được Tỷ lệ Ghi chú\n"
	             "1 Trồng 500 cây xanh\nPhòng Kinh tế\nTháng 3/2026\n500 cây\nĐã trồng 410 cây 82 Đúng tiến độ\n"
	             "2 Lắp 40 ghế đá công viên\nPhòng Văn hóa\nQuý II/2026\n40 ghế Đang mời thầu 30\n"
	             "3 Sửa đèn đường liên xã\nPhòng Kinh tế\nQuý III/2026\nBiên bản nghiệm thu\nChưa thực hiện 0\n");
	static const char *const expected[] = {"500 cây", "40 ghế", "Biên bản nghiệm thu"};
	assert_int_equal(table.rows.n, 3);
	for (size_t i = 0; i < table.rows.n; i++)
		assert_str(table.rows.at[i].cells[TABLE_PRODUCT].text.text, expected[i]);
}

static void no_cell_begins_inside_a_quotation(void **state)
{
	(void)state;
	struct table table = table_of("PHỤ LỤC\nTT Nội dung Cơ quan thực hiện Thời gian\n"
	                              "1 Phát động phong trào “Cả làng, cả\nxóm cùng nhau giữ sạch đường quê” ở\ncác thôn\n"
	                              "Hội Nông dân xã Tháng 3/2026\n"
	                              "2 Trao giải\nPhòng Văn hóa Tháng 9/2026\n");
	assert_int_equal(table.rows.n, 2);
	assert_str(table.rows.at[0].cells[TABLE_ASSIGNMENT].text.text, "Hội Nông dân xã");
	assert_str(table.rows.at[0].cells[TABLE_TITLE].text.text,
	           "Phát động phong trào “Cả làng, cả xóm cùng nhau giữ sạch đường quê” ở các thôn");
}

static void an_appendix_named_in_small_letters_is_in_no_cell(void **state)
{
	(void)state;
	struct table_vec tables = tables_of("Phụ lục I\nSTT Nhiệm vụ Sản phẩm Thời gian Đơn vị thực hiện\n"
	                                    "1 Sửa mái trường học\nBiên bản nghiệm thu\nTháng 7/2026\nPhòng Kinh tế\n"
	                                    "2 Thay bóng đèn lớp học\nBiên bản nghiệm thu\nTháng 8/2026\nPhòng Kinh tế\n"
	                                    "Phụ lục II\nDANH SÁCH TRƯỜNG\n");
	assert_int_equal(tables.n, 1);
	assert_int_equal(tables.at[0].rows.n, 2);
	assert_str(tables.at[0].rows.at[1].cells[TABLE_ASSIGNMENT].text.text, "Phòng Kinh tế");
}

static void a_line_may_hold_the_end_of_a_cell_and_the_begin_of_the_next(void **state)
{
	(void)state;
	struct table table =
	    table_of("STT Nhiệm vụ \n\nKết quả \n\nThời hạn \n\nCơ quan chủ trì, phối hợp \n\nKinh phí \n\n"
	             "1 Rà soát, công bố danh mục dịch \n\nvụ sự nghiệp công sử dụng ngân \n\nsách \n\n"
	             "- Danh mục dịch vụ \n\nTháng 5/2026 Sở Tài chính chủ trì, phối hợp \n\ncác sở, ngành liên quan \n\n"
	             "Ngân sách tỉnh cấp \n\nnăm 2026 \n\n"
	             "2 Đánh giá mức độ tự chủ của các \n\nđơn vị sự nghiệp \n\n"
	             "- Báo cáo đánh giá \n\nTháng 9/2026 Sở Nội vụ chủ trì, phối hợp \n\ncác sở, ngành liên quan \n\n"
	             "Ngân sách tỉnh cấp \n\nnăm 2026 \n\n"
	             "3 Sắp xếp lại các đơn vị hoạt động \n\nkém hiệu quả \n\n"
	             "- Đề án sắp xếp \n\n- Tờ trình \n\nQuý IV/2026 Sở Nội vụ chủ trì, phối hợp \n\ncác sở, ngành liên quan \n\n"
	             "Ngân sách tỉnh cấp \n\nnăm 2026 \n");
	static const char *const expected[] = {
	    "1|Rà soát, công bố danh mục dịch vụ sự nghiệp công sử dụng ngân sách|- Danh mục dịch vụ|Tháng 5/2026|"
	    "Sở Tài chính chủ trì, phối hợp các sở, ngành liên quan|Ngân sách tỉnh cấp năm 2026",
	    "2|Đánh giá mức độ tự chủ của các đơn vị sự nghiệp|- Báo cáo đánh giá|Tháng 9/2026|"
	    "Sở Nội vụ chủ trì, phối hợp các sở, ngành liên quan|Ngân sách tỉnh cấp năm 2026",
	    "3|Sắp xếp lại các đơn vị hoạt động kém hiệu quả|- Đề án sắp xếp - Tờ trình|Quý IV/2026|"
	    "Sở Nội vụ chủ trì, phối hợp các sở, ngành liên quan|Ngân sách tỉnh cấp năm 2026",
	};
	ASSERT_ROWS(&table, expected);
}

static void a_task_may_have_parts(void **state)
{
	(void)state;
	struct table table = table_of("STT Nhiệm vụ \n\nSản phẩm \n\nTiến độ \n\nĐơn vị thực hiện \n\n"
	                              "1 Số hóa sổ hộ tịch lưu tại Ủy ban \n\nnhân dân các xã \n\n"
	                              "- Kế hoạch số hóa \n\nTháng 2/2026 \n\nPhòng Tư pháp tham mưu \n\n"
	                              "- Báo cáo kết quả số \n\nhóa \n\nTháng 11/2026 \n\nCác xã, phường thực hiện \n\n"
	                              "2 Cấp bản sao trích lục trực tuyến \n\n"
	                              "- Hồ sơ được giải \n\nquyết \n\nThường xuyên \n\nCác xã, phường thực hiện \n\n"
	                              "3 Kiểm tra công tác hộ tịch \n\n"
	                              "- Kế hoạch kiểm tra \n\nQuý III/2026 \n\nPhòng Tư pháp tham mưu \n");
	static const char *const expected[] = {
	    "1|Số hóa sổ hộ tịch lưu tại Ủy ban nhân dân các xã|- Kế hoạch số hóa|Tháng 2/2026|Phòng Tư pháp tham mưu",
	    "- Báo cáo kết quả số hóa|Tháng 11/2026|Các xã, phường thực hiện",
	    "2|Cấp bản sao trích lục trực tuyến|- Hồ sơ được giải quyết|Thường xuyên|Các xã, phường thực hiện",
	    "3|Kiểm tra công tác hộ tịch|- Kế hoạch kiểm tra|Quý III/2026|Phòng Tư pháp tham mưu",
	};
	ASSERT_ROWS(&table, expected);
	assert_true(table.rows.at[1].continues);
	assert_false(table.rows.at[2].continues);
}

static void headings_over_rows_are_groups(void **state)
{
	(void)state;
	struct table table = table_of("STT Nội dung Đơn vị chủ trì Đơn vị phối hợp Thời gian hoàn thành\n\n"
	                              "I. CẢI CÁCH THỂ CHẾ\n\n"
	                              "1\n\nRà soát văn bản đã ban hành\n\nPhòng Tư pháp\n\nCác phòng, ban\n\nQuý I/2026\n\n"
	                              "2\n\nTheo dõi thi hành pháp luật\n\nPhòng Tư pháp\n\nCông an huyện\n\nCả năm\n\n"
	                              "II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH\n\n"
	                              "3\n\nCông khai thủ tục tại Bộ phận\n\nMột cửa\n\nVăn phòng\n\nCác phòng, ban\n\nHàng tháng\n");
	static const char *const expected[] = {
	    "I|CẢI CÁCH THỂ CHẾ",
	    "1|Rà soát văn bản đã ban hành|Quý I/2026|Phòng Tư pháp|Các phòng, ban",
	    "2|Theo dõi thi hành pháp luật|Cả năm|Phòng Tư pháp|Công an huyện",
	    "II|CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
	    "3|Công khai thủ tục tại Bộ phận Một cửa|Hàng tháng|Văn phòng|Các phòng, ban",
	};
	ASSERT_ROWS(&table, expected);
	assert_true(table.rows.at[0].is_group);
	assert_false(table.rows.at[1].is_group);
	assert_true(table.rows.at[3].is_group);
}

static void rows_without_ordinals_begin_with_their_titles(void **state)
{
	(void)state;
	struct table table = table_of("Công việc\n\nNgười thực hiện\n\nThời gian\n\n"
	                              "Sửa chữa bàn ghế các phòng học\n\nTổ hành chính\n\nTháng 8/2026\n\n"
	                              "Kiểm tra hệ thống điện, nước\n\nTổ hành chính\n\nHàng tháng\n\n"
	                              "Tổ chức lễ khai giảng năm học\n\nmới\n\nBan Giám hiệu\n\nTháng 9/2026\n");
	static const char *const expected[] = {
	    "Sửa chữa bàn ghế các phòng học|Tháng 8/2026|Tổ hành chính",
	    "Kiểm tra hệ thống điện, nước|Hàng tháng|Tổ hành chính",
	    "Tổ chức lễ khai giảng năm học mới|Tháng 9/2026|Ban Giám hiệu",
	};
	ASSERT_ROWS(&table, expected);
}

static void page_numbers_between_pages_without_headers_are_no_text(void **state)
{
	(void)state;
	struct table table = table_of("TT Nhiệm vụ Thời gian Đơn vị thực hiện\n\n"
	                              "1\n\nKhám sức khỏe cho học sinh\n\nđầu năm học\n\nTháng 9/2026\n\nTrạm Y tế\n\n\n"
	                              "5\n\nxã\n\n"
	                              "2\n\nTẩy giun định kỳ\n\nTháng 3/2026\n\nTrạm Y tế xã\n\n\n6\n\n"
	                              "3\n\nTiêm chủng mở rộng\n\nHàng tháng\n\nTrạm Y tế xã\n");
	static const char *const expected[] = {
	    "1|Khám sức khỏe cho học sinh đầu năm học|Tháng 9/2026|Trạm Y tế xã",
	    "2|Tẩy giun định kỳ|Tháng 3/2026|Trạm Y tế xã",
	    "3|Tiêm chủng mở rộng|Hàng tháng|Trạm Y tế xã",
	};
	ASSERT_ROWS(&table, expected);
}

static void a_table_ends_where_prose_and_signature_begin(void **state)
{
	(void)state;
	struct table table = table_of("STT Công việc Thời gian Người thực hiện\n\n"
	                              "1\n\nDọn vệ sinh khuôn viên\n\nHàng tuần\n\nĐoàn Thanh niên\n\n"
	                              "2\n\nTrồng cây đầu xuân\n\nTháng 02/2026\n\nCông đoàn\n\n"
	                              "Nơi nhận:\n- Như trên;\n\nHIỆU TRƯỞNG\n");
	static const char *const expected[] = {
	    "1|Dọn vệ sinh khuôn viên|Hàng tuần|Đoàn Thanh niên",
	    "2|Trồng cây đầu xuân|Tháng 02/2026|Công đoàn",
	};
	ASSERT_ROWS(&table, expected);
}

static void letters_that_were_spaced_out_are_closed_up(void **state)
{
	(void)state;
	struct table table = table_of("Phổ biến pháp luật cho người dân là việc của các cơ quan.\n\n"
	                              "STT Nhiệm vụ Thời gian Đơn vị thực hiện\n\n"
	                              "1\n\nP h ổ b i ế n p h á p l u ậ t c h o\n\nngười dân\n\nQuý I/2026\n\nPhòng Tư pháp\n\n"
	                              "2\n\nHòa giải ở cơ sở\n\nThường xuyên\n\nTổ hòa giải\n");
	assert_str(table.rows.at[0].cells[TABLE_TITLE].text.text, "Phổ biến pháp luật cho người dân");
}

/* --- rows and cells told apart by the source --- */

static void rows_that_a_page_cut_are_put_together(void **state)
{
	(void)state;
	struct table table =
	    table_of("| TT | Hoạt động | Sản phẩm dự kiến | Thời gian | Cơ quan chủ trì | Ghi chú |\n"
	             "|---|---|---|---|---|---|\n"
	             "| (1) | (2) | (3) | (4) | (5) | (6) |\n"
	             "| 1 | Ngày hội đọc sách của | - Kế hoạch - Tin, bài | Tháng | Thư viện | |\n"
	             "\n"
	             "| TT | Hoạt động | Sản phẩm dự kiến | Thời gian | Cơ quan chủ trì | Ghi chú |\n"
	             "|---|---|---|---|---|---|\n"
	             "| | học sinh toàn huyện | - Ảnh tư liệu | 4/2026 | | |\n"
	             "| 2 | Luân chuyển sách về xã | 1. Danh mục sách 2. Biên bản bàn giao | Hàng quý | Thư viện | |\n"
	             "| | | Báo cáo năm | Trước 15/12/2026 | | |\n");
	static const char *const expected[] = {
	    "1|Ngày hội đọc sách của học sinh toàn huyện|- Kế hoạch - Tin, bài - Ảnh tư liệu|Tháng 4/2026|Thư viện",
	    "2|Luân chuyển sách về xã|1. Danh mục sách 2. Biên bản bàn giao|Hàng quý|Thư viện",
	    "Báo cáo năm|Trước 15/12/2026",
	};
	ASSERT_ROWS(&table, expected);
	assert_true(table.rows.at[2].continues);
	assert_int_equal(table.rows.at[0].cells[TABLE_PRODUCT].items.n, 3);
	assert_str(table.rows.at[0].cells[TABLE_PRODUCT].items.at[2].text, "Ảnh tư liệu");
	assert_int_equal(table.rows.at[1].cells[TABLE_PRODUCT].items.n, 2);
	assert_str(table.rows.at[1].cells[TABLE_PRODUCT].items.at[1].text, "Biên bản bàn giao");
}

static void rows_without_ordinals_begin_where_their_first_column_begins_again(void **state)
{
	(void)state;
	struct table table =
	    table_of("Thời gian Nội dung công việc\nNgười phụ\ntrách\nKết quả cần đạt\n"
	             "Tuần 2\ntháng\n9/2026\nPhổ biến nội quy đọc sách\ntại các lớp\nTổ Thư viện\nNội quy có chữ ký\n"
	             "10/11/202\n6\nTrưng bày sách mới nhân\nngày hội\nTổ Thư viện\nchủ trì, Đoàn\ntrường phối hợp\nGian sách\n"
	             "Thứ Ba\nhằng tuần\nCho mượn sách tận lớp\nvào giờ nghỉ\nGVCN các lớp\nSổ mượn sách\n"
	             "Trước\n25/5/2027\nKiểm kê, thanh lý sách cũ\nTổ Thư viện Biên bản\n");
	static const char *const expected[] = {
	    "Phổ biến nội quy đọc sách tại các lớp|Nội quy có chữ ký|Tuần 2 tháng 9/2026|Tổ Thư viện",
	    "Trưng bày sách mới nhân ngày hội|Gian sách|10/11/2026|Tổ Thư viện chủ trì, Đoàn trường phối hợp",
	    "Cho mượn sách tận lớp vào giờ nghỉ|Sổ mượn sách|Thứ Ba hằng tuần|GVCN các lớp",
	    "Kiểm kê, thanh lý sách cũ|Biên bản|Trước 25/5/2027|Tổ Thư viện",
	};
	ASSERT_ROWS(&table, expected);
}

static void rows_may_stand_in_one_line_each_up_to_the_next_section(void **state)
{
	(void)state;
	struct table table = table_of("III- PHÂN CÔNG\nNhiệm vụ Thời gian Cơ quan thực hiện\n"
	                              "Hội nghị triển khai đến các chi bộ Tháng 4/2026 Ban Xây dựng Đảng\n"
	                              "Viết tin về gương người tốt Hằng tháng Văn phòng Đảng ủy\n"
	                              "Giám sát việc nêu gương Quý III/2026 Ủy ban Kiểm tra Đảng ủy\n"
	                              "Sơ kết một năm thực hiện Trước 15/12/2026 Văn phòng Đảng ủy\n"
	                              "IV- TỔ CHỨC THỰC HIỆN\n1. Các chi bộ báo cáo trước ngày 05/12/2026.\n");
	static const char *const expected[] = {
	    "Hội nghị triển khai đến các chi bộ|Tháng 4/2026|Ban Xây dựng Đảng",
	    "Viết tin về gương người tốt|Hằng tháng|Văn phòng Đảng ủy",
	    "Giám sát việc nêu gương|Quý III/2026|Ủy ban Kiểm tra Đảng ủy",
	    "Sơ kết một năm thực hiện|Trước 15/12/2026|Văn phòng Đảng ủy",
	};
	ASSERT_ROWS(&table, expected);
}

static void two_units_without_a_comma_are_two_cells_and_whom_it_is_for_is_one(void **state)
{
	(void)state;
	struct table table = table_of("TT Nhiệm vụ Đối tượng Chủ trì Phối hợp Thời gian\n"
	                              "1 Dạy bơi trong dịp hè\nHọc sinh\nSở Nội vụ Công an tỉnh Tháng 01\n- 02/2027\n"
	                              "2 Khám mắt tại các thôn\nNgười dân\nSở Nội vụ Các trạm y tế Quý II/2027\n"
	                              "3 Tặng sách cũ còn tốt\nHọc sinh\nVụ Tổ chức cán bộ Công đoàn ngành Hằng quý\n");
	static const char *const expected[] = {
	    "1|Dạy bơi trong dịp hè|Tháng 01 - 02/2027|Sở Nội vụ|Công an tỉnh|Học sinh",
	    "2|Khám mắt tại các thôn|Quý II/2027|Sở Nội vụ|Các trạm y tế|Người dân",
	    "3|Tặng sách cũ còn tốt|Hằng quý|Vụ Tổ chức cán bộ|Công đoàn ngành|Học sinh",
	};
	ASSERT_ROWS(&table, expected);
}

static void words_torn_in_a_head_are_closed_up_and_figures_are_no_ordinals(void **state)
{
	(void)state;
	struct table table = table_of("T\nT\nNhiệm vụ\nBộ phận\nthực hiện\nThời\ngian\nKế\nhoạ\nch\nTh\nực\nhiệ\nn\n"
	                              "1 Sơn lại hàng rào\nquanh trường\nTổ Bảo vệ\nTháng\n6/2026\n5 5\n"
	                              "2 Thay bóng đèn ở\ncác lớp học\nTổ Bảo vệ\nTháng\n7/2026\n3 40\n"
	                              "3 Quét vôi phòng họp\ncủa nhà trường\nTổ Bảo vệ\nQuý\nIII/2026\n4 100\n"
	                              "4 Lát lại sân sau\nbị lún\nTổ Bảo vệ\nQuý\nIV/2026\n1 0\n");
	assert_int_equal(table.rows.n, 4);
	assert_str(table.rows.at[2].cells[TABLE_TITLE].text.text, "Quét vôi phòng họp của nhà trường");
	assert_str(table.rows.at[3].cells[TABLE_ORDINAL].text.text, "4");
	assert_str(table.rows.at[3].cells[TABLE_TITLE].text.text, "Lát lại sân sau bị lún");
}

static void months_in_capitals_are_groups_and_a_bare_thuc_hien_says_who(void **state)
{
	(void)state;
	struct table table = table_of("Ngày Nội dung công việc\nThực hiện\nGhi\nchú\nTHÁNG 4\n"
	                              "01/4 Họp bàn việc dạy bơi trong\ndịp hè\nVăn phòng Sở\n"
	                              "12/4 Khám mắt cho các cháu ở\ncác trường\nTrạm Y tế\n"
	                              "THÁNG 5\n05/5 Tặng sách cũ còn tốt cho\nthư viện\nXã đoàn\n"
	                              "19/5 Trồng cây trên đường vào\ntrường\nXã đoàn\n");
	static const char *const expected[] = {
	    "THÁNG 4", "Họp bàn việc dạy bơi trong dịp hè|01/4|Văn phòng Sở", "Khám mắt cho các cháu ở các trường|12/4|Trạm Y tế",
	    "THÁNG 5", "Tặng sách cũ còn tốt cho thư viện|05/5|Xã đoàn",      "Trồng cây trên đường vào trường|19/5|Xã đoàn",
	};
	ASSERT_ROWS(&table, expected);
	assert_true(table.rows.at[3].is_group);
	assert_int_equal(table.columns[2], TABLE_ASSIGNMENT);
}

static void a_column_of_places_has_its_own_words(void **state)
{
	(void)state;
	struct table table = table_of("TT Nội dung Thời gian\nĐơn vị thực\nhiện\nĐịa điểm\n"
	                              "1 Đọc thơ mừng xuân cho\ncác cụ\nTháng 3/2026\nBan Văn nghệ Hội\ntrường\n"
	                              "2 Vẽ tường quanh bến xe\ncũ\nQuý II/2026\nChi đoàn Ba Nhà văn\nhóa thôn\n"
	                              "3 Chiếu phim ngoài trời\ncho trẻ em\nTháng 6/2026\nBan Văn nghệ Quảng\ntrường\n");
	static const char *const expected[] = {
	    "1|Đọc thơ mừng xuân cho các cụ|Tháng 3/2026|Ban Văn nghệ|Hội trường",
	    "2|Vẽ tường quanh bến xe cũ|Quý II/2026|Chi đoàn Ba|Nhà văn hóa thôn",
	    "3|Chiếu phim ngoài trời cho trẻ em|Tháng 6/2026|Ban Văn nghệ|Quảng trường",
	};
	ASSERT_ROWS(&table, expected);
}

static void a_dash_inside_a_name_begins_no_item(void **state)
{
	(void)state;
	struct table table = table_of("| TT | Nhiệm vụ | Kết quả | Thời gian |\n|---|---|---|---|\n"
	                              "| 1 | Lập dự toán | Dự toán giai đoạn 2026 - 2030 của Phòng Tài chính - Kế hoạch | Tháng 7 |\n"
	                              "| 2 | Quyết toán | - Báo cáo (năm 2024 - 2025) - Tờ trình<br>- Biên bản | Tháng 3 |\n");
	assert_int_equal(table.rows.at[0].cells[TABLE_PRODUCT].items.n, 1);
	const struct reading_field_vec *items = &table.rows.at[1].cells[TABLE_PRODUCT].items;
	assert_int_equal(items->n, 3);
	assert_str(items->at[0].text, "Báo cáo (năm 2024 - 2025)");
	assert_str(items->at[2].text, "Biên bản");
}

static void two_columns_of_one_kind_share_a_cell(void **state)
{
	(void)state;
	struct table table =
	    table_of("| STT | Công việc | Thời gian bắt đầu | Thời gian kết thúc | Người phụ trách |\n|---|---|---|---|---|\n"
	             "| 1 | Sơn lại phòng học | Tháng 6/2026 | Tháng 8/2026 | Tổ hành chính |\n");
	assert_str(table.rows.at[0].cells[TABLE_SCHEDULE].text.text, "Tháng 6/2026 - Tháng 8/2026");
}

static void a_table_of_figures_is_no_table_of_tasks(void **state)
{
	(void)state;
	struct table table =
	    table_of("| TT | Chỉ tiêu | Đơn vị tính | Số lượng |\n|---|---|---|---|\n| 1 | Hồ sơ tiếp nhận | hồ sơ | 250 |\n");
	assert_false(table.is_of_tasks);
	assert_int_equal(table.rows.n, 0);
	assert_int_equal(tables_of("Kế hoạch này không có bảng nào.\n").n, 0);
}

/* --- what a person should look at --- */

static void skipped_and_repeated_numbers_are_warned_of(void **state)
{
	(void)state;
	struct table table = table_of("| TT | Nhiệm vụ | Thời gian |\n|---|---|---|\n| 1 | Một | Quý I |\n| 3 | Hai | Quý II |\n"
	                              "| 3 | Ba | Quý III |\n");
	assert_int_equal(table.warnings.n, 2);
	assert_str(message_format(arena, &english, &table.warnings.at[0].message),
	           "The rows of the table go from number 1 to number 3.");
	assert_str(message_format(arena, &english, &table.warnings.at[1].message), "Two rows of the table have the number 3.");
}

static void a_table_cut_off_at_its_end_is_warned_of(void **state)
{
	(void)state;
	struct table table = table_of("| TT | Nhiệm vụ | Thời gian | Chủ trì |\n|---|---|---|---|\n| 1 | Một | Quý I | Văn phòng |\n"
	                              "| 2 | Hai | Quý II | Văn phòng |\n| 3 | Ba | | |\n");
	assert_int_equal(table.warnings.n, 1);
	assert_str(message_format(arena, &english, &table.warnings.at[0].message), "The table seems to be cut off in its last row.");
}

static bool cancel(void *context, int percent)
{
	(void)percent;
	return *(bool *)context;
}

static void reading_can_be_cancelled(void **state)
{
	(void)state;
	const struct document document = testing_document(arena, str_of(cells_in_turn));
	struct table_vec tables;
	bool wanted = true;
	assert_rc(table_find_all(arena, &document, cancel, &wanted, &tables), RC_CANCELLED);
	wanted = false;
	assert_rc(table_find_all(arena, &document, cancel, &wanted, &tables), RC_OK);
}

#define TABLE_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    TABLE_TEST(cells_that_follow_one_another_are_told_apart),
	    TABLE_TEST(a_cell_knows_its_items_and_places),
	    TABLE_TEST(a_cell_whose_begin_could_be_another_is_doubted),
	    TABLE_TEST(a_line_may_hold_the_end_of_a_cell_and_the_begin_of_the_next),
	    TABLE_TEST(a_task_may_have_parts),
	    TABLE_TEST(the_number_at_the_head_of_a_page_is_in_no_cell),
	    TABLE_TEST(a_table_in_the_body_ends_where_the_next_section_begins),
	    TABLE_TEST(rows_without_ordinals_may_begin_before_their_titles),
	    TABLE_TEST(a_row_after_a_number_left_out_is_a_row_of_its_own),
	    TABLE_TEST(a_sum_beside_a_time_and_a_time_that_begins_with_from),
	    TABLE_TEST(a_report_s_columns_of_state_and_amount_are_not_products),
	    TABLE_TEST(no_cell_begins_inside_a_quotation),
	    TABLE_TEST(an_appendix_named_in_small_letters_is_in_no_cell),
	    TABLE_TEST(headings_over_rows_are_groups),
	    TABLE_TEST(rows_without_ordinals_begin_with_their_titles),
	    TABLE_TEST(page_numbers_between_pages_without_headers_are_no_text),
	    TABLE_TEST(a_table_ends_where_prose_and_signature_begin),
	    TABLE_TEST(letters_that_were_spaced_out_are_closed_up),
	    TABLE_TEST(rows_that_a_page_cut_are_put_together),
	    TABLE_TEST(rows_without_ordinals_begin_where_their_first_column_begins_again),
	    TABLE_TEST(rows_may_stand_in_one_line_each_up_to_the_next_section),
	    TABLE_TEST(two_units_without_a_comma_are_two_cells_and_whom_it_is_for_is_one),
	    TABLE_TEST(words_torn_in_a_head_are_closed_up_and_figures_are_no_ordinals),
	    TABLE_TEST(months_in_capitals_are_groups_and_a_bare_thuc_hien_says_who),
	    TABLE_TEST(a_column_of_places_has_its_own_words),
	    TABLE_TEST(a_dash_inside_a_name_begins_no_item),
	    TABLE_TEST(two_columns_of_one_kind_share_a_cell),
	    TABLE_TEST(a_table_of_figures_is_no_table_of_tasks),
	    TABLE_TEST(skipped_and_repeated_numbers_are_warned_of),
	    TABLE_TEST(a_table_cut_off_at_its_end_is_warned_of),
	    TABLE_TEST(reading_can_be_cancelled),
	};
	return TEST_RUN(cases);
}
