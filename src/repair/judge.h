/* Which lines of a text are damaged. Sound text is not touched: a line counts as damaged only where its words, restored, are far
 * likelier than as they stand, and rather where its neighbours are. */
#ifndef REPAIR_JUDGE_H
#define REPAIR_JUDGE_H

#include "repair/decode.h"

/* What is known from the lines before: how much dearer each of the two states was at the last line. */
struct repair_judge {
	int64_t sound, damaged;
};

/* Whether anywhere in the text so many words of a passage are no syllables, or hardly met, that it may be damaged: a look at each
 * word alone, so that sound text costs next to nothing. */
bool repair_judge_may_be_damaged(struct str text);

/* For a text of which nothing is known yet. */
struct repair_judge repair_judge_begin(void);

/* After lines that are sound at a glance. */
struct repair_judge repair_judge_sound(void);

/* For each line of the tokens, whether it must be looked at. The others are sound at a glance: they have letters that no reader
 * without Vietnamese puts, and their words are such as stand together. */
bool *repair_judge_doubtful(struct arena *arena, const struct repair_model *model, struct str text,
                            const struct repair_tokens *tokens);

/* For each line of a batch, whether it is damaged. `tokens` are those of its doubtful lines, `choices` is what their pieces would
 * become. */
bool *repair_judge_lines(struct arena *arena, struct repair_judge *judge, const struct repair_model *model, struct str text,
                         const struct repair_tokens *tokens, const struct repair_choice *choices, const bool *doubtful,
                         size_t lines_n);

/* How many lines the tokens stand in. */
size_t repair_judge_lines_of(const struct repair_tokens *tokens);

#endif
