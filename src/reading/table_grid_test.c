/* Tables whose source tells their cells apart: Markdown, text with tabs, word processors. */
#include "reading/table.h"

#include "document/document_grid.h"
#include "reading/testing.h"

static struct arena *arena;

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

static struct table table_of(const char *text)
{
	const struct document document = testing_document(arena, str_of(text));
	struct table_vec tables = {0};
	assert_rc(table_find_all(arena, &document, NULL, NULL, &tables), RC_OK);
	assert_int_equal(tables.n, 1);
	return tables.at[0];
}

static void a_header_may_have_two_rows_and_words_that_only_its_cells_explain(void **state)
{
	(void)state;
	struct table table = table_of("| STT | Nội dung | Khi nào làm | Phân công | | Nguồn tiền |\n|---|---|---|---|---|---|\n"
	                              "| | | | Chủ trì | Phối hợp | |\n| (1) | (2) | (3) | (4) | (5) | (6) |\n"
	                              "| 1 | Phát tờ rơi | Tháng 3/2026 | Sở Y tế | Sở Nội vụ | Ngân sách tỉnh |\n"
	                              "| 2 | Mở lớp tập huấn | Quý II/2026 | Sở Xây dựng | Trường Ví Dụ | 20 triệu đồng |\n");
	static const enum table_column columns[] = {TABLE_ORDINAL, TABLE_TITLE,      TABLE_SCHEDULE,
	                                            TABLE_LEAD,    TABLE_COORDINATE, TABLE_FUNDING};
	assert_int_equal(table.n_columns, 6);
	for (uint32_t c = 0; c < table.n_columns; c++)
		assert_int_equal(table.columns[c], columns[c]);
	assert_int_equal(table.rows.n, 2);
}

static void a_last_row_above_the_head_that_the_next_page_repeats_goes_on_below_it(void **state)
{
	(void)state;
	struct table table = table_of("| TT | Nhiệm vụ | Đơn vị thực hiện | | Thời gian |\n|---|---|---|---|---|\n"
	                              "| | | Chủ trì | Phối hợp | |\n"
	                              "| 1 | Trồng cây | Văn phòng | Xã đoàn | Tháng 3/2026 |\n"
	                              "| 2 | Báo cáo việc trồng cây | Văn phòng | Các thôn | Trước 25/11/202 |\n"
	                              "| TT | Nhiệm vụ | Đơn vị thực hiện | | Thời gian |\n"
	                              "| | | Chủ trì | Phối hợp | |\n"
	                              "| | | | | 6 |\n");
	assert_int_equal(table.rows.n, 2);
	assert_str(table.rows.at[1].cells[TABLE_TITLE].text.text, "Báo cáo việc trồng cây");
	assert_str(table.rows.at[1].cells[TABLE_SCHEDULE].text.text, "Trước 25/11/2026");
}

static void a_table_without_a_header_is_told_by_its_cells(void **state)
{
	(void)state;
	struct table table = table_of("| 1 | Rà soát các thủ tục theo lĩnh vực | Danh mục thủ tục | Quý II/2026 | Sở Tư pháp |\n"
	                              "| 2 | Mở hội thi tìm hiểu cải cách | Cuộc thi | Tháng 10/2026 | Sở Nội vụ |\n"
	                              "| 3 | Tổng kết công tác trong năm qua | Báo cáo | Trước ngày 15/12/2026 | Văn phòng Sở |\n");
	assert_true(table.is_of_tasks);
	assert_int_equal(table.columns[0], TABLE_ORDINAL);
	assert_int_equal(table.columns[1], TABLE_TITLE);
	assert_int_equal(table.columns[3], TABLE_SCHEDULE);
	assert_int_equal(table.columns[4], TABLE_ASSIGNMENT);
	assert_int_equal(table.rows.n, 3);
}

