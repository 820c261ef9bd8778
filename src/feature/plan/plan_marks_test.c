/* How a source is cut into pieces. */
#include "base/test.h"

#include "feature/plan/plan_marks.h"

static struct plan_marks_mark mark(int64_t begin, int64_t end, const char *field)
{
	return (struct plan_marks_mark){.begin = begin, .end = end, .field = str_of(field), .place = str_of("p")};
}

static struct plan_marks_line_vec lines_of(struct arena *arena, const char *source, struct plan_marks_mark_vec *marks)
{
	struct plan_marks_line_vec lines;
	int64_t total;
	plan_marks_sort(marks);
	plan_marks_lines(arena, str_of(source), marks, &(struct plan_change_vec){0}, 1, 1000, &lines, &total);
	return lines;
}

static void a_mark_over_two_lines_has_a_piece_in_each_and_begins_in_the_first(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct plan_marks_mark_vec marks = {0};
	VEC_PUSH(arena, &marks, mark(2, 7, "t1-title"));
	struct plan_marks_line_vec lines = lines_of(arena, "ab cd\n\nef gh", &marks);
	assert_int_equal(lines.n, 1 + 1);
	assert_int_equal(lines.at[1].number, 3);
	const struct plan_marks_piece_vec *first = &lines.at[0].cells.at[0].pieces;
	assert_int_equal(first->n, 2);
	assert_str(first->at[0].text, "ab");
	assert_str(first->at[1].text, " cd");
	assert_true(first->at[1].first);
	const struct plan_marks_piece_vec *second = &lines.at[1].cells.at[0].pieces;
	assert_int_equal(second->n, 1);
	assert_null(second->at[0].mark);
	arena_free(arena);
}

static void a_mark_that_goes_on_is_marked_but_not_begun_on_the_next_line(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct plan_marks_mark_vec marks = {0};
	VEC_PUSH(arena, &marks, mark(3, 8, "t1-title"));
	struct plan_marks_line_vec lines = lines_of(arena, "ab cd\nef gh", &marks);
	const struct plan_marks_piece_vec *second = &lines.at[1].cells.at[0].pieces;
	assert_int_equal(second->n, 2);
	assert_str(second->at[0].text, "ef");
	assert_non_null(second->at[0].mark);
	assert_false(second->at[0].first);
	assert_str(second->at[1].text, " gh");
	arena_free(arena);
}

static void what_overlaps_an_earlier_mark_is_cut_away(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct plan_marks_mark_vec marks = {0};
	VEC_PUSH(arena, &marks, mark(4, 9, "b"));
	VEC_PUSH(arena, &marks, mark(0, 6, "a"));
	VEC_PUSH(arena, &marks, mark(1, 3, "inside"));
	VEC_PUSH(arena, &marks, mark(5, 5, "empty"));
	plan_marks_sort(&marks);
	assert_int_equal(marks.n, 2);
	assert_int_equal(marks.at[1].begin, 6);
	assert_str(marks.at[1].field, "b");
	arena_free(arena);
}

static void the_rows_of_a_table_are_cut_into_cells(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct plan_marks_mark_vec marks = {0};
	VEC_PUSH(arena, &marks, mark(16, 22, "t1-title"));
	struct plan_marks_line_vec lines = lines_of(arena, "|---|---|\n| 1 | việc |  |", &marks);
	assert_int_equal(lines.n, 1);
	assert_true(lines.at[0].row);
	assert_int_equal(lines.at[0].cells.n, 3);
	assert_str(str_trim(lines.at[0].cells.at[0].pieces.at[0].text), "1");
	assert_int_equal(lines.at[0].cells.at[1].pieces.n, 3);
	arena_free(arena);
}

static void a_page_of_lines_keeps_their_numbers_and_counts_them_all(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct plan_marks_mark_vec marks = {0};
	struct plan_marks_line_vec lines;
	int64_t total;
	plan_marks_lines(arena, STR("a\nb\n\fc\nd"), &marks, &(struct plan_change_vec){0}, 3, 1, &lines, &total);
	assert_int_equal(lines.n, 1);
	assert_int_equal(lines.at[0].number, 3);
	assert_true(lines.at[0].page_before);
	assert_int_equal(total, 4);
	arena_free(arena);
}

static void restored_words_cut_the_pieces_that_they_lie_in(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct plan_marks_mark_vec marks = {0};
	struct plan_change_vec changes = {0};
	struct plan_marks_line_vec lines;
	int64_t total;
	VEC_PUSH(arena, &marks, mark(3, 11, "t1-title"));
	VEC_PUSH(arena, &changes, (struct plan_change){.begin = 0, .end = 2, .before = STR("a8")});
	VEC_PUSH(arena, &changes, (struct plan_change){.begin = 6, .end = 8, .before = STR("e1")});
	VEC_PUSH(arena, &changes,
	         (struct plan_change){.begin = 9, .end = 14, .before = STR("gh")}); /* over the mark's end and the line's */
	plan_marks_lines(arena, STR("ab cd ef gh\nij"), &marks, &changes, 1, 9, &lines, &total);
	static const struct {
		const char *text, *before;
		bool marked, first;
	} table[] = {{"ab", "a8", false, false}, {" ", NULL, false, false}, {"cd ", NULL, true, true},
	             {"ef", "e1", true, false},  {" ", NULL, true, false},  {"gh", "gh", true, false}};
	const struct plan_marks_piece_vec *pieces = &lines.at[0].cells.at[0].pieces;
	assert_int_equal(pieces->n, sizeof table / sizeof *table);
	for (size_t i = 0; i < pieces->n; i++) {
		const struct plan_marks_piece *piece = &pieces->at[i];
		assert_str(piece->text, table[i].text);
		assert_int_equal(piece->mark != NULL, table[i].marked);
		assert_int_equal(piece->first, table[i].first);
		assert_int_equal(piece->change != NULL, table[i].before != NULL);
		if (piece->change != NULL)
			assert_str(piece->change->before, table[i].before);
	}
	assert_str(lines.at[1].cells.at[0].pieces.at[0].text, "ij");
	assert_non_null(lines.at[1].cells.at[0].pieces.at[0].change);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
	    cmocka_unit_test(a_mark_over_two_lines_has_a_piece_in_each_and_begins_in_the_first),
	    cmocka_unit_test(a_mark_that_goes_on_is_marked_but_not_begun_on_the_next_line),
	    cmocka_unit_test(what_overlaps_an_earlier_mark_is_cut_away),
	    cmocka_unit_test(the_rows_of_a_table_are_cut_into_cells),
	    cmocka_unit_test(a_page_of_lines_keeps_their_numbers_and_counts_them_all),
	    cmocka_unit_test(restored_words_cut_the_pieces_that_they_lie_in),
	};
	return TEST_RUN(cases);
}
