#include "reading/table_flow.h"

#include "reading/cell_model.h"
#include "reading/flow_line.h"
#include "reading/flow_ordinal.h"
#include "reading/row_split.h"
#include "reading/table_cell.h"
#include "reading/table_row.h"

enum { LEARNING_PASSES = 5, LEARNING_ROWS = 300, MAX_LINES_AT_ONCE = 5000, REPORT_EVERY = 100 };

/* The lines of one row, or of many where rows have no ordinals. */
struct raw_row {
	struct str mark; /* none: no ordinal */
	struct document_span mark_span;
	bool is_group;
	struct flow_line *lines;
	size_t n_lines;
	struct cell_piece_vec pieces;
};
VEC_OF(raw_row, struct raw_row);

struct flow {
	struct arena *arena, *scratch, *pass_arenas[2];
	struct arena *spare; /* of the two: the one without the last pass's pieces */
	struct table_text *text;
	struct cell_model model;
	bool has_ordinals;
	struct raw_row_vec rows;
};

/* --- lines to rows --- */

static bool is_heading(const struct table_text *text, const struct flow_line *line)
{
	enum { FEWEST_WORDS = 3 };
	uint32_t capitals = 0;
	for (uint32_t w = line->first; w < line->end; w++) {
		uint16_t flags = text->words.at[w].flags;
		capitals += (flags & TABLE_WORD_CAPS) != 0;
		if ((flags & TABLE_WORD_LETTERS) && !(flags & TABLE_WORD_CAPS))
			return false;
	}
	return capitals >= FEWEST_WORDS;
}

static void add_row(struct flow *flow, const struct flow_line *lines, size_t n_lines, struct str mark, bool is_group)
{
	struct raw_row row = {.mark = mark, .is_group = is_group};
	if (n_lines == 0)
		return;
	row.lines = ARENA_ARRAY(flow->arena, struct flow_line, n_lines);
	for (size_t i = 0; i < n_lines; i++) {
		struct flow_line line = lines[i];
		if (i == 0 && mark.ptr != NULL) {
			row.mark_span = flow->text->words.at[line.first].span;
			line.first++;
		}
		if (line.first < line.end)
			row.lines[row.n_lines++] = line;
	}
	if (row.n_lines > 0)
		row.lines[0].cut_before = false;
	VEC_PUSH(flow->arena, &flow->rows, row);
}

/* A row, and the heading in capitals that stands below it and belongs to the rows that follow. */
static void add_row_and_heading(struct flow *flow, const struct flow_line *lines, size_t n_lines, struct str mark, bool is_group,
                                bool is_last)
{
	size_t n = n_lines;
	while (!is_last && n > 1 && is_heading(flow->text, &lines[n - 1]))
		n--;
	add_row(flow, lines, n, mark, is_group);
	add_row(flow, lines + n, n_lines - n, (struct str){0}, true);
}

/* Finds the ordinals, and by them which other numbers are those of pages. */
static void find_ordinals(struct flow *flow, struct flow_line_vec *lines, struct flow_ordinal_vec *ret)
{
	flow_ordinal_find(flow->arena, flow->text, lines, ret);
	bool *is_row = ARENA_ARRAY(flow->arena, bool, lines->n + 1);
	for (size_t i = 0; i < ret->n; i++)
		is_row[ret->at[i].line] = true;
	if (flow_line_drop_feet(flow->text, lines, is_row))
		flow_ordinal_find(flow->arena, flow->text, lines, ret);
}

