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
		struct table_row row = {.confidence = 96};
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
	struct table_row row = {.confidence = 80};
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
	    cmocka_unit_test(both_sides_of_a_number_left_out_are_doubted),
	    cmocka_unit_test(a_table_with_many_doubted_rows_is_doubted_as_a_whole),
	    cmocka_unit_test(rows_put_together_from_columns_are_doubted_and_cells_of_the_source_are_not),
	    cmocka_unit_test(units_in_two_columns_are_as_sure_as_the_less_sure_of_them),
	};
	return TEST_RUN(tests);
}
