#include "reading/task_doubt.h"

#include "base/test.h"
#include "reading/tasks.h"

enum { N = 6 };

/* A table of six sound tasks of which the first takes the place of another. */
static struct reading_task_vec read(struct arena *arena, enum table_shape shape, const char *title, const char *schedule,
                                    const char *units)
{
	static const char *const numbers[] = {"1", "2", "3", "4", "5", "6"};
	struct table table = {.shape = shape, .is_of_tasks = true};
	for (size_t i = 0; i < N; i++) {
		struct table_row row = {0};
		const char *texts[TABLE_COLUMNS] = {[TABLE_ORDINAL] = numbers[i],
		                                    [TABLE_TITLE] = i > 0 ? "Mở lớp tập huấn viết tin" : title,
		                                    [TABLE_SCHEDULE] = i > 0 ? "Tháng 3/2026" : schedule,
		                                    [TABLE_ASSIGNMENT] = i > 0 ? "Sở Nội vụ" : units};
		for (int c = 0; c < TABLE_COLUMNS; c++) {
			if (texts[c] == NULL)
				continue;
			struct reading_field field = {.text = str_of(texts[c]), .confidence = 96};
			row.cells[c].text = field;
			VEC_PUSH(arena, &row.cells[c].items, field);
		}
		VEC_PUSH(arena, &table.rows, row);
	}
	struct table_vec tables = {.at = &table, .n = 1};
	bool cut;
	return tasks_of_tables(arena, &tables, 2026, &cut);
}

static bool is_sure(const struct reading_task *task)
{
	const struct reading_part *part = &task->parts.at[0];
	bool title = task->title.confidence >= 90;
	if (part->schedule_raw.text.len > 0 && part->assignment_raw.text.len > 0)
		assert_true(title || (part->schedule_raw.confidence < 90 && part->assignment_raw.confidence < 90));
	return title;
}

static void a_row_with_a_sign_of_a_wrong_reading_is_doubted_and_no_other(void **state)
{
	static const struct {
		const char *title, *schedule, *units;
		bool in_flow, laid_out; /* sure */
	} cases[] = {
	    {"Mở chuyên mục trên báo", "Quý I/2026", "Sở Y tế", true, true},
	    {"Mở chuyên mục trên báo", "Bản tin", "Sở Y tế", false, false},
	    {"Mở chuyên mục trên báo", "Quý I/2026 Quý II/2026", "Sở Y tế", false, false},
	    {"Mở chuyên mục trên báo", "Quý I/2026; Quý II/2026", "Sở Y tế", true, true},
	    {"Mở chuyên mục trên báo", "Quý I/2026", "Sở Y tế 2; Sở Tài chính", false, false},
	    {"Mở chuyên mục trên báo", "Quý I/2026", "hai mươi bài", false, false},
	    {"Mở chuyên mục trên báo", "Quý I/2026 soát chất lượng", "Sở Y tế", false, false},
	    {"Mở chuyên mục trên báo", "Quý I/2026", "Sở Y tế, ba hộ khá giả", false, false},
	    {"Mở chuyên mục trên báo", "Quý I/2026", "Sở Y tế Sở Tài chính", false, false},
	    {"trên báo in", "Quý I/2026", "Sở Y tế", true, false},
	    {"Mở chuyên mục trên báo và", "Quý I/2026", "Sở Y tế", true, false},
	    {"Mở chuyên mục trên báo TỔ CHỨC THỰC HIỆN", "Quý I/2026", "Sở Y tế", true, false},
	    {"Mở chuyên mục trên báo", NULL, "Sở Y tế", true, false},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct reading_task_vec flow = read(arena, TABLE_FLOWING, cases[i].title, cases[i].schedule, cases[i].units);
		struct reading_task_vec laid_out = read(arena, TABLE_LAID_OUT, cases[i].title, cases[i].schedule, cases[i].units);
		if (is_sure(&flow.at[0]) != cases[i].in_flow || is_sure(&laid_out.at[0]) != cases[i].laid_out)
			fail_msg("case %zu: %d, %d percent", i, flow.at[0].title.confidence, laid_out.at[0].title.confidence);
		for (size_t t = 1; t < N; t++)
			assert_true(is_sure(&flow.at[t]) && is_sure(&laid_out.at[t]));
	}
	arena_free(arena);
}

static void a_product_that_ends_in_a_unit_is_doubted_where_columns_flow(void **state)
{
	static const struct {
		const char *product;
		bool sure;
	} cases[] = {{"Lịch đăng bài", true},
	             {"Lịch đăng bài Phòng Hành chính", false},
	             {"Báo cáo gửi Sở Nội vụ", true},
	             {"Kế hoạch của Sở Nội vụ", true},
	             {"Sổ tay Ban Giám hiệu: bản in", true}};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct reading_task_vec tasks = read(arena, TABLE_FLOWING, "Mở chuyên mục trên báo", "Quý I/2026", "Sở Y tế");
		struct reading_field product = {.text = str_of(cases[i].product), .confidence = 96};
		VEC_PUSH(arena, &tasks.at[0].parts.at[0].products, product);
		task_doubt(arena, tasks.at, tasks.n, TABLE_FLOWING);
		if (is_sure(&tasks.at[0]) != cases[i].sure)
			fail_msg("%s", cases[i].product);
	}
	arena_free(arena);
}

