#include "reading/row_split.h"

#include <math.h>
#include <string.h>

#include "reading/row_line.h"

enum { NO_STATE = -1, BULLETED = 1, FRESH = 2, WAYS = 4 };

/* All scores are natural logarithms of odds; see cell_model.h. */
static const float impossible = -1e9F;
static const float small_letter = -3.0F;   /* with a small letter */
static const float new_part = -7.0F;       /* an earlier column begins again */
static const float new_row = -1.8F;        /* so does a title, where rows have no ordinals */
static const float part_weight = 0.5F;     /* how much of the weight of missing cells counts before a new part */
static const float cut_short = 0.7F;       /* how much of the weight of cells that are missing counts on a page that ends */
static const float paragraph = -0.7F;      /* a new paragraph inside a cell */
static const float capital = -1.5F;        /* without a bullet */
static const float bullet_in_text = -2.0F; /* what looks like a bullet is a dash */
static const float first_bullet = -4.0F;   /* bullets begin in a cell that began without one */
static const float no_bullet = -1.5F;      /* a paragraph without one in a cell that has them */

/* A piece of a line that begins at one of the line's starts, in one column; its way is BULLETED where its cell has bullets so
 * far, FRESH where a part or row has begun on this page, so that no cell of the page before goes on. */
struct state {
	float score;    /* of the best way to come to it, without the words of the piece itself */
	int32_t before; /* state */
	bool restarts;  /* a new part or row */
	bool item;      /* a new paragraph */
};

/* How a cell of one column begins with one word, where a line starts. */
struct entry {
	float enter[2];  /* the score, as may_go_on() has it, and FRESH */
	float restart;   /* of a new part or row */
	uint8_t ways[2]; /* the way of the piece: where it may go on, and FRESH */
};

struct split_line {
	struct row_line line;
	uint32_t first_state;
	struct entry *entries; /* [start * n_columns + column] */
};

struct tail {
	bool is_open; /* the column has text on the pages before */
	bool is_bulleted;
	uint32_t missing_lines;   /* how many fewer it had on the page before than the column that filled it */
	uint32_t line_first, end; /* of its last line there */
};

struct split {
	const struct cell_model *model;
	struct arena *scratch;
	const struct flow_line *lines;
	uint32_t n_lines, n_columns;
	bool has_ordinals, is_first, is_last; /* the chunk of lines between two page breaks */
	uint32_t first_word, end_word;
	float *sums;          /* [(word - first_word) * TABLE_MAX_COLUMNS + column], of the words before */
	float *starts, *ends; /* in the same order; NAN where not asked for yet */
	float joined;
	float empty[2][TABLE_MAX_COLUMNS + 1]; /* of all columns before being left empty: where they may go on, and FRESH */
	struct split_line *split_lines;
	struct state *states;
	float *rest; /* of each state: the score of the best way on from it, to the end; NULL on the way there */
	float best;  /* the score of the best way as a whole */
	struct tail *tails;
};

static bool is_text_column(const struct split *s, uint32_t column)
{
	return s->model->header.columns[column] != TABLE_ORDINAL;
}

static uint16_t flags_of(const struct split *s, uint32_t word)
{
	return s->model->text->words.at[word].flags;
}

static size_t at_word(const struct split *s, uint32_t word, uint32_t column)
{
	return (size_t)(word - s->first_word) * TABLE_MAX_COLUMNS + column;
}

static float words_score(const struct split *s, uint32_t column, uint32_t first, uint32_t end)
{
	return s->sums[at_word(s, end, column)] - s->sums[at_word(s, first, column)];
}

static float start_score(const struct split *s, uint32_t column, uint32_t word)
{
	float *score = &s->starts[at_word(s, word, column)];
	if (isnan(*score))
		*score = cell_model_score_start(s->model, column, word, s->end_word);
	return *score;
}

static float end_score(const struct split *s, uint32_t column, uint32_t word)
{
	float *score = &s->ends[at_word(s, word, column)];
	if (isnan(*score))
		*score = cell_model_score_end(s->model, column, word);
	return *score;
}

/* Whether the column has a cell on the page before that may go on. */
static bool may_go_on(const struct split *s, uint32_t column, uint32_t way)
{
	return s->tails[column].is_open && !(way & FRESH);
}

static uint32_t freshness(uint32_t way)
{
	return way & FRESH ? 1 : 0;
}