static void add_rows_without_ordinals(struct flow *flow, const struct flow_line_vec *lines)
{
	enum { RARE = 2 };
	size_t titles = 0;
	for (size_t l = 0; l < lines->n; l++)
		titles += table_text_is_group(flow->text, lines->at[l].first, lines->at[l].end);
	bool rare = titles * RARE < lines->n; /* or the text is in capitals throughout */
	for (size_t begin = 0, end; begin < lines->n; begin = end) {
		bool title = rare && table_text_is_group(flow->text, lines->at[begin].first, lines->at[begin].end);
		end = begin + 1;
		while (!title && end < lines->n && end - begin < MAX_LINES_AT_ONCE &&
		       !(rare && table_text_is_group(flow->text, lines->at[end].first, lines->at[end].end)))
			end++;
		add_row(flow, &lines->at[begin], end - begin, (struct str){0}, title);
	}
}

static void make_rows(struct flow *flow, struct flow_line_vec *lines)
{
	struct flow_ordinal_vec ordinals = {0};
	if (table_header_has(&flow->model.header, TABLE_ORDINAL))
		find_ordinals(flow, lines, &ordinals);
	flow->has_ordinals = ordinals.n > 0;
	for (size_t i = 0; i < ordinals.n; i++) {
		size_t begin = ordinals.at[i].line, end = i + 1 < ordinals.n ? ordinals.at[i + 1].line : lines->n;
		if (i == 0 && begin > 0 && is_heading(flow->text, &lines->at[0]))
			add_row(flow, lines->at, begin, (struct str){0}, true);
		add_row_and_heading(flow, &lines->at[begin], end - begin, ordinals.at[i].mark, ordinals.at[i].is_group,
		                    i + 1 == ordinals.n);
	}
	if (ordinals.n == 0)
		add_rows_without_ordinals(flow, lines);
}

/* --- rows to pieces --- */

/* How many lines of a row are looked at together. */
static size_t lines_within_limit(const struct flow *flow, const struct raw_row *row)
{
	uint32_t words = 0;
	if (!flow->has_ordinals)
		return row->n_lines;
	for (size_t i = 0; i < row->n_lines; i++) {
		words += row->lines[i].end - row->lines[i].first;
		if (words > TABLE_MAX_ROW_WORDS)
			return i;
	}
	return row->n_lines;
}

static void split(struct flow *flow, struct raw_row *row, bool weigh, struct arena *arena)
{
	arena_reset(flow->scratch);
	size_t n = lines_within_limit(flow, row);
	row->pieces = (struct cell_piece_vec){0};
	if (n == 0)
		return;
	row_split(&flow->model, flow->scratch, row->lines, n, flow->has_ordinals, weigh, arena, &row->pieces);
	for (size_t i = n; i < row->n_lines; i++) {
		struct cell_piece more = row->pieces.at[row->pieces.n - 1];
		more.first = row->lines[i].first;
		more.end = row->lines[i].end;
		more.begins_cell = more.begins_item = more.after_cut = false;
		more.begins_line = true;
		VEC_PUSH(arena, &row->pieces, more);
	}
}

static void learn_widths(struct flow *flow, size_t n_rows)
{
	struct cell_piece_vec all = {0};
	arena_reset(flow->scratch);
	for (size_t r = 0; r < n_rows; r++)
		for (size_t i = 0; i < flow->rows.at[r].pieces.n; i++)
			VEC_PUSH(flow->scratch, &all, flow->rows.at[r].pieces.at[i]);
	cell_model_learn_widths(&flow->model, flow->scratch, all.at, all.n);
}

static bool same_pieces(const struct cell_piece_vec *a, const struct cell_piece_vec *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->at[i].first != b->at[i].first || a->at[i].column != b->at[i].column || a->at[i].part != b->at[i].part)
			return false;
	return true;
}

/* Reads a row again by what the others taught; rows without ordinals, which come all together, by what they taught themselves.
 * True where it is read as before. */
static bool relearn(struct flow *flow, struct raw_row *row, bool learned, struct arena *arena)
{
	struct cell_piece_vec before = row->pieces;
	if (learned && flow->has_ordinals)
		cell_model_learn(&flow->model, before.at, before.n, -1);
	split(flow, row, false, arena);
	if (learned && !flow->has_ordinals)
		cell_model_learn(&flow->model, before.at, before.n, -1);
	if (learned)
		cell_model_learn(&flow->model, row->pieces.at, row->pieces.n, 1);
	return learned && same_pieces(&before, &row->pieces);
}

