/* What cells of each kind of column say in plans anywhere: words that cells begin with, words that stand in them. */
#ifndef READING_CELL_LEXICON_H
#define READING_CELL_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "reading/table_header.h"
#include "reading/table_text.h"

struct cell_lexicon;

struct cell_lexicon *cell_lexicon_new(struct arena *arena, struct table_text *text);

/* The score (see cell_model.h) of a cell of this kind beginning with words first … end - 1; 0 where nothing is known. */
float cell_lexicon_score_start(const struct cell_lexicon *lexicon, const struct table_text *text, enum table_column kind,
                               uint32_t first, uint32_t end);

/* The score of a cell of this kind ending with the word. */
float cell_lexicon_score_end(const struct cell_lexicon *lexicon, const struct table_text *text, enum table_column kind,
                             uint32_t word);

/* Adds to ret[(i - first) * TABLE_MAX_COLUMNS + kind] how much word i speaks for being inside a cell of the kind. */
void cell_lexicon_score_words(const struct cell_lexicon *lexicon, const struct table_text *text, uint32_t first, uint32_t end,
                              float *ret);

/* Whether the two words, side by side, are one expression: "trong | năm", "trước | 30/6". A cell hardly ends between them. */
bool cell_lexicon_binds(const struct cell_lexicon *lexicon, const struct table_text *text, uint32_t before, uint32_t word);

/* Whether the name of a unit begins with the word, which is not the first of its line, and nothing parts it from the words
 * before: two names in one cell have a comma between them. */
bool cell_lexicon_begins_unit(const struct cell_lexicon *lexicon, const struct table_text *text, uint32_t word, uint32_t end);

/* Whether the words at `word` are what the cells of a column begin with that looks so: "Người dân", "Hội trường". */
bool cell_lexicon_begins_look(const struct cell_lexicon *lexicon, const struct table_text *text, enum table_look look,
                              uint32_t word);

#endif