/* Of cells left empty in columns from … to - 1. */
static float empty_score(const struct split *s, uint32_t from, uint32_t to, uint32_t way)
{
	const float *sums = s->empty[freshness(way)];
	return from < to ? sums[to] - sums[from] : 0;
}

/* A cell of the page before goes on with the word. */
static float continue_score(const struct split *s, uint32_t column, uint32_t word)
{
	static const float after_open = 1.5F, after_stop = -1.5F, known_end = -0.5F, no_small = -0.7F;
	static const float on_new_page = -1.0F, full = 0.5F, not_full = -1.0F, least = -4.0F;
	const struct tail *tail = &s->tails[column];
	uint16_t flags = flags_of(s, word), before = flags_of(s, tail->end - 1);
	bool small = (flags & TABLE_WORD_LOWER) && !(flags & TABLE_WORD_BULLET);
	float score = cell_model_score_going_on(s->model, tail->end - 1, word);
	/* only cells that filled the page go on after it; empty paragraphs hide a line now and then */
	float short_of = full + not_full * (float)tail->missing_lines;
	score += short_of > least ? short_of : least;
	float wrap = cell_model_score_wrap(s->model, column, tail->line_first, tail->end, word);
	float end = cell_model_score_end(s->model, column, tail->end - 1);
	if (before & (TABLE_WORD_OPEN | TABLE_WORD_COMMA))
		score += small ? after_open : -after_open;
	if (small) {
		score += wrap + (before & TABLE_WORD_STOPS ? after_stop : 0);
		score += end > 0 ? known_end * end : 0;
	} else if (flags & TABLE_WORD_BULLET) {
		score += tail->is_bulleted ? 0 : first_bullet;
	} else {
		float fresh = paragraph + capital + on_new_page, wrapped = wrap + no_small;
		score += wrapped > fresh ? wrapped : fresh;
	}
	return score;
}

/* A cell of the column begins with the word, or goes on from the page before. */
static float enter_score(const struct split *s, uint32_t column, uint32_t word, uint32_t way)
{
	if (may_go_on(s, column, way))
		return continue_score(s, column, word);
	uint16_t flags = flags_of(s, word);
	bool small = (flags & TABLE_WORD_LOWER) && !(flags & TABLE_WORD_BULLET);
	return start_score(s, column, word) + (small ? small_letter : 0);
}

/* A cell of the column goes on with the next line. */
static float stay_score(const struct split *s, uint32_t column, uint32_t way, uint32_t first, uint32_t end, uint32_t next,
                        const struct row_line *line, bool *ret_item)
{
	static const float proper = -1.2F;
	uint16_t flags = flags_of(s, next), before = flags_of(s, end - 1);
	bool bullet = flags & TABLE_WORD_BULLET, upper = flags & TABLE_WORD_UPPER, lower = flags & TABLE_WORD_LOWER;
	float full = cell_model_score_wrap(s->model, column, first, end, next);
	float wrap = (bullet && full > 0 ? 0 : full) + line->going_on;
	bool is_proper = (upper || ((before & TABLE_WORD_STOPS) && !lower)) && !line->is_bound;
	wrap += bullet ? bullet_in_text : is_proper ? proper : 0;
	float fresh = paragraph + (bullet ? 0 : upper ? capital : lower ? capital + small_letter : capital + proper);
	if (before & (TABLE_WORD_OPEN | TABLE_WORD_COMMA))
		fresh += capital;
	if ((way & BULLETED) && !bullet)
		fresh += no_bullet;
	if (!(way & BULLETED) && bullet)
		fresh += before & TABLE_WORD_STOPS ? proper : first_bullet;
	*ret_item = fresh > wrap;
	return *ret_item ? fresh : wrap;
}

static bool is_title(const struct split *s, uint32_t column)
{
	return s->model->header.columns[column] == TABLE_TITLE || s->model->header.columns[column] == TABLE_GROUP;
}

/* Whether a column opens a row where rows have no ordinals: the title, and what stands before it. */
static bool opens_row(const struct split *s, uint32_t column)
{
	for (uint32_t c = 0; c < column; c++)
		if (s->model->header.columns[c] == TABLE_TITLE)
			return false;
	return !s->has_ordinals || is_title(s, column);
}

/* A new part of the task, or a new row where rows have no ordinals, begins with the word in column `to`. */
static float restart_score(const struct split *s, uint32_t to, uint32_t word)
{
	uint16_t flags = flags_of(s, word);
	bool small = (flags & TABLE_WORD_LOWER) && !(flags & TABLE_WORD_BULLET);
	if (small || (s->has_ordinals && is_title(s, to)))
		return impossible;
	return (opens_row(s, to) ? new_row : new_part) + start_score(s, to, word);
}