/* Reads the rows over and over, each by what the others taught. */
static void learn(struct flow *flow)
{
	size_t n = flow->rows.n < LEARNING_ROWS ? flow->rows.n : LEARNING_ROWS;
	for (size_t r = 0; r < flow->rows.n; r++)
		for (size_t i = 0; i < flow->rows.at[r].n_lines; i++)
			cell_model_see_line(&flow->model, flow->rows.at[r].lines[i].first, flow->rows.at[r].lines[i].end);
	bool settled = false;
	for (int pass = 0; pass < LEARNING_PASSES && !settled; pass++) {
		struct arena *arena = flow->pass_arenas[pass % 2];
		arena_reset(arena);
		settled = pass > 0;
		flow->spare = flow->pass_arenas[(pass + 1) % 2];
		for (size_t r = 0; r < n; r++) {
			struct raw_row *row = &flow->rows.at[r];
			if (row->is_group)
				continue;
			settled = relearn(flow, row, pass > 0, arena) && settled;
		}
		for (size_t r = 0; r < n && pass == 0; r++)
			cell_model_learn(&flow->model, flow->rows.at[r].pieces.at, flow->rows.at[r].pieces.n, 1);
		learn_widths(flow, n);
	}
}

/* Tells the margins of the pieces of a learned row; none where it would be read otherwise now. */
static void weigh(struct flow *flow, struct raw_row *row)
{
	struct cell_piece_vec before = row->pieces;
	arena_reset(flow->spare);
	if (flow->has_ordinals)
		cell_model_learn(&flow->model, before.at, before.n, -1);
	split(flow, row, true, flow->spare);
	if (flow->has_ordinals)
		cell_model_learn(&flow->model, before.at, before.n, 1);
	bool same = same_pieces(&before, &row->pieces);
	for (size_t i = 0; i < before.n; i++)
		before.at[i].margin = same ? row->pieces.at[i].margin : 0;
	row->pieces = before;
}

/* --- pieces to cells --- */

/* The first piece of a cell; NULL where the cell is empty. */
static const struct cell_piece *first_piece(const struct raw_row *row, uint16_t part, uint32_t column)
{
	for (size_t i = 0; i < row->pieces.n; i++)
		if (row->pieces.at[i].part == part && row->pieces.at[i].column == column)
			return &row->pieces.at[i];
	return NULL;
}

/* Whether a cell that most rows have is empty: a neighbour may have its words. */
static bool is_missing(const struct flow *flow, const struct raw_row *row, uint16_t part, uint32_t column)
{
	enum { OF = 10, MOST = 7 };
	const struct cell_model *model = &flow->model;
	return part == 0 && model->header.columns[column] != TABLE_ORDINAL && first_piece(row, part, column) == NULL &&
	       model->column_cells[column] * OF >= model->n_rows * MOST;
}

/* Whether what stands beside a cell gives reason to doubt where it ends: a cell missing, or a column that no one knows. */
static bool has_doubtful_neighbour(const struct flow *flow, const struct raw_row *row, uint16_t part, uint32_t column)
{
	const struct table_header *header = &flow->model.header;
	for (uint32_t c = column > 0 ? column - 1 : 0; c <= column + 1 && c < header->n_columns; c++)
		if (c != column && (is_missing(flow, row, part, c) || header->columns[c] == TABLE_NOTE))
			return true;
	return false;
}

