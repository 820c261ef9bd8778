#include "feature/plan/plan_marks.h"

#include <stdlib.h>

static int compare_marks(const void *a, const void *b)
{
	const struct plan_marks_mark *left = a, *right = b;
	if (left->begin != right->begin)
		return left->begin < right->begin ? -1 : 1;
	return (left->end > right->end) - (left->end < right->end);
}

void plan_marks_sort(struct plan_marks_mark_vec *marks)
{
	size_t kept = 0;
	int64_t covered = 0;
	if (marks->n > 0)
		qsort(marks->at, marks->n, sizeof *marks->at, compare_marks);
	for (size_t i = 0; i < marks->n; i++) {
		struct plan_marks_mark mark = marks->at[i];
		if (mark.begin < covered)
			mark.begin = covered;
		if (mark.begin >= mark.end)
			continue;
		covered = mark.end;
		marks->at[kept++] = mark;
	}
	marks->n = kept;
}

/* Where the walk through the source stands: marks before `next` lie behind it. */
struct walk {
	struct arena *arena;
	struct str source;
	const struct plan_marks_mark_vec *marks;
	const struct plan_change_vec *changes;
	size_t next, next_change;
};

/* Adds a piece of the source, cut where restored words begin and end in it. */
static void add_piece(struct walk *walk, int64_t begin, int64_t end, struct plan_marks_piece piece, struct plan_marks_cell *cell)
{
	const struct plan_change_vec *changes = walk->changes;
	while (walk->next_change < changes->n && changes->at[walk->next_change].end <= begin)
		walk->next_change++;
	for (size_t i = walk->next_change; begin < end; i++) {
		const struct plan_change *change = i < changes->n && changes->at[i].begin < end ? &changes->at[i] : NULL;
		int64_t stops[2] = {change != NULL && change->begin > begin ? change->begin
		                    : change != NULL                        ? begin
		                                                            : end,
		                    change != NULL && change->end < end ? change->end : end};
		for (int part = 0; part < 2; part++) {
			if (stops[part] <= begin)
				continue;
			piece.text = str_part(walk->source, (size_t)begin, (size_t)(stops[part] - begin));
			piece.change = part == 1 ? change : NULL;
			VEC_PUSH(walk->arena, &cell->pieces, piece);
			piece.first = false;
			begin = stops[part];
		}
	}
}

/* The pieces of one stretch of a line. */
static struct plan_marks_cell pieces_between(struct walk *walk, int64_t begin, int64_t end)
{
	struct plan_marks_cell cell = {0};
	const struct plan_marks_mark_vec *marks = walk->marks;
	while (walk->next < marks->n && marks->at[walk->next].end <= begin)
		walk->next++;
	for (size_t i = walk->next; begin < end; i++) {
		const struct plan_marks_mark *mark = i < marks->n && marks->at[i].begin < end ? &marks->at[i] : NULL;
		int64_t plain_end = mark != NULL && mark->begin > begin ? mark->begin : mark != NULL ? begin : end;
		if (plain_end > begin)
			add_piece(walk, begin, plain_end, (struct plan_marks_piece){0}, &cell);
		if (mark == NULL)
			break;
		int64_t mark_end = mark->end < end ? mark->end : end;
		add_piece(walk, plain_end, mark_end, (struct plan_marks_piece){.mark = mark, .first = mark->begin >= plain_end}, &cell);
		begin = mark_end;
	}
	return cell;
}

static bool is_table_rule(struct str line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] != '|' && line.ptr[i] != '-' && line.ptr[i] != ':' && line.ptr[i] != ' ')
			return false;
	return line.len > 1;
}

/* The cells of a Markdown row, cut at the bars that are not escaped. */
static void add_cells(struct walk *walk, int64_t begin, struct str line, struct plan_marks_line *shown)
{
	size_t from = 1;
	for (size_t i = 1; i <= line.len; i++) {
		bool is_bar = i == line.len || (line.ptr[i] == '|' && line.ptr[i - 1] != '\\');
		if (!is_bar)
			continue;
		if (i > from || i < line.len)
			VEC_PUSH(walk->arena, &shown->cells, pieces_between(walk, begin + (int64_t)from, begin + (int64_t)i));
		from = i + 1;
	}
}

void plan_marks_lines(struct arena *arena, struct str source, const struct plan_marks_mark_vec *marks,
                      const struct plan_change_vec *changes, int64_t first, int64_t most, struct plan_marks_line_vec *ret,
                      int64_t *ret_total)
{
	struct walk walk = {.arena = arena, .source = source, .marks = marks, .changes = changes};
	struct plan_marks_line_vec lines = {0};
	struct str rest = source, line;
	int64_t number = 0, begin = 0;
	bool page_before = false;
	for (; str_split(&rest, '\n', &line); begin += (int64_t)line.len + 1) {
		struct str words = str_trim(line);
		number++;
		page_before |= str_contains(line, STR("\f"));
		if (words.len == 0 || number < first || number >= first + most || (words.ptr[0] == '|' && is_table_rule(words)))
			continue;
		int64_t at = begin + (words.ptr - line.ptr);
		struct plan_marks_line shown = {.number = number, .page_before = page_before, .row = words.ptr[0] == '|'};
		if (shown.row)
			add_cells(&walk, at, words, &shown);
		else
			VEC_PUSH(arena, &shown.cells, pieces_between(&walk, at, at + (int64_t)words.len));
		VEC_PUSH(arena, &lines, shown);
		page_before = false;
	}
	*ret = lines;
	*ret_total = number;
}