/* The way of a cell that begins or goes on in the column with the word, where `fresh` is what it shares with the piece before. */
static uint32_t way_into(const struct split *s, uint32_t column, uint32_t word, uint32_t fresh)
{
	bool bullet = flags_of(s, word) & TABLE_WORD_BULLET;
	return fresh | (bullet || (may_go_on(s, column, fresh) && s->tails[column].is_bulleted) ? BULLETED : 0);
}

static void offer(struct state *state, float score, int32_t before, bool restarts, bool item)
{
	if (score > state->score)
		*state = (struct state){.score = score, .before = before, .restarts = restarts, .item = item};
}

/* A way from one state to another, with the score of the way as a whole so far. */
static void go(struct split *s, int32_t from, int32_t to, float score, bool restarts, bool item)
{
	if (s->rest == NULL) {
		offer(&s->states[to], score, from, restarts, item);
		return;
	}
	float rest = score - s->states[from].score + s->rest[to];
	if (rest > s->rest[from])
		s->rest[from] = rest;
}

/* --- the lines --- */

/* How each column's cells would begin at each of the line's starts. */
static void score_entries(const struct split *s, struct split_line *ret)
{
	ret->entries = ARENA_ARRAY(s->scratch, struct entry, (size_t)ret->line.n_starts * s->n_columns);
	for (uint32_t start = 0; start < ret->line.n_starts; start++)
		for (uint32_t c = 0; c < s->n_columns; c++) {
			struct entry *entry = &ret->entries[(size_t)start * s->n_columns + c];
			uint32_t word = ret->line.starts[start];
			*entry = (struct entry){.enter = {impossible, impossible}, .restart = impossible};
			if (!is_text_column(s, c))
				continue;
			for (uint32_t fresh = 0; fresh < 2; fresh++) {
				entry->enter[fresh] = enter_score(s, c, word, fresh ? FRESH : 0);
				entry->ways[fresh] = (uint8_t)way_into(s, c, word, fresh ? FRESH : 0);
			}
			entry->restart = restart_score(s, c, word);
		}
}

static void prepare(struct split *s)
{
	uint32_t n_states = 0;
	s->end_word = s->lines[s->n_lines - 1].end;
	s->first_word = s->lines[0].first;
	uint32_t n_words = s->end_word - s->first_word;
	s->sums = ARENA_ARRAY(s->scratch, float, (size_t)(n_words + 1) * TABLE_MAX_COLUMNS);
	cell_model_score_words(s->model, s->first_word, s->end_word, s->sums + TABLE_MAX_COLUMNS);
	for (uint32_t w = 1; w <= n_words; w++)
		for (uint32_t c = 0; c < s->n_columns; c++)
			s->sums[(size_t)w * TABLE_MAX_COLUMNS + c] += s->sums[(size_t)(w - 1) * TABLE_MAX_COLUMNS + c];
	size_t n_scores = (size_t)(n_words + 1) * TABLE_MAX_COLUMNS;
	s->starts = ARENA_ARRAY(s->scratch, float, n_scores);
	s->ends = ARENA_ARRAY(s->scratch, float, n_scores);
	for (size_t i = 0; i < n_scores; i++)
		s->starts[i] = s->ends[i] = NAN;
	for (uint32_t c = 0; c < s->n_columns; c++) {
		float empty = is_text_column(s, c) ? cell_model_score_empty(s->model, c) : 0;
		s->empty[0][c + 1] = s->empty[0][c] + (may_go_on(s, c, 0) ? 0 : empty);
		s->empty[1][c + 1] = s->empty[1][c] + empty;
	}
	s->split_lines = ARENA_ARRAY(s->scratch, struct split_line, s->n_lines);
	struct row_line *lines = row_line_prepare(s->model, s->scratch, s->lines, s->n_lines, s->is_first);
	for (uint32_t l = 0; l < s->n_lines; l++) {
		s->split_lines[l].line = lines[l];
		score_entries(s, &s->split_lines[l]);
		s->split_lines[l].first_state = n_states;
		n_states += s->split_lines[l].line.n_starts * s->n_columns * WAYS;
	}
	s->states = ARENA_ARRAY(s->scratch, struct state, n_states);
	for (uint32_t i = 0; i < n_states; i++)
		s->states[i] = (struct state){.score = impossible, .before = NO_STATE};
}

