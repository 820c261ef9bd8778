/* What the cells of each column of one table look like: from a lexicon of what such cells say anywhere, and from what the cells
 * of this table were found to say.
 *
 * Scores are natural logarithms of odds: 0 says nothing, 2 is strong, 5 is all but sure. The model is learned by reading the
 * table over and over: each row is taken out of it, read by what the others taught, and put back in. */
#ifndef READING_CELL_MODEL_H
#define READING_CELL_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "reading/counts.h"
#include "reading/table.h"
#include "reading/table_header.h"
#include "reading/table_text.h"

enum { CELL_MODEL_GAPS = 4, CELL_PIECE_MOST_MARGIN = 100 };

/* A run of words of one line that belong to one cell. */
struct cell_piece {
	uint32_t first, end; /* words */
	uint8_t gap;         /* blank lines before; 0 for a piece that does not begin its line */
	uint8_t column;
	uint16_t part; /* of the task: 0, or more for those that follow in the same row */
	bool begins_line;
	bool begins_cell; /* the first of its cell in this row and part */
	bool begins_item; /* a new paragraph */
	bool after_cut;   /* the first of its cell after a page break */
	bool ends_cell;   /* the last of its cell in this row and part */
	float margin;     /* how far the best way to give it to another column is behind */
};
VEC_OF(cell_piece, struct cell_piece);

struct cell_model {
	const struct table_text *text;
	const struct counts *pairs; /* of the whole document */
	struct table_header header;
	struct cell_lexicon *lexicon;
	struct counts words, starts, ends; /* by column and key */
	struct counts seen;                /* pairs in the lines of the table */
	uint32_t column_words[TABLE_MAX_COLUMNS], column_cells[TABLE_MAX_COLUMNS];
	uint32_t n_words, n_rows;
	uint32_t widths[TABLE_MAX_COLUMNS];   /* of a full line, thousandths of an em; 0 until learned */
	float width_trust[TABLE_MAX_COLUMNS]; /* 0 … 1: how many cells agree */
	uint32_t n_boundaries, n_joined;      /* between cells; of them inside a line */
	float joined_heads;                   /* the share of the head's cells that begin inside a line */
	uint32_t gaps[CELL_MODEL_GAPS][2];    /* blank lines between lines: inside a cell, between two */
};

void cell_model_init(struct cell_model *model, struct arena *arena, struct table_text *text, const struct counts *pairs,
                     const struct table_header *header);

/* Tells the model of one line of the table, before any is learned from. */
void cell_model_see_line(struct cell_model *model, uint32_t first, uint32_t end);

/* Puts the pieces of a row in (by 1) or takes them out again (by -1). */
void cell_model_learn(struct cell_model *model, const struct cell_piece *pieces, size_t n, int32_t by);

/* Learns how wide each column is from all pieces of the table. */
void cell_model_learn_widths(struct cell_model *model, struct arena *scratch, const struct cell_piece *pieces, size_t n);

/* Fills ret[(i - first) * TABLE_MAX_COLUMNS + c]: how much word i speaks for column c. */
void cell_model_score_words(const struct cell_model *model, uint32_t first, uint32_t end, float *ret);

/* A cell of the column begins at the word, rather than another one or none. Words before `end` may be looked at. */
float cell_model_score_start(const struct cell_model *model, uint32_t column, uint32_t word, uint32_t end);

/* A cell of the column ends with the word. */
float cell_model_score_end(const struct cell_model *model, uint32_t column, uint32_t word);

/* A text goes on from one word, the last of its line, to another, the first of the next: the document has them together
 * elsewhere. */
float cell_model_score_going_on(const struct cell_model *model, uint32_t before, uint32_t after);

/* The same of two words side by side in one line, which do not speak for themselves. */
float cell_model_score_going_on_inside(const struct cell_model *model, uint32_t before, uint32_t after);

/* Whether two words, the last of a line and the first of the next, belong together whatever the column. */
float cell_model_score_bound(const struct cell_model *model, uint32_t before, uint32_t after);

/* Any cell begins with the word, inside a line: the name of a unit does, and nothing parts it from what stands before. */
float cell_model_score_unit(const struct cell_model *model, uint32_t word, uint32_t end);

/* Whether a cell of the column is empty. */
float cell_model_score_empty(const struct cell_model *model, uint32_t column);

/* A line holds the end of one cell and the begin of the next. */
float cell_model_score_joined(const struct cell_model *model);

/* How much the blank lines between two lines speak for a new cell. */
float cell_model_score_gap(const struct cell_model *model, uint32_t blank_lines);

/* Whether a line in the column, words first … end - 1, broke before `next` because it was full: above 0 where it was, below where
 * it had room. */
float cell_model_score_wrap(const struct cell_model *model, uint32_t column, uint32_t first, uint32_t end, uint32_t next);

/* 0 where words first … end - 1 fit in one line of the column; below where they do not. */
float cell_model_score_fit(const struct cell_model *model, uint32_t column, uint32_t first, uint32_t end);

#endif