/* Whether a cell has far more words than others of its column, or begins as no cell of it does. */
static bool is_unlike_others(const struct flow *flow, const struct raw_row *row, uint16_t part, uint32_t column)
{
	enum { FAR_MORE = 3, MANY = 12 };
	const struct cell_model *model = &flow->model;
	const struct cell_piece *first = first_piece(row, part, column);
	uint32_t n = 0;
	if (first == NULL)
		return false;
	for (size_t i = 0; i < row->pieces.n; i++)
		if (row->pieces.at[i].part == part && row->pieces.at[i].column == column)
			n += row->pieces.at[i].end - row->pieces.at[i].first;
	bool long_one = n > MANY && n * model->column_cells[column] > FAR_MORE * model->column_words[column];
	return long_one || cell_model_score_start(model, column, first->first, first->end) < 0;
}

static bool is_of(const struct raw_row *row, size_t i, uint16_t part, uint32_t column)
{
	return i < row->pieces.n && row->pieces.at[i].part == part && row->pieces.at[i].column == column;
}

/* How far behind the next best way is to tell the lines of a cell, the one before it and the one after it. */
static float margin_of(const struct raw_row *row, uint16_t part, uint32_t column)
{
	float margin = CELL_PIECE_MOST_MARGIN;
	for (size_t i = 0; i < row->pieces.n; i++) {
		bool beside = is_of(row, i + 1, part, column) || (i > 0 && is_of(row, i - 1, part, column));
		if ((beside || is_of(row, i, part, column)) && row->pieces.at[i].margin < margin)
			margin = row->pieces.at[i].margin;
	}
	return margin;
}

/* How sure it is that the words of a cell are its own and all of them: by how much better this way to split the row is than
 * others, by where the cell's lines begin and by the cells around it. */
static uint8_t confidence_of(const struct flow *flow, const struct raw_row *row, uint16_t part, uint32_t column)
{
	enum { SURE = 96, BROKEN = 88, CLOSE = 84, DOUBTED = 82, UNTOLD = 75, WIDTH_UNKNOWN = 6 };
	static const float close = 3.0F, clear = 4.0F; /* margins; from the second on a cut or a joined line is no doubt */
	uint8_t confidence = SURE;
	float margin = margin_of(row, part, column);
	for (size_t i = 0; i < row->pieces.n; i++) {
		const struct cell_piece *piece = &row->pieces.at[i];
		if (!is_of(row, i, part, column))
			continue;
		bool small = (flow->text->words.at[piece->first].flags & TABLE_WORD_LOWER) != 0;
		uint8_t own = (piece->after_cut || !piece->begins_line) && margin < clear ? BROKEN : SURE;
		if (piece->begins_cell && small)
			own = UNTOLD;
		confidence = own < confidence ? own : confidence;
	}
	if (confidence > CLOSE && margin < close)
		confidence = CLOSE;
	if (confidence > DOUBTED && (has_doubtful_neighbour(flow, row, part, column) || is_unlike_others(flow, row, part, column)))
		confidence = DOUBTED;
	return flow->model.widths[column] == 0 && confidence > UNTOLD ? confidence - WIDTH_UNKNOWN : confidence;
}

static void compose_part(struct flow *flow, const struct raw_row *row, uint16_t part, struct table_row *out)
{
	for (uint32_t c = 0; c < flow->model.header.n_columns; c++) {
		struct table_cell_run_vec runs = {0};
		for (size_t i = 0; i < row->pieces.n; i++) {
			const struct cell_piece *piece = &row->pieces.at[i];
			if (piece->part == part && piece->column == c)
				VEC_PUSH(flow->scratch, &runs, (struct table_cell_run){piece->first, piece->end, piece->begins_item});
		}
		struct table_cell cell;
		table_cell_compose(flow->arena, flow->text, &runs, false, confidence_of(flow, row, part, c), &cell);
		table_row_put(flow->arena, out, flow->model.header.columns[c], &cell);
	}
}