static void funding_that_breaks_off_is_doubted(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct reading_task_vec tasks = read(arena, TABLE_FLOWING, "Mở chuyên mục trên báo", "Quý I/2026", "Sở Y tế");
	tasks.at[1].parts.at[0].funding_raw = (struct reading_field){.text = STR("Kinh phí năm 2026"), .confidence = 96};
	tasks.at[2].parts.at[0].funding_raw = (struct reading_field){.text = STR("Kinh phí đào tạo năm"), .confidence = 96};
	task_doubt(arena, tasks.at, tasks.n, TABLE_FLOWING);
	assert_true(tasks.at[1].parts.at[0].funding_raw.confidence >= 90);
	assert_true(tasks.at[2].parts.at[0].funding_raw.confidence < 90);
	arena_free(arena);
}

/* A row whose cells the flow tells with little margin: the time and the units bear themselves out. */
static void what_a_grammar_understands_whole_is_sure_whatever_the_margin(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table table = {.shape = TABLE_FLOWING, .is_of_tasks = true};
	struct table_row row = {0};
	row.cells[TABLE_TITLE].text = (struct reading_field){.text = STR("Mở chuyên mục trên báo"), .confidence = 84};
	row.cells[TABLE_ORDINAL].text = (struct reading_field){.text = STR("1"), .confidence = 97};
	row.cells[TABLE_SCHEDULE].text = (struct reading_field){.text = STR("Quý I/2026"), .confidence = 84};
	row.cells[TABLE_LEAD].text = (struct reading_field){.text = STR("Sở Nội vụ"), .confidence = 82};
	VEC_PUSH(arena, &table.rows, row);
	for (int shape = TABLE_TOLD; shape <= TABLE_BY_COLUMNS; shape++) {
		bool cut, confirmed = shape == TABLE_FLOWING || shape == TABLE_LAID_OUT;
		table.shape = (enum table_shape)shape;
		struct reading_task_vec tasks = tasks_of_tables(arena, &(struct table_vec){.at = &table, .n = 1}, 2026, &cut);
		assert_int_equal(tasks.at[0].parts.at[0].schedule_raw.confidence >= 90, confirmed);
		assert_int_equal(tasks.at[0].parts.at[0].assignment_raw.confidence >= 90, confirmed);
		assert_true(tasks.at[0].title.confidence < 90);
	}
	arena_free(arena);
}

static void both_sides_of_a_number_left_out_are_doubted(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct reading_task_vec tasks = read(arena, TABLE_FLOWING, "Mở chuyên mục trên báo", "Quý I/2026", "Sở Y tế");
	tasks.at[3].ordinal = STR("7");
	task_doubt(arena, tasks.at, 4, TABLE_FLOWING);
	assert_true(is_sure(&tasks.at[0]) && is_sure(&tasks.at[1]));
	assert_false(is_sure(&tasks.at[2]) || is_sure(&tasks.at[3]));
	arena_free(arena);
}

static void a_table_with_many_doubted_rows_is_doubted_as_a_whole(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct reading_task_vec tasks = read(arena, TABLE_LAID_OUT, "Mở chuyên mục trên báo", "Quý I/2026", "Sở Y tế");
	tasks.at[1].title.text = tasks.at[3].title.text = tasks.at[4].title.text = STR("của tỉnh");
	task_doubt(arena, tasks.at, tasks.n, TABLE_LAID_OUT);
	for (size_t t = 0; t < N; t++)
		assert_false(is_sure(&tasks.at[t]));
	arena_free(arena);
}

static void rows_put_together_from_columns_are_doubted_and_cells_of_the_source_are_not(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct reading_task_vec columns = read(arena, TABLE_BY_COLUMNS, "Mở chuyên mục trên báo", "Quý I/2026", "Sở Y tế");
	struct reading_task_vec told = read(arena, TABLE_TOLD, "trên báo và", "Quý I/2026", "Sở Y tế");
	for (size_t t = 0; t < N; t++) {
		assert_false(is_sure(&columns.at[t]));
		assert_true(is_sure(&told.at[t]));
	}
	arena_free(arena);
}

static void units_in_two_columns_are_as_sure_as_the_less_sure_of_them(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct table table = {.shape = TABLE_TOLD, .is_of_tasks = true};
	struct table_row row = {0};
	row.cells[TABLE_TITLE].text = (struct reading_field){.text = STR("Mở chuyên mục trên báo"), .confidence = 96};
	row.cells[TABLE_LEAD].text = (struct reading_field){.text = STR("Sở Nội vụ"), .confidence = 96};
	row.cells[TABLE_COORDINATE].text = (struct reading_field){.text = STR("Sở Y tế"), .confidence = 80};
	VEC_PUSH(arena, &table.rows, row);
	bool cut;
	struct reading_task_vec tasks = tasks_of_tables(arena, &(struct table_vec){.at = &table, .n = 1}, 2026, &cut);
	assert_int_equal(tasks.at[0].parts.at[0].assignment_raw.confidence, 80);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_row_with_a_sign_of_a_wrong_reading_is_doubted_and_no_other),
	    cmocka_unit_test(a_product_that_ends_in_a_unit_is_doubted_where_columns_flow),
	    cmocka_unit_test(funding_that_breaks_off_is_doubted),
	    cmocka_unit_test(what_a_grammar_understands_whole_is_sure_whatever_the_margin),
	    cmocka_unit_test(both_sides_of_a_number_left_out_are_doubted),
	    cmocka_unit_test(a_table_with_many_doubted_rows_is_doubted_as_a_whole),
	    cmocka_unit_test(rows_put_together_from_columns_are_doubted_and_cells_of_the_source_are_not),
	    cmocka_unit_test(units_in_two_columns_are_as_sure_as_the_less_sure_of_them),
	};
	return TEST_RUN(tests);
}
