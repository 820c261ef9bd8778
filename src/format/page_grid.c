/* Rules that touch belong together. The places of the upright ones are the columns' borders, those of the level ones the rows';
 * two neighbours in the grid are one cell where no rule runs between them. */
#include "format/page_grid.h"

#include <stdlib.h>

enum {
	TOUCH = 450,     /* a rule that ends so near another touches it */
	SAME = 400,      /* rules so near are one border */
	OVERHANG = 1500, /* a rule that goes on so far beyond the last border shows an open side */
	COVERED = 55,    /* percent of a cell's side that a rule must cover to close it */
};

/* --- which rules belong together --- */

static uint32_t root_of(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i) {
		parent[i] = parent[parent[i]];
		i = parent[i];
	}
	return i;
}

static bool touch(const struct page_rule *a, const struct page_rule *b)
{
	return a->is_vertical != b->is_vertical && a->at >= b->from - TOUCH && a->at <= b->to + TOUCH && b->at >= a->from - TOUCH &&
	       b->at <= a->to + TOUCH;
}

/* For each rule the number of the group that it belongs to. */
static uint32_t *group_rules(struct arena *arena, const struct page_rule_vec *rules)
{
	uint32_t n = (uint32_t)rules->n, *parent = ARENA_ARRAY(arena, uint32_t, n + 1);
	for (uint32_t i = 0; i < n; i++)
		parent[i] = i;
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t j = i + 1; j < n; j++)
			if (touch(&rules->at[i], &rules->at[j]))
				parent[root_of(parent, j)] = root_of(parent, i);
	for (uint32_t i = 0; i < n; i++)
		parent[i] = root_of(parent, i);
	return parent;
}

/* --- borders --- */

struct borders {
	int32_t *at;
	uint32_t n;
};

static int compare_places(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	return (x > y) - (x < y);
}

/* Sorts places and makes one of those that lie close together. */
static void merge_places(struct borders *borders)
{
	uint32_t n = 0;
	if (borders->n == 0)
		return;
	qsort(borders->at, borders->n, sizeof *borders->at, compare_places);
	for (uint32_t i = 0; i < borders->n;) {
		uint32_t end = i;
		int64_t sum = 0;
		for (; end < borders->n && borders->at[end] - borders->at[i] <= SAME; end++)
			sum += borders->at[end];
		borders->at[n++] = (int32_t)(sum / (end - i));
		i = end;
	}
	borders->n = n;
}

/* Where rules that run across go on beyond the outermost border on a side of the table that has none. Two must agree. */
static void add_open_sides(const struct page_rule_vec *rules, bool is_vertical, struct borders *borders)
{
	int32_t first = INT32_MAX, last = INT32_MIN, n_first = 0, n_last = 0;
	if (borders->n == 0)
		return;
	for (size_t i = 0; i < rules->n; i++) {
		const struct page_rule *rule = &rules->at[i];
		if (rule->is_vertical != is_vertical)
			continue;
		first = rule->from < first ? rule->from : first;
		last = rule->to > last ? rule->to : last;
	}
	for (size_t i = 0; i < rules->n; i++) {
		const struct page_rule *rule = &rules->at[i];
		n_first += rule->is_vertical == is_vertical && rule->from <= first + TOUCH;
		n_last += rule->is_vertical == is_vertical && rule->to >= last - TOUCH;
	}
	int32_t low = borders->at[0], high = borders->at[borders->n - 1];
	if (n_first >= 2 && first < low - OVERHANG)
		borders->at[borders->n++] = first;
	if (n_last >= 2 && last > high + OVERHANG)
		borders->at[borders->n++] = last;
	qsort(borders->at, borders->n, sizeof *borders->at, compare_places);
}

/* --- cells --- */

struct table {
	const struct page_rule_vec *rules; /* of this table */
	struct borders rows, columns;
	bool *taken;
};

static bool is_covered(const struct page_rule_vec *rules, bool is_vertical, int32_t at, int32_t from, int32_t to)
{
	int64_t covered = 0;
	for (size_t i = 0; i < rules->n; i++) {
		const struct page_rule *rule = &rules->at[i];
		if (rule->is_vertical != is_vertical || abs(rule->at - at) > SAME)
			continue;
		int32_t begin = rule->from > from ? rule->from : from, end = rule->to < to ? rule->to : to;
		covered += end > begin ? end - begin : 0;
	}
	return covered * 100 >= (int64_t)(to - from) * COVERED;
}

static bool has_right_side(const struct table *table, uint32_t row, uint32_t column)
{
	return column + 2 >= table->columns.n ||
	       is_covered(table->rules, true, table->columns.at[column + 1], table->rows.at[row], table->rows.at[row + 1]);
}

static bool has_foot(const struct table *table, uint32_t row, uint32_t column)
{
	return row + 2 >= table->rows.n ||
	       is_covered(table->rules, false, table->rows.at[row + 1], table->columns.at[column], table->columns.at[column + 1]);
}

static bool is_taken(const struct table *table, uint32_t row, uint32_t column)
{
	return table->taken[row * (table->columns.n - 1) + column];
}

/* Whether the cells of the row below column … end-1 belong to the cell above: no rule between, none among them. */
static bool goes_down(const struct table *table, uint32_t row, uint32_t column, uint32_t end)
{
	for (uint32_t c = column; c < end; c++)
		if (has_foot(table, row, c) || is_taken(table, row + 1, c) || (c + 1 < end && has_right_side(table, row + 1, c)))
			return false;
	return true;
}

