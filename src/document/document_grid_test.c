#include "document/document_grid.h"

#include "base/test.h"

static struct document_cell cell(struct document *document, struct arena *arena, const char *text, uint16_t column,
                                 uint16_t n_columns, uint16_t n_rows)
{
	uint32_t begin = (uint32_t)document->text.len;
	document->text = str_format(arena, "%.*s%s\n", STR_ARG(document->text), text);
	return (struct document_cell){{begin, begin + (uint32_t)strlen(text)}, column, n_columns, n_rows, false};
}

static void add_row(struct document *document, struct arena *arena, const struct document_cell *cells, size_t n)
{
	struct document_block block = {.kind = DOCUMENT_ROW, .n_cells = (uint32_t)n};
	block.cells = ARENA_ARRAY(arena, struct document_cell, n);
	memcpy(block.cells, cells, n * sizeof *cells);
	VEC_PUSH(arena, &document->blocks, block);
}
#define ADD_ROW(...)                                                                                                             \
	do {                                                                                                                         \
		const struct document_cell cells_[] = {__VA_ARGS__};                                                                     \
		add_row(&document, arena, cells_, sizeof cells_ / sizeof *cells_);                                                       \
	} while (0)
#define CELL(text, column, n_columns, n_rows) cell(&document, arena, (text), (column), (n_columns), (n_rows))

/* "a|b|(c)": a covered cell in brackets. */
static struct str row_text(struct arena *arena, const struct document *document, size_t row)
{
	const struct document_block *block = &document->blocks.at[row];
	struct str text = {0};
	for (uint32_t c = 0; c < block->n_cells; c++) {
		struct str words = document_span_text(document, block->cells[c].span);
		bool covered = block->cells[c].is_covered;
		text = str_format(arena, "%.*s%s%s%.*s%s", STR_ARG(text), c > 0 ? "|" : "", covered ? "(" : "", STR_ARG(words),
		                  covered ? ")" : "");
	}
	return text;
}

static void a_cell_that_reaches_down_stands_in_each_row(void **state)
{
	struct arena *arena = arena_new();
	struct document document = {0}, aligned;
	(void)state;
	ADD_ROW(CELL("TT", 0, 1, 1), CELL("Việc", 1, 1, 1), CELL("Hạn", 2, 1, 1));
	ADD_ROW(CELL("1", 0, 1, 2), CELL("Đăng tin", 1, 1, 1), CELL("Quý I", 2, 1, 2));
	ADD_ROW(CELL("Họp", 1, 1, 1));
	ADD_ROW(CELL("2", 0, 1, 1), CELL("Báo cáo", 1, 1, 1), CELL("Quý II", 2, 1, 1));
	document_grid_align(arena, &document, &aligned);
	assert_str(row_text(arena, &aligned, 1), "1|Đăng tin|Quý I");
	assert_str(row_text(arena, &aligned, 2), "(1)|Họp|(Quý I)");
	assert_str(row_text(arena, &aligned, 3), "2|Báo cáo|Quý II");
	arena_free(arena);
}

static void a_grid_finer_than_the_columns_is_made_coarse(void **state)
{
	struct arena *arena = arena_new();
	struct document document = {0}, aligned;
	(void)state;
	ADD_ROW(CELL("TT", 0, 2, 1), CELL("Việc", 2, 3, 1), CELL("Hạn", 5, 1, 1));
	ADD_ROW(CELL("1", 0, 1, 1), CELL("Đăng tin", 1, 3, 1), CELL("Quý I", 4, 2, 1));
	ADD_ROW(CELL("I. NHÓM VIỆC", 0, 6, 1));
	document_grid_align(arena, &document, &aligned);
	assert_str(row_text(arena, &aligned, 0), "TT|Việc|Hạn");
	assert_str(row_text(arena, &aligned, 1), "1|Đăng tin|Quý I");
	assert_str(row_text(arena, &aligned, 2), "I. NHÓM VIỆC||");
	arena_free(arena);
}

static void a_head_of_two_rows_becomes_one(void **state)
{
	struct arena *arena = arena_new();
	struct document document = {0}, aligned;
	(void)state;
	ADD_ROW(CELL("TT", 0, 1, 2), CELL("Việc", 1, 1, 2), CELL("Phân công", 2, 2, 1), CELL("Hạn", 4, 1, 2));
	ADD_ROW(CELL("Chủ trì", 2, 1, 1), CELL("Phối hợp", 3, 1, 1));
	ADD_ROW(CELL("1", 0, 1, 1), CELL("Họp", 1, 1, 1), CELL("Sở A", 2, 1, 1), CELL("Sở B", 3, 1, 1), CELL("Quý I", 4, 1, 1));
	document_grid_align(arena, &document, &aligned);
	assert_int_equal(aligned.blocks.n, 2);
	assert_str(row_text(arena, &aligned, 0), "TT|Việc|Chủ trì|Phối hợp|Hạn");
	assert_str(row_text(arena, &aligned, 1), "1|Họp|Sở A|Sở B|Quý I");
	arena_free(arena);
}

static void a_table_without_merged_cells_stays(void **state)
{
	struct arena *arena = arena_new();
	struct document document = {0}, aligned;
	(void)state;
	ADD_ROW(CELL("TT", 0, 1, 1), CELL("Việc", 1, 1, 1));
	ADD_ROW(CELL("1", 0, 0, 0), CELL("Họp", 1, 0, 0), CELL("thừa", 2, 0, 0));
	document_grid_align(arena, &document, &aligned);
	assert_ptr_equal(aligned.blocks.at[1].cells, document.blocks.at[1].cells);
	assert_int_equal(aligned.blocks.at[1].n_cells, 3);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_cell_that_reaches_down_stands_in_each_row),
	    cmocka_unit_test(a_grid_finer_than_the_columns_is_made_coarse),
	    cmocka_unit_test(a_head_of_two_rows_becomes_one),
	    cmocka_unit_test(a_table_without_merged_cells_stays),
	};
	return TEST_RUN(cases);
}
