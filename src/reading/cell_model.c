#include "reading/cell_model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reading/cell_lexicon.h"

enum { MAX_WIDTH_SAMPLES = 4096 };

static const uint32_t no_key = (1u << 28) - 1;

/* How the empty cells of a kind of column weigh before anything is learned. */
static const float empty_scores[TABLE_COLUMNS] = {
    [TABLE_ORDINAL] = 0,      [TABLE_TITLE] = -6,   [TABLE_PRODUCT] = -2,       [TABLE_CHANNEL] = -1.2F,
    [TABLE_SCHEDULE] = -3.5F, [TABLE_LEAD] = -4,    [TABLE_ASSIGNMENT] = -3.5F, [TABLE_COORDINATE] = -0.5F,
    [TABLE_FUNDING] = -1.5F,  [TABLE_GROUP] = 0.5F, [TABLE_NOTE] = 0.5F,
};

static float clip(float x, float low, float high)
{
	return x < low ? low : x > high ? high : x;
}

static uint64_t in_column(uint64_t key, uint32_t column)
{
	return key * 16 + column;
}

void cell_model_init(struct cell_model *model, struct arena *arena, struct table_text *text, const struct counts *pairs,
                     const struct table_header *header)
{
	*model = (struct cell_model){.text = text, .pairs = pairs, .header = *header};
	model->lexicon = cell_lexicon_new(arena, text);
	counts_init(&model->words, arena);
	counts_init(&model->starts, arena);
	counts_init(&model->ends, arena);
	counts_init(&model->seen, arena);
}

/* The word that a cell beginning at `word` really begins with: after its bullet. */
static uint32_t skip_bullet(const struct table_text *text, uint32_t word)
{
	const struct table_word *w = &text->words.at[word];
	bool bare = (w->flags & TABLE_WORD_BULLET) && !(w->flags & TABLE_WORD_LETTERS);
	return bare && word + 1 < text->words.n ? word + 1 : word;
}

/* Narrow columns break lines after every word or two: what a cell begins and ends with is looked for over line ends. */
static uint64_t start_key(const struct table_text *text, uint32_t word)
{
	word = skip_bullet(text, word);
	return table_text_pair_of(text->words.at[word].key, word + 1 < text->words.n ? text->words.at[word + 1].key : no_key);
}

static uint64_t end_key(const struct table_text *text, uint32_t word)
{
	return table_text_pair_of(word > 0 ? text->words.at[word - 1].key : no_key, text->words.at[word].key);
}

void cell_model_see_line(struct cell_model *model, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end && i + 1 < model->text->words.n; i++)
		counts_add(&model->seen, table_text_pair(model->text, i), 1);
}

static bool begins_row(const struct cell_model *model, const struct cell_piece *piece)
{
	const struct table_header *header = &model->header;
	if (header->columns[piece->column] == TABLE_TITLE || table_header_has(header, TABLE_ORDINAL))
		return piece->begins_cell && header->columns[piece->column] == TABLE_TITLE;
	/* without ordinals what stands before the title opens the row */
	for (uint32_t c = 0; c < piece->column; c++)
		if (header->columns[c] == TABLE_TITLE)
			return false;
	return piece->begins_cell;
}

static void learn_boundaries(struct cell_model *model, const struct cell_piece *piece, int32_t by)
{
	if (piece->begins_cell) {
		model->n_boundaries += (uint32_t)by;
		model->n_joined += piece->begins_line ? 0 : (uint32_t)by;
	}
	if (piece->begins_line) {
		uint32_t gap = piece->gap < CELL_MODEL_GAPS ? piece->gap : CELL_MODEL_GAPS - 1;
		model->gaps[gap][piece->begins_cell || piece->after_cut] += (uint32_t)by;
	}
}

void cell_model_learn(struct cell_model *model, const struct cell_piece *pieces, size_t n, int32_t by)
{
	bool in_row = true; /* not a further part of one, whose empty cells say nothing */
	for (size_t i = 0; i < n; i++) {
		const struct cell_piece *piece = &pieces[i];
		for (uint32_t w = piece->first; w < piece->end; w++)
			counts_add(&model->words, in_column(model->text->words.at[w].key, piece->column), by);
		uint32_t n_words = (piece->end - piece->first) * (uint32_t)by;
		model->column_words[piece->column] += n_words;
		model->n_words += n_words;
		bool new_part = i > 0 && piece->part != pieces[i - 1].part;
		in_row = new_part ? begins_row(model, piece) : in_row;
		model->n_rows += i == 0 || (new_part && in_row) ? (uint32_t)by : 0;
		if (piece->begins_cell && !piece->after_cut) {
			counts_add(&model->starts, in_column(start_key(model->text, piece->first), piece->column), by);
			model->column_cells[piece->column] += in_row ? (uint32_t)by : 0;
		}
		if (piece->ends_cell)
			counts_add(&model->ends, in_column(end_key(model->text, piece->end - 1), piece->column), by);
		if (i > 0)
			learn_boundaries(model, piece, by);
	}
}

