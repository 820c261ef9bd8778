/* What a plan says against the plan above it, which it carries out: reports later than they are asked for, quotas of news and
 * targets below what is asked for. */
#ifndef READING_CHECK_ABOVE_H
#define READING_CHECK_ABOVE_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "reading/reading.h"

/* A report that the plan above asks for, in its words, and to whom it goes. */
struct check_above_report {
	struct str what, to;
};
VEC_OF(check_above_report, struct check_above_report);

struct check_above_target {
	struct str text, value; /* "75%" */
};
VEC_OF(check_above_target, struct check_above_target);

struct check_above {
	struct str name; /* "Kế hoạch số 8/KH-UBND" */
	struct str text; /* all its words: its quotas are among them */
	int year;        /* 0: unknown */
	struct check_above_report_vec reports;
	struct check_above_target_vec targets;
};

/* What is compared of a reading of the plan above; `text` is its document's. */
struct check_above check_above_of(struct arena *arena, const struct reading *above, struct str text);

/* Adds a warning to `reading`, of the document with this text, for each thing that it sets lower or later than the plan above. A
 * unit may ask more of itself; what the two say of different things, or the plan above sets twice, is not compared. */
void check_above_run(struct arena *arena, const struct check_above *above, struct str text, struct reading *reading);

#endif