static void a_month_stands_once_for_all_its_works(void **state)
{
	(void)state;
	struct table table = table_of("| Tháng | Nội dung công việc | Người thực hiện |\n|---|---|---|\n"
	                              "| 8/2026 | Tuyển sinh | Ban Giám hiệu |\n| | Tập huấn hè | Tổ chuyên môn |\n");
	assert_int_equal(table.rows.n, 2);
	assert_str(table.rows.at[1].cells[TABLE_SCHEDULE].text.text, "8/2026");
}

/* What a word processor's merged cells are in the model: a title over two rows, a heading over all columns. */
static void merged_cells_cover_their_rows(void **state)
{
	(void)state;
	static const char text[] =
	    "STT|Nhiệm vụ|Sản phẩm|Thời gian|Chủ trì|PHẦN CHUNG|1|Kiểm tra|Kế hoạch|Quý I|Sở Y tế|Biên bản|Quý II";
	static const struct {
		uint16_t row, column, n_columns, n_rows;
	} cells[] = {{0, 0, 1, 1}, {0, 1, 1, 1}, {0, 2, 1, 1}, {0, 3, 1, 1}, {0, 4, 1, 1}, {1, 0, 5, 1}, {2, 0, 1, 2},
	             {2, 1, 1, 2}, {2, 2, 1, 1}, {2, 3, 1, 1}, {2, 4, 1, 2}, {3, 2, 1, 1}, {3, 3, 1, 1}};
	enum { N_CELLS = sizeof cells / sizeof *cells, N_ROWS = 4 };
	struct document document = {.text = str_of(text)};
	struct document_cell at[N_CELLS];
	struct str rest = document.text, part;
	for (size_t i = 0; i < N_CELLS; i++) {
		assert_true(str_split(&rest, '|', &part));
		uint32_t begin = (uint32_t)(part.ptr - document.text.ptr);
		at[i] = (struct document_cell){.span = {begin, begin + (uint32_t)part.len},
		                               .column = cells[i].column,
		                               .n_columns = cells[i].n_columns,
		                               .n_rows = cells[i].n_rows};
	}
	for (uint16_t r = 0; r < N_ROWS; r++) {
		struct document_block block = {.kind = DOCUMENT_ROW, .line = r + 1u};
		for (size_t i = 0; i < N_CELLS; i++) {
			if (cells[i].row != r)
				continue;
			block.cells = block.n_cells == 0 ? &at[i] : block.cells;
			block.n_cells++;
		}
		block.span = (struct document_span){block.cells[0].span.begin, block.cells[block.n_cells - 1].span.end};
		VEC_PUSH(arena, &document.blocks, block);
	}
	struct table_vec tables = {0};
	document_grid_align(arena, &document, &document);
	assert_rc(table_find_all(arena, &document, NULL, NULL, &tables), RC_OK);
	assert_int_equal(tables.n, 1);
	const struct table_row_vec *rows = &tables.at[0].rows;
	assert_int_equal(rows->n, 3);
	assert_true(rows->at[0].is_group);
	assert_str(rows->at[0].cells[TABLE_TITLE].text.text, "PHẦN CHUNG");
	assert_str(rows->at[1].cells[TABLE_PRODUCT].text.text, "Kế hoạch");
	assert_true(rows->at[2].continues);
	assert_str(rows->at[2].cells[TABLE_PRODUCT].text.text, "Biên bản");
	assert_str(rows->at[2].cells[TABLE_LEAD].text.text, "Sở Y tế");
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test_setup_teardown(a_header_may_have_two_rows_and_words_that_only_its_cells_explain, setup, teardown),
	    cmocka_unit_test_setup_teardown(a_last_row_above_the_head_that_the_next_page_repeats_goes_on_below_it, setup, teardown),
	    cmocka_unit_test_setup_teardown(a_table_without_a_header_is_told_by_its_cells, setup, teardown),
	    cmocka_unit_test_setup_teardown(a_month_stands_once_for_all_its_works, setup, teardown),
	    cmocka_unit_test_setup_teardown(merged_cells_cover_their_rows, setup, teardown),
	};
	return TEST_RUN(cases);
}
