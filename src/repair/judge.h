/* Which lines of a text are damaged. Sound text is not touched: a line counts as damaged only where its words, restored, are far
 * likelier than as they stand, and rather where its neighbours are. */
#ifndef REPAIR_JUDGE_H
#define REPAIR_JUDGE_H

#include "repair/decode.h"

/* What is known from the lines before: how much dearer each of the two states was at the last line. */
struct repair_judge {
	int64_t sound, damaged;
};

/* For a text of which nothing is known yet. */
struct repair_judge repair_judge_begin(void);

/* Whether every line is sound at a glance, by letters that no reader without Vietnamese puts: then there is nothing to decode. */
bool repair_judge_is_plainly_sound(struct repair_judge *judge, struct str text, const struct repair_tokens *tokens);

/* For each line of the tokens, whether it is damaged; `choices` is what their pieces would become. */
bool *repair_judge_lines(struct arena *arena, struct repair_judge *judge, const struct repair_model *model, struct str text,
                         const struct repair_tokens *tokens, const struct repair_choice *choices);

#endif
