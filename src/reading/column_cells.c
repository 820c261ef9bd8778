#include "reading/column_cells.h"

/* Scores are as in cell_model.h: of a cell that begins with a line. */
static const float apart = 2.5F, small_letter = -6.0F, unfinished = -3.0F, had_room = 2.0F, was_full = -1.5F, bullet = -2.5F,
                   bullet_begins = 1.0F, least = -3.0F, stops = 0.5F, bracket = -4.0F, next_bullet = -1.0F, missing = -3.0F,
                   capital = 2.0F;

enum { MOST_ROWS = 60 };

/* The lines of one column and where its cells begin. */
struct column {
	const struct column_line_vec *lines;
	float *scores; /* of each line: a cell begins with it */
	bool *begins;
	bool goes_on; /* its first line goes on with a cell of the page before */
	uint32_t width;
};

static uint16_t flags_of(const struct column_cells *cells, uint32_t word)
{
	return cells->model->text->words.at[word].flags;
}

static bool is_small(const struct column_cells *cells, const struct column_line *line)
{
	uint16_t flags = flags_of(cells, line->first);
	return (flags & TABLE_WORD_LOWER) && !(flags & TABLE_WORD_BULLET);
}

static float score_line(const struct column_cells *cells, const struct column *column, uint32_t kind, size_t i)
{
	enum { PARTS = 10 };
	const struct column_line *line = &column->lines->at[i], *before = &column->lines->at[i - 1];
	const struct table_text *text = cells->model->text;
	float score = cell_model_score_start(cells->model, kind, line->first, line->end);
	uint16_t flags = flags_of(cells, line->first), end = flags_of(cells, before->end - 1);
	if (flags & TABLE_WORD_UPPER) /* that cells of other columns begin so as well is no matter here */
		score = (score > 0 ? score : 0) + (end & (TABLE_WORD_OPEN | TABLE_WORD_COMMA) ? 0 : capital);
	uint32_t needed =
	    table_text_width(text, before->first, before->end) + TABLE_TEXT_SPACE_WIDTH + text->words.at[line->first].head_width;
	score += line->apart ? apart : 0;
	score -= cell_model_score_bound(cells->model, before->end - 1, line->first);
	score += end & (TABLE_WORD_OPEN | TABLE_WORD_COMMA) ? unfinished : end & TABLE_WORD_STOPS ? stops : 0;
	score += needed > column->width ? was_full : needed + column->width / PARTS < column->width ? had_room : 0;
	if (flags & TABLE_WORD_BULLET)
		score += flags_of(cells, column->lines->at[0].first) & TABLE_WORD_BULLET && line->apart ? bullet_begins : bullet;
	if ((flags & TABLE_WORD_BULLET) && (flags_of(cells, before->first) & TABLE_WORD_BULLET) && !line->apart)
		score += next_bullet;
	score += str_has_prefix(table_text_word(text, line->first), STR("(")) ? bracket : 0;
	return is_small(cells, line) ? score + small_letter : score;
}

static void score_column(struct arena *arena, const struct column_cells *cells, uint32_t kind, struct column *column)
{
	const struct column_line_vec *lines = column->lines;
	for (size_t i = 0; i < lines->n; i++) {
		uint32_t width = table_text_width(cells->model->text, lines->at[i].first, lines->at[i].end);
		column->width = width > column->width ? width : column->width;
	}
	column->scores = ARENA_ARRAY(arena, float, lines->n + 1);
	column->begins = ARENA_ARRAY(arena, bool, lines->n + 1);
	column->goes_on = cells->after_cut && lines->n > 0 && is_small(cells, &lines->at[0]);
	for (size_t i = 1; i < lines->n; i++)
		column->scores[i] = score_line(cells, column, kind, i);
}

/* Cuts the column where it is likeliest, into at most so many cells. */
static void cut(struct column *column, size_t n_cells)
{
	size_t n = column->lines->n;
	if (n == 0 || n_cells == 0)
		return;
	size_t cuts = column->goes_on ? n_cells : n_cells - 1;
	column->begins[0] = !column->goes_on;
	for (size_t k = 0; k < cuts; k++) {
		size_t best = 0;
		for (size_t i = 1; i < n; i++)
			if (!column->begins[i] && column->scores[i] > least && (best == 0 || column->scores[i] > column->scores[best]))
				best = i;
		if (best == 0)
			return;
		column->begins[best] = true;
	}
}