/* --- widths --- */

static int compare_u32(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

/* What one cell says of the width of its column. */
struct bounds {
	uint32_t widest;   /* of its lines: the column is at least as wide */
	uint32_t too_wide; /* what one of its lines would be with the word that did not fit; UINT32_MAX: nothing was wrapped */
};

/* The width that agrees with most cells: none has a line wider, and none one that shows it to be too wide. *ret_agreeing is the
 * share of what they say that agrees. */
static uint32_t best_width(uint32_t *widest, size_t n_widest, uint32_t *too_wide, size_t n_too_wide, float *ret_agreeing)
{
	qsort(widest, n_widest, sizeof *widest, compare_u32);
	qsort(too_wide, n_too_wide, sizeof *too_wide, compare_u32);
	size_t best = 0, below = 0;
	uint32_t width = 0;
	for (size_t i = 0; i < n_widest; i++) {
		while (below < n_too_wide && too_wide[below] <= widest[i])
			below++;
		size_t agreeing = i + 1 + (n_too_wide - below);
		if (agreeing >= best) {
			best = agreeing;
			width = widest[i];
		}
	}
	*ret_agreeing = (float)best / (float)(n_widest + n_too_wide);
	return width;
}

static bool same_cell(const struct cell_piece *a, const struct cell_piece *b)
{
	return b->column == a->column && b->part == a->part && !b->begins_cell && !b->after_cut;
}

/* What the cell, or the part of it on one page, that begins with pieces[0] says. *ret_n is how many pieces it has. */
static struct bounds bounds_of(const struct cell_model *model, const struct cell_piece *pieces, size_t n, size_t *ret_n)
{
	struct bounds bounds = {.too_wide = UINT32_MAX};
	size_t i = 0;
	do {
		uint32_t width = table_text_width(model->text, pieces[i].first, pieces[i].end);
		bounds.widest = width > bounds.widest ? width : bounds.widest;
		const struct cell_piece *next = i + 1 < n && same_cell(&pieces[i], &pieces[i + 1]) ? &pieces[i + 1] : NULL;
		if (next != NULL && next->begins_line && !next->begins_item) {
			uint32_t needed = width + TABLE_TEXT_SPACE_WIDTH + model->text->words.at[next->first].head_width;
			bounds.too_wide = needed < bounds.too_wide ? needed : bounds.too_wide;
		}
		i++;
	} while (i < n && same_cell(&pieces[i - 1], &pieces[i]));
	*ret_n = i;
	return bounds;
}

void cell_model_learn_widths(struct cell_model *model, struct arena *scratch, const struct cell_piece *pieces, size_t n)
{
	static const float few = 3.0F, mixed = 0.34F;
	uint32_t *widest = ARENA_ARRAY(scratch, uint32_t, MAX_WIDTH_SAMPLES);
	uint32_t *too_wide = ARENA_ARRAY(scratch, uint32_t, MAX_WIDTH_SAMPLES);
	for (uint32_t c = 0; c < model->header.n_columns; c++) {
		size_t n_widest = 0, n_too_wide = 0, n_pieces;
		for (size_t i = 0; i < n && n_widest < MAX_WIDTH_SAMPLES; i += n_pieces) {
			struct bounds bounds = bounds_of(model, &pieces[i], n - i, &n_pieces);
			if (pieces[i].column != c)
				continue;
			widest[n_widest++] = bounds.widest;
			if (bounds.too_wide != UINT32_MAX)
				too_wide[n_too_wide++] = bounds.too_wide;
		}
		float agreeing = 0;
		model->widths[c] = n_too_wide > 0 ? best_width(widest, n_widest, too_wide, n_too_wide, &agreeing) : 0;
		float trust = (float)n_too_wide / ((float)n_too_wide + few) * (agreeing - mixed) / (1 - mixed);
		model->width_trust[c] = trust > 0 ? trust : 0;
	}
}

/* Within this of the edge a line may be full or not: justification squeezes, and fonts differ a little. */
static const float slack = 0.03F;

float cell_model_score_wrap(const struct cell_model *model, uint32_t column, uint32_t first, uint32_t end, uint32_t next)
{
	static const float at_least = 1.0F, per_width = 12.0F, at_most = 6.0F, at_best = 2.0F;
	float width = (float)model->widths[column];
	if (width <= 0)
		return 0;
	float next_width = (float)(TABLE_TEXT_SPACE_WIDTH + model->text->words.at[next].head_width);
	float room = (width - (float)table_text_width(model->text, first, end) - next_width) / width;
	/* the last line of a cell is as likely to end anywhere: seldom just where the next word would not have fitted */
	float score = room <= slack ? logf(width / next_width) : -(at_least + per_width * room);
	return model->width_trust[column] * clip(score, -at_most, at_best);
}

float cell_model_score_fit(const struct cell_model *model, uint32_t column, uint32_t first, uint32_t end)
{
	static const float at_least = 4.0F, per_width = 20.0F, at_most = 22.0F, alone = 0.5F;
	float width = (float)model->widths[column];
	if (width <= 0)
		return 0;
	float over = ((float)table_text_width(model->text, first, end) - width) / width;
	if (over <= slack)
		return 0;
	float score = -model->width_trust[column] * clip(at_least + per_width * over, 0, at_most);
	return end == first + 1 ? score * alone : score;
}

/* --- words --- */

/* log of how much more often than `prior` something came to pass in `all` cases. */
static float odds(float count, float all, float prior)
{
	static const float weight = 2.0F;
	return logf((count + weight * prior) / ((all + weight) * prior));
}

/* Where the head says that a column holds numbers, a word is one or stands beside one. */
static float score_amount(const struct cell_model *model, uint32_t column, uint32_t word, float number, float other)
{
	if (model->header.looks[column] != LOOK_AMOUNT)
		return 0;
	return model->text->words.at[word].flags & TABLE_WORD_DIGIT ? number : other;
}

void cell_model_score_words(const struct cell_model *model, uint32_t first, uint32_t end, float *ret)
{
	static const float smoothing = 6.0F, most_trust = 0.35F, enough_words = 800.0F, number_inside = 0.8F, word_inside = -0.5F;
	float trust = most_trust * (float)model->n_words / ((float)model->n_words + enough_words);
	uint32_t n_columns = model->header.n_columns;
	memset(ret, 0, (size_t)(end - first) * TABLE_MAX_COLUMNS * sizeof *ret);
	cell_lexicon_score_words(model->lexicon, model->text, first, end, ret);
	for (uint32_t w = first; w < end; w++) {
		float *of_word = &ret[(w - first) * TABLE_MAX_COLUMNS], by_kind[TABLE_COLUMNS];
		memcpy(by_kind, of_word, sizeof by_kind);
		uint32_t counted[TABLE_MAX_COLUMNS], all = 0;
		for (uint32_t c = 0; c < n_columns; c++)
			all += counted[c] = counts_get(&model->words, in_column(model->text->words.at[w].key, c));
		float share = ((float)all + 0.5F) / ((float)model->n_words + 100.0F);
		for (uint32_t c = 0; c < n_columns; c++) {
			float learned = logf(((float)counted[c] + smoothing * share) / (((float)model->column_words[c] + smoothing) * share));
			of_word[c] = by_kind[model->header.columns[c]] + trust * clip(learned, -1.5F, 2.0F) +
			             score_amount(model, c, w, number_inside, word_inside);
		}
	}
}

/* Works have names in quotation marks; units and times have none. */
static bool opens_quotation(const struct table_text *text, uint32_t word)
{
	struct str s = table_text_word(text, word);
	return str_has_prefix(s, STR("“")) || str_has_prefix(s, STR("\""));
}

float cell_model_score_start(const struct cell_model *model, uint32_t column, uint32_t word, uint32_t end)
{
	static const float prior = 0.05F, begins_number = 3.0F, begins_word = -2.0F, begins_quote = -4.0F, sum_of_money = 2.0F,
	                   looks_right = 3.0F;
	uint64_t key = start_key(model->text, word);
	float all = (float)counts_get(&model->seen, key) - 1;
	float learned = odds((float)counts_get(&model->starts, in_column(key, column)), all > 0 ? all : 0, prior);
	uint16_t flags = model->text->words.at[word].flags;
	bool small = (flags & TABLE_WORD_LOWER) && !(flags & TABLE_WORD_BULLET);
	enum table_column kind = model->header.columns[column];
	float known = small ? 0 : cell_lexicon_score_start(model->lexicon, model->text, kind, word, end);
	enum table_look look = model->header.looks[column];
	bool as_head_says = look != LOOK_TEXT && cell_lexicon_begins_look(model->lexicon, model->text, look, word);
	known += as_head_says ? looks_right : 0;
	bool alone = kind == TABLE_FUNDING && (flags & TABLE_WORD_DIGIT) && !(flags & (TABLE_WORD_DATE | TABLE_WORD_LETTERS));
	known += alone ? sum_of_money : 0;
	bool quoted = kind != TABLE_TITLE && kind != TABLE_PRODUCT && kind != TABLE_NOTE && opens_quotation(model->text, word);
	return known + clip(learned, -0.7F, 2.5F) + score_amount(model, column, word, begins_number, begins_word) +
	       (quoted ? begins_quote : 0);
}

float cell_model_score_end(const struct cell_model *model, uint32_t column, uint32_t word)
{
	static const float prior = 0.12F, open = -2.25F, comma = -2.5F;
	uint16_t flags = model->text->words.at[word].flags;
	uint64_t key = end_key(model->text, word);
	float all = (float)counts_get(&model->seen, key) - 1;
	float learned = odds((float)counts_get(&model->ends, in_column(key, column)), all > 0 ? all : 0, prior);
	float known = cell_lexicon_score_end(model->lexicon, model->text, model->header.columns[column], word);
	return known + clip(learned, -0.7F, 2.0F) + (flags & TABLE_WORD_OPEN ? open : flags & TABLE_WORD_COMMA ? comma : 0);
}

/* `own`: how often the two words have been counted for standing here themselves. */
static float going_on(const struct cell_model *model, uint32_t before, uint32_t after, float own)
{
	static const float weight = 15.0F;
	const struct table_word *first = &model->text->words.at[before], *second = &model->text->words.at[after];
	if ((first->flags & (TABLE_WORD_DATE | TABLE_WORD_STOPS)) && (second->flags & TABLE_WORD_UPPER))
		return 0;
	float together = (float)counts_get(model->pairs, table_text_pair_of(first->exact, second->exact)) - own;
	float all = (float)counts_get(model->pairs, table_text_pair_of(first->exact, TABLE_TEXT_ANY_KEY)) - own;
	return together > 0 ? logf(1 + weight * together / all) : 0;
}

float cell_model_score_going_on(const struct cell_model *model, uint32_t before, uint32_t after)
{
	return going_on(model, before, after, 0);
}

float cell_model_score_going_on_inside(const struct cell_model *model, uint32_t before, uint32_t after)
{
	static const float at_most = 1.5F; /* a table joins the same two cells over and over */
	return clip(going_on(model, before, after, 1), 0, at_most);
}

float cell_model_score_unit(const struct cell_model *model, uint32_t word, uint32_t end)
{
	static const float unit_begins = 2.0F;
	return cell_lexicon_begins_unit(model->lexicon, model->text, word, end) ? unit_begins : 0;
}

float cell_model_score_bound(const struct cell_model *model, uint32_t before, uint32_t after)
{
	static const float bound = 4.5F;
	return cell_lexicon_binds(model->lexicon, model->text, before, after) ? bound : 0;
}

float cell_model_score_empty(const struct cell_model *model, uint32_t column)
{
	static const float weight = 8.0F, seldom = -2.5F;
	float score = model->header.looks[column] != LOOK_TEXT ? seldom : empty_scores[model->header.columns[column]];
	float prior = 1.0F / (1.0F + expf(-score));
	float empty = (float)model->n_rows - (float)model->column_cells[column];
	float p = ((empty > 0 ? empty : 0) + weight * prior) / ((float)model->n_rows + weight);
	return clip(logf(p / (1 - p + 1e-6F)), -6.0F, 2.0F);
}

float cell_model_score_joined(const struct cell_model *model)
{
	static const float prior = 1.3F, of = 20.0F, as_in_head = 10.0F;
	float joined = (float)model->n_joined + prior + as_in_head * model->joined_heads;
	return clip(logf(joined / ((float)model->n_boundaries + of)), -4.5F, -1.0F);
}

float cell_model_score_gap(const struct cell_model *model, uint32_t blank_lines)
{
	static const float trust = 0.8F;
	uint32_t gap = blank_lines < CELL_MODEL_GAPS ? blank_lines : CELL_MODEL_GAPS - 1;
	float inside = 0, between = 0;
	for (uint32_t g = 0; g < CELL_MODEL_GAPS; g++) {
		inside += (float)model->gaps[g][0];
		between += (float)model->gaps[g][1];
	}
	float ratio = (((float)model->gaps[gap][1] + 1) / (between + CELL_MODEL_GAPS)) /
	              (((float)model->gaps[gap][0] + 1) / (inside + CELL_MODEL_GAPS));
	return trust * clip(logf(ratio), -2.0F, 2.5F);
}