static int32_t state_at(const struct split *s, uint32_t line, uint32_t start, uint32_t column, uint32_t way)
{
	return (int32_t)(s->split_lines[line].first_state + (start * s->n_columns + column) * WAYS + way);
}

/* The score of a state with the words of its piece, which ends with `end`. */
static float with_words(const struct split *s, int32_t state, uint32_t column, uint32_t first, uint32_t end)
{
	return s->states[state].score + words_score(s, column, first, end) + cell_model_score_fit(s->model, column, first, end);
}

/* From a piece in column `from`, which is left with `score`, to one that begins at a start of line `l` in any other column. */
static void move(struct split *s, int32_t state, uint32_t from, uint32_t way, float score, uint32_t l, uint32_t start)
{
	const struct entry *entries = &s->split_lines[l].entries[(size_t)start * s->n_columns];
	uint32_t fresh = freshness(way);
	const float *empty = s->empty[fresh];
	int32_t first = state_at(s, l, start, 0, 0);
	if (!s->has_ordinals || !is_title(s, from)) {
		float left = empty[s->n_columns] - empty[from + 1];
		float again = score + (s->has_ordinals ? part_weight * left : left);
		for (uint32_t to = 0; to < from; to++)
			if (entries[to].restart > impossible)
				go(s, state, first + (int32_t)(to * WAYS + entries[to].ways[1]), again + entries[to].restart, true, true);
	}
	for (uint32_t to = from + 1; to < s->n_columns; to++)
		if (is_text_column(s, to))
			go(s, state, first + (int32_t)(to * WAYS + entries[to].ways[fresh]),
			   score + empty[to] - empty[from + 1] + entries[to].enter[fresh], false, true);
}

static void move_inside_line(struct split *s, uint32_t l, uint32_t start, uint32_t from, uint32_t way)
{
	const struct row_line *line = &s->split_lines[l].line;
	int32_t state = state_at(s, l, start, from, way);
	for (uint32_t next = start + 1; next < line->n_starts; next++) {
		uint32_t first = line->starts[start], word = line->starts[next];
		float score = with_words(s, state, from, first, word) + end_score(s, from, word - 1) + line->inside[next];
		move(s, state, from, way, score, l, next);
	}
}

static void move_to_next_line(struct split *s, uint32_t l, uint32_t start, uint32_t from, uint32_t way)
{
	const struct row_line *line = &s->split_lines[l].line;
	uint32_t next = s->lines[l + 1].first;
	int32_t state = state_at(s, l, start, from, way);
	uint32_t first = line->starts[start], end = line->starts[line->n_starts];
	float score = with_words(s, state, from, first, end);
	bool item = true;
	float stay = stay_score(s, from, way, first, end, next, line, &item);
	bool bullet = item && (flags_of(s, next) & TABLE_WORD_BULLET);
	go(s, state, state_at(s, l + 1, 0, from, bullet ? way | BULLETED : way), score + stay, false, item);
	move(s, state, from, way, score + end_score(s, from, end - 1) + line->leave, l + 1, 0);
}

static void begin(struct split *s)
{
	for (uint32_t c = 0; c < s->n_columns; c++) {
		if (!is_text_column(s, c))
			continue;
		const struct entry *entry = &s->split_lines[0].entries[c];
		float score = entry->enter[0] + (s->is_first ? empty_score(s, 0, c, 0) : 0);
		offer(&s->states[state_at(s, 0, 0, c, entry->ways[0])], score, NO_STATE, false, true);
		if (!s->is_first)
			offer(&s->states[state_at(s, 0, 0, c, entry->ways[1])], entry->restart, NO_STATE, true, true);
	}
}

/* Goes on from every state of a start but those that are hopelessly behind the best of it. */
static void visit(struct split *s, uint32_t l, uint32_t start)
{
	static const float hopeless = 25.0F, hopeless_on = 5.0F; /* for a margin that matters */
	float behind = s->rest == NULL ? hopeless : hopeless_on;
	float best = impossible / 2;
	int32_t first = state_at(s, l, start, 0, 0);
	for (uint32_t i = 0; i < s->n_columns * WAYS; i++)
		best = s->states[first + (int32_t)i].score > best ? s->states[first + (int32_t)i].score : best;
	for (uint32_t c = 0; c < s->n_columns; c++)
		for (uint32_t way = 0; way < WAYS; way++) {
			if (s->states[state_at(s, l, start, c, way)].score <= best - behind)
				continue;
			move_inside_line(s, l, start, c, way);
			if (l + 1 < s->n_lines)
				move_to_next_line(s, l, start, c, way);
		}
}