/* How likely the column is to have so many cells: the sum of the best cuts; what is left empty counts against it. */
static float score_count(struct arena *scratch, const struct column *column, uint32_t n_cells)
{
	size_t n = column->lines->n, taken = 0;
	bool *used = ARENA_ARRAY(scratch, bool, n + 1);
	uint32_t cuts = n == 0 ? 0 : column->goes_on ? n_cells : n_cells - 1;
	float sum = 0;
	for (uint32_t k = 0; k < cuts; k++) {
		size_t best = 0;
		for (size_t i = 1; i < n; i++)
			if (!used[i] && column->scores[i] > least && (best == 0 || column->scores[i] > column->scores[best]))
				best = i;
		if (best == 0)
			break;
		used[best] = true;
		sum += column->scores[best];
		taken++;
	}
	return sum + missing * (float)(cuts - taken);
}

/* How many rows a page has: as many as it has ordinals or, without any, as all columns together are likeliest to have cells. */
static uint32_t count_rows(struct arena *arena, const struct column_cells *cells, const struct column *columns)
{
	uint32_t most = 0, best = 0;
	float best_score = 0;
	for (uint32_t c = 0; c < cells->model->header.n_columns; c++) {
		enum table_column kind = cells->model->header.columns[c];
		uint32_t n = (uint32_t)columns[c].lines->n;
		if (kind == TABLE_ORDINAL && n > 0)
			return n;
		most = kind == TABLE_TITLE ? n : most;
	}
	for (uint32_t n = 1; n <= most && n <= MOST_ROWS; n++) {
		float score = 0;
		for (uint32_t c = 0; c < cells->model->header.n_columns; c++) {
			enum table_column kind = cells->model->header.columns[c];
			bool filled = kind == TABLE_TITLE || kind == TABLE_SCHEDULE || kind == TABLE_LEAD || kind == TABLE_ASSIGNMENT;
			if (filled && columns[c].lines->n > 0)
				score += score_count(arena, &columns[c], n);
		}
		if (best == 0 || score > best_score) {
			best_score = score;
			best = n;
		}
	}
	return best;
}

static void add_lines(struct arena *arena, const struct column_cells *cells, const struct column *column, size_t *at,
                      struct table_cell_run_vec *runs)
{
	size_t from = *at;
	for (; *at < column->lines->n && (*at == from || !column->begins[*at]); (*at)++) {
		const struct column_line *line = &column->lines->at[*at];
		bool item = *at == from || (flags_of(cells, line->first) & TABLE_WORD_BULLET);
		VEC_PUSH(arena, runs, (struct table_cell_run){.first = line->first, .end = line->end, .begins_item = item});
	}
}

void column_cells_align(struct arena *arena, const struct column_cells *cells, struct table_raw_row_vec *rows)
{
	struct column columns[TABLE_MAX_COLUMNS] = {0};
	size_t at[TABLE_MAX_COLUMNS] = {0};
	uint32_t n_columns = cells->model->header.n_columns;
	struct table_raw_row cut_row = {.after_cut = true};
	bool any_goes_on = false;
	for (uint32_t c = 0; c < n_columns; c++) {
		columns[c].lines = &cells->lines[c];
		score_column(arena, cells, c, &columns[c]);
	}
	uint32_t n_rows = count_rows(arena, cells, columns);
	for (uint32_t c = 0; c < n_columns; c++) {
		bool is_ordinal = cells->model->header.columns[c] == TABLE_ORDINAL;
		for (size_t i = 0; is_ordinal && i < columns[c].lines->n; i++)
			columns[c].begins[i] = true;
		if (!is_ordinal)
			cut(&columns[c], n_rows);
		any_goes_on = any_goes_on || columns[c].goes_on;
		if (columns[c].goes_on)
			add_lines(arena, cells, &columns[c], &at[c], &cut_row.cells[c]);
	}
	if (any_goes_on)
		VEC_PUSH(arena, rows, cut_row);
	for (uint32_t r = 0; r < n_rows; r++) {
		struct table_raw_row row = {0};
		for (uint32_t c = 0; c < n_columns; c++)
			add_lines(arena, cells, &columns[c], &at[c], &row.cells[c]);
		VEC_PUSH(arena, rows, row);
	}
}