static void add_cell(struct arena *arena, struct table *table, uint32_t row, uint32_t column, struct page_cell_vec *ret)
{
	uint32_t n_columns = table->columns.n - 1, right = column + 1, bottom = row + 1;
	while (right < n_columns && !is_taken(table, row, right) && !has_right_side(table, row, right - 1))
		right++;
	while (bottom + 1 < table->rows.n && goes_down(table, bottom - 1, column, right))
		bottom++;
	for (uint32_t r = row; r < bottom; r++)
		for (uint32_t c = column; c < right; c++)
			table->taken[r * n_columns + c] = true;
	struct page_cell cell = {.box = {.left = table->columns.at[column],
	                                 .top = table->rows.at[row],
	                                 .right = table->columns.at[right],
	                                 .bottom = table->rows.at[bottom]},
	                         .row = (uint16_t)row,
	                         .column = (uint16_t)column,
	                         .n_rows = (uint16_t)(bottom - row),
	                         .n_columns = (uint16_t)(right - column)};
	VEC_PUSH(arena, ret, cell);
}

/* A table of its rules; false where they make none. */
static bool build(struct arena *arena, const struct page_rule_vec *rules, struct page_grid *ret)
{
	struct table table = {.rules = rules};
	table.rows.at = ARENA_ARRAY(arena, int32_t, rules->n + 2);
	table.columns.at = ARENA_ARRAY(arena, int32_t, rules->n + 2);
	for (size_t i = 0; i < rules->n; i++) {
		struct borders *borders = rules->at[i].is_vertical ? &table.columns : &table.rows;
		borders->at[borders->n++] = rules->at[i].at;
	}
	merge_places(&table.rows);
	merge_places(&table.columns);
	add_open_sides(rules, false, &table.columns);
	add_open_sides(rules, true, &table.rows);
	if (table.columns.n < 3 || table.rows.n < 2 || table.columns.n > PAGE_GRID_MAX_COLUMNS + 1 ||
	    table.rows.n > PAGE_GRID_MAX_ROWS + 1)
		return false;
	*ret = (struct page_grid){.n_rows = (uint16_t)(table.rows.n - 1), .n_columns = (uint16_t)(table.columns.n - 1)};
	ret->box = (struct page_box){.left = table.columns.at[0],
	                             .top = table.rows.at[0],
	                             .right = table.columns.at[table.columns.n - 1],
	                             .bottom = table.rows.at[table.rows.n - 1]};
	table.taken = ARENA_ARRAY(arena, bool, (size_t)ret->n_rows * ret->n_columns);
	for (uint32_t row = 0; row < ret->n_rows; row++)
		for (uint32_t column = 0; column < ret->n_columns; column++)
			if (!is_taken(&table, row, column))
				add_cell(arena, &table, row, column, &ret->cells);
	return ret->cells.n >= 2;
}

/* --- columns that no cell begins in --- */

/* Takes columns out of the grid that only part cells which are merged everywhere: rules that are askew make such. */
static void drop_empty_columns(struct page_grid *grid)
{
	uint16_t number[PAGE_GRID_MAX_COLUMNS + 1], n = 0;
	bool begins[PAGE_GRID_MAX_COLUMNS + 1] = {false};
	for (size_t i = 0; i < grid->cells.n; i++)
		begins[grid->cells.at[i].column] = true;
	for (uint16_t c = 0; c < grid->n_columns; c++) {
		number[c] = n;
		n = (uint16_t)(n + begins[c]);
	}
	number[grid->n_columns] = n;
	for (size_t i = 0; i < grid->cells.n; i++) {
		struct page_cell *cell = &grid->cells.at[i];
		uint16_t end = number[cell->column + cell->n_columns];
		cell->column = number[cell->column];
		cell->n_columns = (uint16_t)(end - cell->column);
	}
	grid->n_columns = n;
}

static int compare_grids(const void *a, const void *b)
{
	const struct page_grid *x = a, *y = b;
	return x->box.top != y->box.top ? (x->box.top > y->box.top) - (x->box.top < y->box.top)
	                                : (x->box.left > y->box.left) - (x->box.left < y->box.left);
}

static bool lies_in(const struct page_box *inner, const struct page_box *outer)
{
	return inner->left >= outer->left && inner->right <= outer->right && inner->top >= outer->top &&
	       inner->bottom <= outer->bottom;
}

struct page_grid_vec page_grid_find(struct arena *arena, const struct page *page)
{
	struct page_grid_vec grids = {0};
	const struct page_rule_vec *rules = &page->rules;
	uint32_t *group = group_rules(arena, rules);
	for (uint32_t g = 0; g < rules->n; g++) {
		struct page_rule_vec own = {0};
		struct page_grid grid;
		if (group[g] != g)
			continue;
		for (uint32_t i = 0; i < rules->n; i++)
			if (group[i] == g)
				VEC_PUSH(arena, &own, rules->at[i]);
		if (own.n < 4 || !build(arena, &own, &grid))
			continue;
		drop_empty_columns(&grid);
		if (grid.n_columns >= 2)
			VEC_PUSH(arena, &grids, grid);
	}
	if (grids.n > 0)
		qsort(grids.at, grids.n, sizeof *grids.at, compare_grids);
	/* a table in a cell of another is read as that cell's text */
	size_t n = 0;
	for (size_t i = 0; i < grids.n; i++) {
		bool inside = false;
		for (size_t k = 0; k < grids.n && !inside; k++)
			inside =
			    k != i && lies_in(&grids.at[i].box, &grids.at[k].box) && (k < i || !lies_in(&grids.at[k].box, &grids.at[i].box));
		if (!inside)
			grids.at[n++] = grids.at[i];
	}
	grids.n = n;
	return grids;
}