/* The score of ending all lines in a state. */
static float final_score(const struct split *s, uint32_t start, uint32_t column, uint32_t way, int32_t state)
{
	const struct row_line *last = &s->split_lines[s->n_lines - 1].line;
	uint32_t first = last->starts[start], end = last->starts[last->n_starts];
	float missing = empty_score(s, column + 1, s->n_columns, way);
	float score = with_words(s, state, column, first, end);
	return s->is_last ? score + missing + end_score(s, column, end - 1) : score + cut_short * missing;
}

/* The last state of the best way through all lines. */
static int32_t run(struct split *s)
{
	begin(s);
	for (uint32_t l = 0; l < s->n_lines; l++)
		for (uint32_t start = 0; start < s->split_lines[l].line.n_starts; start++)
			visit(s, l, start);
	float best = impossible;
	int32_t best_state = NO_STATE;
	for (uint32_t start = 0; start < s->split_lines[s->n_lines - 1].line.n_starts; start++)
		for (uint32_t c = 0; c < s->n_columns; c++)
			for (uint32_t way = 0; way < WAYS; way++) {
				int32_t state = state_at(s, s->n_lines - 1, start, c, way);
				float score = final_score(s, start, c, way, state);
				if (score > best) {
					best = score;
					best_state = state;
				}
			}
	return best_state;
}

/* Finds the best way on from every state that is not far behind, once the best ways to them are known; `best_last` ends the
 * best of all. */
static void find_rest(struct split *s, int32_t best_last)
{
	uint32_t last = s->n_lines - 1, n_ways = s->n_columns * WAYS;
	size_t n = s->split_lines[last].first_state + (size_t)s->split_lines[last].line.n_starts * n_ways;
	s->rest = ARENA_ARRAY(s->scratch, float, n);
	for (size_t i = 0; i < n; i++)
		s->rest[i] = impossible;
	for (uint32_t start = 0; start < s->split_lines[last].line.n_starts; start++)
		for (uint32_t c = 0; c < s->n_columns; c++)
			for (uint32_t way = 0; way < WAYS; way++) {
				int32_t state = state_at(s, last, start, c, way);
				if (s->states[state].score > impossible / 2)
					s->rest[state] = final_score(s, start, c, way, state) - s->states[state].score;
			}
	s->best = s->states[best_last].score + s->rest[best_last];
	for (int32_t state = best_last; state != NO_STATE; state = s->states[state].before)
		s->rest[state] = s->best - s->states[state].score;
	for (uint32_t l = s->n_lines; l-- > 0;)
		for (uint32_t start = s->split_lines[l].line.n_starts; start-- > 0;)
			visit(s, l, start);
}

/* How far the best way that gives a line's begin to another column is behind the best of all. */
static float margin_of(const struct split *s, uint32_t line, uint32_t column)
{
	float other = s->best - CELL_PIECE_MOST_MARGIN;
	for (uint32_t c = 0; c < s->n_columns; c++)
		for (uint32_t way = 0; way < WAYS && c != column; way++) {
			int32_t state = state_at(s, line, 0, c, way);
			float score = s->states[state].score + s->rest[state];
			other = score > other ? score : other;
		}
	return s->best - other;
}

/* --- the way back --- */

static void locate(const struct split *s, int32_t state, uint32_t *line, uint32_t *start, uint32_t *column)
{
	uint32_t low = 0, high = s->n_lines;
	while (high - low > 1) {
		uint32_t middle = (low + high) / 2;
		if (s->split_lines[middle].first_state <= (uint32_t)state)
			low = middle;
		else
			high = middle;
	}
	uint32_t offset = ((uint32_t)state - s->split_lines[low].first_state) / WAYS;
	*line = low;
	*start = offset / s->n_columns;
	*column = offset % s->n_columns;
}