static void compose_group(struct flow *flow, const struct raw_row *row, struct table_row *out)
{
	enum { CONFIDENCE = 90 };
	struct table_cell_run_vec runs = {0};
	struct table_cell cell;
	for (size_t i = 0; i < row->n_lines; i++)
		VEC_PUSH(flow->scratch, &runs, (struct table_cell_run){row->lines[i].first, row->lines[i].end, false});
	table_cell_compose(flow->arena, flow->text, &runs, false, CONFIDENCE, &cell);
	table_row_put(flow->arena, out, TABLE_TITLE, &cell);
	out->is_group = true;
}

/* Adds the rows of the table that a raw row has: itself, its further parts, or the rows that it was found to hold. */
static void compose(struct flow *flow, const struct raw_row *row, struct table *table)
{
	enum { ORDINAL_CONFIDENCE = 97 };
	uint16_t last = row->pieces.n > 0 && !row->is_group ? row->pieces.at[row->pieces.n - 1].part : 0;
	arena_reset(flow->scratch);
	for (uint32_t part = 0; part <= last; part++) {
		struct table_row out = {0};
		if (row->is_group)
			compose_group(flow, row, &out);
		else
			compose_part(flow, row, (uint16_t)part, &out);
		if (part == 0 && row->mark.ptr != NULL)
			out.cells[TABLE_ORDINAL].text = table_row_ordinal(row->mark_span, row->mark, ORDINAL_CONFIDENCE);
		out.continues = part > 0 && out.cells[TABLE_TITLE].text.text.len == 0;
		table_row_measure(&out);
		if (out.span.end > 0)
			VEC_PUSH(flow->arena, &table->rows, out);
	}
	if (lines_within_limit(flow, row) < row->n_lines) {
		struct message message = {.id = MSG("A row of the table is too long to be told apart; its last cell holds the rest.")};
		VEC_PUSH(flow->arena, &table->warnings, (struct reading_warning){READING_TOO_LONG, message, row->mark_span});
	}
}

static enum rc compose_all(struct flow *flow, reading_progress progress, void *context, struct table *table)
{
	enum { ALL = 100 };
	for (size_t r = 0; r < flow->rows.n; r++) {
		if (progress != NULL && r % REPORT_EVERY == 0 && progress(context, (int)(r * ALL / flow->rows.n)))
			return RC_CANCELLED;
		if (table->rows.n >= READING_MAX_TASKS)
			return RC_LIMIT;
		if (r < LEARNING_ROWS && !flow->rows.at[r].is_group)
			weigh(flow, &flow->rows.at[r]);
		if (r >= LEARNING_ROWS && !flow->rows.at[r].is_group) {
			arena_reset(flow->spare);
			split(flow, &flow->rows.at[r], true, flow->spare);
		}
		compose(flow, &flow->rows.at[r], table);
	}
	return RC_OK;
}

/* How many cells of a head of so many lines begin inside a line, of all but the first. */
static float share_joined(uint32_t n_columns, uint32_t n_lines)
{
	return n_columns > n_lines ? (float)(n_columns - n_lines) / (float)(n_columns - 1) : 0;
}

enum rc table_flow_read(struct arena *arena, struct table_text *text, const struct counts *pairs, uint32_t first, uint32_t line,
                        const struct table_header *header, reading_progress progress, void *context, struct table *table,
                        uint32_t *ret_end)
{
	struct flow flow = {.arena = arena, .text = text, .model.header = *header};
	struct flow_line_vec lines;
	flow_line_gather(arena, text, first, line, header, &lines, ret_end);
	make_rows(&flow, &lines);
	flow.scratch = arena_new();
	flow.pass_arenas[0] = arena_new();
	flow.pass_arenas[1] = arena_new();
	cell_model_init(&flow.model, arena, text, pairs, header);
	flow.model.joined_heads = share_joined(header->n_columns, line - first);
	learn(&flow);
	enum rc rc = compose_all(&flow, progress, context, table);
	arena_free(flow.scratch);
	arena_free(flow.pass_arenas[0]);
	arena_free(flow.pass_arenas[1]);
	return rc;
}
