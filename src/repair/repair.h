/* Damaged Vietnamese made whole: the same lines and the same tokens, restored.
 *
 * A noisy channel (Kernighan, Church & Gale 1990): of all words that a token may have been, those are taken that the channel and
 * the language model together find cheapest. docs/repair.md explains the model. Time and memory are linear in the text, however
 * long its lines are. */
#ifndef REPAIR_REPAIR_H
#define REPAIR_REPAIR_H

#include "base/arena.h"
#include "base/rc.h"
#include "repair/decode.h"

struct repair_alternative {
	struct str text; /* the whole token */
	uint8_t percent;
};

/* What became of one token of the text. */
struct repair_word {
	size_t from, to; /* bytes of the text */
	struct str text;
	bool changed;
	uint8_t confidence; /* percent: that of its least sure piece */
	struct repair_alternative alternatives[REPAIR_ALTERNATIVES];
	size_t alternatives_n;
};

/* Takes the tokens one after the other. What a word points to is valid during the call. Another return than RC_OK ends the run.
 */
struct repair_sink {
	enum rc (*take)(void *context, const struct repair_word *word);
	void *context;
	bool alternatives; /* asks for confidence and alternatives, which cost time */
};

struct repair;

/* Ready to repair a document, with the room that it needs (about 10 MB); what stands in one text helps in the next. The model
 * must outlive it. One thread at a time. */
struct repair *repair_new(struct arena *arena, const struct repair_model *model);

/* Hands each token of the text to the sink. Unless `all`, those of lines that are not damaged (repair/judge.h) as they stand. */
enum rc repair_run(struct repair *repair, enum repair_way way, bool all, struct str text,
                   const struct repair_sink *sink) MUST_USE;

/* Teaches what is known to be right: names of units, documents that people have confirmed. Their pairs and triples of words are
 * likelier from then on. */
void repair_teach(struct repair *repair, struct str text);

/* Asked to teach only where something is damaged. */
struct repair_teacher {
	enum rc (*teach)(void *context, struct repair *repair);
	void *context;
};

/* As repair_run() for text that mostly is sound, in half the time: nothing is handed out where no line is damaged. `teacher` may
 * be NULL. */
enum rc repair_run_if_damaged(struct repair *repair, struct str text, const struct repair_teacher *teacher,
                              const struct repair_sink *sink) MUST_USE;

#endif