/* Adds the pieces of the way that ends with `last`, and leaves the tails of the columns as they are after it. */
static void add_pieces(struct split *s, int32_t last, uint16_t *part, struct arena *arena, struct cell_piece_vec *pieces)
{
	size_t n = 0;
	for (int32_t state = last; state != NO_STATE; state = s->states[state].before)
		n++;
	int32_t *way = ARENA_ARRAY(s->scratch, int32_t, n + 1);
	size_t at = n;
	for (int32_t state = last; state != NO_STATE; state = s->states[state].before)
		way[--at] = state;
	int32_t column_before = NO_STATE;
	for (size_t i = 0; i < n; i++) {
		uint32_t l, start, column, next_l, next_start, next_column;
		locate(s, way[i], &l, &start, &column);
		const struct row_line *line = &s->split_lines[l].line;
		struct cell_piece piece = {.first = line->starts[start], .end = line->starts[line->n_starts], .column = (uint8_t)column};
		if (i + 1 < n) {
			locate(s, way[i + 1], &next_l, &next_start, &next_column);
			piece.end = next_l == l ? line->starts[next_start] : piece.end;
		}
		if (s->states[way[i]].restarts) {
			*part = (uint16_t)(*part + (*part < UINT16_MAX));
			memset(s->tails, 0, s->n_columns * sizeof *s->tails);
		}
		bool goes_on = column_before == (int32_t)column && !s->states[way[i]].restarts;
		piece.part = *part;
		piece.begins_line = start == 0;
		piece.margin = start == 0 && s->rest != NULL ? margin_of(s, l, column) : CELL_PIECE_MOST_MARGIN;
		piece.gap = start == 0 ? s->lines[l].gap : 0;
		piece.after_cut = !goes_on && s->tails[column].is_open;
		piece.begins_cell = !goes_on && !piece.after_cut;
		piece.begins_item =
		    piece.after_cut ? (flags_of(s, piece.first) & TABLE_WORD_BULLET) != 0 : piece.begins_cell || s->states[way[i]].item;
		VEC_PUSH(arena, pieces, piece);
		column_before = (int32_t)column;
	}
}

/* What each column ends with, for the next page. */
static void set_tails(struct split *s, const struct cell_piece_vec *pieces, size_t from, uint16_t part)
{
	uint32_t n_lines[TABLE_MAX_COLUMNS] = {0}, most = 0;
	for (size_t i = from; i < pieces->n; i++) {
		const struct cell_piece *piece = &pieces->at[i];
		struct tail *tail = &s->tails[piece->column];
		bool bullet = piece->begins_item && (flags_of(s, piece->first) & TABLE_WORD_BULLET);
		if (piece->part != part)
			continue;
		*tail = (struct tail){.is_open = true,
		                      .is_bulleted = bullet || (tail->is_open && tail->is_bulleted),
		                      .line_first = piece->first,
		                      .end = piece->end};
		n_lines[piece->column]++;
	}
	for (uint32_t c = 0; c < s->n_columns; c++)
		most = n_lines[c] > most ? n_lines[c] : most;
	for (uint32_t c = 0; c < s->n_columns; c++)
		s->tails[c].missing_lines = most - n_lines[c];
}

static void mark_ends(struct cell_piece_vec *pieces)
{
	bool seen[TABLE_MAX_COLUMNS] = {false};
	uint16_t part = UINT16_MAX;
	for (size_t i = pieces->n; i-- > 0;) {
		struct cell_piece *piece = &pieces->at[i];
		if (piece->part != part) {
			memset(seen, 0, sizeof seen);
			part = piece->part;
		}
		piece->ends_cell = !seen[piece->column];
		seen[piece->column] = true;
	}
}

void row_split(const struct cell_model *model, struct arena *scratch, const struct flow_line *lines, size_t n_lines,
               bool has_ordinals, bool weigh, struct arena *arena, struct cell_piece_vec *ret)
{
	struct cell_piece_vec pieces = {0};
	struct tail tails[TABLE_MAX_COLUMNS] = {0};
	uint16_t part = 0;
	for (size_t begin_line = 0, end; begin_line < n_lines; begin_line = end) {
		end = begin_line + 1;
		while (end < n_lines && !lines[end].cut_before)
			end++;
		struct split s = {.model = model,
		                  .scratch = scratch,
		                  .lines = &lines[begin_line],
		                  .n_lines = (uint32_t)(end - begin_line),
		                  .n_columns = model->header.n_columns,
		                  .has_ordinals = has_ordinals,
		                  .is_first = begin_line == 0,
		                  .is_last = end == n_lines,
		                  .tails = tails};
		prepare(&s);
		size_t from = pieces.n;
		int32_t last = run(&s);
		if (weigh && last != NO_STATE)
			find_rest(&s, last);
		add_pieces(&s, last, &part, arena, &pieces);
		set_tails(&s, &pieces, from, part);
	}
	mark_ends(&pieces);
	*ret = pieces;
}
