/* What a person should look at before the plan is used: what is missing, skipped, repeated or out of date. */
#ifndef READING_CHECKS_H
#define READING_CHECKS_H

#include "base/arena.h"
#include "reading/lines.h"
#include "reading/reading.h"
#include "reading/table.h"

/* Warnings past this many say nothing new and are left out. */
enum { CHECKS_MAX_WARNINGS = 200 };

/* Adds warnings to the reading, which is complete. `cut`: tasks past READING_MAX_TASKS were not read. */
void checks_run(struct arena *arena, const struct lines_paragraph_vec *paragraphs, const struct table_vec *tables, bool cut,
                struct reading *reading);

#endif
