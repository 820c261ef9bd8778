/* What the times, frequencies and conditions of a text come to together: one schedule. */
#ifndef READING_SCHEDULE_COMPOSE_H
#define READING_SCHEDULE_COMPOSE_H

#include "calendar/schedule.h"
#include "reading/frequency_words.h"
#include "reading/time_words.h"

enum { SCHEDULE_NOWHERE = 0x7FFFFFFF };

/* What was found in a text. Words are counted from 0; SCHEDULE_NOWHERE: not found. */
struct schedule_clues {
	struct words words;
	struct time_item_vec times;
	int year; /* the plan's; 0 unknown */
	struct frequency frequency;
	bool ongoing;                          /* "thường xuyên" */
	size_t ongoing_at;                     /* its first word */
	size_t periodic, condition, tentative; /* first words of "định kỳ" without how often, of a condition, of "dự kiến" */
	size_t condition_begin, condition_end; /* set by schedule_compose(): the words that went into the condition */
	size_t clauses;                        /* bullets, or parts between semicolons */
	bool is_loose;                         /* set by schedule_compose(): windows apart from each other became one, and the like */
};

struct schedule schedule_compose(struct arena *arena, struct schedule_clues *clues);

#endif
